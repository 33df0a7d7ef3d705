"""Records: frozen values with named fields, whose class costs little to make.

They are dataclasses to whoever asks: `dataclasses.fields`, `replace` and matching work. But `dataclass` compiles six
methods for each class, and a command loads two hundred classes to use a few of them. Here the constructor is compiled
when the first object is made, and the other methods are not compiled at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from types import MemberDescriptorType
from typing import Any, NoReturn, TypeVar, dataclass_transform, overload

T = TypeVar("T")


@overload
def record(kind: type[T], /) -> type[T]: ...


@overload
def record(*, kw_only: bool = False, slots: bool = True) -> Callable[[type[T]], type[T]]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(kind: type[T] | None = None, /, *, kw_only: bool = False, slots: bool = True) -> Any:
    """A class as a frozen dataclass with slots, compared by its values; `kw_only` has its fields given by name.

    One that stands as a base beside another has no `slots`, since Python allows them in one base alone.
    """

    def made(kind: type[T]) -> type[T]:
        own = {name for name, it in vars(kind).items() if it is not None}
        built = dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)(kind)
        for name, method in _methods(built):
            if name not in own:
                setattr(built, name, method)
        return built

    return made(kind) if kind else made


def _methods(kind: Any) -> Iterator[tuple[str, Callable[..., Any]]]:
    """The methods of a record that it does not write itself."""
    names = [it.name for it in fields(kind) if it.compare]
    values: Callable[[Any], object] = attrgetter(*names) if names else _nothing

    def equal(self: Any, other: object) -> Any:
        if other is self:
            return True
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: Any) -> int:
        return hash(values(self))

    def first(self: Any, *given: Any, **named: Any) -> None:
        kind.__init__ = _constructor(kind)
        kind.__init__(self, *given, **named)

    yield from (("__init__", first), ("__eq__", equal), ("__hash__", hashed))
    yield from _SHARED.items()


def _nothing(record: object) -> object:
    return ()


def _constructor(kind: Any) -> Callable[..., None]:
    """The constructor of a record, compiled as `dataclass` does it: one parameter and one assignment for each field."""
    known = [it for it in fields(kind) if it.init]
    names: dict[str, Any] = {"_missing": MISSING}
    for it in known:
        names[f"_set_{it.name}"] = _setter(kind, it.name)
        names[f"_default_{it.name}"] = it.default if it.default_factory is MISSING else it.default_factory
    plain = [_parameter(it) for it in known if not it.kw_only]
    named = [_parameter(it) for it in known if it.kw_only]
    parameters = ", ".join(["self", *plain, *(["*", *named] if named else [])])
    body = [f"    _set_{it.name}(self, {_value(it)})\n" for it in known]
    body += ["    self.__post_init__()\n"] if hasattr(kind, "__post_init__") else []
    exec(f"def __init__({parameters}):\n{''.join(body) or '    pass'}", names)
    made: Callable[..., None] = names["__init__"]
    made.__qualname__ = f"{kind.__qualname__}.__init__"
    return made


def _setter(kind: type, name: str) -> Callable[[object, object], None]:
    """What sets a field past the method that refuses it: that of its slot, which is the quickest."""
    slot = getattr(kind, name, None)
    if isinstance(slot, MemberDescriptorType):
        return slot.__set__
    return lambda self, value: object.__setattr__(self, name, value)


def _parameter(it: Field[Any]) -> str:
    if it.default_factory is not MISSING:
        return f"{it.name}=_missing"
    return it.name if it.default is MISSING else f"{it.name}=_default_{it.name}"


def _value(it: Field[Any]) -> str:
    if it.default_factory is MISSING:
        return it.name
    return f"_default_{it.name}() if {it.name} is _missing else {it.name}"


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


_SHARED: dict[str, Callable[..., Any]] = {
    "__repr__": _shown,
    "__setattr__": _no_setting,
    "__delattr__": _no_deleting,
    "__getstate__": _state,
    "__setstate__": _restore,
}
