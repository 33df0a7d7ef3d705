"""Choose the font files for a language: those of a family, and the Noto fonts for what the family lacks.

The files come from Python packages, found without importing them; Nastaliq fonts come from the system, and a practice
may have its own.
"""

from __future__ import annotations

import importlib.util
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import field
from functools import lru_cache
from pathlib import Path

from ..foundation.languages import Language
from ..foundation.problems import Problem, Refused
from ..foundation.records import record
from .installed import installed

REGULAR, STRONG = 400, 600

FAMILIES = {
    "noto-sans": "manimgx-fonts",
    "atkinson-hyperlegible": "fontpkg-atkinson-hyperlegible",
    "lexend": "fontpkg-lexend",
    "open-sans": "fontpkg-open-sans",
    "literata": "fontpkg-literata",
}
"""The supported families and the package of each; any other `fontpkg-` family works once it is installed."""

_NOTO = {
    "Latn": "",
    "Cyrl": "",
    "Grek": "",
    "Arab": "Arabic",
    "Hebr": "Hebrew",
    "Deva": "Devanagari",
    "Beng": "Bengali",
    "Guru": "Gurmukhi",
    "Gujr": "Gujarati",
    "Orya": "Oriya",
    "Taml": "Tamil",
    "Telu": "Telugu",
    "Knda": "Kannada",
    "Mlym": "Malayalam",
    "Sinh": "Sinhala",
    "Thai": "Thai",
    "Laoo": "Lao",
    "Mymr": "Myanmar",
    "Khmr": "Khmer",
    "Ethi": "Ethiopic",
    "Geor": "Georgian",
    "Armn": "Armenian",
}
SAMPLES = dict(zip(_NOTO, "aжωعאकকਕકକகతಕമසกກကកአაա", strict=True))
_SUBSETS = {
    "latin": "Latn",
    "cyrillic": "Cyrl",
    "greek": "Grek",
    "vietnamese": "vietnamese",
    **{name.lower(): script for script, name in _NOTO.items() if name},
}
FONT_PACKAGE = "fontpkg-"
"""The prefix of the names of packages that contain one family each."""
NASTALIQ = "Noto Nastaliq Urdu"
"""The Nastaliq family (letters on sloping lines), which readers of Urdu expect; some systems have it, no package."""
_SLOPED = frozenset(("ur", "pnb", "skr", "ks"))
"""The subtags of languages that are set in Nastaliq if it is installed, else in upright Arabic letters."""
_CJK_PACKAGE, _CJK_EXTRA = "manimgx-fonts-cjk", "worksheet-builder[cjk]"
_CJK_SCRIPTS = frozenset(("Hani", "Hira", "Kana", "Bopo", "Hang"))
_CJK_FACES = {"Jpan": (0, "JP"), "Kore": (1, "KR"), "Hans": (2, "SC"), "Hant": (3, "TC"), "HK": (4, "HK")}
_CJK_NAMES = ("CJK ", "HIRAGANA ", "KATAKANA", "HANGUL ", "BOPOMOFO ", "IDEOGRAPHIC ", "FULLWIDTH ", "HALFWIDTH ")


@record
class FontFile:
    """A face in a font file; `weight` is the value to pin on the wght axis, None for a static file.

    `scripts` are the ISO 15924 codes that the face is made for; empty for a fallback face, such as one with symbols.
    """

    path: str
    index: int = 0
    weight: int | None = None
    scripts: frozenset[str] = field(default=frozenset(), compare=False)


@record
class Stack:
    """The files for one language in order of preference, and the name by which Word knows the first family."""

    name: str
    regular: tuple[FontFile, ...]
    strong: tuple[FontFile, ...]


@record
class Family:
    """A font family in two weights, and the scripts that it covers: ISO 15924 codes, and ‘vietnamese’."""

    name: str
    regular: FontFile
    strong: FontFile
    scripts: frozenset[str]

    def covers(self, language: Language) -> bool:
        """Whether the family has the letters of the language; Vietnamese needs more than Latin."""
        needed = "vietnamese" if language.tag.split("-")[0] == "vi" else language.script
        return needed in self.scripts


def stack(language: Language, family: str | Family = "noto-sans") -> Stack:
    """The font files for a language in a family; raises Refused if the family or the Noto fonts are not installed."""
    chosen = _family(family) if isinstance(family, str) else family
    ordered = list(dict.fromkeys(_ordered(language, chosen)))
    return Stack(ordered[0].name, tuple(one.regular for one in ordered), tuple(one.strong for one in ordered))


def fallback(language: Language, family: str | Family) -> str | None:
    """The name of the family that replaces one without the letters of the language; None if the family has them."""
    chosen = _family(family) if isinstance(family, str) else family
    return None if chosen.covers(language) else stack(language, chosen).name


def _ordered(language: Language, chosen: Family) -> Iterator[Family]:
    if not chosen.covers(language):
        yield from _first_for(language)
    yield chosen
    yield _noto("Latn")
    yield from (_noto(script) for script in _NOTO)
    yield from _cjk(_cjk_key(language))
    yield from (_noto_file(name, frozenset()) for name in ("NotoSansSymbols", "NotoEmoji"))


def expects_slopes(tag: str) -> bool:
    """Whether readers of a language, by its tag, expect Nastaliq (letters on sloping lines); does not query CLDR."""
    return tag.split("-")[0] in _SLOPED


def of_the_system(tag: str) -> tuple[Path, ...]:
    """The installed Nastaliq font files, regular and bold, for a language by its tag; empty for other languages."""
    family = _nastaliq() if expects_slopes(tag) else None
    return (Path(family.regular.path), Path(family.strong.path)) if family else ()


def lacks_nastaliq(language: Language, family: str | Family) -> bool:
    """Whether readers of the language expect Nastaliq, but no such font is installed and the family has no Arabic."""
    chosen = _family(family) if isinstance(family, str) else family
    return _sloped(language) and not chosen.covers(language) and _nastaliq() is None


def _sloped(language: Language) -> bool:
    return language.script == "Arab" and expects_slopes(language.tag)


def _first_for(language: Language) -> Iterator[Family]:
    sloped = _nastaliq() if _sloped(language) else None
    if sloped:
        yield sloped
    if language.script in _NOTO:
        yield _noto(language.script)
    elif language.script in _CJK_FACES:
        yield from _cjk(_cjk_key(language))


def package_for(wanted: str) -> str | None:
    """The package to install for a character or ISO 15924 script that no installed font has; None if none helps."""
    if len(wanted) == 1:
        lacking = unicodedata.name(wanted, "").startswith(_CJK_NAMES)
    else:
        lacking = wanted in _CJK_SCRIPTS or wanted in _CJK_FACES
    return _CJK_EXTRA if lacking and not _folder(_CJK_PACKAGE) else None


def scripts() -> dict[str, str | None]:
    """The scripts that some font is known for, each with the package to install for it; None if it can be set now."""
    lacking = None if _folder(FAMILIES["noto-sans"]) else FAMILIES["noto-sans"]
    cjk = None if _folder(_CJK_PACKAGE) else _CJK_EXTRA
    return {**dict.fromkeys(_NOTO, lacking), **{script: cjk for script in _CJK_FACES if len(script) == 4}}


def unusable(sentence: str, hint: str) -> Problem:
    """A problem with a font; it has no place, since no line of a file is wrong."""
    return Problem(None, sentence, hint)


@lru_cache(maxsize=64)
def _family(key: str) -> Family:
    if key == "noto-sans":
        return _noto("Latn")
    folder = _folder(f"{FONT_PACKAGE}{key}")
    if folder is None:
        raise Refused([_missing_family(key)])
    import json

    about = json.loads((folder / "metadata.json").read_text("utf-8"))
    scripts = frozenset(_SUBSETS[name] for name in about["subsets"] if name in _SUBSETS)
    pin = any(axis["tag"] == "wght" for axis in about["axes"])
    regular, strong = (_nearest(folder, about["files"], weight, pin, scripts) for weight in (REGULAR, STRONG))
    return Family(about["family"], regular, strong, scripts)


def _nearest(folder: Path, files: list[dict[str, object]], weight: int, pin: bool, scripts: frozenset[str]) -> FontFile:
    """The upright file of the nearest weight; of two equally near, the heavier."""
    upright = [file for file in files if file["style"] == "normal"] or files

    def distance(file: dict[str, object]) -> tuple[int, int]:
        has = int(str(file["weight"] or weight))
        return abs(has - weight), -has

    path = str(folder / str(min(upright, key=distance)["path"]))
    return FontFile(path, 0, weight if pin else None, scripts)


def _missing_family(key: str) -> Problem:
    import difflib

    sentence = f"The font family {key} is not installed."
    if key in FAMILIES:
        return Problem(None, sentence, f"Install it with: pip install {FAMILIES[key]}")
    near = difflib.get_close_matches(key.strip().lower().replace(" ", "-"), FAMILIES, 1)
    hint = f"Did you mean ‘{near[0]}’?" if near else f"Choose from: {', '.join(FAMILIES)}."
    return Problem(None, sentence, f"{hint} A font of your own can be named by its file, under ‘font_files’.")


@lru_cache(maxsize=64)
def _noto(script: str) -> Family:
    name = _NOTO[script]
    scripts = frozenset(("Latn", "Cyrl", "Grek", "vietnamese")) if not name else frozenset((script,))
    return _noto_file(f"NotoSans{name}", scripts)


@lru_cache(maxsize=64)
def _noto_file(stem: str, scripts: frozenset[str]) -> Family:
    folder = _folder(FAMILIES["noto-sans"])
    if folder is None:
        raise Refused([unusable("The fonts are not installed.", "Install them with: pip install manimgx-fonts")])
    path = str(folder / f"{stem}[wght].ttf")
    regular, strong = (FontFile(path, 0, weight, scripts) for weight in (REGULAR, STRONG))
    return Family(_spaced(stem), regular, strong, scripts)


@lru_cache(maxsize=1)
def _nastaliq() -> Family | None:
    """The Nastaliq family if the system has it, as a variable font or as static files; else None."""
    varied = installed("NotoNastaliqUrdu[wght].ttf", "NotoNastaliqUrdu-VariableFont_wght.ttf")
    regular = varied or installed("NotoNastaliqUrdu-Regular.ttf", "NotoNastaliq.ttc")
    if regular is None:
        return None
    bold = varied or installed("NotoNastaliqUrdu-Bold.ttf") or regular
    scripts = frozenset(("Arab",))
    weights = (REGULAR, STRONG) if varied else (None, None)
    plain, strong = (FontFile(str(path), 0, it, scripts) for path, it in zip((regular, bold), weights, strict=True))
    return Family(NASTALIQ, plain, strong, scripts)


def _spaced(stem: str) -> str:
    """`NotoSansArabic` as `Noto Sans Arabic`."""
    return "".join(f" {letter}" if letter.isupper() else letter for letter in stem).strip()


def east_asian(language: Language) -> str:
    """The font name for a Chinese, Japanese or Korean language, whether installed or not; empty for other languages."""
    return _cjk_name(_cjk_key(language)) if language.script in _CJK_FACES else ""


def _cjk_name(key: str) -> str:
    return f"Noto Sans CJK {_CJK_FACES[key][1]}"


def _cjk_key(language: Language) -> str:
    if language.script == "Hant" and language.territory in ("HK", "MO"):
        return "HK"
    return language.script if language.script in _CJK_FACES else "Hans"


def _cjk(key: str) -> Iterator[Family]:
    """Yield the Noto Sans CJK family for a script or region (a key of `_CJK_FACES`), if its package is installed."""
    folder = _folder(_CJK_PACKAGE)
    if folder is None:
        return
    index, _ = _CJK_FACES[key]
    path = str(folder / "NotoSansCJK-VF.otf.ttc")
    scripts = _CJK_SCRIPTS
    regular, strong = (FontFile(path, index, weight, scripts) for weight in (REGULAR, STRONG))
    yield Family(_cjk_name(key), regular, strong, scripts | set(_CJK_FACES))


@lru_cache(maxsize=64)
def _folder(package: str) -> Path | None:
    """The folder of an installed package; None where it is not installed."""
    found = importlib.util.find_spec(package.replace("-", "_")) if re.fullmatch(r"[a-z0-9-]{1,80}", package) else None
    if found is None or not found.submodule_search_locations:
        return None
    return Path(found.submodule_search_locations[0])
