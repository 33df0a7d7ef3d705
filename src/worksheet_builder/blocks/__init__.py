"""The kinds of block a worksheet is made of: one file each, one line in the list."""

from __future__ import annotations

from .block import Block, Sheet
from .checklist import Checklist
from .choice import Choice
from .note import Note
from .prose import Prose
from .scale import Scale
from .section import Section
from .starters import Starters
from .steps import Steps
from .table import Table
from .writing import Writing

BLOCKS: tuple[type[Block], ...] = (
    Section,
    Prose,
    Note,
    Writing,
    Checklist,
    Choice,
    Scale,
    Table,
    Starters,
    Steps,
)

__all__ = ["BLOCKS", "Block", "Sheet"]
