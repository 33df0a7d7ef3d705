"""The stories of a client with a page once more in Firefox, another engine than Chromium; all but one under `whole`."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest

from ..programs import program
from .firefox import LYING, TAB, UPRIGHT, FirefoxPhone
from .opened import fields as named
from .pages import every_block, page

SHEET = "where-harm-occurred"
WORDS = "Ruhig – هدوء – 安静"


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FirefoxPhone]:
    phone = FirefoxPhone(program("firefox-esr"), tmp_path_factory.mktemp("firefox"))
    yield phone
    phone.wire.end()


@pytest.fixture
def phone(window: FirefoxPhone) -> Iterator[FirefoxPhone]:
    """The window, upright, with a network and scripts, on no page."""
    yield window
    window.offline(False)
    window.scripts(True)
    window.open("about:blank")
    window.turn(UPRIGHT)


def opened(phone: FirefoxPhone, data: bytes, name: str = "page.html") -> None:
    path = phone.folder / name
    path.write_bytes(data)
    phone.open(path.as_uri())


def words_of(paper: bytes) -> str:
    return " ".join(" ".join(it.extract_text() for it in pypdf.PdfReader(io.BytesIO(paper)).pages).split())


def test_a_client_fills_turns_copies_prints_and_loses_what_is_not_kept(phone: FirefoxPhone) -> None:
    opened(phone, page("where-i-carry-it"))
    assert phone.ask("document.querySelector('#without-script').hidden")
    phone.fill(WORDS)
    wanted = phone.written()
    assert {name for name, _ in named(page("where-i-carry-it"))} == {name.partition("=")[0] for name in wanted}
    phone.turn(LYING)
    assert phone.written() == wanted
    assert phone.ask("document.documentElement.scrollWidth") <= LYING[0]
    phone.turn(UPRIGHT)
    assert phone.ask("document.documentElement.scrollWidth") <= UPRIGHT[0]
    assert "Ruhig" in words_of(phone.pdf())
    copy = phone.saved("copy-page", "notes.html")
    phone.reload()
    assert phone.written() == {}
    opened(phone, copy, "again.html")
    assert phone.written() == wanted
    phone.more("clear")
    assert phone.written() == {}
    phone.tap("[data-does=undo]")
    assert phone.written() == wanted


@pytest.mark.whole
def test_every_field_takes_what_is_written_by_touch(phone: FirefoxPhone) -> None:
    opened(phone, every_block())
    phone.fill(WORDS)
    assert {name for name, _ in named(every_block())} == {name.partition("=")[0] for name in phone.written()}


@pytest.mark.whole
def test_the_keyboard_alone_reaches_everything_in_the_order_of_the_page(phone: FirefoxPhone) -> None:
    opened(phone, every_block())
    reached: list[str] = []
    for _ in range(500):
        phone.press(TAB)
        told = phone.ask(
            "(() => { const it = document.activeElement;"
            " return it === document.body ? null : [it.name || '', it.type || '', !!it.closest('#sheet')] })()"
        )
        if told is None:
            break
        name, kind, in_sheet = told
        if not in_sheet or not name:
            continue
        phone.press({"checkbox": " ", "radio": " ", "date": ""}.get(kind, "one"))
        reached.append(name)
    assert list(dict.fromkeys(reached)) == list(dict.fromkeys(name for name, _ in named(every_block())))
    days = {phone.value(it, "name") for it in phone.all("#sheet input[type=date]")}
    assert {name.partition("=")[0] for name in phone.written()} == set(reached) - days


@pytest.mark.whole
def test_a_page_of_a_site_keeps_and_forgets(phone: FirefoxPhone, site: tuple[Path, str]) -> None:
    folder, address = site
    (folder / "abc.html").write_bytes(page(SHEET))
    phone.open(f"{address}/abc.html")
    phone.fill(WORDS)
    wanted = phone.written()
    phone.reload()
    assert phone.written() == {}
    phone.fill(WORDS)
    phone.tap(".fold.more summary")
    phone.tap("#keep")
    phone.until(lambda: phone.ask("localStorage.length") == 1)
    phone.reload()
    assert phone.written() == wanted
    phone.tap(".fold.more summary")
    phone.tap("#keep")
    phone.until(lambda: phone.ask("localStorage.length") == 0)
    phone.reload()
    assert phone.written() == {}


@pytest.mark.whole
def test_a_page_from_a_file_refuses_to_keep(phone: FirefoxPhone) -> None:
    opened(phone, page(SHEET))
    phone.tap(".fold.more summary")
    assert phone.ask("document.querySelector('#keep').disabled")


@pytest.mark.whole
def test_a_page_that_was_opened_works_without_a_network_and_leaves(phone: FirefoxPhone, site: tuple[Path, str]) -> None:
    folder, address = site
    (folder / "abc.html").write_bytes(page(SHEET))
    phone.open(f"{address}/abc.html")
    phone.offline(True)
    phone.fill(WORDS)
    assert b"[x] I was not believed." in phone.saved("copy-text", "notes.txt")
    phone.tap("[data-does=leave]")
    assert phone.ask("document.body.innerHTML") == ""
    assert phone.ask("document.title").strip("\u200b ") == ""


@pytest.mark.whole
def test_a_figure_is_drawn_on_with_a_finger(phone: FirefoxPhone) -> None:
    opened(phone, page("where-i-carry-it"))
    phone.tap(".figure.across [data-does=draw]")
    phone.ask("document.querySelector('.figure.across svg').scrollIntoView({block: 'center', behavior: 'instant'})")
    top = phone.ask("scrollY")
    phone.draw(".figure.across svg")
    assert phone.ask("scrollY") == top
    way = phone.ask("document.querySelector('.figure.across .mark').getAttribute('d')")
    assert way.count("L") >= 5
    phone.turn(LYING)
    assert phone.ask("document.querySelector('.figure.across .mark').getAttribute('d')") == way


@pytest.mark.whole
def test_a_copy_on_paper_has_all_that_was_written(phone: FirefoxPhone) -> None:
    opened(phone, page(SHEET))
    boxes = phone.all(f"#sheet textarea[name^='{SHEET}']")
    long = " ".join(f"word{at}" for at in range(900))
    phone.ask("arguments[0].value = arguments[1]", boxes[-1], long)
    phone.type(boxes[1], "two\nlines")
    said = words_of(phone.pdf())
    assert "word0 " in said and "word899" in said and "two lines" in said
    assert not re.search("Take a copy|Stop here|Part 1 of|Write here", said)


@pytest.mark.whole
def test_without_a_script_it_reads_fills_and_calls_and_says_what_is_not_kept(phone: FirefoxPhone) -> None:
    phone.scripts(False)
    opened(phone, page(SHEET))
    assert phone.shown(phone.first("#without-script"))
    box, tick = phone.first(f"#sheet textarea[name^='{SHEET}']"), phone.first("#sheet input[type=checkbox]")
    phone.type(box, WORDS)
    assert phone.value(box) == WORDS
    phone.click("#sheet input[type=checkbox]")
    assert phone.value(tick, "checked")
    phone.click(".fold.call summary")
    assert phone.shown(phone.first(".fold.call a"))
    for does in ("leave", "copy-page", "one", "clear", "draw"):
        assert not any(phone.shown(it) for it in phone.all(f"[data-does={does}]"))
