"""Puts small faults into the modules that print, one at a time, and tells which of them no test notices.

    python tools/mutants.py [--count 200] [--skip 40] [--only pdf/] [--report docs/mutation.md]

A mutant is one change of one expression: a comparison, an operator, a number, a truth value, a negation, a word of a
format. The faults are drawn from all that are possible in an order that only depends on the text of the module. Each
runs in a process of its own on a copy of the repository, with the tests named for its module in `TESTS`, and one that
these let live with those in `REST`, which are all of its room.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import hashlib
import importlib
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = Path("src/worksheet_builder")
SECONDS = 240
"""Of work after which a mutant that makes the tests run on and on counts as killed; four times as many if it waits."""

PAGES = "tests/pdf/test_golden.py tests/layout/test_fitting.py tests/pdf/test_fields.py tests/layout/test_figures.py"
WORD = "tests/docx/test_parts.py tests/docx/test_nodes.py tests/docx/test_typefaces.py"
WORD += " tests/docx/test_date_picker_pattern.py tests/docx/test_laws.py tests/docx/test_controls.py"
WORD += (
    " tests/docx/test_cards.py tests/docx/test_right_to_left.py tests/docx/test_pictures.py tests/docx/test_sections.py"
)
TESTS = {
    "layout/": PAGES,
    "pdf/": f"{PAGES} tests/pdf/test_laws.py tests/pdf/test_glyphs.py tests/pdf/test_faults.py",
    "docx/": WORD,
    "html/": "tests/html/test_markup.py tests/html/test_laws.py tests/html/test_site.py",
    "text/": "tests/pdf/test_golden.py tests/text/test_golden.py "
    "tests/text/test_lines.py tests/text/test_breaking.py tests/text/test_bidi.py",
    "definitions/contacts.py": "tests/definitions tests/docx/test_nodes.py tests/bilingual",
    "definitions/country_contacts.py": "tests/definitions tests/cli/test_contacts_told.py",
    "definitions/contact_freshness.py": "tests/definitions/test_country_contacts.py",
    "definitions/practice.py": "tests/definitions tests/pdf/test_golden.py tests/docx/test_parts.py",
    "build/fingerprint.py": "tests/build/test_fingerprint.py tests/build/test_code_hash.py "
    "tests/project/test_dependencies.py tests/robust/test_edits.py tests/cli/test_contacts_told.py "
    "tests/html/test_site.py",
    "build/incremental.py": "tests/robust/test_edits.py tests/cli/test_contacts_told.py",
    "build/composer.py": "tests/build/test_translations.py tests/cli/test_contacts_told.py tests/bilingual "
    "tests/definitions tests/build/packs",
    "build/order.py": "tests/build/test_order.py tests/cli/test_leaves.py",
    "definitions/": "tests/definitions",
    "document/field_names.py": "tests/document tests/pdf/test_fields.py",
    "document/phone_words.py": "tests/translation/test_descriptions.py",
    "document/": "tests/document tests/html/test_markup.py tests/pdf/test_golden.py tests/docx/test_parts.py",
    "foundation/colours.py": "tests/foundation tests/pdf/test_golden.py",
    "foundation/palette.py": "tests/foundation tests/pdf/test_golden.py",
    "foundation/": "tests/foundation tests/reading",
}
"""The tests that have to notice, by the beginning of the module's path; the cheapest stand first."""
LOOKS = "tests/build/test_every_look.py"
REST = {
    "layout/": f"{LOOKS} tests/layout tests/pdf/test_laws.py tests/pdf/test_links.py tests/pdf/test_typing_note.py",
    "pdf/": f"{LOOKS} tests/pdf",
    "docx/": f"{LOOKS} tests/docx",
    "html/": LOOKS,
    "text/": f"{LOOKS} tests/text",
    "document/": f"{LOOKS} tests/build/test_around.py tests/build/test_easy_read.py",
    "definitions/": f"{LOOKS} tests/reading tests/tailoring/test_changes.py",
    "foundation/": f"{LOOKS} tests/project tests/robust/test_names.py tests/robust/test_edits.py "
    "tests/build/test_jobs.py",
    "build/composer.py": f"{LOOKS} tests/build/test_around.py",
    "build/order.py": f"{LOOKS} tests/build/test_around.py",
}
"""All tests of a room, and those of every look, which run only for a fault that those above let live."""
HEAVY = "lxml.etree reportlab.pdfgen.canvas docx PIL.Image uharfbuzz pikepdf pypdfium2 hypothesis babel polib resvg_py"

_COMPARISONS: dict[type[ast.cmpop], str] = {
    ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">", ast.Eq: "!=", ast.NotEq: "==",
    ast.Is: "is not", ast.IsNot: "is", ast.In: "not in", ast.NotIn: "in",
}  # fmt: skip
_OPERATORS: dict[type[ast.operator], str] = {
    ast.Add: "-", ast.Sub: "+", ast.Mult: "/", ast.Div: "*", ast.LShift: ">>", ast.BitAnd: "|", ast.BitOr: "&",
    ast.FloorDiv: "*", ast.Mod: "*",
}  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """A fault: from `start` to `stop` of the module's bytes stands `new`."""

    module: str
    line: int
    start: int
    stop: int
    new: str
    old: str

    def __str__(self) -> str:
        return f"{self.module}:{self.line} `{self.old}` → `{self.new}`"

    def order(self) -> bytes:
        """Where it stands in the drawing, as a hash of what it is."""
        return hashlib.sha256(f"{self.module} {self.old} {self.new} {self.start}".encode()).digest()


class _Finder(ast.NodeVisitor):
    """All faults of a module; types, docstrings and what stands in `raise` or `assert` are left alone."""

    def __init__(self, module: str, source: bytes) -> None:
        self.module, self.source, self.found = module, source, list[Mutant]()
        self.lines = [0]
        for line in source.splitlines(keepends=True):
            self.lines.append(self.lines[-1] + len(line))

    def put(self, first: ast.expr, last: ast.expr | None, new: str) -> None:
        """Add a fault in place of a node, or of what stands between two."""
        begin, end = (first.end_lineno, first.end_col_offset) if last else (first.lineno, first.col_offset)
        stop = (last.lineno, last.col_offset) if last else (first.end_lineno, first.end_col_offset)
        assert begin and end is not None and stop[0] and stop[1] is not None
        start, finish = self.lines[begin - 1] + end, self.lines[stop[0] - 1] + stop[1]
        old = self.source[start:finish].decode()
        if last and (new.split()[0] in old.split() or "\n" in old or "(" in old or ")" in old):
            return  # a parenthesis stands between the two
        self.found.append(Mutant(self.module, begin, start, finish, f" {new} " if last else new, old))

    def visit_Compare(self, node: ast.Compare) -> None:
        for left, operator, right in zip((node.left, *node.comparators), node.ops, node.comparators, strict=False):
            self.put(left, right, _COMPARISONS[type(operator)])
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        if type(node.op) in _OPERATORS and not any(isinstance(it, ast.JoinedStr) for it in (node.left, node.right)):
            self.put(node.left, node.right, _OPERATORS[type(node.op)])
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        self.put(node.values[0], node.values[1], "or" if isinstance(node.op, ast.And) else "and")
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not):
            self.put(node, None, self.source_of(node.operand))
        self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        self.put(node.test, None, f"not ({self.source_of(node.test)})")
        self.generic_visit(node)

    def visit_If(self, node: ast.If) -> None:
        if not (isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"):
            self.put(node.test, None, f"not ({self.source_of(node.test)})")
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        value = node.value
        if isinstance(value, bool):
            self.put(node, None, str(not value))
        elif isinstance(value, int | float):
            self.put(node, None, repr(value + 1 if isinstance(value, int) else value * 1.5 or 1.0))
        elif isinstance(value, str) and value.strip() and "\n" not in value:
            self.put(node, None, repr(f"{value}X"))

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        for it in node.values:  # the text of a format string has no place of its own before Python 3.12
            if isinstance(it, ast.FormattedValue) and sys.version_info >= (3, 12):
                self.visit(it.value)

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):
            self.generic_visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        for it in (*node.args.defaults, *(it for it in node.args.kw_defaults if it), *node.body):
            self.visit(it)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        for it in node.body:  # that a dataclass is frozen or has slots shows on no page
            self.visit(it)

    def visit_Assign(self, node: ast.Assign) -> None:
        if not any(isinstance(it, ast.Name) and it.id == "__all__" for it in node.targets):
            self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value:
            self.visit(node.value)

    def visit_Raise(self, node: ast.Raise) -> None: ...
    def visit_Assert(self, node: ast.Assert) -> None: ...
    def visit_Import(self, node: ast.Import) -> None: ...
    def visit_ImportFrom(self, node: ast.ImportFrom) -> None: ...

    def source_of(self, node: ast.expr) -> str:
        """The text of an expression."""
        return ast.get_source_segment(self.source.decode(), node) or ""


def faults(root: Path, module: str) -> list[Mutant]:
    """All faults of a module that can be compiled, in the order in which they are drawn."""
    source = (root / PACKAGE / module).read_bytes()
    finder = _Finder(module, source)
    finder.visit(ast.parse(source))
    return sorted((it for it in finder.found if _compiles(source, it)), key=Mutant.order)


def _compiles(source: bytes, mutant: Mutant) -> bool:
    with contextlib.suppress(SyntaxError, ValueError):
        ast.parse(mutated(source, mutant))
        return True
    return False


def mutated(source: bytes, mutant: Mutant) -> bytes:
    """The module with the fault in it."""
    return source[: mutant.start] + mutant.new.encode() + source[mutant.stop :]


def stages_of(module: str) -> list[str]:
    """The tests that have to notice a fault of the module, stage by stage; none for one that is not looked at."""
    stages = (next((it for start, it in named.items() if module.startswith(start)), "") for named in (TESTS, REST))
    return [*filter(None, stages)]


def drawn(root: Path, count: int, only: str, skip: int = 0) -> list[Mutant]:
    """So many faults, spread over the modules by turns, after as many as are left to an earlier draw."""
    modules = sorted(path.relative_to(root / PACKAGE).as_posix() for path in (root / PACKAGE).rglob("*.py"))
    piles = [faults(root, it) for it in modules if stages_of(it) and it.startswith(only)]
    turns = (pile[turn] for turn in range(max(map(len, piles), default=0)) for pile in piles if turn < len(pile))
    return [*islice(turns, skip, skip + count)]


def survives(copy: Path, mutant: Mutant) -> bool:
    """Whether all tests pass with the fault in place."""
    path = copy / PACKAGE / mutant.module
    source = path.read_bytes()
    path.write_bytes(mutated(source, mutant))
    for stale in (path.parent / "__pycache__").glob(f"{path.stem}.*.pyc"):
        stale.unlink()
    try:
        return all(_passes(copy, stage) for stage in stages_of(mutant.module))
    finally:
        path.write_bytes(source)


def _passes(copy: Path, tests: str, keep: bool = False) -> bool:
    """Whether tests pass in a child that has the heavy libraries loaded, and none of this project.

    `keep` leaves what Python has compiled for the next; a mutant leaves nothing.
    """
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        sys.dont_write_bytecode = not keep
        os.chdir(copy)
        os.environ["PYTHONPATH"] = str(copy / "src")
        sys.path.insert(0, str(copy / "src"))
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1), os.dup2(quiet, 2)
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        signal.alarm(4 * SECONDS)
        import pytest

        os._exit(int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", "--no-header", *tests.split()])))
    try:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    finally:
        with contextlib.suppress(ProcessLookupError):  # what its tests have started and, with the fault, never ends
            os.killpg(child, signal.SIGKILL)


def report(mutants: list[tuple[Mutant, bool]]) -> Iterator[str]:
    """The table by room, and the survivors."""
    rooms = sorted({_room(it) for it, _ in mutants})
    yield "| Where | Faults | Killed | Survived |\n|---|---:|---:|---:|"
    for room in (*rooms, "all"):
        found = [alive for it, alive in mutants if room in (_room(it), "all")]
        killed = found.count(False)
        yield f"| {room} | {len(found)} | {killed} ({killed / len(found):.0%}) | {len(found) - killed} |"
    yield "\nSurvivors:\n"
    yield from (f"- {it}" for it, alive in mutants if alive)


def _room(mutant: Mutant) -> str:
    return mutant.module.partition("/")[0]


def main() -> None:
    """Run as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--skip", type=int, default=0, help="So many of the draw come before, and are left out.")
    parser.add_argument("--only", default="", help="Modules whose path begins so.")
    parser.add_argument("--report", type=Path, help="A file for the table.")
    asked = parser.parse_args()
    for name in ("pytest", *HEAVY.split()):
        importlib.import_module(name)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache"))
        chosen = drawn(copy, asked.count, asked.only, asked.skip)
        stages = {tests for mutant in chosen for tests in stages_of(mutant.module)}
        sound = {tests: _passes(copy, tests, keep=True) for tests in stages}
        for tests in (it for it, passes in sound.items() if not passes):
            print("Left out, since they do not pass without any fault:", tests, flush=True)
        tried: list[tuple[Mutant, bool]] = []
        for mutant in (it for it in chosen if all(map(sound.get, stages_of(it.module)))):
            began, alive = time.monotonic(), survives(copy, mutant)
            tried.append((mutant, alive))
            print("survived" if alive else "killed  ", f"{time.monotonic() - began:4.0f} s ", mutant, flush=True)
    lines = list(report(tried))
    print("\n".join(lines))
    if asked.report:
        asked.report.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
