"""The practice as a form: what is typed stands in its file, nothing else changes, and nothing is written over."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from starlette.testclient import TestClient

from worksheet_builder.desk.desk_state import DeskState
from worksheet_builder.desk.kept_files import ChangedElsewhere, HeldFile, keep
from worksheet_builder.fonts.families import stack
from worksheet_builder.foundation.languages import Language
from worksheet_builder.reading.loader import read_practice
from worksheet_builder.reading.practice_editor import with_fields

from .conftest import HOME
from .projects import begun, opened


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return begun(tmp_path / "ours", "The practice")


@pytest.fixture
def warm_place(project: Path) -> Iterator[DeskState]:
    yield from opened(project)


def digest_in(page: str) -> str:
    found = re.search(r'name="digest" value="([0-9a-f]*)"', page)
    assert found
    return found[1]


def sent(desk: TestClient, **fields: str) -> dict[str, str]:
    """The form as it was shown, with some fields filled in."""
    page = desk.get("/practice").text
    return {"digest": digest_in(page), "name": "The practice", "country": "GB", **fields}


def test_what_is_typed_stands_in_the_file_and_comments_stay(desk: TestClient, project: Path) -> None:
    before = (project / "practice.yaml").read_text("utf-8")
    fields = {
        "phone": "020 7946 0000",
        "footer": "Bring this: page",
        "people.0.name": "A. Therapist",
        "languages": "es",
    }
    answer = desk.post("/practice/save", data=sent(desk, **fields))
    assert (answer.status_code, answer.headers["location"]) == (303, "/practice?saved=yes")
    practice = read_practice(project / "practice.yaml")
    assert practice.phone == "020 7946 0000"
    assert practice.footer and practice.footer.plain() == "Bring this: page"
    assert (practice.people[0].name, practice.languages) == ("A. Therapist", ("es",))
    after = (project / "practice.yaml").read_text("utf-8")
    gone = [line for line in before.splitlines() if line not in after.splitlines()]
    assert all(line.startswith("# ") for line in gone) and len(gone) <= 8


def test_saving_what_was_not_changed_changes_nothing(desk: TestClient, project: Path) -> None:
    before = (project / "practice.yaml").read_bytes()
    desk.post("/practice/save", data=sent(desk))
    assert (project / "practice.yaml").read_bytes() == before


def test_what_is_typed_is_seen_before_it_is_kept(desk: TestClient, project: Path) -> None:
    before = (project / "practice.yaml").read_bytes()
    plain = desk.post("/practice/unsaved", data=sent(desk)).content
    other = desk.post("/practice/unsaved", data=sent(desk, name="Another", accent="#8c2f2a")).content
    assert plain.startswith(b"\x89PNG") and other.startswith(b"\x89PNG") and plain != other
    wrong = desk.post("/practice/unsaved", data=sent(desk, email="nobody"))
    assert wrong.status_code == 422 and "is not an e-mail address" in wrong.text
    assert (project / "practice.yaml").read_bytes() == before


def test_two_windows_never_overwrite_each_other(desk: TestClient, project: Path) -> None:
    first, second = sent(desk, phone="020 7946 0001"), sent(desk, phone="020 7946 0002")
    assert desk.post("/practice/save", data=first).status_code == 303
    answer = desk.post("/practice/save", data=second)
    assert answer.status_code == 409 and "practice-mine.yaml" in answer.text
    assert read_practice(project / "practice.yaml").phone == "020 7946 0001"
    assert read_practice(project / "practice-mine.yaml").phone == "020 7946 0002"


def test_what_changed_elsewhere_is_kept_beside(tmp_path: Path) -> None:
    path = tmp_path / "practice.yaml"
    path.write_text("name: One\n")
    held = HeldFile.of(path)
    path.write_text("name: Two\n")
    with pytest.raises(ChangedElsewhere) as told:
        keep(path, "name: Three\n", held.digest)
    assert (path.read_text(), told.value.copy.read_text()) == ("name: Two\n", "name: Three\n")


def test_what_cannot_be_is_told_and_not_saved_and_stays_in_its_field(desk: TestClient, project: Path) -> None:
    before = (project / "practice.yaml").read_bytes()
    wrong = {"accent": "bluish", "email": "nobody", "website": "x", "phone": "020 7946 0000"}
    answer = desk.post("/practice/save", data=sent(desk, **wrong))
    assert answer.status_code == 422 and (project / "practice.yaml").read_bytes() == before
    assert "is not a colour" in answer.text
    assert "is not an e-mail address" in answer.text and "is not a web address" in answer.text
    assert all(f'value="{it}"' in answer.text for it in wrong.values())
    assert "practice.yaml, line" not in answer.text and "quotation marks" not in answer.text
    assert 'data-guard="typed"' in answer.text and desk.get("/sheet/waves").status_code == 200


def test_what_is_wrong_in_the_file_already_keeps_nothing_else_from_being_saved(desk: TestClient, project: Path) -> None:
    path = project / "practice.yaml"
    path.write_text("name: The practice\ncountry: GB\naccent: bluish\n")
    assert desk.post("/practice/save", data=sent(desk, accent="bluish", phone="1")).status_code == 303
    assert "phone: " in path.read_text("utf-8")
    assert "is not a colour" in desk.get("/practice?saved=yes").text
    assert desk.post("/practice/save", data=sent(desk, accent="greenish", phone="1")).status_code == 422


TYPED = {"name": "The practice in the mill", "accent": "bluish", "footer": "Bring this page"}


def test_what_is_typed_stays_while_a_logo_or_letters_are_taken(desk: TestClient, project: Path) -> None:
    path, files = project / "practice.yaml", {"file": font("lexend"), "logo": picture("PNG")}
    takes: list[tuple[str, dict[str, str], dict[str, bytes], str]] = [
        ("logo", {}, {"logo": files["logo"]}, "logo: logo.png"),
        ("logo", {"remove": "logo"}, {}, ""),
        ("letters", {}, {"regular": files["file"]}, "regular: letters.ttf"),
        ("letters", {}, {}, "regular: letters.ttf"),
        ("letters", {"remove": "letters"}, {}, ""),
        ("logo", {}, {"logo": b"no picture"}, ""),
    ]
    for view, pressed, upload, wanted in takes:
        sending = {name: (name, data) for name, data in upload.items()}
        answer = desk.post(f"/practice/{view}", data=sent(desk, **TYPED, **pressed), files=sending or None)
        assert answer.status_code == (422 if b"no picture" in upload.values() else 200)
        assert 'value="The practice in the mill"' in answer.text and 'value="bluish"' in answer.text
        assert ">Bring this page</textarea>" in answer.text
        text = path.read_text("utf-8")
        assert wanted in text and "bluish" not in text and "the mill" not in text
        assert digest_in(answer.text) == digest_in(desk.get("/practice").text)


def test_a_logo_does_not_hide_that_the_file_changed_elsewhere(desk: TestClient, project: Path) -> None:
    form, path = sent(desk, **TYPED), project / "practice.yaml"
    path.write_text(path.read_text("utf-8") + "\n# edited in an editor\n", "utf-8")
    answer = desk.post("/practice/logo", data=form, files={"logo": ("x", picture("PNG"))})
    assert answer.status_code == 200 and digest_in(answer.text) == form["digest"]
    assert "# edited in an editor" in path.read_text("utf-8") and "logo: logo.png" in path.read_text("utf-8")


def test_a_name_is_not_taken_away_and_what_is_typed_stays(desk: TestClient, project: Path) -> None:
    before = (project / "practice.yaml").read_bytes()
    for path in ("/practice/save", "/practice/unsaved"):
        answer = desk.post(path, data=sent(desk, name=" \t ", phone="020 7946 0000"))
        assert answer.status_code == 422 and "The practice has no name." in answer.text
    page = desk.post("/practice/save", data=sent(desk, name="  ", phone="020 7946 0000")).text
    assert 'value="020 7946 0000"' in page and digest_in(page) == digest_in(desk.get("/practice").text)
    assert (project / "practice.yaml").read_bytes() == before


def test_a_practice_without_a_name_is_kept_without_one(desk: TestClient, project: Path) -> None:
    (project / "practice.yaml").write_text("country: GB\n")
    assert desk.post("/practice/save", data=sent(desk, name="", phone="020 7946 0000")).status_code == 303
    assert read_practice(project / "practice.yaml").name is None


def test_the_language_of_its_words_is_chosen_by_its_own_name(desk: TestClient, project: Path) -> None:
    page = desk.get("/practice").text
    assert '<option value="hi" lang="hi">' in page and '<label for="f-languages-hi" lang="hi">' in page
    assert 'href="/letters.css"' in page and 'name="in_"' not in page
    desk.post("/practice/save", data=sent(desk, language="es", languages="en", footer="Traiga esta hoja."))
    assert read_practice(project / "practice.yaml").language == "es"
    told = desk.get("/practice").text
    assert "On pages in English these lines stand in Spanish" in told and "in: {" not in told
    assert "practice.yaml has room for them" in told


def picture(kind: str) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (300, 90), "#245c64").save(stream, kind)
    return stream.getvalue()


@pytest.mark.parametrize(("kind", "name"), [("PNG", "logo.png"), ("JPEG", "logo.jpg"), ("WEBP", "logo.webp")])
def test_a_logo_is_put_under_a_name_of_ours(desk: TestClient, project: Path, kind: str, name: str) -> None:
    (project / name).write_bytes(b"mine already")
    upload = {"logo": ("..\\..\\evil.exe", picture(kind), "text/html")}
    assert desk.post("/practice/logo", data=sent(desk), files=upload).status_code == 303
    practice = read_practice(project / "practice.yaml")
    assert practice.logo and practice.logo.name == name.replace(".", "-2.")
    assert (project / name).read_bytes() == b"mine already"
    assert desk.get("/practice/logo-seen").content.startswith(b"\x89PNG")
    assert desk.post("/practice/logo", data=sent(desk, remove="logo")).status_code == 303
    assert read_practice(project / "practice.yaml").logo is None


def test_a_logo_for_a_dark_ground_is_another_file(desk: TestClient, project: Path) -> None:
    upload = {"logo_on_dark": ("x.png", picture("PNG"), "image/png")}
    assert desk.post("/practice/logo", data=sent(desk), files=upload).status_code == 303
    practice = read_practice(project / "practice.yaml")
    assert practice.logo is None and practice.logo_on_dark and practice.logo_on_dark.name == "logo-on-dark.png"
    assert desk.get("/practice/logo-seen?field=logo_on_dark").content.startswith(b"\x89PNG")
    assert desk.get("/practice/logo-seen?field=logo").status_code == 404
    assert desk.get("/practice/logo-seen?field=name").status_code == 404


def font(name: str, *, strong: bool = False) -> bytes:
    faces = stack(Language.of("en"), name)
    return Path((faces.strong if strong else faces.regular)[0].path).read_bytes()


def theme(desk: TestClient) -> str:
    """The letters that a Word file asks for."""
    with zipfile.ZipFile(io.BytesIO(desk.get("/sheet/waves/take/docx").content)) as made:
        return made.read("word/theme/theme1.xml").decode()


def test_letters_are_put_in_place_of_a_family(desk: TestClient, project: Path) -> None:
    desk.post("/practice/save", data=sent(desk, font="lexend"))
    before = theme(desk)
    regular, bold = font("atkinson-hyperlegible"), font("atkinson-hyperlegible", strong=True)
    files = {"regular": ("..\\a.exe", regular), "bold": ("b", bold)}
    answer = desk.post("/practice/letters", data=sent(desk, font="lexend"), files=files)
    assert answer.headers["location"] == "/practice?saved=yes"
    text = (project / "practice.yaml").read_text("utf-8")
    assert "font_files:\n  regular: letters.ttf\n  bold: letters-bold.ttf\n" in text and "\nfont:" not in text
    assert (project / "letters.ttf").read_bytes() == regular
    assert "Atkinson" in theme(desk) and "Atkinson" not in before
    assert "letters-bold.ttf" in desk.get("/practice").text
    assert desk.post("/practice/letters", data=sent(desk, remove="letters")).status_code == 303
    assert read_practice(project / "practice.yaml").font_files is None


NO_FONTS = [b"", b"MZ\x90\x00", b"\0\1\0\0" + bytes(60), b"OTTO" + bytes(4000), b"wOF2" + bytes(90)]


@pytest.mark.parametrize("data", NO_FONTS)
def test_what_is_no_font_is_refused(desk: TestClient, project: Path, data: bytes) -> None:
    before = {it: it.read_bytes() for it in project.rglob("*") if it.is_file()}
    answer = desk.post("/practice/letters", data=sent(desk), files={"regular": ("letters.ttf", data)})
    assert answer.status_code == 422 and "Traceback" not in answer.text
    assert {it: it.read_bytes() for it in project.rglob("*") if it.is_file()} == before


ENTITY = b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg">&x;</svg>'
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
HOSTILE = {
    "nothing": b"",
    "no picture": b"MZ\x90\x00this program cannot be run",
    "a page": b"<html><script>alert(1)</script></html>",
    "a script in a drawing": SVG + b"<script>alert(1)</script></svg>",
    "an entity": ENTITY,
    "a picture from elsewhere": SVG + b'<image href="https://evil.example/x.png" width="9" height="9"/></svg>',
    "a damaged picture": picture("PNG")[:60],
    "a bomb": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\1\0\0\0\1\0\0\x08\2" + b"\0" * 7,
    "an archive": b"PK\x03\x04" + b"\0" * 60,
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_upload_is_refused_or_made_harmless(desk: TestClient, project: Path, what: str) -> None:
    before = {it: it.read_bytes() for it in project.rglob("*") if it.is_file()}
    upload = {"logo": ("logo.svg", HOSTILE[what], "image/svg+xml")}
    answer = desk.post("/practice/logo", data=sent(desk), files=upload)
    after = {it: it.read_bytes() for it in project.rglob("*") if it.is_file()}
    if answer.status_code == 303 and after != before:  # what is dangerous in a drawing is left out of what is made
        made = desk.get("/sheet/waves/take/html").content
        assert b"evil.example" not in made and b"alert(1)" not in made and b"root:" not in made
    else:
        assert after == before
        assert answer.status_code in (303, 422) and "Traceback" not in answer.text


def test_what_is_no_picture_is_called_so(desk: TestClient) -> None:
    answer = desk.post("/practice/logo", data=sent(desk), files={"logo": ("logo.txt", b"our logo", "text/plain")})
    assert answer.status_code == 422 and 'class="practice' not in answer.text
    assert "not a PNG, JPEG or WebP picture, nor an SVG drawing" in answer.text


def test_what_is_refused_leads_back(desk: TestClient, state: DeskState) -> None:
    state.gathered[:] = ["waves"]
    elsewhere = ("https://evil.example/practice", f"{HOME}//evil.example", "http://[", "")
    for referer, back in ((f"{HOME}/pack?kept=yes", "/pack"), *((it, "/choose") for it in elsewhere)):
        answer = desk.post("/pack/keep", data={"title": "{a}", "summary": ""}, headers={"referer": referer})
        assert answer.status_code == 422 and f'class="button" href="{back}"' in answer.text


def test_a_field_of_another_name_takes_no_file(desk: TestClient, project: Path) -> None:
    upload = {"../practice": ("logo.png", picture("PNG"), "image/png")}
    assert desk.post("/practice/logo", data=sent(desk), files=upload).status_code == 303
    assert desk.post("/practice/logo", data=sent(desk, remove="../practice")).status_code == 404
    assert not list(project.glob("*.png"))


@pytest.mark.parametrize("accent", ["#f6d860", "#245c64", "f6d860", "#abc", "", "red", "#12345"])
def test_a_colour_is_judged_while_it_is_typed(desk: TestClient, accent: str) -> None:
    page = desk.get("/practice/colours", params={"accent": accent}).text
    assert ("<svg" in page) == (len(accent.lstrip("#")) in (3, 6) and accent != "red")
    assert ("set in the shade" in page) == (accent.lstrip("#") in ("f6d860", "abc"))


PEOPLE = "people:\n  - name: B\n\nname: A"
EDITS = [
    ("name: A\n", {"phone": "1"}, "name: A\nphone: 1\n"),
    ('name: A\n# phone: "000"\n# email: x\n', {"phone": "020 1"}, "name: A\nphone: 020 1\n# email: x\n"),
    ("name: A # ours\nphone: 1\n", {"phone": None}, "name: A # ours\n"),
    (
        "# people:\n#   - name: X\n#     title: Y\n\nname: A",
        {"people": [{"name": "B"}]},
        "people:\n  - name: B\n\nname: A",
    ),
    ("", {"name": "yes"}, 'name: "yes"\n'),
]


@pytest.mark.parametrize(("text", "fields", "wanted"), EDITS)
def test_an_edit_leaves_all_else(text: str, fields: dict[str, object], wanted: str) -> None:
    assert with_fields(text, "practice.yaml", fields) == wanted
