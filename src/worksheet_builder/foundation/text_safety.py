"""Refuse texts that are too long, or that contain invisible characters, which can change or hide what readers see."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 5_000
"""The maximum length of a text in characters: about two pages."""

_UNSEEN = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x84\x86-\x9f"  # control characters; tab, LF and NEL are left to the layout
    "\u202a-\u202e"  # bidi embeddings and overrides; isolates are enough for honest texts (UAX 9, 2.4)
    "\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e007f]"  # tag characters, which can hide whole sentences
)


def unsafe_text(text: str) -> tuple[str, str] | None:
    """The sentence and the hint of a problem with a text; None if the text can be printed."""
    if len(text) > LONGEST:
        hint = f"Split it into several, of {LONGEST} letters at most."
        return f"This text has {len(text)} letters, more than a reader can take in.", hint
    if found := _UNSEEN.search(text):
        name = unicodedata.name(found[0], "a control character").lower()
        before = text[max(found.start() - 20, 0) : found.start()].split("\n")[-1]
        where = f"after ‘{before}’" if before else "at its beginning"
        sentence = f"This text holds an invisible character {where}: U+{ord(found[0]):04X}, {name}."
        return sentence, "Delete it and type the text there again."
    return None
