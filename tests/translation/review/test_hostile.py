"""Files that are no review, or mean harm, are refused with a sentence, soon, and nothing is unpacked."""

from __future__ import annotations

from pathlib import Path

import pytest

from worksheet_builder.foundation.problems import Refused
from worksheet_builder.ooxml import table_reader
from worksheet_builder.translation.review import read

from .office import Opened, zipped
from .samples import desk

OFFICE = b"http://schemas.openxmlformats.org"
RELATIONS = (
    b'<Relationships xmlns="%s/package/2006/relationships"><Relationship Id="r" Target="%s"'
    b' Type="%s/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
ENTITY = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]><d>&e;</d>'
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><d>&b;</d>'


def package(document: bytes, target: bytes = b"word/document.xml") -> bytes:
    return zipped({"_rels/.rels": RELATIONS % (OFFICE, target, OFFICE), "word/document.xml": document})


FILES = {
    "empty": (b"", "not a Word document"),
    "text": (b"Hello", "not a Word document"),
    "another zip": (zipped({"a.txt": b"a"}), "not a Word document"),
    "a cut zip": (package(b"<a/>")[:60], "not a Word document"),
    "an old Word file": (b"\xd0\xcf\x11\xe0" + bytes(600), "old Word file"),
    "an entity of a file": (package(ENTITY), "entities"),
    "a billion laughs": (package(LAUGHS), "entities"),
    "laughs in UTF-16": (package(LAUGHS.decode().encode("utf-16")), "entities"),
    "broken XML": (package(b"<a><b></a>"), "damaged"),
    "deep XML": (package(b"<a>" * 100_000), "damaged"),
    "a path out of the file": (package(b"<a/>", b"../../etc/passwd"), "not a Word document"),
    "no rows": (package(b"<a/>"), "no rows of a review"),
    "XLIFF with entities": (ENTITY, "entities"),
    "XLIFF 1.2 without units": (b'<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2"/>', "no rows of a review"),
    "HTML": (b"<html/>", "not XLIFF"),
}


@pytest.mark.parametrize("name", FILES)
def test_it_is_refused_in_a_sentence(name: str, tmp_path: Path) -> None:
    data, sentence = FILES[name]
    path = tmp_path / "back.docx"
    path.write_bytes(data)
    with pytest.raises(Refused, match=sentence) as refused:
        read(path)
    assert all(problem.hint for problem in refused.value.problems)
    assert [it.name for it in tmp_path.iterdir()] == ["back.docx"]


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_reader, "MOST_XML", 100_000)
    path = tmp_path / "back.docx"
    path.write_bytes(package(b"<a>" + b" " * 5_000_000 + b"</a>"))
    with pytest.raises(Refused, match="far too large"):
        read(path)


def test_a_table_of_something_else_is_passed_over(tmp_path: Path) -> None:
    file = Opened(desk(tmp_path).word())
    table = next(file.root.iter("{*}tbl"))
    other = '<w:tbl xmlns:w="{0}"><w:tr><w:tc><w:p><w:r><w:t>Dear Ana</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'
    from lxml import etree

    table.addprevious(etree.fromstring(other.format(table.nsmap["w"])))
    path = tmp_path / "back.docx"
    path.write_bytes(file.saved())
    assert len(read(path)) == 4
