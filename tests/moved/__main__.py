"""What moved between two versions of the knowledge: which questions, whose answers, how many people, with examples.

usage: python tests/moved OLD NEW [--no-data]        (from anywhere)

OLD and NEW are each an `ekbom` command, or a folder of stored answers such as `tests/compat/2026.1`. With two commands
everybody is asked: vectors, patients, cases, and public data where it is at hand. With a folder, the people are those
stored in it. Prints Markdown for the changelog. How it is read: docs/src/what-moved.md.
"""

import argparse
import json
import lzma
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import people

EXAMPLES = 3


def stored(folder):
    """Names, patients and answers that a version left in the repository."""
    names = (folder / "ids.txt").read_text(encoding="utf-8").split("\n")
    patients = [json.loads(line) for line in (folder / "patients.ndjson").read_text(encoding="utf-8").splitlines()]
    with lzma.open(folder / "assessments.ndjson.xz", "rt", encoding="utf-8") as file:
        answers = [seen(json.loads(line)) for line in file]
    if not len(patients) == len(answers) <= len(names):
        sys.exit(f"{folder}: {len(patients)} patients, {len(answers)} answers")
    return list(zip(names, patients)), answers


def ask(command, patients):
    """One answer for each; refused patients have one too."""
    text = "".join(json.dumps(patient) + "\n" for patient in patients)
    done = subprocess.run([command, "assess", "--format", "json", "-"], input=text, capture_output=True, text=True, encoding="utf-8")
    lines = done.stdout.splitlines()
    if done.returncode not in (0, 2) or len(lines) != len(patients):
        sys.exit(f"{command}: exit code {done.returncode}, {len(lines)} answers to {len(patients)}: {done.stderr[:500]}")
    return [seen(json.loads(line)) for line in lines]


def seen(answer):
    """What a reader sees of an answer, by what it answers: the words do not count, the codes do."""
    if "errors" in answer:
        return {("refused", ""): "refused"}
    made = {}
    for own in answer["positions"]:
        made["answer", f"{own['question']}@{own['guideline']}"] = ", ".join(sorted(own["possible"]))
    offered = defaultdict(set)
    for own in answer["recommendations"]:
        withheld = "" if own["withheld"] is None else " (withheld: " + ", ".join(sorted(own["withheld"])) + ")"
        offered[f"{own['action']}@{own['guideline']}"].add(own["direction"] + withheld)
    for name, ways in offered.items():
        made["recommendation", name] = "; ".join(sorted(ways))
    for own in answer["alerts"]:
        made["alert", own["code"]] = own["severity"]
    for own in answer.get("critical", []):
        made["critical", own.get("fact") or own.get("analyte") or "result"] = "critical"
    for own in answer.get("precautions", []):
        made["precaution", own["id"]] = own["severity"] + ("" if own["certain"] else " (not certain)")
    for own in answer.get("acts", []):
        made["act", own["act"]] = own["certainty"]
    return made


class Moved:
    """Counts by what moved, and from what to what. What neither version can say of anybody is not compared."""

    def __init__(self):
        self.people, self.touched = 0, 0
        self.by_name = defaultdict(lambda: defaultdict(list))
        self.old_names, self.new_names = set(), set()

    def add(self, names, old, new):
        for name, before, after in zip(names, old, new):
            self.people += 1
            self.old_names |= before.keys()
            self.new_names |= after.keys()
            if (("refused", "") in before) != (("refused", "") in after):
                key = ("refused", "")
                way = tuple("refused" if key in own else "accepted" for own in (before, after))
                self.touched += 1
                self.by_name[key][way].append(name)
                continue
            keys = [key for key in before.keys() | after.keys() if before.get(key) != after.get(key)]
            self.touched += bool(keys)
            for key in keys:
                self.by_name[key][before.get(key, "-"), after.get(key, "-")].append(name)

    def markdown(self):
        print(f"{self.touched} of {self.people} people have at least one answer that moved.\n")
        for kind, title in TITLES.items():
            mine = {name: ways for (own, name), ways in self.by_name.items() if own == kind}
            if not mine:
                continue
            print(f"### {title}\n")
            print("| what | before | after | people | for example |\n|---|---|---|---|---|")
            for name in sorted(mine, key=lambda name: (-sum(map(len, mine[name].values())), name)):
                # Nobody had it before, or nobody has it now: a table that was added or taken away, not one that changed.
                new = " (new)" if kind != "refused" and (kind, name) not in self.old_names else ""
                gone = " (gone)" if kind != "refused" and (kind, name) not in self.new_names else ""
                for way in sorted(mine[name], key=lambda way: (-len(mine[name][way]), way)):
                    who = mine[name][way]
                    print(f"| {name or 'the patient'}{new}{gone} | {way[0]} | {way[1]} | {len(who)} | {', '.join(who[:EXAMPLES])} |")
            print()


TITLES = {
    "refused": "Accepted or refused",
    "critical": "Critical results",
    "answer": "Answers",
    "recommendation": "Recommendations",
    "precaution": "Precautions",
    "alert": "Alerts",
    "act": "Acts",
}


def batches(items, size=2000):
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def main():
    parser = argparse.ArgumentParser(description="What moved between two versions of the knowledge.")
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    parser.add_argument("--no-data", action="store_true", help="the people of the tests only")
    said = parser.parse_args()
    folders = [own for own in (said.old, said.new) if own.is_dir()]
    groups = []
    if folders:
        who, _ = stored(folders[0])
        groups.append((f"Stored with {folders[0].name}", who))
    else:
        groups.append(("Vectors, patients and cases", people.of_tests()))
        if not said.no_data:
            groups.append(("NHANES and MIMIC demo", people.of_data()))

    def answers(side, patients):
        return stored(side)[1] if side.is_dir() else ask(str(side.resolve()), patients)

    for title, who in groups:
        moved = Moved()
        for batch in [list(who)] if folders else batches(who):
            names, patients = [name for name, _ in batch], [patient for _, patient in batch]
            moved.add(names, answers(said.old, patients), answers(said.new, patients))
        print(f"## {title}\n")
        if moved.people:
            moved.markdown()
        else:
            print("Nobody: the data is not at hand (`EKBOM_DATA`).\n")


main()
