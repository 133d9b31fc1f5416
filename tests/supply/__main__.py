"""What the project is made of: reasons, licences, bills of materials.

usage: python tests/supply check                (from the root of the repository)
       python tests/supply check EKBOM          also holds the bill of the command against the command
       python tests/supply bills FOLDER         writes a bill of materials for each artefact

Nothing is fetched: cargo runs offline. docs/src/supply-chain.md says what is checked.
"""

import sys
from pathlib import Path

import bills
import licences
import reasons


def check(command):
    passed = failed = 0
    for what, faults in (*reasons.checks(), *licences.checks(), *bills.checks(command)):
        found = list(faults)
        passed, failed = passed + (not found), failed + bool(found)
        print(f"{'FAILED' if found else 'ok    '} {what}")
        for fault in found:
            print(f"    {fault}")
    print(f"{passed} passed, {failed} failed")
    return bool(failed)


match sys.argv[1:]:
    case ["check", *command] if len(command) < 2:
        sys.exit(check(command[0] if command else None))
    case ["bills", folder]:
        bills.write(Path(folder))
    case _:
        sys.exit(__doc__)
