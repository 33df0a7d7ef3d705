"""Dataclasses that are cheap to define, because their methods are generated late.

To other code they are dataclasses: `dataclasses.fields`, `replace` and `match` work. But `dataclass` inspects every
field and compiles six methods for each class, and a command loads two hundred classes to use a few of them. Here this
is done when the first object of a class is made, or when code asks for its fields.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, FrozenInstanceError, field, fields, make_dataclass
from functools import cached_property
from operator import attrgetter
from types import MemberDescriptorType
from typing import Any, NoReturn, TypeVar, dataclass_transform, overload

T = TypeVar("T")


@overload
def record(kind: type[T], /) -> type[T]: ...


@overload
def record(*, kw_only: bool = False, slots: bool = True, eq: bool = True) -> Callable[[type[T]], type[T]]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(kind: type[T] | None = None, /, *, kw_only: bool = False, slots: bool = True, eq: bool = True) -> Any:
    """Make a class a frozen dataclass with slots, compared by its values; with `kw_only` fields are given by keyword.

    A class needs `slots=False` if it is one of several bases, since Python allows slots in one base only, or if it has
    a cached_property. With `eq=False` an object equals only itself.
    """

    def made(kind: type[T]) -> Any:
        compared: dict[str, Any] = {"__eq__": _Late(_equality), "__hash__": _Late(_hashing)} if eq else {}
        return _Making(kind, kw_only, frozen=True).made(slots, compared | _FROZEN)

    return made(kind) if kind else made


@overload
def open_record(kind: type[T], /) -> type[T]: ...


@overload
def open_record(*, eq: bool = True) -> Callable[[type[T]], type[T]]: ...


@dataclass_transform(field_specifiers=(field,))
def open_record(kind: type[T] | None = None, /, *, eq: bool = True) -> Any:
    """Make a class a dataclass with slots whose fields can be set; with `eq=False` an object equals only itself."""

    def made(kind: type[T]) -> Any:
        compared: dict[str, Any] = {"__eq__": _Late(_equality), "__hash__": None} if eq else {}
        return _Making(kind, kw_only=False, frozen=False).made(True, compared)

    return made(kind) if kind else made


class _Making:
    """The fields that a class itself declares (name, type, default), from which the record class is made."""

    def __init__(self, kind: type, kw_only: bool, frozen: bool) -> None:
        self.frozen = frozen
        self._kw_only = kw_only
        said = kind.__annotations__.items()
        self.types = {name: it for name, it in said if not str(it).startswith(("ClassVar", "typing.ClassVar"))}
        self._given = {name: vars(kind).get(name, MISSING) for name in self.types}
        self._kind: Any = kind

    def made(self, slots: bool, methods: dict[str, Any]) -> Any:
        """The class with the given methods and those of all records, except those that it defines itself."""
        own = {name for name, it in vars(self._kind).items() if it is not None}
        built = self._kind = self._slotted() if slots else self._without_descriptions()
        for name, method in (_ALL | (_SLOTTED if slots else {}) | methods).items():
            if name not in own:
                setattr(built, name, method(built, name) if isinstance(method, _Late) else method)
        built.__record__ = self
        for name in ("__dataclass_fields__", "__dataclass_params__", "__match_args__"):
            setattr(built, name, _AsDataclass(built, name))
        return built

    def _without_descriptions(self) -> Any:
        """The class without the attributes that are `field(…)` objects, which are no defaults."""
        for name, it in self._given.items():
            if isinstance(it, Field):
                delattr(self._kind, name)
        return self._kind

    def _slotted(self) -> Any:
        """A new class with a slot for each field, since slots cannot be added to a class; raises TypeError."""
        kind = self._kind
        if kept := [name for name, it in vars(kind).items() if isinstance(it, cached_property)]:
            raise TypeError(f"{kind.__name__} has no room for {kept[0]} to be kept in: give it slots=False")
        taken = {name for base in kind.__mro__[1:] for name in getattr(base, "__slots__", ())}
        left_out = {*self.types, "__dict__", "__weakref__"}
        held = {name: it for name, it in vars(kind).items() if name not in left_out}
        built: Any = type(kind)(
            kind.__name__, kind.__bases__, held | {"__slots__": tuple(it for it in self.types if it not in taken)}
        )
        built.__qualname__ = kind.__qualname__
        return built

    def own_fields(self) -> Iterator[tuple[str, object, Field[Any]]]:
        """Name, type and `dataclasses.Field` of each field that the class itself declares; raises ValueError."""
        for name, it in self._given.items():
            if type(it).__hash__ is None:
                raise ValueError(f"mutable default {type(it)} for field {name} is not allowed: use default_factory")
            said: Field[Any] = it if isinstance(it, Field) else field(default=it)
            if said.kw_only is MISSING:
                said.kw_only = self._kw_only
            yield name, self.types[name], said


class _AsDataclass:
    """A descriptor for an attribute such as `__dataclass_fields__`, taken from a real dataclass at the first access."""

    def __init__(self, kind: Any, name: str) -> None:
        self._kind, self._name = kind, name

    def __get__(self, instance: object, owner: type) -> Any:
        said = [(name, kind, it) for name, (kind, it) in _described(self._kind).items()]
        model = make_dataclass(self._kind.__name__, said, init=False, repr=False, eq=False, namespace={"__doc__": "."})
        found = getattr(model, self._name)
        setattr(self._kind, self._name, found)
        return found


def _described(kind: Any) -> dict[str, tuple[Any, Field[Any]]]:
    """Type and `dataclasses.Field` of each field of a record, by its name; those of its bases first."""
    bases = [base for base in reversed(kind.__mro__) if "__record__" in vars(base)]
    return {name: (said, it) for base in bases for name, said, it in base.__record__.own_fields()}


class _Late:
    """A method that is generated when it is first called, and then stored in the class."""

    def __init__(self, make: Callable[[Any], Callable[..., Any]]) -> None:
        self._make = make

    def __call__(self, kind: Any, name: str) -> Callable[..., Any]:
        """The function to put in the class at first: it generates the method, stores it, and calls it."""

        def first(self_: Any, *given: Any, **named: Any) -> Any:
            method = self._make(kind)
            setattr(kind, name, method)
            return method(self_, *given, **named)

        return first


def _compared(kind: Any) -> Callable[[Any], object]:
    """A function from a record to the values by which records are compared."""
    names = [name for name, (_, it) in _described(kind).items() if it.compare]
    return attrgetter(*names) if names else lambda record: ()


def _equality(kind: Any) -> Callable[[Any, object], Any]:
    values = _compared(kind)

    def equal(self: Any, other: object) -> Any:
        if other is self:
            return True
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    return equal


def _hashing(kind: Any) -> Callable[[Any], int]:
    values = _compared(kind)
    return lambda self: hash(values(self))


def _constructor(kind: Any) -> Callable[..., None]:
    """The constructor of a record, compiled as `dataclass` does it: one parameter and one assignment for each field."""
    known = {name: it for name, (_, it) in _described(kind).items() if it.init}
    names: dict[str, Any] = {"_missing": MISSING}
    for name, it in known.items():
        names[f"_set_{name}"] = _setter(kind, name)
        names[f"_default_{name}"] = it.default if it.default_factory is MISSING else it.default_factory
    plain = [_parameter(name, it) for name, it in known.items() if not it.kw_only]
    named = [_parameter(name, it) for name, it in known.items() if it.kw_only]
    parameters = ", ".join(["self", *plain, *(["*", *named] if named else [])])
    form = "    _set_{0}(self, {1})\n" if kind.__record__.frozen else "    self.{0} = {1}\n"
    body = [form.format(name, _value(name, it)) for name, it in known.items()]
    body += ["    self.__post_init__()\n"] if hasattr(kind, "__post_init__") else []
    exec(f"def __init__({parameters}):\n{''.join(body) or '    pass'}", names)
    made: Callable[..., None] = names["__init__"]
    made.__qualname__ = f"{kind.__qualname__}.__init__"
    return made


def _setter(kind: type, name: str) -> Callable[[object, object], None]:
    """A function that sets a field of a frozen record: that of its slot if it has one, which is the fastest."""
    slot = getattr(kind, name, None)
    if isinstance(slot, MemberDescriptorType):
        return slot.__set__
    return lambda self, value: object.__setattr__(self, name, value)


def _parameter(name: str, it: Field[Any]) -> str:
    if it.default_factory is not MISSING:
        return f"{name}=_missing"
    return name if it.default is MISSING else f"{name}=_default_{name}"


def _value(name: str, it: Field[Any]) -> str:
    if it.default_factory is MISSING:
        return name
    return f"_default_{name}() if {name} is _missing else {name}"


def _shown(self: Any) -> str:
    held = ", ".join(f"{it.name}={getattr(self, it.name)!r}" for it in fields(self) if it.repr)
    return f"{self.__class__.__qualname__}({held})"


def _no_setting(self: object, name: str, value: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _no_deleting(self: object, name: str) -> NoReturn:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[object]:
    return [getattr(self, it.name) for it in fields(self)]


def _restore(self: Any, state: list[object]) -> None:
    for it, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, it.name, value)


_ALL: dict[str, Any] = {"__init__": _Late(_constructor), "__repr__": _shown}
_SLOTTED: dict[str, Any] = {"__getstate__": _state, "__setstate__": _restore}
_FROZEN: dict[str, Any] = {"__setattr__": _no_setting, "__delattr__": _no_deleting}
