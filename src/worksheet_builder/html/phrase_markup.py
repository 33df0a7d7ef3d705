"""Phrases as HTML: each part with its language and direction, bold parts, and phone numbers as links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ..document import Document, Paragraph, Role, numbered, walk
from ..foundation.languages import Language, UnknownLanguage
from ..foundation.phrases import Phrase, Span, parse
from ..foundation.records import record
from .elements import Attribute, element, escaped

_GROUPS = re.compile(r"[+(]?[0-9](?:[\s().+/\u00a0\u2010-\u2013-]{0,3}[0-9]){5,}")
"""Digits in groups, as in a telephone number, whose order would be reversed in right-to-left text."""
_SEPARATOR = " · "
"""The separator between the parts of a line of contacts."""


@record
class Dialled:
    """A number that a phone can call or text; `shown` is how it is printed."""

    shown: str
    by_text: bool

    @property
    def digits(self) -> str:
        """The characters that are dialled."""
        return re.sub(r"[^0-9+*#]", "", self.shown)

    @property
    def address(self) -> str:
        """The URI that calls or texts the number (tel: RFC 3966, sms: RFC 5724)."""
        return f"{'sms' if self.by_text else 'tel'}:{self.digits.replace('#', '%23')}"


class TextMessagePattern:
    """Recognises whether a printed number is for text messages or for calls, by the wording of the language."""

    def __init__(self, written: Phrase | None) -> None:
        spans = parse(written.text) if written else ()
        said = "".join(r"(?P<number>[+*#0-9].*?)" if it.slot else re.escape(it.text) for it in spans)
        self._pattern = re.compile(said) if any(it.slot for it in spans) else None

    def dialled(self, words: str) -> Dialled | None:
        """The number if the words are nothing but a number, or the language's wording for one to text; else None."""
        found = self._pattern.fullmatch(words) if self._pattern else None
        if found:
            return Dialled(found["number"], by_text=True)
        return Dialled(words, by_text=False) if re.fullmatch(r"[+*#0-9][0-9\s()/.*#\u2010-\u2013-]*", words) else None


def contacts(document: Document, pattern: TextMessagePattern) -> tuple[Dialled, ...]:
    """The numbers to call or to text in a document's contacts, each once, in order."""
    lines = (it.text for it in walk(document.nodes) if isinstance(it, Paragraph) and it.role is Role.CONTACT)
    found = (_dialled(line, pattern) for line in lines)
    return tuple(dict.fromkeys(it for many in found for it in many))


def _dialled(line: Phrase, pattern: TextMessagePattern) -> Iterator[Dialled]:
    """Yield the number at the start of a line and those to text after it; in other lines, the bold numbers."""
    if parts := numbered(line):
        number, words = parts
        said = [number.plain(), *words.plain().split(_SEPARATOR)]
    else:
        said = [span.text for span in line.spans() if span.strong]
    yield from filter(None, map(pattern.dialled, said))


@record
class PhraseMarkup:
    """Writes the phrases of one document; `calls` maps dialled digits to the numbers of its contacts."""

    language: Language
    calls: Mapping[str, Dialled]
    pattern: TextMessagePattern

    @classmethod
    def of_document(cls, document: Document) -> PhraseMarkup:
        """The writer for the phrases of a document."""
        pattern = TextMessagePattern(document.header_footer.text_number)
        return cls(document.language, {it.digits: it for it in contacts(document, pattern)}, pattern)

    def first(self, wanted: str) -> Dialled | None:
        """The number for one tap: the wanted one if the document has it, else its first, else None."""
        found = self.pattern.dialled(wanted)
        first = next(iter(self.calls.values()), None)
        return self.calls.get(found.digits, first) if found else first

    def both(self, phrase: Phrase) -> str:
        """The phrase, and its parallel text in the second language, if it has one."""
        if phrase.parallel is None:
            return self.of(phrase)
        first = element("span", self.tongue(phrase.language), self._spans(phrase))
        second = element(
            "span", {"class": "second", **self.tongue(phrase.parallel.language)}, self._spans(phrase.parallel)
        )
        return element("span", {"class": "both"}, first, " ", second)

    def of(self, phrase: Phrase) -> str:
        """The phrase alone; in a `span` with its language if that is not the document's."""
        said, tongue = self._spans(phrase), self.tongue(phrase.language)
        return element("span", tongue, said) if tongue else said

    def number(self, number: Phrase) -> str:
        """The number at the start of a line of contacts, as a link."""
        words = number.plain()
        dialled = self.pattern.dialled(words)
        return element("strong", {"class": "number-to-call"}, _link(dialled, words) if dialled else self._words(words))

    def line(self, words: Phrase) -> str:
        """The words of a line of contacts; numbers to text among them are links."""
        parts = words.plain().split(_SEPARATOR)
        found = [self.pattern.dialled(part) for part in parts]
        if words.parallel is not None or not any(found):
            return self.both(words)
        said = (_link(it, part) if it else self._words(part) for it, part in zip(found, parts, strict=True))
        return escaped(_SEPARATOR).join(said)

    def tongue(self, tag: str) -> dict[str, Attribute]:
        """The attributes of words in a language; none where it is the document's own or unknown."""
        own = self.language.tag
        if tag == own or own.startswith(f"{tag}-"):
            return {}
        try:
            other = Language.of(tag)
        except UnknownLanguage:
            return {}
        return {"lang": tag, "dir": "rtl" if other.rtl else "ltr"}

    def _spans(self, phrase: Phrase) -> str:
        if "*" not in phrase.text and "[" not in phrase.text and "{" not in phrase.text and "\\" not in phrase.text:
            return self._words(phrase.text)
        return "".join(map(self._span, phrase.spans()))

    def _span(self, span: Span) -> str:
        if span.slot:
            return escaped(f"{{{span.slot}}}")
        known = self._known(span.text) if span.strong else None
        said = _link(known, span.text) if known else self._words(span.text)
        said = element("strong", {}, said) if span.strong else said
        tongue = self.tongue(span.language) if span.language else {}
        return element("span", tongue, said) if tongue else said

    def _known(self, words: str) -> Dialled | None:
        """The number of the document's contacts that these words are, however its digits are grouped; else None."""
        found = self.pattern.dialled(words)
        return self.calls.get(found.digits) if found else None

    def _words(self, words: str) -> str:
        """Escaped words; in right-to-left text, groups of digits are isolated to keep their order."""
        said = escaped(words).replace("\n", "<br>")
        return _GROUPS.sub(lambda it: apart(it[0]), said) if self.language.rtl else said


def apart(words: str) -> str:
    """Isolate escaped words that are left-to-right in any document, such as a number or a web address."""
    return element("bdi", {"dir": "ltr"}, words)


def _link(dialled: Dialled, words: str) -> str:
    return element("a", {"href": dialled.address}, apart(escaped(words)) if not dialled.by_text else escaped(words))
