"""Every worksheet is built in the languages that nobody speaks, so that what is fixed or too narrow shows first."""

from __future__ import annotations

from pathlib import Path

import docx_integrity
import page
import pytest
from hypothesis import given
from hypothesis import strategies as st

from worksheet_builder.build.composer import Composer
from worksheet_builder.build.formats import FORMATS
from worksheet_builder.document import Document
from worksheet_builder.foundation.languages import PSEUDO, Language
from worksheet_builder.foundation.phrases import marks, parse, phrases_in
from worksheet_builder.foundation.problems import Refused
from worksheet_builder.project.library import Library
from worksheet_builder.translation.pseudo_language import said

LIBRARY = Library.open(Path(__file__).parent)
SAMPLE = "where-harm-occurred"
composer = Composer(LIBRARY)


def document(name: str, tag: str) -> Document:
    return composer.document(LIBRARY.worksheets[name], tag)


@pytest.mark.parametrize("name", LIBRARY.worksheets)
def test_every_worksheet_is_built(name: str) -> None:
    """In one of the two and in one format, the next in another; `whole` has all in both."""
    turn, which = divmod(list(LIBRARY.worksheets).index(name), len(PSEUDO))
    build(name, list(PSEUDO)[which], list(FORMATS)[turn % len(FORMATS)])


@pytest.mark.whole
@pytest.mark.parametrize("tag", PSEUDO)
@pytest.mark.parametrize("name", LIBRARY.worksheets)
def test_every_worksheet_is_built_in_both(name: str, tag: str) -> None:
    build(name, tag, *FORMATS)


def build(name: str, tag: str, *formats: str) -> None:
    made = document(name, tag)
    for it in formats:
        assert FORMATS[it].write(made, composer.brand)
    forgotten = [phrase for phrase in phrases_in(made) if phrase.language != tag and phrase.plain().strip()]
    assert not forgotten


@pytest.mark.parametrize("tag", PSEUDO)
def test_nothing_is_found_by_the_validators(tag: str, tmp_path: Path) -> None:
    made = document(SAMPLE, tag)
    for profile in ("ua1", "2a"):
        assert not page.validate_pdf_bytes(FORMATS["pdf"].write(made, composer.brand), profile=profile).failures
    path = tmp_path / "sample.docx"
    path.write_bytes(FORMATS["docx"].write(made, composer.brand))
    assert not docx_integrity.check(path)


@given(st.text(st.sampled_from("abeiou {}*[]\\n\\xy1{minutes}")), st.booleans())
def test_marks_and_lines_stay(english: str, mirrored: bool) -> None:
    words = said(english, mirrored)
    assert marks(words) == marks(english)
    assert words.count("\n") == english.count("\n")
    assert [span.slot for span in parse(words) if span.slot] == [span.slot for span in parse(english) if span.slot]


def test_it_is_accented_and_a_third_longer() -> None:
    english = "One word is enough. You do not need to tell the whole story."
    assert said("About {minutes} *minutes*.") == "«Ábóóúť {minutes} *mííñúúťéš*.»"
    assert 1.25 < len(said(english)) / len(english) < 1.5


def test_one_of_them_runs_from_right_to_left() -> None:
    assert [Language.of(tag).rtl for tag in PSEUDO] == [False, True]


def test_there_is_nothing_to_translate() -> None:
    from worksheet_builder.translation.language_facts import language_of

    with pytest.raises(Refused, match="made by the tool"):
        language_of("qps-ploc")
