"""Tables that no library owns yet."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING, Any

from . import _ekbom
from ._columns import has_pyarrow

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow


class Frame:
    """A table of Arrow record batches, for whatever library you use.

    It has the Arrow PyCapsule interface, so that ``polars.DataFrame(frame)``, ``pandas.DataFrame.from_arrow(frame)``,
    ``pyarrow.table(frame)`` and ``duckdb.from_arrow(pyarrow.table(frame))`` take it without a copy. None of them is
    needed to have one.

    Examples
    --------
    >>> import ekbom
    >>> frame = ekbom.claims()
    >>> len(frame), frame.columns[:2]
    (13, ['claim', 'says'])
    """

    __slots__ = ("_native",)

    def __init__(self, native: _ekbom.Frame) -> None:
        self._native = native

    @property
    def columns(self) -> list[str]:
        """Names of the columns."""
        return self._native.columns

    def __len__(self) -> int:
        return len(self._native)

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> Any:
        return self._native.__arrow_c_stream__(requested_schema)

    def to_polars(self) -> polars.DataFrame:
        """As a polars data frame."""
        import polars

        return polars.DataFrame(self)

    def to_pandas(self) -> pandas.DataFrame:
        """As a pandas data frame."""
        import pandas

        if not has_pyarrow():
            return pandas.DataFrame.from_records(self.to_dicts(), columns=self.columns)
        # From pandas 3 on it takes the capsule itself.
        made = getattr(pandas.DataFrame, "from_arrow", None)
        return self.to_arrow().to_pandas() if made is None else made(self)

    def to_arrow(self) -> pyarrow.Table:
        """As a pyarrow table."""
        import pyarrow

        return pyarrow.table(self)

    def to_dicts(self) -> list[dict[str, Any]]:
        """The rows as dictionaries; needs no other library.

        Examples
        --------
        >>> import ekbom
        >>> ekbom.analytes().to_dicts()[0]["analyte"]
        'ferritin'
        """
        return self._native.to_dicts()

    def __repr__(self) -> str:
        return f"<ekbom.Frame: {len(self)} rows, columns {', '.join(self.columns)}>"

    def _repr_html_(self) -> str:
        most = 20
        rows = self.to_dicts()[:most]
        head = "".join(f"<th>{escape(name)}</th>" for name in self.columns)
        body = "".join(
            "<tr>" + "".join(f"<td style='text-align:left'>{_shown(value)}</td>" for value in row.values()) + "</tr>"
            for row in rows
        )
        more = f"<p>{len(self) - most} more rows</p>" if len(self) > most else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def _shown(value: object) -> str:
    if value is None:
        return ""
    return escape(", ".join(map(str, value)) if isinstance(value, list) else str(value))


def _made_by(native: Callable[[], _ekbom.Frame]) -> Frame:
    return Frame(native())


def rules() -> Frame:
    """Every rule of every table, in the order in which they are tried.

    Examples
    --------
    >>> import ekbom
    >>> rule = next(row for row in ekbom.rules().to_dicts() if row["question"] == "iron.therapy")
    >>> rule["guideline"], rule["place"]
    ('aasm-2025', 1)
    """
    return _made_by(_ekbom.rules)


def questions() -> Frame:
    """Every question and who answers it: the names of the columns of answers, in words too, and what may be answered.

    Examples
    --------
    >>> import ekbom
    >>> [row["name"] for row in ekbom.questions().to_dicts() if row["question"] == "iron.deficiency"][:3]
    ['ECCO 2015', 'WHO 2020', 'AGA 2020']
    """
    return _made_by(_ekbom.questions_frame)


def claims() -> Frame:
    """The claims of the founding article, the evidence for and against, and what the software does with them."""
    return _made_by(_ekbom.claims)


def analytes() -> Frame:
    """The analytes with their units, limits of plausibility and variation.

    Limits are in the canonical unit: outside ``hard`` a value is refused, outside ``confirm`` it is refused unless the
    result says ``confirmed=True``.
    """
    return _made_by(_ekbom.analytes)
