"""Makers: each turns a document into the bytes of a file, with what it needs kept warm between documents."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from worksheet_builder.document import Document

Maker = Callable[[Document], bytes]

PDF = ("worksheet_builder_pdf", "typst", "weasyprint", "platypus")
HTML = ("worksheet_builder_html", "jinja2")
DOCX = ("worksheet_builder_docx", "docxtpl", "python_docx")


def maker(name: str) -> Maker:
    """The maker of this name, ready to work."""
    module = import_module(f"{__name__}.{name}_maker")
    made: Maker = module.ready()
    return made
