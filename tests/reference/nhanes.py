"""People of NHANES (public domain) as patients. The files are not part of the project: they lie beside the repository in
`../shared/data`, or where `EKBOM_DATA` says."""

import csv
import os
from pathlib import Path

# Analyte, column, unit. Vitamin B12 is in pmol/L whatever its column is called (docs/src/nhanes-counts.md).
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


def folder():
    return Path(os.environ.get("EKBOM_DATA") or Path(__file__).parents[3] / "shared" / "data")


def people(units):
    """Every person, in order; a word for each file that is not there."""
    for cycle, labs in CYCLES.items():
        try:
            with open(folder() / f"{cycle}.csv", newline="") as file:
                rows = list(csv.DictReader(file))
        except OSError as why:
            print(f"WITHOUT DATA: {cycle}.csv was not read ({why}); set EKBOM_DATA")
            continue
        for row in rows:
            yield person(cycle, labs, row, units)


def person(cycle, labs, row, units):
    oldest = cycle == "nhanes_1999_2000"

    def number(column):
        cell = row[column].strip()
        return float(cell) if cell not in ("", "NA") else None

    age = number("age" if oldest else "RIDAGEYR")
    months = number("RIDAGEMN") if cycle == "nhanes_2017_2018" else None
    if months is not None:
        age = months / 12
    female = row["sex"] == "Female" if oldest else number("RIAGENDR") == 2
    pregnant = number("pregnant") == 1 if oldest else number("RIDEXPRG") == 1
    unknown = not oldest and number("RIDEXPRG") == 3
    patient = {"age_years": age, "sex": "female" if female else "male", "labs": [],
               "complete": ["medicines"] if unknown else ["history", "medicines"]}
    if pregnant:
        patient["history"] = {"pregnant": True}
    for analyte, column, unit in labs:
        value = number(column)
        hard = units.analytes[analyte]["hard"]
        if value is not None and hard["low"] <= units.amount(analyte, value, unit) <= hard["high"]:
            patient["labs"].append({"analyte": analyte, "value": value, "unit": unit, "confirmed": True})
    return patient
