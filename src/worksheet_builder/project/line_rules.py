"""The rules of a language for lines, in addition to those of Unicode: the section `writing` of its file."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import Annotated, Literal

from ..foundation.records import record
from .language_files import language_section

ONE_LETTER = re.compile(r"(?:^|(?<=[\s(„‚«“‘—–]))[^\W\d_] ")
"""A word of one letter, and the space after it."""


@record(slots=False)
class CrowdedMarks:
    """Full-width punctuation (Chinese, Japanese) whose empty half is removed if another mark follows."""

    marks: Annotated[str, "Marks whose blank half may be taken out."]
    before: Annotated[str, "Marks before which it is."]


@record(slots=False)
class LineRules:
    """How lines of a language are broken and set."""

    one_letter_words_stay: Annotated[bool, "A word of one letter stands with the word after it."] = False
    hyphens_hold: Annotated[
        int, "No line ends after a hyphen with at most so many letters before it or behind it; 0 holds none."
    ] = 0
    strict_breaks: Annotated[bool, "Small kana and marks stay off the start of a line (CSS: line-break strict)."] = (
        False
    )
    whole_phrases: Annotated[
        Literal["never", "headings", "always"], "Where lines end between phrases only, as far as they can."
    ] = "never"
    crowded: Annotated[CrowdedMarks | None, "Marks of full width that stand together."] = None

    @cached_property
    def holding(self) -> tuple[re.Pattern[str], ...]:
        """Patterns for places where no line may end although Unicode allows it: the place is the end of a match."""
        letter = r"[^\W\d_]"
        short = rf"{letter}{{1,{self.hyphens_hold}}}"
        hyphen = rf"(?<!\w){short}-(?={letter})|(?<={letter})-(?={short}(?!\w))"
        asked = ((self.one_letter_words_stay, ONE_LETTER), (self.hyphens_hold, hyphen))
        return tuple(re.compile(pattern) for wanted, pattern in asked if wanted)

    @cached_property
    def crowded_pattern(self) -> re.Pattern[str] | None:
        """The pattern for a mark whose empty half is removed; None if the language has none."""
        if self.crowded is None:
            return None
        return re.compile(f"[{re.escape(self.crowded.marks)}](?=[{re.escape(self.crowded.before)}])")


@lru_cache(maxsize=256)
def line_rules_of(tag: str) -> LineRules:
    """The rules of the language with this BCP 47 tag; raises Refused for a file that cannot be read."""
    return language_section(tag, "writing", LineRules())
