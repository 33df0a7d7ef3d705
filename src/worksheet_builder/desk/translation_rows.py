"""The rows of a catalogue for a translator: English, translation, glossary terms, earlier English, and remarks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..foundation.problems import Place
from ..foundation.records import record
from ..translation.catalogue_edit import CatalogueRow, EditedCatalogue, Refusal
from ..translation.glossary import Glossary, Term
from ..translation.language_facts import Facts
from ..translation.placeholders import kept_marks
from ..translation.quality import CheckedString, Remark, fine_in, remarks_on
from ..translation.states import State
from .desk_cache import DeskCache

_OF_THE_SHEET = " · "
"""The separator between the title of a sheet and a place in it, in a string's extracted comment."""


@record
class SeenRow:
    """A row on the page; `typed` is text that could not be saved, and `refused` the reason."""

    number: int
    row: CatalogueRow
    about: tuple[str, ...]
    terms: Mapping[str, Term]
    remarks: tuple[Remark, ...]
    typed: str | None = None
    refused: Refusal | None = None

    @property
    def identity(self) -> str:
        """The part of its key that does not change with its words."""
        return self.row.key.identity

    @property
    def state(self) -> State:
        """The state of its translation."""
        return self.row.entry.state

    @property
    def was(self) -> str:
        """The English that an outdated translation was made for; empty if it is not known."""
        entry = self.row.entry
        return entry.previous[1] if entry.fuzzy and entry.previous and entry.previous[1] != entry.english else ""

    @property
    def is_open(self) -> bool:
        """Whether a translator has work in it."""
        return not self.row.complete or self.typed is not None

    @property
    def marks(self) -> str:
        """The markup that its translation has to keep."""
        return kept_marks(self.row.entry.english)

    @property
    def lines(self) -> int:
        """How many lines its field begins with."""
        return max(2, min(12, len(self.row.entry.english) // 34 + 1))


@record
class Judge:
    """Applies the checks and the glossary of a language to the rows of a catalogue."""

    facts: Facts
    glossary: Glossary
    catalogue: EditedCatalogue

    @classmethod
    def of(cls, cache: DeskCache, catalogue: EditedCatalogue) -> Judge:
        """Make a Judge with the facts and the glossary of the catalogue's language; raises Refused."""
        return cls(*cache.known_of(catalogue.language.tag), catalogue)

    def remarks(self, row: CatalogueRow, words: str) -> tuple[Remark, ...]:
        """The remarks of the checks on words in a row; none for empty words."""
        return tuple(remarks_on(self._line(row, words), fine_in(row.entry))) if words.strip() else ()

    def seen(self, typed: Mapping[str, str], refused: Mapping[str, Refusal]) -> Iterator[SeenRow]:
        """Every row, with text that could not be saved and the reason."""
        for number, row in enumerate(self.catalogue.rows, 1):
            words = typed.get(row.key.identity)
            line = self._line(row, row.entry.words if words is None else words)
            terms = {english: self.glossary.terms[english] for english in sorted(line.terms)}
            why = refused.get(row.key.identity)
            yield SeenRow(number, row, _about(row), terms, self.remarks(row, line.words), words, why)

    def _line(self, row: CatalogueRow, words: str) -> CheckedString:
        want, language = row.wanted, self.catalogue.language
        return CheckedString(
            want.address, want.english, words, Place(""), language, self.facts, self.glossary, want.characters
        )


def _about(row: CatalogueRow) -> tuple[str, ...]:
    """The extracted comments of a string, without the title of the sheet, which the page shows already."""
    where, *more = row.wanted.extracted
    return (where.rpartition(_OF_THE_SHEET)[2], *more)
