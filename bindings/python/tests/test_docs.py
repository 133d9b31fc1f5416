"""Examples in docstrings and pages run."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import re
from pathlib import Path

import ekbom
import pytest
from conftest import ROOT
from ekbom import _ekbom

MODULES = ["ekbom", *(f"ekbom.{found.name}" for found in pkgutil.iter_modules(ekbom.__path__) if found.name != "_ekbom")]
PAGES = [ROOT / "README.md", ROOT / "bindings/python/README.md", ROOT / "docs/src/python.md"]


def run(test: doctest.DocTest) -> None:
    runner = doctest.DocTestRunner(verbose=False)
    runner.run(test)
    assert runner.summarize(verbose=False).failed == 0


@pytest.mark.parametrize("name", MODULES)
def test_docstrings(name: str) -> None:
    module = importlib.import_module(name)
    for test in doctest.DocTestFinder(exclude_empty=True).find(module, name):
        run(test)


def test_native_docstrings() -> None:
    parser = doctest.DocTestParser()
    found = 0
    for kind in (_ekbom.Patient, _ekbom.Assessment, _ekbom.Frame):
        for name, member in vars(kind).items():
            text = getattr(member, "__doc__", None) or ""
            if ">>>" in text:
                run(parser.get_doctest(text, {}, f"{kind.__name__}.{name}", None, None))
                found += 1
    assert found


def run_page(page: Path) -> None:
    """The Python of a page runs from top to bottom, and `#= value` after an expression is its repr."""
    names: dict[str, object] = {}
    blocks = re.findall(r"^```python\n(.*?)^```", page.read_text(encoding="utf-8"), flags=re.M | re.S)
    assert blocks
    for block in blocks:
        exec(compile(block, page.name, "exec"), names)
        for line in block.splitlines():
            said = re.fullmatch(r"(\S.*?)\s+#= (.*)", line)
            if said:
                assert repr(eval(said[1], names)) == said[2], line


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_pages(page: Path) -> None:
    run_page(page)


def test_long_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EKBOM_LONG", str(ROOT / "tests" / "long"))
    run_page(ROOT / "docs/src/long-tables.md")


def test_study(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EKBOM_DATA", str(data))
    run_page(ROOT / "docs/src/study.md")
