"""How Sphinx builds the documentation: ``python tools/site.py``."""

from worksheet_builder import __version__

project = "worksheet-builder"
copyright = "the authors of worksheet-builder"
release = version = __version__
extensions = ["myst_parser", "sphinx_click"]
exclude_patterns = ["pictures", "example-practice"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = "worksheet-builder"
html_copy_source = False
html_show_sourcelink = False
html_theme_options = {"footer_icons": []}
