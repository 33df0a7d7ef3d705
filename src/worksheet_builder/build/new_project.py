"""Create a project: the practice file, the schema for completion in an editor, and a file that opens the desk."""

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
"""The name and country in a new practice file, if none are given."""
_STARTER = "Open the desk"


def begin_project(folder: Path, name: str = "", country: str = "") -> Iterator[tuple[Path, bool]]:
    """Make the folders and files of a project; yields each file, and whether it was written (False: it existed).

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
    """Write the JSON Schema of worksheets, unless it exists; gives its path, and whether it was written."""
    from ..reading import json_schema

    path = folder / "worksheets" / SCHEMA
    return path, not path.exists() and write_new(path, json_schema.text().encode())


def template(file: str, /, **words: str) -> str:
    """The text of a new file from its template, with the placeholders replaced by the words."""
    text = package_file(f"data/templates/{file}").read_text("utf-8")
    return re.sub(r"\{([a-z]+)\}", lambda match: words[match[1]], text)


def quoted(text: str) -> str:
    """The text as a YAML value, with the marks of phrases escaped; in quotation marks unless it is plain words."""
    if text.replace(" ", "").isalpha() and text == text.strip():
        return text
    return '"' + escape(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


def starters(folder: Path, system: str, python: str) -> dict[Path, str]:
    """The files that open the desk of a folder by double-click, with their texts; `system` is a value of sys.platform.

    They contain the path of Python on this computer; as they are written here, no system treats them as downloads.
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
