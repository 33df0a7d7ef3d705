"""Translate structures into the one or two languages of a handout, and check that the strings used may be printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ..foundation.languages import SOURCE_LANGUAGE, Language
from ..foundation.phrases import Phrase, paired
from ..foundation.problems import Problem, refuse_if
from ..foundation.records import record
from ..project.library import Library
from .used_words import key, marked, marks_in

if TYPE_CHECKING:
    from ..translation.catalogue import Translated

T = TypeVar("T")


@record
class Strings:
    """The strings of a structure in one language; `required` is the lowest state allowed, empty in a draft."""

    name: str
    tag: str
    found: Translated[Any]
    required: str

    def used(self, marks: frozenset[str]) -> Translated[Any]:
        """The strings whose marks (see `used_words`) are in a document."""
        units = tuple(unit for at, unit in enumerate(self.found.units) if key(self.name, at) in marks)
        language = Language.of(self.tag)
        problems = (unit.problem(language) for unit in units) if self.found.problems else ()
        return replace(self.found, units=units, problems=tuple(filter(None, problems)))

    def problems(self, marks: frozenset[str]) -> Iterator[Problem]:
        """The problems that keep a document's strings from being printed: missing, stale, below the required state."""
        from ..translation.translated_structures import State, below, untranslated

        used = self.used(marks)
        yield from untranslated(used)
        if self.required:
            yield from below(used, State(self.required))

    def are_reviewed(self, marks: frozenset[str]) -> bool:
        """Whether each string of a document is reviewed."""
        return all(unit.state == "reviewed" for unit in self.used(marks).units)


@record
class InLanguage(Generic[T]):
    """A structure in its language; `marked` is a copy with marks on its strings, to find those that a document uses.

    In English nothing is checked: `strings` is empty, and `marked` is the structure itself.
    """

    value: T
    marked: T
    strings: tuple[Strings, ...] = ()

    def beside(self, other: InLanguage[T]) -> InLanguage[T]:
        """The structure with the words of another language as parallel texts."""
        pairs = paired(self.value, other.value), paired(self.marked, other.marked)
        return InLanguage(*pairs, (*self.strings, *other.strings))


def in_language(library: Library, tag: str, name: str, structure: T, required: str) -> InLanguage[T]:
    """Translate the structure with its catalogue; raises Refused if it has none, unless `required` is empty.

    `required` is the lowest state allowed; it is empty for a draft, in which missing strings stay English.
    """
    if tag == SOURCE_LANGUAGE:
        return InLanguage(structure, structure)
    from ..translation.translated_structures import translated

    found = translated(library, tag, name, structure, draft=not required)
    mark = f"{tag} {name}"
    return InLanguage(found.value, marked(found.value, mark), (Strings(mark, tag, found, required),))


def problems_of(marks: frozenset[str], *asked: InLanguage[Any]) -> Iterator[Problem]:
    """The problems that keep a document with these marks from being printed."""
    return (problem for it in asked for strings in it.strings for problem in strings.problems(marks))


def are_reviewed(marks: frozenset[str], *asked: InLanguage[Any]) -> bool:
    """Whether every string of a document with these marks is reviewed."""
    return all(strings.are_reviewed(marks) for it in asked for strings in it.strings)


def notice_or_refusal(
    marks: frozenset[str], notice: InLanguage[Phrase], *asked: InLanguage[Any], reviewed: bool = True
) -> Phrase | None:
    """The notice that a translation is not reviewed; None if it is. Raises Refused if it may not be printed.

    Refused has all problems that keep the document, or the notice if there is one, from being printed.
    """
    needed = not (reviewed and are_reviewed(marks, *asked))
    refuse_if(dict.fromkeys(problems_of(marks | (marks_in(notice.marked) if needed else frozenset()), *asked)))
    return notice.value if needed else None
