"""The practice's font embedded in the page, if it asks for that: a subset with the characters of the sheet.

Layout tables are kept in the subset, since Arabic and Indic letters are shaped by them.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable
from functools import lru_cache
from string import digits

import uharfbuzz as hb

from ..definitions.practice import Brand
from ..document import Document, words
from ..fonts.families import FontFile, stack
from ..foundation.phrases import phrases_in
from ..foundation.problems import Problem, Refused

_NAME = "sheet"
_COMMON = frozenset(map(chr, range(0x20, 0x7F)))
"""Characters that a reader may type in any language (printable ASCII)."""
_WEIGHTS = {"regular": 400, "strong": 600}


def face_rules(document: Document, brand: Brand) -> str:
    """The `@font-face` rules of two weights, if the practice asks for them; raises Refused for a broken font."""
    if not brand.practice.embed_font:
        return ""
    files = stack(document.language, brand.font)
    said = (phrase.plain() for phrase in (*words(document), *phrases_in(document.header_footer)))
    letters = _COMMON | set("".join((*said, document.language.digits(digits))))
    faces = {"regular": files.regular, "strong": files.strong}
    rules = "".join(_rules(faces[name], weight, frozenset(letters)) for name, weight in _WEIGHTS.items())
    return f"{rules}:root{{--letters:{_NAME},}}\n"


def _rules(files: Iterable[FontFile], weight: int, letters: frozenset[str]) -> str:
    """A rule for each file that has characters the earlier files lack; reversed, as a browser tries the last first."""
    rules: list[str] = []
    for file in files:
        found = letters & known(file)
        letters -= found
        if any(map(str.isalnum, found)):
            rules.insert(0, _rule(file, weight, found))
    return "".join(rules)


@lru_cache(maxsize=64)
def known(file: FontFile) -> frozenset[str]:
    """The characters that a font file has."""
    return frozenset(map(chr, _source(file.path, file.index).unicodes))


def _rule(file: FontFile, weight: int, letters: frozenset[str]) -> str:
    data = base64.b64encode(subset(file, letters)).decode()
    return f"@font-face{{font-family:{_NAME};font-weight:{weight};src:url(data:font/ttf;base64,{data})}}"


@lru_cache(maxsize=64)
def subset(file: FontFile, letters: frozenset[str]) -> bytes:
    """A subset of a font file with these characters and the glyphs that join them, at its weight; raises Refused."""
    source = _source(file.path, file.index)
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(map(ord, letters))
    for axis in source.axis_infos if file.weight is not None else ():
        if axis.tag == "wght":
            wanted.pin_axis_location(source, "wght", file.weight)
        else:
            wanted.pin_axis_to_default(source, axis.tag)
    try:
        return bytes(wanted.subset(source).blob.data)
    except RuntimeError as error:
        sentence = "The letters of the practice cannot be put into a page."
        raise Refused([Problem(None, sentence, "Use another copy of the font, or leave ‘embed_font’ out.")]) from error


@lru_cache(maxsize=16)
def _source(path: str, index: int) -> hb.Face:
    return hb.Face(hb.Blob.from_file_path(path), index)
