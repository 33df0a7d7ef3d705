"""A review file speaks the language of the reviewer, and is read back whatever that is; a client's part goes alone."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

import docx
from worksheet_builder.translation.review import read
from worksheet_builder.translation.review_words import review_words_of

TAGS = ("ar", "cs", "es", "fa", "hi", "uk", "zh-Hans")


@pytest.mark.parametrize("tag", TAGS)
def test_every_language_says_what_to_do_and_names_its_columns(tag: str) -> None:
    words = review_words_of(tag)
    heads = (words.number, words.about, words.english, words.words, words.better, words.comment, words.back)
    assert all((*heads, words.reviewed, words.title, words.whole, words.back_step))
    assert len(words.steps) == 7
    assert words.better in words.steps[2] and words.words in words.steps[2]
    assert words.reviewed in words.steps[5] and words.back in words.back_step


def test_a_language_that_nobody_described_is_asked_in_english() -> None:
    assert review_words_of("mt").steps == ()


@pytest.mark.parametrize("tag", TAGS)
def test_the_file_is_in_the_language_and_is_read_back(run: Any, folder: Path, tag: str) -> None:
    run("init", "--name", "Ours")
    run("translate", "review", tag, "waves", "-o", "review.docx")
    opened = docx.Document(BytesIO(Path("review.docx").read_bytes()))
    words = review_words_of(tag)
    assert words.steps[1] in [paragraph.text for paragraph in opened.paragraphs]
    table = opened.tables[0]
    assert table.rows[0].cells[4].text == f"{words.better}\nBetter translation"
    table.rows[1].cells[4].paragraphs[0].add_run("XYZ")
    opened.save("back.docx")
    replies = read(Path("back.docx"))
    assert [reply.better for reply in replies if reply.better] == ["XYZ"]
    assert all(reply.key and not reply.comment for reply in replies)


def test_instructions_in_english_for_any_language_are_no_comments(run: Any, folder: Path) -> None:
    run("init", "--name", "Ours")
    run("translate", "start", "mt", "waves")
    run("translate", "review", "mt", "waves", "-o", "review.docx", "--back")
    assert not [reply.comment for reply in read(Path("review.docx")) if reply.comment]


def test_what_clients_read_goes_alone(run: Any, folder: Path) -> None:
    run("init", "--name", "Ours")
    whole = run("translate", "review", "es", "waves", "-o", "whole.docx").stderr
    client = run("translate", "review", "es", "waves", "--for", "client", "-o", "client.docx").stderr
    assert int(client.split()[0]) < int(whole.split()[0])
    text = "\n".join(cell.text for row in docx.Document("client.docx").tables[0].rows for cell in row.cells)
    assert "therapist: introduce" in text and "therapist: purpose" not in text
