"""Bibliographies, designs, packs, replies of reviewers and lists of handouts that somebody else has written."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from case import SHEET, Case

SOUND = SHEET.replace("{text}", "Words").encode()
PROJECT = {"worksheets/own/sheet.yaml": SOUND, "practice.yaml": b"name: X\n"}
THERAPIST = ("build", "sheet", "--edition", "therapist")
PACK = b"title: T\nsummary: S\nworksheets:\n%s"
BODY = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{0}</w:body></w:document>'


def project(name: str, data: bytes | Callable[[], bytes], says: str, words: tuple[str, ...]) -> Case:
    return Case({**PROJECT, name: data}, says, words)


def bibliography(data: bytes, says: str) -> Case:
    return project("worksheets/bibliography.yaml", data, says, THERAPIST)


def pack(data: bytes, says: str) -> Case:
    return project("packs/mine.yaml", data, says, ("pack", "mine"))


def design(data: bytes, says: str) -> Case:
    files = {**PROJECT, "practice.yaml": b"name: X\ndesign: ours\n", "designs/ours.yaml": data}
    return Case(files, says, ("build", "sheet"))


def reply(data: bytes | Callable[[], bytes], says: str = "", name: str = "reply.docx") -> Case:
    return project(name, data, says, ("translate", "import", name))


def word(document: str | bytes, **parts: bytes) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document)
        for name, data in parts.items():
            archive.writestr(name, data)
    return kept.getvalue()


def bomb(letters: int = 12) -> str:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, letters))
    return f'<!DOCTYPE x [<!ENTITY a0 "aaaaaaaaaa">{entities}]>' + BODY.format(f"&a{letters - 1};")


def xliff(inside: str, before: str = "") -> Case:
    head = '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="es">'
    return reply(f"{before}{head}{inside}</xliff>".encode(), name="reply.xlf")


CASES: dict[str, Case] = {
    "bibliography: tag": bibliography(b"a: !!python/none\n", "is read as something else"),
    "bibliography: bomb": bibliography(b"a: &a [*a]\n", "is read as something else"),
    "bibliography: deep": bibliography(b"[" * 50_000, "nested too deeply"),
    "bibliography: NUL": bibliography(b"a: b\0\n", "invisible"),
    "bibliography: list": bibliography(b"- a\n", ""),
    "bibliography: a key that climbs": bibliography(b"../../a: {}\n", "cannot be an id"),
    "bibliography: ten thousand entries": bibliography(b"".join(b"a%d: {}\n" % n for n in range(10_000)), "entries"),
    "bibliography: a folder": Case(
        {**PROJECT, "worksheets/bibliography.yaml/x": b""}, "", ("check", "worksheets/bibliography.yaml"), code=0
    ),
    "pack: nothing in it": pack(PACK % b"  []\n", ""),
    "pack: tag": pack(b"!!python/none\n", "is read as something else"),
    "pack: a sheet that climbs": pack(PACK % b"  - sheet: ../../../etc/passwd\n", "There is no worksheet"),
    "pack: itself": pack(PACK % b"  - sheet: mine\n", "There is no worksheet"),
    "pack: one sheet twice": pack(PACK % b"  - sheet: sheet\n  - sheet: sheet\n", "stands twice"),
    "pack: ten thousand sheets": pack(PACK % (b"  - sheet: sheet\n" * 10_000), "entries"),
    "pack: invisible title": pack(
        (PACK % b"  - sheet: sheet\n").replace(b"title: T", b'title: "\\u202e"'), "invisible"
    ),
    "design: tag": design(b"!!python/none\n", "is read as something else"),
    "design: a name of a program": design(b"header: __import__\n", ""),
    "design: sizes without end": design(b"body: .inf\n", ""),
    "design: sizes that are none": design(b"body: -5\n", ""),
    "design: a million points": design(b"body: 999999\n", ""),
    "design: NUL": design(b"body: \0\n", "invisible"),
    "reply: empty": reply(b""),
    "reply: text": reply(b"hello"),
    "reply: cut": reply(word(BODY.format("<w:p/>"))[:60]),
    "reply: no document in it": reply(b"PK\x05\x06" + b"\0" * 18),
    "reply: nothing in the document": reply(word(BODY.format(""))),
    "reply: not XML": reply(word("hello")),
    "reply: entity bomb": reply(word(bomb())),
    "reply: entity of a file": reply(
        word('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + BODY.format("&a;"))
    ),
    "reply: types from elsewhere": reply(word('<!DOCTYPE x SYSTEM "http://example.org/x.dtd">' + BODY.format(""))),
    "reply: a hundred megabytes of noughts": reply(lambda: word(b"\0" * 100_000_000)),
    "reply: sixty megabytes of spaces": reply(lambda: word(BODY.format(" " * 60_000_000))),
    "reply: three million elements": reply(lambda: word(BODY.format("<w:p/>" * 3_000_000))),
    "reply: deep": reply(word(BODY.format("<w:tbl>" * 100_000 + "</w:tbl>" * 100_000))),
    "reply: names that climb": reply(word(BODY.format(""), **{"../../../../tmp/evil": b"x"})),
    "reply: ten thousand parts": reply(word(BODY.format(""), **{f"a{n}": b"" for n in range(10_000)})),
    "reply: a macro": reply(word(BODY.format(""), **{"word/vbaProject.bin": b"x"})),
    "reply: a document in its place": reply(word(BODY.format("<w:tbl><w:tr><w:tc/></w:tr></w:tbl>"))),
    "XLIFF: nothing in it": xliff(""),
    "XLIFF: cut": reply(b"<xliff", name="reply.xlf"),
    "XLIFF: entity bomb": xliff("&a11;", bomb().split(BODY[:10])[0]),
    "XLIFF: entity of a file": xliff("&a;", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
    "XLIFF: types from elsewhere": xliff("", '<!DOCTYPE x SYSTEM "http://example.org/x.dtd">'),
    "XLIFF: deep": xliff("<group>" * 100_000 + "</group>" * 100_000),
    "XLIFF: wide": xliff('<file id="a"/>' * 300_000),
    **{
        f"XLIFF: a character {code}": xliff(
            f'<file id="a"><unit id="a"><segment><source><cp hex="{code}"/></source></segment></unit></file>'
        )
        for code in ("zz", "110000", "D800", "-1", "9" * 5_000)
    },
    "XLIFF: an identity that climbs": xliff('<file id="../../../etc/passwd"><unit id="a"/></file>'),
    "XLIFF: another kind of XML": reply(b"<html><body/></html>", name="reply.xlf"),
    "XLIFF: NULs": reply(b"<" + b"\0" * 9_000, name="reply.xlf"),
    "reply: an older Word file": reply(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2_000),
    "reply: a picture": reply(b"\x89PNG\r\n\x1a\n"),
    "schema of a folder that is a file": Case(
        {"out": b""}, "A file stands where a folder is needed.", ("build", "trusting-myself-again", "-o", "out/x")
    ),
    "practice with a control in its path": Case(
        {"a\x1b[31m/p.yaml": b"!!x y\n"}, "", ("practice", "check", "a\x1b[31m/p.yaml")
    ),
    "worksheet with a control in its path": Case({"a\x1b[31m/s.yaml": b"!!x y\n"}, "", ("build", "a\x1b[31m/s.yaml")),
    "worksheet whose name is long": Case({f"{'a' * 200}.yaml": SOUND}, "letters", ("build", f"{'a' * 200}.yaml")),
    "worksheet that Windows cannot keep": Case({"con.yaml": SOUND}, "Windows", ("build", "con.yaml")),
    "worksheet with spaces in its name": Case({"a b.yaml": SOUND}, "cannot name a worksheet", ("build", "a b.yaml")),
    "worksheet with a dot in its name": Case({"a.b.yaml": SOUND}, "cannot name a worksheet", ("build", "a.b.yaml")),
    "worksheet of a name that no disk can hold": Case({}, "no such file", ("build", "a" * 3_000 + ".yaml")),
    "worksheet with a NUL in its name": Case({}, "no such file", ("build", "a\0b.yaml")),
}
