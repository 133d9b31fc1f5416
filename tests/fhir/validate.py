"""Answers in FHIR as another implementation of R4B reads them.

`python tests/fhir/validate.py EKBOM`: the command, which is asked about one in twenty of the shared vectors and about the
patients beside them. A Bundle is read with all its entries and what they contain. Ends with a line `N passed, M failed`.
"""

import json
import subprocess
import sys
from pathlib import Path

from fhir.resources.R4B import get_fhir_model_class


def resources(value):
    """Every resource in it, the outermost first."""
    if isinstance(value, list):
        for own in value:
            yield from resources(own)
    elif isinstance(value, dict):
        if "resourceType" in value:
            yield value
        for own in value.values():
            yield from resources(own)


def answers(command):
    """What the command says of each, by the name of the vector or the file."""
    asked = []
    for file in sorted(Path("tests/vectors").glob("*.json")):
        vectors = json.loads(file.read_text(encoding="utf-8")).get("vectors", [])
        asked += [(own["id"], own["patient"]) for own in vectors if "patient" in own]
    asked = asked[::20]
    asked += [(file.name, json.loads(file.read_text(encoding="utf-8"))) for file in sorted(Path("tests/patients").glob("*.json"))]
    lines = "\n".join(json.dumps(patient) for _, patient in asked)
    said = subprocess.run([command, "assess", "--format", "fhir", "-"], input=lines, capture_output=True, text=True, check=False)
    # 2: a patient was refused, which is an answer too.
    assert said.returncode in (0, 2), said.stderr
    made = said.stdout.splitlines()
    assert len(made) == len(asked), f"{len(made)} answers to {len(asked)} patients"
    return zip((name for name, _ in asked), map(json.loads, made))


def main(command):
    passed = failed = 0
    for name, said in answers(command):
        try:
            for own in resources(said):
                read = get_fhir_model_class(own["resourceType"]).model_validate(own)
                # What was read says the same: no element was dropped.
                assert json.loads(read.model_dump_json()) == own, "it comes back as something else"
            passed += 1
        except Exception as error:  # noqa: BLE001 - whatever is wrong with it is a failure
            failed += 1
            print(f"FAILED {name}: {error}")
    # A broken resource must be noticed, or the above proves nothing.
    for broken in ({"resourceType": "GuidanceResponse", "status": "success"}, {"resourceType": "Task", "what": 1}):
        try:
            get_fhir_model_class(broken["resourceType"]).model_validate(broken)
            failed += 1
            print(f"FAILED: {broken} was accepted")
        except ValueError:
            passed += 1
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
