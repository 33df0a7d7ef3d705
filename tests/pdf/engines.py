"""Text as other people's programs take it out of a PDF: poppler, PDFium, MuPDF, pdf.js, and the structure tree.

PDFium is in Chrome and Android, pdf.js in Firefox, poppler in Evince and Okular, MuPDF in SumatraPDF.
"""

from __future__ import annotations

import ctypes
import json
import os
import re
import shutil
import subprocess
import tempfile
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import pymupdf
import pypdfium2
import pypdfium2.raw as raw
from icu4py.breakers import WordBreaker

PDFJS = Path(os.environ.get("PDFJS", "/usr/share/javascript/pdf/build/pdf.js"))
"""Debian's libjs-pdf, or another build that the environment names."""
_SCRIPT = Path(__file__).with_name("pdfjs_text.js")
_UNSEEN = dict.fromkeys((0xAD, 0x61C, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF))
"""Marks of direction that some programs put around text, and soft hyphens."""
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3000-\u9fff\uf900-\ufaff]")
"""Scripts whose words have no spaces between them."""


def poppler(data: bytes) -> str:
    """What pdftotext prints."""
    return _ran(["pdftotext", "-enc", "UTF-8", "{}", "-"], data)


def pdfium(data: bytes) -> str:
    """The text of PDFium's pages; a hyphen at the end of a line is taken out by it, and the word put together."""
    document = pypdfium2.PdfDocument(data)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    return text.replace("\ufffe\r\n", "").replace("\ufffe", "").replace("\x02\r\n", "").replace("\x02", "")


def mupdf(data: bytes) -> str:
    """The text of MuPDF's pages."""
    opened: Any = pymupdf.open
    document = opened(stream=data, filetype="pdf")
    return "\n".join(page.get_text() for page in document)


def pdfjs(data: bytes) -> str:
    """The text of pdf.js's pages."""
    return "\n".join(json.loads(_ran(["node", str(_SCRIPT), str(PDFJS), "{}"], data)))


def structure(data: bytes) -> str:
    """The text of the structure tree as poppler reads it: each element a line, in the order of the tree."""
    out = _ran(["pdfinfo", "-enc", "UTF-8", "-struct-text", "{}"], data)
    return "\n".join(re.findall(r'^\s*"(.*?)"$', out, re.MULTILINE | re.DOTALL))


def tags(data: bytes) -> str:
    """The text of the tags as PDFium gives it to programs that read aloud: what a tag says in place of its content."""
    document = pypdfium2.PdfDocument(data)
    found: list[str] = []
    for page in document:
        shown = _marked_texts(page)
        tree = raw.FPDF_StructTree_GetForPage(page)
        for index in range(raw.FPDF_StructTree_CountChildren(tree)):
            _spoken(raw.FPDF_StructTree_GetChildAtIndex(tree, index), shown, found)
        raw.FPDF_StructTree_Close(tree)
    return "\n".join(found)


def _text_of(shown: Any, text_page: Any, buffer: Any, size: int) -> int:
    """The length in bytes of the text of an object, which stands in the buffer then."""
    return 2 * int(raw.FPDFTextObj_GetText(shown, text_page, buffer, size))


def _marked_texts(page: pypdfium2.PdfPage) -> dict[int, str]:
    """The text of each marked-content sequence of a page, as it is painted."""
    text_page, found = page.get_textpage(), dict[int, str]()
    for shown in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        number = raw.FPDFPageObj_GetMarkedContentID(shown)
        text = _wide(partial(_text_of, shown, text_page))
        found[number] = found.get(number, "") + text
    return found


def _spoken(element: Any, shown: dict[int, str], found: list[str]) -> None:
    """Gather what an element and those under it say."""
    said = _wide(lambda buffer, size: raw.FPDF_StructElement_GetActualText(element, buffer, size))
    if said:
        found.append(said)
        return
    for index in range(raw.FPDF_StructElement_CountChildren(element)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, index)
        if child:
            _spoken(child, shown, found)
        else:
            found.append(shown.get(raw.FPDF_StructElement_GetChildMarkedContentID(element, index), ""))


def _wide(read: Callable[[Any, int], int]) -> str:
    """A string that PDFium writes into a buffer as UTF-16."""
    size = read(None, 0)
    buffer = ctypes.create_string_buffer(max(size, 2))
    read(ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")


ENGINES: dict[str, Callable[[bytes], str]] = {"poppler": poppler, "PDFium": pdfium, "pdf.js": pdfjs, "MuPDF": mupdf}
AT_HAND = [name for name in ENGINES if name != "pdf.js"]
"""Those that are Python packages, or that the quick tests need anyway."""


def missing() -> list[str]:
    """The programs that are needed and not installed."""
    needed = {"pdftotext": "poppler-utils", "node": "nodejs"}
    found = [package for program, package in needed.items() if not shutil.which(program)]
    return [*found, *([] if PDFJS.exists() else ["libjs-pdf"])]


@dataclass(frozen=True)
class Sought:
    """What is looked for: words of three letters and more (in East Asia of two), and pairs of neighbours."""

    words: frozenset[str]
    pairs: frozenset[str]

    @classmethod
    def in_texts(cls, texts: list[str], tag: str) -> Sought:
        """The words of texts in a language."""
        words: set[str] = set()
        pairs: set[tuple[str, str]] = set()
        for text in map(plain, texts):
            words.update(_words(text, tag))
            pairs.update(_pairs(text, tag))
        return cls(frozenset(words), frozenset(pairs))

    def found(self, text: str) -> tuple[float, float]:
        """The share of words and of pairs that a text has, from 0 to 1."""
        spaced = plain(text)
        closed = spaced.replace(" ", "")
        return _share(self.words, spaced, closed), _share(self.pairs, spaced, closed)

    def lost(self, text: str) -> list[str]:
        """The words that a text does not have."""
        spaced = plain(text)
        closed = spaced.replace(" ", "")
        return sorted(word for word in self.words if not _has(word, spaced, closed))


def plain(text: str) -> str:
    """Text without what nobody sees, its spaces single ones, composed."""
    return " ".join(unicodedata.normalize("NFC", text.translate(_UNSEEN)).split())


def _share(sought: frozenset[str], spaced: str, closed: str) -> float:
    return sum(_has(one, spaced, closed) for one in sought) / len(sought) if sought else 1.0


def _has(sought: str, spaced: str, closed: str) -> bool:
    """Whether it is there; where words have no spaces between them, a line may end in it."""
    return sought in spaced or (_UNSPACED.search(sought) is not None and sought.replace(" ", "") in closed)


def _words(text: str, tag: str) -> Iterator[str]:
    for word in _cut(text, tag):
        if sum(unicodedata.category(char)[0] in "LN" for char in word) >= (2 if "\u3000" <= word <= "\u9fff" else 3):
            yield word


def _pairs(text: str, tag: str) -> Iterator[str]:
    if _UNSPACED.search(text):
        cut = _cut(text, tag)
        yield from (f"{one}{two}" for one, two in pairwise(cut) if f"{one}{two}" in text)
        return
    for one, two in pairwise(text.split()):
        yield f"{one.lstrip('([{“«‘¿¡')} {two.rstrip('.,;:!?)]}”»’…؟،؛。।')}"


def _cut(text: str, tag: str) -> list[str]:
    """The words of a text by ICU, without what is none."""
    cut = [text[start:end] for start, end in WordBreaker(text, tag).segments()]
    return [word for word in cut if any(unicodedata.category(char)[0] in "LN" for char in word)]


def _ran(command: list[str], data: bytes) -> str:
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        done = subprocess.run([part.format(file.name) for part in command], capture_output=True, check=True)
    return done.stdout.decode("utf-8", "replace")
