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
    """A file in UTF-16 in UTF-8, as Windows programs save some; any other as it is. Raises UnicodeDecodeError.

    Without a mark in front it is known by its first sign, ‘<’ (XML 1.0, appendix F.1).
    """
    starts = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
    code = starts.get(data[:2])
    return _DECLARATION.sub("", data.decode(code)).encode() if code else data
