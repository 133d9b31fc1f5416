"""A runner of the vectors for any command that reads patients as NDJSON and answers in NDJSON, one line a patient:

    python3 tests/conformance/command.py target/ci/ekbom assess --format json -

`patient_text`, which may be no JSON at all, is handed over by itself; not where it is a list, which to a command is several
patients: such a vector is counted as not asked. How a runner must work stands in
tests/vectors/README.md."""

import json
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import files  # noqa: E402

VERSION = "1"
KEYS = {"id", "why", "patient", "patient_text", "expect"}


def answered(command, vectors):
    """What the command says of each vector's patient."""
    lines = [json.dumps(own["patient"]) for own in vectors if "patient" in own]
    # A last line makes it NDJSON, however few they are.
    said = iter(run(command, "\n".join([*lines, '{"labs": []}'])).splitlines())
    for own in vectors:
        yield json.loads(next(said) if "patient" in own else run(command, own["patient_text"]))


def is_asked(vector):
    return not vector.get("patient_text", "").lstrip().startswith("[")


def run(command, text):
    # 2: some patient was refused.
    done = subprocess.run(command, input=text.encode("utf-8"), capture_output=True)
    if done.returncode not in (0, 2):
        sys.exit(f"{command[0]} ended with {done.returncode}: {done.stderr.decode('utf-8', 'replace')}")
    return done.stdout.decode("utf-8")


class Answer:
    """An assessment, or a refusal, looked at as the table in the README says."""

    def __init__(self, said):
        self.said = said
        if "errors" not in said:
            self.positions = {f"{own['question']}@{own['guideline']}": own for own in said["positions"]}
            self.codes = {
                "alerts": {own["code"] for own in said["alerts"]},
                "acts": {own["act"] for own in said["acts"]},
                "claims": set(said["claims"]),
                "disagreements": {own["question"] for own in said["disagreements"]},
            }

    def differences(self, expect):
        """In words, whatever is not as expected."""
        if ("errors" in expect) != ("errors" in self.said):
            yield f"refused: {self.said['errors']}" if "errors" in self.said else "accepted, and should be refused"
            return
        for key, wanted in expect.items():
            plain = key.removeprefix("no_")
            if key == "errors":
                yield from self.errors(wanted)
            elif key in ("positions", "needs", "rules", "flags", "no_flags"):
                yield from self.by_position(key, wanted)
            elif key == "no_positions":
                yield from (f"a position {name}" for name in wanted if name in self.positions)
            elif plain in self.codes:
                yield from (f"{key}: {code}" for code in wanted if (code in self.codes[plain]) == (key != plain))
            elif key == "recommendations":
                yield from (fault for item in wanted for fault in self.recommendation(item))
            elif key == "no_recommendations":
                yield from (f"{key}: {action}" for action in wanted if self.recommended(action))
            elif key == "recommendation_order":
                yield from self.order(wanted)
            elif key == "next_tests":
                yield from self.one_of(wanted, "next_tests", ("test",), {"could_change": subset, "instructions": subset})
            elif key == "derived":
                yield from (fault for item in wanted for fault in self.derived(item))
            else:
                yield f"unknown key `{key}` in `expect`"

    def by_position(self, key, wanted):
        part = {"positions": "possible", "no_flags": "flags"}.get(key, key)
        compare = {"flags": subset, "no_flags": lambda codes, said: not set(codes) & set(said)}.get(key, same)
        for name, codes in wanted.items():
            if name not in self.positions:
                yield f"no position {name}"
            elif not compare(codes, self.positions[name][part]):
                yield f"{key} of {name}: {codes} expected, {self.positions[name][part]} said"

    def one_of(self, wanted, key, names, parts):
        """The first item that has these names; what it holds in its parts."""
        for item in wanted:
            yield from (f"unknown key `{own}` in `{key}`" for own in item.keys() - {*names, *parts})
            own = next((own for own in self.said[key] if all(own.get(name) == item.get(name) for name in names)), None)
            if own is None:
                yield f"{key}: nothing like {item}"
                continue
            for part, compare in parts.items():
                if part in item and not compare(item[part], own.get(part)):
                    yield f"{key}: {part} {item[part]} expected, {own.get(part)} said"

    def recommendation(self, item):
        def withheld(wanted, said):
            return wanted == said if wanted is None or said is None else same(wanted, said)

        parts = {"strength": lambda wanted, said: wanted == said, "withheld": withheld, "cautions": subset}
        yield from self.one_of([item], "recommendations", ("action", "guideline", "direction"), parts)

    def recommended(self, action):
        code, _, guideline = action.partition("@")
        return [own for own in self.said["recommendations"] if own["action"] == code and guideline in ("", own["guideline"])]

    def order(self, wanted):
        actions = [own["action"] for own in self.said["recommendations"]]
        places = [actions.index(action) if action in actions else -1 for action in wanted]
        if -1 in places or places != sorted(places):
            yield f"recommendation_order: {wanted} stand at {places}"

    def derived(self, item):
        near = dict.fromkeys(("value", "low", "high"), lambda wanted, said: abs(wanted - said) <= item["tolerance"])
        known = {key: value for key, value in item.items() if key != "tolerance"}
        yield from self.one_of([known], "derived", ("fact", "if_sex"), {**near, "from": same})

    def errors(self, wanted):
        said = self.said["errors"]
        if len(wanted) != len(said):
            yield f"{len(wanted)} errors expected: {said}"
            return
        for item, own in zip(wanted, said):
            yield from (f"unknown key `{key}` in `errors`" for key in item.keys() - {"field", "value", "message", "accepted"})
            if any(key in item and item[key] != own[key] for key in ("field", "value")):
                yield f"error {item} expected, {own} said"
            if not subset(item.get("accepted", []), own["accepted"]) or item.get("message", "") not in own["message"]:
                yield f"error {item} expected, {own} said"


def same(wanted, said):
    return set(wanted) == set(said)


def subset(wanted, said):
    return set(wanted) <= set(said)


def main(*command):
    passed = failed = not_asked = 0
    if files.formats() != {VERSION}:
        sys.exit(f"another version of the format than {VERSION}: {files.formats()}")
    for name, vectors in files.vectors().items():
        asked = list(filter(is_asked, vectors))
        not_asked += len(vectors) - len(asked)
        for own, said in zip(asked, answered(command, asked), strict=True):
            faults = [f"unknown key `{key}`" for key in own.keys() - KEYS] + list(Answer(said).differences(own["expect"]))
            passed, failed = passed + (not faults), failed + bool(faults)
            for fault in faults:
                print(f"FAILED {name}, {own['id']}: {fault}")
    print(f"{not_asked} not asked: their patient is a list")
    print(f"conformance: {passed} passed, {failed} failed")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
