"""PO files that would make a careless reader run, grow, hang or print what nobody wrote."""

from __future__ import annotations

from collections.abc import Callable

from case import SHEET, Case

HEAD = b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: es\\n"\n\n'
SOUND = SHEET.replace("{text}", "Words").encode()
PROJECT = {"worksheets/own/sheet.yaml": SOUND, "practice.yaml": b"name: X\n"}
WORDS = ("build", "sheet", "-l", "es")


def catalogue(
    data: bytes | Callable[[], bytes], says: str, words: tuple[str, ...] = WORDS, name: str = "locales/es/sheet.po"
) -> Case:
    return Case({**PROJECT, name: data}, says, words)


def entry(words: str, address: str = "title", english: str = "Title", comment: str = "") -> bytes:
    return HEAD + f'{comment}msgctxt "{address}"\nmsgid "{english}"\nmsgstr "{words}"\n'.encode()


CASES: dict[str, Case] = {
    "empty": catalogue(b"", "is not in Spanish yet"),
    "NULs": catalogue(b"\0" * 10_000, ""),
    "NUL in the words": catalogue(entry("a\0b"), "invisible"),
    "random bytes": catalogue(bytes(range(256)) * 40, ""),
    "UTF-16": catalogue(entry("x").decode().encode("utf-16"), "UTF-16"),
    "UTF-32": catalogue(entry("x").decode().encode("utf-32"), ""),
    "Latin-1": catalogue(entry("caf").replace(b"caf", b"caf\xe9"), "is not UTF-8"),
    "another charset said": catalogue(entry("x").replace(b"charset=UTF-8", b"charset=KOI8-R"), "KOI8-R"),
    "a charset that is a program": catalogue(entry("x").replace(b"UTF-8", b"os.system"), "os.system"),
    "overlong UTF-8": catalogue(entry("x").replace(b'"x"', b'"\xc0\xaf"'), "is not UTF-8"),
    "surrogates": catalogue(entry("x").replace(b'"x"', b'"\xed\xa0\x80"'), "is not UTF-8"),
    "bell": catalogue(entry("a\\ab"), "invisible"),
    "escape sequence": catalogue(entry("a\x1b[31m"), "invisible"),
    "override": catalogue(entry("safe \u202efdp.exe"), "invisible"),
    "tags": catalogue(entry("a\U000e0041\U000e0042"), "invisible"),
    "octal escape": catalogue(entry("\\101"), "is not known in PO files"),
    "hexadecimal escape": catalogue(entry("\\x41"), "is not known in PO files"),
    "half an escape": catalogue(entry("a\\"), "closing quotation mark"),
    "words of a megabyte": catalogue(entry("word " * 200_000), "letters"),
    "words in a million lines": catalogue(entry("x") + b'"y"\n' * 300_000, ""),
    "a file of forty megabytes": catalogue(lambda: HEAD + b"# comment\n" * 4_000_000, "larger than"),
    "a line of nine megabytes": catalogue(HEAD + b"#" * 9_000_000, ""),
    "a hundred thousand strange lines": catalogue(b"what\n" * 100_000, "does not begin anything"),
    "a hundred thousand strings of no entry": catalogue(b'"x"\n' * 100_000, "without ‘msgid’"),
    "fifty thousand twins": catalogue(HEAD + b'msgid "a"\nmsgstr "b"\n\n' * 50_000, "stands twice"),
    "fifty thousand headers": catalogue(HEAD * 50_000, "second header"),
    "backslashes": catalogue(entry("\\\\" * 100_000), "letters"),
    "strange escapes": catalogue(entry("\\q" * 100_000), "is not known"),
    "quotation marks": catalogue(b'msgid "' + b'"' * 500_000, ""),
    "an entry that is never closed": catalogue(HEAD + b'msgid "' + b"x" * 500_000, "closing"),
    "plural": catalogue(HEAD + b'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n', "plural"),
    "settled badly": catalogue(b"<<<<<<< HEAD\n=======\n>>>>>>> x\n", "merged"),
    "YAML": catalogue(SOUND, "does not begin anything"),
    "HTML": catalogue(b"<!DOCTYPE html><script>alert(1)</script>", "does not begin anything"),
    "a program for gettext": catalogue(b"\xde\x12\x04\x95" + b"\0" * 24, ""),
    "a state that is none": catalogue(entry("x", comment="# state: perfect\n"), "state"),
    "a day that is none": catalogue(entry("x", comment="# state: reviewed by A on 2026-99-99\n"), ""),
    "a reviewer of a megabyte": catalogue(
        entry("x", comment="# state: reviewed by " + "a " * 400_000 + "on 2026-01-01x\n"), "state"
    ),
    "another language": catalogue(entry("x").replace(b"Language: es", b"Language: ar"), "ar"),
    "a language of ten thousand letters": catalogue(
        entry("x").replace(b"Language: es", b"Language: " + b"a" * 10_000), ""
    ),
    "a slot that nothing fills": catalogue(entry("{password}"), ""),
    "a slot of Python": catalogue(entry("{0.__class__}"), ""),
    "marks that do not close": catalogue(entry("*a [b]{xx} {c"), ""),
    "stars": catalogue(entry("*" * 4_999), ""),
    "brackets": catalogue(entry("[" * 4_999), ""),
    "braces": catalogue(entry("{" * 4_999), ""),
    "English that was another": catalogue(entry("x", english="Other"), ""),
    "a folder in its place": Case({**PROJECT, "locales/es/sheet.po/x": b""}, "", WORDS),
    "a link to a device": Case({**PROJECT, "locales/es/x": b""}, "", WORDS, links={"locales/es/sheet.po": "/dev/zero"}),
    "a link to itself": Case({**PROJECT, "locales/es/x": b""}, "", WORDS, links={"locales/es/sheet.po": "sheet.po"}),
    "update of what is broken": catalogue(b"what\n", "does not begin anything", ("translate", "update", "es")),
    "check of what is broken": catalogue(b"what\n", "does not begin anything", ("check",)),
    "status of what is broken": catalogue(b"what\n", "does not begin anything", ("translate", "status")),
    "doctor on what is broken": catalogue(b"what\n", "does not begin anything", ("doctor",)),
    "common words that are broken": catalogue(b"what\n", "does not begin", WORDS, "locales/es/common.po"),
    "language facts that are a tag": catalogue(b"!!python/none", "", ("check",), "locales/es/language.yaml"),
    "language facts that are a bomb": catalogue(b"a: &a [*a]", "", ("check",), "locales/es/language.yaml"),
    "a folder that is no language": catalogue(
        entry("x"), "is not a language", ("doctor",), "locales/not_a_tag/sheet.po"
    ),
    "a folder of a path": catalogue(
        entry("x"), "is not a language", ("doctor",), "locales/es-etc-passwd-x-y-z/sheet.po"
    ),
}
