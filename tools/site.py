"""Builds the documentation site into build/site: ``python tools/site.py``. It loads nothing from elsewhere when opened.

Before Sphinx runs, the page of the blocks is written from their examples. Needs the extra `docs`.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SITE = ROOT / "build/site"
ELSEWHERE = re.compile(r"""(?:src|href)=["']https?://[^"']+\.(?:js|css|woff2?|ttf|png|svg)["']|@import|url\(https?:""")


def loads_from_elsewhere() -> list[str]:
    """The places in the site that would fetch a script, style, letter or picture when a page is opened."""
    found = []
    for page in SITE.rglob("*"):
        if page.suffix in (".html", ".css"):
            found += [f"{page.relative_to(SITE)}: {match}" for match in ELSEWHERE.findall(page.read_text("utf-8"))]
    return found


def main() -> int:
    """The exit code: 1 where a page, a link or a command reference is broken, or something is loaded from elsewhere."""
    shutil.rmtree(SITE, ignore_errors=True)
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-b", "html", ROOT / "docs", SITE]
    code = subprocess.run(command, cwd=ROOT).returncode
    for line in loads_from_elsewhere():
        print(line, file=sys.stderr)
        code = 1
    if not code:
        print(f"open {SITE / 'index.html'}")
    return code


if __name__ == "__main__":
    sys.exit(main())
