"""Text that looks like markup, a program or a field is printed letter by letter, and nothing in a handout acts."""

from __future__ import annotations

import re
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from lxml import etree

HERE = Path(__file__).parent
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def texts() -> dict[str, str]:
    sys.path.insert(0, str(HERE))
    try:
        from harmless import TEXTS, quoted
    finally:
        sys.path.remove(str(HERE))
    return {text.replace("\\\\", "\\"): quoted(text) for text in TEXTS.values()}


@pytest.fixture
def made(run: Callable[..., Any], folder: Path, texts: dict[str, str]) -> Path:
    blocks = "".join(f"  - prose: b{at}\n    text: {quoted}\n" for at, quoted in enumerate(texts.values()))
    head = "title: T\nsummary: S\ncollection: own\nintensity: practical\nminutes: 5\nblocks:\n"
    (folder / "sheet.yaml").write_text(head + blocks, "utf-8")
    (folder / "p.yaml").write_text('name: "<b>&amp; (x) Tj"\nphone: "1 <script>"\nwebsite: example.org\n', "utf-8")
    run("build", "sheet.yaml", "--practice", "p.yaml")
    return folder / "handouts/en"


def letters(text: str) -> str:
    return "".join(text.split())


def test_each_letter_is_printed(made: Path, texts: dict[str, str]) -> None:
    document = etree.fromstring(zipfile.ZipFile(made / "sheet.docx").read("word/document.xml"))
    word = letters("".join(document.itertext(f"{_W}t")))
    pages = pypdfium2.PdfDocument(made / "sheet.pdf")
    pdf = letters("".join(page.get_textpage().get_text_bounded() for page in pages)).replace("\ufffe", "-")
    assert not [text for text in texts if letters(text) not in word]
    assert not [text for text in texts if letters(text) not in pdf]


def test_nothing_in_the_pdf_acts(made: Path) -> None:
    with pikepdf.open(made / "sheet.pdf") as pdf:
        written = " ".join(repr(item) for item in pdf.objects if isinstance(item, pikepdf.Dictionary))
        named = {str(key) for item in pdf.objects if isinstance(item, pikepdf.Dictionary) for key in item.keys()}  # noqa: SIM118
        actions = {
            str(it.S) for it in pdf.objects if isinstance(it, pikepdf.Dictionary) and "/URI" in it and "/S" in it
        }
    assert not {"/OpenAction", "/AA", "/JS", "/JavaScript", "/EmbeddedFiles", "/Launch", "/XFA"} & named
    assert actions <= {"/URI"} and "javascript:" not in "".join(re.findall(r'"/URI": "[^"]*"', written))


def test_nothing_in_the_word_file_acts(made: Path) -> None:
    with zipfile.ZipFile(made / "sheet.docx") as archive:
        names = archive.namelist()
        relations = "".join(archive.read(name).decode() for name in names if name.endswith(".rels"))
        body = archive.read("word/document.xml").decode()
    assert not [name for name in names if "vba" in name.lower() or "embed" in name or name.startswith(("/", ".."))]
    assert set(re.findall(r'Target="([a-z]+:[^"]*)" TargetMode="External"', relations)) <= {"https://example.org"}
    fields = re.findall(r"<w:instrText[^>]*>([^<]*)<", body) + re.findall(r'w:instr="([^"]*)"', body)
    assert not [field for field in fields if "DDE" in field or "INCLUDE" in field]
