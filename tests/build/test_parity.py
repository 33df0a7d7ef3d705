"""All formats say the same: the words of the document in its order, and nothing else; and have the same fields.

A new format needs an entry in `WORDS` and one in `FIELDS`, which say how a file of it is read; the rest is for all.
"""

from __future__ import annotations

import ctypes
import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from lxml import etree

from worksheet_builder.build.composer import Composer
from worksheet_builder.build.formats import FORMATS
from worksheet_builder.build.order import Order
from worksheet_builder.document import (
    Answer,
    Document,
    Edition,
    Figure,
    Scale,
    Style,
    Table,
    answers,
    field_names,
    walk,
    words,
)
from worksheet_builder.docx.content_controls import shortened_tag
from worksheet_builder.foundation.phrases import Phrase
from worksheet_builder.project.library import COMMON, Library
from worksheet_builder.reading.loader import read_common, read_worksheet
from worksheet_builder.translation.catalogue import Catalogue
from worksheet_builder.translation.extraction import extract
from worksheet_builder.translation.translated_structures import languages_with

from ..html.opened import fields as page_fields
from ..html.opened import words as page_words
from ..parted import unparted
from ..pdf.opened import AROUND, name_of

LIBRARY = Library.open()
LANGUAGES = [tag for tag in LIBRARY.languages if tag in ("en", "es")]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def languages_of(worksheet: str) -> list[str]:
    return [tag for tag in languages_with(LIBRARY, worksheet) if tag in LANGUAGES]


MANNERS = (
    *((edition, Style.STANDARD) for edition in Edition),
    *((Edition.THERAPIST, style) for style in (Style.LARGE_PRINT, Style.LOW_INK)),
)
EVERY = 6
"""Of so many handouts one is looked at in each run, and all of them where `whole` is asked for."""


def handouts() -> Iterator[object]:
    told = [
        (name, tag, edition, style)
        for name in LIBRARY.worksheets
        for tag in languages_of(name)
        for edition, style in MANNERS
    ]
    for at, (format_name, handout) in enumerate((it, one) for one in told for it in FORMATS):
        marks = () if at // len(FORMATS) % EVERY == 0 else (pytest.mark.whole,)
        yield pytest.param(format_name, *handout, marks=marks)


HANDOUTS = pytest.mark.parametrize(("format_name", "worksheet", "language", "edition", "style"), list(handouts()))


@lru_cache(maxsize=8)
def composed(worksheet: str, language: str, edition: Edition, style: Style) -> tuple[Document, Composer]:
    composer = Composer(LIBRARY, Order(edition=edition, style=style))
    return composer.document(LIBRARY.worksheets[worksheet], language), composer


def said(texts: Iterator[str]) -> list[str]:
    """The words one by one, however the lines are broken; an address may be, behind a hyphen, a slash or a ‘?’."""
    return re.sub(r"(?<=[-/?])\s+", "", " ".join(texts)).split()


def document_words(document: Document) -> Iterator[str]:
    return (phrase.plain() for phrase in words(document))


def pdf_words(data: bytes) -> Iterator[str]:
    """The text of each marked sequence but those around the text; bullets and numbers are labels."""
    around = marks_around(data)
    for page_number, page in enumerate(pypdfium2.PdfDocument(data)):
        sequences: dict[int, str] = {}
        text_page = page.get_textpage()
        for index in range(pdfium.FPDFPage_CountObjects(page)):
            piece = pdfium.FPDFPage_GetObject(page, index)
            if pdfium.FPDFPageObj_GetType(piece) == pdfium.FPDF_PAGEOBJ_TEXT:
                kind, number = mark_of(piece)
                assert kind, "text that is neither tagged nor an artifact"
                if kind not in ("Artifact", "Lbl") and (page_number or number not in around):
                    sequences[number] = sequences.get(number, "") + text_of(piece, text_page)
        yield from sequences.values()


def untold(texts: Iterator[str], document: Document) -> Iterator[str]:
    """The texts without what a PDF alone says: on letters that join to the left, and of the room in its boxes."""
    typing, room = document.header_footer.typing, document.header_footer.room
    text = " ".join(" ".join(texts).split())
    if typing:
        assert typing.plain() in text
        text = text.replace(typing.plain(), "", 1)
    yield text.replace(room.plain(), "", 1) if room else text


def marks_around(data: bytes) -> set[int]:
    """The numbers of the marked sequences on the first page that hold what stands around the text."""

    def numbers(element: Any, inside: bool) -> Iterator[int]:
        inside = inside or str(element.get("/S", "")).lstrip("/") in AROUND
        kids: Any = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary):
                yield from numbers(kid, inside)
            elif inside:
                yield int(kid)

    with pikepdf.open(io.BytesIO(data)) as file:
        return set(numbers(file.Root.StructTreeRoot, False))


def mark_of(piece: Any) -> tuple[str, int]:
    """The tag and number of the innermost marked sequence."""
    kind, number = "", ctypes.c_int(-1)
    for index in range(pdfium.FPDFPageObj_CountMarks(piece)):
        mark = pdfium.FPDFPageObj_GetMark(piece, index)
        length = ctypes.c_ulong()
        pdfium.FPDFPageObjMark_GetName(mark, None, 0, length)
        buffer = ctypes.create_string_buffer(length.value)
        pdfium.FPDFPageObjMark_GetName(mark, pointer(buffer), length.value, length)
        name = buffer.raw.decode("utf-16-le").rstrip("\0")
        if name == "Artifact" or pdfium.FPDFPageObjMark_GetParamIntValue(mark, b"MCID", number):
            kind = name
    return kind, number.value


def text_of(piece: Any, text_page: Any) -> str:
    length = pdfium.FPDFTextObj_GetText(piece, text_page, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFTextObj_GetText(piece, text_page, pointer(buffer), length)
    text = buffer.raw.decode("utf-16-le").rstrip("\0").replace("\x02", "-")  # PDFium's sign for a hyphen at a line end
    return text or " "  # it leaves out a space that is alone at the end of a line


def pointer(buffer: ctypes.Array[ctypes.c_char]) -> Any:
    return ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))


def docx_words(data: bytes, numbers: set[str]) -> Iterator[str]:
    """The text of each paragraph; what a field shows until it is filled, and boxes with a number, are not words."""
    body = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    for control in list(body.iter(f"{W}sdt")):
        properties = control.find(f"{W}sdtPr")
        if properties.find(f"{W}showingPlcHdr") is not None or properties.find(f"{W14}checkbox") is not None:
            for text in control.find(f"{W}sdtContent").iter(f"{W}t"):
                text.text = ""
    for text in list(body.iter(f"{W}t")):
        if (text.text or "").strip() in numbers and beside_tab(text):
            text.text = ""
    for paragraph in body.iter(f"{W}p"):
        pieces = (
            piece.text or "" if piece.tag == f"{W}t" else " " for piece in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br")
        )
        text = "".join(pieces)
        if not set(text.split()) <= numbers:
            yield text


def beside_tab(text: etree._Element) -> bool:
    """Whether a number stands in a column of its own, as on the rungs of a ladder."""
    after = text.getparent().getnext()
    return after is not None and after.find(f"{W}tab") is not None


def scale_numbers(document: Document) -> set[str]:
    """The numbers of scales and of the places beside figures."""
    scales = (answer.form for answer in answers(document) if isinstance(answer.form, Scale))
    places = (spot.number for node in walk(document.nodes) if isinstance(node, Figure) for spot in node.spots)
    numbers = {number for form in scales for number in range(form.lowest, form.highest + 1)}
    return {document.language.number(number) for number in numbers | {it for it in places if it is not None}}


def pdf_fields(data: bytes) -> set[str]:
    with pikepdf.open(io.BytesIO(data)) as file:
        notes = [note for page in file.pages for note in page.get("/Annots", [])]
        return {name_of(note) for note in notes if note.Subtype == "/Widget"}


def docx_fields(data: bytes) -> set[str]:
    body = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    return {str(it.get(f"{W}val")) for it in body.iter(f"{W}tag")}


def html_fields(data: bytes) -> set[str]:
    return {name for name, _ in page_fields(data)}


WORDS: Mapping[str, Callable[[bytes, Document], Iterator[str]]] = {
    "pdf": lambda data, document: untold(pdf_words(data), document),
    "docx": lambda data, document: docx_words(data, scale_numbers(document)),
    "html": lambda data, document: page_words(data),
}
FIELDS: Mapping[str, Callable[[bytes], set[str]]] = {"pdf": pdf_fields, "docx": docx_fields, "html": html_fields}
GROUPED = {"pdf": True, "docx": False, "html": True}
"""Whether the rings of one answer share a name."""
TAGS: Mapping[str, Callable[[str], str]] = {"docx": shortened_tag}
"""How a format writes an address that is longer than it takes."""


def test_every_format_can_be_read_here() -> None:
    assert list(WORDS) == list(FIELDS) == list(GROUPED) == list(FORMATS)


@HANDOUTS
def test_a_file_says_what_the_document_says_and_has_a_field_for_each_of_its_addresses(
    format_name: Any, worksheet: Any, language: Any, edition: Any, style: Any
) -> None:
    document, composer = composed(worksheet, language, edition, style)
    data = FORMATS[format_name].write(document, composer.brand)
    expected = said(document_words(document))
    assert unparted(said(WORDS[format_name](data, document)), expected) == expected
    written = TAGS.get(format_name, str)
    told = (field_names.field_names(answer, grouped=GROUPED[format_name]) for answer in answers(document))
    assert FIELDS[format_name](data) == {written(name) for names in told for name in names}


@pytest.mark.parametrize(
    ("worksheet", "language"),
    [(name, tag) for name in LIBRARY.worksheets for tag in languages_of(name) if tag != "en"],
)
def test_what_is_extracted_is_what_is_looked_up(worksheet: Any, language: Any) -> None:
    for name, structure in ((worksheet, read_worksheet(LIBRARY.worksheets[worksheet])), (COMMON, read_common())):
        extracted = {(wanted.address, wanted.english) for wanted in extract(structure)}
        units = Catalogue.find(LIBRARY.locales, language, name).translate(structure).units
        assert {(unit.phrase.address, unit.phrase.text) for unit in units} == extracted


@pytest.mark.parametrize("worksheet", LIBRARY.worksheets)
def test_what_is_printed_was_extracted(worksheet: Any) -> None:
    """Each phrase of a document comes from the worksheet, the common words or the bibliography."""
    source = read_worksheet(LIBRARY.worksheets[worksheet])
    known = {wanted.address for structure in (source, read_common()) for wanted in extract(structure)}
    document, _ = composed(worksheet, "en", Edition.THERAPIST, Style.STANDARD)
    spoken = [answer.label for answer in answers(document)]
    captions = [node.caption for node in walk(document.nodes) if isinstance(node, Table)]
    printed: list[Phrase] = [*words(document), *spoken, *captions]
    assert {phrase.address for phrase in printed} - known <= {"references"}


@pytest.mark.parametrize("worksheet", LIBRARY.worksheets)
def test_a_sheet_has_the_same_fields_in_every_language(worksheet: Any) -> None:
    def fields(language: str) -> list[tuple[str, type]]:
        document, _ = composed(worksheet, language, Edition.CLIENT, Style.STANDARD)
        return [(answer.address, type(answer.form)) for answer in answers(document) if isinstance(answer, Answer)]

    found = [fields(language) for language in languages_of(worksheet)]
    assert all(one == found[0] for one in found)
    assert len({address for address, _ in found[0]}) == len(found[0])
