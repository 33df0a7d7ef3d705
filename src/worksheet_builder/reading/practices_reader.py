"""Read many practices: a folder of practice files, or a table with one practice in each row, as CSV or YAML.

All are read before any problem is reported, so that one run reports every problem of every practice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from ..definitions.practice import Practice
from ..foundation.decoding.decoder import KEY, Decoder, Undecodable, fields_of, suggestion
from ..foundation.decoding.hints import suggested_id
from ..foundation.decoding.type_shapes import Many, Scalar, Words, shape_of
from ..foundation.decoding.yaml_nodes import place_of, root_of, text_of
from ..foundation.files import unfit_name
from ..foundation.problems import Place, Problem, Refused, refuse_if
from ..foundation.records import record
from ..project.library import PRACTICE, YAML_SUFFIXES
from .csv_rows import CsvCell, read_rows
from .loader import in_order, read_practice, unfilled

ID = "id"
"""The column that names the practice of a row."""
_EMPTY = "There is no practice here."
_HOW = "Put a practice file for each into a folder, or a row for each into a table."


@record
class ManyPractices:
    """The practices of a folder or a table that could be read, sorted by id, and the problems of the others."""

    practices: tuple[NamedPractice, ...]
    problems: tuple[Problem, ...] = ()


@record
class NamedPractice:
    """One of many practices: its id, also the name of its folder of handouts, and the file that defines it."""

    id: str
    practice: Practice
    file: Path


def read_practices(path: Path) -> ManyPractices:
    """Read the practices of a folder or a table; raises Refused if there are none, or if the table itself is faulty."""
    if path.is_dir():
        return _of_folder(path)
    return _of_rows(path, _yaml_rows(path) if path.suffix in YAML_SUFFIXES else _csv_rows(path))


def _of_folder(folder: Path) -> ManyPractices:
    problems: list[Problem] = []
    files = [it for entry in sorted(folder.iterdir()) if (it := _practice_file(entry))]
    named = [(file.parent.name if file.parent != folder else file.stem, Place(str(file))) for file in files]
    problems += _misnamed(named)
    read = []
    for (name, _), file in zip(named, files, strict=True):
        try:
            read.append(NamedPractice(name, read_practice(file), file))
        except Refused as refused:
            problems += refused.problems
    return _whole(folder, read, problems)


def _practice_file(entry: Path) -> Path | None:
    """The practice file that an entry of the folder is, or contains; None for any other entry."""
    if entry.name.startswith("."):
        return None
    inside = (entry / PRACTICE, (entry / PRACTICE).with_suffix(".yml"))
    if entry.is_dir():
        return next((it for it in inside if it.is_file()), None)
    return entry if entry.suffix in YAML_SUFFIXES and entry.is_file() else None


def _of_rows(path: Path, rows: Iterable[tuple[str, Place, yaml.MappingNode, list[Problem]]]) -> ManyPractices:
    problems: list[Problem] = []
    read, named = [], []
    for name, place, node, noted in rows:
        named.append((name, place))
        problems += noted
        try:
            read.append(NamedPractice(name, _decoded(node, path), path))
        except Refused as refused:
            problems += refused.problems
    return _whole(path, read, [*_misnamed(named), *problems])


def _whole(path: Path, read: Sequence[NamedPractice], problems: list[Problem]) -> ManyPractices:
    if not read and not problems:
        raise Refused([Problem(Place(str(path)), _EMPTY, _HOW)])
    return ManyPractices(tuple(sorted(read, key=lambda it: it.id)), tuple(problems))


def _misnamed(named: Iterable[tuple[str, Place]]) -> Iterator[Problem]:
    """Problems for names that are no valid ids, and for ids that occur twice."""
    first: dict[str, Place] = {}
    for name, place in named:
        if not KEY.fullmatch(name):
            hint = f"Use small letters, digits and hyphens, such as ‘{suggested_id(name) if name else 'north-clinic'}’."
            yield Problem(place, f"‘{name}’ cannot name a practice." if name else "The practice has no id.", hint)
        elif unfit := unfit_name(name):
            yield Problem(place, *unfit)
        elif (other := first.setdefault(name, place)) is not place:
            hint = "Each practice has a folder of its own for its handouts; give one of them another id."
            yield Problem(place, f"The id ‘{name}’ stands twice; it is also in {other}.", hint)


def _decoded(node: yaml.MappingNode, path: Path) -> Practice:
    """The practice of a row; raises Refused."""
    decoder = Decoder(str(path))
    try:
        practice = decoder.dataclass(node, Practice, (), partial=True)
    except Undecodable:
        raise Refused(in_order(decoder.problems)) from None
    refuse_if(in_order([*decoder.problems, *practice.check(), *unfilled(practice)]))
    return practice


def _yaml_rows(path: Path) -> Iterator[tuple[str, Place, yaml.MappingNode, list[Problem]]]:
    """For each entry of a map from ids to practices: its id, its place, its YAML node, and its problems."""
    root = root_of(text_of(path), str(path))
    if not isinstance(root, yaml.MappingNode):
        hint = "Begin each practice with its id, as in ‘north-clinic:’, and write what it says below, indented."
        raise Refused([Problem(place_of(root, str(path)), "This has to be a map of practices.", hint)])
    for key, value in root.value:
        place = place_of(key, str(path))
        name = str(key.value) if isinstance(key, yaml.ScalarNode) else ""
        if isinstance(value, yaml.MappingNode):
            yield name, place, value, []
        else:
            hint = "Write at least ‘name: …’ below it, indented."
            yield (
                name,
                place,
                yaml.MappingNode("", [], key.start_mark, key.end_mark),
                [Problem(place, f"Nothing is said of the practice ‘{name}’.", hint)],
            )


def _csv_rows(path: Path) -> Iterator[tuple[str, Place, yaml.MappingNode, list[Problem]]]:
    """For each row of a CSV table: its id, its place, the row as a YAML node, and its problems.

    The first row names the columns: the id, and fields of a practice.
    """
    head, *rows = read_rows(text_of(path), str(path)) or [[]]
    refuse_if(_unfit_columns(head, path))
    names = [cell.text for cell in head]
    for row in rows:
        cells = dict(zip(names, row, strict=False))
        noted = [
            Problem(
                cell.place, "This cell stands under no column.", "Take it out, or name its column in the first row."
            )
            for cell in row[len(names) :]
            if cell.text
        ]
        place = cells[ID].place if ID in cells else row[0].place
        pairs = []
        for name, cell in cells.items():
            if name != ID and cell.text:
                try:
                    pairs.append((_scalar(name, head[names.index(name)].place), _node(name, cell)))
                except Refused as refused:
                    noted += refused.problems
        mark = _mark(place)
        yield cells[ID].text if ID in cells else "", place, yaml.MappingNode("", pairs, mark, mark), noted


def _unfit_columns(head: Sequence[CsvCell], path: Path) -> Iterator[Problem]:
    """Problems for columns that are unknown or occur twice, and for a missing column of ids."""
    known = {*fields_of(Practice)} - {"place", "places"}
    seen: set[str] = set()
    for cell in head:
        if cell.text in seen:
            yield Problem(cell.place, f"The column ‘{cell.text}’ stands twice.", "Keep one of them.")
        elif cell.text not in {ID, *known}:
            yield Problem(cell.place, f"A practice has no field ‘{cell.text}’.", suggestion(cell.text, {ID, *known}))
        seen.add(cell.text)
    if ID not in seen:
        hint = f"Name a column ‘{ID}’ in the first row, with a short name for each practice."
        yield Problem(head[0].place if head else Place(str(path)), f"The table has no column ‘{ID}’.", hint)


def _node(name: str, cell: CsvCell) -> yaml.Node:
    """A cell as a YAML node: one value, a list of words, or a list or map in YAML's brackets; raises Refused."""
    shape = shape_of(fields_of(Practice)[name][0])
    if isinstance(shape, Scalar | Words):
        return _scalar(cell.text, cell.place)
    if isinstance(shape, Many) and not cell.text.startswith("["):
        words: list[Any] = [_scalar(word, cell.place) for word in cell.text.replace(",", " ").replace(";", " ").split()]
        mark = _mark(cell.place)
        return yaml.SequenceNode("", words, mark, mark)
    try:
        return _placed(root_of(cell.text, cell.place.file), cell.place)
    except Refused as refused:
        hint = "Write lists and maps in brackets, as in [{name: Our duty line, number: 020 7946 0019}]."
        raise Refused([Problem(cell.place, f"What stands under ‘{name}’ cannot be read.", hint)]) from refused


def _placed(node: yaml.Node, place: Place) -> yaml.Node:
    """Set the place of a node, and of all nodes in it, to the place of its cell; returns the node."""
    node.start_mark = node.end_mark = _mark(place)
    if isinstance(node, yaml.CollectionNode):
        for it in node.value:
            for part in it if isinstance(it, tuple) else (it,):
                _placed(part, place)
    return node


def _scalar(text: str, place: Place) -> yaml.ScalarNode:
    mark = _mark(place)
    return yaml.ScalarNode("", text, mark, mark, '"')


def _mark(place: Place) -> yaml.Mark:
    return yaml.Mark(place.file, 0, place.line - 1, place.column - 1, None, 0)
