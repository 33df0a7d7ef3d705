"""Problems for people who fill in forms: hints about files or a terminal are replaced by hints for the desk."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from ..foundation.problems import Problem
from ..foundation.records import record
from ..project.library import PRACTICE
from .interface_words import InterfaceWords, Said, direction

_ADDED = re.compile(r"^Add a line ‘([a-z_]+):")
"""A hint to add a missing field."""
_FIELD = re.compile(r"‘([a-z]+(?:_[a-z]+)*)’")
"""The name of a field of a file."""
_ELSEWHERE = {
    re.compile(r"worksheet-builder translate (update|start)|‘build --draft’"): "bring_up",
    re.compile(r"worksheet-builder translate review"): "let_review",
    re.compile(r"‘translate review’ made"): "as_it_came",
    re.compile(r"^Write them under ‘in: "): "other_words",
}
"""Hints that name a command, with the key of the words that say where the desk does this."""
_IN_FILE = re.compile(r"worksheet-builder|--[a-z]|: …’|: [a-z]+’|‘- |quotation mark|\bindent|\bcolon\b|\bkeys?\b")
"""Signs that a hint is about editing a file."""

_QUOTED = ", in quotation marks"
"""What a file needs around a value, and a field of a form does not."""


@record
class PlainProblem:
    """A problem in the words of the desk, as HTML."""

    sentence: Markup
    hint: Markup


def plain(problems: Iterable[Problem], words: InterfaceWords) -> tuple[PlainProblem, ...]:
    """The problems in the words of the desk, in their order."""
    return tuple(PlainProblem(_named(it, it.sentence, words), _hint(it, words)) for it in problems)


def _hint(problem: Problem, words: InterfaceWords) -> Markup:
    files = words["files"]
    label = words["fields"].get(added[1].replace("_", "-")) if (added := _ADDED.match(problem.hint)) else None
    label = words["practice"]["logo"] if added and added[1] == "logo" else label
    if label and _is_of_practice(problem):
        return _aside(files["fill_in"].fill(field=label.plain), words)
    for pattern, word in _ELSEWHERE.items():
        if pattern.search(problem.hint):
            return _aside(files[word].fill(file=PRACTICE), words)
    if problem.place and problem.place.line and _IN_FILE.search(problem.hint):
        name = re.split(r"[\\/]", problem.place.file)[-1]
        return _aside(files["in_file"].fill(file=name, line=problem.place.line), words)
    return _named(problem, problem.hint.replace(_QUOTED, ""), words)


def _is_of_practice(problem: Problem) -> bool:
    return problem.place is not None and re.split(r"[\\/]", problem.place.file)[-1] == PRACTICE


def _named(problem: Problem, text: str, words: InterfaceWords) -> Markup:
    """A text in which names of practice fields are replaced by their labels in the form."""
    if not _is_of_practice(problem):
        return escape(text)
    parts = _FIELD.split(text)
    told = (_called(part, words) if at % 2 else escape(part) for at, part in enumerate(parts))
    return Markup("").join(told)


def _called(name: str, words: InterfaceWords) -> Markup:
    label = words["fields"].get(name.replace("_", "-"))
    return Markup("‘{}’").format(_aside(label, words) if label else name)


def _aside(said: Said, words: InterfaceWords) -> Markup:
    """Words of the desk inside an English text, marked with their language."""
    return Markup('<span lang="{}" dir="{}">{}</span>').format(words.language, direction(words.language), said)
