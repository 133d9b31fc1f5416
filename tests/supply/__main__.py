"""What the project is made of: reasons, licences, bills of materials, notices.

usage, from the root of the repository: python tests/supply ...

    check                           reasons, licences, bills, notices
    check TARGET                    and the bills against what is built in the target directory
    bills FOLDER [ARTEFACT...]      writes a bill of materials for each artefact, or for these
    notices FOLDER [ARTEFACT...]    writes the notices of licences that go with each, or with these

Nothing is fetched: cargo runs offline. docs/src/supply-chain.md says what is checked.
"""

import sys
from pathlib import Path

import bills
import binaries
import licences
import notices
import reasons


def check(target):
    passed = failed = 0
    built = binaries.checks(target) if target else ()
    for what, faults in (*reasons.checks(), *licences.checks(), *bills.checks(), *notices.checks(), *built):
        found = list(faults)
        passed, failed = passed + (not found), failed + bool(found)
        print(f"{'FAILED' if found else 'ok    '} {what}")
        for fault in found:
            print(f"    {fault}")
    print(f"{passed} passed, {failed} failed")
    return bool(failed)


match sys.argv[1:]:
    case ["check"]:
        sys.exit(check(None))
    case ["check", target]:
        sys.exit(check(Path(target)))
    case ["bills", folder, *artefacts] if set(artefacts) <= set(bills.ARTEFACTS):
        bills.write(Path(folder), artefacts)
    case ["notices", folder, *artefacts] if set(artefacts) <= set(bills.ARTEFACTS):
        notices.write(Path(folder), artefacts)
    case _:
        sys.exit(__doc__)
