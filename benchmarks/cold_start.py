"""What a command costs from a cold start, beside a process that imports only the libraries it cannot do without.

Processor time of child processes, so that other programs on the machine count for little; the commands take turns. Code
is compiled and caches are filled before anything is counted, as they are on the computer of whoever has used it once.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

PASSES = 9
READING = "import click, yaml"
SETTING = "import click, yaml, reportlab.pdfgen.canvas, uharfbuzz"
PROGRAM = ("-m", "worksheet_builder")
CASES = {
    "list": ((*PROGRAM, "list"), READING),
    "show waves": ((*PROGRAM, "show", "waves"), READING),
    "build waves -f pdf": ((*PROGRAM, "build", "waves", "-f", "pdf", "-o"), SETTING),
    "build waves -f docx": ((*PROGRAM, "build", "waves", "-f", "docx", "-o"), READING),
}
ROWS = ["id,name,country", *(f"clinic-{at},Clinic {at},GB" for at in range(10))]
MANY = (*PROGRAM, "build", "waves", "-f", "pdf", "-j", "1", "--practices")


CACHES: dict[str, str] = {}
"""Where the measured programs keep what they compile and find; set to a folder of this run."""


def cost(arguments: tuple[str, ...]) -> float:
    """Milliseconds of processor time that Python takes with the arguments, in user and system together."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True, env=environment | CACHES)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)


def main() -> None:
    """Print a table of all commands."""
    with tempfile.TemporaryDirectory() as folder:
        CACHES.update(PYTHONPYCACHEPREFIX=f"{folder}/compiled", XDG_CACHE_HOME=f"{folder}/cache")
        taken: dict[str, list[tuple[float, float]]] = {name: [] for name in CASES}
        tables = {count: Path(folder, f"{count}.csv") for count in (1, 10)}
        for count, table in tables.items():
            table.write_text("\n".join(ROWS[: count + 1]) + "\n", "utf-8")
        many = []
        for turn in range(1 + PASSES):
            made = [cost((*MANY, str(it), "-o", f"{folder}/{turn}/{at}")) for at, it in tables.items()]
            many.append(made[1] / made[0])
            for name, (arguments, bare) in CASES.items():
                whole = (*arguments, str(Path(folder) / str(turn))) if arguments[-1] == "-o" else arguments
                taken[name].append((cost(whole), cost(("-c", bare))))
    print("| command | ms of processor time | imports alone | ratio |\n|---|--:|--:|--:|")
    for name, pairs in taken.items():
        own, bare_cost = (median(it) for it in zip(*pairs[1:], strict=True))
        print(f"| `{name}` | {own:.0f} | {bare_cost:.0f} | {median(one / other for one, other in pairs[1:]):.1f} |")
    print(f"\nten practices of one sheet: {median(many[1:]):.2f} × one practice")


if __name__ == "__main__":
    main()
