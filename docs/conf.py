"""How Sphinx builds the documentation (``python tools/site.py``); the page of blocks is written from examples."""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx

from worksheet_builder import __version__
from worksheet_builder.reading.block_examples import examples

project = "worksheet-builder"
copyright = "the authors of worksheet-builder"
release = version = __version__
extensions = ["myst_parser", "sphinx_click"]
exclude_patterns = ["pictures", "example-practice"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
suppress_warnings = ["myst.xref_missing"]
html_theme = "furo"
html_title = "worksheet-builder"
html_copy_source = False
html_show_sourcelink = False

BLOCKS = Path(__file__).parent / "reference/blocks.md"
HEAD = """# Blocks

What a worksheet is made of. Each block begins with its kind and its id. Under each example stands the document that it
becomes; every format shows it.
"""


def write_blocks(app: Sphinx) -> None:
    """Write the page of the blocks; it is made anew with each site and kept out of the repository."""
    parts = [HEAD]
    for example in examples():
        shown = ("```yaml", example.yaml, "```\n", "```text", example.outline, "```\n")
        parts += [f"## {example.kind}\n", f"{example.prose}\n", *shown]
    BLOCKS.write_text("\n".join(parts), "utf-8")


def setup(app: Sphinx) -> None:
    """Let Sphinx write the page before it reads the others."""
    app.connect("builder-inited", write_blocks)
