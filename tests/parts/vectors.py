"""Checks the vectors against their schema, and their patients and what becomes of them against the published ones.

usage: vectors.py FOLDER PATIENT_SCHEMA ASSESSMENT_SCHEMA EKBOM

A vector is any object with a `patient`, wherever it stands in a file. One that expects `errors` (itself, or in its
`expect` or `expected`) has a patient that is refused, and so need not fit the published schema. What `ekbom assess` writes
must fit the schema of an assessment: for each twentieth patient, since an assessment is long, and for every refused one.
"""

import json
import multiprocessing
import subprocess
import sys
from pathlib import Path

from jsonschema import validators


def read(path):
    """The JSON of a file; a key that stands twice in an object is an error, and so are NaN and Infinity."""

    def pairs(items):
        keys = [key for key, _ in items]
        twice = sorted({key for key in keys if keys.count(key) > 1})
        if twice:
            raise ValueError(f"{path}: twice in one object: {', '.join(twice)}")
        return dict(items)

    def no_number(text):
        raise ValueError(f"{path}: {text} is not JSON")

    return json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=pairs, parse_constant=no_number)


def validator(path):
    schema = read(path)
    kind = validators.validator_for(schema, default=validators.Draft202012Validator)
    kind.check_schema(schema)
    return kind(schema, format_checker=kind.FORMAT_CHECKER)


def alternatives(path):
    """The schemas of an assessment and of a refusal, apart: a fault then says where it is."""
    schema = read(path)
    kind = validators.validator_for(schema)
    kind.check_schema(schema)
    assessed, refused = schema["oneOf"]
    return [kind(assessed), kind(refused)]


def vectors(value, where=""):
    if isinstance(value, dict):
        if "patient" in value:
            yield where + (f" ({value['name']})" if isinstance(value.get("name"), str) else ""), value
            return
        for key, item in value.items():
            yield from vectors(item, f"{where}/{key}")
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from vectors(item, f"{where}/{index}")


def said(value):
    """What is said: `null` says nothing, is passed over when a patient is read, and has no place in the schema."""
    if isinstance(value, dict):
        return {key: said(own) for key, own in value.items() if own is not None}
    return [said(own) for own in value] if isinstance(value, list) else value


def expects_errors(vector):
    places = [vector, vector.get("expect"), vector.get("expected")]
    return any(isinstance(place, dict) and place.get("errors") for place in places)


# The schemas, by name; each process of the pool is a copy of the first, and has them.
schemas = {}


def problems(job):
    """The name of a case, and what does not fit its schema."""
    name, of, value = job
    return name, [f"{error.json_path}: {error.message[:300]}" for error in schemas[of].iter_errors(value)]


def main():
    folder, patient_schema, assessment_schema, ekbom = map(Path, sys.argv[1:])
    assessed, refusal = alternatives(assessment_schema)
    schemas.update(file=validator(folder / "schema.json"), patient=validator(patient_schema), assessed=assessed, refusal=refusal)
    passed = failed = refused = count = 0
    patients, jobs = [], []

    def case(name, problems):
        nonlocal passed, failed
        if problems:
            failed += 1
            print(f"FAILED {name}")
            for problem in problems[:20]:
                print(f"    {problem}")
        else:
            passed += 1

    for path in sorted(folder.glob("*.json")):
        if path.name == "schema.json":
            continue
        try:
            content = read(path)
        except ValueError as error:
            case(path, [error])
            continue
        jobs.append((path, "file", content))
        for where, vector in vectors(content):
            count += 1
            if count % 20 == 0 or expects_errors(vector):
                patients.append((f"{path}{where}", vector["patient"]))
            if expects_errors(vector):
                refused += 1
            else:
                jobs.append((f"{path}{where}", "patient", said(vector["patient"])))
    lines = "".join(json.dumps(patient) + "\n" for _, patient in patients)
    done = subprocess.run([ekbom, "assess", "--format", "json", "-"], input=lines, capture_output=True, text=True)
    made = [json.loads(line) for line in done.stdout.splitlines()]
    if len(made) != len(patients):
        case("ekbom assess", [f"{len(made)} answers to {len(patients)} patients: {done.stderr[:300]}"])
    for (name, _), answer in zip(patients, made):
        jobs.append((f"{name} (assessed)", "refusal" if "errors" in answer else "assessed", answer))
    with multiprocessing.get_context("fork").Pool() as pool:
        for name, found in pool.imap(problems, jobs, chunksize=20):
            case(name, found)
    if passed + failed == 0:
        case(folder, ["there is no vector in it"])
    print(f"{refused} patients are expected to be refused and were not held against the published schema")
    print(f"{passed} passed, {failed} failed")
    sys.exit(bool(failed))


main()
