"""The names of the fields of an answer, made from its address; every format and every test asks here.

An answer of one field has its address for a name. The fields of any other hang under its address, so that no field is
both a field and what others hang under. What the tool names begins with `_`, as no id of an author does: whatever
the options of a list are called, no two fields have one name.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from .nodes import Answer, Day, Lines, Scale, Ticks

OTHER = "_other"
"""The key of the box for what the list does not name."""


def mark(address: str, key: str | int) -> str:
    """The name of one box or ring by the key of its option or by its number, where each is a field of its own."""
    return f"{address}.{key}"


def choice(address: str) -> str:
    """The name that the rings of an answer share, of which one can be on, where a format knows such groups."""
    return f"{address}._choice"


def other_words(address: str) -> str:
    """The name of the line for what the list does not name."""
    return f"{address}._other-text"


def word(address: str) -> str:
    """The name of the line for a word in place of a number."""
    return f"{address}._word"


def field_names(answer: Answer, *, grouped: bool) -> Iterator[str]:
    """The name of each box, ring and line of an answer, in order; the rings of a group have one where `grouped`."""
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
