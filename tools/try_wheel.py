"""Tries a built wheel as a user would: ``python tools/try_wheel.py WHEEL-OR-FOLDER``.

Installs it with the locked versions into an empty environment, away from the checkout, and makes handouts there.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TRIES = (
    ("--version",),
    ("list",),
    ("doctor",),
    ("build", "where-harm-occurred", "-l", "en", "-l", "es"),
    ("pack", "first-sessions"),
)
"""What has to end with exit code 0; `doctor` may advise but must find no fault."""


def main() -> int:
    """The exit code: 0 if everything was made."""
    given = Path(sys.argv[1]).resolve()
    wheel = given if given.is_file() else next(given.glob("*.whl"))
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "venv")
        venv.create(place, with_pip=True)
        programs = place / ("Scripts" if sys.platform == "win32" else "bin")
        pip = [programs / "python", "-m", "pip", "install", "--quiet"]
        install = [*pip, "-c", ROOT / "constraints.txt", f"{wheel}[cjk]"]
        subprocess.run(install, check=True, cwd=folder)
        for words in TRIES:
            print("+ worksheet-builder", *words, flush=True)
            subprocess.run([programs / "worksheet-builder", *words], check=True, cwd=folder)
        made = sorted(path.name for path in Path(folder, "handouts").rglob("*") if path.is_file())
    print(len(made), "files in handouts")
    return 0


if __name__ == "__main__":
    sys.exit(main())
