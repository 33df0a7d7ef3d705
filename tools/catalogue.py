"""Write docs/catalogue.md, the page that shows every worksheet: ``python tools/catalogue.py [--pictures [ID]...]``.

With ``--pictures`` the first page of each, or of those that are named, is drawn anew into docs/pictures, which needs
`pypdfium2` and takes seconds.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from worksheet_builder.build.composer import Composer
from worksheet_builder.build.formats import FORMATS
from worksheet_builder.definitions.worksheet import Worksheet
from worksheet_builder.foundation.languages import SOURCE_LANGUAGE
from worksheet_builder.project.library import Library
from worksheet_builder.reading.loader import read_common, read_worksheet
from worksheet_builder.translation.states import State
from worksheet_builder.translation.translated_structures import languages_with
from worksheet_builder.translation.translation_status import Sum, status

ROOT = Path(__file__).resolve().parents[1]
PAGE, PICTURES = ROOT / "docs/catalogue.md", ROOT / "docs/pictures"
WIDTH, COLOURS = 260, 20
"""Pixels of a picture, and its colours; so that none weighs more than 30 kB."""

COLLECTIONS = {
    "using-these-pages": ("Before you use these pages", "To read once, before the first sheet: for the therapist."),
    "understanding": ("Understanding", "Words for what happened, and for how body and mind answer it."),
    "mapping-harm": ("Mapping harm", "Where, when and in what way care hurt: in headings, never the whole story."),
    "grief-and-anger": ("Grief and anger", "Room for what was lost, and for what the anger protects."),
    "self-trust": ("Self-trust", "Trusting one’s own knowing, body and choices again, in small steps."),
    "speaking-up": ("Speaking up", "Being heard in care: what to ask for, how, and what it may cost."),
    "returning-to-care": ("Returning to care", "Before, during and after an appointment or a procedure."),
    "support": ("Support", "Other people: who is there, what they may know, and what they live through."),
    "caring-staff": ("Staff who care", "For people who work in healthcare themselves."),
}
HEAD = """\
# The worksheets

<!-- Written by tools/catalogue.py; run it again when a worksheet or its translation has changed. -->

{count} worksheets in {collections} collections. Each has two pages for the client, and notes for the therapist
(`--edition therapist`): how strong the evidence is, when not to use it, how to introduce it, and what to do when it is
too much. The name in small letters is the id, for `worksheet-builder build` and `show`.

How much a sheet may stir decides the safety text it carries: **practical** (the closing lines are enough),
**settling**, **reflective**, and **activating** (to be begun in a session). Minutes are a guide; one box is enough.

{review}

A language is marked *draft* until its translation has been reviewed by a qualified person.
[Which sheet meets what](coverage.md) goes the other way, from what people live through to the sheets.
"""


def text(pictures: bool) -> str:
    """The page; with pictures, each sheet shows the one in docs/pictures."""
    library = Library.open(ROOT)
    sheets = [read_worksheet(path) for path in library.worksheets.values()]
    states = _states(library, sheets)
    head = HEAD.format(count=len(sheets), collections=len(COLLECTIONS), review=_review(sheets))
    return "\n".join([head, *_collections(sheets, states, pictures)]).rstrip() + "\n"


def _states(library: Library, sheets: list[Worksheet]) -> dict[str, list[str]]:
    """For each worksheet the languages that it can be printed in, with how far they are."""
    others = [tag for tag in library.languages if tag != SOURCE_LANGUAGE]
    sums = status(others, sheets, read_common(), library.locales).sums
    told: dict[str, list[str]] = {sheet.id: [SOURCE_LANGUAGE] for sheet in sheets}
    for one in sums:
        if one.name in told and one.language in languages_with(library, one.name):
            told[one.name] += _state(one)
    return told


def _state(one: Sum) -> Iterator[str]:
    match one.state:
        case State.REVIEWED:
            yield one.language
        case State.DRAFT | State.TRANSLATED:
            yield f"{one.language} (draft)"


def _review(sheets: list[Worksheet]) -> str:
    signed = sum(1 for sheet in sheets if sheet.review)
    if not signed:
        return "All are their authors’ drafts: none has yet been reviewed by a registered clinician."
    return f"{signed} of them have been reviewed by a registered clinician; the others are their authors’ drafts."


def _collections(sheets: list[Worksheet], states: dict[str, list[str]], pictures: bool) -> Iterator[str]:
    for name, (title, about) in COLLECTIONS.items():
        yield f"\n## {title}\n\n{about}\n"
        lead = ("Page | ", "---|") if pictures else ("", "")
        yield f"| {lead[0]}Worksheet | Intensity | Minutes | Languages | To the client |"
        yield f"|{lead[1]}---|---|---|---|---|"
        for sheet in sheets:
            if sheet.collection == name:
                yield _row(sheet, states[sheet.id], pictures)


def _row(sheet: Worksheet, languages: list[str], pictures: bool) -> str:
    name = f"**{sheet.title.plain()}**<br>`{sheet.id}`"
    cells = [name, sheet.intensity.value, str(sheet.minutes or ""), ", ".join(languages), sheet.summary.plain()]
    if pictures:
        picture = f"pictures/{sheet.id}.png"
        cells.insert(0, f'<a href="{picture}"><img src="{picture}" width="130" alt="The first page of {sheet.id}"></a>')
    return f"| {' | '.join(cells)} |"


def draw(*names: str) -> None:
    """The first page of the named worksheets, or of every one, as a small picture."""
    import pypdfium2
    from PIL import Image

    library = Library.open(ROOT)
    composer = Composer(library)
    PICTURES.mkdir(exist_ok=True)
    for old in set(PICTURES.glob("*.png")) - {PICTURES / f"{name}.png" for name in library.worksheets}:
        old.unlink()
    for name in names or library.worksheets:
        path = library.worksheets[name]
        page = pypdfium2.PdfDocument(FORMATS["pdf"].write(composer.document(path, SOURCE_LANGUAGE), composer.brand))[0]
        large = page.render(scale=4 * WIDTH / page.get_width()).to_pil().convert("RGB")
        small = large.resize((WIDTH, round(large.height * WIDTH / large.width)), Image.Resampling.LANCZOS)
        small.quantize(COLOURS, dither=Image.Dither.NONE).save(PICTURES / f"{name}.png", optimize=True)


def main() -> int:
    options, names = sys.argv[1:2], sys.argv[2:]
    if options == ["--pictures"]:
        draw(*names)
    PAGE.write_text(text(PICTURES.is_dir()), "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
