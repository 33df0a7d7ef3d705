"""The command line: the only part that prints."""

from .program import main

__all__ = ["main"]
