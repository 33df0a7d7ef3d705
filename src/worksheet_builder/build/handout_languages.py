"""Structures in the language of a handout, or in its two, and whether the words that a document uses may be printed."""

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
    """The strings that a structure has in one language; `required` is the state they need, empty in a draft."""

    name: str
    tag: str
    found: Translated[Any]
    required: str

    def used(self, marks: frozenset[str]) -> Translated[Any]:
        """Those among them whose marks a document has."""
        units = tuple(unit for at, unit in enumerate(self.found.units) if key(self.name, at) in marks)
        language = Language.of(self.tag)
        problems = (unit.problem(language) for unit in units) if self.found.problems else ()
        return replace(self.found, units=units, problems=tuple(filter(None, problems)))

    def problems(self, marks: frozenset[str]) -> Iterator[Problem]:
        """What keeps those from being printed: that they are missing, stale, or not yet what they have to be."""
        from ..translation.translated_structures import State, below, untranslated

        used = self.used(marks)
        yield from untranslated(used)
        if self.required:
            yield from below(used, State(self.required))

    def are_reviewed(self, marks: frozenset[str]) -> bool:
        """Whether somebody answers for each of those."""
        return all(unit.state == "reviewed" for unit in self.used(marks).units)


@record
class InLanguage(Generic[T]):
    """A structure as it is printed; `marked` is the same with its strings marked, to find those that a document uses.

    In English there is nothing to ask: it has no `strings`, and `marked` is the structure itself.
    """

    value: T
    marked: T
    strings: tuple[Strings, ...] = ()

    def beside(self, other: InLanguage[T]) -> InLanguage[T]:
        """The same with the words of another language as parallel texts."""
        pairs = paired(self.value, other.value), paired(self.marked, other.marked)
        return InLanguage(*pairs, (*self.strings, *other.strings))


def in_language(library: Library, tag: str, name: str, structure: T, required: str) -> InLanguage[T]:
    """The structure with the words of its catalogue in the language; raises Refused where it has none.

    Nothing is `required` of a draft, in which English stands for words that are missing.
    """
    if tag == SOURCE_LANGUAGE:
        return InLanguage(structure, structure)
    from ..translation.translated_structures import translated

    found = translated(library, tag, name, structure, draft=not required)
    mark = f"{tag} {name}"
    return InLanguage(found.value, marked(found.value, mark), (Strings(mark, tag, found, required),))


def problems_of(marks: frozenset[str], *asked: InLanguage[Any]) -> Iterator[Problem]:
    """What keeps a document with these marks from being printed."""
    return (problem for it in asked for strings in it.strings for problem in strings.problems(marks))


def are_reviewed(marks: frozenset[str], *asked: InLanguage[Any]) -> bool:
    """Whether somebody answers for every word of a document with these marks."""
    return all(strings.are_reviewed(marks) for it in asked for strings in it.strings)


def notice_or_refusal(
    marks: frozenset[str], notice: InLanguage[Phrase], *asked: InLanguage[Any], reviewed: bool = True
) -> Phrase | None:
    """The line that says that a translation is not reviewed, where it has to stand.

    Raises Refused with all that keeps the document and this line from being printed.
    """
    needed = not (reviewed and are_reviewed(marks, *asked))
    refuse_if(dict.fromkeys(problems_of(marks | (marks_in(notice.marked) if needed else frozenset()), *asked)))
    return notice.value if needed else None
