"""Holds the `ekbom` command against the reference evaluator. See docs/src/reference-evaluator.md.

    python3 tests/reference target/ci/ekbom                 as in the test command
    python3 tests/reference target/ci/ekbom --times 1000    a thousand times as many random cases
    python3 tests/reference target/ci/ekbom --minutes 25    other cases, again and again, for so long
"""

import argparse
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
# Cases of one run with `--times 1`.
ANYBODY, BOOKS, PATIENTS_OF_A_BOOK, CHANGED_BOOKS = 1000, 120, 40, 6

ekbom_path, seed, most = None, 0, 400
bench = None


def set_up(path, own_seed, own_most):
    global ekbom_path, seed, most, bench
    ekbom_path, seed, most = path, own_seed, own_most
    bench = Bench(Ekbom(path), most=most)


def compared(patients):
    """Compares patients, each with the names of its tables, by the built-in rules."""
    before = dict(bench.counts)
    texts = [json.dumps(patient) for patient, _ in patients]
    found = bench.differences(texts, [tables for _, tables in patients])
    vectors = [vector(bench, text, differing) for text, differing in found[:5]]
    return {key: bench.counts[key] - before[key] for key in before}, len(found), vectors


def vector(own, text, differing):
    small = shrunk(own, text)
    return as_vector(small, (own.differences([small]) or [(None, differing)])[0][1], "")


def random_rules(number):
    """One random book with random patients; None where the library does not take the book."""
    draw = random.Random(f"{seed} book {number}")
    text = random_book(bench.book, draw)
    own = Bench(bench.ekbom, rules=text, most=most)
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


def changed_rules(number):
    """That the comparison can fail: one limit of the rules is changed for the library alone. Were the disagreements seen?"""
    draw = random.Random(f"{seed} change {number}")
    text = bench.ekbom.text("rules", "--format", "json")
    book = json.loads(text)
    places = [(table, rule) for table in book["tables"] for rule in table["rules"] if "at_most" in rule["when"]]
    table, rule = draw.choice(places)
    limit = rule["when"]["at_most"]
    rule["when"]["at_most"] = limit + 1
    name = f"{table['question']}@{table['guideline']}"
    own = Bench(bench.ekbom, rules=json.dumps(book), most=most, read_as=text)
    maker = Maker(own.book, own.units, own.classes, draw)
    fact, unit = rule["when"]["fact"], rule["when"]["unit"]
    read = next(other for other in own.book.tables if other.name == name)
    # The rest of a patient is drawn at random and may stand in the way: so several times.
    for _ in range(10):
        around = [made for _ in range(5) for made in maker.around(read, fact, own.book.amount(fact, limit, unit))]
        seen = own.differences([json.dumps(patient) for patient in around], [{name}] * len(around))
        if seen:
            break
    return f"{rule['id']}: {limit} read as {limit + 1}", bool(seen)


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
    started, passed, failed, vectors, all_sums = time.monotonic(), 0, 0, [], {}
    for number in itertools.count():
        own_passed, own_failed, sums = one_round(args, args.seed + number, vectors)
        passed, failed = passed + own_passed, failed + own_failed
        all_sums = {key: all_sums.get(key, 0) + count for key, count in sums.items()}
        if time.monotonic() - started >= args.minutes * 60:
            break
    if number:
        note = ", ".join(f"{count} {what}" for what, count in all_sums.items() if count)
        print(f"{number + 1} rounds, {time.monotonic() - started:.0f} s: {note}")
    if vectors:
        print(f"disagreements are in {args.out}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


def one_round(args, own_seed, vectors):
    """Every kind of case once, and changed rules; adds disagreements to the vectors."""
    set_up(args.ekbom, own_seed, args.most)
    maker = Maker(bench.book, bench.units, bench.classes, random.Random(own_seed))
    everybody = [(person, None) for person in nhanes.people(bench.units)]
    if args.people:
        everybody = everybody[:: max(1, len(everybody) // args.people)]
    passed, failed, all_sums = 0, 0, {}
    with multiprocessing.Pool(args.processes, set_up, (args.ekbom, own_seed, args.most)) as pool:
        for name, task, items in (
            ("around every limit", compared, chunks(maker.around_every_limit(args.times))),
            ("random patients", compared, chunks(maker.anybody() for _ in range(ANYBODY * args.times))),
            ("random rules", random_rules, range(BOOKS * args.times)),
            ("NHANES", compared, chunks(everybody)),
        ):
            started, sums, disagreed, passed_over = time.monotonic(), {}, 0, 0
            for result in pool.imap_unordered(task, items):
                if result is None:
                    passed_over += 1
                    continue
                counts, found, own = result
                sums = {key: sums.get(key, 0) + count for key, count in counts.items()}
                disagreed += found
                vectors += own
                if sys.stderr.isatty():
                    print(f"\r{name}: {sums['patients']} patients", end="", file=sys.stderr)
            note = ", ".join(f"{count} {what}" for what, count in sums.items() if count)
            more = f", {passed_over} books too large" if passed_over else ""
            print(f"{name}: {note or 'nothing'}{more}; {disagreed} disagree ({time.monotonic() - started:.1f} s)", flush=True)
            if vectors:
                write(args.out, vectors)
            passed += sums.get("patients", 0) - disagreed - sums.get("refused", 0)
            failed += disagreed
            all_sums = {key: all_sums.get(key, 0) + count for key, count in sums.items()}
            # Patients are made to be accepted.
            if sums.get("refused", 0) * 50 > sums.get("patients", 1):
                print(f"{name}: too many were refused")
                failed += 1
        for what, seen in pool.imap_unordered(changed_rules, range(CHANGED_BOOKS)):
            print(f"a changed rule, {what}: {'seen' if seen else 'NOT SEEN'}")
            passed, failed = passed + seen, failed + (not seen)
    return passed, failed, all_sums


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
