"""How the sheets of a collection look beside those of others: what they are printed on, and what they open with."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Annotated

from ..document.drawings import Drawing
from ..foundation.palette import PLAIN, Stock
from ..foundation.records import record
from ..project.package_files import package_file
from .drawing_reader import drawing_names, stored_drawing

_FILE = "data/collections.yaml"
_WIDEST, _HIGHEST = 48.0, 40.0
"""How large a mark is at most, where text has 12 points; a title leaves it no more room."""


@record
class Collection:
    """A collection that comes with the tool."""

    turn: Annotated[float, "How many degrees the hue of its grounds lies from that of the practice."] = 0.0
    shade: Annotated[float, "How much deeper its grounds are where the practice's colour is a grey, from 0 to 1."] = 0.0
    drawing: Annotated[str | None, "What its sheets open with."] = None


@lru_cache(maxsize=1)
def collections() -> Mapping[str, Collection]:
    """The collections that come with the tool, by their names; a test reads the file."""
    from ..foundation.decoding.decoder import Decoder  # not to load YAML for ‘build --help’
    from ..foundation.decoding.yaml_nodes import root_of, text_of

    path = package_file(_FILE)
    decoder = Decoder(str(path))
    return decoder.decode(root_of(text_of(path), str(path)), Mapping[str, Collection], ("collections",))  # type: ignore[type-abstract]


def stock_of(collection: str) -> Stock:
    """What the sheets of a collection are printed on; those of one that is not ours, on the practice's own."""
    known = collections().get(collection)
    return Stock(known.turn, known.shade) if known else PLAIN


def title_mark(collection: str, own: str | None = None) -> Drawing | None:
    """What stands small at the end of a title: the drawing that the sheet names itself, or `collection-NAME`."""
    name = own or f"collection-{collection}"
    if name not in drawing_names():
        return None
    stored = stored_drawing(name)
    return stored.beside(min(1.0, _WIDEST / stored.width, _HIGHEST / stored.height))


def opening_drawing(collection: str, own: str | None = None) -> Drawing | None:
    """What a sheet opens with: the drawing that it names itself, or that of its collection."""
    known = collections().get(collection)
    name = own or (known.drawing if known else None)
    return stored_drawing(name).beside() if name else None
