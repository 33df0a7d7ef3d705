"""`translate start` and `translate update`: create the catalogues of a language, and update them to the worksheets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from ..definitions.common_text import Common
from ..foundation.files import clear_parts, write_folder, write_whole
from ..foundation.languages import Language
from ..foundation.problems import Place, Problem, Refused, refuse_if
from ..foundation.records import record
from ..project.library import COMMON, LANGUAGE_FILE, PACK_PREFIX
from .audience import is_for_clients
from .catalogue_files import path_of, read_po, tags_in
from .extraction import Wanted, extract
from .language_facts import Facts, language_of
from .po_file import FOR_CLIENTS, PoEntry, PoFile
from .po_merge import Change, Merged, merge
from .sources import Source, name_of


@record
class Started:
    """The result of `start` or `extend`: the files made, and the number of strings to translate in them."""

    language: Language
    folder: Path
    files: tuple[Path, ...]
    strings: int


@record
class Updated:
    """The result of an update of one catalogue; `written` is false if its file was left unchanged."""

    language: str
    name: str
    path: Path
    written: bool
    changes: tuple[tuple[Change, str], ...] = ()


def start(
    tag: str,
    sources: Sequence[Source],
    common: Common | None,
    locales: Path,
    clients: bool = False,
    described: str = "",
) -> Started:
    """Make the folder of a language with empty catalogues; raises Refused, and then leaves no folder.

    With `clients`, the catalogues contain only what clients read. `described` is text to append to the `language.yaml`.
    """
    language = language_of(tag)
    folder = locales / tag
    if folder.exists():
        hint = (
            f"‘worksheet-builder translate update {tag}’ brings it up to date; "
            f"‘worksheet-builder translate start {tag} WORKSHEET’ begins a worksheet in it."
        )
        raise Refused([Problem(Place(str(folder)), f"{language.english_name} has been started already.", hint)])
    wanted = _wanted(tag, sources, common, clients)
    files = {f"{name}.po": _empty(language, name, strings, clients).to_bytes() for name, strings in wanted.items()}
    files[LANGUAGE_FILE] = f"{Facts.of(language).to_yaml()}{described}".encode()
    clear_parts([locales])
    write_folder(folder, files)
    strings = sum(len(strings) for strings in wanted.values())
    return Started(language, folder, tuple(folder / name for name in files), strings)


def extend(tag: str, sources: Sequence[Source], locales: Path, clients: bool = False) -> Started:
    """Make empty catalogues in the existing folder of a language; raises Refused, before writing, if one exists."""
    language = language_of(tag)
    wanted = _wanted(tag, sources, clients=clients)
    paths = {name: path_of(locales, tag, name) for name in wanted}
    refuse_if(_begun_already(language, name, path) for name, path in paths.items() if path.exists())
    for name, path in paths.items():
        write_whole(path, _empty(language, name, wanted[name], clients).to_bytes())
    return Started(language, locales / tag, tuple(paths.values()), sum(map(len, wanted.values())))


def update(
    tags: Iterable[str], sources: Sequence[Source], common: Common | None, locales: Path, everyone: bool = False
) -> tuple[Updated, ...]:
    """Update the catalogues of these worksheets and packs, and make those that are missing.

    Catalogues started for clients only stay so, unless `everyone` is set. Raises Refused, before anything is written,
    if a language has no folder or a file cannot be read.
    """
    done: list[tuple[Updated, bytes]] = []
    problems: list[Problem] = []
    for tag in tags:
        if tag not in tags_in(locales):
            problems.append(_not_started(tag, locales))
            continue
        for name, strings in _wanted(tag, sources, common).items():
            try:
                done.append(_updated(language_of(tag), name, strings, path_of(locales, tag, name), everyone))
            except Refused as refused:
                problems += refused.problems
    refuse_if(problems)
    for updated, data in done:
        if updated.written:
            write_whole(updated.path, data)
    return tuple(updated for updated, _ in done)


def up_to_date(language: Language, name: str, strings: Sequence[Wanted], path: Path, everyone: bool = False) -> Merged:
    """The catalogue at a path after an update, not written; a new, empty one if there is no file. Raises Refused."""
    old = read_po(path, language.tag) if path.exists() else None
    if old and old.for_clients:
        old, strings = (_for_everyone(old), strings) if everyone else (old, _for_clients(strings))
    merged = merge(old, strings) if old else Merged(_empty(language, name, strings))
    new = merged.file if merged.file.header else _headed(merged.file, language, name)
    return Merged(new, merged.changes if old else tuple((Change.NEW, want.address) for want in strings))


def _updated(
    language: Language, name: str, strings: Sequence[Wanted], path: Path, everyone: bool
) -> tuple[Updated, bytes]:
    merged = up_to_date(language, name, strings, path, everyone)
    data = merged.file.to_bytes()
    written = not path.exists() or data != path.read_bytes()
    return Updated(language.tag, name, path, written, merged.changes), data


def _for_clients(strings: Iterable[Wanted]) -> tuple[Wanted, ...]:
    return tuple(want for want in strings if is_for_clients(want.address))


def _for_everyone(file: PoFile) -> PoFile:
    header = file.header
    words = header.words.replace(f"{FOR_CLIENTS}\n", "") if header else ""
    return replace(file, header=header.changed(words=words) if header else None, original=b"")


def _wanted(
    tag: str, sources: Sequence[Source], common: Common | None = None, clients: bool = False
) -> dict[str, tuple[Wanted, ...]]:
    """The strings of every catalogue of a language, by catalogue name; raises Refused with the problems of all.

    A tailored sheet without strings of its own to translate needs no catalogue.
    """
    found: dict[str, tuple[Wanted, ...]] = {}
    problems: list[Problem] = []
    structures: list[tuple[str, object]] = [(COMMON, common)] if common else []
    structures += [(name_of(it), it) for it in sources]
    for name, structure in structures:
        if name in found:
            place = structure.place if isinstance(structure, Source) else None
            problems.append(Problem(place, f"Two catalogues would be named ‘{name}’.", "Rename the worksheet."))
        try:
            if (wanted := extract(structure, tag)) or getattr(structure, "origin", None) is None:
                found[name] = _for_clients(wanted) if clients else wanted
        except Refused as refused:
            problems += refused.problems
    refuse_if(problems)
    return found


def _not_started(tag: str, locales: Path) -> Problem:
    sentence = f"{language_of(tag).english_name} has no folder yet."
    return Problem(Place(str(locales / tag)), sentence, f"Run ‘worksheet-builder translate start {tag}’.")


def _begun_already(language: Language, name: str, path: Path) -> Problem:
    hint = f"‘worksheet-builder translate update {language.tag} {name}’ brings it up to date."
    return Problem(Place(str(path)), f"‘{name}’ has been begun in {language.english_name} already.", hint)


def _empty(language: Language, name: str, strings: Sequence[Wanted], clients: bool = False) -> PoFile:
    return merge(_headed(PoFile(None, ()), language, name, clients), strings).file


def _headed(file: PoFile, language: Language, name: str, clients: bool = False) -> PoFile:
    """The file with a header; without dates, so that equal contents give equal bytes."""
    kind = "pack" if name.startswith(PACK_PREFIX) else "worksheet"
    own = f"the {kind} ‘{name.removeprefix(PACK_PREFIX)}’"
    what = "the words that every worksheet shares" if name == COMMON else own
    words = (
        "Project-Id-Version: worksheet-builder\n"
        f"Language: {language.tag.replace('-', '_')}\n"
        "MIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=UTF-8\n"
        "Content-Transfer-Encoding: 8bit\n"
    ) + (f"{FOR_CLIENTS}\n" if clients else "")
    header = PoEntry(None, "", words, comments=(f"# {language.english_name} for {what}.",))
    return PoFile(header, file.entries, file.trailing, file.newline)
