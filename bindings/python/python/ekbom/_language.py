"""The language of what people read."""

from __future__ import annotations

from typing import Literal

from ._ekbom import Language
from .errors import UnknownName

LanguageCode = Literal["en", "de"]


def as_language(said: Language | LanguageCode | None) -> Language | None:
    """A language by its code, where the package has it."""
    if said is None or isinstance(said, Language):
        return said
    if said == "en":
        return Language.english()
    if said == "de":
        return Language.german()
    raise UnknownName("language of the package (another is read by `Language.from_po`)", str(said), ("en", "de"))
