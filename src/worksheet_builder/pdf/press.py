"""What composing needs to know: the brand's measures, the language's text setter, and whether fields are wanted."""

from __future__ import annotations

from dataclasses import dataclass

from ..colours import Colour
from ..design import MM, Design
from ..document import Document, Furniture, Role
from ..phrases import Phrase
from ..practice import Brand
from ..text import TextStyle, Typesetter
from .ink import Artifact, Mark, Text, moved
from .slabs import Column, Slab
from .tags import Tag


@dataclass(frozen=True, slots=True)
class Look:
    """How a line of text looks: style, colour, and the distance of its baselines in points."""

    style: TextStyle
    colour: Colour
    leading: float


TALL_SCRIPTS = {"Aran": 1.5, "Khmr": 1.18, "Mymr": 1.18, "Thai": 1.08, "Laoo": 1.08, "Arab": 1.1, "Deva": 1.08}
"""How much more room lines need where marks stand above and below the letters."""


class Press:
    """Sets phrases of one document in one brand."""

    def __init__(self, document: Document, brand: Brand) -> None:
        self.document = document
        self.brand = brand
        self.design: Design = brand.design
        self.palette = brand.palette
        self.furniture: Furniture = document.furniture
        self.rtl = document.language.rtl
        self.fillable = document.setting.fillable
        self.setter = Typesetter(document.language, brand.practice.font)
        width, height = document.setting.paper.points
        self.page_width, self.page_height = width, height
        self.side = self.design.margins.side * MM
        self.column = Column(0.0, width - 2 * self.side)
        self.pitch = self.design.pitch * MM
        tall = TALL_SCRIPTS.get(document.language.script, 1.0)
        self.leading = self.design.leading * tall
        self._looks = self._all_looks()

    def look(self, name: str) -> Look:
        """The look of a role, or of one of the other names in a design."""
        return self._looks[name]

    def lines(
        self, phrase: Phrase, look: Look, column: Column, mark: Mark, keep: bool = False, before: float = 0.0
    ) -> list[Slab]:
        """A paragraph as a slab for each line; no first or last line stands alone."""
        set_ = self.setter.lines(phrase, look.style, column.width)
        base = self.baseline(look)
        slabs = [
            Slab(
                look.leading,
                [Text(column.x, base, column.width, line, look.style.size, look.colour, self.spoken(phrase, mark))],
                place=phrase.place,
            )
            for line in set_
        ]
        for slab in (*slabs[:1], *slabs[-2:-1], *(slabs[:-1] if len(slabs) < 4 else ())):
            slab.keep = len(slabs) > 1
        if slabs:
            slabs[0].before = before
            slabs[-1].keep = keep
        return slabs

    def block(self, phrase: Phrase, look: Look, column: Column, mark: Mark) -> Slab:
        """A paragraph as one slab that is never cut."""
        lines = self.lines(phrase, look, column, mark)
        return stack(lines)

    def baseline(self, look: Look) -> float:
        """How far below the top of its line the baseline stands."""
        ascent, descent = self.setter.height(look.style)
        return (look.leading - (ascent - descent)) / 2 + ascent

    def spoken(self, phrase: Phrase, mark: Mark) -> Mark:
        """The mark, told which language it holds where that differs from the document's."""
        if isinstance(mark, Tag) and phrase.language != self.document.language.tag and mark.language is None:
            mark.language = phrase.language
        return mark

    def artifact_line(self, phrase: Phrase, look: Look, x: float, y: float, width: float, end: bool = False) -> Text:
        """A line of page furniture, at the start or the end of its box; `y` is the baseline."""
        line = self.setter.line(phrase, look.style)
        if end:
            x = x + width - line.width
        return Text(x, y, line.width, line, look.style.size, look.colour, Artifact.PAGINATION)

    def _all_looks(self) -> dict[str, Look]:
        sizes, palette, leading = self.design.sizes, self.palette, self.leading

        def look(size: float, colour: Colour, strong: bool = False, tight: float = 1.0, balance: bool = False) -> Look:
            return Look(TextStyle(size, strong, balance), colour, size * max(1.12, leading * tight))

        return {
            "title": look(sizes.title, palette.accent, True, 0.86, True),
            "section": look(sizes.section, palette.accent, True, 0.92, True),
            "subsection": look(sizes.subsection, palette.ink, True, 0.95, True),
            "ink": look(sizes.body, palette.ink),
            "strong": look(sizes.body, palette.ink, True),
            "running": look(sizes.running, palette.quiet),
            "brand": look(sizes.body, palette.accent, True, 0.92),
            Role.BODY: look(sizes.body, palette.ink),
            Role.SUMMARY: look(sizes.body * 1.06, palette.ink),
            Role.META: look(sizes.hint, palette.quiet),
            Role.PROMPT: look(sizes.prompt, palette.ink, True, 0.97),
            Role.HINT: look(sizes.hint, palette.quiet),
            Role.PANEL_HEADING: look(sizes.body, palette.accent, True, 0.97),
            Role.FINE: look(sizes.fine, palette.quiet),
            Role.REFERENCE: look(sizes.fine, palette.ink),
        }


def stack(slabs: list[Slab], gap: float = 0.0) -> Slab:
    """Several slabs as one that is never cut."""
    whole = Slab(0.0, before=slabs[0].before if slabs else 0.0, place=slabs[0].place if slabs else None)
    for index, slab in enumerate(slabs):
        if index:
            whole.height += slab.before + gap
        whole.inks += [moved(ink, 0.0, whole.height) for ink in slab.inks]
        whole.height += slab.height
    return whole
