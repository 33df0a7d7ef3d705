"""How the cost of a service grows with practices, sheets, languages, formats and processes.

Run: ``python -m benchmarks.service_scale``. Each row is a run of the whole program in a new folder. Processor time is
that of the program and its processes together, so that it is little moved by what else the machine does.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from worksheet_builder.project.library import Library

from .service_speed import LANGUAGES, _load, _rows

USUAL = {"practices": 4, "sheets": 5, "languages": 2, "formats": 1, "processes": 1}
TRIED = {
    "practices": (1, 4, 16),
    "sheets": (2, 5, 20),
    "languages": (1, 2, 6),
    "formats": (1, 2, 3),
    "processes": (1, 2, 3, 4),
}
FORMATS = ("pdf", "docx", "html")


def main() -> None:
    """A row for each value that is tried, the others as usual."""
    print(f"usual: {USUAL}; load {_load()}\n")
    print("| what | handouts | processor, s | ms each | wall, s | load |\n|---|--:|--:|--:|--:|--:|")
    for name, values in TRIED.items():
        for value in values:
            _row(name, {**USUAL, name: value})


def _row(name: str, given: dict[str, int]) -> None:
    tags = LANGUAGES[: given["languages"]]
    library = Library.open()
    known = [it for it in library.worksheets if all(tag in library.languages_of(it) for tag in LANGUAGES[:6])]
    sheets = known[: given["sheets"]]
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder, "practices.csv")
        table.write_text(_rows(given["practices"]), "utf-8")
        words = [*sheets, "--practices", str(table), "--draft", "-j", str(given["processes"]), "-o", f"{folder}/out"]
        words += [word for tag in tags for word in ("-l", tag)]
        words += [word for it in FORMATS[: given["formats"]] for word in ("-f", it)]
        began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        command = [sys.executable, "-m", "worksheet_builder", "build", *words]
        subprocess.run(command, check=True, capture_output=True)
        wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    count = given["practices"] * len(sheets) * len(tags) * given["formats"]
    each = spent / count * 1000
    print(f"| {given[name]} {name} | {count} | {spent:.1f} | {each:.0f} | {wall:.1f} | {_load()} |", flush=True)


if __name__ == "__main__":
    main()
