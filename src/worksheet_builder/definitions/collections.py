"""The appearance of the sheets of each collection: background colours, title mark and opening drawing."""

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
"""The largest width and height of a title mark, in points for text of 12 points; a title leaves no more room."""


@record
class Collection:
    """How the sheets of a built-in collection look: their background colours and their opening drawing."""

    turn: Annotated[float, "How many degrees the hue of its grounds lies from that of the practice."]
    shade: Annotated[float, "How much deeper its grounds are where the practice's colour is a grey, from 0 to 1."]
    drawing: Annotated[str, "What its sheets open with."]


@lru_cache(maxsize=1)
def collections() -> Mapping[str, Collection]:
    """The built-in collections by name; their file is checked by a test, not here."""
    from ..foundation.decoding.decoder import Decoder  # not to load YAML for ‘build --help’
    from ..foundation.decoding.yaml_nodes import root_of, text_of

    path = package_file(_FILE)
    decoder = Decoder(str(path))
    return decoder.decode(root_of(text_of(path), str(path)), Mapping[str, Collection], ("collections",))  # type: ignore[type-abstract]


def stock_of(collection: str) -> Stock:
    """The background colours of a collection; for one that is not built in, those of the practice (`PLAIN`)."""
    known = collections().get(collection)
    return Stock(known.turn, known.shade) if known else PLAIN


def title_mark(collection: str, own: str | None = None) -> Drawing | None:
    """The small drawing at the end of a title: the sheet's `own`, or `collection-NAME`; None if it does not exist."""
    name = own or f"collection-{collection}"
    if name not in drawing_names():
        return None
    stored = stored_drawing(name)
    return stored.beside(min(1.0, _WIDEST / stored.width, _HIGHEST / stored.height))


def opening_drawing(collection: str, own: str | None = None) -> Drawing | None:
    """The opening drawing of a sheet: its `own`, or that of its collection; None without either."""
    known = collections().get(collection)
    name = own or (known.drawing if known else None)
    return stored_drawing(name).beside() if name else None
