"""What a command costs from a cold start, beside a process that imports only the libraries it cannot do without.

Processor time of child processes, so that other programs on the machine count for little; the commands take turns.
"""

from __future__ import annotations

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
}


def cost(arguments: tuple[str, ...]) -> float:
    """Milliseconds of processor time that Python takes with the arguments, in user and system together."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)


def main() -> None:
    """Print a table of all commands."""
    with tempfile.TemporaryDirectory() as folder:
        taken: dict[str, list[tuple[float, float]]] = {name: [] for name in CASES}
        for turn in range(PASSES):
            for name, (arguments, bare) in CASES.items():
                whole = (*arguments, str(Path(folder) / str(turn))) if arguments[-1] == "-o" else arguments
                taken[name].append((cost(whole), cost(("-c", bare))))
    print("| command | ms of processor time | imports alone | ratio |\n|---|--:|--:|--:|")
    for name, pairs in taken.items():
        own, bare_cost = (median(it) for it in zip(*pairs, strict=True))
        print(f"| `{name}` | {own:.0f} | {bare_cost:.0f} | {median(one / other for one, other in pairs):.1f} |")


if __name__ == "__main__":
    main()
