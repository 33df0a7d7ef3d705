"""Write the pictures of docs/guides/desk.md: the real desk in Chromium. Run: ``python tools/desk_pictures.py``."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs/guides/desk"
PRACTICE = ROOT / "docs/example-practice"
DAY = "1795305600"
"""The day to judge crisis contacts by, in seconds since 1970: 22 November 2026."""
COLOURS = 200
VIEWS = {
    "choose": ("/choose", 1280, 860, "light"),
    "sheet": ("/sheet/waves", 1280, 860, "light"),
    "sheet-arabic": ("/sheet/what-was-lost?language=ar", 1280, 860, "light"),
    "tailor": ("/tailor/where-harm-occurred?at=what-hurt", 1280, 860, "light"),
    "pack": ("/pack", 1280, 860, "light"),
    "practice": ("/practice", 1280, 860, "light"),
    "choose-dark": ("/choose?q=not+believed", 1280, 860, "dark"),
    "sheet-small": ("/sheet/waves", 320, 640, "light"),
}
"""Each picture: the address, the size of the window, and the scheme of colours."""


def main() -> None:
    """All pictures, anew."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as beside, sync_playwright() as playwright:
        ours, empty = Path(beside) / "ours" / "our-practice", Path(beside) / "new"
        shutil.copytree(PRACTICE, ours, ignore=shutil.ignore_patterns("handouts"))
        empty.mkdir()
        shell = shutil.which("chromium-headless-shell") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=shell, args=["--no-sandbox"])
        with _desk(empty) as address:
            _picture(browser, address, "start", "/", 1280, 860, "light")
        with _desk(ours) as address:
            for name, view in VIEWS.items():
                _picture(browser, address, name, *view)
        browser.close()


def _picture(browser: Browser, address: str, name: str, path: str, wide: int, tall: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": wide, "height": tall}, color_scheme=scheme)
    page = context.new_page()
    page.goto(address)
    if path == "/pack":
        _gather(page)
    if path.startswith("/tailor"):
        _change(page)
    page.goto(address.partition("/?")[0] + path)
    page.wait_for_load_state("networkidle")
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB").quantize(COLOURS)
    picture.save(PICTURES / f"{name}.png", optimize=True)
    context.close()


def _gather(page: Page) -> None:
    for sheet in ("waves", "what-was-lost", "where-i-carry-it"):
        form = f"new URLSearchParams({{sheet: '{sheet}', want: 'in', quiet: 'yes'}})"
        page.evaluate(f"() => fetch('/pack/gather', {{method: 'POST', body: {form}}})")


def _change(page: Page) -> None:
    sheet, question = "/tailor/where-harm-occurred", "Which of these happened to you?"
    steps = (
        {"block": "what-hurt", "do": "drop:what-hurt.options.news", "t:what-hurt.question": question},
        {"block": "what-counts", "do": "drop:what-counts"},
    )
    for said in steps:
        send = f"(said) => fetch('{sheet}/change', {{method: 'POST', body: new URLSearchParams(said)}})"
        page.evaluate(send, said)


@contextmanager
def _desk(folder: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "worksheet_builder", "desk", str(folder), "--no-browser"]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": DAY, "XDG_RUNTIME_DIR": str(folder.parent)}
    environment = {name: value for name, value in environment.items() if not name.startswith("SSH_")}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


if __name__ == "__main__":
    main()
