"""Write docs/gallery.md and its pictures: real pages made by the current code. Run: ``python tools/gallery.py``."""

from __future__ import annotations

import io
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pypdfium2
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from worksheet_builder import pdf
from worksheet_builder.build.composer import Composer
from worksheet_builder.build.formats import FORMATS
from worksheet_builder.build.order import Order
from worksheet_builder.definitions.drawing_reader import drawing_names, stored_drawing
from worksheet_builder.document import Document, Edition, Figure, Group, GroupRole, Heading, Node, Style
from worksheet_builder.document.drawings import Drawing, Shape
from worksheet_builder.foundation.phrases import Phrase
from worksheet_builder.foundation.problems import Place
from worksheet_builder.project.library import Library
from worksheet_builder.reading.block_examples import examples

ROOT = Path(__file__).resolve().parents[1]
PAGE, PICTURES = ROOT / "docs/gallery.md", ROOT / "docs/gallery"
PRACTICE = ROOT / "docs/example-practice/practice.yaml"
WIDTH, COLOURS = 420, 24
"""Pixels of a picture, and how many colours it keeps; so that few weigh more than 40 kB."""
IN_A_ROW, ROW = 4, 92.0
"""How many drawings stand in a row, and how high it is in points."""
DAY = date(2026, 11, 22)
"""The day to judge crisis contacts by, so that the same code draws the same pictures."""


@dataclass(frozen=True)
class Shot:
    """One picture: a page of a sheet in one design, style, edition and language."""

    name: str
    words: str
    sheet: str
    page: int = 0
    design: str = "clear"
    style: Style = Style.STANDARD
    edition: Edition = Edition.CLIENT
    language: str = "en"
    beside: str | None = None


SHOTS = (
    Shot("clear", "The design *clear*", "trusting-myself-again"),
    Shot("banner", "The design *banner*", "trusting-myself-again", design="banner"),
    Shot("letter", "The design *letter*", "trusting-myself-again", design="letter"),
    Shot("book", "The design *book*", "trusting-myself-again", design="book"),
    Shot("large-print", "Large print", "grief-and-anger", style=Style.LARGE_PRINT),
    Shot("low-ink", "Low ink", "grief-and-anger", style=Style.LOW_INK),
    Shot("therapist", "Notes for the therapist", "grief-and-anger", page=2, edition=Edition.THERAPIST),
    Shot("arabic", "Arabic, from right to left", "where-harm-occurred", language="ar"),
    Shot("bilingual", "Arabic beside English", "where-harm-occurred", language="ar", beside="en"),
    Shot("chinese", "Simplified Chinese", "where-harm-occurred", language="zh-Hans"),
)


SCREENS = (
    Shot("screens-english", "English", "circle-of-support"),
    Shot("screens-arabic", "Arabic", "circle-of-support", language="ar"),
    Shot("screens-hindi", "Hindi", "circle-of-support", language="hi"),
    Shot("screens-chinese", "Simplified Chinese", "circle-of-support", language="zh-Hans"),
)
SIZES = ((360, 640), (768, 1024), (1280, 800))
"""A small phone, a tablet and a computer, in pixels."""


def main() -> None:
    """Draw every picture and write the page that shows them."""
    PICTURES.mkdir(exist_ok=True)
    for old in PICTURES.glob("*.png"):
        old.unlink()
    lines = [
        "# Pages",
        "",
        "<!-- Written by tools/gallery.py from the current code; run it again when the pages change. -->",
        "",
    ]
    for shot in SHOTS:
        drawn(made(shot), shot.page, shot.name)
        lines += [f"## {shot.words}", "", f"![A page of the worksheet ‘{shot.sheet}’](gallery/{shot.name}.png)", ""]
    lines += ["## On a phone, a tablet and a computer", ""]
    for shot in SCREENS:
        on_screens(shot)
        lines += [
            f"### {shot.words}",
            "",
            f"![The page of ‘{shot.sheet}’ at three widths](gallery/{shot.name}.png)",
            "",
        ]
    lines += ["## All blocks", "", "`worksheet-builder blocks` shows how each is written.", ""]
    data = blocks()
    for page in range(len(pypdfium2.PdfDocument(data))):
        drawn(data, page, f"blocks-{page + 1}")
        lines += [f"![Examples of blocks, page {page + 1}](gallery/blocks-{page + 1}.png)", ""]
    lines += ["## All drawings", "", "A block `picture` shows one of them; its `drawing` is the name under it.", ""]
    data = drawings()
    for page in range(len(pypdfium2.PdfDocument(data))):
        drawn(data, page, f"drawings-{page + 1}")
        lines += [f"![Drawings with their names, page {page + 1}](gallery/drawings-{page + 1}.png)", ""]
    PAGE.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


def made(shot: Shot) -> bytes:
    """The PDF of the whole sheet."""
    library = Library.open(ROOT)
    with tempfile.TemporaryDirectory() as folder:
        composer = Composer(
            library,
            Order(practice=designed(shot.design, Path(folder)), edition=shot.edition, style=shot.style, today=DAY),
        )
        document = composer.prepared().document(library.worksheets[shot.sheet], shot.language, shot.beside)
        return FORMATS["pdf"].write(document, composer.brand)


def on_screens(shot: Shot) -> None:
    """Save a picture of the page at three widths, side by side; it brings its letters, so that any machine has them."""
    library = Library.open(ROOT)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        practice = designed(shot.design, Path(folder))
        practice.write_text(practice.read_text("utf-8") + "embed_font: true\n", "utf-8")
        composer = Composer(library, Order(practice=practice, today=DAY)).prepared()
        page = Path(folder, "page.html")
        document = composer.document(library.worksheets[shot.sheet], shot.language)
        page.write_bytes(FORMATS["html"].write(document, composer.brand))
        shell = shutil.which("chromium-headless-shell") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=shell, args=["--no-sandbox"])
        seen = [_on_screen(browser, page, size) for size in SIZES]
        browser.close()
    whole = Image.new("RGB", (sum(it.width for it in seen) + 40, max(it.height for it in seen)), "#888888")
    for at, picture in enumerate(seen):
        whole.paste(picture, (sum(it.width for it in seen[:at]) + 20 * at, 0))
    whole.resize((WIDTH * 3, round(whole.height * WIDTH * 3 / whole.width))).quantize(2 * COLOURS).save(
        PICTURES / f"{shot.name}.png", optimize=True
    )


def _on_screen(browser: Browser, page: Path, size: tuple[int, int]) -> Image.Image:
    """What a screen of this size shows at the middle of the page, where there is something to fill in."""
    screen = browser.new_page(viewport={"width": size[0], "height": size[1]})
    screen.goto(page.as_uri())
    screen.evaluate("document.querySelector('.figure').scrollIntoView({block: 'center', behavior: 'instant'})")
    picture = Image.open(io.BytesIO(screen.screenshot()))
    screen.close()
    return picture


def designed(design: str, folder: Path) -> Path:
    """The example practice in another design, with its logos beside it."""
    for logo in PRACTICE.parent.glob("*.svg"):
        (folder / logo.name).write_bytes(logo.read_bytes())
    lines = [line for line in PRACTICE.read_text("utf-8").splitlines() if not line.startswith("design:")]
    path = folder / "practice.yaml"
    path.write_text("\n".join([*lines, f"design: {design}"]) + "\n", encoding="utf-8")
    return path


def blocks() -> bytes:
    """Every example of every block on one sheet."""
    nodes: list[Node] = []
    for example in examples():
        nodes += [Heading(2, said(example.kind)), Group(GroupRole.BLOCK, tuple(example.nodes()))]
    return shown("All blocks", nodes)


def drawings() -> bytes:
    """Every drawing on one sheet, four in a row, each over its name."""
    names = drawing_names()
    rows = [names[at : at + IN_A_ROW] for at in range(0, len(names), IN_A_ROW)]
    return shown("All drawings", [_row_of_drawings(row) for row in rows])


def _row_of_drawings(names: Sequence[str]) -> Figure:
    shapes: list[Shape] = []
    places = range(len(names))
    for at, name in zip(places, names, strict=True):
        stored = stored_drawing(name)
        scale = min(1.0, 100.0 / stored.width, ROW / stored.height)
        top = ROW - stored.height * scale
        shapes += stored.at(0.0, top, across=(at + 0.5) / len(names), scale=scale)
    return Figure(said(", ".join(names)), Drawing(tuple(shapes), ROW), captions=tuple(map(said, names)))


def shown(title: str, nodes: Sequence[Node]) -> bytes:
    """A PDF of nodes under a title."""
    library = Library.open(ROOT)
    composer = Composer(library).prepared()
    base = composer.document(library.worksheets["my-care-preferences"], "en")
    whole = (Heading(1, said(title)), *nodes)
    sheet = Document("shown", said(title), said(f"{title}."), base.language, whole, base.header_footer)
    return pdf.write(sheet, composer.brand)


def said(text: str) -> Phrase:
    """Words of this page."""
    return Phrase(text, "gallery", Place("gallery"))


def drawn(data: bytes, page: int, name: str) -> None:
    """One page as a small PNG with a fine frame."""
    picture = pypdfium2.PdfDocument(data)[page].render(scale=WIDTH * 2 / 595).to_pil().convert("RGB")
    picture = picture.resize((WIDTH, round(picture.height * WIDTH / picture.width)))
    framed = picture.crop((-1, -1, picture.width + 1, picture.height + 1))
    out = io.BytesIO()
    framed.quantize(COLOURS).save(out, "PNG", optimize=True)
    (PICTURES / f"{name}.png").write_bytes(out.getvalue())


if __name__ == "__main__":
    main()
