"""Write XML as strings that are well formed by construction; no element tree is needed, since nothing is searched."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from xml.sax.saxutils import escape, quoteattr

from ..foundation.xml_text import possible_in_xml

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
}
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def element(name: str, attributes: Mapping[str, object], *children: str) -> str:
    """An element by its prefixed name; an attribute that is None is left out."""
    head = name + "".join([f" {key}={_quoted(str(it))}" for key, it in attributes.items() if it is not None])
    return f"<{head}>{''.join(children)}</{name}>" if children else f"<{head}/>"


def w(name: str, /, *children: str, **attributes: object) -> str:
    """An element of WordprocessingML, whose attributes carry the same prefix."""
    head = name
    for key, it in attributes.items():
        if it is not None:
            head += f" w:{key}={_quoted(str(it))}"
    return f"<w:{head}>{''.join(children)}</w:{name}>" if children else f"<w:{head}/>"


TAB = w("r", w("tab"))
"""A run with a tab character."""


def flag(name: str, on: bool | None) -> str:
    """An on/off property of a style or paragraph: on, off, or (None) an empty text, so that it is inherited."""
    return "" if on is None else w(name) if on else w(name, val=0)


def text(words: str) -> str:
    """A `w:t` element with every space kept; a line break becomes a space, as in the other formats."""
    return f'<w:t xml:space="preserve">{escaped(words)}</w:t>'


def escaped(words: str) -> str:
    """The words escaped as the content of an element."""
    return escape(printable(words))


def printable(words: str) -> str:
    """The words with characters that XML 1.0 does not allow replaced by U+FFFD, and line breaks by spaces."""
    return possible_in_xml(words).replace("\n", " ")


def part(name: str, attributes: Mapping[str, object], *children: str, prefixes: str = "w") -> bytes:
    """The bytes of a package part with the root element `name`; `prefixes` are declared, w14 and w15 as ignorable."""
    chosen = prefixes.split()
    spaces = {f"xmlns:{prefix}": NAMESPACES[prefix] for prefix in chosen}
    later = " ".join(prefix for prefix in chosen if prefix in ("w14", "w15"))
    ignorable = {"mc:Ignorable": later} if later else {}
    return (DECLARATION + element(name, {**spaces, **ignorable, **attributes}, *children)).encode()


@lru_cache(maxsize=4096)
def _quoted(value: str) -> str:
    return quoteattr(printable(value))
