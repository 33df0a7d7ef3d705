"""A paragraph shaped and measured in em, and the draft that builds it word by word."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from ..foundation.records import open_record
from .line_breaking import Measures
from .runs import Run
from .shaping import SPACES, Shaped, Word

_LINE_ENDS = ("\n", "\v", "\f", "\r", "\x85", "\u2028", "\u2029")


@open_record(eq=False)
class ShapedParagraph:
    """Shaped parts in logical order, with the embedding level and the language of each.

    `levels` is None if all are left to right, `languages` if all are in that of the paragraph; `plain` as in `Line`.
    `edges` are the widths in em before each part and after the last; `stops` is, for each place where a line may end,
    the number of parts before it; `widest` is the greatest width in em between two stops; `missing` are the characters
    that no font has.
    """

    rtl: bool
    parts: list[Shaped]
    levels: list[int] | None
    languages: list[str | None] | None
    edges: list[float]
    stops: Sequence[int]
    measures: Measures
    widest: float
    missing: str
    plain: bool = False

    def ends(self) -> list[int]:
        """The indexes in the text where lines may end."""
        offsets = list(accumulate((len(part.text) for part in self.parts), initial=0))
        return [offsets[stop] for stop in self.stops]


class Draft:
    """Builds a shaped paragraph from words; `ends` are the indexes in the text where lines may end."""

    def __init__(self, ends: frozenset[int]) -> None:
        self._ends = ends
        self._parts: list[Shaped] = []
        self._levels: list[int] = []
        self._languages: list[str | None] = []
        self._edges = [0.0]
        self._stops: list[int] = []
        self._visible: list[float] = []
        self._hard: set[int] = set()
        self._hang, self._missing, self._ascending = 0.0, "", True

    def add(self, word: Word, text: str, end: int, run: Run) -> None:
        """Add the shaped word of `text`, which is part of `run` and ends at the index `end` of the paragraph."""
        count = len(word.parts)
        self._parts += word.parts
        self._levels += [run.level] * count
        self._languages += [run.language] * count
        for part in word.parts:
            self._edges.append(self._edges[-1] + part.advance / part.face.upem)
        self._hang = word.hang + (self._hang if not text.strip(SPACES) else 0.0)
        self._missing += word.missing
        self._ascending = self._ascending and word.hang >= 0
        if end in self._ends:
            self._visible.append(self._edges[-1] - self._hang)
            self._stops.append(len(self._parts))
            if text.endswith(_LINE_ENDS):
                self._hard.add(len(self._stops))

    def paragraph(self, rtl: bool, bidi: bool) -> ShapedParagraph:
        """The paragraph of all words added so far; without `bidi` all are left to right."""
        widths = [self._edges[stop] for stop in self._stops]
        measures = Measures(widths, self._visible, frozenset(self._hard), self._ascending)
        widest = max((end - start for start, end in zip((0.0, *widths), self._visible, strict=False)), default=0.0)
        levels = self._levels if bidi else None
        languages = self._languages if any(self._languages) else None
        missing = "".join(dict.fromkeys(self._missing))
        return ShapedParagraph(rtl, self._parts, levels, languages, self._edges, self._stops, measures, widest, missing)
