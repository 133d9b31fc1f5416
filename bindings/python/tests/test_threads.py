"""32 threads at once: each gets what one thread gets, and none keeps the others from running."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import ekbom
import polars
import pyarrow
from conftest import PATIENTS
from ekbom import Assessment, Patient, assess_frame

THREADS = 32
TEXTS = [path.read_text(encoding="utf-8") for path in sorted(PATIENTS.glob("*.json"))]
COLUMNS: Any = {"ferritin": ("fer", "ng/mL"), "creatinine": ("crea", "mg/dL"), "age_years": "age"}


def table(rows: int) -> pyarrow.Table:
    return pyarrow.table(
        {
            "fer": [None if row % 7 == 0 else 5.0 + row % 400 for row in range(rows)],
            "crea": [0.5 + row % 300 / 100 for row in range(rows)],
            "age": [18 + row % 70 for row in range(rows)],
        }
    )


def at_once(work: Callable[[int], Any]) -> list[Any]:
    """The same of every thread, begun together; whatever hangs fails."""
    begin = threading.Barrier(THREADS, timeout=60)

    def run(number: int) -> Any:
        begin.wait()
        return work(number)

    with ThreadPoolExecutor(THREADS) as pool:
        return [done.result(timeout=120) for done in [pool.submit(run, number) for number in range(THREADS)]]


def test_patients_and_assessments() -> None:
    def work(number: int) -> list[str]:
        made = []
        for step in range(6):
            text = TEXTS[(number + step) % len(TEXTS)]
            patient = Patient.from_json(text)
            assert patient.possible("iron.therapy@aasm-2025") == expected[text][1]
            made.append((text, ekbom.assess(patient).to_json()))
        return [text for text, own in made if own != expected[text][0]]

    expected = {
        text: (
            ekbom.assess(Patient.from_json(text)).to_json(),
            Patient.from_json(text).possible("iron.therapy@aasm-2025"),
        )
        for text in TEXTS
    }
    assert len(expected) >= 3
    assert at_once(work) == [[]] * THREADS


def test_one_patient_and_one_assessment_shared() -> None:
    patient = Patient.from_json(TEXTS[0])
    shared = ekbom.assess(patient)
    document = json.loads(shared.to_json())

    def work(_: int) -> bool:
        own = ekbom.assess(patient)
        return own == shared and Assessment.from_json(shared.to_json()) == own and json.loads(own.to_json()) == document

    assert at_once(work) == [True] * THREADS


def test_refusals() -> None:
    def work(number: int) -> str:
        try:
            Patient.from_json(json.dumps({"age_years": 1000 + number}))
        except ekbom.EkbomError as error:
            return str(error)
        return ""

    said = at_once(work)
    assert all(str(1000 + number) in said[number] for number in range(THREADS)), said


def test_frames() -> None:
    source = table(20_011)
    expected = assess_frame(source, COLUMNS, questions=["iron.therapy", "kidney.stage"])
    frame = polars.DataFrame(source)

    def work(number: int) -> bool:
        given: Any = frame if number % 2 else source
        made = assess_frame(given, COLUMNS, questions=["iron.therapy", "kidney.stage"], threads=1 + number % 3)
        return pyarrow.table(made).to_pylist() == rows if number < 4 else len(made) == len(rows) and same(made)

    rows = expected.to_pylist()
    whole = polars.DataFrame(expected)

    def same(made: Any) -> bool:
        return polars.DataFrame(made).equals(whole)

    assert at_once(work) == [True] * THREADS


def test_a_frame_does_not_keep_other_threads_from_running() -> None:
    """The interpreter is free while a table is answered."""
    source = table(400_000)
    assess_frame(source.slice(0, 10), COLUMNS, questions=["iron.therapy"])
    times: list[float] = []

    def work() -> None:
        begin = time.perf_counter()
        assess_frame(source, COLUMNS, questions=["iron.therapy"], threads=1)
        times.extend((begin, time.perf_counter()))

    thread = threading.Thread(target=work)
    thread.start()
    ticks: list[float] = []
    while thread.is_alive():
        ticks.append(time.perf_counter())
        time.sleep(0.001)
    begin, end = times
    # In the middle half, so that what is done with the interpreter at either end does not count.
    quarter = (end - begin) / 4
    assert [tick for tick in ticks if begin + quarter < tick < end - quarter], (end - begin, len(ticks))
