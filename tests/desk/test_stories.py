"""The desk as people use it, in a real browser: by mouse, and by keyboard alone; files are those of a build."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, Route, expect

from worksheet_builder.fonts.families import stack
from worksheet_builder.foundation.languages import Language
from worksheet_builder.reading.loader import read_practice

from ..conftest import Run
from ..html.conftest import PATIENCE, QuietHandler
from .browser import running
from .projects import begun

expect.set_options(timeout=PATIENCE)
FILLED = ("waves", "what-was-lost", "where-i-carry-it")


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    return begun(tmp_path / "ours")


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A window in which any error of a script fails the test."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    context.set_default_timeout(PATIENCE)
    troubles: list[str] = []
    context.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
    context.on("weberror", lambda error: troubles.append(str(error.error)))
    yield context.new_page()
    context.close()
    assert [it for it in troubles if "Failed to load resource" not in it] == []


def downloaded(page: Page, name: str) -> tuple[str, bytes]:
    with page.expect_download() as waiting:
        page.get_by_role("link", name=name).click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def test_a_therapist_begins_brands_chooses_and_takes(
    page: Page, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    Image.new("RGB", (600, 180), "#e9b44c").save(tmp_path / "our logo.png")
    with running(folder) as (address, _):
        page.goto(address)
        assert "key" not in page.url
        page.get_by_label("The name of your practice").fill("Open Door")
        page.get_by_label("Your country").select_option("GB")
        page.get_by_role("button", name="Begin").click()
        page.get_by_label("A picture of your logo").set_input_files(tmp_path / "our logo.png")
        expect(page.get_by_role("img", name="Your logo")).to_be_visible()
        page.wait_for_load_state("load")  # whoever types has read the page, and its script is there
        page.get_by_label("Your colour", exact=True).first.fill("#f6d860")
        expect(page.get_by_text("headings are set in the shade")).to_be_visible()
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_text("Saved.")).to_be_visible()
        page.get_by_role("link", name="Worksheets").click()
        page.wait_for_url("**/choose*")
        for words, name in (
            ("strong feelings", "waves"),
            ("lost", "what-was-lost"),
            ("hard to say", "where-i-carry-it"),
        ):
            page.get_by_role("searchbox").fill(words)
            page.wait_for_url(f"**/choose?q={words.replace(' ', '+')}*")
            expect(page.locator("#cards.is-drawing")).to_have_count(0)
            page.locator(f"#{name} button").click()
            expect(page.locator(f"#{name} button")).to_have_attribute("aria-pressed", "true")
        page.locator("#where-i-carry-it h2 a").click()
        before = page.locator(".leaves img").first.get_attribute("src")
        page.get_by_label("Language", exact=True).select_option("ar")
        expect(page.locator(".leaves img").first).not_to_have_attribute("src", before or "")
        expect(page.locator(".leaves img").first).to_have_js_property("complete", True)
        page.get_by_role("link", name="Today’s pack").click()
        page.get_by_role("button", name="Move up: What was lost").click()
        expect(page.locator(".order li").first).to_have_attribute("data-sheet", "what-was-lost")
        name, data = downloaded(page, "Download the pack")
        words = "title: Pages for you\nsummary: These are the pages that we chose together. "
        words += "There is no hurry, and you can skip any of them.\nworksheets:\n"
        (folder / "packs").mkdir()
        order = ("what-was-lost", "waves", "where-i-carry-it")
        (folder / "packs" / "today.yaml").write_text(words + "".join(f"  - sheet: {it}\n" for it in order))
        page.get_by_role("button", name="Stop the desk").click()
        expect(page.get_by_text("The desk is closed.")).to_be_visible()
    monkeypatch.chdir(folder)
    made = Path(run("pack", "today", "-f", "pdf").stdout.split()[0])
    assert (name, data) == (made.name, made.read_bytes())


def test_the_first_branded_handout_takes_six_actions(page: Page, tmp_path: Path) -> None:
    """From the line that README names on: the address opens by itself, and each line below is one action."""
    folder = tmp_path / "mine"
    with running(folder) as (address, _):
        page.goto(address)  # opened by the command
        page.get_by_label("The name of your practice").fill("Open Door")  # 1
        page.get_by_label("Your country").select_option("GB")  # 2
        page.get_by_role("button", name="Begin").click()  # 3
        page.get_by_role("link", name="Go on to the worksheets").click()  # 4
        page.locator("#waves h2 a").click()  # 5
        name, data = downloaded(page, "Download the PDF")  # 6
    assert name == "waves.pdf" and data.startswith(b"%PDF-")
    assert page.locator("h1").inner_text()


def tab_to(page: Page, name: str, most: int = 120) -> None:
    """Go on with the tab key until what has the focus is called so."""
    for _ in range(most):
        page.keyboard.press("Tab")
        named = page.evaluate(
            "() => { const it = document.activeElement; const label = it.labels && it.labels[0];"
            " return (it.getAttribute('aria-label') || (label || it).innerText || it.value || '').trim(); }"
        )
        if named.startswith(name):
            return
    raise AssertionError(f"‘{name}’ is not reached with the keyboard")


@pytest.mark.whole
def test_a_therapist_with_the_keyboard_alone(page: Page, tmp_path: Path) -> None:
    """From two questions to the file of a sheet that was searched for, in large print."""
    with running(tmp_path / "mine") as (address, _):
        page.goto(address)
        tab_to(page, "The name of your practice")
        page.keyboard.type("Open Door")
        tab_to(page, "Your country")
        page.keyboard.type("United Kingdom")
        tab_to(page, "Begin")
        page.keyboard.press("Enter")
        expect(page.get_by_text("Your name is on every page now.")).to_be_visible()
        tab_to(page, "Go on to the worksheets")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Choose a worksheet")).to_be_visible()
        tab_to(page, "What is it about?")
        page.keyboard.type("strong feelings")
        expect(page.locator(".card").first).to_have_attribute("id", "waves")
        tab_to(page, "When strong feelings come and go")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="When strong feelings come and go")).to_be_visible()
        before = page.locator(".leaves img").first.get_attribute("src") or ""
        tab_to(page, "Print")
        page.keyboard.type("Large")
        expect(page.locator(".leaves img").first).not_to_have_attribute("src", before)
        page.get_by_role("link", name="Download the PDF").focus()
        with page.expect_download() as waiting:
            page.keyboard.press("Enter")
        assert waiting.value.suggested_filename == "waves-large-print.pdf"


@pytest.mark.whole
def test_all_of_it_without_a_script(chromium: Browser, ours: Path) -> None:
    context = chromium.new_context(java_script_enabled=False, accept_downloads=True)
    page = context.new_page()
    with running(ours) as (address, _):
        page.goto(address)
        page.get_by_label("What is it about?").fill("strong feelings")
        page.get_by_role("button", name="Find").click()
        page.get_by_role("button", name="Add to today’s pack").first.click()
        page.get_by_role("link", name="When strong feelings come and go").first.click()
        page.get_by_label("Print", exact=True).select_option("large-print")
        page.get_by_role("button", name="Show it").click()
        assert downloaded(page, "Download the PDF")[0] == "waves-large-print.pdf"
        page.goto(f"{address.partition('/?')[0]}/choose")
        page.locator("#what-was-lost").get_by_role("button").click()
        page.get_by_role("link", name="Today’s pack").click()
        page.get_by_role("button", name="Move up: What was lost").click()
        assert page.locator(".order li").first.get_attribute("data-sheet") == "what-was-lost"
        page.get_by_role("link", name="Our practice").click()
        page.get_by_label("Telephone").fill("020 7946 0000")
        page.get_by_role("button", name="Save").click()
        assert page.get_by_text("Saved.").is_visible()
    context.close()


def test_what_is_typed_before_the_script_is_there_is_looked_for(page: Page, ours: Path) -> None:
    with running(ours) as (address, _):
        page.goto(address)
        held: list[Route] = []
        page.route("**/static/desk.js", lambda route: held.append(route))
        page.goto(f"{address.partition('/?')[0]}/choose", wait_until="commit")
        page.get_by_role("searchbox").fill("zzzz")
        for it in held:
            it.continue_()
        expect(page.get_by_text("Nothing fits all of that.")).to_be_visible()


def test_a_list_that_was_found_stays_under_the_hand(page: Page, ours: Path) -> None:
    """Whoever leaves the search by pressing on what was found must not have it drawn anew while they press."""
    with running(ours) as (address, _):
        page.goto(address)
        page.get_by_role("link", name="Worksheets").click()
        page.get_by_role("searchbox").fill("strong feelings")
        page.wait_for_url("**/choose?q=strong+feelings*")
        expect(page.locator("#cards.is-drawing")).to_have_count(0)
        page.evaluate("document.querySelector('#waves').dataset.mark = 'same'")
        page.get_by_role("searchbox").blur()
        expect(page.locator("#cards.is-drawing")).to_have_count(0)
        page.locator("#waves button").click()
        expect(page.locator("#waves button")).to_have_attribute("aria-pressed", "true")
        expect(page.locator("#waves")).to_have_attribute("data-mark", "same")


def test_a_manager_brands_all_of_it(page: Page, ours: Path, tmp_path: Path) -> None:
    """Contacts, colour, two logos and letters of their own, each on the page at once and in the file."""
    Image.new("RGB", (600, 180), "#e9b44c").save(tmp_path / "logo.png")
    Image.new("RGB", (600, 180), "#ffffff").save(tmp_path / "white.png")
    letters = Path(stack(Language.of("en"), "lexend").regular[0].path)
    with running(ours) as (address, _):
        page.goto(address)
        page.get_by_role("link", name="Our practice").click()
        page.wait_for_url("**/practice", wait_until="load")
        page.get_by_label("Telephone", exact=True).fill("020 7946 0000")
        page.get_by_label("A picture of your logo").set_input_files(tmp_path / "logo.png")
        expect(page.get_by_role("img", name="Your logo")).to_be_visible()
        page.wait_for_load_state("load")
        page.get_by_text("Logo for a dark ground").first.click()
        page.get_by_label("Logo for a dark ground").set_input_files(tmp_path / "white.png")
        expect(page.get_by_role("img", name="Logo for a dark ground")).to_be_visible()
        page.get_by_text("Your own typeface").click()
        page.get_by_label("Upright letters").set_input_files(letters)
        page.get_by_role("button", name="Use these letters").click()
        expect(page.get_by_text("In use: letters.ttf")).to_be_visible()
        expect(page.get_by_label("Telephone", exact=True)).to_have_value("020 7946 0000")
        page.get_by_label("Your colour", exact=True).first.fill("#1a464d")
        page.get_by_text("Add one").nth(1).click()
        page.locator("[name='crisis.0.name']").fill("Our line")
        page.locator("[name='crisis.0.number']").fill("020 7946 0001")
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_text("Saved.")).to_be_visible()
    practice = read_practice(ours / "practice.yaml")
    assert practice.logo and practice.logo_on_dark and practice.font_files
    told = (practice.phone, str(practice.accent), practice.crisis[0].number)
    assert told == ("020 7946 0000", "#1a464d", "020 7946 0001")


def test_a_manager_with_the_keyboard_alone(page: Page, ours: Path) -> None:
    """Types, saves, is told that the file was changed elsewhere, and loses nothing."""
    with running(ours) as (address, _):
        page.goto(address)
        tab_to(page, "Our practice")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Our practice")).to_be_visible()
        tab_to(page, "Telephone")
        page.keyboard.type("020 7946 0000")
        tab_to(page, "Save")
        page.keyboard.press("Enter")
        expect(page.get_by_text("Saved.")).to_be_visible()
        tab_to(page, "Telephone")
        page.keyboard.type("9")
        path = ours / "practice.yaml"
        path.write_text(path.read_text("utf-8") + "\n# edited in an editor\n", "utf-8")
        expect(page.get_by_text("Files of the project have changed.")).to_be_visible()
        tab_to(page, "Save")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="This file has changed meanwhile")).to_be_visible()
    assert "# edited in an editor" in path.read_text("utf-8")
    assert "9" in (ours / "practice-mine.yaml").read_text("utf-8")


def test_a_pack_is_ordered_with_the_keyboard_alone(page: Page, ours: Path) -> None:
    with running(ours) as (address, _):
        page.goto(address)
        for name in FILLED:
            page.locator(f"#{name} button").focus()
            page.keyboard.press("Space")
            expect(page.locator(f"#{name} button")).to_have_attribute("aria-pressed", "true")
        expect(page.locator("#gathered")).to_have_text("3")
        page.get_by_role("link", name="Today’s pack").focus()
        page.keyboard.press("Enter")
        page.locator("[data-sheet=waves] button[formaction$=down]").focus()
        page.keyboard.press("Enter")
        expect(page.locator(".order li").nth(1)).to_have_attribute("data-sheet", "waves")
        expect(page.locator("[data-sheet=waves] button[formaction$=down]")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator(".order li").nth(2)).to_have_attribute("data-sheet", "waves")
        expect(page.locator("[data-sheet=waves] button[formaction$=up]")).to_be_focused()
        page.locator("[data-sheet=waves]").drag_to(
            page.locator("[data-sheet=what-was-lost]"), target_position={"x": 30, "y": 3}
        )
        expect(page.locator(".order li").first).to_have_attribute("data-sheet", "waves")


def test_a_page_from_elsewhere_can_do_nothing(page: Page, ours: Path, tmp_path: Path) -> None:
    """A form, a fetch, a frame and a picture on a page of another origin of this computer."""
    with running(ours) as (address, _):
        home = address.partition("/?")[0]
        page.goto(address)
        (tmp_path / "evil").mkdir()
        field = '<input name="sheet" value="waves"><button>Go</button>'
        form = f'<form action="{home}/pack/gather" method="post">{field}</form>'
        frame = f'<iframe src="{home}/choose"></iframe><img src="{home}/sheet/waves/page/1">'
        (tmp_path / "evil" / "index.html").write_text(f"<!doctype html><title>x</title>{form}{frame}")

        def handler(*given: object) -> QuietHandler:
            return QuietHandler(*given, directory=str(tmp_path / "evil"))

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        assert page.context.browser
        elsewhere = page.context.browser.new_context(storage_state=page.context.storage_state())
        other = elsewhere.new_page()
        try:
            other.goto(f"http://localhost:{server.server_address[1]}/")
            read = "(url) => fetch(url, {credentials: 'include'}).then((it) => it.text()).catch(() => 'refused')"
            assert other.evaluate(read, f"{home}/choose") == "refused"
            assert other.evaluate("() => document.images[0].naturalWidth") == 0
            other.get_by_role("button", name="Go").click()
            assert "opens only" in other.content()
        finally:
            elsewhere.close()
            server.shutdown()
            thread.join()
            server.server_close()
        page.goto(f"{home}/pack")
        assert page.get_by_text("Nothing is in today’s pack yet").count() == 1


def test_an_author_has_a_live_page(page: Page, ours: Path) -> None:
    """The page draws itself anew when a file is saved in an editor; the picture never goes away in between."""
    with running(ours) as (address, _):
        page.goto(address)
        page.goto(f"{address.partition('/?')[0]}/sheet/waves")
        first = page.locator(".leaves img").first
        before = first.get_attribute("src") or ""
        path = ours / "practice.yaml"
        path.write_text(path.read_text("utf-8").replace("Open Door", "Another name"), "utf-8")
        expect(first).not_to_have_attribute("src", before)
        page.get_by_role("link", name="On a phone").click()
        assert page.frame_locator(".handset iframe").get_by_text("Another name").first.inner_text()
