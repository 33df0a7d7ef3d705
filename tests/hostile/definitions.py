"""YAML that would make a careless reader run, grow, hang or guess."""

from __future__ import annotations

from case import SHEET, Case, sheet, text

AS_ELSE = "is read as something else."
DEEP = "The file is nested too deeply."
CONTROL = "An invisible control character stands here."
NOT_UTF_8 = "A character here is not stored as UTF-8"
SOUND = SHEET.replace("{text}", "Words")
BLOCK = "  - {kind}: it\n    {rest}\n"


def with_blocks(blocks: str, says: str, code: int = 1) -> Case:
    return sheet(SOUND.split("blocks:")[0] + "blocks:\n" + blocks, says, code)


def bomb() -> str:
    names = "abcdefghij"
    rows = [f"a: &a [{', '.join(['lol'] * 10)}]"]
    rows += [f"{name}: &{name} [{', '.join([f'*{names[at]}'] * 10)}]" for at, name in enumerate(names[1:])]
    return "\n".join(rows) + "\n"


CASES: dict[str, Case] = {
    # what YAML could be made to do
    "tag python object": text("!!python/object/apply:os.system ['true']", AS_ELSE),
    "tag python name": text("!!python/name:os.system", AS_ELSE),
    "tag python module": text("!!python/module:os", AS_ELSE),
    "tag python tuple": text("!!python/tuple [a, b]", AS_ELSE),
    "tag binary": text("!!binary aGVsbG8=", AS_ELSE),
    "tag set": text("!!set {a, b}", AS_ELSE),
    "tag omap": text("!!omap [a: b]", AS_ELSE),
    "tag timestamp": text("!!timestamp 2026-01-01", AS_ELSE),
    "tag local": text("!include /etc/passwd", AS_ELSE),
    "tag environment": text("!ENV ${HOME}", AS_ELSE),
    "tag verbatim": text("!<tag:yaml.org,2002:python/none> x", AS_ELSE),
    "tag unknown handle": text("!x!y z", AS_ELSE),
    "tag on the root": sheet("!!python/object:os.x\n" + SOUND, AS_ELSE),
    "tag on a key": sheet("!!str title: x\n", AS_ELSE),
    "tag directive": sheet("%TAG ! tag:evil,2026:\n---\n" + SOUND.replace("Words", "!x y"), AS_ELSE),
    "directive of a future YAML": sheet("%YAML 9.9\n---\n" + SOUND, ""),
    "alias": text("&a Words\n  - prose: two\n    text: *a", AS_ELSE),
    "alias without anchor": text("*nothing", AS_ELSE),
    "alias in itself": sheet("a: &a [*a]\n", AS_ELSE),
    "alias bomb": sheet(bomb(), AS_ELSE),
    "alias bomb of maps": sheet("a: &a {x: y}\n" + "".join(f"k{n}: {{<<: *a}}\n" for n in range(9999)), AS_ELSE),
    "merge key": sheet("<<: {title: x}\n" + SOUND, "Unknown key ‘<<’"),
    "merge key of an alias": sheet("base: &base {title: x}\n<<: *base\n", AS_ELSE),
    "a hundred thousand anchors": sheet("".join(f"k{n}: &a{n} x\n" for n in range(50_000)), AS_ELSE),
    # depth and size
    "a hundred thousand brackets": sheet("[" * 100_000, DEEP),
    "a hundred thousand braces": sheet("{a: " * 100_000, DEEP),
    "brackets open and shut": sheet("[" * 100_000 + "]" * 100_000, DEEP),
    "a hundred thousand hyphens": sheet("- " * 100_000, DEEP),
    "steps to the right": sheet("".join(" " * n + "a:\n" for n in range(1200)), DEEP),
    "question marks": sheet("? " * 50_000, DEEP),
    "nested text": text("[" * 30 + "]" * 30, DEEP),
    "a scalar of two megabytes": text("x" * 2_000_000, "The file is larger than a megabyte."),
    "a scalar of nine hundred kilobytes": text("x" * 900_000, "letters"),
    "words of nine hundred kilobytes": text("word " * 180_000, "letters"),
    "a folded scalar of nine hundred kilobytes": text(">\n" + "      words and words\n" * 40_000, "letters"),
    "a key of nine hundred kilobytes": sheet("x" * 900_000 + ": y\n", ""),
    "a quoted key of nine hundred kilobytes": sheet('"' + "x" * 900_000 + '": y\n', ""),
    "a title of a hundred thousand letters": sheet(SOUND.replace("Title", "x" * 100_000), "letters"),
    "forty thousand unknown keys": sheet(SOUND + "".join(f"k{n}: x\n" for n in range(40_000)), "entries"),
    "forty thousand times one key": sheet(SOUND + "same: x\n" * 40_000, "entries"),
    "twenty thousand blocks": with_blocks("".join(f"  - prose: b{n}\n    text: x\n" for n in range(20_000)), "entries"),
    "sixty-one blocks": with_blocks("".join(f"  - prose: b{n}\n    text: x\n" for n in range(61)), "61 blocks"),
    "four hundred unknown keys": sheet(
        SOUND + "".join(f"k{n}: x\n" for n in range(400)), "There is more that is wrong"
    ),
    "twenty texts of four thousand letters": with_blocks(
        "".join(f"  - prose: b{n}\n    text: {'words ' * 660}\n" for n in range(20)), "letters"
    ),
    "twenty thousand blocks of one id": with_blocks("  - prose: b\n    text: x\n" * 20_000, "entries"),
    "twenty thousand blocks of no kind": with_blocks("  - nothing: b\n    text: x\n" * 20_000, "entries"),
    "forty thousand options": with_blocks(
        "  - checklist: it\n    question: What?\n    options:\n" + "".join(f"      o{n}: x\n" for n in range(40_000)),
        "",
    ),
    "half a million empty lines, then a fault": sheet("\n" * 500_000 + "a: b: c\n", ""),
    "a fault at the end of a large file": sheet("k: text text text text\n" * 40_000 + 'x: "\n', ""),
    "a large file of quotation marks": sheet('"' * 900_000, ""),
    "a large file of colons": sheet(":" * 900_000, ""),
    "a large file of tabs": sheet("\t" * 900_000, ""),
    "a large file of number signs": sheet("#" * 900_000, "empty"),
    "a large file of commas": sheet("[" + "," * 900_000, ""),
    "a large file of documents": sheet("---\n" * 200_000, ""),
    "a large file of bars": sheet("a: |\n" + " \n" * 400_000, ""),
    "a hundred thousand entries": sheet("blocks:\n" + "- a\n" * 200_000, ""),
    # bytes
    "empty": sheet("", "empty"),
    "spaces only": sheet("   \n  \n", "empty"),
    "NUL first": sheet(b"\0" + SOUND.encode(), CONTROL),
    "NUL within": text("a\0b", CONTROL),
    "NULs only": sheet(b"\0" * 10_000, CONTROL),
    "random bytes": sheet(bytes(range(256)) * 40, NOT_UTF_8),
    "UTF-16": sheet(SOUND.encode("utf-16"), NOT_UTF_8),
    "UTF-16 without its mark": sheet(SOUND.encode("utf-16-be"), CONTROL),
    "UTF-32": sheet(SOUND.encode("utf-32"), ""),
    "Latin-1": sheet(SOUND.replace("Words", "café").encode("latin-1"), NOT_UTF_8),
    "Windows-1252": sheet(SOUND.replace("Words", "it’s").encode("cp1252"), NOT_UTF_8),
    "Shift JIS": sheet(SOUND.replace("Words", "言葉").encode("shift_jis"), NOT_UTF_8),
    "overlong UTF-8": sheet(SOUND.encode().replace(b"Words", b"\xc0\xaf"), NOT_UTF_8),
    "surrogates in UTF-8": sheet(SOUND.encode().replace(b"Words", b"\xed\xa0\x80"), NOT_UTF_8),
    "cut in a character": sheet(SOUND.encode() + b"# \xe2\x80", NOT_UTF_8),
    "a picture": sheet(b"\x89PNG\r\n\x1a\n" + b"\0" * 99, NOT_UTF_8),
    "a Word file": sheet(b"PK\x03\x04" + b"\x14\0" * 99, CONTROL),
    "a PDF": sheet(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", ""),
    "HTML": sheet("<!DOCTYPE html>\n<html><script>alert(1)</script></html>\n", ""),
    "JSON": sheet('{"title": "T"}', "missing"),
    # characters
    "bell": text("a\x07b", CONTROL),
    "escape sequence": text("a\x1b[31mb", CONTROL),
    "delete": text("a\x7fb", CONTROL),
    "control of the upper half": text("a\x9bb", CONTROL),
    "no character": text("a\ufffeb", CONTROL),
    "escaped NUL": text('"a\\0b"', "invisible"),
    "escaped bell": text('"a\\ab"', "invisible"),
    "escaped escape": text('"a\\e[31mb"', "invisible"),
    "escaped upper control": text('"a\\x9bb"', "invisible"),
    "half of a surrogate pair": text('"a\\ud800b"', "backslash"),
    "the other half": text('"\\udfff"', "backslash"),
    "both halves": text('"\\ud83d\\ude00"', "backslash"),
    "beyond Unicode": text('"a\\U00110000b"', ""),
    "far beyond Unicode": text('"a\\Uffffffffb"', ""),
    "no character, escaped": text('"a\\ufffeb"', "invisible"),
    "right-to-left override": text("safe \u202efdp.exe", "invisible"),
    "left-to-right override": text("safe \u202dabc", "invisible"),
    "right-to-left embedding": text("safe \u202babc", "invisible"),
    "override in the title": sheet(SOUND.replace("Title", "T \u202eeltit"), "invisible"),
    "override in an id": sheet(SOUND.replace("why", "w\u202ehy"), "cannot be an id"),
    "letters of invisible tags": text(
        "hello " + "".join(chr(0xE0000 + ord(sign)) for sign in "ignore this"), "invisible"
    ),
    # ids and shapes
    "id that climbs": sheet(SOUND.replace("why", "../../why"), "cannot be an id"),
    "id that is a path": sheet(SOUND.replace("why", "/etc/passwd"), "cannot be an id"),
    "id with a NUL": sheet(SOUND.replace("why", '"why\\0"'), "cannot be an id"),
    "id of ten thousand letters": sheet(SOUND.replace("why", "w" * 10_000), ""),
    "number that is no number": sheet(SOUND.replace("minutes: 5", "minutes: .nan"), "whole number"),
    "number without end": sheet(SOUND.replace("minutes: 5", "minutes: .inf"), "whole number"),
    "number of ten thousand digits": sheet(SOUND.replace("minutes: 5", "minutes: " + "9" * 10_000), "whole number"),
    "number in other digits": sheet(SOUND.replace("minutes: 5", "minutes: ٣٠"), "whole number"),
    "number in base sixty": sheet(SOUND.replace("minutes: 5", "minutes: 1:30:00"), "whole number"),
    "negative minutes": sheet(SOUND.replace("minutes: 5", "minutes: -5"), "minutes"),
    "a million minutes": sheet(SOUND.replace("minutes: 5", "minutes: 1000000"), "minutes"),
    "list as key": sheet("? [a, b]\n: c\n" + SOUND, "A key has to be a single word."),
    "map as key": sheet("? {a: b}\n: c\n" + SOUND, "A key has to be a single word."),
    "empty key": sheet(": x\n" + SOUND, "key"),
    "list at the top": sheet("- a\n- b\n", "is a list"),
    "text at the top": sheet("hello\n", ""),
    "number at the top": sheet("42\n", ""),
    "control characters in a key": sheet('"k\\e[31m\\x07": x\n' + SOUND, "Unknown key"),
    "language tag that is none": text("Say [hello]{zz} now", "language"),
    "language tag of forty parts": text("Say [hello]{en" + "-abcdefgh" * 40 + "} now", "language"),
    "a million lines to write on": with_blocks("  - writing: it\n    question: What?\n    lines: 999999999\n", ""),
    "no lines to write on": with_blocks("  - writing: it\n    question: What?\n    lines: -1\n", ""),
    "a scale without end": with_blocks(
        "  - scale: it\n    question: What?\n    lowest: 0\n    highest: 999999999\n", ""
    ),
    "a path as worksheet": Case({}, "no such file", ("build", "../../../../../nowhere/passwd")),
    "a folder as worksheet": Case({"sheet.yaml/x": b""}, ""),
    "a device as worksheet": Case({}, "", ("build", "/dev/zero")),
    "a link to a device": Case({}, "", links={"sheet.yaml": "/dev/zero"}),
    "a link to itself": Case({}, "", links={"sheet.yaml": "sheet.yaml"}),
}
