"""Text that runs to the left, said in the order of reading to programs that read the tags (ISO 32000-1, 14.9.4).

Its codes stand on the page from left to right, so that a search finds it; a tag around them says what they say.
MuPDF takes the text of the tag that holds the codes itself into its search, so that there is one more between.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from ..layout.tag_tree import Content, Tag, Widget, walk
from ..text.shaping import SOFT_HYPHEN


def say_in_order(root: Tag, marked: Sequence[list[Tag]]) -> None:
    """Put tags with their text around content that runs to the left; `marked` are the tags of each page's content."""
    for tag in [*walk(root)]:
        if any(isinstance(child, Content) and _to_the_left(child) for child in tag.children):
            tag.children = [one for run, of in groupby(tag.children, type) for one in _said(run, [*of], marked)]


def _said(
    kind: type, run: list[Tag | Content | Widget], marked: Sequence[list[Tag]]
) -> Sequence[Tag | Content | Widget]:
    """The children in a run of one kind, content in one tag."""
    contents = [child for child in run if isinstance(child, Content)]
    if kind is not Content or not any(map(_to_the_left, contents)):
        return run
    inner = Tag("Span", [*contents])
    for content in contents:
        marked[content.page][content.number] = inner
    text = "".join(line.text for content in contents for line in content.lines)
    return [Tag("Span", [inner], said=text.replace(SOFT_HYPHEN, ""))]


def _to_the_left(content: Content) -> bool:
    return any(part.rtl for line in content.lines for part in line.parts)
