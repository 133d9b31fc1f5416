"""Holds the `ekbom` command against the reference evaluator. See docs/src/reference-evaluator.md.

    python3 tests/reference target/ci/ekbom                 as in the test command
    python3 tests/reference target/ci/ekbom --times 1000    a thousand times as many random cases
    python3 tests/reference target/ci/ekbom --minutes 25    other cases, again and again, for so long
"""

import argparse
import gc
import itertools
import json
import multiprocessing
import os
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import nhanes  # noqa: E402
from compare import Bench, Ekbom, Refused, as_vector, shrunk  # noqa: E402
from random_books import random_book  # noqa: E402
from random_patients import Maker  # noqa: E402

CHUNK = 250
# Cases of one round with `--times 1`.
ANYBODY, BOOKS, PATIENTS_OF_A_BOOK = 1000, 120, 40
# Where changed rules must be seen, once for each.
CHANGES = [*["positions"] * 6, *["next_tests"] * 2, "disagreements"]

bench = None
# Kinds of disagreement of which there is a vector.
shown = set()


def set_up(path, most):
    global bench
    bench = Bench(Ekbom(path), most=most)
    # There is much that lives long and hardly any rubbish in circles.
    gc.set_threshold(200_000)


def compared(patients):
    """Compares patients, each with the names of its tables, by the built-in rules."""
    before = dict(bench.counts)
    texts = [json.dumps(patient) for patient, _ in patients]
    found = bench.differences(texts, [tables for _, tables in patients])
    vectors = []
    for text, differing in found:
        # One of each kind, for each process: to make it smaller takes time.
        kinds = {(key, name) for key, name, _, _ in differing}
        if not kinds <= shown:
            shown.update(kinds)
            vectors.append(vector(bench, text, differing))
    return {key: bench.counts[key] - before[key] for key in before}, len(found), vectors


def vector(own, text, differing):
    """A disagreement made smaller."""
    usual, own.tests_of_each = own.tests_of_each, 1
    small = shrunk(own, text)
    made = as_vector(small, (own.differences([small]) or [(None, differing)])[0][1], "")
    own.tests_of_each = usual
    return made


def random_rules(seed):
    """One random book with random patients; None where the library does not take the book."""
    draw = random.Random(seed)
    text = random_book(bench.book, draw)
    own = Bench(bench.ekbom, rules=text, most=bench.most)
    maker = Maker(own.book, own.units, own.classes, draw, bounds_with_limits=False)
    patients = [json.dumps(maker.about(own.book.tables, draw.choice([0.3, 0.6, 0.9]))) for _ in range(PATIENTS_OF_A_BOOK)]
    try:
        found = own.differences(patients)
    except Refused as why:
        if "needs more than" not in str(why):
            raise
        return None
    vectors = [{**vector(own, each, differing), "rules": json.loads(text)["tables"]} for each, differing in found[:1]]
    return own.counts, len(found), vectors


def changed_rules(case):
    """That the comparison can fail: the library has other rules than are read here. Was it seen where it should be?"""
    kind, seed = case
    draw = random.Random(seed)
    text = bench.ekbom.text("rules", "--format", "json")
    mine, theirs = json.loads(text), json.loads(text)
    what, patients = {"positions": limit_moved, "next_tests": nothing_asked, "disagreements": none_compatible}[kind](
        draw, mine, theirs)
    tests_of_each = 1 if kind == "next_tests" else 1000
    own = Bench(bench.ekbom, rules=json.dumps(theirs), most=bench.most, read_as=json.dumps(mine), tests_of_each=tests_of_each)
    maker = Maker(own.book, own.units, own.classes, draw)
    # The rest of a patient is drawn at random and may stand in the way: so several times.
    for _ in range(10):
        made = [json.dumps(patient) for _ in range(5) for patient in patients(maker)]
        keys = {key for _, differing in own.differences(made) for key, *_ in differing}
        seen = bool(keys & ({"positions", "rules", "needs", "flags"} if kind == "positions" else {kind}))
        if seen:
            break
    return f"{what} ({kind})", seen


def limit_moved(draw, mine, theirs):
    """One limit is higher by one."""
    table, rule = draw.choice([(table, rule) for table in theirs["tables"] for rule in table["rules"] if "at_most" in rule["when"]])
    fact, limit, unit = (rule["when"][key] for key in ("fact", "at_most", "unit"))
    rule["when"]["at_most"] = limit + 1

    def patients(maker):
        return maker.around(maker.book.table(table["question"], table["guideline"]), fact, maker.book.amount(fact, limit, unit))

    return f"{rule['id']}: {limit} read as {limit + 1}", patients


def nothing_asked(draw, mine, theirs):
    """The tables of a question that turns on one test ask nothing any more."""
    question = draw.choice(["kidney.albuminuria", "glycaemia", "blood.macrocytosis", "blood.anaemia", "folate.status"])
    for table in theirs["tables"]:
        if table["question"] == question:
            table["rules"] = table["rules"][-1:]
    return f"{question}: the last rule of each table alone", about(question, 0.5)


def none_compatible(draw, mine, theirs):
    """Answers that are compatible are read as if they were not."""
    question = next(own for own in mine["questions"] if own["id"] == "iron.therapy")
    question["compatible"] = []
    return f"{question['id']}: no answers read as compatible", about(question["id"], 0.9)


def about(question, said):
    return lambda maker: [maker.about([table], said) for table in maker.book.tables if table.question == question]


def chunks(items):
    items = iter(items)
    while chunk := list(itertools.islice(items, CHUNK)):
        yield chunk


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ekbom", help="the command")
    parser.add_argument("--times", type=int, default=int(os.environ.get("EKBOM_TIMES", "1")), help="so many times the random cases")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other cases")
    parser.add_argument("--most", type=int, default=400, help="points of a box to look at before one is left out")
    parser.add_argument("--out", type=Path, default=Path("reference-disagreements.json"), help="where disagreements are written")
    parser.add_argument("--people", type=int, default=1500, help="so many people of NHANES, evenly spread; 0 for all")
    parser.add_argument("--minutes", type=float, default=0, help="begin anew with the next seed until so many are over")
    parser.add_argument("--processes", type=int, default=None, help="as many at a time; as many as there are processors")
    args = parser.parse_args()
    args.out.unlink(missing_ok=True)
    return Run(args).all_rounds()


class Run:
    def __init__(self, args):
        self.args, self.started = args, time.monotonic()
        self.passed, self.failed, self.sums, self.vectors = 0, 0, {}, []
        self.said = self.started
        set_up(args.ekbom, args.most)
        self.everybody = [(person, None) for person in nhanes.people(bench.units)]

    def all_rounds(self):
        with multiprocessing.Pool(self.args.processes, set_up, (self.args.ekbom, self.args.most)) as pool:
            for number in itertools.count():
                self.round(pool, number)
                if self.seconds() >= self.args.minutes * 60:
                    break
        if number:
            print(f"{number + 1} rounds: {in_words(self.sums)} ({self.seconds():.1f} s)")
        if self.vectors:
            print(f"disagreements are in {self.args.out}")
        print(f"{self.passed} passed, {self.failed} failed")
        return 1 if self.failed else 0

    def seconds(self):
        return time.monotonic() - self.started

    def round(self, pool, number):
        """Every kind of case once, and changed rules; the next round has others, of NHANES the next people."""
        seed, times = self.args.seed + number, self.args.times
        maker = Maker(bench.book, bench.units, bench.classes, random.Random(seed))
        step = max(1, len(self.everybody) // self.args.people) if self.args.people else 1
        for name, task, items in (
            ("around every limit", compared, chunks(maker.around_every_limit(times))),
            ("random patients", compared, chunks(maker.anybody() for _ in range(ANYBODY * times))),
            ("random rules", random_rules, [f"{seed} book {book}" for book in range(BOOKS * times)]),
            ("NHANES", compared, chunks(self.everybody[number % step :: step])),
        ):
            self.kind(name, pool.imap_unordered(task, items))
        changes = [(kind, f"{seed} change {place}") for place, kind in enumerate(CHANGES)]
        for what, seen in pool.imap_unordered(changed_rules, changes):
            print(f"a changed rule, {what}: {'seen' if seen else 'NOT SEEN'}")
            self.passed, self.failed = self.passed + seen, self.failed + (not seen)

    def kind(self, name, results):
        """Counts what one kind of case came to, and keeps the disagreements."""
        started, sums, disagreed, passed_over = time.monotonic(), {}, 0, 0
        for result in results:
            if result is None:
                passed_over += 1
                continue
            counts, found, own = result
            add(sums, counts)
            add(self.sums, counts)
            disagreed += found
            if own:
                self.vectors += own
                write(self.args.out, self.vectors)
            self.progress(name)
        more = f", {passed_over} books too large" if passed_over else ""
        took = time.monotonic() - started
        print(f"{name}: {in_words(sums)}{more}; {disagreed} disagree ({took:.1f} s)", flush=True)
        unread = sums.get("refused", 0) + sums.get("not read", 0)
        self.passed += sums.get("patients", 0) - disagreed - unread
        self.failed += disagreed
        # Patients are made to be accepted.
        if unread * 50 > sums.get("patients", 1):
            print(f"{name}: too many were refused, or not read")
            self.failed += 1

    def progress(self, name):
        """On a terminal all the time, else once a minute."""
        words = f"{self.seconds() / 60:.1f} min, {name}: {self.sums['patients']} patients, {self.sums['positions']} positions"
        if sys.stderr.isatty():
            print(f"\r{words}", end="", file=sys.stderr)
        elif time.monotonic() - self.said >= 60:
            self.said = time.monotonic()
            print(f"... {words}, {self.failed} disagree", file=sys.stderr, flush=True)


def add(sums, counts):
    for key, count in counts.items():
        sums[key] = sums.get(key, 0) + count


def in_words(sums):
    return ", ".join(f"{count} {what}" for what, count in sums.items() if count) or "nothing"


def write(path, vectors):
    """As a vector file; the random rules that a vector belongs to stand beside it, for `ekbom assess --rules`."""
    for place, own in enumerate(vectors):
        own["id"] = f"disagreement/{place + 1}"
        tables = own.pop("rules", None)
        if tables is not None:
            rules = path.with_name(f"{path.stem}-rules-{own['id'].rsplit('/')[-1]}.json")
            rules.write_text(json.dumps({"ekbom": "", "version": "random", "hash": "", "tables": tables}, indent=1) + "\n")
            own["why"] += f" By the rules in {rules.name}."
    file = {"vectors_version": "1", "topic": path.stem, "vectors": vectors}
    path.write_text(json.dumps(file, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    sys.exit(main())
