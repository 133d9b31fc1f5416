"""The gallery and the pages that use made-up people: drawn and run again, each shows what it showed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from conftest import ROOT
from made_up import EXAMPLE, FILES
from test_docs import run_page

Image = pytest.importorskip("PIL.Image")
gallery = pytest.importorskip("gallery")


@pytest.mark.parametrize("name", FILES)
def test_made_up_people(name: str) -> None:
    assert (EXAMPLE / name).read_text(encoding="utf-8") == FILES[name]()


def test_pictures_are_those_that_were_looked_at(tmp_path: Path) -> None:
    from PIL import ImageChops, ImageStat

    page = (ROOT / "docs/src/gallery.md").read_text(encoding="utf-8")
    made = gallery.pictures()
    assert {path.stem for path in gallery.FOLDER.glob("*.png")} == set(made)
    for name, draw in made.items():
        assert f"(gallery/{name}.png)" in page
        path = tmp_path / f"{name}.png"
        path.write_bytes(gallery.png(draw()))
        kept, drawn = (Image.open(own).convert("RGB") for own in (gallery.FOLDER / path.name, path))
        assert kept.size == drawn.size, name
        # Fonts are drawn a little otherwise on other machines.
        difference = sum(ImageStat.Stat(ImageChops.difference(kept, drawn)).mean) / 3
        assert difference < 1.0, f"{name} is another picture: draw it again with gallery.py, and look at it"


def test_the_afternoon(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    page = ROOT / "docs/src/afternoon.md"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EKBOM_EXAMPLE", os.fspath(EXAMPLE))
    run_page(page)
    text = page.read_text(encoding="utf-8")
    code = [line for block in text.split("```python\n")[1:] for line in block.split("```")[0].splitlines() if line.strip()]
    assert len(code) < 60
    assert (tmp_path / "figure.png").stat().st_size > 10_000 and (tmp_path / "table.csv").read_text().count("\n") > 4
