"""Measure every maker in one run and print a table of medians and ratios. Run: ``-m benchmarks [ROUNDS [PASSES]]``."""

from __future__ import annotations

import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from .makers import DOCX, HTML, PDF

PACKAGES = ("reportlab", "uharfbuzz", "icu4py", "python-docx", "typst", "weasyprint", "docxtpl", "jinja2")
PASSES = 9
OTHERS = ("ar", "hi", "zh-Hans")
"""Languages besides English in which the PDF is held against Typst's, in the same fonts."""
SLOW = frozenset(("weasyprint",))
"""Makers that take seconds for a document: fewer rounds, in fewer passes, and after the others."""
COLD = 7


def main(rounds: int = 10, passes: int = PASSES) -> None:
    """All tables."""
    print(f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}, {_processor()}")
    print(", ".join(f"{name} {_version(name)}" for name in PACKAGES))
    _table("PDF", PDF, rounds, passes)
    for tag in OTHERS:
        _table(f"PDF in {tag}", PDF[:2], rounds, passes, tag)
    _table("DOCX", DOCX, rounds, passes)
    _table("HTML", HTML, rounds, passes)
    if find_spec("typst"):
        _cold()


def _table(title: str, makers: tuple[str, ...], rounds: int, passes: int, tag: str = "en") -> None:
    """Makers that are installed take turns, and each is held against this tool in the same turn."""
    names = [name for name in makers if name not in PACKAGES or find_spec(name)]
    found: dict[str, list[dict[str, list[float]]]] = {name: [] for name in names}
    for _ in range(passes):
        for name in names:
            if name not in SLOW:
                found[name].append(_run(name, rounds, tag))
    for name in names:
        if name in SLOW:
            found[name] += [_run(name, 2, tag) for _ in range(2)]
    medians = {name: statistics.median(t for one in found[name] for t in one["times"]) for name in names}
    turns = {name: [statistics.median(one["times"]) for one in found[name]] for name in names}
    print(
        f"\n| {title} | ms a document | ms a page | this tool ÷ it | KB a file | peak MB |\n|---|--:|--:|--:|--:|--:|"
    )
    for name in names:
        runs = found[name]
        pages = statistics.mean(p for one in runs for p in one["pages"])
        a_page = f"{medians[name] / pages:.2f}" if pages else "–"
        size = statistics.mean(s for one in runs for s in one["sizes"]) / 1024
        peak = max(float(one["peak"]) for one in runs)  # type: ignore[arg-type]
        ratio = statistics.median(mine / theirs for mine, theirs in zip(turns[names[0]], turns[name], strict=False))
        print(f"| {name} | {medians[name]:.1f} | {a_page} | {ratio:.2f} | {size:.0f} | {peak:.0f} |")


def _run(name: str, rounds: int, tag: str) -> dict[str, list[float]]:
    command = [sys.executable, "-m", "benchmarks.worker", name, str(rounds), tag]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, list[float]] = json.loads(done.stdout.splitlines()[-1])
    return found


def _cold() -> None:
    """From nothing to one PDF, each in a new process."""
    from .documents import sheets
    from .fonts import folders
    from .makers import typst_maker

    with tempfile.TemporaryDirectory() as place:
        document = sheets()[0][0]
        source = Path(place, "sheet.typ")
        nodes = "\n".join(typst_maker._node(node) for node in document.nodes)
        source.write_text(typst_maker.head(document) + nodes, encoding="utf-8")
        tool = shutil.which("worksheet-builder", path=str(Path(sys.executable).parent)) or "worksheet-builder"
        ours = [tool, "build", document.id, "-f", "pdf", "-o", place, "--force"]
        fonts = [str(it) for it in folders()]
        call = f"import typst; typst.compile({str(source)!r}, {place + '/t.pdf'!r}, font_paths={fonts!r})"
        mine = _best(ours)
        theirs = _best([sys.executable, "-c", call])
        print(f"\nCold, to one PDF: worksheet-builder {mine:.0f} ms, python -c typst.compile {theirs:.0f} ms")


def _best(command: list[str]) -> float:
    """The median of a few runs in milliseconds, after one that leaves compiled modules, as an installation does."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    times = []
    for _ in range(1 + COLD):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, env=environment)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times[1:])


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return f"{len(names)} × {names[0]}" if names else platform.processor()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
