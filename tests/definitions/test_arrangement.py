"""Any order of a list is made by putting as few entries as can be after others, and none of them in vain."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from worksheet_builder.definitions.arrangement import AT_FIRST, Put, after, arranged, faults, placements
from worksheet_builder.foundation.problems import Place

NAMES = "abcdefg"


@st.composite
def orders(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """A list, and another of the same names with new ones between them."""
    names = draw(st.lists(st.sampled_from(NAMES), unique=True))
    new = draw(st.lists(st.sampled_from("xyz"), unique=True))
    return names, draw(st.permutations([*names, *new]))


@given(orders())
def test_placements_give_the_order(given: tuple[list[str], list[str]]) -> None:
    names, goal = given
    found = placements(names, goal)
    puts = [
        Put(Place("test"), name, after(before) if before else AT_FIRST, moved=name in names)
        for name, before in found.items()
    ]
    assert arranged(names, puts) == goal
    assert [*faults(names, puts)] == []
    assert all(name in found for name in goal if name not in names)


def test_what_was_moved_is_put_rather_than_its_neighbour() -> None:
    assert placements("abc", "bac", {"a"}) == {"a": "b"}
    assert placements("abc", "bac", {"b"}) == {"b": ""}
    assert placements("abc", "abc") == {}
