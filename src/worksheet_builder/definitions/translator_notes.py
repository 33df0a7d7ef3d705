"""An author's notes to the translators of a sheet, each at the address of a text; they are not printed."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from typing import Annotated

from ..foundation.phrases import phrases_in
from ..foundation.problems import Place, Problem
from ..foundation.records import record


@record
class TranslatorNote:
    """What is meant by one text, or what to mind in it."""

    place: Place
    at: Annotated[str, "The address of the text, such as ‘kinds.options.dismissed’."]
    note: Annotated[str, "One to three sentences to the translator."]


def note_problems(notes: Iterable[TranslatorNote], structure: object) -> Iterator[Problem]:
    """A problem for each note at an address without a text, or with another note."""
    known = {phrase.address for phrase in phrases_in(structure)}
    first: dict[str, TranslatorNote] = {}
    for note in notes:
        if note.at not in known:
            near = difflib.get_close_matches(note.at, known, n=1)
            hint = f"Did you mean ‘{near[0]}’?" if near else "Give ids and names of fields with dots between them."
            yield Problem(note.place, f"There is no text at ‘{note.at}’.", hint)
        elif first.setdefault(note.at, note) is not note:
            line = first[note.at].place.line
            yield Problem(note.place, f"‘{note.at}’ has a note already, in line {line}.", "Make the two into one.")
