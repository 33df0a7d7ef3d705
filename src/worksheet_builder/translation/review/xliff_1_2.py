"""Read XLIFF 1.2 (OASIS Standard, 2008), in which older tools save the file that was sent; it is never written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from .reply import Key, Reply, sent_and_better, shown, trimmed

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_UNTOUCHED = frozenset(("new", "needs-translation"))
_UNFINISHED = _UNTOUCHED | {"needs-adaptation", "needs-l10n", "needs-review-adaptation", "needs-review-l10n"}
_REVIEWED = frozenset(("final", "signed-off"))
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_CODES = frozenset(("ph", "bpt", "ept", "it"))
"""Elements that hold a mark of ours as their text; `x`, `bx` and `ex` hold it as their `equiv-text`."""


def replies(root: Any) -> tuple[Reply, ...]:
    """Read the units of the document, in their order."""
    units = (it for it in root.iter() if _name(it) == "trans-unit")
    comments = {
        str(it.get("id")): shown("\n".join("".join(said.itertext()) for said in it.iter() if _name(said) == "Comment"))
        for it in root.iter()
        if _name(it) == "cmt-def"
    }
    told: set[Any] = set()
    return tuple(_reply(unit, count, comments, told) for count, unit in enumerate(units, 1))


def _reply(unit: Any, count: int, comments: dict[str, str], told: set[Any]) -> Reply:
    target = _first(unit, "target")
    english = _text(_first(unit, "source"))
    words = trimmed(_text(target), english)
    state = "" if target is None else str(target.get("state", ""))
    names = (str(unit.get(name, "")) for name in ("id", "resname"))
    key = next((key for name in names if (key := Key.find(name))), None)
    sent, better = sent_and_better(words, english, key, untouched=not state or state in _UNTOUCHED)
    return Reply(
        f"unit {count}",
        key,
        english,
        sent,
        better,
        "\n".join((*notes_above(unit, told), *_notes(unit, comments))),
        reviewed=bool(better) and state in _REVIEWED,
        confirmed=bool(sent or better) and (state == "translated" or unit.get("approved") == "yes"),
        unfinished=state in _UNFINISHED,
        language=language_of(unit)
        or next((it.get("target-language", "") for it in unit.iterancestors() if _name(it) == "file"), ""),
    )


def language_of(unit: Any) -> str:
    """The language tag (``xml:lang``) of the target of a unit; empty if there is none."""
    targets = (it for it in unit.iter() if _name(it) == "target" and _name(it.getparent()) in ("trans-unit", "segment"))
    return next((found for it in targets if (found := str(it.get(_LANGUAGE, "")))), "")


def remarks_in(target: Any) -> Iterator[str]:
    """The XML comments that somebody has typed into the target: <!-- like this -->."""
    yield from (shown(it.text or "") for it in target.iter() if it.tag is etree.Comment)


def notes_above(unit: Any, told: set[Any]) -> Iterator[str]:
    """The notes on the file or group of a unit, given with its first unit only: none of them was sent, so all are new.

    Version 1.2 has them there and in the `header`, version 2 in `notes`. `told` are the elements already searched.
    """
    for element in reversed([*unit.iterancestors()]):
        if element not in told:
            told.add(element)
            parts = (part for it in element for part in ((it, *it) if _name(it) in ("header", "notes") else (it,)))
            yield from (shown("".join(part.itertext())) for part in parts if _name(part) == "note")


def _notes(unit: Any, comments: dict[str, str]) -> Iterator[str]:
    """The notes of others on a unit; a note without an author was in the file that was sent.

    `comments` are those that Trados keeps at the head of the file, by the id that a mark in the text refers to.
    """
    for it in unit:
        if _name(it) == "note" and (it.get("from") or it.get("annotates") == "target"):
            yield shown("".join(it.itertext()))
        elif _name(it) == "target":
            yield from remarks_in(it)
            for mark in it.iter():
                if _name(mark) == "mrk":
                    said = (value for key, value in mark.attrib.items() if etree.QName(key).localname == "cid")
                    yield from (comments[name] for name in said if name in comments)
                    yield shown(str(mark.get("comment", "")))


def _first(unit: Any, name: str) -> Any:
    return next((it for it in unit if _name(it) == name), None)


def _text(element: Any) -> str:
    """The text of a source or target, with the marks that its inline codes represent."""
    if element is None:
        return ""
    pieces = [element.text or ""]
    for child in element:
        name = _name(child)
        if not name or (name == "mrk" and str(child.get("mtype", "")).endswith("deleted")):
            pass  # an XML comment, and words that a tracked change deletes
        elif name in ("x", "bx", "ex") or (name in _CODES and not "".join(child.itertext())):
            pieces.append(str(child.get("equiv-text", "")))
        else:
            pieces.append(_text(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""
