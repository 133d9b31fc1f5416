"""What was said of the columns of a table, looked at before any row is read: each error says what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from functools import cache
from typing import Any, get_args

from . import _ekbom
from ._types import Analyte
from .errors import ColumnsRefused, EkbomError, PatientRefused, UnknownName

PERSON = ("age_years", "sex", "sex_for_reference", "elevation_m", "cigarettes_per_day", "pregnant", "trimester")
_OF_A_RESULT = ("column", "unit", "comparator", "ref_low", "ref_high", "grey_high", "confirmed", "assay")
_OF_MEDICINES = ("column", "separator", "unknown", "empty")
_OF_ANYTHING_ELSE = ("column", "values")


@cache
def analytes() -> frozenset[str]:
    """Ids of the analytes."""
    return frozenset(get_args(Analyte))


@cache
def keys() -> tuple[str, ...]:
    """Everything that a column can stand for."""
    facts = (fact for fact, *_ in _ekbom.facts())
    return (*get_args(Analyte), *PERSON, "medicines", "ethnicity_black", *facts)


def meant(value: object, accepted: Iterable[str]) -> str:
    """The question that follows what was misspelt; empty where nothing is like it."""
    near = get_close_matches(str(value).lower(), accepted, 1, 0.6)
    return f": did you mean `{near[0]}`?" if near else ""


def one_of(argument: str, value: object, accepted: Sequence[str]) -> None:
    """An argument that has a few words."""
    if value not in accepted:
        raise UnknownName(f"value of `{argument}`", str(value), accepted)


def some_of(argument: str, values: Iterable[str], accepted: Sequence[str]) -> None:
    """An argument that has several of some words."""
    for value in values:
        one_of(argument, value, accepted)


def key(name: object) -> None:
    """A key of `columns` or `constants`."""
    if name not in keys():
        near = meant(name, keys())
        raise ColumnsRefused(f"items.{name}", f"nothing is known by the name `{name}`{near or _HOW}")


_HOW = " (accepted: an analyte of `ekbom.analytes()`, something of the person, a symptom, the history, `medicines`)"


def place(key: str, where: object) -> dict[str, Any]:
    """Where something stands, as the map says it."""
    result = key in analytes()
    match where:
        case str():
            return {"column": where}
        case (str() as column, str() as unit) if result:
            return {"column": column, "unit": unit}
        case (str() as column, str() as separator) if key == "medicines":
            return {"column": column, "separator": separator}
        case (str(), str() as unit):
            raise ColumnsRefused(f"columns.{key}", f"`{unit}`: only a result has a unit; `{key}` is a column, {_VALUES}")
        case (str() as column, Mapping() as values) if not result and key != "medicines":
            return {"column": column, "values": {_text(value): code for value, code in values.items()}}
        case Mapping():
            accepted = _OF_A_RESULT if result else _OF_MEDICINES if key == "medicines" else _OF_ANYTHING_ELSE
            for own in where:
                if own not in accepted:
                    near = meant(own, accepted)
                    raise ColumnsRefused(f"columns.{key}", f"`{own}` is not said of it{near} (accepted: {', '.join(accepted)})")
            if "column" not in where:
                raise ColumnsRefused(f"columns.{key}", "`column` is missing")
            return dict(where)
    form = 'a column and its unit, as in ("FER", "ng/mL")' if result else f"a column, {_VALUES}"
    raise EkbomError(f"columns: `{key}`: {form}, or a mapping is needed, not {where!r}")


_VALUES = 'or a column and what its values mean, as in ("SEX", {"F": "female", "M": "male"})'


def _text(value: object) -> str:
    """A value of a column as the map spells it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def questions(asked: Iterable[str], tables: Sequence[tuple[str, str]]) -> None:
    """What is asked, of the tables there are."""
    known = {question for question, _ in tables}
    full = {f"{question}@{guideline}" for question, guideline in tables}
    for name in asked:
        if name in known or name in full:
            continue
        question, at, _ = str(name).partition("@")
        own = sorted(table for table in full if table.startswith(f"{question}@")) if at else sorted(known)
        near = meant(name, full if at else known)
        within = [table for table in sorted(known) if table.startswith(f"{name}.")]
        shown = ", ".join(own if at and own else within or list(sorted(known))[:8])
        raise ColumnsRefused("questions", f"there is no question `{name}`{near} (accepted: {shown}; all: `ekbom.questions()`)")


def _named(told: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The columns that a map names, each with its place."""
    for group in ("quantities", "person", "items"):
        for name, where in told[group].items():
            for part, value in where.items():
                column = value.get("column") if isinstance(value, Mapping) else value
                at = f"{group}.{name}" if part == "column" else f"{group}.{name}.{part}"
                if part not in ("unit", "values", "assay") and isinstance(column, str):
                    yield at, column
    if "medicines" in told:
        yield "medicines", told["medicines"]["column"]
    for name in told["keep"]:
        if name != "*":
            yield "keep", name


def read(told: Mapping[str, Any]) -> list[str]:
    """The columns that a map names."""
    return [name for _, name in _named(told)]


def columns(told: Mapping[str, Any], there: Sequence[str] | None) -> None:
    """The columns that a map names are in the table: said before those that nobody asked for are left out."""
    for at, name in _named(told) if there is not None else ():
        if name not in there:  # type: ignore[operator]
            shown = ", ".join(there or ())
            shown = shown if len(shown) <= 400 else f"{shown[:400]}..."
            raise ColumnsRefused(at, f"there is no column `{name}`{meant(name, there or ())} (there are: {shown or 'none'})")


def answers(kept: Sequence[str], asked: Sequence[str], tables: Sequence[tuple[str, str]]) -> None:
    """A column that is kept has another name than an answer."""
    names = [(question, f"{question}@{guideline}") for question, guideline in tables]
    made = {name for question, name in names if question in asked or name in asked} | {"ekbom:errors"}
    for name in kept:
        if name in made or name.rpartition(":")[0] in made:
            message = f"`{name}` is also the name of an answer: rename that column first, or leave it out of `keep`"
            raise ColumnsRefused("keep", message)


_SEXES = {
    "female": ("f", "female", "woman", "w", "weiblich", "frau"),
    "male": ("m", "male", "man", "maennlich", "männlich", "mann"),
}


def hint(refused: PatientRefused, told: Mapping[str, Any], values: Iterable[object]) -> PatientRefused:
    """The same faults; where the values of a column have no meaning yet, with the line that gives them one."""
    fault = refused.faults[0]
    name = fault.field
    if name not in told["person"] and name not in told["items"] or not fault.accepted:
        return refused
    where = (told["person"] | told["items"])[name]
    if "values" in where:
        return refused
    seen = sorted({_plain(value) for value in values if value is not None and value == value}, key=str)
    if not 0 < len(seen) <= 12:
        return refused
    known = {own: sex for sex, all in _SEXES.items() for own in all} if name.startswith("sex") else {}
    means = {value: known.get(str(value).strip().lower(), "...") for value in seen}
    line = f'"{name}": ("{where["column"]}", {{{", ".join(f"{value!r}: {code!r}" for value, code in means.items())}}})'
    last = "" if "..." not in means.values() else f", with {' or '.join(fault.accepted)} in place of the dots"
    message = f"{fault.message}; write `{line}`{last}".replace("'", '"')
    first = replace(fault, message=message)
    return PatientRefused([first, *refused.faults[1:]], refused._critical)


def _plain(value: object) -> object:
    item = getattr(value, "item", None)
    value = item() if callable(item) else value
    return int(value) if isinstance(value, float) and value.is_integer() else value
