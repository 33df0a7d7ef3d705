"""Ids made from what somebody typed: for folders, files and blocks."""

from __future__ import annotations

import re
import unicodedata

_LONGEST = 40


def id_from(text: str, most_words: int | None = None) -> str:
    """The first words in small Latin letters with hyphens between them; empty where there are none."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain)[:most_words])[:_LONGEST].strip("-")
