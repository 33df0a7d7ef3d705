"""Renews the locked versions from pyproject.toml, or runs the tests on the newest or the oldest that its ranges admit.

    python tools/lock.py                 renew requirements.lock (with hashes) and constraints.txt (the same pins)
    python tools/lock.py --newest        an empty environment with the newest versions, and the tests in it
    python tools/lock.py --oldest        the same with the oldest versions that pyproject.toml names

pyproject.toml is the only place where a dependency is named. Both files are made from it for Python 3.11 and newer on
Linux, macOS and Windows at once by ``uv pip compile --universal``. `uv` comes with the extra `dev`.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCK, CONSTRAINTS = ROOT / "requirements.lock", ROOT / "constraints.txt"
HEADER = "# Made by tools/lock.py from pyproject.toml; not to be changed by hand.\n"
PIN = re.compile(r"^([A-Za-z0-9][\w.-]*==[^\s\\]+(?: ; [^\\\n]+)?)", re.MULTILINE)


def compiled(*more: str) -> str:
    """A requirements file with hashes for all extras, as `uv pip compile` prints it."""
    command = [sys.executable, "-m", "uv", "pip", "compile", "--universal", "--generate-hashes", "--all-extras"]
    command += ["--python-version", "3.11", "--no-header", "--no-annotate", "--no-emit-index-url", *more]
    done = subprocess.run([*command, "pyproject.toml"], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout


def pins(lock: str) -> str:
    """The pinned versions of a requirements file without their hashes, one to a line."""
    return "".join(f"{pin.strip()}\n" for pin in PIN.findall(lock))


def renew() -> None:
    """Write the newest versions that the ranges admit into both files."""
    lock = compiled("--upgrade")
    LOCK.write_text(HEADER + lock, "utf-8", newline="\n")
    CONSTRAINTS.write_text(HEADER + pins(lock), "utf-8", newline="\n")
    print(f"{len(PIN.findall(lock))} packages in {LOCK.name} and {CONSTRAINTS.name}")


def tried(resolution: str, words: list[str]) -> int:
    """Install one end of the ranges into an empty environment and run pytest there; gives pytest's exit code."""
    with tempfile.TemporaryDirectory() as folder:
        pinned = Path(folder, "constraints.txt")
        pinned.write_text(pins(compiled("--upgrade", f"--resolution={resolution}")), "utf-8")
        place = Path(folder, "venv")
        venv.create(place, with_pip=True)
        python = place / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
        install = [python, "-m", "pip", "install", "--quiet", "-c", pinned, "-e", f"{ROOT}[test]"]
        subprocess.run(install, check=True)
        return subprocess.run([python, "-m", "pytest", *(words or ["-n", "auto"])], cwd=ROOT).returncode


def main() -> int:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    end = parser.add_mutually_exclusive_group()
    end.add_argument("--newest", action="store_const", dest="resolution", const="highest", help="test on the newest")
    end.add_argument("--oldest", action="store_const", dest="resolution", const="lowest-direct", help="on the oldest")
    parser.add_argument("pytest", nargs="*", help="words for pytest; all tests on all cores without any")
    asked = parser.parse_args()
    if asked.resolution:
        return tried(asked.resolution, asked.pytest)
    renew()
    return 0


if __name__ == "__main__":
    sys.exit(main())
