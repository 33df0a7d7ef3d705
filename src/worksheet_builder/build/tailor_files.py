"""The files of tailorings (changes to a worksheet or pack): their paths, and writing changes into them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..foundation.files import unfit_name, write_new, write_whole
from ..foundation.problems import Place, Problem, Refused, without_places
from ..project.library import Library, is_pack

if TYPE_CHECKING:
    from ..reading.yaml_writer import Value

SCHEMA, PACK_SCHEMA = "tailoring.schema.json", "tailoring-pack.schema.json"


def change(
    source: Path, name: str | None, changes: Sequence[Mapping[str, Value]], library: Library | None = None
) -> Path:
    """Write changes to a sheet into a tailoring file, new or existing, and return its path; raises Refused."""
    path, text = changed(source, name, changes, library or Library.open())
    write_schema(path)
    write_whole(path, text.encode())
    return path


def changed(
    source: Path, name: str | None, changes: Sequence[Mapping[str, Value]], library: Library
) -> tuple[Path, str]:
    """The path and the text of a tailoring file with the changes, checked but not written; raises Refused."""
    from ..foundation.decoding.yaml_nodes import text_of
    from ..reading import tailoring_editor
    from ..reading.tailoring_loader import based_on, laid_over, read_ground, read_source, read_tailoring

    if name is None and based_on(source) and _is_own(library, source):
        read_tailoring(source)
        path, text, ground = source, text_of(source), read_ground(library, source)
    else:
        ground = read_source(library, source)
        path = _new_path(library, source, name)
        text = tailoring_editor.begun(ground, f"../{SCHEMA}" if not is_pack(path) else PACK_SCHEMA)
    for each in changes:
        text = tailoring_editor.with_change(text, ground, each)
    with without_places():  # line numbers would mislead, as this text is not written yet
        laid_over(library, text, path)
    return path, text


def source_of(library: Library, sheet: str) -> Path:
    """The file of a worksheet or pack by its id, the name of its catalogue, or a path; raises Refused."""
    from ..project.named_sheets import named

    (path,) = named(library, [sheet]).values()
    return path


def _is_own(library: Library, path: Path) -> bool:
    return library.project is not None and path.resolve().is_relative_to(library.project.folder.resolve())


def _new_path(library: Library, source: Path, name: str | None) -> Path:
    """The path of a new tailoring; raises Refused outside a project, for a bad id, and if one of that id exists."""
    from ..foundation.decoding.decoder import KEY

    if library.project is None:
        hint = "Go to the folder of your project, or make one with ‘worksheet-builder init’."
        raise Refused([Problem(Place(str(Path.cwd())), "This folder is not a project.", hint)])
    if name is not None and (not KEY.fullmatch(name) or unfit_name(name)):
        hint = "Use small letters, digits and hyphens, such as ‘our-waves’."
        raise Refused([Problem(None, f"‘{name}’ cannot be an id.", hint)])
    shelf, packs = library.project, is_pack(source)
    stem = name or source.stem
    if name is None and _is_own(library, source):
        hint = f"Edit it as it is; or make another of it with ‘--as {stem}-2’."
        raise Refused([Problem(Place(str(source)), f"‘{stem}’ is a sheet of your project already.", hint)])
    for path in shelf.pack_files() if packs else shelf.files():
        if path.stem.casefold() == stem.casefold():
            hint = f"‘worksheet-builder tailor {path.stem} …’ changes it further; or choose another id with --as."
            raise Refused([Problem(Place(str(path)), "This is there already.", hint)])
    return (shelf.packs if packs else shelf.worksheets / "own") / f"{stem}.yaml"


def write_schema(path: Path) -> None:
    """Write the schema that editors use for completion beside a tailoring, unless it exists."""
    from ..definitions.tailoring import PackTailoring, Tailoring
    from ..reading import json_schema

    kind, schema = (PackTailoring, path.parent / PACK_SCHEMA) if is_pack(path) else (Tailoring, None)
    worksheets = next((it for it in path.parents if it.name == "worksheets"), path.parent)
    write_new(schema or worksheets / SCHEMA, json_schema.text(kind).encode())
