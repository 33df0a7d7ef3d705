"""A sheet filled as a client fills it: by clicking and typing in a viewer, which is PDFium here."""

from __future__ import annotations

import ctypes
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image
from reportlab.pdfbase._glyphlist import _glyphname2unicode as AGL

from .opened import instructions

TEXT, CHECK, RADIO = pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON


@dataclass(frozen=True)
class Filled:
    """A widget as a viewer reads it; `box` is left, bottom, right, top in points."""

    name: str
    label: str
    kind: int
    flags: int
    value: str
    checked: bool
    page: int
    box: tuple[float, float, float, float]

    @property
    def is_text(self) -> bool:
        return bool(self.kind == TEXT)


def fill(data: bytes, text: Callable[[str], str]) -> bytes:
    """The file with `text(name)` typed in each text field, and every box and ring clicked once."""
    document = pypdfium2.PdfDocument(data)
    form = _forms(document)
    for number, page in enumerate(document):
        for widget, annotation in list(_widgets(form, page, number)):
            left, bottom, right, top = widget.box
            x, y = (left + right) / 2, (bottom + top) / 2
            if widget.is_text:
                pdfium.FORM_OnFocus(form, page, 0, x, y)
                pdfium.FORM_SetFocusedAnnot(form, annotation)
                pdfium.FORM_SelectAllText(form, page)
                pdfium.FORM_ReplaceSelection(form, page, _wide(text(widget.name)))
            else:
                pdfium.FORM_OnLButtonDown(form, page, 0, x, y)
                pdfium.FORM_OnLButtonUp(form, page, 0, x, y)
            pdfium.FORM_ForceToKillFocus(form)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def widgets(data: bytes) -> list[Filled]:
    """The widgets of a file in the order of its pages."""
    document = pypdfium2.PdfDocument(data)
    form = _forms(document)
    return [widget for number, page in enumerate(document) for widget, _ in _widgets(form, page, number)]


def pictures(data: bytes, scale: float = 1.5) -> list[Image.Image]:
    """The pages as a viewer shows them, with their fields."""
    document = pypdfium2.PdfDocument(data)
    _forms(document)
    return [page.render(scale=scale, may_draw_forms=True).to_pil().convert("L") for page in document]


def _forms(document: pypdfium2.PdfDocument) -> Any:
    document.init_forms()
    assert document.formenv, "a file without a form"
    return document.formenv


def _widgets(form: Any, page: pypdfium2.PdfPage, number: int) -> Iterator[tuple[Filled, object]]:
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if pdfium.FPDFAnnot_GetSubtype(annotation) != pdfium.FPDF_ANNOT_WIDGET:
            continue
        rect = pdfium.FS_RECTF()
        pdfium.FPDFAnnot_GetRect(annotation, rect)
        yield (
            Filled(
                _said(pdfium.FPDFAnnot_GetFormFieldName, form, annotation),
                _said(pdfium.FPDFAnnot_GetFormFieldAlternateName, form, annotation),
                pdfium.FPDFAnnot_GetFormFieldType(form, annotation),
                pdfium.FPDFAnnot_GetFormFieldFlags(form, annotation),
                _said(pdfium.FPDFAnnot_GetFormFieldValue, form, annotation),
                bool(pdfium.FPDFAnnot_IsChecked(form, annotation)),
                number,
                (rect.left, rect.bottom, rect.right, rect.top),
            ),
            annotation,
        )


def _said(read: Callable[..., int], form: Any, annotation: Any) -> str:
    length = read(form, annotation, None, 0)
    buffer = ctypes.create_string_buffer(length)
    read(form, annotation, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), length)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def _wide(text: str) -> Any:
    raw = text.encode("utf-16-le") + b"\0\0"
    return ctypes.cast(ctypes.create_string_buffer(raw), ctypes.POINTER(pdfium.FPDF_WCHAR))


def written_by_its_own_font(data: bytes, text: str) -> bytes:
    """The file with the text drawn in each field by the font that the field names, as far as that has the letters."""
    with pikepdf.open(io.BytesIO(data)) as file:
        fonts = file.Root.AcroForm.DR.Font
        for entry in file.objects:
            if isinstance(entry, pikepdf.Dictionary) and entry.get("/FT") == "/Tx" and "/Rect" in entry:
                name, size = str(entry.DA).split()[:2]
                shown = shown_in(fonts[name.strip("(")], text)
                line_style = entry.AP.N
                line_style.Resources = pikepdf.Dictionary(
                    Font=pikepdf.Dictionary({name.strip("("): fonts[name.strip("(")]})
                )
                line_style.write(f"BT {name.strip('(')} {float(size) or 12:g} Tf 2 5 Td <{shown.hex()}> Tj ET".encode())
        saved = io.BytesIO()
        file.save(saved)
    return saved.getvalue()


def shown_in(font: Any, text: str) -> bytes:
    """The codes of a text in a font of the form; raises KeyError for a letter that it has no code for."""
    if font.Subtype == "/Type0":
        codes = {char: code.to_bytes(2, "big") for code, char in unicode_map(font).items()}
        return b"".join(codes[char] for char in text)
    return b"".join(bytes([_simple(font)[char]]) for char in text)


def unicode_map(font: Any) -> dict[int, str]:
    """The text of each code of a composite font."""
    pairs = re.findall(rb"^<([0-9a-f]{4})> <([0-9a-f]+)>", font.ToUnicode.read_bytes(), re.MULTILINE)
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}


def visible(data: bytes) -> dict[str, int]:
    """How many characters of each text field are drawn wholly inside it, as its saved appearance says.

    A line whose baseline is below the edge, or that is cut at the top, is not counted.
    """
    found = {}
    with pikepdf.open(io.BytesIO(data)) as file:
        for page in file.pages:
            for field in page.get("/Annots", []):
                if field.get("/FT") == "/Tx":
                    found[_full_name(field)] = drawn_inside(field.AP.N)
    return found


def drawn_inside(look: Any) -> int:
    """The codes that an appearance shows with their feet inside its box."""
    low, count, y, wide = float(look.BBox[1]), 0, 0.0, 1
    for operands, operator in instructions(look):
        match str(operator):
            case "BT":
                y = 0.0
            case "Td":
                y += float(operands[1])
            case "Tf":
                wide = 2 if look.Resources.Font[str(operands[0])].Subtype == "/Type0" else 1
            case "Tj" if y >= low:
                count += len(bytes(operands[0])) // wide
    return count


def _full_name(field: Any) -> str:
    above = field.get("/Parent")
    own = str(field.T) if "/T" in field else ""
    return f"{_full_name(above)}.{own}".strip(".") if above is not None else own


def _simple(font: Any) -> dict[str, int]:
    codes = {code: bytes([code]).decode("cp1252", "ignore") for code in range(32, 256)}
    encoding = font.Encoding
    if encoding != "/WinAnsiEncoding":
        at = 0
        for entry in encoding.Differences:
            if isinstance(entry, int):
                at = entry
            else:
                codes[at] = chr(AGL[str(entry)[1:]])
                at += 1
    return {char: code for code, char in codes.items() if char}
