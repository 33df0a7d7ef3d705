"""The PO files of a language on disk: their paths, and reading a file with all checks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..foundation.languages import Language, UnknownLanguage
from ..foundation.problems import Place, Problem, Refused, refuse_if
from ..foundation.text_safety import unsafe_text
from ..project.library import COMMON
from .po_file import PoEntry, PoFile
from .po_parser import parse
from .states import BadMark, is_mark, parse_mark

MOST_BYTES = 5_000_000

_MARK_HINT = "Write ‘# state: reviewed by Ann Example on 2026-11-22’ or ‘# state: draft’, or delete the line."
_LANGUAGE = re.compile(r"^Language:[ \t]*(\S*)", re.MULTILINE)


def path_of(locales: Path, tag: str, name: str) -> Path:
    """The path of the catalogue of a worksheet, of a pack (``pack-ID``) or of the common words (``common``)."""
    return locales / tag / f"{name}.po"


def tags_in(locales: Path) -> tuple[str, ...]:
    """The tags of the languages that have a folder, sorted."""
    if not locales.is_dir():
        return ()
    return tuple(sorted(entry.name for entry in locales.iterdir() if entry.is_dir() and entry.name[0] not in "._"))


def strays(locales: Path, tag: str, names: Iterable[str]) -> tuple[Path, ...]:
    """The PO files that belong to none of the named worksheets and packs, as after one was renamed or removed."""
    known = {COMMON, *names}
    return tuple(path for path in sorted((locales / tag).glob("*.po")) if path.stem not in known)


def read_po(path: Path, tag: str) -> PoFile:
    """Read a PO file; raises Refused for a file, mark or text that is not valid, or a header of another language."""
    try:
        with path.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except OSError as error:
        sentence = "There is no such file." if isinstance(error, FileNotFoundError) else "The file cannot be read."
        raise Refused([Problem(Place(str(path)), sentence, "Check the name and the folder.")]) from error
    if len(data) > MOST_BYTES:
        raise Refused([Problem(Place(str(path)), "The file is larger than five megabytes.", "Restore an older copy.")])
    file = parse(data, str(path))
    refuse_if((*_other_language(file, str(path), tag), *_bad_marks(file, str(path)), *_unfit(file, str(path))))
    return file


def _unfit(file: PoFile, path: str) -> Iterator[Problem]:
    """A Problem for each translation that cannot be printed."""
    for entry in file.entries:
        if not entry.obsolete and (unfit := unsafe_text(entry.words)):
            yield Problem(Place(path, entry.line, 1), *unfit)


def _bad_marks(file: PoFile, path: str) -> Iterator[Problem]:
    for entry in file.entries:
        for number, comment in enumerate(entry.comments):
            if is_mark(comment):
                try:
                    parse_mark(comment)
                except BadMark as reason:
                    place = Place(path, _line_of_comment(entry, number), 1)
                    yield Problem(place, f"‘{comment.lstrip('# ')}’ {reason}.", _MARK_HINT)


def _line_of_comment(entry: PoEntry, number: int) -> int:
    return entry.start + entry.raw.index(entry.comments[number])


def _other_language(file: PoFile, path: str, tag: str) -> Iterator[Problem]:
    match = _LANGUAGE.search(file.header.words) if file.header else None
    if not (file.header and match and match[1]) or _alike(match[1], tag):
        return
    offset = next((at for at, line in enumerate(file.header.raw) if '"Language:' in line), 0)
    yield Problem(
        Place(path, file.header.start + offset, 1),
        f"The header says that this file is in ‘{match[1]}’, but it lies in the folder of ‘{tag}’.",
        f"Move the file, or write ‘Language: {tag}’ in the header.",
    )


def _alike(header: str, tag: str) -> bool:
    """Whether two tags name the same language in the same script; a header ``es_ES`` is right in the folder ``es``."""
    if _primary(header) != _primary(tag):
        return False
    try:
        return Language.of(header.replace("_", "-")).script == Language.of(tag).script
    except UnknownLanguage:
        return True


def _primary(tag: str) -> str:
    return re.split(r"[-_@.]", tag)[0].lower()
