"""The vectors that every language shares: see `tests/vectors/README.md`."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from typing import Any

import ekbom
import pytest
from conftest import NO_VECTORS, PATIENTS, VECTORS

Vector = dict[str, Any]


def vectors() -> Iterator[Any]:
    for path in sorted(VECTORS.glob("*.json")):
        if path.name == "schema.json":
            continue
        said = json.loads(path.read_text(encoding="utf-8"))
        assert said["vectors_version"] == "1", path.name
        for vector in said["vectors"]:
            yield pytest.param(vector, id=vector["id"])


def name(position: Vector) -> str:
    return f"{position['question']}@{position['guideline']}"


def compare(expect: Vector, said: Vector) -> Iterator[str]:
    positions = {name(position): position for position in said["positions"]}
    alerts = {alert["code"] for alert in said["alerts"]}
    acts = {act["act"] for act in said["acts"]}
    disagreements = {item["question"] for item in said["disagreements"]}
    advice = said["recommendations"]

    def find(action: str) -> list[Vector]:
        code, _, guideline = action.partition("@")
        return [item for item in advice if item["action"] == code and guideline in ("", item["guideline"])]

    for key, wanted in expect.items():
        match key:
            case "positions" | "needs" | "rules":
                part = {"positions": "possible"}.get(key, key)
                for table, values in wanted.items():
                    if table not in positions:
                        yield f"no position {table}"
                    elif set(positions[table][part]) != set(values):
                        yield f"{table}: {part} {positions[table][part]}, not {values}"
            case "flags" | "no_flags":
                for table, flags in wanted.items():
                    for flag in flags:
                        if table not in positions or (flag in positions[table]["flags"]) != (key == "flags"):
                            yield f"{table}: {key}: {flag}"
            case "no_positions":
                yield from (f"position {table}" for table in wanted if table in positions)
            case "alerts" | "claims" | "disagreements":
                known = {"alerts": alerts, "claims": set(said["claims"]), "disagreements": disagreements}[key]
                yield from (f"{key}: no {code}" for code in wanted if code not in known)
            case "no_alerts" | "no_claims" | "no_disagreements":
                known = {"no_alerts": alerts, "no_claims": set(said["claims"]), "no_disagreements": disagreements}[key]
                yield from (f"{key}: {code}" for code in wanted if code in known)
            case "acts":
                yield from (f"acts: no {code}" for code in wanted if code not in acts)
            case "no_acts":
                yield from (f"acts: {code}" for code in wanted if code in acts)
            case "recommendations":
                for item in wanted:
                    yield from recommendation(item, advice)
            case "no_recommendations":
                yield from (f"recommendation {action}" for action in wanted if find(action))
            case "recommendation_order":
                places = [next((advice.index(item) for item in find(action)), -1) for action in wanted]
                if -1 in places or places != sorted(places):
                    yield f"order {wanted}: {places}"
            case "next_tests":
                for item in wanted:
                    own = next((test for test in said["next_tests"] if test["test"] == item["test"]), None)
                    if own is None:
                        yield f"next test {item['test']} is missing"
                        continue
                    for part in item.keys() - {"test"}:
                        if part not in ("could_change", "instructions") or not set(item[part]) <= set(own[part]):
                            yield f"next test {item['test']}: {part}"
            case "derived":
                for item in wanted:
                    yield from derived(item, said["derived"])
            case _:
                yield f"a key that this runner does not know: {key}"


def recommendation(item: Vector, advice: list[Vector]) -> Iterator[str]:
    known = ("action", "guideline", "direction")
    own = next((one for one in advice if all(one[key] == item[key] for key in known if key in item)), None)
    if own is None:
        yield f"no recommendation {item}"
        return
    for key in item.keys() - set(known):
        if key == "strength":
            same = own[key] == item[key]
        elif key == "withheld":
            same = own[key] == item[key] or (None not in (own[key], item[key]) and set(own[key]) == set(item[key]))
        elif key == "cautions":
            same = set(item[key]) <= set(own[key])
        else:
            same = False
        if not same:
            yield f"recommendation {item['action']}: {key} {own.get(key)}"


def derived(item: Vector, facts: list[Vector]) -> Iterator[str]:
    own = next((one for one in facts if one["fact"] == item["fact"] and one.get("if_sex") == item.get("if_sex")), None)
    if own is None:
        yield f"no derived {item['fact']}"
        return
    for key in item.keys() - {"fact", "if_sex", "tolerance"}:
        if key in ("value", "low", "high"):
            same = own.get(key) is not None and abs(own[key] - item[key]) <= item.get("tolerance", 0)
        else:
            same = key == "from" and set(own[key]) == set(item[key])
        if not same:
            yield f"derived {item['fact']}: {key} {own.get(key)}"


@pytest.mark.skipif(not VECTORS.is_dir(), reason=NO_VECTORS)
@pytest.mark.parametrize("vector", list(vectors()))
def test_vector(vector: Vector) -> None:
    assert not vector.keys() - {"id", "why", "patient", "patient_text", "expect"}
    text = vector["patient_text"] if "patient_text" in vector else json.dumps(vector["patient"])
    expect = vector["expect"]
    if "errors" in expect:
        with pytest.raises(ekbom.PatientRefused) as caught:
            ekbom.Patient.from_json(text)
        faults = caught.value.faults
        assert len(faults) == len(expect["errors"]), faults
        for fault, wanted in zip(faults, expect["errors"], strict=True):
            assert not wanted.keys() - {"field", "value", "accepted", "message"}
            assert fault.field == wanted.get("field", fault.field)
            assert fault.value == wanted.get("value", fault.value)
            assert set(wanted.get("accepted", ())) <= set(fault.accepted)
            assert wanted.get("message", "") in fault.message
        return
    patient = ekbom.Patient.from_json(text)
    made = ekbom.assess(patient)
    assert [*compare(expect, made.to_dict())] == []
    # Said again by the patient itself, it is the same patient.
    assert ekbom.assess(ekbom.Patient.from_dict(patient.to_dict())).to_json() == made.to_json()


def command(*arguments: str, text: str) -> str:
    """What the command says: the library in Rust, without Python in between."""
    path = os.environ.get("EKBOM_COMMAND")
    if path is None:
        pytest.skip("WITHOUT a comparison with Rust: no EKBOM_COMMAND")
    done = subprocess.run(
        [path, "assess", "--format", "json", *arguments, "-"], input=text.encode(), capture_output=True, timeout=300
    )
    assert done.returncode in (0, 2), done.stderr.decode()
    return done.stdout.decode()


def said_here(text: str, **policy: Any) -> str:
    """The line that the command would print."""
    try:
        return ekbom.assess(ekbom.Patient.from_json(text), **policy).to_json()
    except ekbom.PatientRefused as error:
        keys = ("field", "value", "message", "accepted")
        faults = [{key: getattr(fault, key) for key in keys} for fault in error.faults]
        return json.dumps({"errors": faults}, ensure_ascii=False, separators=(",", ":"))


def faults_alone(line: str) -> str:
    """A line of the command without what is critical in a refused patient: here a refusal names the faults alone."""
    said = json.loads(line)
    if "errors" not in said:
        return line
    # The kind of a fault is in the JSON of the command; a `Fault` of Python has its words alone.
    for fault in said["errors"]:
        fault.pop("kind", None)
    assert isinstance(said.pop("critical"), list)
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


@pytest.mark.skipif(not VECTORS.is_dir(), reason=NO_VECTORS)
@pytest.mark.parametrize(
    ("arguments", "policy", "every"),
    [
        ([], {}, 1),
        (["--uncertainty"], {"uncertainty": "variation"}, 7),
        (["--trace"], {"trace": True}, 23),
        (["--stale-after", "30"], {"stale_after_days": 30}, 31),
    ],
    ids=["plain", "variation", "trace", "stale"],
)
def test_bytes_are_those_of_rust(arguments: list[str], policy: dict[str, Any], every: int) -> None:
    patients = [json.dumps(own.values[0]["patient"]) for own in vectors() if "patient" in own.values[0]]
    patients += [json.dumps(json.loads(path.read_text())) for path in sorted(PATIENTS.glob("*.json"))]
    asked = patients[::every]
    there = command(*arguments, text="\n".join(asked) + "\n").splitlines()
    assert len(there) == len(asked) > 20
    for text, line in zip(asked, there, strict=True):
        assert said_here(text, **policy) == faults_alone(line), text


@pytest.mark.skipif(not VECTORS.is_dir(), reason=NO_VECTORS)
def test_bytes_of_text_that_is_hardly_a_patient() -> None:
    texts = [own.values[0]["patient_text"] for own in vectors() if "patient_text" in own.values[0]]
    assert texts
    for text in texts:
        if text.startswith("["):
            continue  # To the command an array is several patients.
        assert said_here(text) == faults_alone(command(text=text).rstrip("\n")), text
