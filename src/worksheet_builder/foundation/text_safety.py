"""What no text may hold, whoever wrote it: characters that nobody sees and that change what others see, and no end."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 5_000
"""Letters of one text: about two pages."""

_UNSEEN = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x84\x86-\x9f"  # controls, of which line ends and tabs are left to the layout
    "\u202a-\u202e"  # embeddings and overrides; isolates do what an honest text needs (UAX 9, 2.4)
    "\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e007f]"  # tags, in which whole sentences can be hidden
)


def unsafe_text(text: str) -> tuple[str, str] | None:
    """What is wrong with a text, as sentence and hint; None for one that can be printed."""
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
