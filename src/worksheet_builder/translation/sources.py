"""What has a catalogue of its own beside the common words: worksheets and packs."""

from __future__ import annotations

from ..definitions.pack import Pack
from ..definitions.worksheet import Worksheet

Source = Worksheet | Pack


def name_of(source: Source) -> str:
    """The name of its catalogue."""
    return source.name if isinstance(source, Pack) else source.id
