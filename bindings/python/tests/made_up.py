"""Made-up people for the pages and pictures of the documentation: the columns of real sources, and nobody in them.

usage: made_up.py        writes docs/src/example/people.csv, labevents.csv and record.json again
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


def labevents() -> str:
    """Results, one a row, with the columns of MIMIC-III's LABEVENTS: what makes the real table hard is in it."""
    own = random.Random(50924)
    # Item, unit, middle and spread of its logarithm, digits.
    items = [(50924, "ng/mL", 4.6, 1.1, 0), (50952, "ug/dL", 3.9, 0.5, 0), (50953, "ug/dL", 5.6, 0.2, 0)]
    items += [(50912, "mg/dL", 0.1, 0.5, 1), (51222, "g/dL", 2.4, 0.15, 1), (51010, "pg/mL", 6.2, 0.6, 0)]
    lines = ["row_id,subject_id,hadm_id,itemid,charttime,value,valuenum,valueuom,flag"]
    for person in range(60):
        for _ in range(own.randint(1, 3)):
            stamp = f"21{own.randint(60, 61)}-{own.randint(1, 12):02}-{own.randint(1, 28):02} {own.randint(0, 23):02}:30:00"
            for item, unit, middle, spread, digits in items:
                if own.random() < 0.25:
                    continue
                number = f"{own.lognormvariate(middle, spread):.{digits}f}"
                value, number = own.choices(
                    [(number, number), ("UNABLE TO REPORT", ""), (f"GREATER THAN {number}", ""), (number, number)], [90, 2, 3, 5]
                )[0]
                unit_of_row = "" if own.random() < 0.02 else unit
                lines.append(f"{len(lines)},{20000 + person},,{item},{stamp},{value},{number},{unit_of_row},")
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


FILES = {"people.csv": people, "labevents.csv": labevents, "record.json": record}

if __name__ == "__main__":
    for name, make in FILES.items():
        (EXAMPLE / name).write_text(make(), encoding="utf-8")
