"""What the documents of one order share, each thing read and translated once: practice, common words, references."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from .common import Common
from .document import Document, Edition, Paper, Setting, Style
from .languages import Language
from .library import SOURCE_LANGUAGE, Library
from .logo import read_logo
from .phrases import Phrase
from .practice import Brand, Practice
from .problems import Place, Problem, Refused, refuse_if
from .reading import design_names, read_bibliography, read_common, read_design, read_practice, read_worksheet
from .worksheet import Reference, Worksheet

if TYPE_CHECKING:
    from .catalogues import Translated


@dataclass(frozen=True)
class Composer:
    """Composes worksheets for one practice in one setting; `paper` is the practice's own unless it is given."""

    library: Library
    practice_file: Path | None = None
    edition: Edition = Edition.CLIENT
    style: Style = Style.STANDARD
    paper: Paper | None = None
    fillable: bool = True
    draft: bool = False
    _worksheets: dict[Path, Worksheet] = field(default_factory=dict, repr=False, compare=False)
    _commons: dict[str, Translated[Common]] = field(default_factory=dict, repr=False, compare=False)

    def prepared(self) -> Composer:
        """The composer once all that documents share is read, so that nothing is made for a practice with faults."""
        refuse_if(problem for found in (self._faults("brand"), self._faults("references")) for problem in found)
        return self

    @cached_property
    def practice(self) -> Practice:
        """The practice, or one without a name; raises Refused."""
        return read_practice(self.practice_file) if self.practice_file else Practice(Place("practice.yaml"))

    @cached_property
    def brand(self) -> Brand:
        """The practice with its design, palette and logo; raises Refused."""
        refuse_if(unknown_design(self.practice))
        logo = read_logo(self.practice.logo) if self.practice.logo else None
        return Brand.of(self.practice, read_design(self.practice.design), self.style, logo)

    @cached_property
    def setting(self) -> Setting:
        """The choices that every document of the order is made with."""
        return Setting(self.edition, self.style, self.paper or self.practice.sheet_of_paper(), self.fillable)

    @cached_property
    def references(self) -> Mapping[str, Reference]:
        """Every reference that a worksheet can name, none where none is printed; raises Refused."""
        return read_references(self.library) if self.edition is Edition.THERAPIST else {}

    def document(self, path: Path, language: str) -> Document:
        """The worksheet as a document in the language; raises Refused with all that keeps it from being one."""
        worksheet = self._worksheet(path)
        if self.edition is Edition.THERAPIST:
            refuse_if(unknown_references(worksheet, self.references))
        else:
            worksheet = replace(worksheet, therapist=None)
        common = read_common()
        notice: Phrase | None = None
        if language != SOURCE_LANGUAGE:
            from .translations import State, translated, untranslated

            sheet = translated(self.library, language, worksheet.id, worksheet, self.draft)
            shared = self._common(language)
            refuse_if((*untranslated(sheet), *untranslated(shared)))
            worksheet, common = sheet.value, shared.value
            if sheet.state is not State.REVIEWED or shared.state is not State.REVIEWED:
                notice = common.not_reviewed
        return worksheet.compose(Language.of(language), common, self.practice, self.references, self.setting, notice)

    def _worksheet(self, path: Path) -> Worksheet:
        if path not in self._worksheets:
            self._worksheets[path] = read_worksheet(path)
        return self._worksheets[path]

    def _common(self, language: str) -> Translated[Common]:
        from .translations import COMMON, translated

        if language not in self._commons:
            self._commons[language] = translated(self.library, language, COMMON, read_common(), self.draft)
        return self._commons[language]

    def _faults(self, name: str) -> tuple[Problem, ...]:
        try:
            getattr(self, name)
        except Refused as refused:
            return refused.problems
        return ()


def read_references(library: Library) -> Mapping[str, Reference]:
    """The references of all bibliographies, those of the project over the others; raises Refused."""
    return {key: entry for path in library.bibliographies for key, entry in read_bibliography(path).items()}


def unknown_design(practice: Practice) -> Iterator[Problem]:
    """A problem for a design that does not come with the tool."""
    names = design_names()
    if practice.design not in names:
        sentence = f"There is no design ‘{practice.design}’."
        yield Problem(practice.place, sentence, f"Choose from: {', '.join(names)}.")


def unknown_references(worksheet: Worksheet, references: Mapping[str, Reference]) -> Iterator[Problem]:
    """A problem for each key under `evidence` that no bibliography has."""
    for key in worksheet.evidence:
        if key not in references:
            near = difflib.get_close_matches(key, references, n=1)
            hint = f"Did you mean ‘{near[0]}’?" if near else "Add it to worksheets/bibliography.yaml."
            yield Problem(worksheet.place, f"‘{key}’ under ‘evidence’ is not in the bibliography.", hint)
