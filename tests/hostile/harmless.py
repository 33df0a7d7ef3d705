"""What looks like an attack and is only text, or is broken where nothing needs it: it is printed as it stands."""

from __future__ import annotations

from case import SHEET, Case, text
from practices import FONT, filled

from worksheet_builder.build.order import Order

SOUND = SHEET.replace("{text}", "Words")
MADE = f"{len(Order().format_names())} handouts made."
TEXTS = {
    "HTML": "Say <b>no</b> & <script>alert('x')</script>",
    "XML": "<w:p><w:r/></w:p> ]]> <!-- x --> <?php x ?> &amp; &#60;",
    "PDF": "(x) Tj ET /JavaScript << /S /URI >> endstream endobj %%EOF",
    "PDF escapes": "(a\\\\) \\\\n \\\\050 BT /F1 9 Tf",
    "Word field": "{ HYPERLINK http://example.org } and { DDEAUTO c:x }",
    "formula": "=cmd|' /C calc'!A0",
    "shell": "$(rm -rf ~) `id` ; echo | sudo",
    "template": "${x} %s %(x)s $x <%= x %>",
    "Python": "__import__('os').system('true')",
    "markdown": "# a [link](http://example.org) ![x](y) **b**",
    "path": "../../../etc/passwd C:\\\\Windows",
    "SQL": "'; DROP TABLE handouts; --",
    "address": "http://example.org/?a=b&c=d javascript:x",
}


def quoted(value: str) -> str:
    escaped = "".join("\\\\" + sign if sign in "*[]{}" else sign for sign in value.replace('"', '\\"'))
    return f'"{escaped}"'


def font(data: bytes) -> Case:
    practice = b"name: X\nfont_files:\n  regular: f.ttf\n"
    return Case(
        {"sheet.yaml": SOUND.encode(), "p.yaml": practice, "f.ttf": data},
        MADE,
        ("build", "sheet.yaml", "--practice", "p.yaml"),
        0,
    )


CASES: dict[str, Case] = {
    **{f"text: {name}": text(quoted(value), MADE, 0) for name, value in TEXTS.items()},
    "text: nothing, as YAML has it": text("~", MADE, 0),
    "text: no": text("no", MADE, 0),
    "text: a number": text("1e9999", MADE, 0),
    "text: a day": text("2026-99-99", MADE, 0),
    "text: marks that do not close": text("'*a [b](c'", MADE, 0),
    "text: four thousand stars": text('"' + "*" * 4_000 + '"', "one star", 1),
    "text: one word of four thousand letters": text("a" * 4_000, MADE, 0),
    "text: letters under forty accents": text("a" + "\u0301" * 40, MADE, 0),
    "text: four thousand accents": text("a" + "\u0301" * 4_000, MADE, 0),
    "text: joiners": text("a" + "\u200d" * 4_000, MADE, 0),
    "text: isolates that do not close": text("a \u2067 b \u2066 c", MADE, 0),
    "text: isolates in isolates": text("a" + "\u2067" * 200 + "b", MADE, 0),
    "text: marks of direction": text("a" + "\u200f\u200e" * 500, MADE, 0),
    "text: soft hyphens": text("a\u00ad" * 1_000, MADE, 0),
    "text: spaces that do not break": text("a\u00a0" * 1_000, MADE, 0),
    "text: both directions": text("abc אבג " * 400, MADE, 0),
    "collection that climbs": Case({"sheet.yaml": SOUND.replace("own", "../../own").encode()}, MADE, code=0),
    "font: axes of ones": font(filled(FONT, b"fvar", 0xFF)),
    "font: metrics of ones": font(filled(FONT, b"hhea", 0xFF)),
}
