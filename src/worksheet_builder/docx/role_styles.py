"""Which style of Word a paragraph of a role takes, and how styles follow each other."""

from __future__ import annotations

from ..document import Role
from ..ooxml.markup import w

STYLE_OF = {
    Role.MESSAGE: "Message",
    Role.SUMMARY: "Subtitle",
    Role.META: "Meta",
    Role.BODY: "Body Text",
    Role.PROMPT: "Prompt",
    Role.HINT: "Hint",
    Role.PANEL_HEADING: "Panel Heading",
    Role.LABEL: "Label",
    Role.EXAMPLE: "Example",
    Role.CONTACT: "Contact",
    Role.FINE: "Fine Print",
    Role.REFERENCE: "Reference",
}
LEADING = frozenset((Role.PROMPT, Role.HINT, Role.PANEL_HEADING, Role.EXAMPLE))
"""What is never parted from the paragraph after it."""
OPENING = {Role.BODY: "First Paragraph", Role.HINT: "First Hint"}
"""The styles of what a block without a prompt begins with."""
CLOSE = w("spacing", after=20)
"""The distance between a paragraph and its parallel text, in twentieths of a point."""
HEADED = frozenset(("Prompt", "Question"))
"""The styles of a question, which has a style of its own right under a heading."""
HEADINGS = {1: "Title", 2: "heading 1", 3: "heading 2"}
