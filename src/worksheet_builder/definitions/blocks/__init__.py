"""The kinds of block a worksheet is made of: one file each, its import here and one line in the list."""

from __future__ import annotations

from .agreement import Agreement
from .block import Block, ComposeContext
from .body import Body
from .card import Card
from .checklist import Checklist
from .choice import Choice
from .circles import Circles
from .date import Date
from .ladder import Ladder
from .letter import Letter
from .note import Note
from .picture import PictureBlock
from .pictured import Pictured
from .plan import Plan
from .prose import Prose
from .rest import Rest
from .scale import ScaleBlock
from .section import Section
from .side_by_side import SideBySide
from .signposts import Signposts
from .starters import Starters
from .steps import Steps
from .table import TableBlock
from .thermometer import Thermometer
from .timeline import Timeline
from .until_next_time import UntilNextTime
from .wave import Wave
from .weighing import Weighing
from .window import Window
from .writing import Writing

BLOCKS: tuple[type[Block], ...] = (
    Section,
    Prose,
    PictureBlock,
    Pictured,
    Note,
    Rest,
    Writing,
    Checklist,
    Choice,
    ScaleBlock,
    Date,
    TableBlock,
    Starters,
    Steps,
    Timeline,
    Body,
    Circles,
    Window,
    Wave,
    Thermometer,
    Weighing,
    SideBySide,
    Plan,
    Ladder,
    Letter,
    Card,
    Agreement,
    Signposts,
    UntilNextTime,
)

__all__ = ["BLOCKS", "Block", "ComposeContext"]
