"""Converts a form of the desk into one step of a draft, or into the reason why the step is impossible."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass

from ..definitions.tailoring_changes import keeps_safe
from ..foundation.problems import Problem, Refused
from ..foundation.records import record
from .block_forms import KINDS, block_from, name_from
from .tailoring_draft import MINUTES, TailoringDraft
from .tailoring_seen import HEADS, SeenAnswer, SeenBlock, SeenPart, Tailored

_TAKEN = frozenset((*HEADS, MINUTES, "blocks", "leaf", "therapist", "changes", "intensity"))
"""Names that no block may have, since something else of a sheet is called so."""
_NAMED = re.compile(r"‘[a-z0-9_-]+(?:\.[a-z0-9_-]+)*(?:: [^’]*)?’")

_FEW, _MANY = re.compile(r"needs at least (\d+) entr"), re.compile(r"has \d+ entries[;,] more than")


@dataclass(eq=False)
class Unfit(Exception):
    """Raised for a step that is impossible: the key of the words for the reason, and the address concerned."""

    word: str
    about: str = ""
    least: int = 0
    most: int = 0
    problems: tuple[Problem, ...] = ()


@record
class SentForm:
    """Access to the fields of a submitted form."""

    text: Callable[[str], str]
    texts: Callable[[str], list[str]]
    names: Collection[str]


def step(now: Tailored, block: SeenBlock, form: SentForm) -> TailoringDraft:
    """The draft with all that was typed into the form of a block, and with what its button does; raises Unfit."""
    draft = now.draft
    for part in block.parts:
        if f"t:{part.address}" in form.names:
            draft = draft.reworded(now.ground, part.address, _fit(part, form.text(f"t:{part.address}")))
    for found in block.lists:
        for entry in found.entries:
            if f"t:{entry.address}" in form.names and not entry.gone:
                text = form.text(f"t:{entry.address}")
                draft = draft.reworded(now.ground, entry.address, text) if text else draft
        if text := form.text(f"new:{found.address}"):
            names = {it.address.rpartition(".")[2] for it in found.entries}
            name = f"{found.address}.{name_from(text, 'entry', names)}"
            draft = draft.with_added(now.ground, name, text, found.address)
    for answer in block.answers:
        if f"has:{answer.address}" in form.names:
            draft = draft.with_answer(answer.address, _given(answer, form))
    return _done(now, draft, form.text("do"))


def _fit(part: SeenPart, text: str) -> str:
    if part.kind == "number" and not (text.isdecimal() and part.least <= int(text) <= part.most):
        raise Unfit("number", part.address, part.least, part.most)
    if part.needed and not text:
        raise Unfit("needed", part.address)
    return text


def _given(answer: SeenAnswer, form: SentForm) -> str:
    sent = [it for it in form.texts(f"a:{answer.address}") if it]
    if answer.kind == "words":
        return form.text(f"a:{answer.address}")
    return " ".join(it for it in sent if it in dict(answer.options))


def _done(now: Tailored, draft: TailoringDraft, asked: str) -> TailoringDraft:
    """The draft after the action of a button; a button without one only submits the texts."""
    what, _, name = asked.partition(":")
    match what:
        case "up":
            return draft.shifted(now.ground, name, -1)
        case "down":
            return draft.shifted(now.ground, name, 1)
        case "drop":
            part = now.parts.get(name)
            if part and keeps_safe(part) and name in now.ground.parts:
                raise Unfit("safety", name)
            return draft.dropped(now.ground, name)
        case "even-safety":
            return draft.dropped(now.ground, name)
        case "back":
            return draft.returned(name)
        case _:
            return draft


def with_block(now: Tailored, form: SentForm) -> tuple[TailoringDraft, str]:
    """The draft with a block from the gallery after another, and its id; raises Unfit."""
    kind, after = form.text("kind"), form.text("after")
    if kind not in KINDS:
        raise Unfit("unfit")
    taken = {*_TAKEN, *(it.partition(".")[0] for it in (*now.ground.parts, *now.parts, *now.draft.added))}
    name, value = block_from(kind, lambda field: form.text(f"f:{field}"), taken)
    home = now.draft.home_of(now.ground, after) or "blocks"
    return now.draft.with_added(now.ground, name, value, home, after), name


def unfit(refused: Refused, asked: str) -> Unfit:
    """Convert Refused into Unfit: the reason in words for people who do not know addresses."""
    what = asked.partition(":")[0]
    told = tuple(it for it in refused.problems if not _NAMED.search(it.sentence))
    plain = tuple(Problem(None, it.sentence, "" if _NAMED.search(it.hint or "") else it.hint) for it in told)
    if what == "drop":
        return Unfit("few", problems=plain)
    for it in refused.problems:
        if few := _FEW.search(it.sentence):
            return Unfit("short", least=int(few[1]), problems=plain)
        if _MANY.search(it.sentence):
            return Unfit("full", problems=plain)
    return Unfit("unfit", problems=plain)
