"""Read a returned file; its format is recognised by its contents, not by its name."""

from __future__ import annotations

from pathlib import Path

from ...foundation.problems import Place, Problem, Refused
from ...foundation.xml_text import in_utf_8
from ...ooxml.table_reader import MOST_BYTES, UnreadableFile
from .reply import Reply
from .word_file import from_word
from .xliff import from_xliff

_ZIP = b"PK\x03\x04"
_AGAIN = "Ask for the file again, as XLIFF 2.0 or 1.2."
_HINT = "Give the Word file or the XLIFF file that ‘translate review’ made, as it came back."


def read(path: Path) -> tuple[Reply, ...]:
    """Read a reviewer's file, one reply for each row; raises Refused for any other file."""
    try:
        data = path.read_bytes() if path.stat().st_size <= 2 * MOST_BYTES else None
    except OSError as error:
        sentence = f"The file cannot be read: {error.strerror}."
        raise Refused([Problem(Place(str(path)), sentence, "Check the name and the folder.")]) from error
    return _replies(data, Place(str(path)))


def read_upload(data: bytes) -> tuple[Reply, ...]:
    """Read a reviewer's file from its bytes, one reply for each row; raises Refused for any other file."""
    return _replies(data if len(data) <= 2 * MOST_BYTES else None, Place("review"))


def _replies(data: bytes | None, place: Place) -> tuple[Reply, ...]:
    """The rows in the bytes of a file; None stands for a file that is too large. Raises Refused."""
    is_xml = False
    try:
        if data is None:
            raise UnreadableFile("The file is far too large for a file of words.")
        data = in_utf_8(data)
        is_xml = data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<")
        replies = from_xliff(data) if is_xml else from_word(data)
    except UnicodeDecodeError as error:
        raise Refused([Problem(place, "The file is damaged.", _HINT)]) from error
    except UnreadableFile as reason:
        raise Refused([Problem(place, reason.sentence, _AGAIN if is_xml else reason.hint)]) from reason
    if not replies:
        raise Refused([Problem(place, "The file has no rows of a review.", _HINT)])
    return replies
