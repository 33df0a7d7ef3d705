"""Fill in fields for one client in advance: answers by address, checked against the fields of the document.

No message here quotes an answer: answers belong to the client.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import assert_never

from ..document import Answer, Day, Document, Lines, Scale, Ticks, field_names
from ..document.traversal import answers as answers_in
from ..foundation.phrases import Address, Phrase
from ..foundation.problems import Problem, refuse_if
from ..project.library import unknown

MARKED = "x"
"""The value of a ticked box or a chosen number."""


def begun(document: Document, answers: Mapping[Address, Phrase]) -> Document:
    """The document with the answers filled in; raises Refused for an address that is no field, or a wrong option."""
    fields = {answer.address: answer for answer in answers_in(document)}
    problems: list[Problem] = []
    found: dict[str, str] = {}
    for name, words in answers.items():
        address = name if name.startswith(f"{document.id}.") else f"{document.id}.{name}"
        text = "\n".join(paragraph.plain() for paragraph in words.paragraphs())
        filled = _filled(fields, address, text)
        if filled is None:
            known = [it.removeprefix(f"{document.id}.") for it in _names(fields)]
            problems.append(_unknown(name, known, words))
        else:
            problems += [Problem(words.place, *it) for it in _wrong(fields, address, filled)]
            found |= filled
    refuse_if(problems)
    return replace(document, begun=found)


def _names(fields: Mapping[str, Answer]) -> Iterator[str]:
    """The addresses of all that can be filled in: fields, their options, and the text fields beside options."""
    for address, answer in fields.items():
        yield address
        match answer.form:
            case Ticks(options, _, other):
                yield from (field_names.mark(address, option.key) for option in options)
                yield from (field_names.other_words(address) for _ in filter(None, (other,)))
            case Scale(word=word):
                yield from (field_names.word(address) for _ in filter(None, (word,)))
            case Lines() | Day():
                pass
            case _:
                assert_never(answer.form)


def _filled(fields: Mapping[str, Answer], address: str, text: str) -> dict[str, str] | None:
    """The values that an answer sets, by the address of the field; None if there is no such field."""
    if address in fields:
        match fields[address].form:
            case Lines() | Day():
                return {address: text}
            case Ticks() | Scale():
                return {field_names.mark(address, key): MARKED for key in re.split(r"[\s,]+", text.strip())}
            case other:
                assert_never(other)
    if address not in set(_names(fields)):
        return None
    above = address.rpartition(".")[0]
    return {address: text if address in (field_names.other_words(above), field_names.word(above)) else MARKED}


def _wrong(fields: Mapping[str, Answer], address: str, filled: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Sentence and hint for an option that does not exist, and for several options where only one is allowed."""
    answer = fields.get(address)
    if answer is None or isinstance(answer.form, Lines | Day):
        return
    keys = _keys(answer)
    if not all(name.removeprefix(f"{address}.") in keys for name in filled):
        yield f"‘{address}’ has no such answer.", f"Choose from: {', '.join(keys)}."
    one = isinstance(answer.form, Scale) or (isinstance(answer.form, Ticks) and not answer.form.many)
    if one and len(filled) > 1:
        yield f"‘{address}’ takes one answer.", f"Keep one of: {', '.join(keys)}."


def _keys(answer: Answer) -> list[str]:
    match answer.form:
        case Ticks(options, _, other):
            return [*(option.key for option in options), *([field_names.OTHER] if other else [])]
        case Scale(lowest, highest):
            return [str(number) for number in range(lowest, highest + 1)]
        case _:
            return []


def _unknown(name: str, known: list[str], words: Phrase) -> Problem:
    problem = unknown(name, known, "field", "show WORKSHEET", words.place)
    hint = problem.hint if problem.hint.startswith("Did") else f"Fields are: {', '.join(known)}."
    return replace(problem, hint=hint)
