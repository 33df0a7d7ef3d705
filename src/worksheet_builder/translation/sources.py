"""The structures that have a catalogue of their own, beside that of the common words: worksheets and packs."""

from __future__ import annotations

from ..definitions.pack import Pack
from ..definitions.worksheet import Worksheet

Source = Worksheet | Pack


def name_of(source: Source) -> str:
    """The name of the catalogue of a worksheet or pack."""
    return source.name if isinstance(source, Pack) else source.id
