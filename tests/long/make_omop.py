"""Makes the small Common Data Model of tests/long/omop: 200 people who do not exist.

Ages, sexes, blood counts, creatinine, HbA1c and medicines come from six bundles that Synthea made (Apache-2.0,
https://github.com/synthetichealth/synthea), each taken many times with other dates and a few per cent more or less. Synthea
writes no iron studies and no vitamin B12: those are drawn at random here. What makes real tables hard is put in on purpose:
a unit only as text, no unit at all, an operator, a time without a date's hour, two results of one day.

    python3 tests/long/make_omop.py DIRECTORY_WITH_THE_BUNDLES

The same input gives the same bytes. Concept ids are those of crates/ekbom-cohort/src/long/presets/omop.toml.
"""

import csv
import datetime
import json
import pathlib
import random
import sys
import tomllib

HERE = pathlib.Path(__file__).parent
PRESET = HERE / "../../crates/ekbom-cohort/src/long/presets/omop.toml"
PEOPLE = 200
DAY = datetime.date(2020, 6, 1)


def bundles(folder):
    for path in sorted(pathlib.Path(folder).glob("*.json")):
        entries = json.loads(path.read_text())["entry"]
        kinds = {}
        for entry in entries:
            kinds.setdefault(entry["resource"]["resourceType"], []).append(entry["resource"])
        yield kinds


def main(folder):
    preset = tomllib.loads(PRESET.read_text())
    concepts = {loinc.removeprefix("loinc:"): concept for concept, loinc in preset["codes"].items()}
    units = {unit: concept for concept, unit in preset["units"].items() if unit}
    dice = random.Random(20201)
    sources = list(bundles(folder))
    people, results, medicines = [], [], []
    for number in range(1, PEOPLE + 1):
        kinds = sources[number % len(sources)]
        patient = kinds["Patient"][0]
        birth = datetime.date.fromisoformat(patient["birthDate"]).replace(day=1)
        birth = birth.replace(year=birth.year + dice.randint(-12, 12))
        sex = dice.choice("MF")
        people.append([number, 0, birth.year, birth.month, "", "", sex])
        observations = [own for own in kinds["Observation"] if "valueQuantity" in own]
        observations.sort(key=lambda own: own["effectiveDateTime"])
        newest = datetime.date.fromisoformat(observations[-1]["effectiveDateTime"][:10])
        last = DAY - datetime.timedelta(days=dice.randint(0, 60))
        rows = []
        for own in observations:
            loinc = own["code"]["coding"][0]["code"]
            ago = (newest - datetime.date.fromisoformat(own["effectiveDateTime"][:10])).days
            if loinc in concepts and ago <= 800:
                quantity = own["valueQuantity"]
                rows.append((ago, loinc, quantity["value"] * dice.uniform(0.95, 1.05), quantity["unit"]))
        ferritin = round(dice.lognormvariate(4.2, 0.9), 1)
        iron, capacity = round(dice.uniform(25, 170)), round(dice.uniform(240, 430))
        made = [("2276-4", ferritin, "ng/mL"), ("2498-4", iron, "ug/dL"), ("2500-7", capacity, "ug/dL"),
                ("2132-9", round(dice.lognormvariate(5.9, 0.4)), "pg/mL"), ("1988-5", round(dice.lognormvariate(0.7, 1), 1), "mg/L")]
        rows += [(dice.choice([0, 30, 200]), *own) for own in made if dice.random() < 0.8]
        for ago, loinc, value, unit in sorted(rows):
            when = last - datetime.timedelta(days=ago)
            time = f"{when} {dice.randint(7, 16):02}:{dice.choice([0, 15, 30]):02}:00" if dice.random() < 0.8 else ""
            operator, source = "", unit
            concept = units.get(unit, 0)
            if loinc == "1988-5" and value < 1:
                operator, value = 4171756, 1
            if dice.random() < 0.03:
                concept, source = 0, ""
            results.append([len(results) + 1, number, concepts[loinc], when, time, operator, round(value, 1 if value > 2 else 2), concept, source])
        for own in kinds.get("MedicationRequest", []):
            name = own["medicationCodeableConcept"]["coding"][0]["display"]
            start = last - datetime.timedelta(days=dice.randint(5, 400))
            end = start + datetime.timedelta(days=dice.choice([30, 90, 365]))
            medicines.append([len(medicines) + 1, number, 0, start, end, name])
    write("person", "person_id,gender_concept_id,year_of_birth,month_of_birth,day_of_birth,birth_datetime,gender_source_value", people)
    write("measurement", "measurement_id,person_id,measurement_concept_id,measurement_date,measurement_datetime,operator_concept_id,"
          "value_as_number,unit_concept_id,unit_source_value", results)
    write("drug_exposure", "drug_exposure_id,person_id,drug_concept_id,drug_exposure_start_date,drug_exposure_end_date,drug_source_value", medicines)


def write(name, columns, rows):
    with open(HERE / f"omop/{name}.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns.split(","))
        writer.writerows(rows)


if __name__ == "__main__":
    main(sys.argv[1])
