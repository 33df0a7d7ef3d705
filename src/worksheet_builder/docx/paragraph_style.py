"""A paragraph style as data, and its markup, with the elements in the order that the schema demands."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from ..foundation.records import record
from ..ooxml.markup import flag, w
from .style_context import StyleContext, ThemeColour, twips

Side = Literal["top", "left", "bottom", "right", "between"]
AROUND: tuple[Side, ...] = ("top", "left", "bottom", "right")
Leader = Literal["underscore", "dot"]
_SIDES: tuple[Side, ...] = ("top", "left", "bottom", "right", "between")


@record
class Border:
    """A rule on the sides of a paragraph: `width` in points, `space` in whole points from the text."""

    sides: tuple[Side, ...]
    ink: ThemeColour
    width: float = 0.5
    space: int = 0
    dotted: bool = False
    dashed: bool = False

    def on(self, side: str, context: StyleContext) -> str:
        """The markup of the border on one side."""
        return w(
            side,
            val="dashed" if self.dashed else "dotted" if self.dotted else "single",
            sz=round(self.width * 8),
            space=self.space,
            color=context.hex(self.ink),
            **context.shade(self.ink, "themeColor"),
        )


@record
class Tab:
    """A tab stop in points from the start of the line, with a dotted or solid leader if wanted."""

    at: float
    kind: Literal["left", "right", "center"] = "left"
    leader: Leader | None = None

    def markup(self) -> str:
        """The `w:tab` of a tab list."""
        return w("tab", val=self.kind, leader=self.leader, pos=twips(self.at))


@record
class Letters:
    """The appearance of a run: size in points, colour, weight; None means inherited."""

    size: float | None = None
    ink: ThemeColour | None = None
    strong: bool | None = None
    heading: bool = False
    font: str | None = None
    """A font by name instead of the theme's."""

    def markup(self, context: StyleContext, start: str = "", end: str = "") -> str:
        """A `w:rPr`, or an empty string; `start` and `end` are the markup of properties before and after these."""
        size = self.size and round(self.size * 2)
        smaller = self.size and round(self.size * 2 * context.smaller)
        inner = "".join(
            (
                start,
                self._fonts(context),
                flag("b", self.strong),
                flag("bCs", self.strong),
                w("color", val=context.hex(self.ink), **context.shade(self.ink, "themeColor")) if self.ink else "",
                w("sz", val=size) + w("szCs", val=smaller) if size else "",
                end,
            )
        )
        return w("rPr", inner) if inner else ""

    def _fonts(self, context: StyleContext) -> str:
        if self.font:
            return w("rFonts", ascii=self.font, hAnsi=self.font, eastAsia=self.font, cs=self.font)
        return theme_fonts(context, "major") if self.heading else ""


def theme_fonts(context: StyleContext, kind: Literal["major", "minor"]) -> str:
    """The fonts of the theme, with their names for programs that do not read themes."""
    faces = context.faces
    return w(
        "rFonts",
        asciiTheme=f"{kind}HAnsi",
        hAnsiTheme=f"{kind}HAnsi",
        eastAsiaTheme=f"{kind}EastAsia",
        cstheme=f"{kind}Bidi",
        ascii=faces.latin,
        hAnsi=faces.latin,
        eastAsia=faces.east_asian or faces.latin,
        cs=faces.complex or faces.latin,
    )


@record
class ParagraphStyle:
    """A paragraph style, in points; `line` is the distance of baselines, or exactly that if `exact`, else at least."""

    name: str
    letters: Letters = Letters()
    base: str = "Normal"
    following: str | None = None
    before: float | None = None
    after: float | None = None
    line: float | None = None
    exact: bool = False
    indent: float | None = None
    right: float | None = None
    hanging: float = 0
    keep_next: bool | None = None
    keep_lines: bool | None = None
    new_page: bool = False
    borders: tuple[Border, ...] = ()
    fill: ThemeColour | None = None
    tabs: tuple[Tab, ...] = ()
    numbering: int | None = None
    outline: int | None = None
    centred: bool = False
    hyphens: bool | None = None
    """Whether words may be hyphenated, which only narrow columns need."""

    def fixed(self, line: float) -> ParagraphStyle:
        """The style with exact line heights: its own, or `line` points if the height is inherited from Normal."""
        own = line if self.line is None and self.base == "Normal" else self.line
        return replace(self, line=own, exact=True)

    def markup(self, context: StyleContext, order: int) -> str:
        """The `w:style`; `order` is its place in Word's gallery."""
        return w(
            "style",
            w("name", val=self.name),
            w("basedOn", val=style_id(self.base)) if self.name != "Normal" else "",
            w("next", val=style_id(self.following)) if self.following else "",
            w("uiPriority", val=order),
            w("qFormat"),
            self._paragraph(context),
            self.letters.markup(context),
            type="paragraph",
            default=1 if self.name == "Normal" else None,
            customStyle=None if self.name in BUILT_IN else 1,
            styleId=style_id(self.name),
        )

    def _paragraph(self, context: StyleContext) -> str:
        inner = "".join(
            (
                flag("keepNext", self.keep_next),
                flag("keepLines", self.keep_lines),
                w("pageBreakBefore") if self.new_page else "",
                w("numPr", w("numId", val=self.numbering)) if self.numbering else "",
                self._borders(context),
                w(
                    "shd",
                    val="clear",
                    color="auto",
                    fill=context.hex(self.fill),
                    **context.shade(self.fill, "themeFill"),
                )
                if self.fill
                else "",
                w("tabs", *(tab.markup() for tab in self.tabs)) if self.tabs else "",
                "" if self.hyphens is None else flag("suppressAutoHyphens", not self.hyphens),
                w("bidi") if self.name == "Normal" and context.language.rtl else "",
                self._spacing(),
                self._indent(),
                w("jc", val="center") if self.centred else "",
                w("outlineLvl", val=self.outline) if self.outline is not None else "",
            )
        )
        return w("pPr", inner) if inner else ""

    def _borders(self, context: StyleContext) -> str:
        drawn = {side: border for border in self.borders for side in border.sides}
        return w("pBdr", *(drawn[side].on(side, context) for side in _SIDES if side in drawn)) if drawn else ""

    def _spacing(self) -> str:
        values = {
            "before": None if self.before is None else twips(self.before),
            "after": None if self.after is None else twips(self.after),
            "line": None if self.line is None else twips(self.line),
            "lineRule": None if self.line is None else "exact" if self.exact else "atLeast",
        }
        return w("spacing", **values) if any(value is not None for value in values.values()) else ""

    def _indent(self) -> str:
        if self.indent is None and self.right is None:
            return ""
        return w(
            "ind",
            left=None if self.indent is None else twips(self.indent),
            right=None if self.right is None else twips(self.right),
            hanging=None if self.indent is None else twips(self.hanging),
        )


BUILT_IN = frozenset(
    (
        "Normal",
        "Title",
        "Subtitle",
        "heading 1",
        "heading 2",
        "heading 3",
        "Body Text",
        "List Bullet",
        "List Number",
        "header",
        "footer",
        "toc 1",
    )
)


def style_id(name: str) -> str:
    """The id Word gives a style of this name: `heading 1` is Heading1, `Answer Line` AnswerLine."""
    return "".join(word[0].upper() + word[1:] for word in name.split())
