"""A drawing that illustrates an idea; and drawings beside the words of other blocks."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Annotated, ClassVar

from ...document import Figure, Group, GroupRole, Node, Paragraph
from ...document.drawings import Drawing
from ...foundation.phrases import Phrase
from ...foundation.problems import Place, Problem
from ...foundation.records import record
from ..drawing_reader import drawing_names, stored_drawing
from .block import ComposeContext, NewPage

Illustration = Annotated[str | None, "The name of a drawing that stands beside the words and shows what they say."]
_SMALL = 0.8
"""The scale of a drawing beside words; it is small, since the words are more important."""


@record
class PictureBlock:
    """One of the drawings that come with the tool, in the middle of the page, with a few words under it if wished."""

    kind: ClassVar[str] = "picture"
    id: str
    place: Place
    drawing: Annotated[str, "The name of the drawing; the gallery of drawings in docs shows them all."]
    alt: Annotated[Phrase, "What is drawn, in a sentence, for those who cannot see it."]
    caption: Annotated[Phrase | None, "A few words that stand under it."] = None
    new_page: NewPage = False

    def check(self) -> Iterator[Problem]:
        """A drawing that exists."""
        yield from drawing_problems(self.place, self.drawing)

    def compose(self, sheet: ComposeContext) -> tuple[Node, ...]:
        """The drawing in the middle of the width; on a sheet without pictures only its caption."""
        if not sheet.pictures:
            return (Paragraph(self.caption),) if self.caption else ()
        stored = stored_drawing(self.drawing)
        drawn = Drawing(stored.at(0.0, 0.0, across=0.5), stored.height)
        return (Figure(self.alt, drawn, captions=(self.caption,) if self.caption else (), shown=True),)


def drawing_problems(place: Place, name: str) -> Iterator[Problem]:
    """A problem if there is no drawing of that name, with the most similar names."""
    if name not in drawing_names():
        near = get_close_matches(name, drawing_names(), 3) or drawing_names()
        yield Problem(place, f"There is no drawing ‘{name}’.", f"There is {', '.join(f'‘{it}’' for it in near)}.")


def illustrated(sheet: ComposeContext, words: tuple[Paragraph, ...], drawing: str | None) -> tuple[Node, ...]:
    """Words beside a drawing that shows what they say; on a sheet without pictures the words alone."""
    if not (drawing and words and sheet.pictures):
        return words
    return (Group(GroupRole.PICTURED, words, stored_drawing(drawing).beside(_SMALL)),)


def illustration_problems(place: Place, drawing: str | None) -> Iterator[Problem]:
    """A problem if a drawing is named and does not exist; None is no problem."""
    if drawing is not None:
        yield from drawing_problems(place, drawing)
