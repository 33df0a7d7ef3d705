"""See whether whom to call stays whole in Word files, as LibreOffice lays them out: ``python tools/word_closings.py``.

Builds every sheet of the library, or those named, in each language that ``-l`` gives, for each practice in
``tests/library/practices`` and prints the pages of each, and how many take more than they should; it ends with 1 if a
box of whom to call is torn. Needs `soffice` (Debian: libreoffice-writer); letters that it lacks make lines longer.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from unicodedata import normalize

import pypdfium2

from worksheet_builder import docx
from worksheet_builder.build.composer import Composer
from worksheet_builder.build.order import Order
from worksheet_builder.document import Document, Group, GroupRole, answers, words
from worksheet_builder.project.library import Library

PRACTICES = sorted((Path(__file__).parents[1] / "tests" / "library" / "practices").glob("*.yaml"))
TODAY = date(2026, 11, 29)
SIDES, EASY_SIDES = 2, 6
"""The pages that a sheet should take at most, and one in easy read."""


def box_of(document: Document) -> list[str]:
    """What has to stand on one page: the digits to call, or a long word of the first and last line; nothing without.

    Single words and groups of digits, since a file tells words that run from the right in the order of the eye.
    """
    closing = next((it for it in document.nodes if isinstance(it, Group) and it.role is GroupRole.CLOSING), None)
    if closing is None:
        return []
    said = [phrase.plain() for phrase in words(replace(document, nodes=(closing.children[-1],)))]
    return re.findall(r"[0-9]{3,}", " ".join(said)) or [max(re.findall(r"\w+", said[at]), key=len) for at in (0, -1)]


def pages_of(files: list[Path], folder: Path) -> dict[str, list[str]]:
    """The text of each page by the name of the file."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True)
    texts = {}
    for file in files:
        with pypdfium2.PdfDocument(file.with_suffix(".pdf")) as pdf:
            texts[file.stem] = [normalize("NFKC", page.get_textpage().get_text_range()) for page in pdf]
    return texts


def main(words: list[str]) -> int:
    """Print each sheet and practice with its pages; returns 1 if a box is torn."""
    parser = ArgumentParser()
    parser.add_argument("names", nargs="*")
    parser.add_argument("-l", "--language", action="append")
    asked = parser.parse_args(words)
    if not shutil.which("soffice"):
        print("Not installed: soffice.", file=sys.stderr)
        return 1
    torn = over = built = 0
    for language, practice in product(asked.language or ["en"], PRACTICES):
        for name, pages, most, whole in laid_out(asked.names, language, practice):
            torn, over, built = torn + (not whole), over + (pages > most), built + 1
            said = f"{'' if pages <= most else ', MORE'}{'' if whole else ', TORN'}"
            print(f"{language} {practice.stem:14} {name:36} {pages} pages{said}", flush=True)
    print(f"{built} files, {over} of more pages than a sheet should take, {torn} with a torn box")
    return 1 if torn else 0


def laid_out(names: list[str], language: str, practice: Path) -> Iterator[tuple[str, int, int, bool]]:
    """Each sheet with its pages, those that it should take at most, and whether its box is whole."""
    library = Library.open()
    composer = Composer(library, Order(practice=practice, draft=True, today=TODAY))
    with TemporaryDirectory() as temporary:
        folder, documents = Path(temporary), {}
        for name in names or library.worksheets:
            document = documents[name] = composer.document(library.worksheets[name], language)
            (folder / f"{name}.docx").write_bytes(docx.write(document, composer.brand))
        for name, pages in pages_of(sorted(folder.glob("*.docx")), folder).items():
            whole = not pages or any(all(it in page for it in box_of(documents[name])) for page in pages)
            leaf = any(isinstance(it, Group) and it.role is GroupRole.LEAF for it in documents[name].nodes)
            sides = EASY_SIDES if documents[name].easy_read else SIDES
            yield name, len(pages), sides + leaf if any(answers(documents[name])) else len(pages), whole


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
