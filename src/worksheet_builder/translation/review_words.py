"""The texts of a review file in the language of the reviewer: the section `review` of `language.yaml`."""

from __future__ import annotations

from typing import Annotated

from ..foundation.records import record
from ..project.language_files import language_section


@record
class ReviewWords:
    """Title, instructions and column heads; a column without a head here has the English head alone."""

    title: Annotated[str, "What the file is."] = ""
    steps: Annotated[tuple[str, ...], "What to do, line by line."] = ()
    back_step: Annotated[str, "What to do where there is a column for a translation back."] = ""
    whole: Annotated[str, "What a tick for all rows says."] = ""
    number: str = ""
    about: str = ""
    english: str = ""
    words: str = ""
    better: str = ""
    comment: str = ""
    back: str = ""
    reviewed: str = ""


def review_words_of(tag: str) -> ReviewWords:
    """The review texts of the language with that BCP 47 tag; empty texts if its file has none."""
    return language_section(tag, "review", ReviewWords())
