"""Check whether everything that a build needs is there; each check yields findings, also if nothing is wrong."""

from __future__ import annotations

import importlib
import os
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from ..build.manifest import Manifest
from ..definitions.worksheet import Worksheet
from ..fonts.families import scripts
from ..foundation.files import write_whole
from ..foundation.languages import SOURCE_LANGUAGE, Language, UnknownLanguage
from ..foundation.problems import Place, Problem, Refused
from ..foundation.records import record
from ..project.dependencies import modules_of, required
from ..project.library import COMMON, Library
from ..reading.loader import read_common
from ..reading.tailoring_loader import read_sheet
from ..translation.states import State
from ..translation.translated_structures import languages_begun
from ..translation.translation_status import status
from .library_check import check_practice

OLDEST = (3, 11)


class Level(StrEnum):
    """The severity of a finding; a fault can prevent a handout from being made."""

    WELL = "ok"
    ADVICE = "advice"
    FAULT = "fault"


@record
class Finding:
    """The result of a check: what was checked, the severity, and the details as a Problem, also if all is well."""

    about: str
    level: Level
    problem: Problem


def examine(library: Library, practice: Path | None, output: Path, today: date) -> Iterator[Finding]:
    """Check everything that a build needs; after a fault the other checks are still made."""
    yield from _python()
    yield from _packages()
    yield from _scripts(library)
    yield from _folder(output)
    yield from _practice(library, practice, today)
    sheets: list[Worksheet] = []
    yield from _worksheets(library, sheets)
    yield from _translations(library, sheets)


def _finding(about: str, sentence: str, level: Level = Level.WELL, hint: str = "") -> Finding:
    return Finding(about, level, Problem(None, sentence, hint))


def _python() -> Iterator[Finding]:
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info[:2] < OLDEST:
        yield _finding("python", f"Python {version} is too old.", Level.FAULT, "Install Python 3.11 or newer.")
    else:
        yield _finding("python", f"Python {version}.")


def _packages() -> Iterator[Finding]:
    packages = required()
    missing = [package for package in packages if not _imports(package)]
    for package in missing:
        yield _finding(
            "packages", f"The package {package} is missing or broken.", Level.FAULT, f"Run: pip install {package}"
        )
    if not missing:
        yield _finding("packages", f"All {len(packages)} packages that are needed are there.")


def _imports(package: str) -> bool:
    try:
        for module in modules_of(package):
            importlib.import_module(module)
    except Exception:  # whatever a broken installation raises
        return False
    return True


def _scripts(library: Library) -> Iterator[Finding]:
    """Which scripts can be set, and what to install for the others; a fault if a language of the library needs it."""
    found = scripts()
    can = [script for script, package in found.items() if package is None]
    yield _finding("scripts", f"{len(can)} scripts can be set: {' '.join(can)}.")
    needed = {language.script: tag for tag in library.languages if (language := _language(tag))}
    for package in dict.fromkeys(package for package in found.values() if package):
        lacking = [script for script, wanted in found.items() if wanted == package]
        wanting = sorted(needed[script] for script in lacking if script in needed)
        told = f" The language {', '.join(wanting)} needs it." if wanting else ""
        level = Level.FAULT if wanting else Level.ADVICE
        yield _finding("scripts", f"Cannot be set: {' '.join(lacking)}.{told}", level, f"Run: pip install '{package}'")


def _language(tag: str) -> Language | None:
    try:
        return Language.of(tag)
    except UnknownLanguage:
        return None


def _folder(output: Path) -> Iterator[Finding]:
    """Whether handouts can be written: tests with an empty file in the folder, or in its nearest existing parent."""
    there = next((it for it in (output, *output.absolute().parents) if it.exists()), output)
    probe = there / f".worksheet-builder-{os.getpid()}"
    try:
        write_whole(probe, b"")
        probe.unlink(missing_ok=True)
        Manifest.open(output)
    except (Refused, OSError) as error:
        problems = error.problems if isinstance(error, Refused) else (Problem(None, str(error)),)
        yield from (Finding("output", Level.FAULT, replace(it, place=Place(str(output)))) for it in problems)
    else:
        yield _finding("output", f"Handouts can be written to {output}.")


def _practice(library: Library, practice: Path | None, today: date) -> Iterator[Finding]:
    if practice is None:
        hint = "Begin one with ‘worksheet-builder init’."
        yield _finding("practice", "There is no practice.yaml here: handouts carry no name.", Level.ADVICE, hint)
        return
    checked = check_practice(library, practice, today)
    yield from (Finding("practice", Level.FAULT, problem) for problem in checked.problems)
    yield from (Finding("practice", Level.ADVICE, problem) for problem in checked.advice)
    if not checked.problems:
        yield _finding("practice", "The practice file is sound.")


def _worksheets(library: Library, sheets: list[Worksheet]) -> Iterator[Finding]:
    """Check all worksheets; append those that can be read to `sheets`."""
    for path in library.worksheets.values():
        try:
            sheets.append(read_sheet(library, path))
        except Refused as refused:
            yield from (Finding("worksheets", Level.FAULT, problem) for problem in refused.problems)
    for shelf in library.shelves:
        yield from (Finding("worksheets", Level.FAULT, twin) for twin in shelf.twins())
    yield _finding("worksheets", f"{len(sheets)} worksheets can be read.")


def _translations(library: Library, sheets: list[Worksheet]) -> Iterator[Finding]:
    """Check each language for outdated and missing strings, only in worksheets whose translation has begun."""
    begun = {sheet.id: languages_begun(library, sheet.id) for sheet in sheets}
    for tag in library.languages:
        if tag == SOURCE_LANGUAGE:
            continue
        if _language(tag) is None:
            hint = "Name the folder in ‘locales’ after a language, such as es or pt-BR, or move it away."
            yield _finding("translations", f"‘{tag}’ is not a language.", Level.FAULT, hint)
        else:
            yield from _translation(library, tag, [it for it in sheets if tag in begun[it.id]])


def _translation(library: Library, tag: str, begun: list[Worksheet]) -> Iterator[Finding]:
    report = status([tag], begun, read_common(), library.locales, library.own_locales)
    yield from (Finding("translations", Level.FAULT, problem) for problem in report.problems)
    counts: Counter[State] = Counter()
    for row in report.sums:
        counts.update(row.counts)
    unfinished = [row.name for row in report.sums if row.counts[State.STALE] or row.counts[State.MISSING]]
    if unfinished:
        sentence = f"{tag}: {counts[State.STALE]} strings are out of date, {counts[State.MISSING]} are missing."
        named = ", ".join(name if name != COMMON else "the common words" for name in unfinished[:5])
        hint = f"Run ‘worksheet-builder translate update {tag}’ and translate them: {named}."
        yield _finding("translations", sentence, Level.ADVICE, hint)
    elif not report.problems:
        yield _finding("translations", f"{tag}: {len(begun)} worksheets are translated and current.")
