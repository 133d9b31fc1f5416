"""Answers in FHIR and the resources on cards, as another implementation of R4B reads them.

`python tests/fhir/validate.py FILE...`: each file a list of resources. A Bundle is read with all its entries and what they
contain. Ends with a line `N passed, M failed`.
"""

import json
import sys

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


def main(files):
    passed = failed = 0
    for file in files:
        with open(file, encoding="utf-8") as opened:
            said = json.load(opened)
        for own in resources(said):
            kind = own["resourceType"]
            try:
                read = get_fhir_model_class(kind).model_validate(own)
                # What was read says the same: no element was dropped.
                assert json.loads(read.model_dump_json()) == own, "it comes back as something else"
                passed += 1
            except Exception as error:  # noqa: BLE001 - whatever is wrong with it is a failure
                failed += 1
                print(f"FAILED {file}: {kind}: {error}")
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
    sys.exit(main(sys.argv[1:]))
