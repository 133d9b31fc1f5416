"""What the tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
VECTORS = ROOT / "tests" / "vectors"
NO_VECTORS = "WITHOUT vectors: there is no tests/vectors"
PATIENTS = ROOT / "tests" / "patients"


@pytest.fixture(scope="session")
def data() -> Path:
    """Real data, which is no part of the repository."""
    folder = Path(os.environ.get("EKBOM_DATA") or ROOT.parent / "shared" / "data")
    if not folder.is_dir():
        pytest.skip("WITHOUT real data: no EKBOM_DATA")
    return folder


def pytest_unconfigure(config: pytest.Config) -> None:
    """The closing line that the test command counts."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if reporter is not None:
        failed = sum(len(reporter.stats.get(kind, ())) for kind in ("failed", "error"))
        # The closing line of a runner of the vectors, of which the table on conformance is made.
        own = [sum("::test_vector[" in each.nodeid for each in reporter.stats.get(kind, ())) for kind in ("passed", "failed")]
        print(f"conformance: {own[0]} passed, {own[1]} failed")
        print(f"{len(reporter.stats.get('passed', ()))} passed, {failed} failed")
