"""A desk as it really runs: a process of its own, opened in Debian's Chromium; and what axe-core finds in a page."""

from __future__ import annotations

import importlib.resources
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

from worksheet_builder.project.library import Library
from worksheet_builder.project.package_files import built_in_folder

AXE = importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


WITH_A_LIBRARY = """
import pathlib, sys
from worksheet_builder.project import library
there = pathlib.Path(sys.argv.pop(1))
library.built_in_folder = lambda: there
from worksheet_builder.cli import main
main()
"""
"""The command line with another library in the place of the one that is built in."""


@contextmanager
def running(folder: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The address of a desk that was started from the command line, and its process; with the library of the test."""
    library = Library.open(folder).built_in.folder
    program = ["-m", "worksheet_builder"] if library == built_in_folder() else ["-c", WITH_A_LIBRARY, str(library)]
    command = [sys.executable, *program, "desk", str(folder), "--no-browser"]
    environment = {**os.environ, "XDG_RUNTIME_DIR": str(folder.parent), "XDG_CACHE_HOME": str(folder.parent)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    ) as process:
        assert process.stdout
        try:
            yield process.stdout.readline().strip(), process
        finally:
            process.terminate()


def faults(page: Page) -> list[str]:
    """What axe-core finds, as its rule and the markup that breaks it."""
    page.evaluate(AXE)
    asked = {"runOnly": RULES, "resultTypes": ["violations"]}
    found = page.evaluate("(asked) => axe.run(document, asked).then((it) => it.violations)", asked)
    return [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]
