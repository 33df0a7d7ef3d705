"""Worksheets for people harmed by healthcare: YAML definitions compiled into branded PDF and DOCX handouts."""

__version__ = "0.1.0"
