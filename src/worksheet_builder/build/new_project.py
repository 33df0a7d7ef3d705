"""A project as it begins: the practice, the schema by which an editor completes, and a file to double-click."""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

from ..foundation.files import make_folder, write_new
from ..foundation.phrases import escape
from ..project.library import PRACTICE
from ..project.package_files import package_file

SCHEMA = "worksheet.schema.json"
NAME, COUNTRY = "Our practice", "GB"
"""What stands in a new practice file until somebody says otherwise."""
_STARTER = "Open the desk"


def begin_project(folder: Path, name: str = "", country: str = "") -> Iterator[tuple[Path, bool]]:
    """Make the folders and files of a project; each file, and whether it was written or was there and left as it is.

    Raises Refused for a folder that cannot be written.
    """
    for part in ("worksheets", "locales"):
        make_folder(folder / part)
    text = template("practice.yaml", name=quoted(name or NAME), country=country or COUNTRY)
    yield folder / PRACTICE, write_new(folder / PRACTICE, text.encode())
    yield write_schema(folder)
    for path, words in starters(folder, sys.platform, sys.executable).items():
        written = write_new(path, words.encode())
        if written and sys.platform != "win32":
            path.chmod(0o755)
        yield path, written


def write_schema(folder: Path) -> tuple[Path, bool]:
    """Write the schema of worksheets, unless it is there."""
    from ..reading import json_schema

    path = folder / "worksheets" / SCHEMA
    return path, not path.exists() and write_new(path, json_schema.text().encode())


def template(file: str, /, **words: str) -> str:
    """The text of a new file, with the words in their places."""
    text = package_file(f"data/templates/{file}").read_text("utf-8")
    return re.sub(r"\{([a-z]+)\}", lambda match: words[match[1]], text)


def quoted(text: str) -> str:
    """The text so that YAML and the marks of phrases give it back: in quotation marks unless it is plain words."""
    if text.replace(" ", "").isalpha() and text == text.strip():
        return text
    return '"' + escape(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


def starters(folder: Path, system: str, python: str) -> dict[Path, str]:
    """The files that open the desk of a folder when they are double-clicked, as `system` (sys.platform) runs them.

    They name the program where it is installed on this computer; written here, no system takes them for a download.
    """
    match system:
        case "win32":
            call = f'"{python.replace("%", "%%")}" -m worksheet_builder desk "%~dp0."'
            lines = ["@echo off", "chcp 65001 >nul", call, "if errorlevel 1 pause", ""]
            return {folder / f"{_STARTER}.bat": "\r\n".join(lines)}
        case "darwin":
            return {folder / f"{_STARTER}.command": _shell(python)}
        case _:
            call = " ".join(map(_entry_quoted, (python, "-m", "worksheet_builder", "desk", str(folder.resolve()))))
            lines = ["[Desktop Entry]", "Type=Application", f"Name={_STARTER}", f"Exec={call}", "Terminal=false", ""]
            return {folder / f"{_STARTER}.desktop": "\n".join(lines), folder / f"{_STARTER}.sh": _shell(python)}


def _shell(python: str) -> str:
    call = f"exec {shlex.quote(python)} -m worksheet_builder desk ."
    return f'#!/bin/sh\ncd "$(dirname "$0")" || exit 1\n{call}\n'


def _entry_quoted(word: str) -> str:
    """A word of the key Exec, quoted as the Desktop Entry Specification says, and escaped as its strings are."""
    inner = re.sub(r'(["`$\\])', r"\\\1", word).replace("%", "%%")
    return f'"{inner}"'.replace("\\", "\\\\")
