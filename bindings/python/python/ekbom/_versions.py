"""What is installed."""

from __future__ import annotations

import platform
import sys
from importlib.metadata import PackageNotFoundError, version

from . import _ekbom


def show_versions() -> None:
    """Prints what to tell when reporting a fault: no paths, no names.

    Examples
    --------
    >>> import ekbom
    >>> ekbom.show_versions()  # doctest: +ELLIPSIS
    ekbom            0...
    """
    rows = list(_ekbom.versions())
    rows.append(("python", f"{platform.python_implementation()} {platform.python_version()}"))
    rows.append(("system", f"{sys.platform} {platform.machine()}"))
    for package in ("numpy", "polars", "pandas", "pyarrow", "duckdb", "pyspark", "matplotlib"):
        try:
            rows.append((package, version(package)))
        except PackageNotFoundError:
            rows.append((package, "not installed"))
    for name, value in rows:
        print(f"{name:16} {value}")
