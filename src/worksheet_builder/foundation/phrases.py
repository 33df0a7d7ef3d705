"""Words for people: a Phrase is translatable, a str is not.

A phrase may carry marks: ``*strong*``, ``[words in another language]{tag}`` and ``{slot}``, a place that the tool
fills. A backslash before a mark prints it. Marks stay inside the text through translation and are parsed when the
document is written.
"""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache
from operator import is_not
from typing import Any, NewType, TypeVar

from .languages import SOURCE_LANGUAGE, Language
from .problems import Place
from .records import record

_BETWEEN = " · "
_STAR = re.compile(r"(?<!\\)\*")
_FULL_WIDTH = frozenset("。？！：；，、")
"""Signs that bring their own space after them."""
_STOPS = {
    **dict.fromkeys(("CJK", "HIRAGANA", "KATAKANA"), "。"),
    **dict.fromkeys(("DEVANAGARI", "BENGALI", "GURMUKHI", "ORIYA"), "।"),
    **dict.fromkeys(("THAI", "LAO", "TIBETAN"), ""),
    "ARMENIAN": "։",
    "ETHIOPIC": "።",
    "MYANMAR": "။",
    "KHMER": "។",
}
"""What ends a sentence in scripts that have another sign than a full stop, or none; scripts as in names of letters."""
_SIGNS = re.compile(r"[\\*\[\]{}]")
_MARK = re.compile(
    r"\\(?P<literal>[\\*\[\]{}])"
    r"|(?P<star>\*)"
    r"|\[(?P<part>[^\[\]]*)\]\{(?P<tag>[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)\}"
    r"|\{(?P<slot>[a-z_]+)\}"
)

T = TypeVar("T")

Address = NewType("Address", str)
"""Where a phrase stands: ids and names of fields with dots between them."""


@record
class Span:
    """A stretch of text set alike; `slot` names what the tool fills in, `language` a part in another language."""

    text: str
    strong: bool = False
    language: str | None = None
    slot: str | None = None


@record
class Phrase:
    """A translatable text with its address (ids and field names, dotted), its place, and the language it is in.

    On a sheet in two languages `parallel` is the same phrase in the second; translations are looked up without it.
    """

    text: str
    address: str
    place: Place
    language: str = SOURCE_LANGUAGE
    parallel: Phrase | None = None

    def spans(self) -> tuple[Span, ...]:
        """The text cut at its marks."""
        return parse(self.text)

    def plain(self) -> str:
        """The text without its marks, as a reader sees or hears it; unfilled slots keep their braces."""
        if not marked(self.text):
            return self.text
        return "".join(f"{{{span.slot}}}" if span.slot else span.text for span in self.spans())

    def paragraphs(self) -> tuple[Phrase, ...]:
        """One phrase for each paragraph: a line break in the text ends one.

        Where the parallel text has more of them, the last one carries the rest.
        """
        parts = _paragraphs(self.text)
        parallels = _paragraphs(self.parallel.text) if self.parallel else []
        if len(parallels) > len(parts):
            parallels = [*parallels[: len(parts) - 1], " ".join(parallels[len(parts) - 1 :])]
        said = [dataclasses.replace(self.parallel, text=text) if self.parallel else None for text in parallels]
        said += [None] * (len(parts) - len(said))
        return tuple(
            dataclasses.replace(self, text=part, parallel=parallel) for part, parallel in zip(parts, said, strict=True)
        )

    def fill(self, **values: str | int | Phrase) -> Phrase:
        """The phrase with each named slot replaced; marks inside a value are printed, not interpreted.

        A number is written as the language writes it; a phrase fills the parallel text with its own.
        """

        def put(match: re.Match[str]) -> str:
            slot = match["slot"]
            return self._shown(values[slot]) if slot in values else match[0]

        others = {slot: (it.parallel or it) if isinstance(it, Phrase) else it for slot, it in values.items()}
        parallel = self.parallel.fill(**others) if self.parallel else None
        return Phrase(_MARK.sub(put, self.text), self.address, self.place, self.language, parallel)

    def joined(self) -> Phrase:
        """The phrase and its parallel text as one, for where there is a single line."""
        if self.parallel is None:
            return self
        text = f"{self.text}{_BETWEEN}{within(self.parallel, self.language)}"
        return dataclasses.replace(self, text=text, parallel=None)

    def _shown(self, value: str | int | Phrase) -> str:
        match value:
            case Phrase():
                return escape(value.plain())
            case int():
                return Language.of(self.language).number(value)
            case _:
                return escape(value)


def in_line(first: Phrase, *others: Phrase) -> Phrase:
    """Phrases in one line, with place, address and language of the first; words in another language are marked as such.

    On a sheet in two languages the parallel texts are joined in the same way.
    """
    parts = (first, *others)
    tags = [part.parallel.language for part in parts if part.parallel]
    parallel = None
    if tags:
        second, *more = (dataclasses.replace(part.parallel or part, parallel=None) for part in parts)
        parallel = in_line(dataclasses.replace(second, text=within(second, tags[0]), language=tags[0]), *more)
    text = first.text
    for part in others:
        text += ("" if text.rstrip("*")[-1:] in _FULL_WIDTH else " ") + within(part, first.language)
    return dataclasses.replace(first, text=text, parallel=parallel)


def run_on(strong: Phrase, *others: Phrase, like: Phrase) -> Phrase:
    """Phrases in one line, the first of them strong, with place, address and language of the phrase that it is like.

    Where the first does not end as a sentence does, a full stop parts it from the next.
    """

    def begun(phrase: Phrase, of: Phrase) -> Phrase:
        words = f"*{re.sub(_STAR, '', within(phrase, of.language))}{_stop(phrase)}*"
        return dataclasses.replace(of, text=words, parallel=None)

    first = begun(strong, like)
    if strong.parallel or like.parallel:
        first = dataclasses.replace(
            first, parallel=begun(strong.parallel or strong, like.parallel or strong.parallel or like)
        )
    return in_line(first, *others)


def _stop(phrase: Phrase) -> str:
    """What ends the phrase as a sentence, unless it has a sign at its end, or one before brackets or quotes."""
    words = phrase.plain().rstrip()
    while words and unicodedata.category(words[-1]) in ("Pe", "Pf"):
        words = words[:-1]
    if not words or unicodedata.category(words[-1]) == "Po":
        return ""
    return _STOPS.get(unicodedata.name(words[-1], "").partition(" ")[0], ".")


def within(phrase: Phrase, language: str) -> str:
    """The text as it can stand in the midst of words in a language; in another one it is marked as such."""
    if phrase.language == language:
        return phrase.text
    words = phrase.plain()
    return escape(words) if set("[]") & set(words) else f"[{words}]{{{phrase.language}}}"


def _paragraphs(text: str) -> list[str]:
    return [part for part in (line.strip() for line in text.split("\n")) if part]


def escape(text: str) -> str:
    """The text with every mark made literal."""
    return _SIGNS.sub(r"\\\g<0>", text)


def marked(text: str) -> bool:
    """Whether the text may have marks in it: a look at its signs, which costs less than to parse it."""
    return "*" in text or "{" in text or "[" in text or "\\" in text


@lru_cache(maxsize=8192)
def parse(text: str) -> tuple[Span, ...]:
    """Cut marked text into spans; an unpaired star is printed as it stands."""
    stars = sum(1 for match in _MARK.finditer(text) if match["star"])
    spans: list[Span] = []
    strong, end, buffer = False, 0, ""
    for match in _MARK.finditer(text):
        buffer += text[end : match.start()]
        end = match.end()
        if match["literal"]:
            buffer += match["literal"]
            continue
        if match["star"] and not strong and stars < 2:
            buffer += "*"
            continue
        if buffer:
            spans.append(Span(buffer, strong))
            buffer = ""
        if match["star"]:
            strong, stars = not strong, stars - 1
        elif match["slot"]:
            spans.append(Span(match["slot"], strong, slot=match["slot"]))
        else:
            spans.append(Span(match["part"], strong, match["tag"]))
    buffer += text[end:]
    if buffer:
        spans.append(Span(buffer, strong))
    return tuple(spans)


def marks(text: str) -> tuple[str, ...]:
    """The marks of a text in sorted order, which a translation has to keep."""
    found = (
        "*" if match["star"] else f"{{{match['slot']}}}" if match["slot"] else f"[]{{{match['tag']}}}"
        for match in _MARK.finditer(text)
        if not match["literal"]
    )
    return tuple(sorted(found))


def rephrase(value: T, change: Callable[[Phrase], Phrase]) -> T:
    """The same structure with every phrase in it changed: the one walk that extracts and translates.

    Walks dataclasses, tuples and mappings in the order of their fields, items and keys.
    """
    return _walk(value, change)  # type: ignore[no-any-return]


def phrases_in(value: object) -> tuple[Phrase, ...]:
    """Every phrase in the structure, in the order of `rephrase`."""
    found: list[Phrase] = []

    def note(phrase: Phrase) -> Phrase:
        found.append(phrase)
        return phrase

    rephrase(value, note)
    return tuple(found)


def seal(value: object) -> str:
    """Eight hexadecimal digits over all phrases and their addresses; finds accidental changes, not forged ones."""
    from hashlib import sha256

    said = "\0".join(part for phrase in phrases_in(value) for part in (phrase.address, phrase.text))
    return sha256(said.encode()).hexdigest()[:8]


def paired(value: T, other: T) -> T:
    """The structure with the phrases of its twin in another language as parallel texts; equal words are left out."""
    parallels = iter(phrases_in(other))

    def pair(phrase: Phrase) -> Phrase:
        parallel = next(parallels)
        return phrase if parallel.text == phrase.text else dataclasses.replace(phrase, parallel=parallel)

    return rephrase(value, pair)


def parallels_of(value: T) -> T:
    """The structure in the second language alone, as far as it has one."""
    return rephrase(value, lambda phrase: phrase.parallel or phrase)


def _walk(value: Any, change: Callable[[Phrase], Phrase]) -> Any:
    """The value with its phrases changed; what holds none that has changed stays the same object."""
    if isinstance(value, Phrase):
        return change(value)
    if isinstance(value, tuple):
        items = tuple([_walk(item, change) for item in value])
        return items if any(map(is_not, items, value)) else value
    if names := _names(value.__class__):
        held = [(name, getattr(value, name)) for name in names]
        changed = {name: new for name, old in held if (new := _walk(old, change)) is not old}
        return dataclasses.replace(value, **changed) if changed else value
    if isinstance(value, Mapping):
        return {key: _walk(item, change) for key, item in value.items()}
    return value


@lru_cache(maxsize=512)
def _names(kind: type) -> tuple[str, ...]:
    """The fields of a dataclass in which phrases may stand; other types have none."""
    known = dataclasses.is_dataclass(kind) and not issubclass(kind, Place)
    return tuple(field.name for field in dataclasses.fields(kind)) if known else ()
