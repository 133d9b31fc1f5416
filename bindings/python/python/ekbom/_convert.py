"""Units."""

from __future__ import annotations

from . import _ekbom
from ._types import Analyte


def convert(analyte: Analyte | str, value: float, from_unit: str, to_unit: str) -> float:
    """A value of an analyte in another unit.

    Parameters
    ----------
    analyte : str
        Id of the analyte: a mole of one weighs another amount than a mole of the next.
    value : float
    from_unit, to_unit : str
        In UCUM or a common spelling.

    Returns
    -------
    float

    Raises
    ------
    UnknownName
        When the analyte is not known, or is not reported in one of the units.

    Examples
    --------
    >>> import ekbom
    >>> ekbom.convert("haemoglobin", 13.5, "g/dL", "g/L")
    135.0
    >>> round(ekbom.convert("b12_total", 205, "pg/mL", "pmol/L"))
    151
    """
    return _ekbom.convert(analyte, value, from_unit, to_unit)
