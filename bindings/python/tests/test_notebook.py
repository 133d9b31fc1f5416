"""A report in a notebook, as a browser lays it out: the notebook's own style must not squeeze it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import ekbom
import pytest

nbconvert = pytest.importorskip("nbconvert", reason="WITHOUT notebooks: nbconvert is not installed")
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

# What a reader reads: no line of it may be narrower than a word, and no list may float beside itself.
MEASURE = """<script>addEventListener("load", () => {
  document.querySelectorAll("details").forEach(part => part.open = true);
  const bad = [];
  for (const part of document.querySelectorAll(".ekbom dt, .ekbom dd, .ekbom li, .ekbom p, .ekbom-patient td, .jp-OutputArea-output td")) {
    const text = part.textContent.trim(), box = part.getBoundingClientRect();
    const style = getComputedStyle(part);
    if (!text || !box.width) continue;
    const longest = Math.max(...text.split(/\\s+/).map(word => word.length));
    if (box.width < Math.min(longest * 4, 60) || style.float !== "none") bad.push([text.slice(0, 60), box.width, style.float]);
  }
  const all = document.querySelectorAll(".ekbom dt").length;
  document.title = JSON.stringify([all, bad]);
})</script>"""


def cell(html: str) -> dict[str, Any]:
    output = {"output_type": "execute_result", "execution_count": 1, "metadata": {}, "data": {"text/html": [html]}}
    return {"cell_type": "code", "execution_count": 1, "metadata": {}, "source": "", "outputs": [output]}


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("template", ["lab", "classic"])
@pytest.mark.parametrize("width", [1100, 420])
def test_nothing_is_squeezed(tmp_path: Path, template: str, width: int) -> None:
    if BROWSER is None:
        pytest.skip("WITHOUT a browser: nothing was laid out")
    patient = ekbom.Patient(
        [ekbom.Lab("ferritin", 38, "ng/mL"), ekbom.Lab("tsat", 18, "%"), ekbom.Lab("creatinine", 0.9, "mg/dL")],
        age_years=58,
        sex="female",
        medicines=["pramipexole"],
        complete=["history"],
    )
    shown = [ekbom.assess(patient)._repr_html_(), patient._repr_html_(), ekbom.claims()._repr_html_()]
    book = {"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": [cell(html) for html in shown]}
    source = tmp_path / "book.ipynb"
    source.write_text(json.dumps(book), encoding="utf-8")
    page, _ = nbconvert.HTMLExporter(template_name=template).from_filename(str(source))
    # Without the network: what is loaded from elsewhere is no part of the layout.
    page = re.sub(r'<script[^>]*\\bsrc="http[^>]*></script>', "", page).replace("</body>", f"{MEASURE}</body>")
    (tmp_path / "book.html").write_text(page, encoding="utf-8")
    flags = ["--headless", "--no-sandbox", "--disable-gpu", f"--window-size={width},2000", f"--user-data-dir={tmp_path}/own"]
    command = [BROWSER, *flags, "--virtual-time-budget=5000", "--dump-dom", f"file://{tmp_path}/book.html"]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout
    title = re.search(r"<title>(.*?)</title>", said, flags=re.S)
    assert title is not None
    from html import unescape

    lists, bad = json.loads(unescape(title[1]))
    assert lists > 4 and not bad, [len(bad), *bad[:12]]
