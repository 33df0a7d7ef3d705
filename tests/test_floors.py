"""The laws of the building: imports go down, parts stay small, each library has one door."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "worksheet_builder"
MODULES = sorted(PACKAGE.rglob("*.py"))
MOST_LINES = 300
MOST_LINES_OF_A_FUNCTION = 40
DOORS = {"reportlab": "pdf", "docx": "docx", "click": "cli", "icu4py": "text"}

# Paths that no user has, written so that this file does not hold one itself.
FORBIDDEN = re.compile(r"(?<!\w)/(?:work|farm|root)/|[.]{2}/shared|/opt/(?:pypi|wheels)")
TEXT = {".py", ".md", ".yaml", ".yml", ".toml", ".po", ".json", ".txt", ".cfg", ""}


def name_of(path: Path) -> str:
    """The module, or the package at the top, that the file belongs to."""
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def floors() -> dict[str, int]:
    rows = re.findall(r"^\| (\d+) \| (.+) \|$", (ROOT / "ARCHITECTURE.md").read_text("utf-8"), re.MULTILINE)
    return {name: int(floor) for floor, names in rows for name in re.findall(r"`(\w+)`", names)}


def imports_of(path: Path) -> Iterator[tuple[str, int]]:
    """What of the package is imported from elsewhere in it, with the line."""
    depth = len(path.relative_to(PACKAGE).parts)
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.ImportFrom) and node.level == depth:
            names = [node.module.split(".")[0]] if node.module else [alias.name for alias in node.names]
            yield from ((name, node.lineno) for name in names if not name.startswith("__"))
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("worksheet_builder"):
            yield from ((part, node.lineno) for part in (node.module or "").split(".")[1:2])


def libraries_of(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            found.add((node.module or "").split(".")[0])
    return found


def test_every_module_has_a_floor() -> None:
    named = {name_of(path) for path in MODULES} - {"__init__"}
    assert set(floors()) == named


def test_imports_go_down() -> None:
    floor = floors()
    wrong = [
        f"{path.relative_to(ROOT)}:{line}: {name_of(path)} imports {name}"
        for path in MODULES
        for name, line in imports_of(path)
        if name != name_of(path) and floor[name] >= floor.get(name_of(path), 99)
    ]
    assert not wrong


@pytest.mark.parametrize(("library", "door"), DOORS.items())
def test_a_library_has_one_door(library: str, door: str) -> None:
    assert {name_of(path) for path in MODULES if library in libraries_of(path)} <= {door}


def test_only_the_command_line_prints() -> None:
    printing = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in MODULES
        if name_of(path) != "cli"
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("print", "sys.stdout.write", "sys.stderr.write")
    ]
    assert not printing


def test_nothing_reaches_for_the_network() -> None:
    network = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "requests", "httpx", "aiohttp", "webbrowser"}
    assert not {str(path.relative_to(ROOT)) for path in MODULES if libraries_of(path) & network}


def test_modules_are_short() -> None:
    lengths = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert not {name: length for name, length in lengths.items() if length > MOST_LINES}


def test_functions_are_short() -> None:
    long = {
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}": length
        for path in MODULES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if (length := (node.end_lineno or node.lineno) - node.lineno + 1) > MOST_LINES_OF_A_FUNCTION
    }
    assert not long


def test_nothing_reads_the_clock_or_chance() -> None:
    """The same input makes the same bytes."""
    suspicious = re.compile(r"\b(time\.time|datetime\.now|date\.today|random\.|uuid\.|getpass|gethostname)\b")
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in MODULES
        if path.relative_to(PACKAGE).as_posix() != "cli/today.py"
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if suspicious.search(line)
    ]
    assert not found


def test_no_file_holds_a_path_that_no_user_has() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {word}"
        for path in files_of_the_project()
        for word in FORBIDDEN.findall(path.read_text("utf-8", errors="replace"))
    ]
    assert not found


def files_of_the_project() -> Iterator[Path]:
    """The text files that a reader of the repository sees; what tools leave behind is not among them."""
    left = {".git", ".venv", "handouts", "build", "dist", "__pycache__"}
    for top in ROOT.iterdir():
        if top.name in left or (top.is_dir() and top.name.startswith(".") and top.name != ".ci"):
            continue
        for path in [top] if top.is_file() else top.rglob("*"):
            if path.is_file() and path.suffix in TEXT and not left & set(path.parts):
                yield path
