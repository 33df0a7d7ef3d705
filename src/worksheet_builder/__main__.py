"""``python -m worksheet_builder`` is the same as ``worksheet-builder``."""

from .cli import main

main(prog_name="worksheet-builder")
