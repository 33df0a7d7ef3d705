"""A PDF as the tests look at it: its structure tree with the text of each tag, read without any PDF text library.

It follows the tags and asks the fonts what each code stands for (ToUnicode); whether other people's programs find the
same text is asked of them, in `engines`.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from unicodedata import bidirectional

import pikepdf
import pytest

from worksheet_builder import pdf
from worksheet_builder.definitions.practice import Brand
from worksheet_builder.document import Document
from worksheet_builder.layout.fitting import Layout, fitted
from worksheet_builder.pdf import pdf_writer

AROUND = ("Letterhead", "Imprint")
"""The parts of the tree for what stands around the text."""
Instruction = tuple[Any, Any]
"""Operands and operator of a content stream."""
_FORWARD = re.compile(r"[\dA-Za-z]+(?:[.,/:٫٬+@ _-]+[\dA-Za-z]+)*")
_BF = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]*)>")


def instructions(stream: Any) -> list[Instruction]:
    """What a page or an appearance draws, one operator after the other."""
    found: Any = pikepdf.parse_content_stream(stream)
    return [(operands, operator) for operands, operator in found]


@dataclass
class Element:
    """A structure element with the texts of its own marks, and what is under it."""

    kind: str
    language: str | None
    alt: str | None
    text: str = ""
    widgets: list[str] = field(default_factory=list)
    children: list[Element] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        yield self
        for child in self.children:
            yield from child.walk()


def opened(data: bytes) -> pikepdf.Pdf:
    """The file in pikepdf."""
    return pikepdf.open(io.BytesIO(data))


@lru_cache(maxsize=32)
def structure(data: bytes) -> Element:
    """The structure tree of a file."""
    with opened(data) as file:
        pages = {page.objgen: _marked(page) for page in file.pages}
        return _element(file.Root.StructTreeRoot.K, pages)


def printed(document: Document, branded: Brand) -> Document:
    """The document with what a PDF alone says: on letters that join, and of the room in its boxes."""
    return fitted(document, branded).context.document


def written(document: Document, branded: Brand) -> tuple[bytes, Document]:
    """A document as a PDF, and as it is `printed`; it is laid out once for both."""
    laid: list[Layout] = []

    def noted(*given: Any) -> Layout:
        laid.append(fitted(*given))
        return laid[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pdf_writer, "fitted", noted)
        data = pdf.write(document, branded)
    return data, laid[-1].context.document


def texts(data: bytes) -> list[str]:
    """The words of a file in reading order, one text for each tag, without bullets and numbers.

    What stands around the text on its first page is left out: `around` has it.
    """
    return [text for part in structure(data).children if part.kind not in AROUND for text in _texts(part)]


def around(data: bytes) -> list[str]:
    """What the practice says of itself, and the notice, as they are read before and after the text."""
    return [text for part in structure(data).children if part.kind in AROUND for text in _texts(part)]


def _texts(part: Element) -> list[str]:
    return [element.text for element in part.walk() if element.text.strip() and element.kind not in ("Lbl", "Form")]


def objects(data: bytes) -> Iterator[Any]:
    """Every dictionary in the file."""
    with opened(data) as file:
        for entry in file.objects:
            yield from _dictionaries(entry)


def _dictionaries(entry: Any) -> Iterator[Any]:
    if isinstance(entry, pikepdf.Dictionary | pikepdf.Stream):
        yield entry
        yield from (found for _, value in entry.items() for found in _inside(value))
    elif isinstance(entry, pikepdf.Array):
        yield from (found for value in entry for found in _inside(value))


def _inside(value: Any) -> Iterator[Any]:
    """What a value holds itself; what it refers to is an object of the file."""
    if isinstance(value, pikepdf.Object) and not value.is_indirect:
        yield from _dictionaries(value)


def _element(entry: Any, pages: dict[Any, dict[int, str]]) -> Element:
    said = [str(entry[key]) if key in entry else None for key in ("/Lang", "/Alt")]
    element = Element(str(entry.S)[1:], *said)
    home = entry.get("/Pg")
    kids = entry.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            element.text += pages[home.objgen][kid]
        elif kid.get("/Type") == "/MCR":
            element.text += pages[kid.Pg.objgen][int(kid.MCID)]
        elif kid.get("/Type") == "/OBJR":
            element.widgets.append(name_of(kid.Obj))
        elif "/ActualText" in kid:
            element.text += _said(str(kid.ActualText), _element(kid.K[0], pages).text)
        else:
            below = _element(kid, pages)
            element.children.append(below)
            if below.kind == "Link":
                element.text, below.text = element.text + below.text, ""  # a part of the sentence that it is in
    return element


def _said(said: str, shown: str) -> str:
    """What a tag says in place of its content, which has the same letters in another order, or a hyphen at a break."""
    whole, painted = (Counter(text.replace(" ", "")) for text in (said, shown))
    assert not whole - painted, said
    assert not (painted - whole).keys() - {"-"}, said
    return said


def name_of(widget: Any) -> str:
    """The full name of a widget's field."""
    parts = []
    while widget is not None:
        parts += [str(widget.T)] if "/T" in widget else []
        widget = widget.get("/Parent")
    return ".".join(reversed(parts))


def _marked(page: Any) -> dict[int, str]:
    """The text of each marked-content sequence of a page."""
    fonts = {name: letters_of(font) for name, font in page.Resources.Font.items()}
    found: dict[int, str] = {}
    open_: list[int | None] = []
    font: dict[int, str] = {}
    for operands, operator in instructions(page):
        match str(operator):
            case "BDC":
                entries = operands[1]
                assert "/ActualText" not in entries, "text that is not that of its codes"
                open_.append(int(entries.MCID) if "/MCID" in entries else open_[-1] if open_ else None)
                if open_[-1] is not None:
                    found.setdefault(open_[-1], "")
            case "EMC":
                open_.pop()
            case "Tf":
                font = fonts[str(operands[0])]
            case "TJ":
                assert open_, "text that is neither tagged nor an artifact"
                if open_[-1] is not None:
                    found[open_[-1]] += logical(_decoded(operands[0], font))
    return found


def logical(shown: str) -> str:
    """Text shown from left to right in the order of reading: turned where it runs to the left, but for numbers."""
    if not any(bidirectional(char) in ("R", "AL", "AN") for char in shown):
        return shown
    return _FORWARD.sub(lambda match: match[0][::-1], shown[::-1])


def _decoded(shown: Any, font: dict[int, str]) -> str:
    codes = b"".join(bytes(part) for part in shown if isinstance(part, pikepdf.String))
    return "".join(font[int.from_bytes(codes[at : at + 2], "big")] for at in range(0, len(codes), 2))


def letters_of(font: Any) -> dict[int, str]:
    """What each code of a font stands for."""
    pairs = _BF.findall(font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}
