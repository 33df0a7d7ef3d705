"""The tables of docs/reading-back.md about fields: filled by other programs, and with long answers."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pikepdf

from worksheet_builder import pdf
from worksheet_builder.build.composer import Composer
from worksheet_builder.build.order import Order
from worksheet_builder.document import Style
from worksheet_builder.fonts.families import stack
from worksheet_builder.foundation.languages import Language
from worksheet_builder.layout.field_metrics import READ
from worksheet_builder.layout.fitting import fitted
from worksheet_builder.layout.typing_note import letters_shown
from worksheet_builder.project.library import Library

from .fillers import FILLERS, answers, kept, shown
from .filling import drawn_inside, fill

FILLED = {
    "en": ("where-harm-occurred", "Not heard (GP)"),
    "es": ("common-reactions", "Mal año (€5)"),
    "ar": ("procedure-plan", "لا أحد (GP)"),
    "hi": ("after-the-appointment", "दर्द था (GP)"),
    "zh-Hans": ("window-of-tolerance", "没有听 (GP)"),
    "uk": ("my-care-preferences", "Біль є (GP)"),
}
"""For each language a sheet, and what is answered in it, with a number for each field."""
GIVEN_A_FONT = ("pdf-lib",)
"""Programs that draw letters beyond Windows-1252 with a font that they are given."""
LONG = ("They did not listen when I said that it hurt, and nobody asked what I wanted. " * 13)[:1000]
MULTILINE = 1 << 12


def rows() -> list[str]:
    """Both tables, line by line."""
    library = Library.open()
    return [*_filled(library), "", *_long(library)]


def _filled(library: Library) -> Iterator[str]:
    composer = Composer(library, Order(draft=True))
    sheets = {
        tag: pdf.write(composer.document(library.worksheets[name], tag), composer.brand)
        for tag, (name, _) in FILLED.items()
    }
    yield f"| filled by | {' | '.join(FILLED)} |"
    yield f"|---|{'--:|' * len(FILLED)}"
    for name in FILLERS:
        yield f"| {name} | {' | '.join(_cell(name, tag, data) for tag, data in sheets.items())} |"


def _cell(name: str, tag: str, data: bytes) -> str:
    """Values and pictures that are right, in per cent."""
    values = answers(data, FILLED[tag][1])
    beyond = Language.of(tag).script != "Latn"
    font = stack(Language.of(tag)).regular[0].path if beyond and name in GIVEN_A_FONT else ""
    if Path(font).suffix == ".ttc":
        return "–"
    made = FILLERS[name](data, values, font)
    return f"{100 * kept(made, values):.0f} / {100 * shown(made, values):.0f}"


def _long(library: Library) -> Iterator[str]:
    heads = (
        "show all of 1,000 letters",
        "in 6 points or more",
        "the least, the middle one",
        "type, in points",
        "sheets that say so, and of how many letters",
        "the page of `--more-room`",
    )
    yield f"| style | fields of lines | {' | '.join(heads)} |"
    yield "|---|--:|--:|--:|--:|---|---|---|"
    for style in Style:
        found = [one for name in library.worksheets for one in _answered(library, name, style)]
        seen = sorted(count for count, _ in found)
        sizes = sorted({size for _, size in found})
        whole = [size for count, size in found if count >= len(LONG)]
        cells = (
            f"{len(found)} | {len(whole)} | {sum(size >= READ for size in whole)} | {seen[0]}, {seen[len(seen) // 2]}",
            f"{sizes[0]:g} to {sizes[-1]:g} | {_said(library, style)} | {_roomy(library, style)}",
        )
        yield f"| {style.value} | {' | '.join(cells)} |"


def _said(library: Library, style: Style) -> str:
    """How many sheets say what their smallest box shows, and the least, the middle and the most that they say."""
    composer = Composer(library, Order(draft=True, style=style))
    layouts = (fitted(composer.document(path, "en"), composer.brand) for path in library.worksheets.values())
    told = sorted(count for it in layouts if (count := letters_shown(it.context, it.pages)))
    return f"{len(told)} of {len(library.worksheets)}, of {told[0]}, {told[len(told) // 2]}, {told[-1]}"


def _roomy(library: Library, style: Style) -> str:
    """What the page of lines after each sheet shows, and at which size."""
    pages = [[*_answered(library, name, style, more_room=True)] for name in library.worksheets]
    found = [made[-1] for made in pages if made]
    whole, sizes = sum(count >= len(LONG) for count, _ in found), sorted({size for _, size in found})
    return f"{whole} of {len(found)}, at {' and '.join(f'{size:g}' for size in sizes)}"


def _answered(library: Library, name: str, style: Style, more_room: bool = False) -> Iterator[tuple[int, float]]:
    """The letters that each field of several lines shows of a long answer typed in PDFium, and their size.

    With `more_room` only what is on the page of lines after the sheet.
    """
    composer = Composer(library, Order(draft=True, style=style, more_room=more_room))
    data = pdf.write(composer.document(library.worksheets[name], "en"), composer.brand)
    with pikepdf.open(io.BytesIO(data)) as file:
        if "/AcroForm" not in file.Root:
            return
    with pikepdf.open(io.BytesIO(fill(data, lambda _: LONG))) as file:
        for field in (one for page in file.pages for one in page.get("/Annots", [])):
            if more_room and field.get("/T") != "_more-room":
                continue
            if field.get("/FT") == "/Tx" and int(field.get("/Ff", 0)) & MULTILINE:
                stream = pikepdf.parse_content_stream(field.AP.N)
                sizes = [float(operands[1]) for operands, operator in stream if str(operator) == "Tf"]
                yield drawn_inside(field.AP.N), min(sizes, default=0.0)
