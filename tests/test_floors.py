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
MOST_FLOORS = 8
MOST_LINES = 300
MOST_LINES_OF_A_FUNCTION = 40
LOOPBACK = {"desk/desk_server.py": {"socket", "webbrowser"}, "desk/running_desks.py": {"http"}}
LOOPBACK |= {
    f"desk/{name}.py": {"urllib"} for name in ("request_guard", "handout_choice", "handout_view", "tailor_view")
}
"""What reaches for this computer itself, and nothing beyond it; of urllib only the reader and writer of addresses."""

# Paths that no user has, written so that this file does not hold one itself.
FORBIDDEN = re.compile(r"(?<!\w)/(?:work|farm|root)/|[.]{2}/shared|/opt/(?:pypi|wheels)")
TEXT = {".py", ".md", ".yaml", ".yml", ".toml", ".po", ".json", ".txt", ".cfg", ""}


def name_of(path: Path) -> str:
    """The module as it is imported, without the name of the package: `layout.pagination`, `layout` for its __init__."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(module: str) -> str:
    """The package at the top that a module belongs to."""
    return module.split(".")[0]


NAMES = {name_of(path): path for path in MODULES}


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def floors() -> dict[str, int]:
    rows = re.findall(r"^\| (\d+) \| (.+) \|$", (ROOT / "ARCHITECTURE.md").read_text("utf-8"), re.MULTILINE)
    return {name: int(floor) for floor, names in rows for name in re.findall(r"`(\w+)`", names)}


def imports_of(path: Path) -> Iterator[tuple[str, int]]:
    """The modules of the package that a module imports, at the top or late, with the line."""
    package = list(path.relative_to(PACKAGE).parent.parts)
    for node in ast.walk(tree_of(path)):
        if not isinstance(node, ast.ImportFrom):
            continue
        words = node.module.split(".") if node.module else []
        if node.level:
            base = package[: len(package) - node.level + 1] + words
        elif words[:1] == ["worksheet_builder"]:
            base = words[1:]
        else:
            continue
        for alias in node.names:
            inside = ".".join([*base, alias.name])
            yield inside if inside in NAMES else ".".join(base), node.lineno


@cache
def libraries_of(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            found.add((node.module or "").split(".")[0])
    return found


def test_every_module_is_in_a_room_with_a_floor() -> None:
    assert {path.name for path in PACKAGE.glob("*.py")} == {"__init__.py", "__main__.py"}
    assert set(floors()) == {room_of(name) for name in NAMES} - {"", "__main__"}
    assert len(set(floors().values())) <= MOST_FLOORS


def test_the_tree_of_the_page_is_the_tree_of_the_package() -> None:
    page = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    tree = page.split("src/worksheet_builder/\n")[1].split("tests/")[0]
    assert set(re.findall(r"^  (\w+)/", tree, re.MULTILINE)) == {
        path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__"
    }
    modules = {name.split(".")[-1] for name in NAMES}
    assert not [word for word in re.findall(r"(?<!\*)\b[a-z]+_[a-z_]+\b", tree) if word not in modules]


def test_imports_go_down() -> None:
    floor = {**floors(), "": -1, "__main__": MOST_FLOORS}
    wrong = [
        f"{path.relative_to(ROOT)}:{line}: {name_of(path)} imports {name}"
        for path in MODULES
        for name, line in imports_of(path)
        if room_of(name) != room_of(name_of(path)) and floor[room_of(name)] >= floor[room_of(name_of(path))]
    ]
    assert not wrong


def test_no_modules_import_each_other_in_a_circle() -> None:
    """Inside a room too: each module can be read after those that it imports, and none of them knows of it."""
    below = {name: {it for it, _ in imports_of(path)} - {name} for name, path in NAMES.items()}
    while leaves := {name for name, imported in below.items() if not imported & set(below)}:
        below = {name: imported for name, imported in below.items() if name not in leaves}
    assert not {name: sorted(imported & set(below)) for name, imported in below.items()}


def test_a_module_has_a_name_of_its_own() -> None:
    """So that a name says where a thing is: no two modules are called alike in different rooms."""
    words = [name.split(".")[-1] for name in NAMES if name]
    assert not {word for word in words if words.count(word) > 1}


def test_a_class_has_a_name_of_its_own() -> None:
    """One meaning a name: what a class is can be told without its module."""
    classes = [node.name for path in MODULES for node in tree_of(path).body if isinstance(node, ast.ClassDef)]
    assert not {name for name in classes if classes.count(name) > 1 and not name.startswith("_")}


TAGS = frozenset("ar bg es fa fr he hi ja ko pl ru sk uk ur vi yue zh zh-Hans zh-Hant".split())
"""Tags that mean nothing else in a program; `cs`, `it` and `tr` are also names of elements."""
NAMES_A_LANGUAGE = {("docx.style_context", "zh"), ("fonts.families", "ur"), ("fonts.families", "vi")}
"""Which are told in ARCHITECTURE.md, under what is known of a language."""


def test_what_is_known_of_a_language_is_data() -> None:
    found = {
        (name_of(path), node.value)
        for path in MODULES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Constant) and node.value in TAGS
    }
    assert found == NAMES_A_LANGUAGE


def doors() -> dict[str, set[str]]:
    rows = re.findall(r"^\| `(\w+)` \| ((?:`\w+` ?)+) \| ", (ROOT / "ARCHITECTURE.md").read_text("utf-8"), re.MULTILINE)
    return {library: set(re.findall(r"`(\w+)`", rooms)) for library, rooms in rows}


def test_doors_are_told() -> None:
    assert {"reportlab", "docx", "click", "icu4py", "uharfbuzz", "segno"} <= doors().keys()


@pytest.mark.parametrize(("library", "doors"), doors().items())
def test_a_library_has_its_doors(library: str, doors: set[str]) -> None:
    assert {room_of(name_of(path)) for path in MODULES if library in libraries_of(path)} == doors


def test_only_the_command_line_prints() -> None:
    printing = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in MODULES
        if room_of(name_of(path)) != "cli"
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("print", "sys.stdout.write", "sys.stderr.write")
    ]
    assert not printing


def test_nothing_reaches_for_the_network() -> None:
    network = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "requests", "httpx", "aiohttp", "webbrowser"}
    found = {path.relative_to(PACKAGE).as_posix(): libraries_of(path) & network for path in MODULES}
    assert {name: it for name, it in found.items() if it} == LOOPBACK


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
        if path.relative_to(PACKAGE).as_posix() != "foundation/clock.py"
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
            if path.is_file() and path.suffix in TEXT and "__pycache__" not in path.parts:
                yield path
