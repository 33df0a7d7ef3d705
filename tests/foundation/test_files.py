"""Paths that a file names: beside it or below it, and what is said of one that is anywhere else, or nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from worksheet_builder.foundation.files import digest_of, missing, outside, refuse_links
from worksheet_builder.foundation.problems import Refused


@pytest.mark.parametrize("path", ["logo.png", "pictures/logo.png", "..logo.png", "a..b/logo.png", "."])
def test_what_stands_beside_a_file_or_below_it_may_be_named(path: str) -> None:
    assert outside(Path(path)) is None


@pytest.mark.parametrize("path", ["../logo.png", "pictures/../../logo.png", "pictures/..", "/logo.png", ".."])
def test_what_leads_out_of_its_folder_may_not(path: str) -> None:
    assert outside(Path(path)) == (
        f"‘{path}’ leads out of the folder of this file.",
        "Put a copy of it beside this file, and name that.",
    )


@pytest.mark.parametrize("path", ["https://example.org/logo.png", "FTP://example.org", "git+ssh://example.org/a"])
def test_nothing_is_fetched_from_the_web(path: str) -> None:
    assert outside(Path(path)) == (
        f"‘{Path(path)}’ is an address on the web, and nothing is fetched.",
        "Save the file beside this one, and name it.",
    )


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Logo.PNG", "Did you mean ‘logo.png’?"),
        ("ﬁle.svg", "Did you mean ‘file.svg’?"),
        ("logoo.png", "Did you mean ‘logo.png’?"),
        ("picture.png", "Give the path from the folder of this file."),
    ],
)
def test_of_a_file_that_is_not_there_the_likeliest_name_is_told(tmp_path: Path, name: str, hint: str) -> None:
    for there in ("file.svg", "logo.png"):
        (tmp_path / there).write_bytes(b"")
        assert missing(tmp_path / there) is None
    assert missing(tmp_path / name) == (f"There is no file ‘{name}’.", hint)


def test_nothing_is_written_through_a_link_however_far_above_the_file(tmp_path: Path) -> None:
    home, away = tmp_path / "home", tmp_path / "away"
    (home / "out").mkdir(parents=True)
    away.mkdir()
    refuse_links(home / "out" / "en" / "sheet.pdf", home)
    (home / "out" / "en").symlink_to(away)
    for path in (home / "out" / "en", home / "out" / "en" / "sheet.pdf", home / "out" / "en" / "more" / "sheet.pdf"):
        with pytest.raises(Refused, match="out/en: A link stands here"):
            refuse_links(path, home)
    refuse_links(home / "out" / "en" / "sheet.pdf", home / "out" / "en")


def test_only_a_file_has_a_hash(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(b"abc")
    assert digest_of(tmp_path / "one").startswith("ba7816bf8f01cfea414140de5dae2223")
    assert digest_of(tmp_path) == digest_of(tmp_path / "none") == ""
