"""A client with a page in Chromium, on a phone of 360 × 640: filling, turning, reloading, keeping, copying, leaving."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from .conftest import PHONE, Open
from .opened import fields as named
from .opened import opened, pretty
from .pages import EXAMPLE, every_block, page

SHEET = "where-harm-occurred"
WORDS = "Ruhig – هدوء – 安静 – शांति"
WRITING = f"#sheet textarea[name^='{SHEET}']"


def more(page: Page, does: str) -> None:
    """A tap on something under ‘More’."""
    page.tap(".fold.more summary")
    page.tap(f".fold.more [data-does={does}]")


def values(page: Page) -> dict[str, str]:
    """All that is written or marked, by the names of the fields."""
    found: dict[str, str] = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll('#sheet [name]')]
             .map((it) => ['checkbox', 'radio'].includes(it.type)
               ? [`${it.name}=${it.value}`, it.checked] : [it.name, it.value])
             .filter(([, value]) => value))"""
    )
    return found


UNDER_THE_FINGER = """([selector, at]) => {
  const it = document.querySelectorAll(selector)[at];
  it.scrollIntoView({block: "center", behavior: "instant"});
  const box = it.getBoundingClientRect(), x = box.x + box.width / 2, y = box.y + box.height / 2;
  return [x, y, document.elementFromPoint(x, y) === it, it.type];
}"""


def fill_by_touch(page: Page) -> None:
    """A finger comes down on each box, ring and tick; what is typed goes to whatever has the focus then."""
    fields = "#sheet :is(textarea, input[type=checkbox], input[type=radio][data-second])"
    page.evaluate(
        """() => { for (const it of document.querySelectorAll('#sheet [type=radio]'))
             document.getElementsByName(it.name)[1].dataset.second = "" }"""
    )
    for at in range(page.locator(fields).count()):
        x, y, free, kind = page.evaluate(UNDER_THE_FINGER, [fields, at])
        assert free
        page.touchscreen.tap(x, y)
        if kind == "textarea":
            page.keyboard.insert_text(f"{WORDS} {at}")
    for day in page.locator("#sheet input[type=date]").all():
        day.fill("2026-05-04")


FILL = """(words) => {
  const all = (kind) => [...document.querySelectorAll(`#sheet ${kind}`)];
  all("textarea").forEach((it, at) => { it.value = `${words} ${at}` });
  all("[type=date]").forEach((it) => { it.value = "2026-05-04" });
  all("[name]").forEach((it) => it.dispatchEvent(new Event("input", {bubbles: true})));
  all("[type=checkbox]").forEach((it) => it.click());
  new Set(all("[type=radio]").map((it) => document.getElementsByName(it.name)[1])).forEach((it) => it.click());
}"""


def fill(page: Page) -> None:
    """All of it filled at once, for what is asked of a page afterwards."""
    page.evaluate(FILL, WORDS)


def test_every_field_of_every_block_takes_what_is_written_by_touch(open_page: Open) -> None:
    page = open_page(every_block())
    fill_by_touch(page)
    found = values(page)
    fields = named(every_block())
    texts = {name for name, value in fields if not value and f"{name}=on" not in found}
    assert texts <= set(found)
    rings = {name for name, value in fields if value}
    assert rings == {name.partition("=")[0] for name in found if "=" in name and not name.endswith("=on")}
    assert all(WORDS in str(value) for name, value in found.items() if isinstance(value, str) and value != "2026-05-04")


def test_the_keyboard_alone_reaches_everything_in_the_order_of_the_page(open_page: Open) -> None:
    page = open_page(every_block())
    page.evaluate("document.querySelector('#sheet').scrollTop = 0; document.activeElement.blur()")
    reached: list[str] = []
    for _ in range(400):
        page.keyboard.press("Tab")
        told = page.evaluate(
            "() => { const it = document.activeElement; return it === document.body ? null :"
            " [it.name || it.dataset.does || it.textContent.trim(), it.type || it.tagName, !!it.closest('#sheet')] }"
        )
        if told is None:
            break
        name, kind, in_sheet = told
        if kind == "textarea":
            page.keyboard.type("one")
        elif kind == "checkbox" and in_sheet:
            page.keyboard.press("Space")
        elif kind == "radio":
            page.keyboard.press("ArrowRight")
        if in_sheet and kind in ("textarea", "checkbox", "radio", "date") and (not reached or reached[-1] != name):
            reached.append(name)
    order = list(dict.fromkeys(name for name, _ in named(every_block())))
    assert list(dict.fromkeys(reached)) == order
    found = values(page)
    assert all(name in found or f"{name}=on" in found or any(key.startswith(f"{name}=") for key in found)
               for name in order if not name.endswith(_day(page)))  # fmt: skip


def _day(page: Page) -> str:
    return str(page.locator("#sheet input[type=date]").first.get_attribute("name"))


def test_everything_to_tap_is_large_enough(open_page: Open) -> None:
    page = open_page(every_block())
    for fold in ("", ".fold.call", ".fold.stop", ".fold.more"):
        if fold:
            page.tap(f"{fold} summary")
        small = page.evaluate(
            """() => [...document.querySelectorAll(
                   'button, summary, textarea, [type=date], .tick, .point, .tools a, .contact a')]
                 .map((it) => [it, it.getBoundingClientRect()])
                 .filter(([, box]) => box.width && (box.width < 44 || box.height < 44))
                 .map(([it, box]) => `${it.outerHTML.slice(0, 80)} ${box.width}×${box.height}`)"""
        )
        assert small == []


def test_nothing_has_to_be_scrolled_sideways(open_page: Open, chromium: Browser) -> None:
    """At 1280 pixels enlarged four times a browser has 320, and on a small phone as many."""
    for width, scale in ((360, 1), (320, 1), (768, 1), (320, 4)):
        context = chromium.new_context(viewport={"width": width, "height": 640}, device_scale_factor=scale)
        page = open_page(every_block(), context)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        context.close()


def test_boxes_grow_with_the_writing_and_keep_it_when_the_phone_is_turned(open_page: Open) -> None:
    page = open_page(every_block())
    box = page.locator("#sheet textarea").nth(1)
    before = box.bounding_box()
    box.fill("\n".join(f"line {at}" for at in range(12)))
    after = box.bounding_box()
    assert before and after and after["height"] > before["height"] + 100
    page.set_viewport_size({"width": 640, "height": 360})
    assert box.input_value().count("\n") == 11
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


def test_a_bar_never_covers_a_low_screen(open_page: Open) -> None:
    page = open_page(every_block())
    assert page.evaluate("getComputedStyle(document.querySelector('.tools')).position") == "fixed"
    page.set_viewport_size({"width": 640, "height": 360})
    assert page.evaluate("getComputedStyle(document.querySelector('.tools')).position") == "static"


def test_whom_to_call_is_one_tap_away(open_page: Open) -> None:
    page = open_page(every_block())
    first = page.locator(".tools .first-number")
    assert first.get_attribute("href") == "tel:02079460019"
    page.evaluate("window.scrollTo(0, 4000)")
    expect(first).to_be_in_viewport()
    page.tap(".fold.call summary")
    expect(page.locator(".fold.call .folded a")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(page.locator(".fold.call .folded")).to_be_hidden()


def test_the_number_that_a_client_writes_can_be_called(open_page: Open) -> None:
    sheet = open_page(page(SHEET, practice=None))
    sheet.locator("#sheet [inputmode=tel]").fill("٠٢٠ ٧٩٤٦ ٠٠١٩")
    sheet.tap(".fold.call summary")
    assert sheet.locator("#own-number a").get_attribute("href") == "tel:02079460019"


def test_one_part_at_a_time(open_page: Open) -> None:
    page = open_page(every_block())
    more(page, "one")
    steps = page.locator(".step")
    expect(steps.locator("visible=true")).to_have_count(1)
    assert page.locator("#counter").text_content() == f"Part 1 of {steps.count()}"
    page.tap("[data-does=part-next]")
    assert page.locator("#counter").text_content() == f"Part 2 of {steps.count()}"
    expect(page.locator(".step.now")).to_be_focused()
    page.tap("[data-does=part-back]")
    expect(page.locator("[data-does=part-back]")).to_be_hidden()
    for _ in range(steps.count() - 1):
        page.locator("[data-does=part-next]").dispatch_event("click")
    expect(page.locator("[data-does=part-next]")).to_be_hidden()
    expect(page.locator(".contacts")).to_be_visible()
    more(page, "one")
    assert page.locator(".step").locator("visible=true").count() == steps.count()


def test_only_the_page_for_others(open_page: Open) -> None:
    page_ = open_page(page("my-care-preferences"))
    more(page_, "one")
    more(page_, "leaf")
    seen = page_.evaluate("document.body.innerText")
    assert "What matters most to me" in seen
    assert not re.search("Example practice|020 7946|hurt yourself|Who to call|What is hard", seen)
    more(page_, "leaf")
    expect(page_.locator(".first-number")).to_be_visible()


def draw(page: Page, figure: str) -> None:
    """A line across a figure, with a finger."""
    page.locator(f"{figure} [data-does=draw]").tap()
    box = page.locator(f"{figure} svg").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 3
    top = page.evaluate("scrollY")
    send = page.context.new_cdp_session(page).send
    send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for at in range(1, 6):
        send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x + 4 * at, "y": y + 6 * at}]})
    send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    assert page.evaluate("scrollY") == top  # the finger draws and does not scroll
    page.locator(f"{figure} [data-does=draw]").tap()


def test_a_figure_is_drawn_on_with_a_finger(open_page: Open) -> None:
    page = open_page(page_with_body())
    page.evaluate("document.querySelector('.figure.across').scrollIntoView({block: 'start'})")
    draw(page, ".figure.across")
    way = page.locator(".figure.across .mark").get_attribute("d")
    assert way and way.count("L") >= 5
    page.set_viewport_size({"width": 640, "height": 360})
    assert page.locator(".figure.across .mark").get_attribute("d") == way
    page.locator(".figure.across [data-does=draw-back]").tap()
    expect(page.locator(".mark")).to_have_count(0)


def page_with_body() -> bytes:
    return page("where-i-carry-it")


def test_a_figure_can_be_put_in_words_instead(open_page: Open) -> None:
    page = open_page(page_with_body())
    page.locator(".figure.across [data-does=draw-words]").tap()
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"
    figure = page.evaluate("document.activeElement.closest('.step').querySelector('.figure') !== null")
    assert figure


def test_nothing_is_left_after_a_reload(open_page: Open) -> None:
    sheet = open_page(page(SHEET))
    fill(sheet)
    sheet.reload()
    assert values(sheet) == {}
    assert sheet.evaluate("localStorage.length") == 0


def test_a_page_from_a_file_refuses_to_keep(open_page: Open) -> None:
    sheet = open_page(page(SHEET))
    sheet.tap(".fold.more summary")
    expect(sheet.locator("#keep")).to_be_disabled()
    assert "other pages on this phone" in str(sheet.locator("#keep-note").text_content())


def test_a_page_of_a_site_keeps_and_forgets(phone: BrowserContext, site: tuple[Path, str]) -> None:
    folder, address = site
    (folder / "abc.html").write_bytes(page(SHEET))
    (folder / "other.html").write_bytes(page("waves"))
    sheet = phone.new_page()
    sheet.goto(f"{address}/abc.html")
    fill(sheet)
    wanted = values(sheet)
    sheet.reload()
    assert values(sheet) == {}
    fill(sheet)
    sheet.tap(".fold.more summary")
    sheet.locator("#keep").tap()
    expect(sheet.locator("#told")).to_have_text("What you write is kept on this phone.")
    sheet.reload()
    assert values(sheet) == wanted
    box = sheet.locator(WRITING).first
    box.fill("changed")
    sheet.reload()
    assert sheet.locator(WRITING).first.input_value() == "changed"
    sheet.tap(".fold.more summary")
    sheet.locator("#keep").tap()
    expect(sheet.locator("#told")).to_have_text("It is no longer kept on this phone.")
    assert sheet.evaluate("localStorage.length") == 0
    sheet.reload()
    assert values(sheet) == {}


DAMAGED = ["{", "[]", "null", "5", '"<b>"', "{}", '{"answers": null, "drawn": null}']
DAMAGED += [f'{{"answers": {it}, "drawn": {{}}}}' for it in ("null", "[]", "1")]
DAMAGED += [f'{{"answers": {{}}, "drawn": {it}}}' for it in ("null", "[]", '"x"')]
NO_LINES = ["null", '"x"', "[7]", "[{}]", '["<b>"]']
NO_WORDS = ["null", "{}"]


def test_what_is_kept_and_is_not_what_it_should_be_does_no_harm(phone: BrowserContext, site: tuple[Path, str]) -> None:
    """The page is as empty as a new one and does what is tapped; where only a part is damaged, it goes on keeping."""
    folder, address = site
    (folder / "abc.html").write_bytes(page_with_body())
    sheet = phone.new_page()
    troubles: list[str] = []
    sheet.on("pageerror", lambda error: troubles.append(str(error)))
    sheet.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
    sheet.goto(f"{address}/abc.html")
    figure = sheet.locator("[data-figure]").first.get_attribute("data-figure")
    field = sheet.locator("#sheet textarea").first.get_attribute("name")
    half = [f'{{"answers": {{}}, "drawn": {{"{figure}": {it}}}}}' for it in NO_LINES]
    half += [f'{{"answers": {{"{field}": {it}}}, "drawn": {{}}}}' for it in NO_WORDS]
    for kept in (*DAMAGED, *half):
        sheet.evaluate("(it) => localStorage.setItem('notes:/abc.html', it)", kept)
        sheet.reload()
        found = (values(sheet), sheet.locator(".mark").count(), sheet.is_checked("#keep"), troubles)
        assert found == ({}, 0, kept in half, []), kept
        sheet.locator(".fold.more [data-does=one]").dispatch_event("click")
        assert "one-part" in (sheet.get_attribute("body", "class") or ""), kept


def test_clearing_can_be_undone_once(open_page: Open) -> None:
    sheet = open_page(page(SHEET))
    fill(sheet)
    wanted = values(sheet)
    more(sheet, "clear")
    assert values(sheet) == {}
    expect(sheet.locator("#told")).to_have_text("All you wrote is cleared.")
    sheet.tap("[data-does=undo]")
    assert values(sheet) == wanted
    expect(sheet.locator("[data-does=undo]")).to_be_hidden()
    more(sheet, "clear")
    sheet.locator(WRITING).first.fill("new")
    expect(sheet.locator("[data-does=undo]")).to_be_hidden()


def download(sheet: Page, does: str) -> tuple[str, bytes]:
    with sheet.expect_download() as got:
        more(sheet, does)
    return got.value.suggested_filename, Path(got.value.path()).read_bytes()


def test_a_filled_copy_is_the_same_page_and_can_be_filled_on(open_page: Open) -> None:
    first = open_page(page_with_body())
    fill(first)
    first.evaluate("document.querySelector('.figure.across').scrollIntoView({block: 'start'})")
    draw(first, ".figure.across")
    wanted, way = values(first), first.locator(".mark").get_attribute("d")
    name, copy = download(first, "copy-page")
    assert name == "notes.html"
    again = open_page(copy, name=name)
    assert values(again) == wanted
    assert again.locator(".mark").get_attribute("d") == way
    expect(again.locator(".fold[open]")).to_have_count(0)
    again.locator("#sheet textarea").first.fill("more")
    assert b">more</textarea>" in download(again, "copy-page")[1]
    more(again, "clear")
    emptied = download(again, "copy-page")[1]
    assert list(pretty(opened(emptied))) == list(pretty(opened(page_with_body())))


def test_a_copy_as_plain_text_says_what_was_asked_and_what_was_written(open_page: Open) -> None:
    sheet = open_page(page(SHEET))
    sheet.locator(WRITING).last.fill("a quiet room\nand time")
    sheet.locator("#sheet input[type=checkbox]").first.tap()
    sheet.locator(f"#sheet input[name='{SHEET}._before._choice'][value='7']").tap()
    name, data = download(sheet, "copy-text")
    said = data.decode()
    assert name == "notes.txt"
    assert "Mapping where harm occurred" in said
    assert "[x] I was not believed." in said
    assert "[ ] No one asked me first." in said
    assert re.search(r"How upset are you right now\?\s+If it is 8 or more, this page can wait\.\s+\[x\] 7\n", said)
    assert "  a quiet room\n  and time\n" in said
    for tool in ("Take a copy", "Undo", "Part 1", "Who to call"):
        assert tool not in said


def test_a_copy_on_paper_has_all_that_was_written(open_page: Open) -> None:
    sheet = open_page(page(SHEET))
    long = " ".join(f"word{at}" for at in range(900))
    sheet.locator(WRITING).last.fill(long)
    sheet.locator(WRITING).nth(1).fill("two\nlines")
    paper = pypdf.PdfReader(io.BytesIO(sheet.pdf(format="A4")))
    text = " ".join(" ".join(it.extract_text() for it in paper.pages).split())
    assert "word0 " in text and "word899" in text and "two lines" in text
    assert "If you might hurt yourself" in text
    for tool in ("Take a copy", "Stop here", "Draw on the picture", "Part 1 of", "Write here"):
        assert tool not in text
    expect(sheet.locator(".written")).to_have_count(0)


def test_leaving_empties_the_page_at_once(open_page: Open, phone: BrowserContext) -> None:
    sheet = open_page(page(SHEET))
    fill(sheet)
    phone.set_offline(True)
    sheet.tap("[data-does=leave]")
    assert sheet.evaluate("document.body.innerHTML") == ""
    assert WORDS not in sheet.content()
    assert sheet.title().strip("\u200b ") == ""


def test_leaving_forgets_what_was_kept_and_goes_elsewhere(phone: BrowserContext, site: tuple[Path, str]) -> None:
    folder, address = site
    elsewhere = "https://www.wikipedia.org/"
    phone.route(elsewhere, lambda route: route.fulfill(body="<title>Wikipedia</title>", content_type="text/html"))
    (folder / "abc.html").write_bytes(page(SHEET))
    (folder / "before.html").write_text("<!DOCTYPE html><title>before</title>", "utf-8")
    sheet = phone.new_page()
    sheet.goto(f"{address}/before.html")
    sheet.goto(f"{address}/abc.html")
    fill(sheet)
    sheet.tap(".fold.more summary")
    sheet.locator("#keep").tap()
    sheet.tap("[data-does=leave]")
    sheet.wait_for_url(elsewhere)
    sheet.go_back()
    assert sheet.url == f"{address}/before.html"
    assert sheet.evaluate("localStorage.length") == 0


def test_no_address_and_no_history_tells_what_was_written(phone: BrowserContext, site: tuple[Path, str]) -> None:
    folder, address = site
    (folder / "abc.html").write_bytes(page(SHEET))
    sheet = phone.new_page()
    sheet.goto(f"{address}/abc.html")
    fill(sheet)
    more(sheet, "one")
    sheet.tap("[data-does=part-next]")
    sheet.locator(WRITING).first.press("Enter")
    assert sheet.url == f"{address}/abc.html"
    assert sheet.evaluate("history.length") == 2
    assert sheet.evaluate("history.state") is None


def test_a_page_that_was_opened_works_without_a_network(phone: BrowserContext, site: tuple[Path, str]) -> None:
    folder, address = site
    (folder / "abc.html").write_bytes(page(SHEET))
    sheet = phone.new_page()
    sheet.goto(f"{address}/abc.html")
    phone.set_offline(True)
    fill(sheet)
    assert b"[x] I was not believed." in download(sheet, "copy-text")[1]


def test_without_a_script_it_reads_fills_and_calls_and_says_what_is_not_kept(
    chromium: Browser, open_page: Open
) -> None:
    context = chromium.new_context(**PHONE, java_script_enabled=False)
    sheet = open_page(page(SHEET), context)
    expect(sheet.locator("#without-script")).to_be_visible()
    sheet.locator(WRITING).first.fill(WORDS)
    assert sheet.locator(WRITING).first.input_value() == WORDS
    sheet.locator("#sheet input[type=checkbox]").first.tap()
    expect(sheet.locator("#sheet input[type=checkbox]").first).to_be_checked()
    expect(sheet.locator(".first-number")).to_be_visible()
    sheet.tap(".fold.call summary")
    expect(sheet.locator(".fold.call a")).to_be_visible()
    sheet.tap(".fold.stop summary")
    expect(sheet.locator(".fold.stop p").first).to_be_visible()
    for does in ("leave", "copy-page", "one", "clear", "draw"):
        assert sheet.locator(f"[data-does={does}] >> visible=true").count() == 0
    assert "Example practice" in sheet.inner_text("body")
    context.close()


def test_a_script_that_is_not_the_page_s_own_does_not_run(phone: BrowserContext, tmp_path: Path) -> None:
    foreign = b"<img alt='' src='data:,' onerror='window.bad = 1'><script>window.bad = 1</script><main"
    path = tmp_path / "changed.html"
    path.write_bytes(page(SHEET).replace(b"<main", foreign, 1))
    sheet = phone.new_page()
    sheet.goto(path.as_uri())
    assert sheet.evaluate("window.bad") is None
    expect(sheet.locator("#without-script")).to_be_hidden()  # the page's own does


@pytest.mark.parametrize("practice", [EXAMPLE, None], ids=["practice", "none"])
def test_the_page_shares_where_downloads_strand(open_page: Open, phone: BrowserContext, practice: Path | None) -> None:
    phone.add_init_script(
        "navigator.canShare = () => true; navigator.share = async (it) => { window.shared = await it.files[0].text(); }"
    )
    sheet = open_page(page(SHEET, practice=practice))
    sheet.locator(WRITING).last.fill("to share")
    more(sheet, "share")
    assert ">to share</textarea>" in sheet.wait_for_function("window.shared").json_value()


def test_an_empty_field_runs_as_the_page_does(open_page: Open) -> None:
    """What is typed decides, and before that the language of the page: a browser alone takes left to right."""
    field = open_page(page("waves", "ar")).locator("#sheet textarea").first
    for typed, direction in (("", "rtl"), ("words", "ltr"), ("كلمات", "rtl"), ("", "rtl")):
        field.fill(typed)
        assert field.evaluate("(it) => getComputedStyle(it).direction") == direction
