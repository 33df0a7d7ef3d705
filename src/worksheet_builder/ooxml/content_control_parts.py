"""Parts that all content controls share: ids that are unique in a file, and the properties of a checkbox."""

from __future__ import annotations

from zlib import crc32

from .markup import element

CHECK_BOX = ("☐", "☒")
"""The characters of an empty and of a checked box."""
TICK_FONT = "Segoe UI Symbol"
_MOST = 0x7FFFFFFF


class ControlIds:
    """The ids of the controls of one file: a checksum of the name, or the next free number if two names collide."""

    def __init__(self) -> None:
        self._taken: set[int] = set()

    def of(self, name: str) -> int:
        """The id of a further control with this name."""
        number = crc32(name.encode()) & _MOST or 1
        while number in self._taken:
            number = number % _MOST + 1
        self._taken.add(number)
        return number


def box_to_tick(glyphs: tuple[str, str] = CHECK_BOX, *, checked: bool = False) -> str:
    """The property that makes a control a checkbox; `glyphs` are shown if it is empty and if it is checked."""
    empty, marked = glyphs
    states = (("checked", marked), ("unchecked", empty))
    return element(
        "w14:checkbox",
        {},
        element("w14:checked", {"w14:val": int(checked)}),
        *(element(f"w14:{name}State", {"w14:val": f"{ord(mark):04X}", "w14:font": TICK_FONT}) for name, mark in states),
    )
