"""The folder for a host, the code on paper that leads to a page in it, and what a practice says of both."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
import segno
import zxingcpp
from PIL import Image

from worksheet_builder.build.composer import Composer
from worksheet_builder.build.formats import FORMATS
from worksheet_builder.build.manifest import Manifest
from worksheet_builder.build.order import Order
from worksheet_builder.definitions.phone_link import page_address, page_name
from worksheet_builder.document import Figure, Group, GroupRole, walk
from worksheet_builder.foundation.problems import Refused

from ..conftest import Run
from .opened import links, opened
from .pages import LIBRARY

AT = "https://example.org/p"


@pytest.fixture
def practice(tmp_path: Path) -> Path:
    path = tmp_path / "practice.yaml"
    path.write_text(f"name: Somewhere\ncountry: AQ\npages_at: {AT}\n", "utf-8")
    return path


def test_names_tell_nothing_and_stay_the_same() -> None:
    """They are printed on paper and typed by hand: they may never change, for any reason."""
    assert page_name("grief-and-anger", "en") == "h7a6tbx"
    assert page_name("grief-and-anger", "ar", "en") == page_name("grief-and-anger", "ar", "en")
    told = {page_name(name, tag) for name in LIBRARY.worksheets for tag in ("en", "es", "ar")}
    assert len(told) == 3 * len(LIBRARY.worksheets)
    assert page_address(f"{AT}/", "h7a6tbx") == "https://example.org/p/h7a6tbx.html"


def test_a_folder_for_a_host(run: Run, folder: Path, practice: Path) -> None:
    made = run("build", "grief-and-anger", "waves", "--site", "pages", "--practice", practice, "--json")
    rows = json.loads(made.stdout)
    assert {row["format"] for row in rows} == {"html"}
    names = [Path(row["path"]).name for row in rows]
    assert names == [f"{page_name(name, 'en')}.html" for name in ("grief-and-anger", "waves")]
    index = (folder / "pages" / "index.html").read_bytes()
    assert [link for link in links(index) if link.endswith(".html")] == names
    assert next(opened(index).iter("title")).text == "Notes"
    assert [it.text for it in opened(index).iter("a") if it.get("href") in names] == [
        "Making room for grief and anger",
        "When strong feelings come and go",
    ]
    assert "not sent to us" in "".join(opened(index).itertext())
    assert not list(opened(index).iter("script"))
    policy = (folder / "pages" / "_headers").read_text("utf-8")
    assert "frame-ancestors 'none'" in policy and "no-referrer" in policy
    assert "Disallow: /" in (folder / "pages" / "robots.txt").read_text("utf-8")
    again = run("build", "grief-and-anger", "waves", "--site", "pages", "--practice", practice)
    assert "2 unchanged" in again.stderr


def test_nothing_of_the_host_s_is_overwritten(run: Run, folder: Path, practice: Path) -> None:
    (folder / "pages").mkdir()
    (folder / "pages" / "index.html").write_text("ours", "utf-8")
    told = run("build", "waves", "--site", "pages", "--practice", practice, code=1).stderr
    assert "A file that this tool did not make stands here" in told and "name another folder" in told
    assert (folder / "pages" / "index.html").read_text("utf-8") == "ours"


@pytest.mark.parametrize("name", ["index.html", "_headers", "robots.txt"])
def test_an_edited_file_of_a_site_is_told_as_edited(run: Run, folder: Path, practice: Path, name: str) -> None:
    """It is left as it is, and the hint is true: renamed, it is made anew beside the edited one."""
    words = ("build", "waves", "--site", "pages", "--practice", practice)
    run(*words)
    path, kept = folder / "pages" / name, folder / "pages" / f"my-{name}"
    made = path.read_bytes()
    path.write_bytes(made + b"edited\n")
    told = run(*words, code=1).stderr
    assert f"{name}: This file has been edited since it was made, and was left as it is." in told
    assert "Rename it" in told and "--overwrite" not in told
    assert path.read_bytes() == made + b"edited\n"
    path.rename(kept)
    run(*words)
    assert (path.read_bytes(), kept.read_bytes()) == (made, made + b"edited\n")


def test_a_handout_in_the_place_of_such_a_file_is_told_as_one(tmp_path: Path) -> None:
    manifest = Manifest.open(tmp_path)
    manifest.put(tmp_path / "index.html", "waves", b"handout")
    with pytest.raises(Refused, match="A handout stands here under the same name"):
        manifest.put(tmp_path / "index.html", "site", b"list")


@pytest.mark.parametrize("words", [("-f", "pdf"), ("--edition", "therapist")])
def test_a_site_is_of_pages_for_clients(run: Run, words: tuple[str, str]) -> None:
    run("build", "waves", "--site", "pages", *words, code=2)


def test_without_a_format_pdf_and_word_are_made(run: Run, folder: Path) -> None:
    run("build", "waves")
    assert sorted(it.name for it in (folder / "handouts" / "en").iterdir()) == ["waves.docx", "waves.pdf"]
    run("build", "waves", "-f", "html")
    assert (folder / "handouts" / "en" / "waves.html").exists()


def coded(practice: Path | None, language: str = "en", **options: Any) -> tuple[bytes, bytes, bytes]:
    """A sheet in each format."""
    made = Composer(LIBRARY, Order(practice=practice, draft=True, **options))
    document = made.document(LIBRARY.worksheets["my-care-preferences"], language)
    pdf, docx, html = (FORMATS[name].write(document, made.brand) for name in ("pdf", "docx", "html"))
    return pdf, docx, html


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_camera_reads_the_code_on_paper(practice: Path, language: str) -> None:
    wanted = page_address(AT, page_name("my-care-preferences", language))
    pdf, docx, _ = coded(practice, language)
    pages = [it.render(scale=2).to_pil() for it in pypdfium2.PdfDocument(pdf)]
    assert [it.text for page in pages for it in zxingcpp.read_barcodes(page)] == [wanted]
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        pictures = [archive.read(name) for name in archive.namelist() if name.endswith(".png")]
        body = archive.read("word/document.xml").decode()
    found = [it.text for data in pictures for it in zxingcpp.read_barcodes(on_white(data))]
    assert found == [wanted]
    assert f'HYPERLINK "{wanted}"' in body.replace("&quot;", '"')


def test_a_code_is_not_turned_round_with_its_language(practice: Path) -> None:
    """A drawing of a language from right to left is mirrored by each writer, so the code is mirrored before."""

    def cells(language: str) -> set[tuple[int, int]]:
        made = Composer(LIBRARY, Order(practice=practice, draft=True))
        document = made.document(LIBRARY.worksheets["my-care-preferences"], language)
        (figure,) = (it for it in walk(document.nodes) if isinstance(it, Figure) and it.link)
        side = 66.0 / len(segno.make_qr(figure.link, error="m").matrix)
        return {
            (at, round((it.corner.y - 6.0) / side))
            for it in figure.drawing.shapes
            for at in range(round((it.corner.x - 6.0) / side), round((it.opposite.x - 6.0) / side))
        }

    for language, mirrored in (("en", False), ("ar", True)):
        address = page_address(AT, page_name("my-care-preferences", language))
        matrix = segno.make_qr(address, error="m").matrix
        last = len(matrix) - 1
        dark = {(x, y) for y, row in enumerate(matrix) for x, bit in enumerate(row) if bit}
        assert cells(language) == {(last - x if mirrored else x, y) for x, y in dark}


def on_white(data: bytes) -> Image.Image:
    with Image.open(io.BytesIO(data)) as picture:
        paper = Image.new("RGB", (picture.width + 80, picture.height + 80), "white")
        paper.paste(picture, (40, 40), picture.convert("RGBA"))
    return paper


def test_the_code_in_a_pdf_is_a_figure_with_words_and_a_link(practice: Path) -> None:
    pdf, _, _ = coded(practice)
    with pikepdf.open(io.BytesIO(pdf)) as file:
        notes = [note for page in file.pages for note in page.get("/Annots", []) if note.Subtype == "/Link"]
        links = [str(note.A.URI) for note in notes]
        alts = [str(it.Alt) for it in file.objects if isinstance(it, pikepdf.Dictionary) and it.get("/S") == "/Figure"]
    assert page_address(AT, page_name("my-care-preferences", "en")) in links
    assert "A code that opens this page on a phone" in alts


def test_only_what_a_client_has_on_paper_leads_to_a_page(practice: Path) -> None:
    """Not the page itself, not the page for other people, and nothing where no place is named."""
    assert b"A code that opens" not in coded(practice)[2]
    assert b"/URI" not in coded(practice, leaf=True)[0]
    assert b"/URI" not in coded(None)[0]
    document = Composer(LIBRARY, Order(practice=practice)).document(LIBRARY.worksheets["my-care-preferences"], "en")
    roles = [node.role for node in document.nodes if isinstance(node, Group)]
    assert roles.index(GroupRole.ONLINE) == roles.index(GroupRole.CLOSING) + 1 == roles.index(GroupRole.LEAF) - 1


def test_a_pack_has_one_code_that_leads_to_its_own_page(practice: Path) -> None:
    pack = Composer(LIBRARY, Order(practice=practice)).pack(LIBRARY.packs["first-sessions"], "en")
    (group,) = (it for it in walk(pack.nodes) if isinstance(it, Group) and it.role is GroupRole.ONLINE)
    assert group.children[0].link == page_address(AT, page_name("pack-first-sessions", "en"))


@pytest.mark.parametrize("field", ["pages_at", "elsewhere"])
@pytest.mark.parametrize(
    "address", ["http://example.org/p", "example.org", 'https://a.org/"x', "https://a.org/?q=1", "javascript:1"]
)
def test_an_address_that_no_phone_opens_safely_is_a_problem(tmp_path: Path, field: str, address: str) -> None:
    path = tmp_path / "practice.yaml"
    path.write_text(f"country: AQ\n{field}: '{address}'\n", "utf-8")
    with pytest.raises(Refused) as refused:
        _ = Composer(LIBRARY, Order(practice=path)).practice
    (problem,) = refused.value.problems
    assert "not an address that a phone can open safely" in problem.sentence
    assert problem.place and problem.place.line == 2
