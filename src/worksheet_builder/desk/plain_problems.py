"""Problems for people who fill in a form: what stands in a file, or in a terminal, is told as the desk has it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from ..foundation.problems import Problem
from ..foundation.records import record
from ..project.library import PRACTICE
from .interface_words import InterfaceWords, Said, direction

_ADDED = re.compile(r"^Add a line ‘([a-z_]+):")
"""A hint for something that is left out."""
_FIELD = re.compile(r"‘([a-z]+(?:_[a-z]+)*)’")
"""A field of a file, by its name there."""
_ELSEWHERE = {
    re.compile(r"worksheet-builder translate (update|start)|‘build --draft’"): "bring_up",
    re.compile(r"worksheet-builder translate review"): "let_review",
    re.compile(r"‘translate review’ made"): "as_it_came",
    re.compile(r"^Write them under ‘in: "): "other_words",
}
"""What the command line does, and where the desk does it."""
_IN_FILE = re.compile(r"worksheet-builder|--[a-z]|: …’|: [a-z]+’|‘- |quotation mark|\bindent|\bcolon\b|\bkeys?\b")
"""What only an editor of files can do."""


@record
class PlainProblem:
    """A problem as the desk tells it."""

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
    return _named(problem, problem.hint, words)


def _is_of_practice(problem: Problem) -> bool:
    return problem.place is not None and re.split(r"[\\/]", problem.place.file)[-1] == PRACTICE


def _named(problem: Problem, text: str, words: InterfaceWords) -> Markup:
    """A text in which fields of the practice are called as its form calls them."""
    if not _is_of_practice(problem):
        return escape(text)
    parts = _FIELD.split(text)
    told = (_called(part, words) if at % 2 else escape(part) for at, part in enumerate(parts))
    return Markup("").join(told)


def _called(name: str, words: InterfaceWords) -> Markup:
    label = words["fields"].get(name.replace("_", "-"))
    return Markup("‘{}’").format(_aside(label, words) if label else name)


def _aside(said: Said, words: InterfaceWords) -> Markup:
    """Words of the desk in the midst of English."""
    return Markup('<span lang="{}" dir="{}">{}</span>').format(words.language, direction(words.language), said)
