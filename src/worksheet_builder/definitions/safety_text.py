"""The sentences that keep a client safe, as types: which of them a sheet carries is said by its intensity."""

from __future__ import annotations

from collections.abc import Mapping

from ..foundation.phrases import Phrase
from ..foundation.records import record

CALL, SESSION = "call", "session"
"""The sentence of the first panel that names the number, and the one that asks to begin with a therapist."""


@record
class Carried:
    """What sheets of one intensity carry before they begin and before they are put away.

    Each entry holds the keys of the sentences that stand in one line of the panel.
    """

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    @property
    def own(self) -> tuple[str, ...]:
        """Of the entries before, those that a sheet in a pack has too: with whom to begin it, when to stop, the number.

        A page may be taken out of its pack, and may not lose them.
        """
        return tuple(entry for entry in self.before if {CALL, SESSION} & {*entry.split()})

    @property
    def shared(self) -> tuple[str, ...]:
        """The entries before that hold for any sheet of a pack, and stand on its cover."""
        return tuple(entry for entry in self.before if SESSION not in entry.split())


@record
class CarriedByIntensity:
    """From a practical page to one that can stir strong feelings."""

    practical: Carried
    settling: Carried
    reflective: Carried
    activating: Carried


@record
class Safety:
    """The sentences that keep a client safe, each once; which of them a sheet carries is said by its intensity.

    Where a sheet carries `call`, it names a number to call or to text, or somebody to tell where none is known.
    """

    before: Phrase
    after: Phrase
    items: Mapping[str, Phrase]
    carried: CarriedByIntensity
    easy: Mapping[str, Phrase]
    """What sheets in easy read say in place of an item."""
