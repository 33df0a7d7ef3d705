"""See whether whom to call stays whole in Word files, as LibreOffice lays them out: ``python tools/word_closings.py``.

Builds every sheet of the library, or those named, for each practice in ``tests/library/practices`` and prints the pages
of each; it ends with 1 if a box of whom to call is torn or stands alone. Needs `soffice` (Debian: libreoffice-writer).
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2

from worksheet_builder import docx
from worksheet_builder.build.composer import Composer
from worksheet_builder.build.order import Order
from worksheet_builder.document import Document, Group, GroupRole, words
from worksheet_builder.project.library import Library

PRACTICES = sorted((Path(__file__).parents[1] / "tests" / "library" / "practices").glob("*.yaml"))
TODAY = date(2026, 11, 29)


def squeezed(text: str) -> str:
    """The text without spaces, so that it does not matter where lines break."""
    return "".join(text.split())


def box_of(document: Document) -> tuple[str, str]:
    """The first and the last words in the box of whom to call; empty where there is none."""
    closing = next((it for it in document.nodes if isinstance(it, Group) and it.role is GroupRole.CLOSING), None)
    if closing is None:
        return "", ""
    box = closing.children[-1]
    said = [squeezed(phrase.plain()) for phrase in words(replace(document, nodes=(box,)))]
    return said[0], said[-1]


def pages_of(files: list[Path], folder: Path) -> dict[str, list[str]]:
    """The text of each page by the name of the file."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True)
    texts = {}
    for file in files:
        with pypdfium2.PdfDocument(file.with_suffix(".pdf")) as pdf:
            texts[file.stem] = [squeezed(page.get_textpage().get_text_range()) for page in pdf]
    return texts


def main(names: list[str]) -> int:
    """Print each sheet and practice with its pages; returns 1 if a box is torn."""
    if not shutil.which("soffice"):
        print("Not installed: soffice.", file=sys.stderr)
        return 1
    library, torn = Library.open(), 0
    for practice in PRACTICES:
        with TemporaryDirectory() as temporary:
            folder, boxes = Path(temporary), {}
            for name in names or library.worksheets:
                composer = Composer(library, Order(practice=practice, today=TODAY))
                document = composer.document(library.worksheets[name], "en")
                (folder / f"{name}.docx").write_bytes(docx.write(document, composer.brand))
                boxes[name] = box_of(document)
            for name, pages in pages_of(sorted(folder.glob("*.docx")), folder).items():
                first, last = boxes[name]
                whole = not first or any(first in page and last in page[page.index(first) :] for page in pages)
                torn += not whole
                print(f"{practice.stem:14} {name:36} {len(pages)} pages{'' if whole else ', TORN'}", flush=True)
    return 1 if torn else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
