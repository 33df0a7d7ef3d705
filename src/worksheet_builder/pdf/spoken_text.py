"""What the tags say in place of what is painted, to programs that read them (ISO 32000-1, 14.9.4).

Text that runs to the left has its codes on the page from left to right, and a word that a line parts has a hyphen,
since a search finds both so; a tag around them says the text in the order of reading and the word whole. MuPDF takes
the text of the tag that holds the codes itself into its search, so that there is one more between.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from ..layout.tag_tree import Content, Tag, Widget
from ..text.shaping import SOFT_HYPHEN


def say_what_is_written(marked: Sequence[list[Tag]]) -> None:
    """Put tags with their text around what is painted otherwise; `marked` are the tags of each page's content."""
    for tag in dict.fromkeys([tag for tags in marked for tag in tags]):
        if any(isinstance(child, Content) and _painted_otherwise(child) for child in tag.children):
            tag.children = [one for run, of in groupby(tag.children, type) for one in _said(run, [*of], marked)]


def _said(
    kind: type, run: list[Tag | Content | Widget], marked: Sequence[list[Tag]]
) -> Sequence[Tag | Content | Widget]:
    """The children in a run of one kind, content in one tag."""
    contents = [child for child in run if isinstance(child, Content)]
    if kind is not Content or not any(map(_painted_otherwise, contents)):
        return run
    inner = Tag("Span", [*contents])
    for content in contents:
        marked[content.page][content.number] = inner
    text = "".join(line.text for content in contents for line in content.lines)
    return [Tag("Span", [inner], said=text.replace(SOFT_HYPHEN, ""))]


def _painted_otherwise(content: Content) -> bool:
    """Whether it runs to the left, or parts a word; what says that it is in another language too is left as it is."""
    lines = content.lines
    if any(part.rtl for line in lines for part in line.parts):
        return True
    parted = any(line.parts[-1].text.endswith(SOFT_HYPHEN) for line in lines)
    return parted and not any(language for line in lines for language in line.languages or ())
