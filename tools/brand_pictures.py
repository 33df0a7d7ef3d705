"""Draw the pictures of docs/guides/practices.md, heads of pages in several brands: ``python tools/brand_pictures.py``.

Each picture holds the upper part of first pages, made by the current code from the example practice.
"""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

import pypdfium2
from PIL import Image

from worksheet_builder.build.composer import Composer
from worksheet_builder.build.formats import FORMATS
from worksheet_builder.build.order import Order
from worksheet_builder.project.library import Library

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs/guides/pictures"
EXAMPLE = ROOT / "docs/example-practice"
SHEET, DAY = "waves", date(2026, 11, 22)
SCALE, ACROSS, GAP, COLOURS = 0.72, 2, 8, 200
"""Pixels to a point, pictures in a row, pixels between them, and how many colours are kept."""

Settings = dict[str, str]
BRANDS: dict[str, tuple[float, list[Settings]]] = {
    "colours": (
        300.0,
        [
            {"accent": '"#f6d860"', "design": "banner"},
            {"accent": '"#ff7f6e"', "design": "clear"},
            {"accent": '"#8aa6bf"', "second": '"#b77f5f"', "design": "clear"},
            {"accent": '"#5b2a5e"', "second": '"#d4a017"', "design": "banner"},
        ],
    ),
    "logos": (
        150.0,
        [
            {"logo_place": "left"},
            {"logo_place": "right"},
            {"logo_place": "above", "logo_height": "18"},
            {"logo_place": "centre", "logo_height": "18"},
            {"logo_place": "left", "design": "banner"},
            {"logo_place": "right", "logo_holds_name": "true", "design": "letter"},
        ],
    ),
}
"""For each picture how far down the pages are shown, in points, and what each says besides the example."""


def main() -> None:
    """Draw each picture anew."""
    PICTURES.mkdir(exist_ok=True)
    for name, (height, brands) in BRANDS.items():
        heads = [head(settings, height) for settings in brands]
        wide, tall = heads[0].size
        rows = -(-len(heads) // ACROSS)
        whole = Image.new("RGB", (ACROSS * (wide + GAP) + GAP, rows * (tall + GAP) + GAP), "#9a9a9a")
        for at, picture in enumerate(heads):
            down, across = divmod(at, ACROSS)
            whole.paste(picture, (GAP + across * (wide + GAP), GAP + down * (tall + GAP)))
        whole.quantize(COLOURS).save(PICTURES / f"{name}.png", optimize=True)


def head(settings: Settings, height: float) -> Image.Image:
    """The upper part of the first page in the example practice with these settings."""
    text = (EXAMPLE / "practice.yaml").read_text("utf-8")
    kept = [line for line in text.splitlines() if line.partition(":")[0] not in settings]
    library = Library.open(ROOT)
    with tempfile.TemporaryDirectory() as folder:
        for logo in EXAMPLE.glob("*.svg"):
            Path(folder, logo.name).write_bytes(logo.read_bytes())
        practice = Path(folder, "practice.yaml")
        practice.write_text("\n".join([*kept, *(f"{key}: {value}" for key, value in settings.items()), ""]), "utf-8")
        composer = Composer(library, Order(practice=practice, today=DAY)).prepared()
        data = FORMATS["pdf"].write(composer.document(library.worksheets[SHEET], "en"), composer.brand)
    page: Image.Image = pypdfium2.PdfDocument(data)[0].render(scale=SCALE).to_pil().convert("RGB")
    return page.crop((0, 0, page.width, round(height * SCALE)))


if __name__ == "__main__":
    main()
