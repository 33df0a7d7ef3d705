"""Replacement text in tags, for programs that read the tags and not the codes on the page (ISO 32000-1, 14.9.4).

Right-to-left text has its codes on the page from left to right, and a word cut at a line's end has a hyphen, since
programs search text in that form; a tag around them has the text in reading order and the word without the hyphen.
MuPDF also searches the replacement text of the tag that directly holds the codes, so there is another tag between.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from ..layout.tag_tree import Content, Tag, Widget
from ..text.shaping import SOFT_HYPHEN


def say_what_is_written(marked: Sequence[list[Tag]]) -> None:
    """Put tags with replacement text around content that needs it, and into `marked`, the tags of pages by MCID."""
    for tag in dict.fromkeys([tag for tags in marked for tag in tags]):
        if any(isinstance(child, Content) and _painted_otherwise(child) for child in tag.children):
            tag.children = [one for run, of in groupby(tag.children, type) for one in _said(run, [*of], marked)]


def _said(
    kind: type, run: list[Tag | Content | Widget], marked: Sequence[list[Tag]]
) -> Sequence[Tag | Content | Widget]:
    """The consecutive children of one kind; content that needs replacement text is put into a tag with it."""
    contents = [child for child in run if isinstance(child, Content)]
    if kind is not Content or not any(map(_painted_otherwise, contents)):
        return run
    inner = Tag("Span", [*contents])
    for content in contents:
        marked[content.page][content.number] = inner
    text = "".join(line.text for content in contents for line in content.lines)
    return [Tag("Span", [inner], said=text.replace(SOFT_HYPHEN, ""))]


def _painted_otherwise(content: Content) -> bool:
    """Whether content needs replacement text: it is right to left, or cuts a word and is in one language only."""
    lines = content.lines
    if any(part.rtl for line in lines for part in line.parts):
        return True
    parted = any(line.parts[-1].text.endswith(SOFT_HYPHEN) for line in lines)
    return parted and not any(language for line in lines for language in line.languages or ())
