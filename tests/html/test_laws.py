"""What holds for every page: the same bytes, nothing from outside, nothing to send, nothing told in its name."""

from __future__ import annotations

import base64
import hashlib
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from worksheet_builder import html
from worksheet_builder.build.composer import Composer
from worksheet_builder.build.order import Order
from worksheet_builder.foundation.colours import BLACK, NIGHT, Colour
from worksheet_builder.foundation.palette import Palette
from worksheet_builder.html.page import shared

from .opened import links, opened, policy
from .pages import EXAMPLE, HAND_MADE, LIBRARY, LINES, ROOT, every_block, hand_made, page

PAGES = {
    "sheet": lambda: page("where-harm-occurred"),
    "leaf": lambda: page("my-care-preferences", leaf=True),
    "arabic": lambda: hand_made("arabic"),
    "blocks": every_block,
    "plain": lambda: hand_made("without-tools"),
    "logo": lambda: hand_made("branded"),
}
each_page = pytest.mark.parametrize("made", PAGES.values(), ids=PAGES)
OUTSIDE = {"src", "srcset", "poster", "data", "action", "formaction", "background", "ping", "manifest", "cite"}


@each_page
def test_nothing_is_asked_of_anyone(made: Any) -> None:
    tree = opened(made())
    for element in tree.iter():
        for name in OUTSIDE & set(element.attrib):
            assert element.get(name).startswith("data:image/")
    assert not list(tree.iter("link", "iframe", "object", "embed", "form", "base", "audio", "video"))
    assert "http" not in re.sub(r"/\*.*?\*/|http://www.w3.org/2000/svg", "", next(tree.iter("style")).text)


@each_page
def test_the_policy_lets_in_only_what_is_in_the_page(made: Any) -> None:
    said, tree = policy(made()), opened(made())
    assert said["default-src"] == ["'none'"]
    assert said["form-action"] == said["base-uri"] == ["'none'"]
    assert said["style-src"] == [_hash(next(tree.iter("style")).text)]
    scripts = [it.text for it in tree.iter("script")]
    assert said["script-src"] == ([_hash(it) for it in scripts] or ["'none'"])
    assert "unsafe" not in str(said)


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@each_page
def test_no_element_has_a_style_or_a_script_of_its_own(made: Any) -> None:
    for element in opened(made()).iter():
        assert "style" not in element.attrib
        assert not [name for name in element.attrib if name.startswith("on")]


@each_page
def test_the_title_tells_nothing(made: Any) -> None:
    assert next(opened(made()).iter("title")).text == "Notes"
    assert not [it for it in opened(made()).iter("meta") if it.get("property") or it.get("name") == "description"]


@each_page
def test_a_reader_may_enlarge_the_page(made: Any) -> None:
    (viewport,) = (it.get("content") for it in opened(made()).iter("meta") if it.get("name") == "viewport")
    assert viewport and "scale=1" in viewport.replace(" ", "")
    assert "maximum" not in viewport and "user-scalable" not in viewport


@pytest.mark.parametrize("name", HAND_MADE)
def test_the_same_document_gives_the_same_bytes(name: str) -> None:
    assert html.write(*HAND_MADE[name]) == hand_made(name)


def test_another_process_gives_the_same_bytes() -> None:
    code = f"""
import hashlib
from pathlib import Path
from worksheet_builder import html
from worksheet_builder.build.composer import Composer
from worksheet_builder.build.order import Order
from worksheet_builder.project.library import Library

library = Library.open()
composer = Composer(library, Order(practice=Path({str(EXAMPLE)!r}), draft=True))
document = composer.document(library.worksheets["waves"], "en")
print(hashlib.sha256(html.write(document, composer.brand)).hexdigest())
"""
    environment = {"PYTHONPATH": str(ROOT / "src"), "PYTHONHASHSEED": "7"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.strip() == hashlib.sha256(page("waves")).hexdigest()


def test_style_and_script_stay_small_and_readable() -> None:
    files = {name: shared(name) for name in ("page.css", "page.js")}
    assert sum(len(text.encode()) for text in files.values()) <= 60_000
    assert max(len(line) for text in files.values() for line in text.splitlines()) <= 260


def test_a_page_with_a_logo_stays_small() -> None:
    assert len(page("where-harm-occurred")) < 150_000
    assert len(hand_made("branded")) < 150_000


def test_the_script_uses_nothing_that_sends_or_tells() -> None:
    script = shared("page.js")
    for word in ("fetch(", "XMLHttpRequest", "sendBeacon", "WebSocket", "EventSource", "import(", "cookie", "eval(",
                 "pushState", "replaceState", "location.hash", "innerHTML", "sessionStorage", "indexedDB"):  # fmt: skip
        assert word not in script


@pytest.mark.parametrize(
    "accent", ["#2f6670", "#7a1f1f", "#00429d", "#5b2a86", "#1b5e20", "#000000", "#6b5b00", "#f6d860", "#ffffff"]
)
def test_every_text_can_be_read_on_a_dark_ground(accent: str) -> None:
    dark = Palette.dark(Colour.parse(accent))
    assert [pair.what for pair in dark.pairs(NIGHT) if not pair.holds] == []


def test_a_logo_that_was_not_made_for_a_dark_ground_stands_on_white_at_night() -> None:
    (logo,) = (it for it in opened(hand_made("branded")).iter("img"))
    assert logo.get("class") == "plate"
    dark = shared("page.css").partition("@media screen and (prefers-color-scheme: dark)")[2]
    assert "img.plate { background: #fff" in dark


def test_low_ink_can_be_read_on_a_dark_ground() -> None:
    assert all(pair.holds for pair in Palette.dark(BLACK).pairs(NIGHT))


def test_a_number_to_call_or_to_text_is_a_link() -> None:
    made = links(page("where-harm-occurred", practice=LINES))
    assert {"tel:02079460188", "tel:08004960000", "sms:85999"} <= set(made)
    assert made[0] == "tel:08004960000"  # one tap away is who answers day and night, as the first panel says


@pytest.mark.parametrize("language", LIBRARY.languages)
def test_the_emergency_number_is_a_link_wherever_the_language_says_it(language: str) -> None:
    made = Composer(LIBRARY, Order(practice=LINES, today=date(2026, 11, 29), draft=True))
    assert "tel:999" in links(
        html.write(made.document(LIBRARY.worksheets["where-harm-occurred"], language), made.brand)
    )


def test_every_other_link_tells_nothing_of_where_it_stands() -> None:
    for it in opened(page("where-harm-occurred")).iter("a"):
        address = it.get("href")
        assert address.startswith(("tel:", "sms:", "#")) or it.get("rel") == "noreferrer"


def test_the_letters_of_a_practice_come_with_the_page_if_it_wants(tmp_path: Path) -> None:
    practice = tmp_path / "practice.yaml"
    practice.write_text("name: Somewhere\ncountry: AQ\nfont: lexend\nembed_font: true\n", "utf-8")
    looks = next(opened(page("waves", practice=practice)).iter("style")).text
    faces = re.findall(r"font-weight:(\d+);src:url\(data:font/ttf;base64,([A-Za-z0-9+/=]+)\)", looks)
    assert [weight for weight, _ in faces] == ["400", "600"]
    import uharfbuzz as hb

    for _, data in faces:
        known = hb.Face(hb.Blob(base64.b64decode(data))).unicodes
        assert set(map(ord, "Notes 0123456789")) <= set(known)
    assert len(page("waves", practice=practice)) < 150_000
    assert "data:font" not in str(next(opened(page("waves")).iter("style")).text)


@pytest.mark.parametrize("language", ["hi", "zh-Hans"])
def test_the_letters_of_a_page_are_those_of_its_tools_too(tmp_path: Path, language: str) -> None:
    practice = tmp_path / "practice.yaml"
    practice.write_text("name: Somewhere\ncountry: AQ\nembed_font: true\n", "utf-8")
    made = opened(page("waves", language, practice))
    faces = re.findall(
        r"font-weight:400;src:url\(data:font/ttf;base64,([A-Za-z0-9+/=]+)", str(next(made.iter("style")).text)
    )
    import uharfbuzz as hb

    known = set(map(chr, (it for face in faces for it in hb.Face(hb.Blob(base64.b64decode(face))).unicodes)))
    said = "".join("".join(it.itertext()) for it in made.iter("button", "summary"))
    other = "".join(it.get("data-other") or "" for it in made.iter("button"))
    assert {it for it in said + other if it.isalnum()} <= known
