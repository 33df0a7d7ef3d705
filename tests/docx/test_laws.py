"""What holds for every Word file: the same bytes, the same words, every answer in its place, nobody's name."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import pytest

from worksheet_builder import docx
from worksheet_builder.definitions.practice import Brand
from worksheet_builder.document import Document, OutputOptions, Paper, Style, answers, words
from worksheet_builder.document.field_names import field_names
from worksheet_builder.foundation.languages import Language

from .opened import controls, found, part, parts, texts, value
from .samples import ANOTHER, PLAIN, all_signed, arabic, brand, english, guarded, pictured, png, practice, signed

SAMPLES = all_signed(
    {
        "english": (english(), PLAIN),
        "branded": (english(), brand(logo=png())),
        "arabic": (arabic(), brand(logo=png())),
        "large-print": (english(), brand(Style.LARGE_PRINT)),
        "low-ink": (english(OutputOptions(paper=Paper.LETTER)), brand(Style.LOW_INK)),
        "figures": (pictured(), PLAIN),
        "guarded": (guarded(), brand(logo=png())),
        "paper-only": (english(OutputOptions(fillable=False)), PLAIN),
        "another-design": (english(), Brand.of(practice(), ANOTHER, Style.STANDARD, png())),
        "in-a-hindi-sheet": (replace(english(), language=Language.of("hi")), PLAIN),
        "in-a-japanese-sheet": (replace(english(), language=Language.of("ja")), PLAIN),
    }
)


@cache
def written(name: str) -> bytes:
    """A sample as a file, which is written once for all who read it."""
    return docx.write(*SAMPLES[name])


every_sample = pytest.mark.parametrize("name", SAMPLES)
without_figures = pytest.mark.parametrize("name", [name for name in SAMPLES if name != "figures"])
"""A scale beside a figure runs down the page in Word; what both formats say of figures is compared elsewhere."""
_IN_ANOTHER_PROCESS = """
import hashlib, sys
from tests.docx.samples import brand, arabic, png, signed
from worksheet_builder import docx
print(hashlib.sha256(docx.write(signed(arabic(), brand(logo=png())), brand(logo=png()))).hexdigest())
"""


@pytest.mark.parametrize(("seed", "zone"), [("0", "UTC"), ("4711", "Asia/Kathmandu")])
def test_the_same_input_gives_the_same_bytes(seed: str, zone: str) -> None:
    path = os.pathsep.join((str(Path(__file__).parents[2]), str(Path(docx.__file__).parents[2])))
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": path}
    command = [sys.executable, "-c", _IN_ANOTHER_PROCESS]
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == hashlib.sha256(docx.write(*SAMPLES["arabic"])).hexdigest()


@without_figures
def test_the_words_are_those_of_the_document_in_order(name: str) -> None:
    assert texts(written(name)) == [phrase.plain() for phrase in words(SAMPLES[name][0])]


def expected_addresses(document: Document) -> list[str]:
    """The address of every control, as the document gives it."""
    return [name for answer in answers(document) for name in field_names(answer, grouped=False)]


@without_figures
def test_every_answer_has_its_control_unless_it_is_for_paper(name: str) -> None:
    document, _ = SAMPLES[name]
    tags = [control.tag for control in controls(written(name))]
    assert tags == (expected_addresses(document) if document.output_options.fillable else [])


def test_a_sheet_for_paper_keeps_boxes_and_lines() -> None:
    fillable, paper = (docx.write(english(OutputOptions(fillable=fill)), PLAIN) for fill in (True, False))
    for mark in ("☐", "○", 'w:val="AnswerLine"'):
        counts = [parts(data)["word/document.xml"].decode().count(mark) for data in (fillable, paper)]
        assert counts[0] == counts[1] > 0
    assert b"Write here" not in b"".join(parts(paper).values())
    assert "word/glossary/document.xml" not in parts(paper)


@every_sample
def test_nobody_and_no_clock_is_in_the_file(name: str, tmp_path: Path) -> None:
    data = written(name)
    path = tmp_path / "sheet.docx"
    path.write_bytes(data)
    with ZipFile(path) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    everything = b"".join(parts(data).values()).lower()
    for trace in (b"python-docx", b"<dc:creator", b"lastmodifiedby", b"dcterms", b"rsid", b"en-us", b"zacharias"):
        assert trace not in everything
    assert sorted(name for name in parts(data) if name.startswith("docProps")) == ["docProps/core.xml"]


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, ("11906", "16838")), (Paper.LETTER, ("12240", "15840"))])
def test_paper(paper: Paper, size: tuple[str, str]) -> None:
    section = part(docx.write(english(OutputOptions(paper=paper)), PLAIN))
    assert (value(section, "//w:pgSz", "w"), value(section, "//w:pgSz", "h")) == size


@pytest.mark.parametrize("protect", [False, True])
def test_only_protection_keeps_the_therapist_from_editing(protect: bool) -> None:
    data = docx.write(english(OutputOptions(protected=protect)), PLAIN)
    assert {control.locked for control in controls(data)} == {protect}
    enforced = value(part(data, "word/settings.xml"), "w:documentProtection", "edit")
    assert enforced == ("forms" if protect else None)


@every_sample
def test_every_style_that_is_used_is_defined_once_and_every_rule_is_tied_to_the_theme(name: str) -> None:
    data = written(name)
    sheet = part(data, "word/styles.xml")
    defined = [it.get(f"{{{it.nsmap['w']}}}styleId") for it in found(sheet, "w:style")]
    assert len(defined) == len(set(defined))
    assert not found(sheet, "//w:color[not(@w:themeColor)]")
    assert not found(sheet, "//w:pBdr/*[not(@w:themeColor)]")
    used = {value(it, ".") for path in ("//w:pStyle", "//w:rStyle", "//w:tblStyle") for it in found(part(data), path)}
    assert used <= set(defined)


def test_words_stand_in_styles_not_in_direct_formatting() -> None:
    body = part(docx.write(signed(english(), brand()), brand()))
    direct = {it.tag.rpartition("}")[2] for it in found(body, "//w:p/w:pPr/*")}
    assert direct <= {"pStyle", "keepNext", "numPr", "tabs", "outlineLvl"}
    assert {it.tag.rpartition("}")[2] for it in found(body, "//w:r/w:rPr/*")} <= {"rStyle", "lang"}
