"""What every content control needs: a number that no other of its file has, and what makes a box of it."""

from __future__ import annotations

from zlib import crc32

from .markup import element

CHECK_BOX = ("☐", "☒")
"""The glyph of an empty and of a marked box."""
TICK_FONT = "Segoe UI Symbol"
_MOST = 0x7FFFFFFF


class ControlIds:
    """Numbers of the controls of one file: by name, so that they last, and the next free one where two would meet."""

    def __init__(self) -> None:
        self._taken: set[int] = set()

    def of(self, name: str) -> int:
        """The number of another control, which has that name."""
        number = crc32(name.encode()) & _MOST or 1
        while number in self._taken:
            number = number % _MOST + 1
        self._taken.add(number)
        return number


def box_to_tick(glyphs: tuple[str, str] = CHECK_BOX, *, checked: bool = False) -> str:
    """The property that makes a box of a control, which shows one of two glyphs."""
    empty, marked = glyphs
    states = (("checked", marked), ("unchecked", empty))
    return element(
        "w14:checkbox",
        {},
        element("w14:checked", {"w14:val": int(checked)}),
        *(element(f"w14:{name}State", {"w14:val": f"{ord(mark):04X}", "w14:font": TICK_FONT}) for name, mark in states),
    )
