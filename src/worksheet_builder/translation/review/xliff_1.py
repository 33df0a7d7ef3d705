"""XLIFF 1.2 as older tools save what went out to them (OASIS Standard, 2008): it is read, and never written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .reply import Key, Reply, sent_and_better, shown, trimmed

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_UNTOUCHED = frozenset(("new", "needs-translation"))
_UNFINISHED = _UNTOUCHED | {"needs-adaptation", "needs-l10n", "needs-review-adaptation", "needs-review-l10n"}
_REVIEWED = frozenset(("final", "signed-off"))
_CODES = frozenset(("ph", "bpt", "ept", "it"))
"""Elements that hold a mark of ours as their text; `x`, `bx` and `ex` hold it as their `equiv-text`."""


def replies(root: Any) -> tuple[Reply, ...]:
    """What the units say, in their order."""
    units = (it for it in root.iter() if _name(it) == "trans-unit")
    return tuple(_reply(unit, count) for count, unit in enumerate(units, 1))


def _reply(unit: Any, count: int) -> Reply:
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
        "\n".join(_notes(unit)),
        reviewed=bool(better) and state in _REVIEWED,
        confirmed=bool(sent or better) and (state == "translated" or unit.get("approved") == "yes"),
        unfinished=state in _UNFINISHED,
        language=next((it.get("target-language", "") for it in unit.iterancestors() if _name(it) == "file"), ""),
    )


def _notes(unit: Any) -> Iterator[str]:
    """What somebody noted; a note that names nobody is of the file, and went out."""
    for note in unit:
        if _name(note) == "note" and (note.get("from") or note.get("annotates") == "target"):
            yield shown("".join(note.itertext()))


def _first(unit: Any, name: str) -> Any:
    return next((it for it in unit if _name(it) == name), None)


def _text(element: Any) -> str:
    """The text of a source or target, with the marks that its codes stand for."""
    if element is None:
        return ""
    pieces = [element.text or ""]
    for child in element:
        name = _name(child)
        if name in ("x", "bx", "ex") or (name in _CODES and not "".join(child.itertext())):
            pieces.append(str(child.get("equiv-text", "")))
        else:
            pieces.append(_text(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""
