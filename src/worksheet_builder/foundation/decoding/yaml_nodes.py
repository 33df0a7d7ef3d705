"""Parse YAML into nodes with places; tags, anchors and aliases are refused, since files are not trusted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from ..problems import MOST, Place, Problem, Refused, refuse_if
from .yaml_errors import FASTEST, begins_with, odd_space, slip

MOST_BYTES = 1_000_000
DEEPEST = 24

_LOADER = FASTEST


def text_of(path: Path) -> str:
    """The text of a file; raises Refused if the file is missing, unreadable, larger than MOST_BYTES, or not UTF-8."""
    place = Place(str(path))
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        sentence = "There is no such file." if isinstance(error, FileNotFoundError) else "The file cannot be read."
        raise Refused([Problem(place, sentence, "Check the name and the folder.")]) from error
    return decoded_text(data, str(path))


def decoded_text(data: bytes, name: str) -> str:
    """Decode the bytes of a file or of standard input; raises Refused if there are too many or they are not UTF-8."""
    place = Place(name)
    if len(data) > MOST_BYTES:
        raise Refused([Problem(place, "The file is larger than a megabyte.", "Split it in several files.")])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = _place_behind(error.object[: error.start].decode(), name)
        sentence = "A character here is not stored as UTF-8, the encoding that worksheets are kept in."
        hint = "Save the file again as UTF-8: in your editor, ‘Save with encoding’ or ‘Save as’."
        raise Refused([Problem(place, sentence, hint)]) from error


def root_of(text: str, file: str) -> yaml.Node:
    """The root node of a YAML document; raises Refused if the text is not plain YAML, or is empty."""
    problems: list[Problem] = []
    if unreadable := yaml.reader.Reader.NON_PRINTABLE.search(text):
        raise Refused([_unreadable(text[: unreadable.start()], file)])
    try:
        problems.extend(_refused(text, file))
        root = None if problems else yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        refuse_if(odd_spaces(text, file))
        raise Refused(dict.fromkeys([*problems, _mistake(text, file, error)])) from error
    refuse_if(problems)
    if root is None:
        hint = "‘worksheet-builder new’ starts a worksheet that you can fill."
        raise Refused([Problem(Place(file), "The file is empty.", hint)])
    return root


def odd_spaces(text: str, file: str) -> list[Problem]:
    """A problem for each line with a special space where YAML needs a plain one; MOST problems at most."""
    found = ((at, odd_space(line)) for at, line in enumerate(text.splitlines(), 1))
    return [Problem(Place(file, at, it[0] + 1), it[1], it[2]) for at, it in found if it][:MOST]


def place_of(node: yaml.Node | yaml.Event, file: str) -> Place:
    """Where a node begins."""
    mark = node.start_mark
    return Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)


def remark_after(node: yaml.ScalarNode, lines: Sequence[str]) -> bool:
    """Whether ‘#’ ends an unquoted text, so that words after it would be lost; `lines` are those of the file."""
    mark = node.end_mark
    if node.style in ("'", '"', "|", ">") or mark is None or mark.line >= len(lines):
        return False
    return lines[mark.line][mark.column :].lstrip().startswith("#")


def _mistake(text: str, file: str, error: yaml.MarkedYAMLError) -> Problem:
    """The problem for a text that the parser refused.

    libyaml from 0.2.6 on has its own limit for nesting and reaches it while it reads ahead, before the limit here
    (DEEPEST); PyYAML's Python parser has none, so it finds the place where the limit here is exceeded.
    """
    if "nesting depth" in (error.problem or ""):
        depth = 0
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            depth += _step(event)
            if depth > DEEPEST:
                return _too_deep(event, file)
    return slip(text, file, error)


def _step(event: yaml.Event) -> int:
    """By how much an event changes the depth: 1, 0 or -1."""
    return isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)


def _too_deep(event: yaml.Event, file: str) -> Problem:
    hint = "Check the brackets and the indentation here."
    return Problem(place_of(event, file), "The file is nested too deeply.", hint)


def _refused(text: str, file: str) -> Iterator[Problem]:
    """Check the events of the parser before any node is built, so that deep nesting and aliases cost no memory."""
    depth = documents = told = 0
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.ScalarEvent) and not _sign(event):
            continue  # most events are plain scalars, which need no check: this saves time
        documents += isinstance(event, yaml.DocumentStartEvent)
        depth += _step(event)
        if depth > DEEPEST:
            yield _too_deep(event, file)
            return
        for problem in _refused_event(event, documents, file):
            yield problem
            told += 1
        if told > MOST:
            return


def _refused_event(event: yaml.Event, documents: int, file: str) -> Iterator[Problem]:
    if isinstance(event, yaml.DocumentStartEvent) and documents > 1:
        hint = "Keep one worksheet to a file: take the line ‘---’ out, or move what follows to a file of its own."
        yield Problem(place_of(event, file), "A second document begins here.", hint)
    if sign := _sign(event):
        yield Problem(place_of(event, file), *begins_with(sign))


def _sign(event: yaml.Event) -> str:
    """The character of an alias (*), an anchor (&) or a tag (!) in the event; empty if it has none."""
    if isinstance(event, yaml.AliasEvent):
        return "*"
    if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
        return "&"
    return "!" if getattr(event, "tag", None) not in (None, "!") else ""


def _unreadable(before: str, file: str) -> Problem:
    """The problem for a character that YAML does not allow; `before` is all the text before it.

    The parsers are not asked for its place: the one counts in bytes, and meets what is wrong in the lines above first.
    """
    sentence = "An invisible control character stands here."
    return Problem(_place_behind(before, file), sentence, "Delete it and type the text again.")


def _place_behind(text: str, file: str) -> Place:
    """The place of the character right after `text`, the beginning of a file; lines end as YAML says."""
    lines = f"{text}.".splitlines()
    return Place(file, len(lines), len(lines[-1]))
