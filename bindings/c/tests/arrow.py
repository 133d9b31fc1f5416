"""A caller that is neither C nor Rust: pyarrow hands its tables to libekbom through ctypes.

    arrow.py LIBRARY

Every row must get what `ekbom_assess_json` says of the same patient, by batch and by stream.
"""

import ctypes
import json
import random
import sys
from concurrent.futures import ThreadPoolExecutor

import pyarrow as pa

OK, INVALID_PATIENT, INVALID_ARROW = 0, 7, 10


class Str(ctypes.Structure):
    _fields_ = [("data", ctypes.c_char_p), ("len", ctypes.c_size_t)]

    @classmethod
    def of(cls, text):
        raw = text.encode()
        return cls(raw, len(raw))

    def __str__(self):
        return ctypes.string_at(self.data, self.len).decode() if self.len else ""


library = ctypes.CDLL(sys.argv[1])
for name in ["ekbom_text_str", "ekbom_error_message"]:
    getattr(library, name).restype = Str
Pointer = ctypes.c_void_p


class Words(ctypes.Structure):
    """A struct of the Arrow C data interface: this side only needs to know how long it is."""

    @property
    def at(self):
        return ctypes.addressof(self)


class Schema(Words):
    _fields_ = [
        ("before", ctypes.c_int64 * 7),
        ("release", ctypes.CFUNCTYPE(None, ctypes.c_void_p)),
        ("private_data", ctypes.c_void_p),
    ]


class Array(Words):
    _fields_ = [("words", ctypes.c_int64 * 10)]


class Stream(Words):
    _fields_ = [("words", ctypes.c_int64 * 5)]


def ask(function, *arguments):
    """Calls a function whose last parameter is an error."""
    error = Pointer()
    status = function(*arguments, ctypes.byref(error))
    message = str(library.ekbom_error_message(error)) if error else ""
    library.ekbom_error_free(error)
    return status, message


knowledge = Pointer()
assert ask(library.ekbom_knowledge_new, ctypes.byref(knowledge))[0] == OK

QUESTIONS = ["iron.therapy@aasm-2025", "iron.therapy@nice-cks", "kidney.stage@kdigo", "b12.first_line@nice-ng239"]
MAP = f"""
ask = {json.dumps(QUESTIONS)}
alerts = ["b12_high"]
complete = ["history"]
[quantities]
ferritin = {{ column = "fer", unit = "ng/mL" }}
b12_total = {{ column = "b12", unit = "pmol/L" }}
creatinine = {{ column = "crea", unit = "mg/dL" }}
[person]
age_years = "age"
sex = "sex"
"""

ANALYTES = {"fer": ("ferritin", "ng/mL"), "b12": ("b12_total", "pmol/L"), "crea": ("creatinine", "mg/dL")}


def rows(count):
    some = random.Random(20261122)
    maybe = lambda value: value if some.random() < 0.7 else None
    return [
        {
            "fer": maybe(round(some.uniform(5, 200), 1)),
            "b12": maybe(round(some.uniform(80, 900))),
            "crea": maybe(round(some.uniform(0.4, 4), 2)),
            "age": maybe(float(some.randint(18, 90))),
            "sex": maybe(some.choice(["female", "male"])),
        }
        for _ in range(count)
    ]


def by_patient(row):
    """The same patient as JSON."""
    labs = [
        {"analyte": analyte, "value": row[column], "unit": unit}
        for column, (analyte, unit) in ANALYTES.items()
        if row[column] is not None
    ]
    patient = {"labs": labs, "complete": ["history"]}
    if row["age"] is not None:
        patient["age_years"] = row["age"]
    if row["sex"] is not None:
        patient["sex"] = row["sex"]
    text = Pointer()
    assert ask(library.ekbom_assess_json, knowledge, Str.of(json.dumps(patient)), None, ctypes.byref(text)) == (OK, "")
    assessment = json.loads(str(library.ekbom_text_str(text)))
    library.ekbom_text_free(text)
    possible = {f"{own['question']}@{own['guideline']}": own["possible"] for own in assessment["positions"]}
    answers = {question: possible[question][0] if len(possible[question]) == 1 else None for question in QUESTIONS}
    answers["alert:b12_high"] = any(alert["code"] == "b12_high" for alert in assessment["alerts"])
    return answers


def cohort_of(schema):
    given, cohort = Schema(), Pointer()
    schema._export_to_c(given.at)
    status = ask(library.ekbom_cohort_new, knowledge, Str.of(MAP), ctypes.byref(given), ctypes.byref(cohort))
    given.release(given.at)
    assert status == (OK, ""), status
    return cohort


def schema_of(cohort):
    made = Schema()
    assert ask(library.ekbom_cohort_schema, cohort, ctypes.byref(made)) == (OK, "")
    return pa.Schema._import_from_c(made.at)


def by_batch(table):
    cohort = cohort_of(table.schema)
    schema, batches = schema_of(cohort), []
    for batch in table.to_batches():
        given, made = Array(), Array()
        batch._export_to_c(given.at)
        assert ask(library.ekbom_assess_arrow, cohort, ctypes.byref(given), ctypes.byref(made)) == (OK, "")
        batches.append(pa.RecordBatch._import_from_c(made.at, schema))
    library.ekbom_cohort_free(cohort)
    return pa.Table.from_batches(batches)


def by_stream(table, threads):
    cohort = cohort_of(table.schema)
    given, made = Stream(), Stream()
    reader = table.to_reader(max_chunksize=97)
    reader._export_to_c(given.at)
    status = ask(library.ekbom_assess_arrow_stream, cohort, ctypes.byref(given), ctypes.c_uint32(threads), ctypes.byref(made))
    assert status == (OK, ""), status
    library.ekbom_cohort_free(cohort)
    return pa.RecordBatchReader._import_from_c(made.at).read_all()


def main():
    people = rows(2000)
    table = pa.Table.from_pylist(people)
    # An offset that is no multiple of eight, and several batches.
    table = pa.concat_tables([table.slice(0, 701), table.slice(701)])
    expected = [by_patient(row) for row in people]
    passed = 0
    for made in [by_batch(table), by_stream(table, 1), by_stream(table, 3)]:
        own = made.select([*QUESTIONS, "alert:b12_high"]).to_pylist()
        assert own == expected, next((row, a, b) for row, a, b in zip(people, own, expected) if a != b)
        assert made["ekbom:errors"].null_count == len(people)
        passed += len(own)
    # 32 at once: ctypes lets go of the interpreter while the library works.
    small, head = table.slice(0, 500), expected[:500]
    with ThreadPoolExecutor(32) as pool:
        running = [pool.submit(by_stream, small, number % 4) if number % 2 else pool.submit(by_batch, small) for number in range(32)]
        for made in running:
            assert made.result(timeout=120).select([*QUESTIONS, "alert:b12_high"]).to_pylist() == head
            passed += 1
    # What is set aside of a row is said, and a table that is not the one promised is not read.
    wrong = pa.Table.from_pylist([{**people[0], "fer": -3.0}], schema=table.schema)
    assert "-3" in by_batch(wrong)["ekbom:set_aside"][0].as_py()
    cohort = cohort_of(table.schema)
    given, made = Array(), Array()
    pa.record_batch({"fer": ["x"]})._export_to_c(given.at)
    status, message = ask(library.ekbom_assess_arrow, cohort, ctypes.byref(given), ctypes.byref(made))
    assert status == INVALID_ARROW and message, (status, message)
    library.ekbom_cohort_free(cohort)
    library.ekbom_knowledge_free(knowledge)
    print(f"{passed + 2} passed, 0 failed")


main()
