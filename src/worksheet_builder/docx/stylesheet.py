"""The styles of a handout, made from the practice's design, palette and fonts.

Built-in styles keep Word's own names, so that navigation, the Design tab and screen readers recognise them; the other
names say what the styles are for. The style sheet of each StyleContext is cached.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from typing import assert_never

from ..ooxml.content_control_parts import TICK_FONT
from ..ooxml.markup import part, w
from . import card_markup, numbering, opening_markup, table_styles
from .paragraph_style import AROUND, Border, Leader, Letters, ParagraphStyle, Side, Tab, style_id, theme_fonts
from .role_styles import HEADED
from .style_context import StyleContext, ThemeColour, tick_hang


@lru_cache(maxsize=64)
def stylesheet(context: StyleContext) -> bytes:
    """`styles.xml`."""
    paragraphs = (style.markup(context, order) for order, style in enumerate(paragraph_styles(context), 1))
    return part("w:styles", {}, _defaults(context), _LATENT, *paragraphs, *_others(context))


_LATENT = w(
    "latentStyles",
    defLockedState=0,
    defUIPriority=99,
    defSemiHidden=1,
    defUnhideWhenUsed=1,
    defQFormat=0,
    count=376,
)
"""Hides Word's several hundred unused built-in styles from the style gallery."""


def _defaults(context: StyleContext) -> str:
    """The document defaults: font, size, colour and language that every style inherits."""
    letters = Letters(context.design.sizes.body, "ink")
    start = theme_fonts(context, "minor")
    rpr = letters.markup(context, start, languages(context))
    return w("docDefaults", w("rPrDefault", rpr), w("pPrDefault", w("pPr", w("spacing", before=0, after=0))))


def languages(context: StyleContext) -> str:
    """The language of the document, in the attributes that Word uses for its script."""
    return w(
        "lang",
        val=context.region,
        eastAsia=context.region if context.faces.east_asian else None,
        bidi=context.region if context.complex else None,
    )


def paragraph_styles(context: StyleContext) -> Iterator[ParagraphStyle]:
    """The styles of paragraphs, each after the one that it is based on."""
    line = context.design.sizes.body * context.leading
    for style in chain(_text(context), _headings(context), _panels(context), _cards(context), _answers(context)):
        yield style.fixed(line) if context.roomy and style.name not in _GROWING else style
    yield from _running(context)


_GROWING = frozenset(("Normal", "Figure"))
"""Styles whose lines must grow because they may hold pictures, also those that a therapist pastes in."""


_OVER_FOOT = 5
"""Points between the footer and the rule above it."""
_OVER_FOOT_CLOSEST = 3
"""The same in the closest layout."""
_OVER_NUMBERS = 1.15
"""The least exact height of a line with a contact number, as a multiple of the number's size."""


def _text(context: StyleContext) -> Iterator[ParagraphStyle]:
    sizes, rhythm = context.design.sizes, context.rhythm
    step, hinted = numbering.hang(context), context.line(sizes.hint)
    listed = ParagraphStyle("List", before=rhythm.item, keep_lines=True)
    fine = sizes.fine * context.least if context.parted else context.line(sizes.fine, 0.9)
    yield ParagraphStyle("Normal", line=sizes.body * context.leading, hyphens=False)
    yield ParagraphStyle("Body Text", before=rhythm.paragraph)
    yield ParagraphStyle("First Paragraph", base="Body Text", following="Body Text", before=rhythm.question)
    yield ParagraphStyle("Prompt", Letters(sizes.prompt, context.design.asked, True), "Normal", "Body Text",
                         rhythm.question, rhythm.answer / 2, context.line(sizes.prompt, 0.92), keep_next=True,
                         keep_lines=True)  # fmt: skip
    yield ParagraphStyle("Question", Letters(strong=False), "Prompt", "Body Text")
    yield from (ParagraphStyle(f"Headed {it}", base=it, following="Body Text", before=rhythm.headed)
                for it in sorted(HEADED))  # fmt: skip
    yield ParagraphStyle("Example", Letters(sizes.hint, "quiet"), after=rhythm.answer, line=hinted,
                         keep_next=True, keep_lines=True)  # fmt: skip
    yield ParagraphStyle("Hint", Letters(sizes.hint, "quiet"), after=rhythm.answer, line=hinted,
                         keep_next=True, keep_lines=True)  # fmt: skip
    yield ParagraphStyle("First Hint", base="Hint", following="Body Text", before=rhythm.question)
    yield ParagraphStyle("Echo", Letters(ink="quiet"), after=rhythm.answer, keep_lines=True)
    yield ParagraphStyle("Label", Letters(sizes.body, "ink", True), "Normal", "Normal", before=rhythm.step,
                         keep_next=True, keep_lines=True)  # fmt: skip
    yield ParagraphStyle("Figure", before=rhythm.step, keep_next=True)
    yield from (_listed(context, listed, which) for which in (numbering.BULLETS, numbering.NUMBERS))
    yield ParagraphStyle("Meta", Letters(sizes.hint, "quiet"), before=rhythm.paragraph, line=hinted)
    yield ParagraphStyle("Fine Print", Letters(sizes.fine, "quiet"), after=rhythm.step, line=fine,
                         exact=context.parted, keep_lines=True)  # fmt: skip
    yield ParagraphStyle("Reference", Letters(sizes.fine), before=2, line=fine, indent=step, hanging=step,
                         keep_lines=True)  # fmt: skip
    yield ParagraphStyle("toc 1", Letters(strong=True), before=rhythm.aside, keep_lines=True,
                         tabs=(Tab(context.measure, "right", "dot"),))  # fmt: skip
    over = rhythm.step if context.parted else rhythm.aside
    yield ParagraphStyle("Divider", Letters(4), following="Body Text", before=over, after=rhythm.step, line=4,
                         exact=True, borders=(Border(("bottom",), "hairline"),), keep_next=True)  # fmt: skip


def _headings(context: StyleContext) -> Iterator[ParagraphStyle]:
    sizes, rhythm = context.design.sizes, context.rhythm
    ruled = (Border(("bottom",), "ornament", 1.5, 6),)
    barred = (Border(("right" if context.language.rtl else "left",), "ornament", 4.5, 10),)
    dots = (Border(("bottom",), "ornament", 2.25, 6, dotted=True),)
    borders = {"plain": (), "rule": ruled, "bar": barred, "ornament": dots}[context.design.title]
    centred = context.design.title_align == "centre"
    over, under = Border(("top",), "ornament", 1, 5), Border(("bottom",), "ornament", 1, 3)
    sections = {"plain": (), "over": (over,), "under": (under,)}
    title = ParagraphStyle(
        "Title", Letters(sizes.title, "accent", True, heading=True), following="Subtitle", after=rhythm.step,
        line=context.line(sizes.title, 0.9), keep_next=True, keep_lines=True, borders=borders, outline=0,
        indent=12 if context.design.title == "bar" else None, centred=centred,
    )  # fmt: skip
    yield title
    message = ParagraphStyle("Message", Letters(sizes.body * 1.12, "ink", True), following="Subtitle",
                             before=rhythm.paragraph, line=context.line(sizes.body * 1.12, 0.95),
                             keep_lines=True)  # fmt: skip
    yield message
    beside = Border(("right" if context.language.rtl else "left",), "accent", 3, 7)
    yield replace(message, name="Take Away", letters=Letters(sizes.take_away, "ink", True), following="Normal",
                  before=rhythm.question, borders=(beside,))  # fmt: skip
    yield replace(message, name="Subtitle", letters=Letters(sizes.body * 1.06, "ink"), following="Body Text",
                  line=context.line(sizes.body * 1.06, 0.95))  # fmt: skip
    aboves = (rhythm.section, rhythm.aside, rhythm.aside)
    for level, size in enumerate((sizes.section, sizes.subsection, sizes.prompt)):
        yield ParagraphStyle(
            f"heading {level + 1}", Letters(size, "accent", True, heading=True), following="Body Text",
            before=aboves[level], line=context.line(size, 0.95), keep_next=True, keep_lines=True, outline=level,
            borders=sections[context.design.section] if not level else (),
        )  # fmt: skip
    yield ParagraphStyle(
        "Echo Heading", Letters(sizes.subsection, "quiet"), following="Body Text", after=rhythm.step,
        line=context.line(sizes.subsection, 0.95), keep_next=True, keep_lines=True, centred=centred,
    )  # fmt: skip
    yield from opening_markup.styles(context, title, message)
    yield ParagraphStyle("Notes Heading", base="heading 1", following="Body Text", before=0, new_page=True, outline=0)


def _panels(context: StyleContext) -> Iterator[ParagraphStyle]:
    """The styles of panels: equal borders and indents, so that Word joins the paragraphs into one panel."""
    pad, sizes = numbering.PANEL_PADDING, context.design.sizes
    whole = ParagraphStyle("Panel", after=context.rhythm.item, indent=pad, right=pad, keep_next=True, keep_lines=True)
    panel = _grounded(context, whole)
    head = Letters(sizes.prompt, "accent", True, heading=True)
    yield replace(panel, name="Panel Heading", letters=head, following="Panel",
                  before=context.rhythm.aside, after=None)  # fmt: skip
    yield panel
    yield replace(panel, name="Panel Echo", letters=Letters(ink="quiet"), following="Panel")
    yield ParagraphStyle("Panel Opening", base="Panel", following="Panel", before=context.rhythm.aside)
    yield ParagraphStyle("Panel Gap", Letters(1), line=1, exact=True, keep_next=True)
    for which in (numbering.PANEL_BULLETS, numbering.PANEL_NUMBERS):
        yield _listed(context, replace(panel, after=context.rhythm.item), which)
    leader: Leader = "dot" if context.design.lines == "dotted" else "underscore"
    end = Tab(context.measure - pad, "right", leader)
    yield replace(panel, name="Panel Line", line=context.pitch, after=0, tabs=(end,))
    tall = max(sizes.body * context.leading, sizes.number * _OVER_NUMBERS) if context.roomy else None
    contacts = ParagraphStyle("Contacts", after=table_styles.between_contacts(context), line=tall, keep_next=True,
                              keep_lines=True)  # fmt: skip
    yield contacts
    closer = context.line(sizes.body) if context.told else tall
    yield replace(contacts, name="Contacts Heading", letters=Letters(strong=True), line=closer)
    inside = Tab(context.measure - 2 * pad, "right", leader)
    yield replace(contacts, name="Contacts Line", line=context.pitch, after=0, tabs=(inside,))


def _listed(context: StyleContext, style: ParagraphStyle, which: int) -> ParagraphStyle:
    """The style of a list's paragraphs, with the indents of its list definition."""
    step = numbering.hang(context, which)
    inset = numbering.edge(context, which) + step
    return replace(style, name=numbering.STYLES[which], indent=inset, hanging=step, numbering=which)


def _cards(context: StyleContext) -> Iterator[ParagraphStyle]:
    """The styles inside a card to cut out."""
    card = ParagraphStyle("Card", after=3)
    yield card
    yield replace(card, name="Card Title", letters=Letters(strong=True))
    yield _listed(context, replace(card, after=2), numbering.CARD_BULLETS)
    leader: Leader = "dot" if context.design.lines == "dotted" else "underscore"
    end = Tab(card_markup.inner_width(context), "right", leader)
    yield replace(card, name="Card Line", line=context.pitch, after=0, tabs=(end,))


def _grounded(context: StyleContext, style: ParagraphStyle) -> ParagraphStyle:
    """The style with the background or borders that the design gives to panels."""
    pad, tall = round(numbering.PANEL_PADDING), round(context.rhythm.pad)
    side: Side = "right" if context.language.rtl else "left"
    match context.design.panel:
        case "tint":
            return replace(style, fill="tint", borders=_around("tint", 0.5, tall, pad))
        case "bar":
            return replace(style, borders=(Border((side,), "rule", 3, pad),))
        case "frame":
            return replace(style, borders=_around("border", 0.75, tall, pad))
        case "rules":
            return replace(style, borders=(Border(("top", "bottom"), "rule", 1, tall),))
        case _:
            assert_never(context.design.panel)


def _around(ink: ThemeColour, width: float, tall: int, pad: int) -> tuple[Border, ...]:
    """Borders around a panel; `tall` and `pad` are the points to its words, vertical and horizontal."""
    return Border(("top", "bottom"), ink, width, tall), Border(("left", "right"), ink, width, pad)


def _answers(context: StyleContext) -> Iterator[ParagraphStyle]:
    sizes, pitch, wide = context.design.sizes, context.pitch, context.measure
    dotted = context.design.lines == "dotted"
    sides: tuple[Side, ...] = ("bottom", "between") if context.design.lines != "boxed" else (*AROUND, "between")
    rule = Border(sides, "border", 0.75, 0, dotted)
    hang, half = tick_hang(context), wide / 2
    yield ParagraphStyle("Answer Line", line=pitch - rule.width, exact=True, borders=(rule,), keep_next=True)
    yield ParagraphStyle("Day Line", base="Answer Line", right=max(0.0, wide - context.design.day), keep_next=False)
    apart = context.rhythm.row if context.roomy else None  # without exact heights, the tick boxes raise their lines
    yield ParagraphStyle("Tick", after=apart, indent=hang, hanging=hang, keep_next=True, keep_lines=True)
    yield ParagraphStyle("Tick Pair", base="Tick", tabs=(Tab(hang), Tab(half), Tab(half + hang)))
    leader: Leader = "dot" if dotted else "underscore"
    yield ParagraphStyle("Tick Other", base="Tick", line=pitch, tabs=(Tab(hang), Tab(wide, "right", leader)))
    yield ParagraphStyle("Scale", line=pitch, keep_next=True, keep_lines=True)
    yield ParagraphStyle("Scale Ends", Letters(sizes.hint, "quiet"), line=context.line(sizes.hint),
                         keep_lines=True)  # fmt: skip
    yield ParagraphStyle("Table Heading", Letters(sizes.hint, "ink", True), following="Table Text",
                         line=sizes.hint * 1.25 * context.tall, keep_next=True, keep_lines=True)  # fmt: skip
    yield ParagraphStyle("Table Text", Letters(sizes.hint), hyphens=True, line=sizes.hint * 1.3 * context.tall)
    yield ParagraphStyle("Table Example", Letters(sizes.hint, "quiet"), line=sizes.hint * 1.3 * context.tall,
                         keep_next=True)  # fmt: skip


def _running(context: StyleContext) -> Iterator[ParagraphStyle]:
    """The styles of the header and footer, and of the practice in the header of the first page."""
    sizes, design = context.design.sizes, context.design
    small, line = Letters(sizes.running, "quiet"), sizes.running * context.around
    ruled = (Border(("bottom",), "hairline", 0.5, 5),) if design.header != "plain" else ()
    ink: ThemeColour = "on_solid" if design.header == "solid" else "accent"
    under = Letters(ink="on_solid") if design.header == "solid" else Letters()
    centred = design.align == "centre"
    yield ParagraphStyle("header", small, tabs=(Tab(context.measure, "right"),), line=line, exact=context.roomy)
    yield ParagraphStyle("Header Rule", base="header", after=4, borders=ruled)
    yield ParagraphStyle("Practice Line", under, "header", line=line)  # not exact, since it may hold a logo
    yield ParagraphStyle("Practice Rule", base="Practice Line", after=context.rhythm.aside, centred=centred,
                         borders=() if design.grounded else ruled)  # fmt: skip
    yield ParagraphStyle("Practice", Letters(sizes.subsection, ink, True, heading=True), "header",
                         line=sizes.subsection * (1.35 if context.roomy else 1.3), exact=context.roomy)  # fmt: skip
    yield ParagraphStyle("footer", small, tabs=(Tab(context.measure, "right"),), line=line, exact=context.roomy)
    over = _OVER_FOOT_CLOSEST if context.closest else _OVER_FOOT
    yield ParagraphStyle("Footer Rule", base="footer", borders=(Border(("top",), "hairline", 0.5, over),))


def _others(context: StyleContext) -> Iterator[str]:
    """Character styles, table styles, and the three default styles that Word expects."""
    sizes = context.design.sizes
    yield w("style", w("name", val="Default Paragraph Font"), w("uiPriority", val=1), w("semiHidden"),
            type="character", default=1, styleId="DefaultParagraphFont")  # fmt: skip
    yield w("style", w("name", val="Normal Table"), w("uiPriority", val=99), w("semiHidden"),
            w("tblPr", w("tblInd", w=0, type="dxa"), table_styles.margins(0, 5.4)),
            type="table", default=1, styleId="TableNormal")  # fmt: skip
    yield w("style", w("name", val="No List"), w("uiPriority", val=99), w("semiHidden"),
            type="numbering", default=1, styleId="NoList")  # fmt: skip
    yield _character(context, "Strong", Letters(strong=True), own=False)
    yield _character(context, "Placeholder Text", Letters(sizes.fine * 0.9, "quiet", False), own=False)
    yield _character(context, "Tick Box", Letters(sizes.body * 1.2, "accent", False, font=TICK_FONT))
    yield _character(context, "Contact Number", Letters(sizes.number, strong=True))
    yield _character(context, "Writing Line", Letters(ink="border"))
    yield _character(context, "Echo Words", Letters(ink="quiet"))
    yield _character(context, "Strapline", Letters(sizes.running, "quiet", False))
    yield table_styles.to_fill_in(context)
    yield table_styles.cut_out(context)
    yield table_styles.contacts(context)
    yield table_styles.letterhead(context)
    yield table_styles.pictured(context)


def _character(context: StyleContext, name: str, letters: Letters, own: bool = True) -> str:
    return w(
        "style",
        w("name", val=name),
        w("basedOn", val="DefaultParagraphFont"),
        w("uiPriority", val=40),
        w("qFormat"),
        letters.markup(context),
        type="character",
        customStyle=1 if own else None,
        styleId=style_id(name),
    )
