"""See whether Word files keep to their pages and hold together in LibreOffice: ``python tools/word_closings.py``.

Builds every sheet that a language of ``-l`` has, or the sheets named, for each practice in
``tests/library/practices`` or those that ``-p`` names, and prints the pages of each. It ends with 1 if one takes more
than it promises, or if a box of whom to call is torn or alone. It tells too which have a question or a heading on
another page than what it is for, as LibreOffice lays out longer files whatever they say. Needs `soffice` (Debian:
libreoffice-writer).

What is promised to clients: two pages, in easy read six, and for a leaf to other people one more, in easy read four.
A sheet without anything to write on promises none, nor do sheets to therapists, nor does large print, which keeps its
air: ``--style large-print`` looks at the boxes of whom to call alone.

LibreOffice is shown the fonts of our packages, so that it lays out the letters that the files name, as whoever has them
sees them. ``--other-fonts`` leaves it with those of the computer: in what stands in there, lines may be longer.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from argparse import ArgumentParser
from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate, product
from pathlib import Path
from tempfile import TemporaryDirectory
from unicodedata import category, normalize

import pypdfium2

from worksheet_builder import docx
from worksheet_builder.build.composer import Composer
from worksheet_builder.build.order import Order
from worksheet_builder.definitions.worksheet import Audience, Worksheet
from worksheet_builder.document import Document, Group, GroupRole, Heading, Node, Paragraph, Style, walk, words
from worksheet_builder.document.page_limits import promised
from worksheet_builder.fonts.families import FAMILIES, stack
from worksheet_builder.foundation.languages import Language
from worksheet_builder.project.library import Library
from worksheet_builder.reading.loader import read_worksheet

PRACTICES = sorted((Path(__file__).parents[1] / "tests" / "library" / "practices").glob("*.yaml"))
TODAY = date(2026, 11, 29)


@dataclass
class Found:
    """The pages of one file: whether it keeps to those promised, and what stands on one page that should."""

    name: str
    pages: int
    kept: bool
    whole: bool
    company: bool
    together: bool

    def said(self) -> str:
        """Its pages, and what is wrong with it."""
        wrong = {"MORE": self.kept, "TORN": self.whole, "ALONE": self.company, "PARTED": self.together}
        return ", ".join((f"{self.pages} pages", *(it for it, fine in wrong.items() if not fine)))


def most_of(document: Document, worksheet: Worksheet, style: Style) -> int | None:
    """The pages that a sheet takes at most, with its leaf; None where it promises nothing."""
    found = promised(document) if worksheet.audience is Audience.CLIENT and style is not Style.LARGE_PRINT else None
    return found and sum(found)


def closing_of(document: Document) -> Group | None:
    """The small print and the box of whom to call; None without."""
    return next((it for it in document.nodes if isinstance(it, Group) and it.role is GroupRole.CLOSING), None)


def box_of(document: Document) -> list[set[str]]:
    """What has to stand on one page, one of each set: the digits to call, or three letters of the first and last line.

    Those are letters that stand so nowhere else in the sheet. One set of them is enough, since what is read back from a
    file has letters of joined scripts in another order here and there. There is nothing without a closing.
    """
    closing = closing_of(document)
    if closing is None:
        return []
    said = _said(document, closing.children[-1:])
    if digits := re.findall(r"[0-9]{3,}", " ".join(said)):
        return [{it} for it in digits]
    others = tuple(it for it in document.nodes if it is not closing) + tuple(closing.children[:-1])
    elsewhere = "".join(map(_squeezed, _said(document, others)))
    return [{it for it in _threes(_squeezed(said[at])) if it not in elsewhere} for at in (0, -1)]


def _threes(said: str) -> Iterator[str]:
    return (said[at : at + 3] for at in range(len(said) - 2))


def company_of(document: Document) -> set[str]:
    """The words that stand in the sheet, and neither in its closing nor around the text."""
    around, closing = document.header_footer, closing_of(document)
    before = tuple(it for it in document.nodes if it is not closing)
    practice = [it.plain() for it in (document.title, *around.practice.head(), *around.practice.contact)]
    apart = _words([*practice, *_said(document, (closing,) if closing else ())])
    return _words(_said(document, before)) - apart


def parted(document: Document, pages: list[str]) -> list[str]:
    """The words that lead to something which begins on another page; not where lines run from the right.

    LibreOffice parts some that are kept with what follows, in longer files: it lays out the paragraphs after the
    twentieth or so on a page of their own first, and takes them back one by one.
    """
    text, at, found = "".join(map(_squeezed, pages)), 0, []
    ends = [*accumulate(len(_squeezed(page)) for page in pages)]
    led: tuple[int, str] | None = None
    for node in walk(() if document.language.rtl else document.nodes):
        if isinstance(node, Group):
            continue
        places = []
        for said in map(_squeezed, _said(document, (node,))):
            if (place := text.find(said, at)) >= 0:
                places.append((place, said))
                at = place + len(said)
        if led and places and bisect(ends, led[0]) != bisect(ends, places[0][0]):
            found.append(led[1])
        leads = isinstance(node, Heading) or (isinstance(node, Paragraph) and node.role.leads)
        led = places[-1] if leads and places else None
    return found


def _squeezed(said: str) -> str:
    return "".join(normalize("NFKC", said).split())


def _words(said: Iterable[str]) -> set[str]:
    return {it for it in _apart(" ".join(said)) if len(it) > 2}


def _apart(said: str) -> list[str]:
    """The words of what is said, with their vowel signs, which `\\w` does not count as letters."""
    joined = normalize("NFKC", said)
    return "".join(it if it.isalnum() or category(it)[0] == "M" else " " for it in joined).split()


def _said(document: Document, nodes: tuple[Node, ...]) -> list[str]:
    return [phrase.plain() for phrase in words(replace(document, nodes=nodes))]


def shown_fonts(folder: Path) -> dict[str, str]:
    """The environment in which programs see the fonts of our packages, too."""
    files = [face for family in FAMILIES for face in stack(Language.of("en"), family).regular]
    folders = "".join(f"<dir>{it}</dir>" for it in sorted({Path(face.path).parent for face in files}))
    own = folder / "fonts.conf"
    kept = f"<include ignore_missing='yes'>/etc/fonts/fonts.conf</include><cachedir>{folder / 'fonts'}</cachedir>"
    own.write_text(f"<?xml version='1.0'?><fontconfig>{kept}{folders}</fontconfig>", "utf-8")
    return {**os.environ, "FONTCONFIG_FILE": str(own)}


def pages_of(files: list[Path], folder: Path, environment: Mapping[str, str]) -> dict[str, list[str]]:
    """The text of each page by the name of the file."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, env=environment)
    texts = {}
    for file in files:
        with pypdfium2.PdfDocument(file.with_suffix(".pdf")) as pdf:
            texts[file.stem] = [normalize("NFKC", page.get_textpage().get_text_range()) for page in pdf]
    return texts


def main(given: list[str]) -> int:
    """Print each sheet and practice with its pages; returns 1 if one takes too many, or a box is torn or alone."""
    parser = ArgumentParser()
    parser.add_argument("names", nargs="*")
    parser.add_argument("-l", "--language", action="append")
    parser.add_argument("-p", "--practice", action="append", help="the name of a file of tests/library/practices")
    parser.add_argument("--style", choices=[*Style], type=Style, default=Style.STANDARD)
    parser.add_argument("--other-fonts", action="store_true")
    parser.add_argument("--keep", type=Path, help="a folder for the files, to be looked at")
    asked = parser.parse_args(given)
    if not shutil.which("soffice"):
        print("Not installed: soffice.", file=sys.stderr)
        return 1
    found: list[Found] = []
    practices = [it for it in PRACTICES if it.stem in (asked.practice or [it.stem])]
    for language, practice in product(asked.language or ["en"], practices):
        with TemporaryDirectory() as temporary:
            folder = asked.keep / language / practice.stem if asked.keep else Path(temporary)
            folder.mkdir(parents=True, exist_ok=True)
            environment = dict(os.environ) if asked.other_fonts else shown_fonts(Path(temporary))
            for it in laid_out(asked.names, language, Order(practice=practice, style=asked.style), folder, environment):
                found.append(it)
                print(f"{language} {practice.stem:14} {it.name:36} {it.said()}", flush=True)
    rows = [(it.kept, it.whole, it.company, it.together) for it in found]
    over, torn, alone, apart = (sum(not fine for fine in row) for row in zip(*rows, strict=True))
    print(f"{len(found)} files: {over} take more pages than promised, {apart} have a question apart from its answer;")
    print(f"of whom to call {torn} boxes are torn, and {alone} alone on their page")
    return 1 if over or torn or alone else 0


def laid_out(
    names: list[str], language: str, order: Order, folder: Path, environment: Mapping[str, str]
) -> Iterator[Found]:
    """Each sheet of one practice in a language, written and laid out in a folder."""
    library = Library.open()
    composer = Composer(library, replace(order, draft=True, today=TODAY))
    there = [it for it in library.worksheets if language in library.languages_of(it)]
    documents = {name: composer.document(library.worksheets[name], language) for name in names or there}
    files = []
    for name, document in documents.items():
        files.append(folder / f"{name}.docx")
        files[-1].write_bytes(docx.write(document, composer.brand))
    for name, pages in pages_of(files, folder, environment).items():
        most = most_of(documents[name], read_worksheet(library.worksheets[name]), order.style)
        yield seen(name, documents[name], pages, most)


def seen(name: str, document: Document, pages: list[str], most: int | None) -> Found:
    """What there is to say of a file whose pages have these texts."""
    box, company = box_of(document), company_of(document)
    whole = "".join(map(_squeezed, pages))
    read = [one for one in box if any(it in whole for it in one)] or box  # letters that join may come back out of order
    with_box = [page for page in pages if all(any(it in _squeezed(page) for it in one) for one in read)]
    accompanied = not box or any(company & _words([page]) for page in with_box)
    return Found(
        name, len(pages), most is None or len(pages) <= most, bool(with_box), accompanied, not parted(document, pages)
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
