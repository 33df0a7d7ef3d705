"""Paragraphs shaped and measured in em, ready to be filled into lines of any size and width."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, chain, pairwise
from operator import sub

from ..fonts.faces import Face, open_face, preferred
from ..fonts.families import Family, FontFile, Stack, stack
from ..foundation.languages import Language, UnknownLanguage
from ..foundation.phrases import parse
from ..project.line_rules import line_rules_of
from .fast_words import SCRIPTS, NotPlain, PlainWord, PlainWords
from .line_breaking import SLACK, Measures, graphemes, opportunities
from .runs import Run, StyledPart, embedding, runs, shaping_script, unbroken
from .shaped_paragraph import Draft, ShapedParagraph
from .shaping import SPACES, WORDS_KEPT, Shaper, shaper

Fonts = str | Family | Stack
_SPACE = re.compile(f"[{SPACES}]+")
_DIGIT_GROUPS = re.compile(r"\d\)?[ .]\(?\d")


class ParagraphShaper:
    """Shapes paragraphs in one language with its fonts, and caches them for the life of the process."""

    def __init__(self, language: Language, fonts: Fonts) -> None:
        self.language, self._fonts = language, fonts
        self.stack = fonts if isinstance(fonts, Stack) else stack(language, fonts)
        self._script = shaping_script(language.script)
        self._rules = line_rules_of(language.tag)
        self._kept: dict[tuple[object, ...], ShapedParagraph] = {}
        self._shapers: dict[tuple[str, bool, bool], Shaper] = {}
        self._plain = {
            (strong, after): PlainWords(self.shaper(self._script, strong, False), self._script, after)
            for strong in (False, True)
            for after in ("", " ")
        }

    def primary(self, strong: bool) -> Face:
        """The main face of the language: the first of its font stack, regular or strong."""
        return open_face((self.stack.strong if strong else self.stack.regular)[0])

    def shaper(self, script: str, strong: bool, rtl: bool) -> Shaper:
        """The cached shaper for a script (ISO 15924) in this language; the fonts made for the script come first."""
        found = self._shapers.get((script, strong, rtl))
        if found is None:
            files: tuple[FontFile, ...] = self.stack.strong if strong else self.stack.regular
            found = shaper(preferred(files, script), script, self.language.tag, rtl)
            self._shapers[script, strong, rtl] = found
        return found

    def paragraph(self, text: str, strong: bool, even: bool) -> ShapedParagraph:
        """Shape a text with markup (see `phrases.parse`); `even` prefers line ends between phrases, for headings."""
        key = (text, strong, even)
        made = self._kept.get(key)
        return made or self._keep(key, self._quick(text, strong) or self._full(text, strong, even))

    def narrowed(
        self, paragraph: ShapedParagraph, marked: str, look: tuple[bool, bool], widths: tuple[float, float]
    ) -> ShapedParagraph:
        """The paragraph with more places where a line may end, in each part that is wider than a line.

        First those that UAX #14 allows within phrases, numbers and addresses, then those between graphemes. `look` is
        (strong, even) as for `paragraph`; `widths` are those of a line and of the first line, in em.
        """
        key = (marked, *look, *widths)
        made = self._kept.get(key)
        return made or self._keep(key, self._narrowed(paragraph, marked, look[0], widths))

    def _keep(self, key: tuple[object, ...], made: ShapedParagraph) -> ShapedParagraph:
        if len(self._kept) >= WORDS_KEPT:
            self._kept.clear()
        self._kept[key] = made
        return made

    def _quick(self, text: str, strong: bool) -> ShapedParagraph | None:
        """The paragraph if all its words are plain and one space apart, else None."""
        if self._script not in SCRIPTS or _DIGIT_GROUPS.search(text):
            return None
        if "*" in text:
            return self._quick_with_strong(text, strong)
        *before, last = text.split(" ")
        try:
            words = [*chain.from_iterable(map(self._plain[strong, " "].__getitem__, before))]
            words += self._plain[strong, ""][last]
        except NotPlain:
            return None
        parts, advances, hangs = zip(*words, strict=True)
        widths = [*accumulate(advances)]
        visible, edges = [*map(sub, widths, hangs)], [0.0, *widths]
        stops: Sequence[int] = range(1, len(words) + 1)
        widest = max(advances)
        held = self._held(text)
        if held:
            ends = accumulate(len(part.text) for part in parts)
            stops = [at for at, end in enumerate(ends, 1) if end not in held]
            widths, visible = ([row[at - 1] for at in stops] for row in (widths, visible))
            widest = max(end - start for start, end in pairwise((0.0, *widths)))
        measures = Measures(widths, visible, frozenset(), True)
        return ShapedParagraph(False, [*parts], None, None, edges, stops, measures, widest, "", plain=True)

    def _quick_with_strong(self, marked: str, strong: bool) -> ShapedParagraph | None:
        """As `_quick`, for a text in which some words are marked as strong and nothing else is marked."""
        spans = parse(marked)
        said = "".join([span.text for span in spans])
        if any(span.slot or span.language for span in spans) or self._held(said) or _DIGIT_GROUPS.search(said):
            return None
        try:
            words = [*self._words_of([(span.text, strong or span.strong) for span in spans])]
        except NotPlain:
            return None
        edges = [*accumulate((advance for (_, advance, _), _ in words), initial=0.0)]
        stops = [at for at, (_, ends) in enumerate(words, 1) if ends]
        widths = [edges[stop] for stop in stops]
        visible = [edges[stop] - words[stop - 1][0][2] for stop in stops]
        widest = max(map(sub, visible, (0.0, *widths)))
        parts, measures = [part for (part, _, _), _ in words], Measures(widths, visible, frozenset(), True)
        return ShapedParagraph(False, parts, None, None, edges, stops, measures, widest, "")

    def _words_of(self, spans: Sequence[tuple[str, bool]]) -> Iterator[tuple[PlainWord, bool]]:
        """Yield the plain words of spans (text, strong), and whether a line may end after each; raises NotPlain.

        If a span begins with a space, a line may end after that space, and not after the word before it.
        """
        closed = False
        for at, (said, strong) in enumerate(spans):
            *before, last = said.split(" ")
            opened = at > 0 and before[:1] == [""]
            if at and opened == closed:
                raise NotPlain(said)
            if opened:
                yield self._plain[strong, " "].space, True
            for letters in before[opened:]:
                yield from ((word, True) for word in self._plain[strong, " "][letters])
            if last:
                *pieces, end = self._plain[strong, ""][last]
                yield from ((word, True) for word in pieces)
                yield end, at == len(spans) - 1
            closed = not last
        if closed:
            raise NotPlain("")

    def _held(self, text: str) -> set[int]:
        """The indexes in the text at which this language allows no line end although UAX #14 does (see `LineRules`)."""
        return {found.end() for pattern in self._rules.holding for found in pattern.finditer(text)}

    def _full(self, marked: str, strong: bool, even: bool) -> ShapedParagraph:
        """Shape any text with markup, with the line breaks that ICU finds."""
        text, parts = self._parts(marked, strong)
        phrases = even or self._rules.whole_phrases == "always"
        ends = opportunities(text, self.language.tag, phrases) if text else []
        inside = {place for start, end in unbroken(text) for place in range(start + 1, end)}
        inside.update(self._held(text))
        return self._shaped_paragraph(text, parts, [end for end in ends if end not in inside])

    def _parts(self, marked: str, strong: bool) -> tuple[str, list[StyledPart]]:
        """The text without its markup, and a styled part for each span that is not empty."""
        text, parts = "", []
        for span in parse(marked):
            shown = f"{{{span.slot}}}" if span.slot else span.text
            tag = span.language if span.language != self.language.tag else None
            language = self._in(tag).language
            script = shaping_script(language.script)
            parts.append(
                StyledPart(len(text), len(text) + len(shown), strong or span.strong, tag, script, language.rtl)
            )
            text += shown
        return text, [part for part in parts if part.end > part.start]

    def _in(self, tag: str | None) -> ParagraphShaper:
        """The shaper for a part with a language tag; this shaper for None and for a tag that CLDR does not know."""
        try:
            return (
                paragraph_shaper(Language.of(tag), "noto-sans" if isinstance(self._fonts, Stack) else self._fonts)
                if tag
                else self
            )
        except UnknownLanguage:
            return self

    def _shaped_paragraph(self, text: str, parts: list[StyledPart], ends: Sequence[int]) -> ShapedParagraph:
        """Shape the text cut at its runs and at `ends`, where lines may end."""
        found = embedding(text, parts, self.language.rtl)
        draft = Draft(frozenset(ends))
        cuts = sorted({*ends, *_spaces(text)} if found else ends)
        for run in runs(text, parts, found):
            shaped_by = self._in(run.language).shaper(run.script, run.strong, bool(run.level & 1))
            for start, end in pairwise(
                (run.start, *cuts[bisect_right(cuts, run.start) : bisect_left(cuts, run.end)], run.end)
            ):
                draft.add(shaped_by.word(text[start:end]), text[start:end], end, run)
        return draft.paragraph(self.language.rtl, found is not None)

    def _narrowed(
        self, paragraph: ShapedParagraph, marked: str, strong: bool, widths: tuple[float, float]
    ) -> ShapedParagraph:
        text, parts = self._parts(marked, strong)
        for finer in (opportunities(text, self.language.tag, False), list(accumulate(map(len, graphemes(text))))):
            ends = paragraph.ends()
            cuts = [*self._cuts(text, parts, _overlong(paragraph, ends, widths), finer)]
            paragraph = self._shaped_paragraph(text, parts, sorted({*ends, *cuts})) if cuts else paragraph
        return paragraph

    def _cuts(
        self, text: str, parts: list[StyledPart], overlong: Iterable[tuple[int, int, float, float]], finer: list[int]
    ) -> Iterator[int]:
        """Yield the indexes at which parts wider than a line are cut, each piece as long as a line allows.

        Widths are those of whole pieces, not sums of letters: letters keep their joins and their kerning.
        """
        made = [*runs(text, parts, embedding(text, parts, self.language.rtl))]
        for start, end, room, next_room in overlong:
            at, places = start, finer[bisect_right(finer, start) : bisect_left(finer, end)]
            while places and self._width(text, made, at, end) > room + SLACK:
                last = bisect_right(places, room + SLACK, key=lambda place: self._width(text, made, at, place))
                at, room = places[max(last - 1, 0)], next_room
                places = places[max(last, 1) :]
                yield at

    def _width(self, text: str, made: Sequence[Run], start: int, end: int) -> float:
        """The width in em of `text[start:end]` on a line of its own, without its trailing space."""
        words = [
            self._in(run.language)
            .shaper(run.script, run.strong, bool(run.level & 1))
            .word(text[max(start, run.start) : min(end, run.end)])
            for run in made
            if run.start < end and run.end > start
        ]
        return sum(word.advance for word in words) - words[-1].hang


def _spaces(text: str) -> Iterable[int]:
    """Yield where white space begins and ends: in bidirectional text it has its own level at a line's end (L1)."""
    return (place for match in _SPACE.finditer(text) for place in match.span())


def _overlong(
    paragraph: ShapedParagraph, ends: Sequence[int], widths: tuple[float, float]
) -> Iterator[tuple[int, int, float, float]]:
    """Yield each part wider than its line: start and end in the text, width of that and of the next lines in em."""
    start, base = 0, 0.0
    for end, width, visible in zip(ends, paragraph.measures.widths, paragraph.measures.visible, strict=True):
        room = min(widths) if start == 0 else widths[0]
        if visible - base > room + SLACK:
            yield start, end, room, widths[0]
        start, base = end, width


@lru_cache(maxsize=512)
def paragraph_shaper(language: Language, fonts: Fonts) -> ParagraphShaper:
    """The cached paragraph shaper for a language and its fonts; raises Refused where a font is not installed."""
    return ParagraphShaper(language, fonts)
