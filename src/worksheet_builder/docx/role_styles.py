"""The Word style of a paragraph by its role, and which styles are kept with the next paragraph."""

from __future__ import annotations

from ..document import Role
from ..ooxml.markup import w

STYLE_OF = {
    Role.MESSAGE: "Message",
    Role.TAKE_AWAY: "Take Away",
    Role.SUMMARY: "Subtitle",
    Role.META: "Meta",
    Role.BODY: "Body Text",
    Role.PROMPT: "Prompt",
    Role.HINT: "Hint",
    Role.PANEL_HEADING: "Panel Heading",
    Role.LABEL: "Label",
    Role.EXAMPLE: "Example",
    Role.CONTACT: "Contacts",
    Role.FINE: "Fine Print",
    Role.REFERENCE: "Reference",
}
OPENING = {Role.BODY: "First Paragraph", Role.HINT: "First Hint"}
"""The styles of the first paragraph of a block that has no question."""
CLOSE = w("spacing", after=20)
"""The space between a paragraph and its translation: 20 twips, one point."""
HEADED = frozenset(("Prompt", "Question"))
"""The styles of a question; directly under a heading they have a variant of their own (`Headed …`)."""
HEADINGS = {1: "Title", 2: "heading 1", 3: "heading 2"}
