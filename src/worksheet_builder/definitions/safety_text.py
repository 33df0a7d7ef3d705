"""Types for the sentences that keep a client safe; the intensity of a sheet decides which of them it carries."""

from __future__ import annotations

from collections.abc import Mapping

from ..foundation.phrases import Phrase
from ..foundation.records import record

CALL, SESSION = "call", "session"
"""Keys of sentences of the first panel: the one with the number to call, and that on beginning with a therapist."""


@record
class Carried:
    """The sentences on sheets of one intensity, in the panels before and after the blocks.

    Each entry is one line of a panel: the keys of its sentences, with spaces between them.
    """

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    @property
    def own(self) -> tuple[str, ...]:
        """The entries of `before` that a sheet in a pack prints too: those with the key `CALL` or `SESSION`.

        A page may be taken out of its pack, and must not lose them.
        """
        return tuple(entry for entry in self.before if {CALL, SESSION} & {*entry.split()})

    @property
    def shared(self) -> tuple[str, ...]:
        """The entries of `before` that apply to all sheets of a pack, printed on its cover: those without `SESSION`."""
        return tuple(entry for entry in self.before if SESSION not in entry.split())


@record
class CarriedByIntensity:
    """The sentences of each intensity, from a practical page to one that may bring up strong feelings."""

    practical: Carried
    settling: Carried
    reflective: Carried
    activating: Carried


@record
class Safety:
    """The sentences that keep a client safe, by key (`items`), and which of them each intensity carries.

    In place of `call`, a sheet prints `text` if its first number is for text messages, and `tell` if it has no number.
    """

    before: Phrase
    after: Phrase
    items: Mapping[str, Phrase]
    carried: CarriedByIntensity
    cover: Mapping[str, Phrase]
    """The sentences that replace items of the same key on the cover of a pack, which speaks of all its pages."""
    easy: Mapping[str, Phrase]
    """The sentences that replace items of the same key in easy read."""
