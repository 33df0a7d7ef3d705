"""Answer fields in HTML: text boxes that grow with the text, boxes to tick, scales, dates.

No `form` element is around the fields, so nothing can be sent; their names are the addresses of the answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import assert_never

from ..document import Answer, Day, Document, HeaderFooter, Lines, Scale, Ticks, field_names
from ..document.field_labels import field_labels
from ..foundation.languages import Language
from ..foundation.phrases import Phrase
from ..foundation.records import record
from .elements import Attribute, element, escaped
from .phrase_markup import PhraseMarkup

_PRIVATE: dict[str, Attribute] = {"autocomplete": "off", "spellcheck": "false"}
"""Attributes so that the browser suggests no answer to the next reader and sends none to a spelling service."""
_NUMBER = "._crisis"
"""The end of the address of a field for a phone number."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
"""A date as a browser's date field takes it; a prefilled answer in another form gets a text field."""
_LONG_SCALE = 8
"""The span of numbers from which a scale fills the width of a wide page."""


@record
class FieldMarkup:
    """Writes the answer fields of one document; if not `fillable`, only what is printed.

    `begun` are the prefilled answers by field name; `placed` collects the names of those that were written.
    """

    phrases: PhraseMarkup
    language: Language
    header_footer: HeaderFooter
    fillable: bool
    labels: Mapping[str, str]
    """The name of each field for screen readers, by its address."""
    begun: Mapping[str, str] = field(default_factory=dict)
    placed: set[str] = field(default_factory=set)

    @classmethod
    def of_document(cls, document: Document) -> FieldMarkup:
        """The writer for the answers of a document."""
        phrases, fillable = PhraseMarkup.of_document(document), document.output_options.fillable
        labels = field_labels(document)
        return cls(phrases, document.language, document.header_footer, fillable, labels, document.begun)

    def answer(self, answer: Answer) -> str:
        """The markup of an answer of any form."""
        match answer.form:
            case Lines() as lines:
                return self._lines(answer, lines)
            case Ticks() as ticks:
                return self._ticks(answer, ticks)
            case Scale() as scale:
                return self._scale(answer, scale)
            case Day():
                return self._day(answer)
            case _:
                assert_never(answer.form)

    def writing(self, address: str, label: Phrase, count: int = 1) -> str:
        """A text box of `count` lines, which grows with its text; without fields, ruled lines."""
        words = escaped(self._begun(address))
        if not self.fillable:
            rules = (element("span", {"class": "rule"}) for _ in range(count))
            return element("span", {"class": "rules"}, words, *rules)
        dialled = "tel" if address.endswith(_NUMBER) else None
        named: dict[str, Attribute] = {"name": address, "rows": count, "dir": "auto", **self._spoken(address, label)}
        named["inputmode"] = dialled
        placed: dict[str, Attribute] = {"placeholder": self.header_footer.write_here.plain(), **_PRIVATE}
        return element("textarea", {**named, **placed}, words)

    def _begun(self, name: str) -> str:
        """The prefilled answer of a field, empty if there is none; records its name in `placed`."""
        if name in self.begun:
            self.placed.add(name)
        return self.begun.get(name, "")

    def _lines(self, answer: Answer, lines: Lines) -> str:
        box = self.writing(answer.address, answer.label, lines.count)
        if lines.lead is None:
            return box
        return element("label", {"class": "led"}, element("span", {}, self.phrases.both(lines.lead)), " ", box)

    def _ticks(self, answer: Answer, ticks: Ticks) -> str:
        rows = [self._tick(answer, option.key, self.phrases.both(option.text), ticks) for option in ticks.options]
        if ticks.other:
            box = self.writing(field_names.other_words(answer.address), ticks.other)
            tick = self._tick(answer, field_names.OTHER, self.phrases.both(ticks.other), ticks)
            rows.append(element("div", {"class": "other"}, tick, " ", box))
        return self.together(answer, "ticks", *rows)

    def _tick(self, answer: Answer, key: str, words: str, ticks: Ticks) -> str:
        said = element("span", {}, words)
        return element("label", {"class": "tick"}, self._mark(answer, key, many=ticks.many), " ", said)

    def _mark(self, answer: Answer, key: str, *, many: bool) -> str:
        """A tick box or ring; without fields only its outline."""
        checked = bool(self._begun(field_names.mark(answer.address, key)))
        if not self.fillable:
            kind = "box" if many else "ring"
            return element("span", {"class": kind, "aria-hidden": "true"}, ("☒" if many else "●") if checked else "")
        named: dict[str, Attribute] = {"name": field_names.mark(answer.address, key)}
        if not many:
            named = {"name": field_names.choice(answer.address), "value": key}
        return element("input", {"type": "checkbox" if many else "radio", **named, "checked": checked})

    def _scale(self, answer: Answer, scale: Scale) -> str:
        points = self.points(answer, scale.numbers)
        ends = [element("span", {}, self.phrases.both(end)) for end in (scale.low, scale.high) if end]
        under = element("div", {"class": "ends"}, " ".join(ends)) if ends else ""
        long = " long" if scale.highest - scale.lowest >= _LONG_SCALE else ""
        row = element("div", {"class": f"points{long}"}, points)
        return self.together(answer, "scale", row, under, self._word(answer, scale.word) if scale.word else "")

    def points(self, answer: Answer, numbers: Iterable[int]) -> str:
        """The numbers of a scale in an order, each with its ring."""
        return "".join(self._point(answer, number) for number in numbers)

    def _point(self, answer: Answer, number: int) -> str:
        shown = self.language.number(number)
        ring = self._mark(answer, str(number), many=False)
        return element("label", {"class": "point"}, ring, element("span", {"class": "number"}, escaped(shown)))

    def _word(self, answer: Answer, label: Phrase) -> str:
        box = self.writing(field_names.word(answer.address), label)
        return element("label", {"class": "led word"}, element("span", {}, self.phrases.both(label)), " ", box)

    def _day(self, answer: Answer) -> str:
        words = self._begun(answer.address)
        if not self.fillable:
            return element("span", {"class": "rules day"}, escaped(words), element("span", {"class": "rule"}))
        named: dict[str, Attribute] = {
            "type": "date" if not words or _DAY.fullmatch(words) else "text",
            "name": answer.address,
            **self._spoken(answer.address, answer.label),
        }
        return element("input", {**named, "value": words or None, "autocomplete": "off"})

    def together(self, answer: Answer, kind: str, *inside: str) -> str:
        """A group of inputs that answer one question, with the question as its spoken name."""
        return element("fieldset", {"class": kind, **self._spoken(answer.address, answer.label)}, *inside)

    def _spoken(self, address: str, label: Phrase) -> dict[str, Attribute]:
        """The attributes for the name that a screen reader speaks, with its language if it is another."""
        named: dict[str, Attribute] = {"aria-label": self.labels.get(address, label.plain())}
        return {**named, **({"lang": label.language} if self.phrases.tongue(label.language) else {})}
