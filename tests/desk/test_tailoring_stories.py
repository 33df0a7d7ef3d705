"""A sheet fitted in a real browser: by mouse to a pack in Arabic, by keyboard alone, and without a script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from .browser import running
from .test_stories import downloaded, ours, page, tab_to

__all__ = ["ours", "page"]
PICTURE = ".leaves img"
OWN = "worksheets/own/our-days.yaml"


@pytest.fixture
def fitting(page: Page, ours: Path) -> Iterator[Page]:
    """A window on a sheet of the library in its parts."""
    with running(ours) as (address, _):
        page.goto(address)
        page.goto(f"{address.partition('/?')[0]}/tailor/waves")
        yield page


def changed(page: Page, before: str) -> str:
    """The address of the first page once it is drawn anew."""
    expect(page.locator(PICTURE).first).not_to_have_attribute("src", before)
    return shown(page)


def question(page: Page) -> Locator:
    """The question of the block that is changed."""
    return page.locator("#b-hard-day").get_by_label("Question")


def shown(page: Page) -> str:
    return page.locator(PICTURE).first.get_attribute("src") or ""


def test_a_therapist_fits_a_sheet(fitting: Page, ours: Path) -> None:
    page, first = fitting, shown(fitting)
    page.locator("#d-hard-day > summary").click()
    question(page).fill("What helps you on a hard day?")
    page.locator("[id='t-hard-day.hint']").click()
    reworded = changed(page, first)
    expect(page.locator("#b-hard-day .mark-of")).to_have_text("changed")
    expect(page.locator("#b-hard-day .before")).to_contain_text("Before: If a hard day comes")
    page.get_by_role("button", name="Leave out: What could you say").click()
    without = changed(page, reworded)
    page.get_by_role("button", name="Move down: What helps you").click()
    moved = changed(page, without)
    page.locator("#b-hard-day .answers > summary").click()
    page.get_by_label("What helps you on a hard day?", exact=True).fill("soup, the radio")
    page.locator("#words-hard-day").click()
    begun = changed(page, moved)
    page.get_by_role("button", name="Undo").click()
    assert changed(page, begun) == moved
    page.get_by_role("button", name="Redo").click()
    assert changed(page, moved) == begun
    page.locator("summary", has_text="Add a block").click()
    page.get_by_role("link", name="Boxes to tick").click()
    page.locator("#new").get_by_label("Question").fill("What helps?")
    page.get_by_label("Answers to choose from").last.fill("Tea\nA walk")
    page.get_by_role("button", name="Add it").click()
    expect(page.locator("#b-what-helps .mark-of")).to_have_text("added")
    added = changed(page, begun)
    page.get_by_label("Language", exact=True).select_option("ar")
    changed(page, added)
    page.get_by_label("A name for your sheet").fill("Our days")
    page.get_by_role("button", name="Keep as our own").click()
    expect(page.get_by_text("Kept. It is among your worksheets now.")).to_be_visible()
    text = (ours / OWN).read_text("utf-8")
    assert "What helps you on a hard day?" in text and "what-helps" in text and "radio" not in text
    page.get_by_role("button", name="Use for one handout").click()
    expect(page.get_by_text("This sheet has changes for one handout.")).to_be_visible()
    assert downloaded(page, "Download the PDF")[0] == "our-days-one-client.pdf"
    page.get_by_role("button", name="Forget the changes").click()
    page.get_by_role("button", name="Add to today’s pack").click()
    page.get_by_role("link", name="Today’s pack").click()
    name, data = downloaded(page, "Download the pack")
    assert name == "pack-today.pdf" and data.startswith(b"%PDF-")


def test_what_is_typed_is_never_lost(fitting: Page) -> None:
    """While a change is drawn, another field is typed in; what cannot be is told, and its words stay."""
    page, first = fitting, shown(fitting)
    page.locator("#d-hard-day > summary").click()
    question(page).fill("What helps?")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+A")
    page.keyboard.type("Anything counts.", delay=60)
    changed(page, first)
    expect(page.locator("[id='t-hard-day.hint']")).to_have_value("Anything counts.")
    expect(page.locator("[id='t-hard-day.hint']")).to_be_focused()
    question(page).fill("")
    page.locator("#words-hard-day").click()
    expect(page.get_by_role("alert")).to_contain_text("Words are needed here.")
    expect(page.locator("[id='t-hard-day.hint']")).to_have_value("Anything counts.")


def test_a_sheet_is_fitted_with_the_keyboard_alone(fitting: Page, ours: Path) -> None:
    page, first = fitting, shown(fitting)
    tab_to(page, "If a hard day comes")
    page.keyboard.press("Enter")
    tab_to(page, "Question")
    page.keyboard.press("Control+A")
    page.keyboard.type("What helps?")
    page.keyboard.press("Tab")
    reworded = changed(page, first)
    tab_to(page, "↓")
    page.keyboard.press("Enter")
    moved = changed(page, reworded)
    expect(page.locator("#down-hard-day")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    left_out = changed(page, moved)
    expect(page.locator("#back-hard-day")).to_be_focused()
    page.keyboard.press("Enter")
    assert changed(page, left_out) == moved
    expect(page.locator("#drop-hard-day")).to_be_focused()
    page.locator("#drop-enough-looking").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Leave it out even so")).to_be_focused()
    page.keyboard.press("Enter")
    without = changed(page, moved)
    expect(page.locator("#back-enough-looking")).to_be_focused()
    page.locator("#undo").focus()
    page.keyboard.press("Enter")
    assert changed(page, without) == moved
    expect(page.locator("#undo")).to_be_focused()
    tab_to(page, "A name for your sheet")
    page.keyboard.type("Our days")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Kept. It is among your worksheets now.")).to_be_visible()
    assert "move: hard-day" in (ours / OWN).read_text("utf-8")


@pytest.mark.whole
def test_a_sheet_is_fitted_without_a_script(chromium: Browser, ours: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    with running(ours) as (address, _):
        page.goto(address)
        page.goto(f"{address.partition('/?')[0]}/tailor/waves")
        first = shown(page)
        page.locator("#d-hard-day > summary").click()
        question(page).fill("What helps?")
        page.locator("#words-hard-day").click()
        assert shown(page) != first and question(page).input_value() == "What helps?"
        page.locator("#drop-tell-someone").click()
        page.get_by_role("button", name="Leave it out even so").click()
        page.locator("#back-tell-someone").click()
        page.locator("#undo").click()
        assert page.locator("#back-tell-someone").count() == 1
        page.goto(f"{address.partition('/?')[0]}/tailor/waves?language=ar&add=writing")
        page.locator("#new").get_by_label("Question").fill("And then?")
        page.get_by_role("button", name="Add it").click()
        assert "language=ar" in page.url and page.locator("#b-and-then").count() == 1
        page.get_by_label("A name for your sheet").fill("Our days")
        page.get_by_role("button", name="Keep as our own").click()
        assert page.get_by_text("Kept. It is among your worksheets now.").is_visible()
    context.close()
    assert "writing: and-then" in (ours / OWN).read_text("utf-8")
