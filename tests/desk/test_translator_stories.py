"""A translator at the desk in a real browser, by mouse and with the keyboard alone; the files are the truth."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from worksheet_builder.foundation.languages import Language
from worksheet_builder.translation.catalogue_files import read_po
from worksheet_builder.translation.states import State

from ..html.conftest import PATIENCE
from .browser import running
from .projects import begun
from .test_stories import page, tab_to  # noqa: F401  the window, and the tab key
from .test_translating import TAG, corrected, with_own_sheet

expect.set_options(timeout=PATIENCE)


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    return with_own_sheet(begun(tmp_path / "ours"))


def begin_a_language(page: Page) -> None:  # noqa: F811
    """From the first page to the rows of the sheet in a language that nothing is in yet."""
    page.get_by_role("link", name="Translate").click()
    page.get_by_label("Language", exact=True).select_option(TAG)
    page.get_by_label("Begin with").select_option("quiet-place")
    page.get_by_role("button", name="Begin").click()
    page.get_by_role("link", name="A quiet place").click()


def states(folder: Path) -> dict[str, tuple[str, State]]:
    found = read_po(folder / "locales" / TAG / "quiet-place.po", TAG).entries
    return {it.address or "": (it.words, it.state) for it in found}


def test_a_translator_begins_translates_mends_signs_and_sends(
    page: Page,  # noqa: F811
    ours: Path,
    tmp_path: Path,
) -> None:
    with running(ours) as (address, _):
        page.goto(address)
        begin_a_language(page)
        expect(page.get_by_label("Translation of row 1")).to_have_value("")
        assert page.url.endswith("?only=open")
        page.get_by_label("Translation of row 1").fill("Ein ruhiger Ort")
        page.get_by_label("Translation of row 2").fill("Fünf Minuten zum Ausruhen.")
        third = page.get_by_label("Translation of row 3")
        third.fill("Setzen Sie sich. Es hat {keine} Eile.")
        expect(page.locator(".string").nth(2).locator(".remarks")).to_contain_text("{keine}")
        third.fill("Setzen Sie sich. Es hat *keine Eile*.")
        expect(page.locator(".string").nth(2).locator(".remarks p")).to_have_count(0)
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_text("Saved. Rows changed: 3")).to_be_visible()
        expect(page.get_by_text("Nothing is missing here")).to_be_visible()
        page.get_by_role("link", name="All rows").click()
        expect(page.locator(".leaves img").first).to_have_js_property("complete", True)
        assert {it for _, it in states(ours).values()} == {State.DRAFT}
        page.get_by_label("Who has reviewed the marked rows").fill("A. Reader")
        page.get_by_role("button", name="Mark all complete rows").click()
        expect(page.get_by_text("Reviewed by A. Reader").first).to_be_visible()
        page.get_by_role("link", name=Language.of(TAG).name).click()
        with page.expect_download() as waiting:
            page.get_by_role("link", name="Word file for a reviewer").click()
        assert waiting.value.suggested_filename == f"review-{TAG}.docx"
        (tmp_path / "back.docx").write_bytes(corrected(Path(waiting.value.path()).read_bytes()))
        page.get_by_label("The file that came back").set_input_files(tmp_path / "back.docx")
        page.get_by_role("button", name="Take it in").click()
        expect(page.get_by_text("Rows taken: 1")).to_be_visible()
    assert states(ours)["title"] == ("Ein stiller Ort", State.TRANSLATED)
    assert states(ours)["rest.text"] == ("Setzen Sie sich. Es hat *keine Eile*.", State.REVIEWED)


def test_a_translator_with_the_keyboard_alone(page: Page, ours: Path) -> None:  # noqa: F811
    with running(ours) as (address, _):
        page.goto(f"{address}")
        home = address.partition("/?")[0]
        begin = "(said) => fetch('/translate/begin', {method: 'POST', body: new URLSearchParams(said)})"
        page.evaluate(begin, {"language": TAG, "sheet": "quiet-place"})
        page.goto(f"{home}/translate/{TAG}/sheet/quiet-place")
        tab_to(page, "Translation of row 1")
        page.keyboard.type("Ein ruhiger Ort")
        page.keyboard.press("Control+Enter")
        expect(page.get_by_text("Saved. Rows changed: 1")).to_be_visible()
        expect(page.get_by_label("Translation of row 2")).to_be_focused()
        page.keyboard.type("Fünf Minuten.")
        tab_to(page, "Reviewed")
        page.keyboard.press("Space")
        tab_to(page, "Save")
        page.keyboard.press("Enter")
        expect(page.get_by_text("Say who has reviewed the rows.")).to_be_visible()
        expect(page.get_by_label("Who has reviewed the marked rows")).to_be_focused()
        page.keyboard.type("A. Reader")
        page.keyboard.press("Enter")
        expect(page.get_by_text("Saved. Rows changed: 1")).to_be_visible()
    assert states(ours)["summary"] == ("Fünf Minuten.", State.REVIEWED)


def test_translating_without_a_script(chromium: Browser, ours: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    context.set_default_timeout(PATIENCE)
    plain = context.new_page()
    with running(ours) as (address, _):
        plain.goto(address)
        begin_a_language(plain)
        plain.get_by_label("Translation of row 1").fill("Ein  ruhiger Ort")
        plain.get_by_role("button", name="Save").click()
        plain.get_by_role("link", name="All rows").click()
        assert plain.locator(".string").first.locator(".remarks p").count() == 1
    context.close()
    assert states(ours)["title"] == ("Ein  ruhiger Ort", State.DRAFT)
