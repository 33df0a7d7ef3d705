"""The examples of blocks as pictures, in the colours and fonts of the practice."""

from __future__ import annotations

import io
from dataclasses import replace

from PIL import Image, ImageChops

from ..document import Document, PracticeLines
from ..foundation.phrases import Phrase
from ..foundation.problems import Place
from .block_forms import example_of
from .desk_cache import DeskCache
from .handout_choice import HandoutChoice

_SCALE = 1.1
"""Pixels for each point of a page, so that the words can be read."""
_FOOT = 0.9
"""The share of a page above its footer."""
_EDGE = 14
"""The width of the white border around the block, in pixels."""


def example_picture(cache: DeskCache, kind: str) -> bytes:
    """The example of a kind of block as a PNG, cropped to what is drawn; cached."""
    if kind not in cache.examples:
        cache.examples[kind] = _picture(cache, kind)
    return cache.examples[kind]


def _picture(cache: DeskCache, kind: str) -> bytes:
    brand = replace(cache.brand(cache.composer), logo=None, vector=None)
    drawn = cache.drawn_as(HandoutChoice(sheets=(f"example {kind}",)), lambda: _document(cache, kind), brand)
    page = Image.open(io.BytesIO(drawn.picture(0, _SCALE))).convert("RGB")
    page = page.crop((0, 0, page.width, round(page.height * _FOOT)))
    white = Image.new("RGB", page.size, "white")
    box = ImageChops.difference(page, white).getbbox() or (0, 0, *page.size)
    cut = page.crop((max(0, box[0] - _EDGE), max(0, box[1] - _EDGE), box[2] + _EDGE, box[3] + _EDGE))
    stream = io.BytesIO()
    cut.save(stream, "PNG")
    return stream.getvalue()


def _document(cache: DeskCache, kind: str) -> Document:
    composer = cache.composer
    any_sheet = composer.document(cache.library.find(next(iter(cache.sheets))), "en")
    words = Phrase(kind, "example", Place(str(example_of(kind).path)))
    alone = replace(any_sheet.header_footer, practice=PracticeLines(), notice=None)
    nodes = example_of(kind).nodes()
    return replace(any_sheet, id="example", title=words, summary=words, nodes=nodes, header_footer=alone)
