"""How the file of each format is read in tests: a new format needs one entry in `READERS`."""

from __future__ import annotations

import ctypes
import io
import zipfile
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from lxml import etree, html

from worksheet_builder.document import Document, Figure, Scale, answers, walk
from worksheet_builder.docx.content_controls import shortened_tag
from worksheet_builder.foundation.records import record

from ..html.opened import fields as page_fields
from ..html.opened import words as page_words
from ..pdf.opened import AROUND, name_of
from ..pdf.opened import around as pdf_around

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


@record
class Reader:
    """How a file of one format is read."""

    words: Callable[[bytes, Document], Iterator[str]]
    """The words of the sheet in their order, without those that stand around it."""
    fields: Callable[[bytes], Collection[str]]
    """The names of the places to write; where they have none, one text for each of them."""
    around: Callable[[bytes], list[str]]
    """What stands around the sheet, in its order."""
    named: bool = True
    """Whether the places to write have names."""
    grouped: bool = True
    """Whether the rings of one answer share a name."""
    tag: Callable[[str], str] = str
    """The name of a field as the format writes it, where it takes none as long as an address may be."""


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


def docx_around(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = ("word/headerFirst.xml", "word/footerFirst.xml")
        return ["".join(etree.fromstring(archive.read(it)).itertext()) for it in names if it in archive.namelist()]


def html_around(data: bytes) -> list[str]:
    page = html.document_fromstring(data.decode())
    return [part.text_content() for part in page.xpath("//header[@class='practice'] | //footer[@class='foot']")]


READERS: Mapping[str, Reader] = {
    "pdf": Reader(lambda data, document: untold(pdf_words(data), document), pdf_fields, pdf_around),
    "docx": Reader(
        lambda data, document: docx_words(data, scale_numbers(document)),
        docx_fields,
        docx_around,
        grouped=False,
        tag=shortened_tag,
    ),
    "html": Reader(lambda data, document: page_words(data), html_fields, html_around),
}
"""For each format, in the order of `FORMATS`."""
