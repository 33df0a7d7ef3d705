"""What a PDF paints, read from the finished file: paths with their colours, letters with their fonts, fields."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

import pikepdf

from .opened import instructions, letters_of, name_of, opened

_PAINTING = frozenset(("f", "S", "B", "n", "Do"))
_OF_THE_PACKING = frozenset(("/Length", "/Filter", "/DecodeParms"))
_BUTTONS = ("/Ff", "/V", "/Q", "/DA", "/MK", "/F", "/AS")


def painted(data: bytes) -> Iterator[str]:
    """Every page of the file, what it says about itself, and its bookmarks."""
    with opened(data) as file:
        yield f"title {file.docinfo.get('/Title')!s}"
        yield f"preferences {plain(file.Root.ViewerPreferences)} language {file.Root.Lang!s}"
        for number, page in enumerate(file.pages, 1):
            yield f"page {number} {plain(page.MediaBox)} tabs {page.Tabs!s}"
            yield from (f"  {line}" for line in _content(page))
            yield from (f"  {line}" for it in page.get("/Annots", []) for line in _annotation(it))
        yield from _bookmarks(file.Root.get("/Outlines"), "")


def written_objects(data: bytes) -> Iterator[str]:
    """Every object of the file by its number: dictionaries as they are, streams as text, or a hash of their bytes."""
    with opened(data) as file:
        yield f"trailer Root {plain(file.Root)}"
        for number, entry in enumerate(file.objects, 1):
            if isinstance(entry, pikepdf.Stream):
                known = {key: it for key, it in entry.items() if key not in _OF_THE_PACKING}
                yield f"{number} stream {plain(known)}"
                yield from (f"  {line}" for line in _held(entry.read_bytes()))
            else:
                yield f"{number} {plain(entry)}"


def _held(data: bytes) -> list[str]:
    """The lines of a stream that is text, else its length and hash."""
    try:
        lines = data.decode("utf-8").splitlines()
    except UnicodeDecodeError:
        lines = ["\0"]
    if any(not char.isprintable() for line in lines for char in line):
        return [f"{len(data)} bytes {hashlib.sha256(data).hexdigest()[:16]}"]
    return lines


def plain(value: Any, top: bool = True) -> str:
    """A value of a PDF on one line, its numbers short."""
    if isinstance(value, pikepdf.Object) and value.is_indirect and not top:
        return f"{value.objgen[0]}R"
    if isinstance(value, pikepdf.Dictionary | dict):
        return "<<" + " ".join(f"{key} {plain(it, False)}" for key, it in sorted(value.items())) + ">>"
    if isinstance(value, pikepdf.Array):
        return "[" + " ".join(plain(it, False) for it in value) + "]"
    if isinstance(value, pikepdf.String) and not str(value).isprintable():
        return f"<{bytes(value).hex()}>"
    if isinstance(value, pikepdf.String | str):
        return str(value)
    return f"{float(value):g}" if not isinstance(value, pikepdf.Object) else str(value)


def _content(page: Any) -> Iterator[str]:
    """One line for each painted path, picture or stretch of letters, with all that was set before it."""
    fonts = {
        name: (str(font.BaseFont).partition("+")[2], letters_of(font)) for name, font in page.Resources.Font.items()
    }
    said: list[str] = []
    face: dict[int, str] = {}
    for operands, operator in instructions(page):
        name = str(operator)
        if name in ("BDC", "EMC"):
            yield _marked(*operands) if operands else "end"
        elif name == "Tf":
            font, face = fonts[str(operands[0])]
            said.append(f"{font} {plain(operands[1])}")
        elif name == "TJ":
            yield " ".join((*said, f"«{_shown(operands[0], face)}»"))
            said = []
        elif name == "Q":
            yield "Q"
        elif name not in ("BT", "ET"):
            said.append(" ".join((*map(plain, operands), name)))
        if name in _PAINTING:
            yield " ".join(said)
            said = []
    if said:
        yield " ".join(said)


def _marked(kind: Any, entries: Any) -> str:
    """The tag or artifact that follows, without its number."""
    said = plain({key: it for key, it in entries.items() if key != "/MCID"})
    return f"{kind!s} {said}".removesuffix(" <<>>")


def _shown(parts: Any, face: dict[int, str]) -> str:
    """The letters, with the sum of all that they are moved by."""
    codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
    moved = sum(float(part) for part in parts if not isinstance(part, pikepdf.String))
    text = "".join(face[int.from_bytes(codes[at : at + 2], "big")] for at in range(0, len(codes), 2))
    return f"{text}» moved «{moved:g}" if moved else text


def _annotation(it: Any) -> Iterator[str]:
    """A field or a link: its name, its place, how it behaves and looks."""
    parent = it.get("/Parent", {})
    entries = {key: it.get(key, parent.get(key)) for key in _BUTTONS if key in it or key in parent}
    box = " ".join(f"{float(side):g}" for side in it.Rect)
    yield " ".join((
        str(it.Subtype)[1:], name_of(it), str(it.get("/FT", parent.get("/FT", "")))[1:], f"[{box}]",
        *(f"{key[1:]}={plain(entry)}" for key, entry in entries.items()), f"says «{it.get('/TU', '')!s}»",
        *([f"group «{parent['/TU']!s}»"] if "/TU" in parent else []),
        f"states {' '.join(sorted(_states(it)))}", plain(it.A) if "/A" in it else "",
    )).rstrip()  # fmt: skip
    for name, stream in sorted(_states(it).items()):
        yield f"  {name}: {' '.join(stream.read_bytes().decode('latin-1').split())}"


def _states(it: Any) -> dict[str, Any]:
    """The appearances of a field by their names; one without a name is that of text."""
    normal = it.get("/AP", {}).get("/N")
    if normal is None:
        return {}
    return {"/": normal} if isinstance(normal, pikepdf.Stream) else dict(normal.items())


def _bookmarks(item: Any, indent: str) -> Iterator[str]:
    child = item.get("/First") if item is not None else None
    while child is not None:
        yield f"{indent}bookmark «{child.Title!s}»"
        yield from _bookmarks(child, f"{indent}  ")
        child = child.get("/Next")
