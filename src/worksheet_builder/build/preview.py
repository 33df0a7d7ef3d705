"""A preview of a brand: a sheet of the library, and one handout with every kind of block."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from ..definitions.blocks import Block
from ..definitions.worksheet import Intensity, Worksheet
from ..document import Document
from ..foundation.languages import SOURCE_LANGUAGE, Language
from ..foundation.phrases import Phrase
from ..foundation.problems import Place
from ..reading.block_examples import examples, folder
from ..reading.loader import read_common
from .composer import Composer
from .formats import FORMATS
from .manifest import Manifest

NAME = "practice-preview"
SHEET = "waves"
"""A sheet of the library with a panel, a table, a drawing and contacts for a crisis."""
_TITLE = "How our handouts look"
_SUMMARY = "Every part that a worksheet can have, in the colours, letters and words of this practice."


def preview(composer: Composer) -> tuple[Path, ...]:
    """Write the sample and a real sheet in every format to the folder of the order; raises Refused for faults."""
    output, brand = composer.order.output, composer.prepared().brand
    sheet = composer.document(composer.library.worksheets[SHEET], SOURCE_LANGUAGE)
    shown = {NAME: sample(composer), f"{NAME}-sheet": sheet}
    written = {
        output / f"{stem}.{name}": it.write(document, brand)
        for stem, document in shown.items()
        for name, it in FORMATS.items()
    }
    manifest = Manifest.open(output)
    for path, data in written.items():
        manifest.put(path, NAME, data)
    return tuple(written)


def sample(composer: Composer) -> Document:
    """The document with every kind of block."""
    place = Place(str(folder()))
    blocks = tuple(_renamed(block, example.kind) for example in examples() for block in example.blocks())
    title, summary = (Phrase(text, NAME, place) for text in (_TITLE, _SUMMARY))
    worksheet = Worksheet(
        id=NAME,
        place=place,
        title=title,
        summary=summary,
        collection="practice",
        intensity=Intensity.REFLECTIVE,
        minutes=5,
        blocks=blocks,
    )
    language, known = Language.of(SOURCE_LANGUAGE), composer.help_in(SOURCE_LANGUAGE)
    return worksheet.compose(language, read_common(), composer.practice, {}, composer.output_options, known=known)


def _renamed(block: Block, kind: str) -> Block:
    """The block with an id that is unique among the examples, since fields are named after it."""
    return cast(Block, replace(cast(Any, block), id=f"{kind}-{block.id}"))
