"""A Word file as the tests look at it: parts as trees, words in reading order, controls by their address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
NAMES = {"w": W[1:-1], "w14": W14[1:-1]}
_MARKS = str.maketrans("", "", "\u200e\u200f")


def parts(data: bytes) -> dict[str, bytes]:
    """The members of the file."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    """One part as a tree."""
    return etree.fromstring(parts(data)[name])


def found(tree: etree._Element, path: str) -> list[etree._Element]:
    """What an XPath finds."""
    result = tree.xpath(path, namespaces=NAMES)
    assert isinstance(result, list)
    return [it for it in result if isinstance(it, etree._Element)]


def value(element: etree._Element, path: str, name: str = "val") -> str | None:
    """An attribute of the first element found."""
    return next((it.get(f"{W}{name}") for it in found(element, path)), None)


def style(paragraph: etree._Element) -> str | None:
    """The id of a paragraph's style."""
    return value(paragraph, "w:pPr/w:pStyle")


def texts(data: bytes) -> list[str]:
    """The printed words of the body in reading order, without placeholders, tick boxes and numbers of scales."""
    return [words for paragraph in found(part(data), "//w:body//w:p") for words in _stretches(paragraph)]


def _stretches(paragraph: etree._Element) -> Iterator[str]:
    if style(paragraph) == "Scale":
        return
    line = "".join("\t" if run.tag in (f"{W}tab", f"{W}br") else run.text or "" for run in found(paragraph, _PRINTED))
    yield from (words for part in line.translate(_MARKS).split("\t") if (words := part.strip()))


_PRINTED = (
    ".//w:r[not(w:rPr/w:rStyle[@w:val='PlaceholderText' or @w:val='TickBox'])]"
    "/*[self::w:t or self::w:tab or self::w:br]"
)


@dataclass(frozen=True)
class Control:
    """A content control as a program that fills it sees it."""

    tag: str
    title: str
    kind: str
    locked: bool
    placeholder: str | None


def controls(data: bytes) -> list[Control]:
    """The controls of the body in reading order."""
    return [_control(it) for it in found(part(data), "//w:sdt/w:sdtPr")]


def _control(properties: etree._Element) -> Control:
    kinds = {"w14:checkbox": "tick", "w:text": "text", "w:date": "day"}
    return Control(
        tag=value(properties, "w:tag") or "",
        title=value(properties, "w:alias") or "",
        kind=next((kind for path, kind in kinds.items() if found(properties, path)), "lines"),
        locked=value(properties, "w:lock") == "sdtLocked",
        placeholder=value(properties, "w:placeholder/w:docPart"),
    )
