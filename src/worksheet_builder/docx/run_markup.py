"""A phrase as runs of text, each part in its own language and direction."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from ..document.address_targets import addresses, target_of
from ..fonts.script_measures import COMPLEX, EAST_ASIAN
from ..foundation.languages import Language, UnknownLanguage
from ..foundation.phrases import Phrase, Span
from ..ooxml.anchor_names import anchor_name
from ..ooxml.markup import text, w
from ..project.line_rules import ONE_LETTER, line_rules_of
from .style_context import StyleContext, territory_tag
from .typefaces import Typefaces

_NUMBERS = re.compile(r"[+(]?[0-9](?:[\s().+/\u2010-\u2013-]{0,3}[0-9]){5,}")
"""Digits in groups, as in a telephone number, whose order would be reversed in right-to-left text."""
_BREAK = w("r", w("br"))
_FIRST_BOOKMARK = 1000
"""Bookmarks of phrases are numbered from here, apart from those where the sheets of a pack begin."""
_LEFT_TO_RIGHT, _RIGHT_TO_LEFT = "\u200e", "\u200f"
"""Invisible direction marks around text of the other direction: all programs support them, but few support isolates."""


class Runs:
    """Makes the runs of one handout.

    Phrases whose address is in `anchors` get bookmarks, by which they are found again in an edited file. `like` are
    runs of the same handout in another context; their markup is reused, since it does not depend on sizes.
    """

    def __init__(
        self, context: StyleContext, anchors: frozenset[str] = frozenset(), *, like: Runs | None = None
    ) -> None:
        self.context = context
        self._anchors, self._anchored = anchors, Counter[str]()
        self._written: dict[tuple[str, str], str] = like._written if like else {}

    def of(self, phrase: Phrase, fields: Mapping[str, str] | None = None) -> str:
        """The runs of a phrase; `fields` gives the field code of a slot, such as PAGE."""
        key = (phrase.text, phrase.language)
        written = None if fields else self._written.get(key)
        if written is None:
            outer = self._foreign(phrase.language) or self._guest(phrase.plain())
            written = "".join([self._span(span, outer, fields or {}) for span in phrase.spans()])
            if not fields:
                self._written[key] = written
        return self._bookmarked(phrase, written)

    def _bookmarked(self, phrase: Phrase, runs: str) -> str:
        """The runs between the ends of a bookmark; each paragraph of a phrase has one of its own."""
        if phrase.address not in self._anchors or phrase.language != self.context.language.tag:
            return runs
        self._anchored[phrase.address] += 1
        number = _FIRST_BOOKMARK + self._anchored.total()
        name = anchor_name(phrase.address, self._anchored[phrase.address])
        return w("bookmarkStart", id=number, name=name) + runs + w("bookmarkEnd", id=number)

    def both(self, phrase: Phrase, between: str = _BREAK) -> str:
        """The runs of a phrase and of its translation, with `between`, a line break by default, between them."""
        parallel = phrase.parallel
        if parallel is None:
            return self.of(phrase)
        outer, quiet = self._foreign(parallel.language), w("rStyle", val="EchoWords")
        said = "".join(self._span(span, outer, {}, quiet) for span in parallel.spans())
        return self.of(phrase) + between + said

    def number(self, phrase: Phrase) -> str:
        """The runs of a contact number, larger and bold."""
        large = w("rStyle", val="ContactNumber")
        return self._linked(phrase.plain(), lambda part: "".join(self._pieces(part, large)))

    def turned(self, phrase: Phrase) -> bool | None:
        """Whether a paragraph of these words is right-to-left; None if its direction is that of the handout."""
        foreign = self._foreign(phrase.language)
        return foreign.rtl if foreign and foreign.rtl != self.context.language.rtl else None

    def plain(self, words: str, *, strong: bool = False) -> str:
        """Words in the language of the handout."""
        return self._span(Span(words, strong), None, {})

    def apart(self, words: str) -> str:
        """Words that read from left to right in any handout, such as a web address."""
        if not self.context.language.rtl:
            return self._linked(words, lambda part: self.run(part) if part else "")
        return self._linked(words, lambda part: self._turned(part, "", rtl=False) if part else "")

    def run(
        self, words: str, properties: str = "", *, rtl: bool | None = None, language: Language | None = None
    ) -> str:
        """One run: the given `properties`, then its direction, then its language if that is not the handout's."""
        script = (language or self.context.language).script
        inner = properties + self._direction(rtl, script) + (self._named(language) if language else "")
        return w("r", w("rPr", inner) if inner else "", text(words))

    def field(self, code: str, language: Language | None = None) -> str:
        """A field that Word updates; `language` is that of the words around it, if not the handout's."""
        return w("fldSimple", self.run("1", rtl=language.rtl if language else None), instr=f" {code} ")

    def _span(self, span: Span, outer: Language | None, fields: Mapping[str, str], otherwise: str = "") -> str:
        if span.slot:
            return self.field(fields[span.slot], outer) if span.slot in fields else self.plain(f"{{{span.slot}}}")
        foreign = self._foreign(span.language) if span.language else outer
        words = held_together(span.text, foreign or self.context.language)
        strong = w("rStyle", val="Strong") if span.strong else otherwise
        if foreign:
            return self._linked(words, lambda part: self._in(foreign, part, strong))
        return self._linked(words, lambda part: "".join(self._pieces(part, strong)))

    @staticmethod
    def _linked(words: str, runs: Callable[[str], str]) -> str:
        """The runs of the words, with web, mail and phone addresses as hyperlinks."""
        found, end = [], 0
        for match in addresses(words):
            if target := target_of(match):
                found += [runs(words[end : match.start()]), link(target, match[0], runs(match[0]))]
                end = match.end()
        return "".join([*found, runs(words[end:])])

    def _pieces(self, words: str, strong: str) -> Iterator[str]:
        """The runs of words; in right-to-left text, digit groups are left-to-right runs, to keep their order."""
        end = 0
        for match in _NUMBERS.finditer(words) if self.context.language.rtl else ():
            if match.start() > end:
                yield self.run(words[end : match.start()], strong)
            yield self._turned(match[0], strong, rtl=False)
            end = match.end()
        if end < len(words):
            yield self.run(words[end:], strong)

    def _in(self, language: Language, words: str, strong: str) -> str:
        """Runs in another language, with its tag (for spelling and speech), direction, and font if it needs one."""
        if not words:
            return ""
        properties = strong + self._fonts(language)
        if language.rtl == self.context.language.rtl:
            return self.run(words, properties, language=language)
        return self._turned(words, properties, rtl=language.rtl, language=language)

    def _turned(self, words: str, properties: str, *, rtl: bool, language: Language | None = None) -> str:
        """A run against the direction of the handout, with direction marks that separate it from its neighbours."""
        mark = _RIGHT_TO_LEFT if rtl else _LEFT_TO_RIGHT
        return self.run(f"{mark}{words}{mark}", properties, rtl=rtl, language=language)

    def _direction(self, rtl: bool | None, script: str) -> str:
        """The direction property; for left-to-right complex scripts, the property that selects their font and size."""
        own = self.context.language.rtl
        if rtl is None or rtl == own:
            return w("rtl") if own else w("cs") if script in COMPLEX else ""
        return w("rtl") if rtl else w("rtl", val=0)

    def _fonts(self, language: Language) -> str:
        if language.script in (self.context.language.script, "Latn"):
            return ""
        faces = Typefaces.of(language, self.context.family)
        name = faces.complex or faces.east_asian or faces.latin
        return w("rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name)

    def _foreign(self, tag: str) -> Language | None:
        """The language of a tag; None if it is the handout's own or unknown."""
        own = self.context.language.tag
        if tag == own or own.startswith(f"{tag}-"):
            return None
        try:
            return Language.of(tag)
        except UnknownLanguage:
            return None

    def _guest(self, words: str) -> Language | None:
        """The language of words in Latin letters only, such as the practice's name, in a handout of another script."""
        if self.context.language.script == "Latn":
            return None
        letters = [char for char in words if char.isalpha()]
        latin = bool(letters) and all(unicodedata.name(char, "").startswith("LATIN") for char in letters)
        return self.context.guest if latin else None

    def _named(self, language: Language) -> str:
        tag = territory_tag(language, self.context.country)
        if language.script in COMPLEX:
            return w("lang", bidi=tag)
        return w("lang", val=tag, eastAsia=tag if language.script in EAST_ASIAN else None)


def link(target: str, said: str, runs: str) -> str:
    """Runs as a HYPERLINK field to an address, with `said` as its description."""
    quoted = target.replace('"', "%22"), said.replace('"', "”")
    return w("fldSimple", runs, instr=' HYPERLINK "{}" \\o "{}" '.format(*quoted))


def held_together(words: str, language: Language) -> str:
    """The words, with no-break spaces after words of one letter if the language keeps those with the next word."""
    if not line_rules_of(language.tag).one_letter_words_stay:
        return words
    return ONE_LETTER.sub(lambda match: f"{match[0][:-1]}\u00a0", words)
