"""What comes out of a file is the author's text, in the order it is read, in every script."""

from __future__ import annotations

from dataclasses import replace

import pytest

from worksheet_builder import pdf
from worksheet_builder.document import Heading, words

from .opened import opened, structure, texts
from .samples import PLAIN, SAMPLES, every_sample, every_script, said, specimen, written


@every_sample
def test_the_words_are_those_of_the_document(name: str) -> None:
    assert texts(written(name)) == [phrase.plain() for phrase in words(SAMPLES[name][0])]


@every_script
def test_every_script_comes_out_as_it_went_in(tag: str) -> None:
    document = specimen(tag)
    assert texts(pdf.write(document, PLAIN)) == [phrase.plain() for phrase in words(document)]


@every_script
def test_the_language_is_said(tag: str) -> None:
    with opened(pdf.write(specimen(tag), PLAIN)) as file:
        assert str(file.Root.Lang) == tag
        assert file.Root.ViewerPreferences.DisplayDocTitle


def test_parts_in_another_language_say_so() -> None:
    with opened(written("arabic")) as file:
        assert any(b"/Lang (en)" in page.Contents.read_bytes() for page in file.pages)


def test_bookmarks_are_nested_as_the_headings_are() -> None:
    with opened(written("english")) as file, file.open_outline() as outline:
        (whole,) = outline.root
        assert whole.title == "Mapping where harm occurred"
        assert [part.title for part in whole.children] == ["What happened", "Where and who", "For the therapist"]


def test_no_heading_skips_a_level() -> None:
    document = SAMPLES["english"][0]
    deep = replace(document, nodes=(document.nodes[0], Heading(3, said("Deep")), Heading(3, said("As deep"))))
    kinds = [element.kind for element in structure(pdf.write(deep, PLAIN)).walk() if element.kind.startswith("H")]
    assert kinds == ["H1", "H2", "H2"]


@pytest.mark.parametrize("name", ["english", "arabic", "large-print"])
def test_only_the_tree_knows_what_is_read(name: str) -> None:
    """Header, footer and repeated table heads are artifacts: no words of theirs are in the tree."""
    assert not any("Page 1" in text or "صفحة" in text or "Lindengarten" in text for text in texts(written(name)))
