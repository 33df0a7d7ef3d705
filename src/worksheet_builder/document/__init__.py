"""The handout as a tree of nodes: the only input of the writer of each format.

The set of node types is closed: a writer handles them with `match`, and mypy proves that it handles each.
"""

from __future__ import annotations

from . import field_names
from .header_footer import BETWEEN, HeaderFooter, PracticeLines
from .nodes import (
    Answer,
    Cell,
    Contents,
    Day,
    Divider,
    Figure,
    Form,
    Group,
    GroupRole,
    Heading,
    Lead,
    Lines,
    Listing,
    Node,
    Option,
    Paragraph,
    Part,
    Role,
    Scale,
    Spot,
    Table,
    Ticks,
    is_leaf,
    numbered,
)
from .output_options import Edition, OutputOptions, Paper, Posture, Style
from .phone_words import PhoneWords
from .traversal import answers, deepened, opening_drawing_of, parts, walk, words
from .whole_document import Document, Rights

__all__ = [
    "BETWEEN",
    "Answer",
    "Cell",
    "Contents",
    "Day",
    "Divider",
    "Document",
    "Edition",
    "Figure",
    "Form",
    "Group",
    "GroupRole",
    "HeaderFooter",
    "Heading",
    "Lead",
    "Lines",
    "Listing",
    "Node",
    "Option",
    "OutputOptions",
    "Paper",
    "Paragraph",
    "Part",
    "PhoneWords",
    "Posture",
    "PracticeLines",
    "Rights",
    "Role",
    "Scale",
    "Spot",
    "Style",
    "Table",
    "Ticks",
    "answers",
    "deepened",
    "field_names",
    "is_leaf",
    "numbered",
    "opening_drawing_of",
    "parts",
    "walk",
    "words",
]
