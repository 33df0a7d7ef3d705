"""Forms filled by other people's programs and libraries, and what another program then reads and draws."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import tempfile
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pikepdf
import pymupdf
import pypdf
import pypdfium2

from .engines import PDFJS
from .filling import fill

HERE = Path(__file__).parent
_JARS = ("pdfbox2", "fontbox2", "commons-logging")
PDFBOX = os.environ.get("PDFBOX", ":".join(f"/usr/share/java/{name}.jar" for name in _JARS))
"""The class path of PDFBox: that of Debian's libpdfbox2-java, or another that the environment names."""
PDFLIB = os.environ.get("PDFLIB", "node_modules")
"""The folder that npm has put pdf-lib, @pdf-lib/fontkit, regenerator-runtime and pdfjs-dist into."""
Values = Mapping[str, str]
_SAID = re.compile(rb"/ActualText\s*<[^>]*>")


def by_pdfium(data: bytes, values: Values, font: str) -> bytes:
    """Typed and clicked in PDFium, as in Chrome."""
    return fill(data, values.__getitem__)


def by_pypdf(data: bytes, values: Values, font: str) -> bytes:
    """Set with pypdf."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    for page in writer.pages:
        writer.update_page_form_field_values(page, dict(values), auto_regenerate=False)
    saved = io.BytesIO()
    writer.write(saved)
    return saved.getvalue()


def by_pymupdf(data: bytes, values: Values, font: str) -> bytes:
    """Set with PyMuPDF."""
    document = pymupdf.open(stream=data, filetype="pdf")
    for page in document:
        for widget in page.widgets():
            if widget.field_type == pymupdf.PDF_WIDGET_TYPE_TEXT:
                widget.field_value = values[widget.field_name]
            elif widget.field_type == pymupdf.PDF_WIDGET_TYPE_CHECKBOX:
                widget.field_value = True
            elif widget.on_state() == values[widget.field_name].strip("/"):
                widget.field_value = widget.on_state()
            else:
                continue
            widget.update()
    return bytes(document.tobytes())


def by_pdfjs(data: bytes, values: Values, font: str) -> bytes:
    """Typed in pdf.js, as in Firefox, and saved."""
    newest = Path(PDFLIB, "pdfjs-dist/legacy/build/pdf.mjs").resolve()
    build = newest if newest.exists() else PDFJS
    return _by(["node", str(HERE / "pdfjs_fill.js"), str(build), "{file}", "{json}", "{target}"], data, values)


def by_pdflib(data: bytes, values: Values, font: str) -> bytes:
    """Set with pdf-lib, which draws with a font that it is given where its own lacks letters."""
    modules = str(Path(PDFLIB).resolve())
    plain = {name: value.strip("/") for name, value in values.items()}
    command = ["node", str(HERE / "pdflib_fill.js"), modules, "{file}", "{json}", "{target}", *([font] if font else [])]
    return _by(command, data, plain)


def by_pdfbox(data: bytes, values: Values, font: str) -> bytes:
    """Set with PDFBox."""
    plain = {name: value.strip("/") for name, value in values.items()}
    return _by(["java", "-cp", PDFBOX, str(HERE / "PdfboxFill.java"), "{file}", "{lines}", "{target}"], data, plain)


FILLERS: dict[str, Callable[[bytes, Values, str], bytes]] = {
    "Chrome (PDFium)": by_pdfium,
    "Firefox (pdf.js)": by_pdfjs,
    "PyMuPDF": by_pymupdf,
    "pypdf": by_pypdf,
    "pdf-lib": by_pdflib,
    "PDFBox": by_pdfbox,
}


def _by(command: list[str], data: bytes, values: Values) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        names = ("file.pdf", "target.pdf", "values.json", "values.txt")
        file, target, known, lines = (Path(folder, name) for name in names)
        file.write_bytes(data)
        known.write_text(json.dumps(dict(values)), "utf-8")
        lines.write_text("".join(f"{name}\t{value}\n" for name, value in values.items()), "utf-8")
        places = {"file": file, "target": target, "json": known, "lines": lines}
        done = subprocess.run([part.format(**places) for part in command], capture_output=True, text=True, check=False)
        assert target.exists(), done.stderr
        return target.read_bytes()


def answers(data: bytes, text: str) -> dict[str, str]:
    """An answer of its own for each field of a file: the text with a number, or the last choice."""
    found = {}
    with pikepdf.open(io.BytesIO(data)) as file:
        for number, (widget, field) in enumerate(_fields(file)):
            name = _name(widget)
            if field.FT == "/Tx":
                found[name] = f"{text} {number}"
            else:
                found[name] = next(str(state) for state in widget.AP.N if state != "/Off")
    return found


def kept(data: bytes, values: Values) -> float:
    """The share of fields that have their answer when another program reads the file."""
    with pikepdf.open(io.BytesIO(data)) as file:
        found = {_name(widget): str(field.get("/V", "")).strip("/") for widget, field in _fields(file)}
    return sum(found.get(name) == value.strip("/") for name, value in values.items()) / len(values)


def shown(data: bytes, values: Values) -> float:
    """The share of text fields whose picture has their answer and no other, and of chosen buttons that are drawn.

    The pictures alone are laid on an empty page, without what they say in place of their letters, and read there by two
    programs of which either will do.
    """
    with pikepdf.open(io.BytesIO(data)) as file:
        pages: dict[Any, int] = {page.objgen: at for at, page in enumerate(file.pages)}
        places = [
            (values[_name(widget)], pages[widget.P.objgen], [float(side) for side in widget.Rect])
            for widget, field in _fields(file)
            if field.FT == "/Tx"
        ]
        chosen = [_drawn(widget, values[_name(widget)]) for widget, field in _fields(file) if field.FT == "/Btn"]
        for page in file.pages:
            page.Contents = file.make_stream(b"")
        for look in (widget.AP.N for widget, field in _fields(file) if field.FT == "/Tx" and "/AP" in widget):
            look.write(_SAID.sub(b"", look.read_bytes()))
        file.flatten_annotations("screen")
        saved = io.BytesIO()
        file.save(saved)
    flat = saved.getvalue()
    in_pdfium, in_mupdf = pypdfium2.PdfDocument(flat), pymupdf.open(stream=flat, filetype="pdf")
    right = sum(chosen)
    for value, number, (left, bottom, right_side, top) in places:
        one = in_pdfium[number].get_textpage().get_text_bounded(left, bottom, right_side, top)
        other = in_mupdf[number]
        high = other.rect.height
        two = other.get_text(clip=(left, high - top, right_side, high - bottom))
        right += _plain(value) in (_plain(one), _plain(two))
    return right / (len(places) + len(chosen))


def _drawn(button: pikepdf.Dictionary, value: str) -> bool:
    """Whether a button shows a mark where it is the one that is chosen, and none where another is."""
    return str(button.get("/AS")) == (value if value in button.AP.N else "/Off")


def _plain(text: str) -> str:
    """The letters of a text: fields are ruled, and where a line ends is the program's matter."""
    known = unicodedata.normalize("NFKC", text)
    return "".join(char for char in known if not char.isspace() and unicodedata.category(char) not in ("Cf", "Cc"))


def _fields(file: pikepdf.Pdf) -> list[tuple[Any, Any]]:
    """Each widget with the field it belongs to."""
    found: list[tuple[Any, Any]] = []
    for page in file.pages:
        for widget in page.get("/Annots", []):
            if widget.Subtype == "/Widget":
                found.append((widget, widget if "/FT" in widget else widget.Parent))
    return found


def _name(widget: pikepdf.Dictionary) -> str:
    above = widget.get("/Parent")
    own = str(widget.T) if "/T" in widget else ""
    return f"{_name(above)}.{own}".strip(".") if above is not None else own
