"""A record is what `dataclass(frozen=True, slots=True)` makes, to whoever uses it."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace
from functools import cached_property
from typing import Any

import pytest

from worksheet_builder.foundation.records import open_record, record


@record
class Point:
    """Two numbers and what is known of them."""

    x: int
    y: int = 0
    names: tuple[str, ...] = field(default_factory=tuple)
    note: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Model:
    """The same as a dataclass."""

    x: int
    y: int = 0
    names: tuple[str, ...] = field(default_factory=tuple)
    note: str = field(default="", compare=False, repr=False)


@record(kw_only=True)
class Sourced:
    """Something with a source."""

    source: str
    day: int = 1


@record(kw_only=True)
class Number(Sourced):
    """Something with a number as well."""

    number: int


@record(kw_only=True, slots=False)
class Dated:
    """A day, beside another base."""

    on: str = "today"


@record(kw_only=True)
class Both(Number, Dated):
    """A number with a day."""


@record
class Fresh:
    """A list of its own for each."""

    held: list[int] = field(default_factory=list)


@open_record
class Open:
    """Values that may change."""

    x: int
    held: list[int] = field(default_factory=list)


@open_record
class Wider(Open):
    """More of them."""

    y: int = 0


@open_record(eq=False)
class Single:
    """One that no other equals."""

    x: int


@record(slots=False)
class Keeping:
    """A record that keeps what it has found."""

    x: int
    found: list[int] = field(default_factory=list, compare=False)

    @cached_property
    def twice(self) -> int:
        self.found.append(self.x)
        return 2 * self.x


@record
class Empty:
    """Nothing."""


@record
class Own:
    """A record that writes its methods itself."""

    value: int

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Own)

    def __repr__(self) -> str:
        return "own"

    def __post_init__(self) -> None:
        if self.value < 0:
            raise ValueError(self.value)


GIVEN: tuple[tuple[tuple[Any, ...], dict[str, Any]], ...] = (
    ((1,), {}),
    ((1, 2), {}),
    ((1, 2), {"note": "other"}),
    ((1,), {"names": ("a",)}),
    ((), {"y": 3, "x": 1, "note": "said"}),
    ((1, 2, ("a", "b"), "said"), {}),
)


@pytest.mark.parametrize(("given", "named"), GIVEN)
def test_values_stand_where_a_dataclass_has_them(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    made, model = Point(*given, **named), Model(*given, **named)
    assert dataclasses.asdict(made) == dataclasses.asdict(model)
    assert dataclasses.astuple(replace(made, y=9)) == dataclasses.astuple(replace(model, y=9))
    assert repr(made) == repr(model).replace("Model", "Point")
    assert Point.__match_args__ == Model.__match_args__


@pytest.mark.parametrize(("given", "named"), [((), {}), ((1, 2, (), "", 5), {}), ((1,), {"z": 1}), ((1,), {"x": 1})])
def test_what_does_not_fit_is_refused(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match="__init__"):
        Point(*given, **named)


@pytest.mark.parametrize(("given", "named"), GIVEN)
@pytest.mark.parametrize(("others", "called"), GIVEN)
def test_records_are_equal_when_dataclasses_are(
    given: tuple[Any, ...], named: dict[str, Any], others: tuple[Any, ...], called: dict[str, Any]
) -> None:
    equal = Model(*given, **named) == Model(*others, **called)
    assert (Point(*given, **named) == Point(*others, **called)) is equal
    assert (hash(Point(*given, **named)) == hash(Point(*others, **called))) is equal
    assert Point(*given, **named).__eq__(Model(*given, **named)) is NotImplemented


def test_nothing_is_changed_or_added() -> None:
    made: Any = Point(1)
    with pytest.raises(FrozenInstanceError):
        made.x = 2
    with pytest.raises(FrozenInstanceError):
        del made.x
    with pytest.raises(AttributeError):
        made.other = 2
    assert made == Point(1)
    assert not hasattr(made, "__dict__")


@pytest.mark.parametrize(
    "made",
    [
        Point(1, 2, ("a",), "said"),
        Number(source="s", number=2),
        Both(number=1, source="s", on="then"),
        Dated(on="then"),
        Empty(),
        Fresh([1]),
        Open(1, [2]),
        Wider(1, [2], 3),
        Keeping(1),
    ],
)
def test_a_copy_is_equal(made: Any) -> None:
    for copied in (pickle.loads(pickle.dumps(made)), copy.copy(made), copy.deepcopy(made)):
        assert copied == made
        assert repr(copied) == repr(made)


def test_a_record_adds_to_another() -> None:
    assert [it.name for it in dataclasses.fields(Number)] == ["source", "day", "number"]
    assert Number(source="s", number=2).day == 1
    assert Sourced(source="s") != Number(source="s", number=2)
    number: Any = Number
    with pytest.raises(TypeError, match="positional"):
        number("s", 1, 2)


def test_a_default_is_made_for_each() -> None:
    assert Fresh().held is not Fresh().held
    assert Empty() == Empty()
    assert hash(Empty()) == hash(Empty())


def test_what_a_record_writes_itself_stays() -> None:
    assert Own(1) == Own(2)
    assert repr(Own(1)) == "own"
    with pytest.raises(ValueError, match="-1"):
        Own(-1)


def test_an_open_record_changes_and_is_compared_by_its_values() -> None:
    made = Open(1)
    assert made == Open(1) != Open(2)
    made.x = 2
    made.held.append(3)
    assert made == Open(2, [3])
    with pytest.raises(TypeError, match="unhashable"):
        hash(made)
    anything: Any = made
    with pytest.raises(AttributeError):
        anything.other = 1


def test_one_that_is_not_compared_equals_itself_alone() -> None:
    made = Single(1)
    assert made != Single(1)
    assert {made: 1}[made] == 1


def test_a_record_without_slots_keeps_what_it_found() -> None:
    made: Any = Keeping(2)
    assert (made.twice, made.twice, made.found) == (4, 4, [2])
    assert Keeping(2, [1]) == made
    with pytest.raises(FrozenInstanceError):
        made.x = 3


def test_a_default_that_all_would_share_is_refused() -> None:
    @record
    class Shared:
        held: list[int] = []

    with pytest.raises(ValueError, match="default_factory"):
        Shared()


def test_one_with_slots_keeps_nothing_of_itself() -> None:
    with pytest.raises(TypeError, match="no room for twice"):

        @record
        class Narrow:
            x: int

            @cached_property
            def twice(self) -> int:
                return 2 * self.x
