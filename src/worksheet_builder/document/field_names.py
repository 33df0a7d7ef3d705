"""The names of the form fields of an answer, made from its address; every format and every test takes them from here.

An answer with one field has its address as the name. If it has several, each name is the address, a dot and a key, so
that no name is both that of a field and the parent of others. Keys added by the tool begin with `_`, which no id of an
author does: no two fields have the same name, whatever the options of a list are called.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from .nodes import Answer, Day, Lines, Scale, Ticks

OTHER = "_other"
"""The key of the last box of a list, for something else."""


def mark(address: str, key: str | int) -> str:
    """The name of one check box or radio button that is a separate field, by the key of its option or its number."""
    return f"{address}.{key}"


def choice(address: str) -> str:
    """The name that the radio buttons of an answer share, in formats that have radio groups."""
    return f"{address}._choice"


def other_words(address: str) -> str:
    """The name of the writing line beside the last box of a list, for something else."""
    return f"{address}._other-text"


def word(address: str) -> str:
    """The name of the writing line for a word in place of a number of a scale."""
    return f"{address}._word"


def field_names(answer: Answer, *, grouped: bool) -> Iterator[str]:
    """The name of each box, button and line of an answer, in order; with `grouped`, radio buttons repeat one name."""
    address = answer.address
    match answer.form:
        case Lines() | Day():
            yield address
        case Ticks() as ticks:
            keys = [option.key for option in ticks.options] + ([OTHER] if ticks.other else [])
            yield from (choice(address) if grouped and not ticks.many else mark(address, key) for key in keys)
            if ticks.other:
                yield other_words(address)
        case Scale() as scale:
            yield from (choice(address) if grouped else mark(address, number) for number in scale.numbers)
            if scale.word:
                yield word(address)
        case _:
            assert_never(answer.form)
