"""XLIFF 2.0 for agencies (OASIS Standard, 2014): a file element for each catalogue, a unit for each string.

The marks of a text are inline codes (``ph``), which translation tools protect.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree

from ...foundation.languages import SOURCE_LANGUAGE
from ...foundation.xml_text import IMPOSSIBLE, possible_in_xml
from ...ooxml.table_reader import UnreadableFile, parsed
from ..states import State
from . import xliff_1_2
from .reply import Key, Reply, sent_and_better, shown, trimmed
from .review_sheet import Item, ReviewSheet

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
_DEFAULT: Any = {None: NAMESPACE}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_CODE = re.compile(r"(\\[\\*\[\]{}]|\*|\{[a-z_]+\}|\[|\]\{[A-Za-z0-9-]+\})")
_STATES = {
    State.MISSING: ("initial", "missing"),
    State.STALE: ("initial", "stale"),
    State.DRAFT: ("translated", "draft"),
    State.TRANSLATED: ("translated", "translated"),
    State.REVIEWED: ("reviewed", "reviewed"),
}
"""The XLIFF state of each of our states, and our state as the sub-state."""
_OURS = "context"
"""The category of the notes that are sent; a returned note without it was written by somebody else."""
_ORDER = ("initial", "translated", "reviewed", "final")


def to_xliff(sheets: Sequence[ReviewSheet]) -> bytes:
    """The sheets of one language as an XLIFF file."""
    named = {"version": "2.0", "srcLang": SOURCE_LANGUAGE, "trgLang": sheets[0].language.tag}
    root: Any = etree.Element(_named("xliff"), named, nsmap=_DEFAULT)
    for sheet in sheets:
        file = _child(root, "file", id=sheet.name)
        for item in sheet.items:
            _unit(file, item)
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=False))


def _unit(file: Any, item: Item) -> None:
    unit = _child(file, "unit", id=f"u-{item.key}", name=item.address)
    notes = _child(unit, "notes")
    for line in (*item.about, item.standing):
        _child(notes, "note", category=_OURS).text = possible_in_xml(line)
    english, words = item.unit.phrase.text, item.unit.words
    codes = {code: f"d{at}" for at, code in enumerate(dict.fromkeys(_CODE.findall(english) + _CODE.findall(words)), 1)}
    if codes:
        data = _child(unit, "originalData")
        for code, name in codes.items():
            _child(data, "data", id=name).text = code
    state, detail = _STATES[item.unit.state]
    segment = _child(unit, "segment", id="s1", state=state, subState=f"worksheet:{detail}")
    used: dict[str, list[str]] = {}
    _content(_child(segment, "source"), english, codes, used)
    if words:
        _content(_child(segment, "target"), words, codes, used)


def _content(element: Any, text: str, codes: dict[str, str], used: dict[str, list[str]]) -> None:
    """Write text and inline codes; a code in the target takes the id of the same code in the source (`used`)."""
    element.set(_SPACE, "preserve")
    target, fresh = element.tag == _named("target"), sum(map(len, used.values()))
    for at, piece in enumerate(_CODE.split(text)):
        if at % 2 == 0:
            _append(element, piece)
            continue
        mine = used.setdefault(piece, [])
        if target and mine:
            number = mine.pop(0)
        else:
            fresh += 1
            number = f"c{fresh}"
            if not target:
                mine.append(number)
        _child(element, "ph", id=number, dataRef=codes[piece], disp=piece)


def _append(element: Any, text: str) -> None:
    """Append text to the content of an element, with `cp` elements for characters that XML cannot hold."""
    end = 0
    for match in IMPOSSIBLE.finditer(text):
        _put(element, text[end : match.start()])
        _child(element, "cp", hex=f"{ord(match[0]):04X}")
        end = match.end()
    _put(element, text[end:])


def _put(element: Any, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def from_xliff(data: bytes) -> tuple[Reply, ...]:
    """Read the units of an XLIFF file (1.2 or 2), in their order; raises `table_reader.UnreadableFile`."""
    root = parsed(data)
    kind = str(root.tag)
    if kind.startswith("{urn:oasis:names:tc:xliff:document:2."):
        return tuple(_replies(root))
    if kind in (f"{{{xliff_1_2.NAMESPACE}}}xliff", "xliff"):
        return xliff_1_2.replies(root)
    raise UnreadableFile("This is not XLIFF.", "Ask for the file as XLIFF 2.0 or 1.2.")


def _replies(root: Any) -> Iterator[Reply]:
    units = (it for it in root.iter() if _name(it) == "unit")
    ours = any(it.get("category") == _OURS for it in root.iter() if _name(it) == "note")
    told: set[Any] = set()
    for count, unit in enumerate(units, 1):
        original = (part for part in unit if _name(part) == "originalData")
        data = {it.get("id"): it.text or "" for part in original for it in part if _name(it) == "data"}
        english = _whole(unit, "source", data)
        words = trimmed(_whole(unit, "target", data), english)
        key = Key.find(unit.get("id", ""))
        begun = {it.get("state") for it in unit.iter() if _name(it) == "segment"}
        sent, better = sent_and_better(words, english, key, untouched=begun <= {None, "initial"})
        words = sent or better
        yield Reply(
            f"unit {count}",
            key,
            english,
            sent,
            better,
            "\n".join((*xliff_1_2.notes_above(unit, told), *_notes(unit, ours))),
            unfinished="initial" in begun,
            reviewed=bool(words) and _has_come_to(unit, "reviewed", bool(sent)),
            confirmed=bool(words) and _has_come_to(unit, "translated", bool(sent)),
            language=xliff_1_2.language_of(unit) or root.get("trgLang", ""),
        )


def _notes(unit: Any, ours: bool) -> Iterator[str]:
    """The notes of others on a unit or on some of its words; `ours`: the notes that were sent have their category."""
    for it in unit.iter():
        if _name(it) == "note" and (ours or it.get("category")) and it.get("category") != _OURS:
            yield shown(it.text or "")
        elif _name(it) in ("mrk", "sm") and it.get("type") == "comment" and it.get("value"):
            yield shown(it.get("value"))
        elif _name(it) == "target":
            yield from xliff_1_2.remarks_in(it)


def _whole(unit: Any, name: str, data: dict[str, str]) -> str:
    """The text of the source or target of a unit, which a tool may have split into segments."""
    segments = [it for it in unit if _name(it) in ("segment", "ignorable")]
    parts = [(at, part) for at, it in enumerate(segments, 1) for part in it if _name(part) == name]
    return "".join(_text(part, data) for _, part in sorted(parts, key=_place))


def _place(part: tuple[int, Any]) -> int:
    """The position of a target in its unit: its `order`, else the position of its segment."""
    at, element = part
    order = str(element.get("order", ""))
    return int(order) if order.isdecimal() else at


def _has_come_to(unit: Any, state: str, as_sent: bool) -> bool:
    """Whether all segments are in the state or a later one; if `as_sent`, not if they had that state when sent."""
    segments = [it for it in unit.iter() if _name(it) == "segment"]
    reached = all(it.get("state", "initial") in _ORDER[_ORDER.index(state) :] for it in segments)
    went_out = {str(it.get("subState", "")).removeprefix("worksheet:") for it in segments}
    return bool(segments) and reached and not (as_sent and state in went_out)


def _text(element: Any, data: dict[str, str]) -> str:
    pieces = [element.text or ""]
    for child in element:
        match _name(child):
            case "ph" | "sc" | "ec":
                pieces.append(data.get(child.get("dataRef", ""), child.get("disp", "")))
            case "pc":
                start, end = (child.get(f"disp{side}", "") for side in ("Start", "End"))
                pieces.append(data.get(child.get("dataRefStart", ""), start))
                pieces.append(_text(child, data))
                pieces.append(data.get(child.get("dataRefEnd", ""), end))
            case "":  # an XML comment, which is not text
                pass
            case "cp":
                pieces.append(_character(child.get("hex", "FFFD")))
            case _:
                pieces.append(_text(child, data))
        pieces.append(child.tail or "")
    return "".join(pieces)


def _character(code: str) -> str:
    """The character of a code point in hexadecimal (XLIFF 2.0, 4.3.1.6); raises UnreadableFile for none."""
    if not re.fullmatch("[0-9A-Fa-f]{1,8}", code) or (number := int(code, 16)) > 0x10FFFF or 0xD800 <= number < 0xE000:
        raise UnreadableFile("The file holds a character that does not exist.", "Ask for the file again as XLIFF 2.0.")
    return chr(number)


def _child(parent: Any, kind: str, /, **attributes: str) -> Any:
    return etree.SubElement(parent, _named(kind), attributes)


def _named(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""
