"""Translatable texts (Phrase) with their markup; a text that is a str is not translated.

A phrase may contain marks: ``*strong*``, ``[words in another language]{tag}`` and ``{slot}``, a name that the tool
replaces by a value. A backslash before a mark prints it. Marks stay in the text through translation and are parsed when
the document is written.
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
"""Full-width punctuation, after which no space is set."""
_STOPS = {
    **dict.fromkeys(("CJK", "HIRAGANA", "KATAKANA"), "。"),
    **dict.fromkeys(("DEVANAGARI", "BENGALI", "GURMUKHI", "ORIYA"), "।"),
    **dict.fromkeys(("THAI", "LAO", "TIBETAN"), ""),
    "ARMENIAN": "։",
    "ETHIOPIC": "።",
    "MYANMAR": "။",
    "KHMER": "។",
}
"""The full stop of scripts that have another one, or none; by the first word of the Unicode names of their letters."""
_SIGNS = re.compile(r"[\\*\[\]{}]")
_MARK = re.compile(
    r"\\(?P<literal>[\\*\[\]{}])"
    r"|(?P<star>\*)"
    r"|\[(?P<part>[^\[\]]*)\]\{(?P<tag>[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)\}"
    r"|\{(?P<slot>[a-z_]+)\}"
)

T = TypeVar("T")

Address = NewType("Address", str)
"""The address of a phrase: ids and names of fields, joined by dots."""


@record
class Span:
    """A part of a text in one style; `slot` is the name of a value to fill in, `language` the tag of a foreign part."""

    text: str
    strong: bool = False
    language: str | None = None
    slot: str | None = None


@record
class Phrase:
    """A translatable text with its address, its place in a file, and the tag of its language.

    On a sheet in two languages `parallel` is the same phrase in the second; it plays no part in finding translations.
    """

    text: str
    address: str
    place: Place
    language: str = SOURCE_LANGUAGE
    parallel: Phrase | None = None

    def spans(self) -> tuple[Span, ...]:
        """The text split into spans at its marks."""
        return parse(self.text)

    def plain(self) -> str:
        """The text without its marks, as a reader sees or hears it; unfilled slots keep their braces."""
        if not marked(self.text):
            return self.text
        return "".join(f"{{{span.slot}}}" if span.slot else span.text for span in self.spans())

    def paragraphs(self) -> tuple[Phrase, ...]:
        """One phrase for each paragraph: a line break in the text ends a paragraph.

        If the parallel text has more paragraphs, the last phrase carries the rest of them.
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

        A number is written in the digits of the language; a phrase fills the parallel text with its own parallel text.
        """

        def put(match: re.Match[str]) -> str:
            slot = match["slot"]
            return self._shown(values[slot]) if slot in values else match[0]

        others = {slot: (it.parallel or it) if isinstance(it, Phrase) else it for slot, it in values.items()}
        parallel = self.parallel.fill(**others) if self.parallel else None
        return Phrase(_MARK.sub(put, self.text), self.address, self.place, self.language, parallel)

    def joined(self) -> Phrase:
        """The phrase with its parallel text behind it in the same line, for places with room for a single line."""
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
    """Join phrases into one line with place, address and language of the first; others are marked with their language.

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
    """Join phrases into one line, the first of them strong, with the place, address and language of `like`.

    If the first phrase does not end with punctuation, a full stop of its script is added.
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
    """The full stop to add to a phrase; empty if punctuation ends it, also before closing brackets or quotes."""
    words = phrase.plain().rstrip()
    while words and unicodedata.category(words[-1]) in ("Pe", "Pf"):
        words = words[:-1]
    if not words or unicodedata.category(words[-1]) == "Po":
        return ""
    return _STOPS.get(unicodedata.name(words[-1], "").partition(" ")[0], ".")


def within(phrase: Phrase, language: str) -> str:
    """The phrase's text for use in a text in `language`: with its own tag if it differs (not if it has brackets)."""
    if phrase.language == language:
        return phrase.text
    words = phrase.plain()
    return escape(words) if set("[]") & set(words) else f"[{words}]{{{phrase.language}}}"


def _paragraphs(text: str) -> list[str]:
    return [part for part in (line.strip() for line in text.split("\n")) if part]


def escape(text: str) -> str:
    """The text with a backslash before every character that could be a mark."""
    return _SIGNS.sub(r"\\\g<0>", text)


def marked(text: str) -> bool:
    """Whether the text may contain marks: a test of its characters, which costs less than parsing."""
    return "*" in text or "{" in text or "[" in text or "\\" in text


@lru_cache(maxsize=8192)
def parse(text: str) -> tuple[Span, ...]:
    """Split a text with marks into spans; a star without a partner is printed."""
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
    """The marks of a text, sorted; a translation must have the same."""
    found = (
        "*" if match["star"] else f"{{{match['slot']}}}" if match["slot"] else f"[]{{{match['tag']}}}"
        for match in _MARK.finditer(text)
        if not match["literal"]
    )
    return tuple(sorted(found))


def rephrase(value: T, change: Callable[[Phrase], Phrase]) -> T:
    """The structure with `change` applied to every phrase in it: used to extract texts and to translate them.

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
    """A hash of all phrases and addresses (8 hexadecimal digits of SHA-256): finds accidental changes, not forgery."""
    from hashlib import sha256

    said = "\0".join(part for phrase in phrases_in(value) for part in (phrase.address, phrase.text))
    return sha256(said.encode()).hexdigest()[:8]


def paired(value: T, other: T) -> T:
    """The structure with the phrases of `other`, its translation, as parallel texts; none where the texts are equal."""
    parallels = iter(phrases_in(other))

    def pair(phrase: Phrase) -> Phrase:
        parallel = next(parallels)
        return phrase if parallel.text == phrase.text else dataclasses.replace(phrase, parallel=parallel)

    return rephrase(value, pair)


def parallels_of(value: T) -> T:
    """The structure with each phrase replaced by its parallel text, if it has one."""
    return rephrase(value, lambda phrase: phrase.parallel or phrase)


def _walk(value: Any, change: Callable[[Phrase], Phrase]) -> Any:
    """The value with its phrases changed; tuples and dataclasses without a change are not copied, mappings are."""
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
    """The names of the fields of a dataclass that may contain phrases; empty for other types and for Place."""
    known = dataclasses.is_dataclass(kind) and not issubclass(kind, Place)
    return tuple(field.name for field in dataclasses.fields(kind)) if known else ()
