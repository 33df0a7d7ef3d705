"""A page of lines that follows a sheet: a long answer stands there whole, on a screen, on paper and flattened."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pikepdf
import pytest
from tests.pdf.filling import drawn_inside, fill

from worksheet_builder import pdf
from worksheet_builder.build.composer import Composer
from worksheet_builder.build.order import Order
from worksheet_builder.document import Answer, Document, Lines, Style, walk
from worksheet_builder.project.library import Library

from ..conftest import Run

LIBRARY = Library.open()
LONG = ("They did not listen when I said that it hurt, and nobody asked what I wanted. " * 13)[:1000]
STYLES = pytest.mark.parametrize("style", Style)


def composed(name: str, order: Order) -> tuple[Document, Composer]:
    composer = Composer(LIBRARY, order)
    return composer.document(LIBRARY.worksheets[name], "en"), composer


def answers(document: Document) -> list[str]:
    return [node.address for node in walk(document.nodes) if isinstance(node, Answer) and isinstance(node.form, Lines)]


@STYLES
def test_a_thousand_letters_are_seen_on_it_in_their_own_size(style: Style) -> None:
    document, composer = composed("where-harm-occurred", Order(style=style, more_room=True))
    data = pdf.write(document, composer.brand)
    name = "where-harm-occurred._more-room"
    with pikepdf.open(io.BytesIO(fill(data, lambda field: LONG if field == name else ""))) as file:
        (page,) = (page for page in file.pages if any(it.get("/T") == "_more-room" for it in page.get("/Annots", [])))
        (field,) = (it for it in page.Annots if it.get("/T") == "_more-room")
        (size,) = {float(o[1]) for o, op in pikepdf.parse_content_stream(field.AP.N) if str(op) == "Tf"}
        assert drawn_inside(field.AP.N) >= len(LONG) - LONG.count("\n")
        assert size == (18 if style is Style.LARGE_PRINT else 12)
        assert page.index == len(file.pages) - 1
        assert len(page.Annots) == 1


def test_it_stands_before_the_page_for_staff_and_once() -> None:
    with_leaf = next(name for name in LIBRARY.worksheets if composed(name, Order())[0].nodes != () and has_leaf(name))
    found = answers(composed(with_leaf, Order(more_room=True))[0])
    assert found.count(f"{with_leaf}._more-room") == 1
    after = found[found.index(f"{with_leaf}._more-room") + 1 :]
    assert after
    assert all("._leaf" in address for address in after)
    assert not any("_more-room" in it for it in answers(composed(with_leaf, Order(more_room=True, leaf=True))[0]))


def has_leaf(name: str) -> bool:
    sheet = Composer(LIBRARY).sheet_of(LIBRARY.worksheets[name])
    return sheet is not None and sheet.leaf is not None


def test_without_being_asked_for_there_is_none() -> None:
    assert not any("_more-room" in address for address in answers(composed("where-harm-occurred", Order())[0]))


def test_each_format_has_it_under_a_name_of_its_own(run: Run, folder: Path) -> None:
    made = run("build", "waves", "--more-room", "-f", "pdf", "-f", "docx", "-f", "html", "--json")
    names = [Path(it["path"]).name for it in json.loads(made.stdout)]
    assert names == [f"waves-more-room.{ending}" for ending in ("pdf", "docx", "html")]


def test_a_word_file_with_it_comes_back(run: Run, folder: Path) -> None:
    run("build", "waves", "--more-room", "-f", "docx")
    back = run("tailor", "from", "handouts/en/waves-more-room.docx")
    assert "more" not in back.output.lower()
    assert "nothing" in back.output.lower()
