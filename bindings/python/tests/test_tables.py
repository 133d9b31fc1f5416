"""The tables of what the library knows."""

from __future__ import annotations

import json
from collections.abc import Callable

import ekbom
import pytest


@pytest.mark.parametrize("made", [ekbom.rules, ekbom.claims, ekbom.analytes])
def test_every_library_reads_them(made: Callable[[], ekbom.Frame]) -> None:
    frame = made()
    rows = frame.to_dicts()
    assert len(frame) == len(rows) > 0 and list(rows[0]) == frame.columns
    polars = pytest.importorskip("polars")
    assert frame.to_polars().to_dicts() == rows and polars.DataFrame(frame).height == len(rows)
    pytest.importorskip("pyarrow")
    assert frame.to_arrow().to_pylist() == rows
    pytest.importorskip("pandas")
    assert list(frame.to_pandas().columns) == frame.columns and len(frame.to_pandas()) == len(rows)
    assert frame.columns[0] in repr(frame) and "<table>" in frame._repr_html_()


def test_what_they_hold() -> None:
    rules = ekbom.rules().to_dicts()
    book = json.loads(ekbom.rules_json())
    assert len(rules) == sum(len(table["rules"]) for table in book["tables"])
    assert all(rule["cites"] and rule["when"] and rule["answers"] for rule in rules)
    assert [claim["claim"] for claim in ekbom.claims().to_dicts()] == [f"A{place}" for place in range(1, 14)]
    analytes = {row["analyte"]: row for row in ekbom.analytes().to_dicts()}
    assert len(analytes) == 47 and "ng/mL" in analytes["ferritin"]["units"]


def test_names_for_types() -> None:
    from typing import get_args

    assert set(get_args(ekbom.types.Analyte)) == {row["analyte"] for row in ekbom.analytes().to_dicts()}
    assert set(ekbom.types.Symptoms.__annotations__) & {"urge_to_move", "irls_items"} == {"urge_to_move", "irls_items"}


def test_versions(capsys: pytest.CaptureFixture[str]) -> None:
    ekbom.show_versions()
    shown = capsys.readouterr().out
    assert "knowledge hash" in shown and "/" not in shown
