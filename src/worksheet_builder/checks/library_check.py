"""Check worksheets, translations, references and the practice without making a handout."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from ..build.named_parts import own_designs, unknown_design, unknown_sheets
from ..build.references import unknown_references
from ..definitions.colour_remarks import shades
from ..definitions.logo import logos
from ..definitions.logo_size import coarse
from ..definitions.practice import Practice
from ..definitions.practice_remarks import remarks_on
from ..foundation.languages import SOURCE_LANGUAGE
from ..foundation.problems import Place, Problem, Refused
from ..foundation.records import record
from ..project.library import BIBLIOGRAPHY, LANGUAGE_FILE, PRACTICE, Library, is_pack
from ..reading.loader import (
    design_names,
    read_bibliography,
    read_contacts,
    read_design,
    read_practice,
)
from ..reading.tailoring_loader import based_on, read_sheet, read_source, read_whole_pack
from ..translation.glossary import GLOSSARY_FILE, Glossary, glossary_of
from ..translation.language_facts import Facts, language_of
from ..translation.layers import Layers
from ..translation.quality import Proofs, grouped, proofread
from ..translation.states import State
from ..translation.translated_structures import asked_of, untranslated
from .catalogue_sources import Sources
from .foreign_marks import foreign_marks
from .letter_check import missing_letters, not_to_be_filled, without_bold
from .style_guide import advice as advice_on

_PO = ".po"


@record
class Checked:
    """The result of a check: the number of files, every problem in them, and advice, which is no error."""

    files: int
    problems: tuple[Problem, ...]
    advice: tuple[Problem, ...] = ()


def check_library(library: Library, today: date | None = None) -> Checked:
    """Check the files of the project, or of the built-in library if there is no project."""
    shelf = library.project or library.shelves[0]
    others = (path for path in (shelf.bibliography, library.practice) if path and path.is_file())
    definitions = (*shelf.files(), *shelf.pack_files())
    checked = _check(library, (*others, *definitions, *shelf.notebooks(), *shelf.catalogues()), (), today)
    return replace(checked, problems=(*shelf.twins(), *checked.problems))


def check_paths(library: Library, paths: Iterable[Path], today: date | None = None) -> Checked:
    """Check the files, and in folders all files of a known kind; `today` decides which contacts are out of date.

    If a catalogue or the folder of its language is among `paths`, each outdated or missing string is reported; for
    other catalogues, only the number of such strings.
    """
    named = tuple(paths)
    return _check(library, (file for path in named for file in _files(path)), named, today)


def _check(library: Library, found: Iterable[Path], named: Collection[Path], today: date | None) -> Checked:
    files, sources = tuple(dict.fromkeys(found)), Sources(library)
    folders = dict.fromkeys(file.parent for file in files if file.suffix == _PO)
    proofs = [_proofs(sources, folder, files) for folder in folders]
    problems = tuple(problem for file in files for problem in _problems_in(sources, file))
    problems += tuple(problem for proof in proofs for problem in proof.problems)
    practices = [file for file in files if file.name == PRACTICE and today and not _problems_in(sources, file)]
    advice = [told for file in practices if today for told in _contact_notice(read_practice(file), today)]
    advice += (problem for proof in proofs for problem in proof.advice)
    advice += (problem for folder in folders for problem in _unfinished(sources, folder, files, named))
    advice += (problem for file in files if file.suffix == _PO for problem in sources.outlived(file))
    advice += (problem for file in files for problem in (*_origin(library, file), *_wording(library, file)))
    return Checked(len(files), problems, tuple(advice))


def check_practice(library: Library, path: Path, today: date) -> Checked:
    """Check a practice file; if it has no problems, the advice is what it lacks and what is out of date on `today`."""
    try:
        problems = tuple(_practice(Sources(library), path))
    except Refused as refused:
        problems = refused.problems
    if problems:
        return Checked(1, problems)
    practice = read_practice(path)
    return Checked(1, (), (*_lacking(practice, path), *looks(practice), *_contact_notice(practice, today)))


def looks(practice: Practice) -> tuple[Problem, ...]:
    """Advice where handouts differ from what the practice gave: derived shades, a coarse logo, fonts."""
    logo, _ = logos(practice)
    coarse_logo = coarse(practice, logo) if logo else ()
    letters = (*remarks_on(practice, practice.languages), *without_bold(practice), *not_to_be_filled(practice))
    return (*shades(practice), *coarse_logo, *letters)


def _lacking(practice: Practice, path: Path) -> Iterator[Problem]:
    """Advice on optional entries of a practice that are missing: name, logo, phone, crisis contact."""
    lacks = {
        "name": (practice.name, "Handouts carry no name."),
        "logo": (practice.logo, "Handouts carry no logo."),
        "phone": (practice.contact_line(), "Handouts do not say how to reach you."),
        "crisis": (practice.crisis, "No contact of your own is named for a crisis."),
    }
    for key, (given, sentence) in lacks.items():
        if not given:
            yield Problem(Place(str(path)), sentence, f"Add a line ‘{key}: …’, if you want one.")


def _contact_notice(practice: Practice, today: date) -> Iterator[Problem]:
    """At most one problem: contacts of the practice's country that are withheld, unknown or to be checked."""
    tags = practice.languages or (SOURCE_LANGUAGE,)
    if told := read_contacts().notice(practice.country, tags, today, practice.emergency):
        yield told


def _origin(library: Library, path: Path) -> tuple[Problem, ...]:
    """Remarks on a worksheet or pack based on another that has changed since; empty for other files."""
    with contextlib.suppress(Refused):
        if _checker(path) is _definition and based_on(path):
            told = read_source(library, path)
            return told.origin.remarks(told.id, told.place) if told.origin else ()
    return ()


def _wording(library: Library, path: Path) -> tuple[Problem, ...]:
    """Style advice on a worksheet; empty for other files, and for a worksheet that cannot be read.

    On a worksheet that is based on another, only advice on its own words.
    """
    with contextlib.suppress(Refused):
        if _checker(path) is _definition and not is_pack(path):
            sheet = read_sheet(library, path)
            told = (*advice_on(sheet), *foreign_marks(sheet))
            return tuple(it for it in told if it.place and it.place.file == str(path))
    return ()


def _files(path: Path) -> Iterator[Path]:
    inside = (file for file in path.rglob("*") if _checker(file) and file.is_file())
    yield from sorted(inside) if path.is_dir() else (path,)


def _problems_in(sources: Sources, path: Path) -> tuple[Problem, ...]:
    checker = _checker(path)
    if checker is None:
        hint = "Name a worksheet (.yaml), a practice file or a catalogue (.po)."
        return (Problem(Place(str(path)), "This is not a file that can be checked.", hint),)
    try:
        return tuple(checker(sources, path))
    except Refused as refused:
        return refused.problems


def _worksheet(sources: Sources, path: Path) -> Iterator[Problem]:
    worksheet = read_sheet(sources.library, path)
    yield from unknown_references(worksheet, sources.references)
    yield from missing_letters(worksheet, Place(str(path)))


def _pack(sources: Sources, path: Path) -> Iterator[Problem]:
    pack = read_whole_pack(sources.library, path)
    yield from unknown_sheets(pack, sources.library)
    yield from missing_letters(pack, Place(str(path)))


def _definition(sources: Sources, path: Path) -> Iterator[Problem]:
    yield from (_pack if is_pack(path) else _worksheet)(sources, path)


def _practice(sources: Sources, path: Path) -> Iterator[Problem]:
    practice = read_practice(path)
    designs = own_designs(sources.library, path)
    yield from unknown_design(practice, designs)
    if practice.design in design_names(designs):
        read_design(practice.design, designs)
    yield from missing_letters(practice, practice.place, practice.letters())
    logos(practice)


def _bibliography(sources: Sources, path: Path) -> Iterator[Problem]:
    yield from missing_letters(dict(read_bibliography(path)), Place(str(path)))


def _language(sources: Sources, path: Path) -> Iterator[Problem]:
    Facts.read(path, language_of(path.parent.name))
    yield from ()


def _glossary(sources: Sources, path: Path) -> Iterator[Problem]:
    Glossary.read(path)
    yield from ()


def _proofs(sources: Sources, folder: Path, files: Iterable[Path]) -> Proofs:
    """What proofreading finds in the catalogues of one language; `_problems_in` reports files that cannot be read."""
    named = (file for file in files if file.parent == folder and file.suffix == _PO)
    pairs = []
    try:
        language = language_of(folder.name)
        for path in named:
            with contextlib.suppress(Refused):
                if structure := sources.structure_of(path.stem):
                    pairs.append((sources.catalogue(path, language.tag), structure))
        facts = Facts.read(folder / LANGUAGE_FILE, language)
        sisters = {tag: glossary_of(sources.library.locales, tag) for tag in facts.checks.sisters}
        found = proofread(pairs, facts, glossary_of((folder.parent, *sources.library.locales), folder.name), sisters)
        return Proofs(tuple(grouped(found.problems)), tuple(grouped(found.advice)))
    except Refused:
        return Proofs()


def _catalogue(sources: Sources, path: Path) -> Iterator[Problem]:
    """Yield a problem if a catalogue belongs to no worksheet; raises Refused if it cannot be read."""
    name, tag = path.stem, path.parent.name
    if sources.structure_of(name) is None:
        hint = "Rename the file after its worksheet, or remove it."
        yield Problem(Place(str(path)), f"There is no worksheet ‘{name}’ for this catalogue.", hint)
    else:
        sources.catalogue(path, tag)


def _unfinished(sources: Sources, folder: Path, files: Iterable[Path], named: Collection[Path]) -> Iterator[Problem]:
    """Yield outdated and missing strings of a language's catalogues: each if the catalogue or folder is in `named`.

    For the other catalogues there is one problem, with the number of such strings.
    """
    counts: Counter[State] = Counter()
    others = (it for it in sources.library.locales if it.resolve() != folder.parent.resolve())
    layers = Layers(folder.name, (folder.parent, *others), folder.parent)
    for path in (file for file in files if file.parent == folder and file.suffix == _PO):
        with contextlib.suppress(Refused):
            if structure := sources.structure_of(path.stem):
                found = asked_of(layers, path.stem, structure)
                if path in named or folder in named:
                    yield from untranslated(found)
                else:
                    counts.update(unit.state for unit in found.units)
    if counts[State.STALE] or counts[State.MISSING]:
        sentence = f"Strings that are out of date: {counts[State.STALE]}; missing: {counts[State.MISSING]}."
        hint = f"Pages that need them are not printed. Run ‘worksheet-builder translate update {folder.name}’."
        yield Problem(Place(str(folder)), sentence, hint)


Checker = Callable[[Sources, Path], Iterator[Problem]]

_BY_NAME: Mapping[str, Checker] = {
    BIBLIOGRAPHY: _bibliography,
    PRACTICE: _practice,
    LANGUAGE_FILE: _language,
    GLOSSARY_FILE: _glossary,
}
_BY_SUFFIX: Mapping[str, Checker] = {_PO: _catalogue, ".yaml": _definition, ".yml": _definition}


def _checker(path: Path) -> Checker | None:
    """The function that checks files of this name; None for a file that cannot be checked."""
    return _BY_NAME.get(path.name) or _BY_SUFFIX.get(path.suffix)
