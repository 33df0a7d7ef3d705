"""The accessibility of a Word file as rules with codes, each shown to find what it is there for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import pytest
from lxml import etree

from worksheet_builder import docx
from worksheet_builder.foundation.colours import Colour

from .opened import W, found, parts, style, value
from .samples import brand, english, png, signed
from .test_laws import every_sample, written

Parts = dict[str, bytes]
DOCUMENT, STYLES, CORE, HEADER = "word/document.xml", "word/styles.xml", "docProps/core.xml", "word/headerFirst.xml"
_RULED = {"AnswerLine", "DayLine", "Figure", "Divider", "TableText", "HeaderRule"}
"""Paragraphs that may be empty: they are a line to write on, a rule, or hold a picture."""


def _tree(files: Parts, name: str) -> etree._Element:
    return etree.fromstring(files[name])


def _untitled(files: Parts) -> Iterator[str]:
    if not re.search(rb"<dc:title>[^<]+</dc:title>", files[CORE]):
        yield "no title"


def _without_language(files: Parts) -> Iterator[str]:
    if not value(_tree(files, STYLES), "w:docDefaults//w:lang"):
        yield "no language of the document"
    if not re.search(rb"<dc:language>[^<]+</dc:language>", files[CORE]):
        yield "no language among the properties"


def _heading_gaps(files: Parts) -> Iterator[str]:
    levels = {"Title": 0, "Heading1": 1, "NotesHeading": 1, "Heading2": 2, "Heading3": 3}
    used = [levels[name] for it in found(_tree(files, DOCUMENT), "//w:p") if (name := style(it) or "") in levels]
    if used[:1] != [0] or used.count(0) != 1:
        yield f"titles at {[at for at, level in enumerate(used) if not level]}"
    yield from (f"level {after} after {before}" for before, after in pairwise(used) if after > before + 1)


def _heads_of_tables(files: Parts) -> Iterator[str]:
    for table in found(_tree(files, DOCUMENT), "//w:tbl"):
        if not found(table, "w:tr[1]/w:trPr/w:tblHeader"):
            yield "a table without a header row"
        if value(table, "w:tblPr/w:tblLook", "firstRow") != "1":
            yield "a table that does not say that its first row is a header"


def _split_rows(files: Parts) -> Iterator[str]:
    yield from ("a row that may split" for _ in found(_tree(files, DOCUMENT), "//w:tr[not(w:trPr/w:cantSplit)]"))


def _nameless_tables(files: Parts) -> Iterator[str]:
    for table in found(_tree(files, DOCUMENT), "//w:tbl"):
        if not value(table, "w:tblPr/w:tblCaption") or not value(table, "w:tblPr/w:tblDescription"):
            yield "a table without a name or description"


def _layout_tables(files: Parts) -> Iterator[str]:
    yield from ("a table in a table" for _ in found(_tree(files, DOCUMENT), "//w:tbl//w:tbl"))
    yield from ("joined cells" for _ in found(_tree(files, DOCUMENT), "//w:gridSpan | //w:vMerge"))


def _pictures_without_words(files: Parts) -> Iterator[str]:
    for name in files:
        if name.endswith(".xml"):
            for it in _tree(files, name).iter("{*}docPr"):
                passed_over = [mark.get("val") for mark in it.iter("{*}decorative")]
                if passed_over not in ([], ["1"]) or bool(it.get("descr")) == bool(passed_over):
                    yield f"{name}: a picture without words, or with words and passed over"


def _spacing_paragraphs(files: Parts) -> Iterator[str]:
    """A paragraph a point low, which Word needs after a table and at the end of a section, makes no space."""
    low = "w:pPr/w:spacing[@w:line='20' and @w:lineRule='exact']"
    for it in found(_tree(files, DOCUMENT), f"//w:body//w:p[not(.//w:t) and not({low})]"):
        if style(it) not in _RULED:
            yield f"an empty paragraph in {style(it)}"


def _typed_bullets(files: Parts) -> Iterator[str]:
    for it in found(_tree(files, DOCUMENT), "//w:t"):
        if re.match(r"\s*([•‣–*-]|\d+[.)])\s", it.text or ""):
            yield f"a bullet typed by hand: {it.text}"


def _nameless_controls(files: Parts) -> Iterator[str]:
    for it in found(_tree(files, DOCUMENT), "//w:sdtPr"):
        title, tag = value(it, "w:alias"), value(it, "w:tag")
        if not title or not tag or len(title) > 64 or len(tag) > 64:
            yield f"a control without a name or address that Word can hold: {title} {tag}"


def _lonely_prompts(files: Parts) -> Iterator[str]:
    sheet = _tree(files, STYLES)
    for name in ("Prompt", "Hint", "Title", "Heading1", "Heading2", "PanelHeading", "TableHeading"):
        if not found(sheet, f"w:style[@w:styleId='{name}']/w:pPr/w:keepNext"):
            yield f"{name} may stand alone at the foot of a page"


def _small_print(files: Parts) -> Iterator[str]:
    sheet = _tree(files, STYLES)
    body = int(value(sheet, "w:docDefaults//w:sz") or 0)
    if body < 24:
        yield f"body of {body / 2} pt"
    for it in found(sheet, "w:style"):
        size, of_complex = value(it, "w:rPr/w:sz"), value(it, "w:rPr/w:szCs")
        if size != of_complex:
            yield f"{value(it, 'w:name')}: {size} for Latin, {of_complex} for complex scripts"


def _faint(files: Parts) -> Iterator[str]:
    """Text on white and on the fill of its style; boxes and writing lines by the weaker rule."""
    for it in found(_tree(files, STYLES), "w:style[w:rPr/w:color]"):
        ground = Colour.parse(value(it, "w:pPr/w:shd", "fill") or "ffffff")
        if Colour.parse(value(it, "w:rPr/w:color") or "").contrast(ground) < 4.5 - 1.5 * (
            style_of(it) == "WritingLine"
        ):
            yield f"{style_of(it)} is too faint"
    for it in found(_tree(files, STYLES), "w:style[@w:styleId='AnswerLine']//w:bottom"):
        if Colour.parse(it.get(f"{W}color") or "").contrast(Colour(255, 255, 255)) < 3:
            yield "lines to write on are too faint"


def style_of(sheet_entry: etree._Element) -> str | None:
    """The id of a `w:style`."""
    return sheet_entry.get(f"{W}styleId")


@dataclass(frozen=True)
class Rule:
    """What must hold, how it is found out, and a change of one part that breaks it."""

    code: str
    sentence: str
    faults: Callable[[Parts], Iterator[str]]
    part: str
    pattern: str
    broken: str


RULES = (
    Rule("A01", "The file has a title.", _untitled, CORE, r"<dc:title>.*</dc:title>", ""),
    Rule("A02", "Its language is named.", _without_language, STYLES, r"<w:lang [^>]*/>", ""),
    Rule("A03", "Headings leave out no level.", _heading_gaps, DOCUMENT, '"Heading1"', '"Heading3"'),
    Rule("A04", "A table has a header row.", _heads_of_tables, DOCUMENT, "<w:tblHeader/>", ""),
    Rule("A05", "A row stays on one page.", _split_rows, DOCUMENT, "<w:cantSplit/>", ""),
    Rule("A06", "A table has a name and a description.", _nameless_tables, DOCUMENT, "<w:tblCaption [^>]*/>", ""),
    Rule("A07", "No table is there for layout.", _layout_tables, DOCUMENT, "<w:tcW ", '<w:gridSpan w:val="2"/><w:tcW '),
    Rule("A08", "A picture has words.", _pictures_without_words, HEADER, 'descr="[^"]*"', 'descr=""'),
    Rule("A09", "No empty paragraph makes space.", _spacing_paragraphs, DOCUMENT, '"Divider"', '"BodyText"'),
    Rule("A10", "Lists are lists.", _typed_bullets, DOCUMENT, ">Drink something", ">3. Drink something"),
    Rule("A11", "A control has a name and an address.", _nameless_controls, DOCUMENT, "<w:alias [^>]*/>", ""),
    Rule("A12", "A question stays with its answer.", _lonely_prompts, STYLES, "<w:keepNext/>", ""),
    Rule("A13", "Letters are large enough.", _small_print, STYLES, 'szCs w:val="24"', 'szCs w:val="20"'),
    Rule("A14", "Text and lines can be seen.", _faint, STYLES, 'color w:val="[0-9A-F]{6}"', 'color w:val="BBBBBB"'),
)  # fmt: skip
every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


@every_rule
@every_sample
def test_holds(rule: Rule, name: str) -> None:
    assert list(rule.faults(parts(written(name)))) == [], rule.sentence


@every_rule
def test_finds_what_it_is_there_for(rule: Rule) -> None:
    files = parts(docx.write(signed(english(), brand(logo=png())), brand(logo=png())))
    broken = re.sub(rule.pattern, rule.broken, files[rule.part].decode()).encode()
    assert broken != files[rule.part]
    assert list(rule.faults({**files, rule.part: broken})), rule.sentence
