"""The pictures of the gallery, from made-up people.

usage: gallery.py        draws docs/src/gallery/*.png again: look at them before they are committed
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ekbom
import polars
from made_up import EXAMPLE

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FOLDER = EXAMPLE.parent / "gallery"
DOTS = 90
COLUMNS: Any = {
    "ferritin": ("ferritin_ng_mL", "ng/mL"),
    "tsat": ("tsat_pct", "%"),
    "haemoglobin": ("hb_g_dL", "g/dL"),
    "creatinine": ("creatinine_mg_dL", "mg/dL"),
    "crp": ("crp_mg_dL", "mg/dL"),
    "age_years": "age",
    "sex": ("sex", {"Female": "female", "Male": "male"}),
    "pregnant": "pregnant",
}


def survey() -> Any:
    return polars.read_csv(EXAMPLE / "people.csv")


def pictures() -> dict[str, Callable[[], Figure]]:
    """Each picture by its name."""
    frame = survey()
    ask: Any = {"complete": ["history"], "refused": "null"}
    questions = ["iron.deficiency", "iron.therapy", "iron.safety"]
    made = ekbom.assess_frame(frame, COLUMNS, questions=questions, possible=True, needs=True, **ask)
    weights = frame["weight"]
    patient = ekbom.Patient(
        [ekbom.Lab("ferritin", 60, "ug/L"), ekbom.Lab("tsat", 18, "%"), ekbom.Lab("creatinine", 0.9, "mg/dL")],
        age_years=58,
        sex="female",
        complete=["history"],
    )
    moved = ekbom.sensitivity(
        frame, COLUMNS, {"aasm-2025/iron.therapy/stores-low": range(30, 101, 10)}, weights=weights, **ask
    )
    return {
        "prevalence": lambda: ekbom.plot.prevalence(made, weights=weights),
        "agreement": lambda: ekbom.plot.agreement(made, "iron.therapy", weights=weights),
        "missing": lambda: ekbom.plot.missing(made, "iron.deficiency", weights=weights),
        "sensitivity": lambda: ekbom.plot.sensitivity(moved),
        "flow": lambda: ekbom.plot.flow(made, "iron.safety@ekbom-safety", "iron.therapy@aasm-2025", weights=weights),
        "labs": lambda: ekbom.plot.labs(patient, analytes=["ferritin", "tsat"]),
    }


def png(figure: Figure) -> bytes:
    """The picture as it is kept: without a date or a version in it."""
    held = BytesIO()
    figure.savefig(held, format="png", dpi=DOTS, metadata={"Software": None})
    return held.getvalue()


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, draw in pictures().items():
        (FOLDER / f"{name}.png").write_bytes(png(draw()))
