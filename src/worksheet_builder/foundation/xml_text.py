"""Text that XML can hold."""

from __future__ import annotations

import re

IMPOSSIBLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 document may hold (section 2.2, Char)."""
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def possible_in_xml(words: str) -> str:
    """The words with each character that XML 1.0 cannot hold shown as U+FFFD."""
    return IMPOSSIBLE.sub("\ufffd", words)


def in_utf_8(data: bytes) -> bytes:
    """A file in UTF-16 in UTF-8, as Windows programs save some; any other as it is. Raises UnicodeDecodeError."""
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data
    return _DECLARATION.sub("", data.decode("utf-16")).encode()
