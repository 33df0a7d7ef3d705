"""Where the words of a handout are from, and what its file says of the rights in them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pikepdf
import pytest

from worksheet_builder.build.composer import Composer
from worksheet_builder.build.formats import FORMATS
from worksheet_builder.build.order import Order
from worksheet_builder.document import Document, words
from worksheet_builder.project.library import Library

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
CREDIT = "Text from worksheet-builder, CC BY 4.0 (creativecommons.org/licenses/by/4.0)."
OWN = """\
title: Ours
summary: A page of our own.
collection: own
intensity: practical
minutes: 5
blocks:
  - prose: hello
    text: Hello.
"""


def made(name: str, practice: Path | None = None) -> tuple[Document, Composer]:
    library = Library.open()
    composer = Composer(library, Order(practice=practice))
    return composer.document(library.find(name), "en"), composer


def text_of(document: Document) -> str:
    return " ".join(phrase.plain() for phrase in words(document))


@pytest.mark.parametrize("name", ["waves", "my-care-preferences", "before-you-use-these-pages"])
def test_a_sheet_of_the_library_says_where_it_is_from(folder: Path, name: str) -> None:
    assert CREDIT in text_of(made(name)[0])


def test_a_practice_adds_a_line_and_cannot_take_the_source_away(folder: Path) -> None:
    (folder / "practice.yaml").write_text("name: X\ncredit: Adapted by X in 2026.\n", "utf-8")
    assert f"{CREDIT} Adapted by X in 2026." in text_of(made("waves", folder / "practice.yaml")[0])


def test_of_a_practices_own_sheet_nothing_is_claimed(folder: Path) -> None:
    (folder / "ours.yaml").write_text(OWN, "utf-8")
    document, composer = made("ours.yaml")
    assert "worksheet-builder" not in text_of(document)
    assert document.rights is None
    assert b"xmpRights:WebStatement" not in FORMATS["pdf"].write(document, composer.brand)
    assert "description" not in properties(FORMATS["docx"].write(document, composer.brand))


def test_the_file_says_its_rights(folder: Path) -> None:
    document, composer = made("waves")
    data = io.BytesIO(FORMATS["pdf"].write(document, composer.brand))
    with pikepdf.open(data) as pdf, pdf.open_metadata() as metadata:
        assert metadata["dc:rights"] == CREDIT
        assert metadata["xmpRights:WebStatement"] == LICENCE
        assert metadata["xmpRights:UsageTerms"] == CREDIT
        assert metadata["xmpRights:Marked"] == "True"
    assert f"{CREDIT} {LICENCE}" in properties(FORMATS["docx"].write(document, composer.brand))


def properties(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("docProps/core.xml").decode()
