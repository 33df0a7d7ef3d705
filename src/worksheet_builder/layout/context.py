"""What composing needs to know: the brand's measures, the language's text setter, and whether fields are wanted."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from ..definitions.practice import Brand
from ..document import Document, Furniture, parts
from ..document.design import MM, Design
from ..foundation.languages import Language
from ..foundation.phrases import Phrase
from ..text import Line, TextStyle, Typesetter
from .bilingual import pair
from .boxes import Column, Slab
from .display_list import Artifact, Mark, Text, moved
from .field_metrics import Typed
from .line_styles import Look, looks, tall
from .tag_tree import Tag

_Set = tuple[str, str, float, bool, bool, float]
"""What lines depend on: text, language, size, weight, evenness and width."""


class Press:
    """Sets phrases of one document in one brand."""

    def __init__(self, document: Document, brand: Brand, other: Press | None = None) -> None:
        """`other` is a press for the same document in closer or wider measures, whose lines can be used again."""
        self.document = document
        self.brand = brand
        self.design: Design = brand.design
        self.palette = brand.palette
        self.furniture: Furniture = document.furniture
        self.rtl = document.language.rtl
        self.fillable = document.setting.fillable
        self.setter: Typesetter = other.setter if other else Typesetter(document.language, brand.font)
        self._set: dict[_Set, tuple[Line, ...]] = other._set if other else {}
        width, height = document.setting.paper.points
        self.page_width, self.page_height = width, height
        self.side = self.design.margins.side * MM
        self.column = Column(0.0, width - 2 * self.side)
        self.pitch = self.design.pitch * MM
        self.leading = self.design.leading * tall(document.language)
        heights = (self.setter.height(TextStyle(1.0, strong)) for strong in (False, True))
        self._looks = looks(self.design.sizes, self.palette, self.leading, *heights)
        self.typed = Typed(self.design.sizes.body, self.pitch)
        self.starts: dict[str, int] = {}
        """The index of the page on which each part of a pack begins, once it is known."""

    def look(self, name: str) -> Look:
        """The look of a role, or of one of the other names in a design."""
        return self._looks[name]

    def title_on(self, page: int) -> Phrase | None:
        """What the head of a page names: in a pack, the sheet that it belongs to, but not where that begins."""
        if self.opens(page):
            return None
        begun = [part.title for part in parts(self.document) if self.starts.get(part.id, page + 1) <= page]
        return begun[-1] if begun else self.document.title

    def opens(self, page: int) -> bool:
        """Whether a part of a pack begins on a page, with its title at the head."""
        return page in self.starts.values()

    def number(self, value: int) -> str:
        """A number as the document's language writes it."""
        return _number(self.document.language, value)

    def lines(
        self, phrase: Phrase, look: Look, column: Column, mark: Mark, keep: bool = False, before: float = 0.0
    ) -> list[Slab]:
        """A paragraph as a slab for each line, no first or last one alone; words with an echo are set as a pair."""
        if phrase.echo:
            return pair(self, phrase, phrase.echo, look, column, mark, keep, before)
        style = look.style
        key = (phrase.text, phrase.language, style.size, style.strong, style.balance, column.width)
        set_ = self._set.get(key)
        if set_ is None:
            set_ = self._set[key] = self.setter.lines(phrase, style, column.width)
        mark = self.spoken(phrase, mark)
        base, x, width, size, colour = look.base, column.x, column.width, style.size, look.colour
        slabs = [
            Slab(look.leading, [Text(x, base, width, line, size, colour, mark)], place=phrase.place) for line in set_
        ]
        if slabs:
            if len(slabs) > 1:
                for slab in slabs if len(slabs) < 4 else (slabs[0], slabs[-2]):
                    slab.keep = True
            slabs[0].before = before
            slabs[-1].keep = keep
        return slabs

    def block(self, phrase: Phrase, look: Look, column: Column, mark: Mark) -> Slab:
        """A paragraph as one slab that is never cut."""
        lines = self.lines(phrase, look, column, mark)
        return lines[0] if len(lines) == 1 else stack(lines)

    def baseline(self, look: Look) -> float:
        """How far below the top of its line the baseline stands."""
        return look.base

    def led(self, phrase: Phrase, look: Look) -> Look:
        """The look with lines as far apart as the script of the words needs them."""
        own, other = (tall(it) for it in (self.document.language, Language.of(phrase.language)))
        more = look.leading * max(0.0, other / own - 1.0)
        return replace(look, leading=look.leading + more, base=look.base + more / 2)

    def spoken(self, phrase: Phrase, mark: Mark) -> Mark:
        """The mark, told which language it holds where that differs from the document's."""
        if isinstance(mark, Tag) and phrase.language != self.document.language.tag and mark.language is None:
            mark.language = phrase.language
        return mark

    def width(self, phrase: Phrase, look: Look) -> float:
        """The width in points of the words unbroken, or of their echo if it is wider."""
        return max(self.setter.width(it, look.style) for it in (phrase, phrase.echo) if it)

    def artifact_line(self, phrase: Phrase, look: Look, x: float, y: float, width: float, end: bool = False) -> Text:
        """A line of page furniture, at the start or the end of its box; `y` is the baseline."""
        line = self.setter.line(phrase.joined(), look.style)
        return self.artifact(line, look, x + width - line.width if end else x, y)

    def artifact(self, line: Line, look: Look, x: float, y: float) -> Text:
        """A line as page furniture, from its own first letter at the start side; `y` is the baseline."""
        return Text(x, y, line.width, line.flush(), look.style.size, look.colour, Artifact.PAGINATION)


def stack(slabs: list[Slab], gap: float = 0.0) -> Slab:
    """Several slabs as one that is never cut."""
    whole = Slab(0.0, before=slabs[0].before if slabs else 0.0, place=slabs[0].place if slabs else None)
    for index, slab in enumerate(slabs):
        if index:
            whole.height += slab.before + gap
        whole.inks += [moved(ink, 0.0, whole.height) for ink in slab.inks]
        whole.height += slab.height
    return whole


@lru_cache(maxsize=1024)
def _number(language: Language, value: int) -> str:
    return language.number(value)
