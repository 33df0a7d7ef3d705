"""Which fonts serve a language, and what is said of a font that cannot."""

from __future__ import annotations

import unicodedata
from importlib.util import find_spec
from pathlib import Path

import pytest

from worksheet_builder.fonts import families
from worksheet_builder.fonts.families import FAMILIES, FontFile, package_for, stack
from worksheet_builder.fonts.font_validation import is_for_print_only
from worksheet_builder.fonts.own_family import own
from worksheet_builder.foundation.languages import Language
from worksheet_builder.foundation.problems import Refused


def names(tag: str, family: str = "noto-sans") -> list[str]:
    return [Path(file.path).name.partition("[")[0] for file in stack(Language.of(tag), family).regular]


@pytest.mark.parametrize(
    ("tag", "family", "word_name", "first"),
    [
        ("en", "noto-sans", "Noto Sans", ["NotoSans"]),
        ("ru", "noto-sans", "Noto Sans", ["NotoSans"]),
        ("ar", "noto-sans", "Noto Sans Arabic", ["NotoSansArabic", "NotoSans"]),
        ("en", "lexend", "Lexend", ["Lexend", "NotoSans"]),
        ("vi", "lexend", "Lexend", ["Lexend", "NotoSans"]),
        ("ru", "lexend", "Noto Sans", ["NotoSans", "Lexend"]),
        ("km", "lexend", "Noto Sans Khmer", ["NotoSansKhmer", "Lexend", "NotoSans"]),
        ("en", "atkinson-hyperlegible", "Atkinson Hyperlegible", ["AtkinsonHyperlegible-Regular.ttf", "NotoSans"]),
        ("vi", "atkinson-hyperlegible", "Noto Sans", ["NotoSans", "AtkinsonHyperlegible-Regular.ttf"]),
    ],
)
def test_the_family_comes_first_where_it_has_the_letters(
    tag: str, family: str, word_name: str, first: list[str]
) -> None:
    assert stack(Language.of(tag), family).name == word_name
    assert names(tag, family)[: len(first)] == first


def test_what_a_font_is_asked_for_is_a_letter_of_the_script() -> None:
    named = {script: unicodedata.name(letter) for script, letter in families.SAMPLES.items()}
    scripts = {script: name.upper() for script, name in families._NOTO.items() if name}
    assert {script: named[script] for script, name in scripts.items() if not named[script].startswith(name)} == {}


def test_every_stack_ends_in_every_script_and_symbols_once() -> None:
    found = names("en", "lexend")
    assert len(found) == len(set(found))
    assert {"NotoSansHebrew", "NotoSansEthiopic", "NotoSansTamil"} < set(found)
    assert found[-2:] == ["NotoSansSymbols", "NotoEmoji"]


def test_the_strong_files_answer_the_regular_ones() -> None:
    english = stack(Language.of("en"), "atkinson-hyperlegible")
    assert english.strong[0].path.endswith("AtkinsonHyperlegible-Bold.ttf")
    assert (english.regular[0].weight, english.regular[1].weight, english.strong[1].weight) == (None, 400, 600)


@pytest.mark.skipif(find_spec("manimgx_fonts_cjk") is None, reason="Noto Sans CJK is optional")
@pytest.mark.parametrize(
    ("tag", "face"), [("ja", 0), ("ko", 1), ("zh-Hans", 2), ("zh-Hant", 3), ("zh-HK", 4), ("zh", 2)]
)
def test_east_asian_languages_have_the_face_of_their_place(tag: str, face: int) -> None:
    first = stack(Language.of(tag)).regular[0]
    assert (Path(first.path).name, first.index) == ("NotoSansCJK-VF.otf.ttc", face)


def test_without_its_package_east_asian_text_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(families, "_folder", lambda package: None if package.endswith("cjk") else Path("fonts"))
    assert [package_for(wanted) for wanted in ("窓", "あ", "물", "。", "Hani", "Jpan")] == [
        "worksheet-builder[cjk]"
    ] * 6
    assert package_for("𓀀") is package_for("Arab") is package_for("\ue000") is None
    assert all("CJK" not in file.path for file in stack(Language.of("ja")).regular)


def test_every_promised_family_is_to_be_had() -> None:
    for family in FAMILIES:
        for file in (*stack(Language.of("en"), family).regular, *stack(Language.of("en"), family).strong):
            assert Path(file.path).is_file()


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("lexned", "Did you mean ‘lexend’?"),
        ("Open Sans", "Did you mean ‘open-sans’?"),
        ("Noto Sans", "Did you mean ‘noto-sans’?"),
        ("Arial", "Choose from: noto-sans, atkinson-hyperlegible, lexend, open-sans, literata."),
        ("Times New Roman", "Choose from: noto-sans, atkinson-hyperlegible, lexend, open-sans, literata."),
    ],
)
def test_a_family_that_is_not_there_is_refused_with_those_that_are(written: str, hint: str) -> None:
    with pytest.raises(Refused) as refused:
        stack(Language.of("en"), written)
    (problem,) = refused.value.problems
    assert problem.sentence == f"The font family {written} is not installed."
    assert problem.hint == f"{hint} A font of your own can be named by its file, under ‘font_files’."
    assert "pip" not in problem.hint


def test_a_promised_family_is_refused_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    families._family.cache_clear()
    monkeypatch.setattr(families, "_folder", lambda package: None)
    with pytest.raises(Refused) as refused:
        stack(Language.of("en"), "lexend")
    assert [it.hint for it in refused.value.problems] == ["Install it with: pip install fontpkg-lexend"]
    families._family.cache_clear()


def test_a_font_of_ones_own_serves_the_scripts_it_has() -> None:
    lexend = stack(Language.of("en"), "lexend").regular[0].path
    family = own(lexend)
    assert family.name == "Lexend"
    assert (family.regular, family.strong) == (FontFile(lexend, 0, 400), FontFile(lexend, 0, 600))
    assert stack(Language.of("en"), family).regular[0].path == lexend
    assert stack(Language.of("ar"), family).name == "Noto Sans Arabic"


def test_a_file_that_is_no_font_is_refused_in_plain_words(tmp_path: Path) -> None:
    picture = tmp_path / "logo.ttf"
    picture.write_bytes(b"\x89PNG, not a font")
    with pytest.raises(Refused) as refused:
        own(picture, tmp_path / "absent.ttf")
    assert [problem.sentence for problem in refused.value.problems] == [
        f"{picture} cannot be used as a font: it is broken, or another kind of file.",
        f"The font file {tmp_path / 'absent.ttf'} cannot be opened.",
    ]


def test_a_font_cut_short_is_refused(tmp_path: Path) -> None:
    whole = Path(stack(Language.of("en"), "lexend").regular[0].path).read_bytes()
    short = tmp_path / "short.ttf"
    short.write_bytes(whole[:2000])
    with pytest.raises(Refused, match="cannot be used as a font"):
        own(short)


def with_rights(folder: Path, rights: int) -> Path:
    """A font whose maker says with these flags what documents may hold of it."""
    data = bytearray(Path(stack(Language.of("en"), "lexend").regular[0].path).read_bytes())
    directory = next(at for at in range(12, 400, 16) if data[at : at + 4] == b"OS/2")
    table = int.from_bytes(data[directory + 8 : directory + 12], "big")
    data[table + 8 : table + 10] = rights.to_bytes(2, "big")
    made = folder / f"rights-{rights:x}.ttf"
    made.write_bytes(data)
    return made


@pytest.mark.parametrize(
    ("rights", "what"),
    [(0x2, "it"), (0x102, "it"), (0x200, "its outlines"), (0x208, "its outlines"), (0x108, "a part of it")],
)
def test_a_font_that_may_not_be_embedded_is_refused(tmp_path: Path, rights: int, what: str) -> None:
    with pytest.raises(Refused, match=f"its maker does not allow {what} to be put into documents"):
        own(with_rights(tmp_path, rights))


@pytest.mark.parametrize("rights", [0x0, 0x4, 0x8, 0xC, 0xA, 0x6])
def test_a_font_that_may_be_embedded_is_taken(tmp_path: Path, rights: int) -> None:
    """Of several levels the freest holds, as older fonts have them."""
    path = with_rights(tmp_path, rights)
    assert own(path).regular.path == str(path)
    assert is_for_print_only(str(path)) is (rights in (0x4, 0x6))
