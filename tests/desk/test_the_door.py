"""Whoever is not the browser that was let in is refused, and nothing is done: attacks, one a line."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from worksheet_builder.desk.desk_state import DeskState
from worksheet_builder.desk.request_guard import MOST_BYTES

from .conftest import HOME
from .projects import KEY, PORT

FORM = {"sheet": "waves", "quiet": "yes"}
PATHS = ["/", "/choose", "/sheet/waves", "/sheet/waves/page/1", "/sheet/waves/take/pdf", "/pack", "/practice"]
PATHS += ["/translate", "/translate/es", "/translate/es/sheet/waves", "/translate/es/review/word"]
PATHS += [
    "/changes",
    "/static/desk.js",
    "/letters/text",
    "/letters/hi",
    "/letters.css",
    "/sheet/waves/phone",
    "/sheet/waves/cover",
]
PATHS += ["/letters/hi", "/letters.css"]
PATHS += ["/tailor/waves", "/tailor/waves/page/1", "/tailor/waves/example/table"]


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_shown_without_the_key(stranger: TestClient, path: str) -> None:
    answer = stranger.get(path)
    assert answer.status_code == 403
    assert "opens only" in answer.text


@pytest.mark.parametrize("key", ["", "wrong", KEY[:-1], KEY + "a", "ключ", "%00", "a" * 5000])
def test_a_guessed_key_opens_nothing(stranger: TestClient, key: str) -> None:
    assert stranger.get(f"/?key={key}").status_code == 403
    assert stranger.get("/choose", headers={"cookie": f"desk-{PORT}={key}".encode()}).status_code == 403
    assert not stranger.cookies


def test_the_key_becomes_a_cookie_and_leaves_the_address(stranger: TestClient) -> None:
    answer = stranger.get(f"/?key={KEY}")
    assert answer.headers["location"] == "/"
    cookie = answer.headers["set-cookie"].lower()
    assert cookie.startswith(f"desk-{PORT}=")
    assert "httponly" in cookie and "samesite=strict" in cookie and "domain" not in cookie
    assert "max-age" not in cookie and "expires" not in cookie


HOSTS = ["evil.example", f"evil.example:{PORT}", "127.0.0.1", "127.0.0.1:80", f"127.0.0.1.evil.example:{PORT}"]
HOSTS += [f"localhost.:{PORT}", f"LOCALHOST:{PORT}", f"[::1]:{PORT}", f"0.0.0.0:{PORT}", f"127.0.0.1:{PORT}@evil", ""]


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("path", ["/choose", "/alive?challenge=x", f"/?key={KEY}"])
def test_a_rebound_name_is_not_this_desk(desk: TestClient, host: str, path: str) -> None:
    """As in DNS rebinding, where host and origin agree and both are the attacker's."""
    answer = desk.get(path, headers={"host": host, "origin": f"http://{host}", "sec-fetch-site": "same-origin"})
    assert answer.status_code == 421


ORIGINS = [
    "null",
    "https://evil.example",
    f"https://127.0.0.1:{PORT}",
    "http://127.0.0.1",
    f"http://127.0.0.1:{PORT + 1}",
]
ORIGINS += [f"http://localhost.evil:{PORT}", f"{HOME}/", f"{HOME} {HOME}", f"http://localhost:{PORT}", ""]

CHANGING = ["/pack/gather", *(f"/tailor/waves/{it}" for it in ("change", "add", "go", "keep", "once", "forget"))]


TRANSLATING = ["/translate/begin", "/translate/es/update", "/translate/es/review"]
TRANSLATING += ["/pack/keep", "/pack/open", "/practice/letters"]
TRANSLATING += ["/translate/es/sheet/waves/save", "/translate/es/sheet/waves/remarks"]


@pytest.mark.parametrize("origin", ORIGINS)
@pytest.mark.parametrize("path", [*CHANGING, *TRANSLATING, "/stop", "/speak", "/make", "/practice/unsaved"])
def test_a_form_from_elsewhere_does_nothing(desk: TestClient, state: DeskState, origin: str, path: str) -> None:
    """With the cookie, which a page on another port of this computer might carry."""
    answer = desk.post(path, data=FORM, headers={"origin": origin})
    assert answer.status_code == 403
    assert state.gathered == [] and not state.stopping and state.language == "" and state.drafts == {} == state.changes


def test_a_form_without_an_origin_does_nothing(desk: TestClient, state: DeskState) -> None:
    del desk.headers["origin"]
    assert desk.post("/pack/gather", data=FORM).status_code == 403
    assert state.gathered == []


def test_a_form_of_the_desk_is_taken(desk: TestClient, state: DeskState) -> None:
    assert desk.post("/pack/gather", data=FORM).text == "1"
    assert state.gathered == ["waves"]


@pytest.mark.parametrize("method", ["OPTIONS", "PUT", "DELETE", "PATCH", "TRACE"])
def test_no_other_method_is_known(desk: TestClient, method: str) -> None:
    answer = desk.request(method, "/choose", headers={"origin": "https://evil.example"})
    assert answer.status_code in (403, 405, 411)
    assert not [name for name in answer.headers if name.startswith("access-control-")]


PATHS_OUT = [
    "/static/../application.py",
    "/static/..%2fapplication.py",
    "/static/%2e%2e/visit.py",
    "/static//etc/passwd",
]
PATHS_OUT += [
    "/static/..\\visit.py",
    "/letters/..%2f..%2fpractice.yaml",
    "/letters/xx",
    "/letters/C:%5CWindows",
    "/sheet/..%2fpractice",
]
PATHS_OUT += [
    "/sheet/waves/take/..%2f..%2fpractice.yaml",
    "/sheet/waves/take/exe",
    "/sheet/waves.yaml",
    "/tailor/..%2fpractice",
    "/tailor/waves/page/99",
    "/tailor/waves/example/..%2ftable",
    "/sheet/%2e%2e",
]
PATHS_OUT += ["/translate/..%2f..", "/translate/es/sheet/..%2fcommon", "/translate/es/sheet/glossary.yaml"]
PATHS_OUT += ["/translate/es/review/word?sheet=..%2f..%2fpractice", "/translate/C:%5CWindows"]
PATHS_OUT += ["/sheet/waves/page/0", "/sheet/waves/page/99", "/sheet/waves/page/-1", "/sheet/waves/page/١٢٣٤"]


@pytest.mark.parametrize("path", PATHS_OUT)
def test_a_path_leads_to_nothing_but_what_has_a_name(desk: TestClient, path: str) -> None:
    assert desk.get(path).status_code == 404


@pytest.mark.parametrize("headers", [{"content-length": str(MOST_BYTES + 1)}, {"content-length": "-1"}, {}])
def test_a_request_says_how_long_it_is_and_is_not_too_long(desk: TestClient, headers: dict[str, str]) -> None:
    def stream() -> Any:
        yield b"sheet=waves"

    answer = desk.post("/pack/gather", content=stream(), headers=headers)
    assert answer.status_code in (411, 413)


@pytest.mark.parametrize("path", [it for it in PATHS if it != "/sheet/waves/phone"])
def test_every_answer_keeps_to_itself(desk: TestClient, path: str) -> None:
    headers = desk.get(path).headers
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    policy = headers["content-security-policy"]
    assert "frame-ancestors 'none'" in policy and "default-src 'none'" in policy and "unsafe" not in policy
    assert not [name for name in headers if name.startswith("access-control-")]


def test_the_page_for_a_phone_is_looked_at_in_a_cage(desk: TestClient) -> None:
    policy = desk.get("/sheet/waves/phone").headers["content-security-policy"]
    assert policy.startswith("sandbox allow-scripts;") and "allow-same-origin" not in policy
    assert "connect-src" not in policy and "default-src 'none'" in policy and "form-action 'none'" in policy


def test_a_desk_proves_that_it_is_the_one_without_saying_its_key(stranger: TestClient) -> None:
    one, other = (stranger.get(f"/alive?challenge={it}").text for it in "ab")
    assert one != other and KEY not in one and len(one) == 64


def test_too_many_words_in_an_address_are_no_fault(desk: TestClient) -> None:
    assert desk.get("/choose?" + "&".join(f"a{it}=1" for it in range(2000))).status_code in (200, 400)
