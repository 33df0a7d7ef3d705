"""What reviewers write in a file that is no translation, and what they do to its rows and columns."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from worksheet_builder.foundation.problems import Refused
from worksheet_builder.translation.catalogue import Catalogue
from worksheet_builder.translation.review import Outcome
from worksheet_builder.translation.review.remarks import is_remark
from worksheet_builder.translation.states import State

from .office import BETTER, COMMENT, ENGLISH, REVIEWED, WORDS, Opened, W
from .samples import Desk, desk

LONG = "This sheet is for looking back at an appointment that did not go as you had hoped."
NAMES = W[1:-1]


@pytest.fixture
def spanish(tmp_path: Path) -> Desk:
    return desk(tmp_path)


@pytest.mark.parametrize(
    ("words", "english", "is_one"),
    [
        ("ok", LONG, True),
        ("OK", "Sleep", True),
        ("OK, bez zmian", LONG, True),
        ("Okay!", "Sleep", True),
        ("ок", "Sleep", True),
        ("-", "Sleep", True),
        ("?", LONG, True),
        ("…", LONG, True),
        ("✓", LONG, True),
        ("👍", "Sleep", True),
        ("no change", LONG, True),
        ("n/a", "Sleep", True),
        ("sin cambios", LONG, True),
        ("没问题", LONG, True),
        ("ठीक है", LONG, True),
        ("dziwne tu", LONG, True),
        ("Sí", "Yes", False),
        ("bien", "Fine", False),
        ("OK", "OK", False),
        ("Okej, dalej", "OK, next", False),
        ("No", "No", False),
        ("—", "–", False),
        ("El sueño", "Sleep", False),
        ("没有如愿的一次就诊之后", LONG, False),
        ("Okolica", "The area", False),
        ("Mirar atrás a una cita difícil.", LONG, False),
    ],
)
def test_a_remark_is_told_from_a_translation(words: str, english: str, is_one: bool) -> None:
    assert is_remark(words, english) is is_one


@pytest.mark.parametrize("column", [BETTER, WORDS])
@pytest.mark.parametrize("remark", ["ok", "OK, bez zmian", "-", "?"])
def test_a_remark_is_kept_as_a_comment(spanish: Desk, remark: str, column: int) -> None:
    file = Opened(spanish.word())
    file.write(0, column, remark)
    taken = spanish.take(file.saved(), by="Ana Example")
    assert [told.outcome for told in taken.told] == [Outcome.COMMENTED]
    assert spanish.words()["title"] == "Dormir"
    assert f"# Ana Example: {remark}\n" in spanish.po.read_text("utf-8")


def test_a_tick_beside_a_remark_is_for_the_words_as_they_are(spanish: Desk) -> None:
    file = Opened(spanish.word())
    file.write(0, BETTER, "ok")
    file.tick(0)
    spanish.take(file.saved(), by="Ana Example", on=date(2026, 11, 22))
    entry = Catalogue.read(spanish.po, "es").file.entries[0]
    assert (entry.words, entry.state) == ("Dormir", State.REVIEWED)


@pytest.mark.parametrize("mark", ["<w:strike/>", '<w:dstrike w:val="1"/>', "<w:vanish/>"])
def test_words_that_are_struck_through_or_hidden_are_not_read(spanish: Desk, mark: str) -> None:
    file = Opened(spanish.word())
    cell = file.cell(0, WORDS)
    for child in cell.findall(f"{W}p"):
        cell.remove(child)
    cell.append(
        etree.fromstring(
            f'<w:p xmlns:w="{NAMES}"><w:r><w:rPr>{mark}</w:rPr><w:t>Dormir</w:t></w:r>'
            '<w:r><w:rPr><w:strike w:val="0"/><w:color w:val="FF0000"/></w:rPr><w:t>El sueño</w:t></w:r></w:p>'
        )
    )
    spanish.take(file.saved())
    assert spanish.words()["title"] == "El sueño"


@pytest.mark.parametrize("struck", [True, False])
def test_words_that_are_only_taken_out_are_told(spanish: Desk, struck: bool) -> None:
    file = Opened(spanish.word())
    if struck:
        for run in file.cell(0, WORDS).iter(f"{W}r"):
            run.insert(0, etree.fromstring(f'<w:rPr xmlns:w="{NAMES}"><w:strike/></w:rPr>'))
    else:
        file.write(0, WORDS, "")
    (problem,) = spanish.take(file.saved()).problems
    assert problem.sentence == "Row 1: the words for ‘title’ were taken out, and no others are given."
    assert spanish.words()["title"] == "Dormir"


@pytest.mark.parametrize("column", [WORDS, BETTER])
def test_words_of_several_rows_in_one_cell_are_told(spanish: Desk, column: int) -> None:
    """Word puts the text of cells that are merged downwards into the first of them."""
    file, before = Opened(spanish.word()), spanish.words()
    upper, lower = (file.cell(row, column) for row in (0, 1))
    file.write(0, column, "Dormir bien\nPuede ayudar.")
    for cell, value in ((upper, "restart"), (lower, "continue")):
        properties = cell.find(f"{W}tcPr")
        if properties is None:
            cell.insert(0, properties := etree.SubElement(cell, f"{W}tcPr"))
        etree.SubElement(properties, f"{W}vMerge").set(f"{W}val", value)
    taken = spanish.take(file.saved())
    assert [problem.sentence for problem in taken.problems] == [
        f"Row {row}: the words for ‘{address}’ share a cell with those of other rows."
        for row, address in ((1, "title"), (2, "why.text"))
    ]
    assert spanish.words() == before


def merge_cells(file: Opened) -> None:
    """Better and Comment as one cell, as Word leaves them."""
    better, comment = file.cell(0, BETTER), file.cell(0, COMMENT)
    properties = better.find(f"{W}tcPr")
    if properties is None:
        better.insert(0, properties := etree.SubElement(better, f"{W}tcPr"))
    etree.SubElement(properties, f"{W}gridSpan").set(f"{W}val", "2")
    comment.getparent().remove(comment)


def drop_comment_cell(file: Opened) -> None:
    """The first row begins further in, and its first two cells are gone."""
    row = file.rows()[0]
    for cell in row.findall(f"{W}tc")[:2]:
        row.remove(cell)
    properties = row.find(f"{W}trPr")
    if properties is None:
        row.insert(0, properties := etree.SubElement(row, f"{W}trPr"))
    etree.SubElement(properties, f"{W}gridBefore").set(f"{W}val", "2")


def drop_head(file: Opened) -> None:
    for head in [it for it in file.root.iter(f"{W}tr") if it.find(f"{W}trPr/{W}tblHeader") is not None]:
        head.getparent().remove(head)


@pytest.mark.parametrize("change", [merge_cells, drop_comment_cell, drop_head])
def test_a_tick_is_found_where_columns_have_moved(spanish: Desk, change: Callable[[Opened], None]) -> None:
    file = Opened(spanish.word())
    file.tick(0)
    change(file)
    spanish.take(file.saved(), by="Ana Example", on=date(2026, 11, 22))
    assert Catalogue.read(spanish.po, "es").file.entries[0].state is State.REVIEWED
    assert "Back into English" not in spanish.po.read_text("utf-8") and "☒" not in spanish.po.read_text("utf-8")


def test_columns_without_names_are_not_guessed_at(spanish: Desk) -> None:
    file = Opened(spanish.word())
    drop_head(file)
    for row in file.rows():
        row.remove(row.findall(f"{W}tc")[1])
    with pytest.raises(Refused, match="names of the columns is gone"):
        spanish.take(file.saved())


def test_words_in_both_columns_are_both_told(spanish: Desk) -> None:
    file = Opened(spanish.word())
    file.write(0, WORDS, "El sueño")
    file.write(0, BETTER, "Para dormir")
    (problem,) = spanish.take(file.saved(), by="Ana Example").problems
    assert "was written over as well" in problem.sentence and "El sueño" in problem.hint
    assert spanish.words()["title"] == "Para dormir"
    assert "# Ana Example suggests: El sueño\n" in spanish.po.read_text("utf-8")


def doubled(file: Opened, words: str) -> None:
    row = file.rows()[0]
    copy: Any = deepcopy(row)
    row.addnext(copy)
    file.write(1, BETTER, words)


def test_a_row_that_stands_twice_is_told(spanish: Desk) -> None:
    file = Opened(spanish.word())
    file.write(0, BETTER, "El sueño")
    doubled(file, "Para dormir")
    (problem,) = spanish.take(file.saved(), by="Ana Example").problems
    assert "stands twice" in problem.sentence and "Para dormir" in problem.hint
    assert spanish.words()["title"] == "El sueño"
    assert "# Ana Example suggests: Para dormir\n" in spanish.po.read_text("utf-8")


@pytest.mark.parametrize("first", ["", "El sueño"])
def test_a_copy_that_says_no_more_is_no_matter(spanish: Desk, first: str) -> None:
    file = Opened(spanish.word())
    if first:
        file.write(0, BETTER, first)
    doubled(file, "El sueño")
    assert not spanish.take(file.saved()).problems
    assert spanish.words()["title"] == "El sueño"


@pytest.fixture
def two_languages(tmp_path: Path) -> Desk:
    """Two languages that lack the same words."""
    english = {"title": "Sleep", "one": "Good night.", "two": "Good morning.", "three": "Good morning."}
    made = desk(tmp_path, english, {"title": "Dormir"})
    other = made.locales / "cs" / "sleep.po"
    other.parent.mkdir()
    other.write_bytes(
        made.po.read_bytes().replace(b"Language: es", b"Language: cs").replace(b"Dormir", "Spánek".encode())
    )
    return made


def test_a_table_pasted_into_a_new_file_is_known_by_its_english(two_languages: Desk) -> None:
    file = Opened(two_languages.word())
    file.drop("sdt", "bookmarkStart", "bookmarkEnd")
    file.write(1, BETTER, "Buenas noches.")
    taken = two_languages.take(file.saved())
    assert not taken.problems
    assert two_languages.words()["one"] == "Buenas noches."


def test_words_that_may_belong_to_two_strings_are_told(two_languages: Desk) -> None:
    file = Opened(two_languages.word())
    file.drop("sdt", "bookmarkStart", "bookmarkEnd")
    file.write(2, BETTER, "Buenos días.")
    (problem,) = two_languages.take(file.saved()).problems
    assert "belongs to no string" in problem.sentence and "Buenos días." in problem.hint


@pytest.mark.parametrize("sign", ["✅", "☑\ufe0f", "✔", "[x]", "( X )", "×", "☒"])
def test_a_tick_may_be_any_sign_for_one(spanish: Desk, sign: str) -> None:
    file = Opened(spanish.word())
    file.write(0, REVIEWED, sign)
    spanish.take(file.saved(), by="Ana Example", on=date(2026, 11, 22))
    assert Catalogue.read(spanish.po, "es").file.entries[0].state is State.REVIEWED


@pytest.mark.parametrize("words", ["yes", "OK", "да", "no", "extra words", "☒ but see my letter"])
def test_words_in_the_column_for_ticks_are_a_comment(spanish: Desk, words: str) -> None:
    file = Opened(spanish.word())
    file.write(0, REVIEWED, words)
    spanish.take(file.saved(), by="Ana Example", on=date(2026, 11, 22))
    assert f"# Ana Example: {words.removeprefix('☒ ')}\n" in spanish.po.read_text("utf-8")
    state = Catalogue.read(spanish.po, "es").file.entries[0].state
    assert (state is State.REVIEWED) is words.startswith("☒")


@pytest.mark.parametrize("place", [2, 6])
def test_a_column_of_the_reviewers_own_is_a_comment(spanish: Desk, place: int) -> None:
    file = Opened(spanish.word())
    for row in file.root.iter(f"{W}tr"):
        cell = deepcopy(row.findall(f"{W}tc")[ENGLISH])
        row.findall(f"{W}tc")[place].addnext(cell)
    head = next(row for row in file.root.iter(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is not None)
    for text in head.findall(f"{W}tc")[place + 1].iter(f"{W}t"):
        text.text = "My notes"
    for number in range(len(file.rows())):
        file.write(number, place + 1, "")
    file.write(0, place + 1, "Or ‘El sueño’?")
    (told,) = spanish.take(file.saved(), by="Ana Example").told
    assert told.outcome is Outcome.COMMENTED
    assert "# Ana Example: Or ‘El sueño’?\n" in spanish.po.read_text("utf-8")


BOX = (
    f'<w:r xmlns:w="{NAMES}"><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    "<mc:Choice><w:txbxContent><w:p><w:r><w:t>{0}</w:t></w:r></w:p></w:txbxContent></mc:Choice>"
    "<mc:Fallback><w:txbxContent><w:p><w:r><w:t>{0}</w:t></w:r></w:p></w:txbxContent></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)
NOTE = f'<w:r xmlns:w="{NAMES}"><w:footnoteReference w:id="3"/></w:r>'


def beside(file: Opened, place: str, run: str) -> None:
    """Put a run into the first row of strings, or into a paragraph before or after the first table of them."""
    paragraph = etree.fromstring(f'<w:p xmlns:w="{NAMES}"/>')
    paragraph.append(etree.fromstring(run))
    table = next(file.root.iter(f"{W}tbl"))
    if place == "in":
        file.cell(0, WORDS).append(paragraph)
    else:
        (table.addprevious if place == "before" else table.addnext)(paragraph)


TYPED = f'<w:r xmlns:w="{NAMES}"><w:t>{{0}}</w:t></w:r>'
BESIDE = [*product(("before", "after"), (TYPED, BOX, NOTE)), ("in", BOX), ("in", NOTE)]


@pytest.mark.parametrize(("place", "run"), BESIDE)
def test_what_is_written_beside_the_cells_is_a_comment(spanish: Desk, place: str, run: str) -> None:
    file = Opened(spanish.word())
    beside(file, place, run.replace("{0}", "Too stiff."))
    note = f'<w:footnotes xmlns:w="{NAMES}"><w:footnote w:id="3"><w:p><w:r><w:t>Too stiff.</w:t></w:r></w:p></w:footnote></w:footnotes>'  # noqa: E501
    spanish.take(file.saved(lambda parts: parts.update({"word/footnotes.xml": note.encode()})))
    assert spanish.po.read_text("utf-8").count("# Reviewer: Too stiff.\n") == 1
    assert spanish.words()["title"] == "Dormir"
