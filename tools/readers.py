"""Write docs/reading-back.md: what other programs find in a PDF, and what they make of its fields.

Run: ``python tools/readers.py [TAG ...]``; with tags, only the first table is measured, and printed.

The same texts become a PDF by this tool, by LibreOffice from this tool's Word file, and by Chromium's printing, all in
the same fonts; each is read by poppler, PDFium, pdf.js and MuPDF, and by poppler through its structure tree. Needs
what Debian has as poppler-utils, nodejs, libjs-pdf, libreoffice-writer and chromium; for the fields also default-jre,
libpdfbox2-java, and what ``npm install pdf-lib @pdf-lib/fontkit regenerator-runtime pdfjs-dist`` brings into the folder
that the environment names as PDFLIB.
"""

from __future__ import annotations

import html
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.docx.samples import PLAIN, english, said  # noqa: E402
from tests.pdf import engines, form_tables  # noqa: E402
from tests.pdf.samples import SPECIMENS  # noqa: E402

from worksheet_builder import docx, pdf  # noqa: E402
from worksheet_builder.document import Document, Heading, Paragraph, words  # noqa: E402
from worksheet_builder.fonts.families import stack  # noqa: E402
from worksheet_builder.foundation.languages import Language  # noqa: E402

PAGE = ROOT / "docs/reading-back.md"
TAGS = ("ar", "fa", "ur", "he", "hi", "bn", "ta", "th", "km", "am", "vi", "zh-Hans", "en", "uk")
STRINGS = 90
"""How many strings of a locale are read."""
READERS: dict[str, Callable[[bytes], str]] = {**engines.ENGINES, "tags": engines.tags}
BAR = 97
"""The share of words, in per cent, that every program should find in a file of this tool."""
NAMED = {("fa", "pdf.js"): "Marks in Firefox"}
"""Cells under the bar, each with the head of what the page says of it."""
FIRST = {
    "ar": (6, 10, 14, 5),
    "fa": (8, 16, 16, 9),
    "ur": (0, 0, 7, 0),
    "he": (0, 100, 100, 0),
    "hi": (100, 100, 16, 92),
    "ta": (100, 100, 58, 100),
    "th": (100, 100, 12, 94),
    "km": (100, 100, 46, 100),
    "vi": (100, 100, 60, 100),
}
"""Words found in a file of this tool when it was first measured, on one sheet or a specimen, in per cent."""


def main(tags: list[str]) -> int:
    """Measure and write the page."""
    lacking = [*engines.missing(), *(name for name in ("soffice", "chromium") if not shutil.which(name))]
    if lacking:
        print(f"Not installed: {', '.join(lacking)}.", file=sys.stderr)
        return 1
    makers: dict[str, Callable[[Document], bytes]] = {
        "this tool": lambda document: pdf.write(document, PLAIN),
        "LibreOffice": by_libreoffice,
        "Chromium": by_chromium,
    }
    rows, low = [], []
    for tag in tags or TAGS:
        document = sheet(tag)
        sought = engines.Sought.in_texts([phrase.plain() for phrase in words(document)], tag)
        for name, make in makers.items():
            data = make(document)
            found = [sought.found(read(data)) for read in READERS.values()]
            cells = " | ".join(f"{100 * one:.0f} / {100 * two:.0f}" for one, two in found)
            rows.append(f"| {tag} | {name} | {cells} |")
            print(rows[-1])
            if name == "this tool":
                low += [(tag, reader) for reader, (one, _) in zip(READERS, found, strict=True) if 100 * one < BAR]
        if tag in FIRST:
            rows.append(f"| {tag} | this tool, at first | {' | '.join(map(str, FIRST[tag]))} | |")
    if not tags:
        PAGE.write_text(page(rows, form_tables.rows()), "utf-8")
    for tag, reader in low:
        print(
            f"{tag} in {reader} is under {BAR} %: {NAMED.get((tag, reader), 'and nothing says why')}.", file=sys.stderr
        )
    return int(any(cell not in NAMED for cell in low))


def sheet(tag: str) -> Document:
    """The strings of a locale, or the specimen of a script, under a title."""
    texts = strings(tag)
    title, *others = (replace(said(text), language=tag) for text in texts)
    nodes = (Heading(1, title), *(Paragraph(text) for text in others))
    return replace(english(), id=f"read-{tag}", language=Language.of(tag), title=title, nodes=nodes)


def strings(tag: str) -> list[str]:
    """The texts that are read, without those that have slots or marks."""
    path = ROOT / "locales" / tag / "common.po"
    if path.exists():
        found = iter([entry.msgstr or "" for entry in polib.pofile(str(path))])
    else:
        found = iter([SPECIMENS[tag], *(part.strip() for part in SPECIMENS[tag].split(".") if part.strip())])
    return [text for text in found if text and not set(text) & set("{}*[]")][:STRINGS]


def by_libreoffice(document: Document) -> bytes:
    """The tagged PDF that LibreOffice makes of this tool's Word file."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "sheet.docx")
        source.write_bytes(docx.write(document, PLAIN))
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        target = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
        command = ["soffice", profile, "--headless", "--convert-to", target, "--outdir", folder, str(source)]
        subprocess.run(command, check=True, capture_output=True, env=with_fonts(document, folder))
        return Path(folder, "sheet.pdf").read_bytes()


def with_fonts(document: Document, folder: str) -> dict[str, str]:
    """An environment in which the fonts of the document are installed."""
    files = stack(document.language).regular
    folders = "".join(f"<dir>{place}</dir>" for place in sorted({str(Path(file.path).parent) for file in files}))
    config = Path(folder, "fonts.conf")
    config.write_text(
        f"<fontconfig>{folders}<dir>/usr/share/fonts</dir><cachedir>{folder}/cache</cachedir></fontconfig>"
    )
    return {**os.environ, "FONTCONFIG_FILE": str(config)}


def by_chromium(document: Document) -> bytes:
    """The tagged PDF that Chromium prints of the same texts in the same fonts."""
    tag, rtl = document.language.tag, document.language.rtl
    faces = "".join(
        f"@font-face{{font-family:f{at};src:url('{Path(file.path).as_uri()}')}}"
        for at, file in enumerate(stack(document.language).regular)
    )
    family = ",".join(f"f{at}" for at in range(len(stack(document.language).regular)))
    body = "".join(f"<p>{html.escape(phrase.plain())}</p>" for phrase in words(document))
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "sheet.html"), Path(folder, "sheet.pdf")
        style = f"<meta charset=utf-8><style>{faces}body{{font:12pt {family}}}</style>"
        source.write_text(f"<!doctype html><html lang={tag} dir={'rtl' if rtl else 'ltr'}>{style}{body}", "utf-8")
        command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile"]
        command += [f"--print-to-pdf={target}", "--no-pdf-header-footer", source.as_uri()]
        subprocess.run(command, check=True, capture_output=True)
        return target.read_bytes()


def page(rows: list[str], forms: list[str]) -> str:
    """The page with its tables."""
    head = " | ".join(READERS)
    table = [f"| language | made by | {head} |", f"|---|---|{'--:|' * len(READERS)}", *rows]
    above, _, rest = PAGE.read_text("utf-8").partition("<!-- table -->")
    told, _, _ = rest.partition("<!-- told -->")[2].partition("<!-- fields -->")
    lines = ["<!-- table -->", *table, "<!-- told -->"]
    return above + "\n".join(lines) + told + "\n".join(["<!-- fields -->", *forms, ""])


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
