"""Text that XML can hold."""

from __future__ import annotations

import re

IMPOSSIBLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 document may hold (section 2.2, Char)."""


def possible_in_xml(words: str) -> str:
    """The words with each character that XML 1.0 cannot hold shown as U+FFFD."""
    return IMPOSSIBLE.sub("\ufffd", words)
