"""Made-up people for the pages and pictures of the documentation: the columns of real sources, and nobody in them.

usage: made_up.py        writes docs/src/example/people.csv and record.json again
"""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

EXAMPLE = Path(__file__).resolve().parents[3] / "docs" / "src" / "example"
ROWS = 600


def people() -> str:
    """A survey, one person a row, with the columns that the chapter on NHANES reads."""
    own = random.Random(1999)
    lines = ["SEQN,age,sex,pregnant,ferritin_ng_mL,tsat_pct,hb_g_dL,creatinine_mg_dL,crp_mg_dL,weight"]
    for place in range(ROWS):
        sex, age = own.choice(("Female", "Male")), own.randint(18, 85)
        ferritin = own.lognormvariate(3.7 if sex == "Female" and age < 50 else 4.6, 0.9)
        values = [
            ("" if own.random() < 0.05 else f"{ferritin:.1f}"),
            ("" if own.random() < 0.25 else f"{min(90.0, own.lognormvariate(3.15, 0.4)):.1f}"),
            f"{own.gauss(13.2 if sex == 'Female' else 14.9, 1.2):.1f}",
            f"{own.lognormvariate(-0.15, 0.28):.2f}",
            ("" if own.random() < 0.2 else f"{own.lognormvariate(-1.4, 1.0):.2f}"),
        ]
        pregnant = "1" if sex == "Female" and age < 45 and own.random() < 0.04 else "0"
        lines.append(f"{place + 1},{age},{sex},{pregnant},{','.join(values)},{own.lognormvariate(9.5, 0.6):.0f}")
    return "\n".join(lines) + "\n"


def record() -> str:
    """A bundle of two people."""
    entries: list[dict[str, Any]] = []
    for key, gender, born, ferritin, saturation in (("a", "female", "1962-03-01", 38, 17), ("b", "male", "1955-11-20", 410, 52)):
        entries.append({"resourceType": "Patient", "id": key, "gender": gender, "birthDate": born})
        for code, value, unit in (("2276-4", ferritin, "ng/mL"), ("2502-3", saturation, "%")):
            entries.append(
                {
                    "resourceType": "Observation",
                    "status": "final",
                    "subject": {"reference": f"Patient/{key}"},
                    "code": {"coding": [{"system": "http://loinc.org", "code": code}]},
                    "effectiveDateTime": "2020-05-14",
                    "valueQuantity": {"value": value, "unit": unit, "system": "http://unitsofmeasure.org", "code": unit},
                }
            )
    bundle = {"resourceType": "Bundle", "type": "collection", "entry": [{"resource": own} for own in entries]}
    return json.dumps(bundle, indent=1) + "\n"


FILES = {"people.csv": people, "record.json": record}

if __name__ == "__main__":
    for name, make in FILES.items():
        (EXAMPLE / name).write_text(make(), encoding="utf-8")
