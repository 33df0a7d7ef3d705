"""Typesetting: makes lines of positioned glyphs from phrases, for any file format."""

from ..fonts.faces import Face, open_face
from .lines import Line, Piece, TextStyle, Typesetter
from .shaping import Shaped

__all__ = ["Face", "Line", "Piece", "Shaped", "TextStyle", "Typesetter", "open_face"]
