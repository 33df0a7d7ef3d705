"""What the tests of the whole tool share: a folder of their own, and the command line in it."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import settings

from worksheet_builder.build.order import Order
from worksheet_builder.cli import main

from .programs import program

if TYPE_CHECKING:
    from playwright.sync_api import Browser
from worksheet_builder.project import library as library_module
from worksheet_builder.project.package_files import built_in_folder

Run = Callable[..., Result]
Golden = Callable[[str, Path], None]
USUAL = Order().format_names()
"""The formats that are written where none is asked for."""

if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):
    # A hundred tests start a Python of their own: what one of them compiles, outside of the tree, the next one finds.
    # So do the next run of the tests and its processes, for which pytest writes the asserts of each file anew.
    sys.pycache_prefix = os.environ["PYTHONPYCACHEPREFIX"] = str(
        Path(__file__).parents[1] / ".pytest_cache" / "compiled"
    )
    sys.dont_write_bytecode = False

FONTS_HERE = os.environ.setdefault("FONTS_HERE", os.environ.get("WORKSHEET_BUILDER_FONTS", "those of the system"))
"""Where fonts are looked for that no package brings, told to each process of the tests before they look nowhere."""
# Pages look the same on every computer; the tests that need those fonts ask for them.
os.environ["WORKSHEET_BUILDER_FONTS"] = ""

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest --accept` writes what the tests found into the goldens, to be read as a difference before it is kept."""
    parser.addoption("--accept", action="store_true", help="Write the goldens anew from what is found.")


FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]

SLOW = (
    "bilingual build checks/test_doctor.py cli corpus desk/test_accessible.py desk/test_choosing.py "
    "desk/test_endurance.py desk/test_stories.py desk/test_tailoring.py desk/test_tailoring_stories.py "
    "desk/test_translating.py desk/test_translator_stories.py hostile "
    "html/test_accessibility.py html/test_firefox.py html/test_site.py html/test_stories.py library repository robust "
    "tailoring text/test_properties.py "
    "translation/test_a_large_file.py translation/test_other_tools.py translation/review "
    "translation/test_pseudo_language.py docx/test_validators.py pdf/test_validators.py pdf/test_filling.py "
    "pdf/test_typing_note.py "
    "pdf/test_faults.py pdf/test_words.py definitions/practice definitions/test_country_contacts.py"
)
"""Folders and files of tests that run the program, a browser or a validator, or try many inputs: some seconds each."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is slow, so that the quick tests can be asked for with ``-m 'not slow and not whole'``."""
    home = Path(__file__).parent
    slow = [home / name for name in SLOW.split()]
    marked = {path for path in {item.path for item in items} if any(path.is_relative_to(it) for it in slow)}
    for item in items:
        if item.path in marked:
            item.add_marker("slow")


def pytest_collection_finish() -> None:
    """Spare the collector of garbage ten thousand tests that stay, and let it look more rarely: a sixth of all time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Give each process a run of neighbours, who share what is made once, and let the first to end take of the rest."""
    from xdist.scheduler import WorkStealingScheduling

    return WorkStealingScheduling(config, log) if config.getoption("dist") == "load" else None


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, one for all tests of a process; without its windows, which take most of its time."""
    from playwright.sync_api import sync_playwright

    path = program("chromium-headless-shell", "chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session", autouse=True)
def caches(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What the tool keeps between runs stands in a folder of the tests, not in that of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("caches")))
        yield


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether goldens are written anew."""
    return bool(request.config.getoption("--accept"))


@pytest.fixture
def golden(accept: bool) -> Golden:
    """Compares a text with the file that holds what it should be."""

    def compare(found: str, path: Path) -> None:
        if accept:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(found, "utf-8", newline="\n")
        assert found == path.read_text("utf-8")

    return compare


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which is the working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


FEW = ("trusting-myself-again", "waves", "before-you-use-these-pages", "after-a-hard-case")
PACK = "first-sessions"


@pytest.fixture(scope="session")
def few_sheets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of a few sheets and a pack with their translations, for what is told of a library, however large."""
    return part_of_the_library(tmp_path_factory.mktemp("few"))


def part_of_the_library(folder: Path, *more: str) -> Path:
    """The few sheets, some more and a pack with their translations, copied to a folder."""
    source = built_in_folder()
    pack = source / "packs" / f"{PACK}.yaml"
    names = (*FEW, *more, *(entry["sheet"] for entry in yaml.safe_load(pack.read_text("utf-8"))["worksheets"]))
    wanted = [path for name in names for path in source.glob(f"worksheets/*/{name}.yaml")]
    wanted += [pack, *source.glob("worksheets/*.yaml"), *source.glob("locales/*/*.yaml")]
    wanted += [path for name in ("common", f"pack-{PACK}", *names) for path in source.glob(f"locales/*/{name}.po")]
    for path in wanted:
        there = folder / path.relative_to(source)
        there.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, there)
    return folder


@pytest.fixture
def small_library(few_sheets: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The library of a few sheets in the place of the one that is built in."""
    monkeypatch.setattr(library_module, "built_in_folder", lambda: few_sheets)
    return few_sheets


@pytest.fixture
def run(folder: Path) -> Run:
    """The command line, with an unexpected fault raised as it is."""

    def call(*words: str | Path, code: int | None = 0, **extra: Any) -> Result:
        result = CliRunner().invoke(main, [str(word) for word in words], **extra)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert code is None or result.exit_code == code, result.output
        return result

    return call
