"""Definitions, catalogues and practices that nobody would write: each is made or refused, never with a traceback.

A few hundred in the suite; `WORKSHEETS_EXAMPLES=10000` asks for more.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from worksheet_builder.build.composer import Composer
from worksheet_builder.build.formats import FORMATS
from worksheet_builder.build.order import Order
from worksheet_builder.definitions.blocks import BLOCKS
from worksheet_builder.definitions.practice import Practice
from worksheet_builder.foundation.decoding.type_shapes import fields_of
from worksheet_builder.foundation.problems import Refused
from worksheet_builder.project.library import Library
from worksheet_builder.reading.block_examples import examples
from worksheet_builder.reading.loader import parse_worksheet, read_practice
from worksheet_builder.translation.catalogue import Catalogue
from worksheet_builder.translation.catalogue_files import read_po

EXAMPLES = int(os.environ.get("WORKSHEETS_EXAMPLES", "100"))
some = settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    derandomize=EXAMPLES == 100,
    phases=(Phase.explicit, Phase.generate, Phase.shrink),
    suppress_health_check=list(HealthCheck),
)
few = settings(some, max_examples=max(EXAMPLES // 4, 10))

PLAIN = """* ** [x]{es} [אב]{he} [ ] a\u0301 אבג عربي ไทย हिन्दी 日本 Å ﬁ <b> &amp; ]]> %s 1,5 +44(0)207946 --- # no
~ !x &a *a \u00ad \u2067 \u200d https://example.org/a?b xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx a:b it’s""".split()
ODD = [
    "\\",
    "[x]{zz}",
    "{n}",
    "{{",
    "}",
    "[",
    "\n",
    "\n\n",
    "\t",
    "\u202e",
    "\u0301" * 9,
    "🙂",
    "👩‍👩‍👧",
    "- a",
    "a: b",
    "\0",
    "\x1b[0m",
]
YAML = [
    "title: ",
    "blocks:\n",
    "  - prose: a\n",
    "    text: ",
    "*",
    "&a ",
    "!",
    "\n",
    "{",
    "[",
    "\0",
    "\ud7ff",
    "? ",
    "|\n",
]
PIECES = [*PLAIN, *ODD, "\ud7ff", "\ue000", "\U0010fffd", "word " * 40, "x" * 300]
words = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), min_size=1, max_size=8).map("".join)
ids = st.one_of(st.from_regex(r"[a-z][a-z0-9]{0,6}", fullmatch=True), words)
leaves = st.one_of(words, st.integers(-5, 40), st.booleans(), st.none(), st.floats())
plainly = st.lists(st.sampled_from(PLAIN), min_size=1, max_size=6).map(" ".join)
values = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(ids, inner, max_size=4), max_leaves=8
)
HEAD = {"title": "T", "summary": "S", "collection": "own", "intensity": "practical", "minutes": 5}
SHEETS = [example.yaml for example in examples()]
MODELS = [block for text in SHEETS for block in (yaml.safe_load(text) or [])]


@st.composite
def altered(draw: st.DrawFn, model: Any) -> Any:
    """The model with words, numbers and keys changed here and there."""
    if isinstance(model, dict):
        kept = {key: draw(altered(value)) for key, value in model.items() if draw(st.integers(0, 15))}
        return kept | (draw(st.dictionaries(ids, leaves, max_size=1)) if not draw(st.integers(0, 9)) else {})
    if isinstance(model, list):
        return [draw(altered(value)) for value in model if draw(st.integers(0, 15))]
    return model if draw(st.booleans()) else draw(words if draw(st.integers(0, 5)) else leaves)


@st.composite
def reworded(draw: st.DrawFn, model: Any) -> Any:
    """The model with other words where it has words, so that most of what comes of it can be read."""
    if isinstance(model, dict):
        return {key: draw(reworded(value)) for key, value in model.items()}
    if isinstance(model, list):
        return [draw(reworded(value)) for value in model]
    return draw(plainly) if isinstance(model, str) and " " in model else model


def sheets(blocks: st.SearchStrategy[object], head: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    def joined(head: dict[str, Any], blocks: list[Any]) -> Any:
        named = [
            {**it, next(iter(it)): f"b{at}"} if isinstance(it, dict) and it else it for at, it in enumerate(blocks)
        ]
        return {**head, "blocks": named}

    return st.builds(joined, head, st.lists(blocks, min_size=1, max_size=3))


models = st.sampled_from(MODELS)
wild = sheets(models.flatmap(altered), st.just(HEAD) | altered(HEAD))
mild = sheets(models.flatmap(reworded), st.just(HEAD))


def read(text: str) -> Any:
    try:
        return parse_worksheet(text, Path("sheet.yaml"))
    except Refused as refused:
        assert refused.problems and all(problem.sentence for problem in refused.problems)
        return None


def test_every_block_is_a_model() -> None:
    assert {kind for model in MODELS for kind in model} >= {block.kind for block in BLOCKS}


@some
@given(st.one_of(values, wild, mild))
def test_definitions_are_read_or_refused(value: Any) -> None:
    read(yaml.safe_dump(value, allow_unicode=True, sort_keys=False))


@some
@given(st.lists(st.one_of(st.sampled_from(YAML), st.text(max_size=9))))
def test_texts_are_read_or_refused(pieces: Any) -> None:
    read("".join(pieces))


@few
@given(st.one_of(mild, wild), st.sampled_from(sorted(FORMATS)))
def test_what_is_read_is_written_or_refused(tmp_path_factory: Any, value: Any, name: str) -> None:
    path = tmp_path_factory.getbasetemp() / "generated" / "sheet.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), "utf-8")
    composer = Composer(Library.open(path.parent))
    try:
        data = FORMATS[name].write(composer.document(path, "en"), composer.brand)
    except Refused as refused:
        assert refused.problems
    else:
        assert data[:2] in (b"%P", b"PK", b"<!")


SHEET = parse_worksheet(json.dumps({**HEAD, "blocks": [{"prose": "why", "text": "Words"}]}), Path("sheet.yaml"))
LINES = ["msgid ", "msgstr ", "msgctxt ", '"title"', '"T"', '"', "\\", "\n", "\n\n", "#", "# state: draft", "#, fuzzy"]
LINES += ["#| ", "#~ ", "msgid_plural ", "msgstr[0] ", "<<<<<<< ", "\ufeff", '"Language: es\\n"']


@some
@given(st.lists(st.one_of(st.sampled_from(LINES), words), max_size=20).map("".join), st.binary(max_size=20))
def test_catalogues_are_read_or_refused(tmp_path_factory: Any, text: str, tail: Any) -> None:
    path = tmp_path_factory.getbasetemp() / "generated" / "es" / "sheet.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8", "surrogatepass") + tail)
    try:
        read_po(path, "es")
        Catalogue.find([path.parent.parent], "es", "sheet").translate(SHEET)
    except Refused as refused:
        assert refused.problems


def entry(address: str, english: str, said: str) -> str:
    quoted = said.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'msgctxt "{address}"\nmsgid "{english}"\nmsgstr "{quoted}"\n'


@few
@given(words, words)
def test_any_words_of_a_translator_are_printed_or_refused(tmp_path_factory: Any, title: Any, text: str) -> None:
    folder = tmp_path_factory.getbasetemp() / "translated"
    (folder / "locales/es").mkdir(parents=True, exist_ok=True)
    (folder / "worksheets").mkdir(exist_ok=True)
    (folder / "worksheets/sheet.yaml").write_text(json.dumps({**HEAD, "blocks": [{"prose": "why", "text": "Words"}]}))
    entries = [entry("title", "T", title), entry("summary", "S", text), entry("why.text", "Words", text)]
    (folder / "locales/es/sheet.po").write_text("\n".join(entries), "utf-8", errors="surrogatepass")
    composer = Composer(Library.open(folder), Order(draft=True))
    try:
        document = composer.document(folder / "worksheets/sheet.yaml", "es")
        assert [it.write(document, composer.brand) for it in FORMATS.values()]
    except Refused as refused:
        assert refused.problems


PRACTICE = {
    "name": plainly,
    "strapline": words,
    "logo": st.sampled_from(["logo.png", "../logo.png", "\0", "."]),
    "accent": st.sampled_from(["#2f6670", "#fff", "#ffff00", "pink", "#7a3b69"]),
    "font": st.sampled_from(["noto-sans", "lexend", "os.path", "x"]),
    "country": st.sampled_from(["GB", "US", "ZZ", "gb", "Spain", "??"]),
    "languages": st.lists(st.sampled_from(["en", "es", "zz", "..", "pt-BR"]), max_size=3),
    "people": st.lists(st.fixed_dictionaries({"name": words}, optional={"title": words}), max_size=8),
    "crisis": st.lists(st.fixed_dictionaries({"name": words, "number": words}, optional={"hours": words}), max_size=3),
    "paper": st.sampled_from(["a4", "letter", "a5"]),
    "design": st.sampled_from(["clear", "letter", "../x", ""]),
    "email": st.sampled_from(["a@b.cd", "a@b", "a b@c.de"]),
    "website": st.sampled_from(["example.org", "javascript:x", "https://example.org/?a=b"]),
}
practices = st.fixed_dictionaries({}, optional=PRACTICE) | st.dictionaries(
    st.one_of(st.sampled_from(sorted(fields_of(Practice))), ids), values, max_size=5
)


@some
@given(practices)
def test_practices_are_read_or_refused(tmp_path_factory: Any, value: Any) -> None:
    path = tmp_path_factory.getbasetemp() / "generated" / "practice.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(yaml.safe_dump(value, allow_unicode=True), "utf-8")
    try:
        read_practice(path)
        composer = Composer(Library.open(path.parent), Order(practice=path)).prepared()
        assert composer.brand
    except Refused as refused:
        assert refused.problems


@few
@given(
    st.dictionaries(st.sampled_from(["name", "strapline", "address", "footer", "phone", "email"]), words, min_size=1)
)
def test_any_words_of_a_practice_are_printed_or_refused(tmp_path_factory: Any, value: Any) -> None:
    path = tmp_path_factory.getbasetemp() / "generated" / "practice.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(yaml.safe_dump(value, allow_unicode=True), "utf-8")
    try:
        composer = Composer(Library.open(path.parent), Order(practice=path)).prepared()
        document = composer.document(Library.open().worksheets["trusting-myself-again"], "en")
        assert [it.write(document, composer.brand) for it in FORMATS.values()]
    except Refused as refused:
        assert refused.problems


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
