"""The language of what people read: of one call, and never of all."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import ekbom
import pytest
from conftest import PATIENTS
from ekbom import Lab, Language, Patient

PO = Path(__file__).parents[3] / "crates" / "ekbom-report" / "languages" / "de.po"
OVERLOADED = Patient([Lab("ferritin", 658, "ng/mL"), Lab("tsat", 88, "%")], age_years=46, sex="male")


def test_a_page_a_text_and_a_note() -> None:
    made = ekbom.assess(OVERLOADED)
    own = Language.from_po("de", PO.read_text("utf-8"))
    assert own.code == "de" and own == Language.german() and own != Language.english()
    page = made.to_html(language="de")
    assert '<html lang="de"' in page and page == made.to_html(language=own) != made.to_html()
    assert made.to_html(language="en") == made.to_html() == made.to_html(language=Language.english())
    assert made.to_text(language="de") == made.to_text(language=own) != made.to_text()
    assert made.to_note("de") == made.to_note(own) != made.to_note()
    # Nothing was set for all.
    assert '<html lang="en"' in made.to_html()


def test_sentences_by_themselves() -> None:
    made = ekbom.assess(OVERLOADED)
    german = Language.german()
    said = [own.text for own in made.acts] + [own.message for own in made.alerts] + [own.says for own in made.precautions]
    assert said
    for text in said:
        assert german.say(text) != text and Language.english().say(text) == text
    assert german.say("no sentence of this library") == "no sentence of this library"


def test_what_is_no_language_is_said() -> None:
    with pytest.raises(ekbom.EkbomError, match="line 2: not a line of a PO file"):
        Language.from_po("fr", 'msgid "{a} years"\nmsgstr {a} ans\n')
    with pytest.raises(ekbom.EkbomError, match="line 1: the holes"):
        Language.from_po("fr", 'msgid "{a} years"\nmsgstr "ans"\n')
    with pytest.raises(ekbom.EkbomError, match="no code of a language"):
        Language.from_po('"><script>', "")
    with pytest.raises(ekbom.UnknownName, match="`fr` is not a known language"):
        ekbom.assess(OVERLOADED).to_text(language="fr")  # type: ignore[arg-type]


@pytest.mark.parametrize("path", sorted(PATIENTS.glob("*.json"))[:3], ids=lambda path: path.stem)
def test_german_is_that_of_the_command(path: Path) -> None:
    command = os.environ.get("EKBOM_COMMAND")
    if command is None:
        pytest.skip("WITHOUT the command: no EKBOM_COMMAND")
    made = ekbom.assess(Patient.from_json(path.read_text()))
    for options, own in (
        (["--format", "html"], made.to_html(language="de")),
        (["--brief"], made.to_note("de")),
        ([], made.to_text(language="de", width=80)),
    ):
        ran = subprocess.run(
            [command, "assess", str(path), "--lang", "de", *options], capture_output=True, text=True, check=True
        )
        assert ran.stdout.strip() == own.strip()
