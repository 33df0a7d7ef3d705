"""The markup of each kind of node, to be read in a diff; `pytest --accept` writes the files anew."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from worksheet_builder import docx
from worksheet_builder.definitions.practice import Brand
from worksheet_builder.document import Document, Group, GroupRole, Heading, Node, Paragraph, Role, Style, walk
from worksheet_builder.document.design import Opening
from worksheet_builder.docx.body_markup import DocumentBody
from worksheet_builder.docx.content_controls import Controls
from worksheet_builder.docx.run_markup import Runs
from worksheet_builder.docx.style_context import StyleContext
from worksheet_builder.foundation.languages import Language
from worksheet_builder.ooxml.markup import part, w

from ..conftest import Golden
from .opened import W, found, value
from .opened import part as part_of_docx
from .samples import PLAIN, arabic, bound, design, english, guarded, in_two, opened, pictured, said

GOLDEN = Path(__file__).parent / "golden"
_ENGLISH, _ARABIC, _PICTURED = english(), arabic(), pictured()
_BOUND, _IN_TWO, _GUARDED = bound(), in_two(), guarded()


def _groups(document: Document) -> list[Node]:
    return [node for node in document.nodes if isinstance(node, Group)]


_LONG = "A title that no line of any page of paper can hold whole, with its drawing beside it"
_OPENED, _LONGER, _FROM_RIGHT = opened(), opened(_LONG), opened("خريطة", "أنت تقرر ما يهم.", "ar")
EXAMPLES: dict[str, tuple[Document, tuple[Node, ...], bool]] = {
    "opening": (_ENGLISH, _ENGLISH.nodes[:3], True),
    "opening-drawn": (_OPENED, _OPENED.nodes, True),
    "opening-marked": (_LONGER, _LONGER.nodes, True),
    "opening-from-the-right": (_FROM_RIGHT, _FROM_RIGHT.nodes, True),
    "panel": (_ENGLISH, (_groups(_ENGLISH)[0],), True),
    "running-text": (_ENGLISH, (_groups(_ENGLISH)[1],), True),
    "section": (_ENGLISH, (_groups(_ENGLISH)[2],), True),
    "ticks-many": (_ENGLISH, (_groups(_ENGLISH)[3],), True),
    "ticks-one": (_ENGLISH, (_groups(_ENGLISH)[4],), True),
    "lines": (_ENGLISH, (_groups(_ENGLISH)[5],), True),
    "scale": (_ENGLISH, (_groups(_ENGLISH)[6],), True),
    "table": (_ENGLISH, (_groups(_ENGLISH)[7],), True),
    "steps": (_ENGLISH, (_groups(_ENGLISH)[8],), True),
    "starters": (_ENGLISH, (_groups(_ENGLISH)[9],), True),
    "day": (_ENGLISH, (_groups(_ENGLISH)[10],), True),
    "note": (_ENGLISH, (_groups(_ENGLISH)[11],), True),
    "take-away": (_ENGLISH, (_groups(_ENGLISH)[13],), True),
    "closing": (_ENGLISH, (_groups(_ENGLISH)[14],), True),
    "notes": (_ENGLISH, (_groups(_ENGLISH)[15],), True),
    "figures": (_PICTURED, (_groups(_PICTURED)[0],), True),
    "card": (_PICTURED, (_groups(_PICTURED)[1],), True),
    "paper-only": (_ENGLISH, tuple(_groups(_ENGLISH)[at] for at in (3, 5, 10)), False),
    "message": (_GUARDED, _GUARDED.nodes[:3], True),
    "panel-with-a-line": (_GUARDED, _GUARDED.nodes[3:4], True),
    "rating": (_GUARDED, _GUARDED.nodes[4:5], True),
    "examples": (_GUARDED, _GUARDED.nodes[5:7], True),
    "contacts": (_GUARDED, _GUARDED.nodes[6:8], True),
    "leaf": (_GUARDED, _GUARDED.nodes[8:], True),
    "pack": (_BOUND, _BOUND.nodes, True),
    "in-two-languages": (_IN_TWO, _IN_TWO.nodes, True),
    "arabic-text": (_ARABIC, (_groups(_ARABIC)[1],), True),
    "arabic-table": (_ARABIC, (_groups(_ARABIC)[5],), True),
    "arabic-day": (_ARABIC, (_groups(_ARABIC)[7],), True),
}


def dump(document: Document, nodes: tuple[Node, ...], fillable: bool) -> str:
    """The body of the nodes, indented, without the declarations around it."""
    context = StyleContext.of(document, PLAIN)
    runs = Runs(context)
    body = DocumentBody(
        context, runs, Controls(runs, document.header_footer, fillable=fillable, locked=False), [""] * 2
    )
    tree = etree.fromstring(part("w:document", {}, w("body", body.nodes(nodes)), prefixes="w r mc w14 wp a pic"))
    etree.indent(tree, " ")
    lines = etree.tostring(tree[0], encoding="unicode").splitlines()[1:-1]
    return "".join(f"{line[2:]}\n" for line in lines)


@pytest.mark.parametrize("name", EXAMPLES)
def test_markup_of(name: str, golden: Golden) -> None:
    golden(dump(*EXAMPLES[name]), GOLDEN / f"{name}.xml")


def test_the_samples_have_every_kind_of_node_and_role() -> None:
    nodes = [
        *walk(_ENGLISH.nodes),
        *walk(_PICTURED.nodes),
        *walk(_BOUND.nodes),
        *walk(_GUARDED.nodes),
        *walk(_OPENED.nodes),
    ]
    assert {type(node).__name__ for node in nodes} == {kind.__name__ for kind in Node.__args__}
    assert {node.role for node in nodes if isinstance(node, Paragraph)} == set(Role)
    assert {node.role for node in nodes if isinstance(node, Group)} == set(GroupRole)


def test_words_from_outside_cannot_break_the_markup() -> None:
    hostile = Paragraph(said(']]> <w:p> & "quotes" \\{page\\} \x0b'))
    assert '&lt;w:p&gt; &amp; "quotes" {page} \ufffd' in dump(_ENGLISH, (hostile,), True)


@pytest.mark.parametrize(
    ("ground", "styles"),
    [
        ("field", ["OpeningTitle", "OpeningEcho", "OpeningMessage", "OpeningEcho", "Subtitle", "Echo"]),
        ("plain", ["Title", "EchoHeading", "Message", "Echo", "Subtitle", "Echo"]),
    ],
)
def test_what_opens_a_sheet_in_two_languages_stands_on_its_ground_or_on_paper(
    ground: Opening, styles: list[str]
) -> None:
    title, message, summary = (
        replace(said(main), parallel=replace(said(second), language="es"))
        for main, second in (("A map", "Un mapa"), ("You decide.", "Usted decide."), ("Look back.", "Mire atrás."))
    )
    words = Heading(1, title), Paragraph(message, Role.MESSAGE), Paragraph(summary, Role.SUMMARY)
    sheet = replace(in_two(), nodes=(Group(GroupRole.OPENING, words),))
    branded = Brand.of(PLAIN.practice, design(opening=ground), Style.STANDARD)
    body = part_of_docx(docx.write(sheet, branded))
    assert [value(it, "w:pPr/w:pStyle") for it in found(body, "//w:body/w:p")] == styles


@pytest.mark.parametrize("role", [Role.FINE, Role.HINT, Role.META, Role.REFERENCE])
def test_what_is_small_is_so_in_both_languages(role: Role) -> None:
    both = replace(said("Small"), parallel=replace(said("Pequeño"), language="es"))
    body = part_of_docx(docx.write(replace(english(), nodes=(Paragraph(both, role),)), PLAIN))
    styles = [value(it, "w:pPr/w:pStyle") for it in found(body, "//w:p[w:r/w:t='Small' or w:r/w:t='Pequeño']")]
    assert len(styles) == 2
    assert styles[0] == styles[1]


@pytest.mark.parametrize("role", [role for role in Role if role.leads])
def test_what_leads_on_keeps_with_the_next_in_both_languages(role: Role) -> None:
    """By its style, or by itself where the style is that of other words too."""
    both = replace(said("Lead"), parallel=replace(said("Guía"), language="es"))
    file = docx.write(replace(english(), nodes=(Paragraph(both, role), Paragraph(said("Words.")))), PLAIN)
    sheet = part_of_docx(file, "word/styles.xml")
    paragraphs = found(part_of_docx(file), "//w:p[w:r/w:t='Lead' or w:r/w:t='Guía']")
    assert len(paragraphs) == 2
    for it in paragraphs:
        style = found(sheet, f"w:style[@w:styleId='{value(it, 'w:pPr/w:pStyle')}']")[0]
        assert found(it, "w:pPr/w:keepNext[not(@w:val)]") or found(style, "w:pPr/w:keepNext[not(@w:val)]")


@pytest.mark.parametrize(("tag", "wanted"), [("en", "decimal"), ("ne", "hindiNumbers"), ("fa", "decimal")])
def test_lists_are_numbered_in_the_digits_of_the_language_where_word_has_them(tag: str, wanted: str) -> None:
    written = docx.write(replace(_ENGLISH, language=Language.of(tag)), PLAIN)
    formats = {it.get(f"{W}val") for it in found(part_of_docx(written, "word/numbering.xml"), "//w:numFmt")}
    assert formats == {wanted, "bullet"}
