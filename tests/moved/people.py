"""The people two versions are held against: vectors, patients, cases, what the last version wrote, and public data."""

import csv
import json
import os
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("EKBOM_DATA", ROOT.parent / "shared" / "data"))

# As in crates/ekbom/tests/nhanes.rs, which says why: column, analyte, unit.
CYCLES = {
    "nhanes_1999_2000": [
        ("ferritin", "LBXFER_ng_mL", "ng/mL"), ("tsat", "LBXPCT_pct", "%"), ("iron", "LBXIRN_ug_dL", "ug/dL"),
        ("tibc", "TIBC_derived_ug_dL", "ug/dL"), ("haemoglobin", "LBXHGB_g_dL", "g/dL"), ("mcv", "LBXMCVSI_fL", "fL"),
        ("creatinine", "LBXSCR_mg_dL", "mg/dL"), ("crp", "LBXCRP_mg_dL", "mg/dL"), ("b12_total", "LBXB12_pg_mL", "pmol/L"),
    ],
    "nhanes_2005_2006": [
        ("ferritin", "LBXFER", "ng/mL"), ("mcv", "mcv", "fL"), ("creatinine", "creat", "mg/dL"), ("crp", "crp", "mg/dL"),
        ("b12_total", "vitaminB12", "pmol/L"), ("hcy", "LBXHCY_umol_L", "umol/L"),
    ],
    "nhanes_2017_2018": [
        ("ferritin", "LBXFER", "ng/mL"), ("mcv", "mcv", "fL"), ("creatinine", "creat", "mg/dL"), ("crp", "crp", "mg/dL"),
    ],
}
PANEL = [
    ("albumin", "albumin", "g/dL"), ("b12", "b12_total", "pg/mL"), ("calcium", "calcium", "mg/dL"),
    ("creatinine", "creatinine", "mg/dL"), ("crp", "crp", "mg/L"), ("ferritin", "ferritin", "ng/mL"),
    ("folate", "folate_serum", "ng/mL"), ("hb", "haemoglobin", "g/dL"), ("hba1c", "hba1c", "%"), ("iron", "iron", "ug/dL"),
    ("mcv", "mcv", "fL"), ("tibc", "tibc", "ug/dL"), ("transferrin", "transferrin", "mg/dL"), ("tsh", "tsh", "uIU/mL"),
]


def number(text):
    try:
        return float(text)
    except (TypeError, ValueError):
        return None


def labs(row, columns):
    """Unlikely results are confirmed, so that both versions read them; what is impossible both refuse."""
    found = ((analyte, number(row.get(column)), unit) for analyte, column, unit in columns)
    return [{"analyte": a, "value": v, "unit": u, "confirmed": True} for a, v, u in found if v is not None]


def survey(cycle, row):
    oldest = cycle == "nhanes_1999_2000"
    age = number(row["age" if oldest else "RIDAGEYR"])
    months = number(row.get("RIDAGEMN")) if cycle == "nhanes_2017_2018" else None
    female = row["sex"] == "Female" if oldest else number(row["RIAGENDR"]) == 2
    pregnant = number(row["pregnant" if oldest else "RIDEXPRG"])
    made = {"age_years": age if months is None else months / 12, "sex": "female" if female else "male"}
    if pregnant == 1:
        made["history"] = {"pregnant": True}
    made["complete"] = ["medicines"] if pregnant == 3 and not oldest else ["history", "medicines"]
    made["labs"] = labs(row, CYCLES[cycle])
    return made


def cell(text):
    if text in ("yes", "no"):
        return text == "yes"
    return number(text) if number(text) is not None else text


def case(text):
    """A page of tests/cases as a patient; crates/ekbom/tests/cases.rs is the strict reader."""
    made = {"labs": []}
    for section in re.split(r"^## ", text, flags=re.M)[1:]:
        name, *lines = [line for line in section.splitlines() if line]
        rows = [[own.strip() for own in line.strip("|").split("|")] for line in lines if line.startswith("|")][2:]
        if name == "Person":
            made.update({key: cell(value) for key, value in rows})
        elif name in ("Symptoms", "History"):
            made[name.lower()] = {key: cell(value) for key, value in rows}
        elif name in ("Medicines", "Complete"):
            made[name.lower()] = [line[2:] for line in lines if line.startswith("- ")]
        elif name == "Results":
            for analyte, value, unit, more in rows:
                *comparator, value = value.split(" ")
                lab = {"analyte": analyte, "value": cell(value), "unit": unit}
                lab.update({"comparator": own for own in comparator})
                lab.update({key: cell(said) for key, said in (own.split(" ", 1) for own in more.split(", ") if own)})
                made["labs"].append(lab)
    return made


def of_tests():
    """The people whose answers the repository holds: name, and the patient."""
    for path in sorted((ROOT / "tests/vectors").glob("*.json")):
        if path.name != "schema.json":
            for vector in json.loads(path.read_text(encoding="utf-8"))["vectors"]:
                if "patient" in vector:
                    yield vector["id"], vector["patient"]
    for path in sorted((ROOT / "tests/patients").glob("*.json")):
        yield f"patients/{path.stem}", json.loads(path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / "tests/cases").glob("*.md")):
        yield f"cases/{path.stem}", case(path.read_text(encoding="utf-8"))


def of_data():
    """People of public data, where it lies beside the repository (or in EKBOM_DATA)."""
    for cycle in CYCLES:
        path = DATA / f"{cycle}.csv"
        if path.exists():
            with path.open(encoding="utf-8", newline="") as file:
                for place, row in enumerate(csv.DictReader(file), 1):
                    yield f"{cycle} line {place}", survey(cycle, row)
    path = DATA / "mimic_iv_demo_iron_b12_panels.csv"
    if path.exists():
        with path.open(encoding="utf-8", newline="") as file:
            for place, row in enumerate(csv.DictReader(file), 1):
                sex = "female" if row["gender"] == "F" else "male"
                made = {"age_years": number(row["age"]), "sex": sex, "complete": ["history"], "labs": labs(row, PANEL)}
                yield f"mimic_iv_demo line {place}", made
