"""axe-core finds nothing on any view, nothing is wider than a small window, and all of it runs from right to left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from ..html.conftest import PATIENCE
from .browser import faults, running
from .projects import begun

VIEWS = ["/choose", "/choose?q=zzzz", "/sheet/waves", "/sheet/waves?design=none", "/pack", "/practice", "/sheet/none"]
VIEWS += ["/translate", "/translate/es", "/translate/ar/sheet/waves", "/translate/hi/sheet/waves?only=open"]
VIEWS += ["/tailor/where-harm-occurred", "/tailor/waves?at=hard-day", "/tailor/waves?add=table"]
WINDOWS = [("light", 1280, ""), ("dark", 320, "")]
ALL_WINDOWS = [(scheme, width, tag) for scheme in ("light", "dark") for width in (320, 768, 1280) for tag in ("", "ar")]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, chromium: Browser) -> Iterator[tuple[str, str]]:
    """The address of a desk with a key, and without."""
    folder = begun(tmp_path_factory.mktemp("desk") / "ours")
    with running(folder) as (address, _):
        yield address, address.partition("/?")[0]


def looked_at(browser: Browser, home: tuple[str, str], scheme: str, width: int, tag: str) -> Iterator[tuple[str, Page]]:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(home[0])
    if tag:
        page.evaluate("(tag) => fetch('/speak', {method: 'POST', body: new URLSearchParams({language: tag})})", tag)
    for view in VIEWS:
        page.goto(home[1] + view)
        yield view, page
    step = "(said) => fetch('/tailor/waves/change', {method: 'POST', body: new URLSearchParams(said)})"
    page.evaluate(step, {"block": "tell-someone", "do": "even-safety:tell-someone"})
    page.evaluate(step, {"block": "hard-day", "do": "words", "t:hard-day.lines": "4"})
    page.goto(f"{home[1]}/tailor/waves?at=hard-day")
    yield "a sheet with changes", page
    page.locator("[id='drop-enough-looking']").click()
    page.get_by_role("alert").wait_for()
    yield "a change that is refused", page
    page.evaluate("() => fetch('/tailor/waves/forget', {method: 'POST'})")
    page.evaluate("() => fetch('/speak', {method: 'POST', body: new URLSearchParams({language: 'en'})})")
    gather = "(name) => fetch('/pack/gather', {method: 'POST', body: new URLSearchParams({sheet: name, quiet: 'yes'})})"
    for name in ("waves", "what-was-lost"):
        page.evaluate(gather, name)
    page.goto(f"{home[1]}/pack")
    yield "a full pack", page
    page.evaluate("() => fetch('/pack/empty', {method: 'POST'})")
    context.close()


def seen(
    browser: Browser,
    home: tuple[str, str],
    scheme: str,
    width: int,
    tag: str,
    spared: Sequence[str] = (),
) -> None:
    """Nothing is found on a view, but for those spared, and on none is anything too wide or too small."""
    for view, page in looked_at(browser, home, scheme, width, tag):
        assert view in spared or faults(page) == [], view
        assert page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth") <= 0, view
        small = page.evaluate(
            "() => [...document.querySelectorAll('button, select, input:not([type=hidden], [type=checkbox])')]"
            ".filter((it) => it.offsetParent && it.getBoundingClientRect().height < 24).map((it) => it.outerHTML)"
        )
        assert small == [], view


@pytest.mark.parametrize(("scheme", "width", "tag"), WINDOWS)
def test_nothing_is_found(chromium: Browser, home: tuple[str, str], scheme: str, width: int, tag: str) -> None:
    """All views in each window, and each with axe-core in one of them; `whole` has that in all."""
    own = VIEWS[WINDOWS.index((scheme, width, tag)) :: len(WINDOWS)]
    seen(chromium, home, scheme, width, tag, [view for view in VIEWS if view not in own])


@pytest.mark.whole
@pytest.mark.parametrize(("scheme", "width", "tag"), ALL_WINDOWS)
def test_nothing_is_found_in_any_window(
    chromium: Browser,
    home: tuple[str, str],
    scheme: str,
    width: int,
    tag: str,
) -> None:
    seen(chromium, home, scheme, width, tag)


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 320)])
def test_nothing_is_found_on_the_start_page(chromium: Browser, tmp_path: Path, scheme: str, width: int) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    with running(tmp_path / "new") as (address, _):
        page.goto(address)
        assert page.get_by_label("The name of your practice").count() == 1
        assert faults(page) == []
        assert page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth") <= 0
    context.close()


def test_it_runs_from_right_to_left(chromium: Browser, home: tuple[str, str]) -> None:
    for view, page in looked_at(chromium, home, "light", 320, "qps-plocm"):
        if view == "/choose":
            assert page.evaluate("() => document.dir") == "rtl"
            assert page.evaluate("() => getComputedStyle(document.body).direction") == "rtl"
            assert page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth") <= 0
            assert [it for it in faults(page) if not it.startswith("html-lang-valid")] == []  # nobody speaks it
            break
