"""HTML elements as strings: text is escaped once, at the point where it is put in, and markup is never escaped."""

from __future__ import annotations

from collections.abc import Mapping

Attribute = str | int | bool | None
"""The value of an attribute: True for one without a value, None or False to leave the attribute out."""

_VOID = frozenset("br col hr img input link meta".split())
"""Elements without content or end tag (HTML Living Standard, 13.1.2)."""


def escaped(words: str) -> str:
    """Escape words for the content of an element or the value of an attribute."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def element(name: str, attributes: Mapping[str, Attribute], *inside: str) -> str:
    """The markup of an element; `inside` is markup already."""
    start = f"<{name}{''.join(f' {key}{_value(value)}' for key, value in attributes.items() if _stands(value))}>"
    return start if name in _VOID else f"{start}{''.join(inside)}</{name}>"


def _stands(value: Attribute) -> bool:
    return value is not None and value is not False


def _value(value: Attribute) -> str:
    return "" if value is True else f'="{escaped(str(value))}"'
