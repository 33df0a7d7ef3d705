"""Firefox as a phone: a screen of 360 × 640 that is touched. Playwright drives only a Firefox of its own making."""

from __future__ import annotations

import base64
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .marionette import ELEMENT, Marionette

UPRIGHT, LYING = (360, 640), (640, 360)
TAB = "\ue004"
_SIZE = """
const [width, height] = arguments, browser = gBrowser.selectedBrowser;
for (const limit of ["min", "max"]) {
  browser.style.setProperty(`${limit}-width`, `${width}px`);
  browser.style.setProperty(`${limit}-height`, `${height}px`);
}
browser.browsingContext.touchEventsOverride = "enabled";
"""
_WRITTEN = """
Object.fromEntries([...document.querySelectorAll("#sheet [name]")]
  .map((it) => ["checkbox", "radio"].includes(it.type) ? [`${it.name}=${it.value}`, it.checked] : [it.name, it.value])
  .filter(([, value]) => value))
"""
_SETTLED = """
const [it, done] = arguments;
let before = null, frames = 0;
const look = () => {
  it.scrollIntoView({block: "center", behavior: "instant"});
  const {x, y} = it.getBoundingClientRect(), here = `${x} ${y}`;
  frames = here === before ? frames + 1 : 0;
  before = here;
  if (frames < 2) requestAnimationFrame(look);
  else done();
};
look();
"""
"""Brings an element to the middle and holds it there for two frames.

Firefox scrolls to what was typed only in its next frame, which would move the page between a look at where an element
is and the finger that comes down there.
"""
_WAIT = 10.0
"""Seconds until what is waited for has to be there."""

Element = dict[str, str]


class FirefoxPhone:
    """One window of Firefox, with a folder into which it saves."""

    def __init__(self, binary: str, folder: Path) -> None:
        self.folder = folder / "saved"
        self.folder.mkdir()
        preferences = {
            "browser.download.folderList": 2,
            "browser.download.dir": str(self.folder),
            "browser.download.alwaysOpenPanel": False,
            "datareporting.policy.dataSubmissionEnabled": False,
            "general.smoothScroll": False,
            "marionette.port": 0,
            "ui.prefersReducedMotion": 1,
        }
        self.wire = Marionette(binary, folder / "profile", preferences)
        self.turn(UPRIGHT)

    def inside(self, script: str, *told: object) -> None:
        """Run a script in the browser itself, not in the page."""
        self.wire.send("Marionette:SetContext", {"value": "chrome"})
        self.wire.send("WebDriver:ExecuteScript", {"script": script, "args": told})
        self.wire.send("Marionette:SetContext", {"value": "content"})

    def turn(self, size: tuple[int, int]) -> None:
        """Give the screen another width and height, in pixels."""
        self.inside(_SIZE, *size)
        self.until(lambda: tuple(self.ask("[innerWidth, innerHeight]")) == size)

    def offline(self, off: bool) -> None:
        self.inside("Services.io.offline = arguments[0]", off)

    def scripts(self, on: bool) -> None:
        """Whether pages that are opened from now on may run a script."""
        self.inside("gBrowser.selectedBrowser.browsingContext.allowJavascript = arguments[0]", on)

    def open(self, address: str) -> None:
        self.wire.send("WebDriver:Navigate", {"url": address})

    def reload(self) -> None:
        self.wire.send("WebDriver:Refresh", {})

    def ask(self, words: str, *told: object) -> Any:
        """What an expression of JavaScript is in the page."""
        return self.wire.send("WebDriver:ExecuteScript", {"script": f"return {words}", "args": told})

    def all(self, selector: str) -> list[Element]:
        found: list[Element] = self.wire.send("WebDriver:FindElements", {"using": "css selector", "value": selector})
        return found

    def first(self, selector: str) -> Element:
        return self.all(selector)[0]

    def click(self, selector: str) -> None:
        self.wire.send("WebDriver:ElementClick", {"id": self.first(selector)[ELEMENT]})

    def type(self, it: Element, words: str) -> None:
        self.wire.send("WebDriver:ElementSendKeys", {"id": it[ELEMENT], "text": words})

    def value(self, it: Element, name: str = "value") -> Any:
        return self.wire.send("WebDriver:GetElementProperty", {"id": it[ELEMENT], "name": name})

    def shown(self, it: Element) -> bool:
        return bool(self.wire.send("WebDriver:IsElementDisplayed", {"id": it[ELEMENT]}))

    def tap(self, target: Element | str) -> None:
        """A finger down and up on an element, or on the first that a selector finds."""
        it = self.first(target) if isinstance(target, str) else target
        self._drag(it, [(0, 0)])

    def draw(self, selector: str) -> None:
        """A finger that draws across an element."""
        self._drag(self.first(selector), [(4 * at, 6 * at - 20) for at in range(6)])

    def _drag(self, it: Element, way: list[tuple[int, int]]) -> None:
        self.wire.send("WebDriver:ExecuteAsyncScript", {"script": _SETTLED, "args": [it]})
        moves = [{"type": "pointerMove", "x": x, "y": y, "duration": 20, "origin": it} for x, y in way]
        down, up = ({"type": name, "button": 0} for name in ("pointerDown", "pointerUp"))
        finger = {"pointerType": "touch"}
        self._act({"type": "pointer", "parameters": finger, "actions": [moves[0], down, *moves[1:], up]})

    def press(self, keys: str) -> None:
        """A key, or some letters, to whatever has the focus."""
        self._act(
            {"type": "key", "actions": [{"type": f"key{way}", "value": it} for it in keys for way in ("Down", "Up")]}
        )

    def _act(self, told: dict[str, Any]) -> None:
        self.wire.send("WebDriver:PerformActions", {"actions": [{"id": told["type"], **told}]})

    def more(self, does: str) -> None:
        """A tap on something under ‘More’."""
        self.tap(".fold.more summary")
        self.tap(f".fold.more [data-does={does}]")

    def written(self) -> dict[str, Any]:
        """All that is written or marked, by the names of the fields."""
        return dict(self.ask(_WRITTEN.strip()))

    def fill(self, words: str) -> None:
        """Each box is tapped and written in, each ring and each box to tick is tapped."""
        for at, box in enumerate(self.all("#sheet textarea")):
            self.tap(box)
            self.type(box, f"{words} {at}")
        for day in self.all("#sheet input[type=date]"):
            self.type(day, "2026-05-04")
        for mark in self.all("#sheet input[type=checkbox]"):
            self.tap(mark)
        for ring in {self.value(it, "name"): it for it in self.all("#sheet input[type=radio]")}.values():
            self.tap(ring)

    def saved(self, does: str, name: str) -> bytes:
        """What ‘More’ saves into the folder, under the name that the page gives it."""
        path = self.folder / name
        path.unlink(missing_ok=True)
        self.more(does)
        self.until(lambda: path.exists() and path.stat().st_size > 0 and not list(self.folder.glob("*.part")))
        return path.read_bytes()

    def pdf(self) -> bytes:
        """The page as it prints."""
        return base64.b64decode(self.wire.send("WebDriver:Print", {"shrinkToFit": True}))

    def until(self, true: Callable[[], bool]) -> None:
        """Wait for something that the browser does in its own time."""
        end = time.monotonic() + _WAIT
        while not true():
            assert time.monotonic() < end
            time.sleep(0.02)
