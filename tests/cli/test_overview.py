"""The program as a whole: help, exit codes, where words go, what is loaded."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.shell_completion import ShellComplete

from worksheet_builder.cli import main
from worksheet_builder.cli.program import COMMANDS

from ..conftest import Run

TRANSLATE = ("start", "update", "status", "check")
HEAVY = ("yaml", "babel", "reportlab", "docx", "uharfbuzz", "icu4py", "PIL", "lxml", "polib", "multiprocessing")


@pytest.mark.parametrize("command", [*COMMANDS, *(f"translate {name}" for name in TRANSLATE)])
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_every_command_has_help(run: Run, command: Any, option: str) -> None:
    assert run(*command.split(), option).stdout.startswith("Usage: ")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_examples(run: Run, command: Any) -> None:
    assert "Example" in run(command, "--help").stdout


def test_the_overview_names_every_command(run: Run) -> None:
    said = run("--help").stdout
    assert all(summary in said for _, summary in COMMANDS.values())


def test_the_overview_says_what_each_command_says_of_itself(run: Run) -> None:
    """The table in the program stands in for the commands, so that none has to be loaded."""
    for name in COMMANDS:
        command = main.get_command(None, name)
        assert command.name == name


@pytest.mark.parametrize(
    "words",
    [
        ["buidl"],
        ["build"],
        ["build", "where-harm-occurred", "--all"],
        ["build", "where-harm-occurred", "-f", "odt"],
        ["build", "where-harm-occurred", "-l", "xx-nothing"],
        ["build", "where-harm-occurred", "-j", "0"],
        ["build", "where-harm-occurred", "--practice", "nowhere.yaml"],
        ["init", "--country", "Germany"],
        ["blocks", "tabel"],
        ["translate", "start", "ukranian"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_2_and_says_so_on_standard_error(run: Run, words: list[str]) -> None:
    result = run(*words, code=2)
    assert result.stdout == ""
    assert "Error: " in result.stderr
    assert "Traceback" not in result.stderr


def test_a_mistyped_command_is_recognised(run: Run) -> None:
    assert "Did you mean ‘build’?" in run("buidl", code=2).stderr


def test_a_mistyped_worksheet_is_recognised(run: Run) -> None:
    result = run("build", "where-harm-occured", "mapping.yaml", code=1)
    assert "There is no worksheet ‘where-harm-occured’.\n  hint: Did you mean ‘where-harm-occurred’?" in result.stderr
    assert "mapping.yaml: There is no such file." in result.stderr


def loaded_by(*words: str) -> set[str]:
    """The heavy libraries that a run of the command line loads."""
    script = (
        "import sys\n"
        "from worksheet_builder.cli import main\n"
        f"try: main({list(words)!r})\n"
        "except SystemExit as end: assert not end.code, end.code\n"
        f"print('LOADED', *[name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, encoding="utf-8", check=True)
    return set(done.stderr.rsplit("LOADED", 1)[1].split())


def test_help_loads_nothing(folder: Path) -> None:
    assert loaded_by("--help") == set()
    assert loaded_by("build", "--help") == set()


def test_list_reads_yaml_and_no_more(folder: Path) -> None:
    assert loaded_by("list") == {"yaml"}


def test_one_pdf_does_not_pay_for_word(folder: Path) -> None:
    assert not loaded_by("build", "where-harm-occurred", "-f", "pdf") & {"docx", "multiprocessing"}


def test_one_word_file_does_not_pay_for_pdf(folder: Path) -> None:
    """Its lines are measured in the letters of its fonts, and broken as on a page."""
    assert not loaded_by("build", "where-harm-occurred", "-f", "docx") & {"reportlab", "multiprocessing"}


def test_colour_is_for_terminals(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[" not in run("build", "nothing", code=1).stderr
    assert "\x1b[" in run("build", "nothing", code=1, color=True).stderr
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in run("build", "nothing", code=1, color=True).stderr


def completed(*words: str) -> list[str]:
    *args, incomplete = words
    found = ShellComplete(main, {}, "worksheet-builder", "_COMPLETE").get_completions(list(args), incomplete)
    return [item.value for item in found]


def test_the_shell_completes(folder: Path) -> None:
    assert completed("bu") == ["build"]
    assert completed("build", "where-h") == ["where-harm-occurred"]
    assert completed("build", "-l", "e")[0] == "en"
    assert completed("build", "-f", "") == ["pdf", "docx", "html"]
    assert completed("build", "--style", "la") == ["large-print"]
    assert completed("list", "--collection", "self") == ["self-trust"]


def test_it_can_be_run_as_a_module(folder: Path) -> None:
    command = [sys.executable, "-m", "worksheet_builder", "--version"]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.startswith("worksheet-builder ")


def test_output_is_utf_8_whatever_the_console_says(folder: Path) -> None:
    env = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "worksheet_builder", "--help"]
    assert "‘init’" in subprocess.run(command, capture_output=True, env=env, check=True).stdout.decode("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is needed")
def test_on_a_terminal_a_long_build_shows_how_far_it_is_and_init_asks(folder: Path) -> None:
    import pty

    def on_a_terminal(*words: str, answers: bytes = b"") -> str:
        command = [sys.executable, "-m", "worksheet_builder", *words]
        ours, theirs = pty.openpty()
        process = subprocess.Popen(command, stdin=theirs, stdout=subprocess.DEVNULL, stderr=theirs)
        os.close(theirs)
        os.write(ours, answers)
        said = b""
        try:
            while part := os.read(ours, 4096):
                said += part
        except OSError:  # how Linux says that the other end has closed
            pass
        assert process.wait(60) == 0
        os.close(ours)
        return said.decode("utf-8")

    said = on_a_terminal("init", answers="Praxis Süd\nch\n".encode())
    assert "The name of your practice" in said
    assert "name: Praxis Süd\n" in (folder / "practice.yaml").read_text("utf-8")
    assert "country: CH\n" in (folder / "practice.yaml").read_text("utf-8")
    for number in range(6):
        on_a_terminal("new", f"sheet-{number}")
    sheets = [f"sheet-{number}" for number in range(6)]
    assert "Making handouts" in on_a_terminal("build", *sheets)
    assert "Making handouts" not in on_a_terminal("build", sheets[0])
