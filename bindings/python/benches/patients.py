"""One patient at a time: ekbom beside plain Python, a JsonLogic engine and ZEN giving the same four answers.

The rules are those of `frames.py`. The engines know no powers: for them, eGFR is computed in Python beforehand, which is
part of their time. The patients are seeded; 30 % of the results are missing.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import datalogic_py
import zen
from frames import NAMES, seeded
from timing import interleaved, show

import ekbom

Row = dict[str, Any]
Answers = tuple[str | None, ...]
STAGES = [(90, "g1"), (60, "g2"), (45, "g3a"), (30, "g3b"), (15, "g4")]


def egfr(row: Row) -> float | None:
    crea, male = row["crea"], row["male"] == 1
    if crea is None:
        return None
    ratio = crea / (0.9 if male else 0.7)
    power = min(ratio, 1.0) ** (-0.302 if male else -0.241) * max(ratio, 1.0) ** -1.2
    return float(142 * power * 0.9938 ** row["age"] * (1.0 if male else 1.012))


def by_hand(row: Row) -> Answers:
    fer, tsat = row["fer"], row["tsat"]
    aan = None if fer is None else "oral" if fer <= 75 else "not_addressed"
    if (fer is not None and fer <= 75) or (tsat is not None and tsat < 20):
        article = "oral_or_iv"
    else:
        article = None if fer is None or tsat is None else "not_indicated"
    if (tsat is not None and tsat >= 45) or (fer is not None and fer > 100):
        irlssg = "not_indicated"
    elif fer is None or tsat is None:
        irlssg = None
    else:
        irlssg = "oral_or_iv" if fer <= 75 else "iv_only"
    rate = egfr(row)
    stage = None if rate is None else next((code for low, code in STAGES if rate >= low), "g5")
    return aan, article, irlssg, stage


def json_logic() -> Callable[[Row], Answers]:
    def var(name: str) -> Any:
        return {"var": name}

    def missing(name: str) -> Any:
        return {"===": [var(name), None]}

    def said(name: str, operator: str, limit: float) -> Any:
        return {"and": [{"!==": [var(name), None]}, {operator: [var(name), limit]}]}

    stages: Any = "g5"
    for low, code in reversed(STAGES):
        stages = {"if": [{">=": [var("egfr"), low]}, code, stages]}
    low_iron = {"or": [said("fer", "<=", 75), said("tsat", "<", 20)]}
    high_iron = {"or": [said("tsat", ">=", 45), said("fer", ">", 100)]}
    unknown = {"or": [missing("fer"), missing("tsat")]}
    route = {"if": [{"<=": [var("fer"), 75]}, "oral_or_iv", "iv_only"]}
    rules = [
        {"if": [missing("fer"), None, {"if": [{"<=": [var("fer"), 75]}, "oral", "not_addressed"]}]},
        {"if": [low_iron, "oral_or_iv", unknown, None, "not_indicated"]},
        {"if": [high_iron, "not_indicated", unknown, None, route]},
        {"if": [missing("egfr"), None, stages]},
    ]
    # A list of rules is a rule whose value is the list of their values.
    rule = datalogic_py.Engine().compile(rules)
    return lambda row: tuple(rule.evaluate(row | {"egfr": egfr(row)}))


def zen_engine() -> Callable[[Row], Answers]:
    stages = "'g5'"
    for low, code in reversed(STAGES):
        stages = f"egfr >= {low} ? '{code}' : ({stages})"
    expressions = [
        "fer == null ? null : (fer <= 75 ? 'oral' : 'not_addressed')",
        "(fer != null and fer <= 75) or (tsat != null and tsat < 20) ? 'oral_or_iv' : "
        "(fer == null or tsat == null ? null : 'not_indicated')",
        "(tsat != null and tsat >= 45) or (fer != null and fer > 100) ? 'not_indicated' : "
        "(fer == null or tsat == null ? null : (fer <= 75 ? 'oral_or_iv' : 'iv_only'))",
        f"egfr == null ? null : ({stages})",
    ]
    keys = ["aan", "article", "irlssg", "stage"]
    rules = [
        {"id": key, "key": key, "value": expression} for key, expression in zip(keys, expressions, strict=True)
    ]
    nodes = [
        {"id": "in", "type": "inputNode", "name": "in"},
        {"id": "rules", "type": "expressionNode", "name": "rules", "content": {"expressions": rules}},
        {"id": "out", "type": "outputNode", "name": "out"},
    ]
    edges = [
        {"id": "1", "type": "edge", "sourceId": "in", "targetId": "rules"},
        {"id": "2", "type": "edge", "sourceId": "rules", "targetId": "out"},
    ]
    place = {"position": {"x": 0, "y": 0}}
    content = {"nodes": [node | place for node in nodes], "edges": edges}
    decision = zen.ZenEngine().create_decision(json.dumps(content))

    def answer(row: Row) -> Answers:
        result = decision.evaluate(row | {"egfr": egfr(row)})["result"]
        return tuple(result.get(key) for key in keys)

    return answer


COMPLETE: Any = ["history", "symptoms", "medicines"]


def patient(row: Row) -> ekbom.Patient:
    units = {"ferritin": ("fer", "ng/mL"), "tsat": ("tsat", "%"), "creatinine": ("crea", "mg/dL")}
    labs = [ekbom.Lab(key, row[name], unit) for key, (name, unit) in units.items() if row[name] is not None]
    return ekbom.Patient(labs, age_years=row["age"], sex="male" if row["male"] else "female", complete=COMPLETE)


def answers(one: ekbom.Patient) -> Answers:
    made = [one.possible(name) for name in NAMES]
    return tuple(own[0] if len(own) == 1 else None for own in made)


def run(count: int, rounds: int) -> None:
    rows = seeded(count).to_dicts()
    patients = [patient(row) for row in rows]
    logic, graph = json_logic(), zen_engine()
    ways: dict[str, Callable[[], list[Any]]] = {
        "ekbom, patient at hand": lambda: [answers(one) for one in patients],
        "ekbom, patient from keywords": lambda: [answers(patient(row)) for row in rows],
        "plain Python": lambda: [by_hand(row) for row in rows],
        "JsonLogic (datalogic)": lambda: [logic(row) for row in rows],
        "ZEN": lambda: [graph(row) for row in rows],
    }
    wanted = ways["plain Python"]()
    for name, way in ways.items():
        made = way()
        differ = sum(own != other for own, other in zip(made, wanted, strict=True))
        if differ:
            raise SystemExit(f"{name}: {differ} patients differ")
    # What the others do not have: every position, alerts, recommendations, next tests, sources.
    ways["ekbom, whole assessment"] = lambda: [ekbom.assess(one) for one in patients]
    ways["ekbom, whole assessment as JSON"] = lambda: [ekbom.assess(one).to_json() for one in patients]
    print(f"\n{count:,} patients one at a time, the same 4 answers; equal answers checked; microseconds a patient")
    peers = {"ekbom, patient at hand": "ZEN", "ekbom, patient from keywords": "ZEN"}
    show(interleaved(ways, rounds), 1e6 / count, peers)
