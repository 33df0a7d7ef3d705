"""Makes ids from typed text, for folders, files and blocks."""

from __future__ import annotations

import re
import unicodedata

_LONGEST = 40


def id_from(text: str, most_words: int | None = None) -> str:
    """The first words of a text in lower-case ASCII with hyphens, at most 40 characters; empty without any."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain)[:most_words])[:_LONGEST].strip("-")
