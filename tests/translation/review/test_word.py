"""A translation goes out as a Word file and comes back: exactly what was written into it is taken over."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import docx_integrity
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from worksheet_builder.foundation.problems import Refused
from worksheet_builder.translation.catalogue import Catalogue
from worksheet_builder.translation.po_merge import merge
from worksheet_builder.translation.review import Outcome
from worksheet_builder.translation.review.remarks import is_remark
from worksheet_builder.translation.review.reply import shown
from worksheet_builder.translation.states import State

from ..sheets import wanted
from ..test_laws import files, sheets
from .office import BETTER, COMMENT, ENGLISH, WORDS, Opened, W
from .samples import Desk, desk

DAY = date(2026, 11, 22)
BY = {"by": "Ana Example", "on": DAY}
letters = st.characters(categories=["L", "N", "P", "Zs"], exclude_characters="*[]{}\\")
lines = st.text(letters, min_size=1, max_size=20).filter(lambda it: shown(it) and not is_remark(it, "One."))


@pytest.fixture
def spanish(tmp_path: Path) -> Desk:
    return desk(tmp_path)


def states(it: Desk) -> dict[str | None, State]:
    return {entry.address: entry.state for entry in Catalogue.read(it.po, "es").file.entries}


@settings(max_examples=25, deadline=None)
@given(files(), sheets.filter(bool), st.booleans())
def test_out_and_in_without_edits_changes_no_byte(file: Any, english: Mapping[str, str], xliff: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        it = desk(Path(folder), english)
        it.po.write_bytes(merge(file, wanted(english)).file.to_bytes())
        before = it.po.read_bytes()
        taken = it.take(it.xliff(), name="back.xlf") if xliff else it.take(it.word())
        assert (taken.told, taken.written, taken.problems) == ((), (), ())
        assert it.po.read_bytes() == before


@settings(max_examples=25, deadline=None)
@given(st.dictionaries(st.integers(0, 3), st.lists(lines, min_size=1, max_size=3), min_size=1))
def test_exactly_what_was_edited_is_changed(edits: Mapping[int, list[str]]) -> None:
    english = {"a": "One.", "b": "Two.", "c": "Three.", "d": "Four."}
    spanish = {"a": "Uno.", "b": "Dos.", "c": "Tres.", "d": ""}
    with tempfile.TemporaryDirectory() as folder:
        it = desk(Path(folder), english, spanish)
        before = {entry.address: entry.raw for entry in Catalogue.read(it.po, "es").file.entries}
        file = Opened(it.word())
        for row, words in edits.items():
            file.write(row, BETTER, "\n".join(words))
        taken = it.take(file.saved())
        assert not taken.problems
        typed = {"abcd"[row]: shown("\n".join(words)) for row, words in edits.items()}
        assert {address: shown(words) for address, words in it.words().items()} == {**spanish, **typed}
        after = {entry.address: entry.raw for entry in Catalogue.read(it.po, "es").file.entries}
        assert {address for address in before if before[address] != after[address]} == {
            address for address, words in typed.items() if words != spanish[address]
        }
        written = it.po.read_bytes()
        assert not it.take(file.saved()).told
        assert it.po.read_bytes() == written


def test_the_file_is_sound(spanish: Desk, tmp_path: Path) -> None:
    path = tmp_path / "out.docx"
    path.write_bytes(spanish.word(back=True))
    assert not docx_integrity.check(path)
    assert spanish.word() == spanish.word()


def test_a_ticked_row_is_reviewed(spanish: Desk) -> None:
    file = Opened(spanish.word())
    file.tick(0)
    file.write(1, BETTER, "Basta una noche.\n*Usted* decide.")
    file.tick(1)
    spanish.take(file.saved(), **BY)
    assert "# state: reviewed by Ana Example on 2026-11-22 [" in spanish.po.read_text("utf-8")
    assert [state.value for state in states(spanish).values()] == ["reviewed", "reviewed", "translated", "missing"]
    before = spanish.po.read_bytes()
    spanish.take(file.saved(), by="Ana Example", on=date(2027, 1, 1))
    assert spanish.po.read_bytes() == before


def test_one_tick_is_for_all_that_is_translated(spanish: Desk) -> None:
    file = Opened(spanish.word())
    file.tick_all()
    spanish.take(file.saved(), **BY)
    assert [state.value for state in states(spanish).values()] == ["reviewed"] * 3 + ["missing"]


def test_nobody_reviews_without_a_name(spanish: Desk) -> None:
    file = Opened(spanish.word())
    file.tick(0)
    before = spanish.po.read_bytes()
    with pytest.raises(Refused, match="not said by whom"):
        spanish.take(file.saved())
    assert spanish.po.read_bytes() == before


def test_comments_are_kept_once(spanish: Desk) -> None:
    file = Opened(spanish.word())
    file.write(0, COMMENT, "Why not ‘El sueño’?\nstate: fine")
    for _ in range(2):
        spanish.take(file.saved(), by="Ana Example")
    text = spanish.po.read_text("utf-8")
    assert text.count("# Ana Example: Why not ‘El sueño’?\n# Ana Example: state: fine\n") == 1
    assert spanish.words()["title"] == "Dormir"


def test_a_translation_back_is_kept_as_a_comment(spanish: Desk) -> None:
    file = Opened(spanish.word(back=True))
    file.write(0, 6, "To sleep")
    spanish.take(file.saved())
    assert "# Back into English: To sleep\n" in spanish.po.read_text("utf-8")


def test_words_typed_over_the_translation_count(spanish: Desk) -> None:
    file = Opened(spanish.word())
    file.write(0, WORDS, "El sueño")
    assert [told.outcome for told in spanish.take(file.saved()).told] == [Outcome.CHANGED]
    assert spanish.words()["title"] == "El sueño"


def test_a_lost_mark_is_told_and_not_taken(spanish: Desk) -> None:
    file = Opened(spanish.word())
    file.write(2, BETTER, "Unos minutos.")
    (problem,) = spanish.take(file.saved()).problems
    assert "do not keep the marks of the English, {minutes}" in problem.sentence
    assert "Unos minutos." in problem.hint
    assert spanish.words()["time"] == "Unos {minutes} minutos."


def test_a_name_left_in_english_may_be_marked_so(spanish: Desk) -> None:
    file = Opened(spanish.word())
    file.write(3, BETTER, "[Good night]{en}.")
    assert not spanish.take(file.saved()).problems
    assert spanish.words()["last"] == "[Good night]{en}."


def test_words_that_cannot_be_printed_are_told_and_not_taken(spanish: Desk) -> None:
    file = Opened(spanish.word())
    file.write(0, BETTER, "El \u202esueño")
    (problem,) = spanish.take(file.saved()).problems
    assert "cannot be printed" in problem.sentence
    assert spanish.words()["title"] == "Dormir"


def test_english_that_has_moved_on_refuses_its_row_alone(spanish: Desk) -> None:
    file = Opened(spanish.word())
    for row in range(2):
        file.write(row, BETTER, ("Nuevo", "Nueva.\n*Usted* decide.")[row])
    english = {**spanish.english, "title": "Sleeping"}
    updated = merge(Catalogue.read(spanish.po, "es").file, wanted(english)).file
    spanish.po.write_bytes(updated.to_bytes())
    taken = spanish.take(file.saved())
    assert ["has changed since it was sent. It is now “Sleeping”" in it.sentence for it in taken.problems] == [True]
    assert "Nuevo" in taken.problems[0].hint
    assert spanish.words()["title"] == "Dormir"
    assert spanish.words()["why.text"].startswith("Nueva.")


def test_a_conflict_loses_neither_side(spanish: Desk) -> None:
    file = Opened(spanish.word())
    file.write(0, BETTER, "El sueño")
    file.tick(0)
    spanish.po.write_text(spanish.po.read_text("utf-8").replace('"Dormir"', '"A dormir"'), "utf-8")
    taken = spanish.take(file.saved(), **BY)
    assert "has been changed since it was sent, to “A dormir”" in taken.problems[0].sentence
    assert spanish.words()["title"] == "A dormir"
    assert "# Ana Example suggests: El sueño\n" in spanish.po.read_text("utf-8")
    assert states(spanish)["title"] is State.TRANSLATED


def test_a_tick_speaks_only_for_words_that_were_seen(spanish: Desk) -> None:
    file = Opened(spanish.word())
    file.tick(0)
    spanish.po.write_text(spanish.po.read_text("utf-8").replace('"Dormir"', '"A dormir"'), "utf-8")
    assert "not marked as reviewed" in spanish.take(file.saved(), **BY).problems[0].hint
    assert states(spanish)["title"] is State.TRANSLATED


def test_a_row_that_is_gone_is_told_with_its_words(spanish: Desk) -> None:
    file = Opened(spanish.word())
    file.write(0, BETTER, "El sueño")
    english = {address: text for address, text in spanish.english.items() if address != "title"}
    spanish.po.write_bytes(merge(Catalogue.read(spanish.po, "es").file, wanted(english)).file.to_bytes())
    (problem,) = spanish.take(file.saved()).problems
    assert "belongs to no string" in problem.sentence
    assert "El sueño" in problem.hint


def test_a_deleted_row_is_told(spanish: Desk) -> None:
    file = Opened(spanish.word())
    row = file.cell(1, BETTER).getparent()
    row.getparent().remove(row)
    (told,) = spanish.take(file.saved()).told
    assert (told.outcome, told.address) == (Outcome.ABSENT, [*spanish.english][1])
    assert spanish.words() == desk_words(spanish)


def desk_words(it: Desk) -> dict[str | None, str]:
    return {entry.address: entry.words for entry in Catalogue.read(it.po, "es").file.entries}


@pytest.mark.parametrize("lost", [("sdt",), ("bookmarkStart", "bookmarkEnd"), ("sdt", "bookmarkStart", "bookmarkEnd")])
def test_rows_are_known_when_a_program_has_dropped_their_names(spanish: Desk, lost: tuple[str, ...]) -> None:
    file = Opened(spanish.word())
    file.write(0, BETTER, "El sueño")
    file.drop(*lost)
    assert not spanish.take(file.saved()).problems
    assert spanish.words()["title"] == "El sueño"


def test_tracked_changes_count_as_they_would_be_accepted(spanish: Desk) -> None:
    file = Opened(spanish.word())
    cell = file.cell(0, BETTER)
    for paragraph in cell.findall(f"{W}p"):
        cell.remove(paragraph)
    names = W[1:-1]
    cell.append(etree.fromstring(
        f'<w:p xmlns:w="{names}"><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>El </w:t></w:r>'
        '<w:del w:id="2"><w:r><w:delText>viejo </w:delText></w:r></w:del>'
        '<w:ins w:id="3"><w:r><w:t xml:space="preserve">buen </w:t></w:r></w:ins></w:p>'
    ))  # fmt: skip
    cell.append(etree.fromstring(f'<w:p xmlns:w="{names}"><w:r><w:t>sueño</w:t></w:r></w:p>'))
    spanish.take(file.saved())
    assert spanish.words()["title"] == "El buen sueño"


def test_smart_quotation_marks_are_no_obstacle(spanish: Desk) -> None:
    file = Opened(spanish.word())
    file.drop("sdt", "bookmarkStart", "bookmarkEnd")
    file.write(3, ENGLISH, "Good night.")
    file.write(3, BETTER, "‘Buenas’ noches… – “sí”.")
    spanish.take(file.saved())
    assert spanish.words()["last"] == "‘Buenas’ noches… – “sí”."


def test_a_remark_in_the_margin_is_a_comment(spanish: Desk) -> None:
    file = Opened(spanish.word())
    run = etree.SubElement(file.cell(1, WORDS).find(f"{W}p"), f"{W}r")
    etree.SubElement(run, f"{W}commentReference").set(f"{W}id", "7")
    remark = f'<w:comments xmlns:w="{W[1:-1]}"><w:comment w:id="7"><w:p><w:r><w:t>Too stiff.</w:t></w:r></w:p></w:comment></w:comments>'  # noqa: E501
    spanish.take(file.saved(lambda parts: parts.update({"word/comments.xml": remark.encode()})))
    assert "# Reviewer: Too stiff.\n" in spanish.po.read_text("utf-8")


def test_a_broken_catalogue_is_told_when_a_row_may_be_in_it(spanish: Desk) -> None:
    other = spanish.po.with_name("other.po")
    other.write_text("Hello", "utf-8")
    file = Opened(spanish.word())
    file.write(0, BETTER, "El sueño")
    assert not spanish.take(file.saved()).problems
    spanish.po.write_text("Hello", "utf-8")
    problems = spanish.take(file.saved()).problems
    assert "belongs to no string" in problems[0].sentence
    assert {problem.place.file for problem in problems[1:] if problem.place} == {str(other), str(spanish.po)}


def test_a_catalogue_that_is_behind_is_not_sent_out(spanish: Desk) -> None:
    behind = Desk(spanish.locales, {**spanish.english, "new": "More."})
    with pytest.raises(Refused, match=re.escape("behind its worksheet, first at ‘new’")):
        behind.word()
