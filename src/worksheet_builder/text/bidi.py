"""The Unicode bidirectional algorithm (UAX #9, revision 46) with isolates and bracket pairs.

X1 to L2 in the text are the names of its rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .unicode_data import BRACKETS, CLOSING, bidi_class

MAX_DEPTH = 125
REMOVED = frozenset(("RLE", "LRE", "RLO", "LRO", "PDF", "BN"))
"""The bidi classes that rule X9 removes."""

_INITIATORS = frozenset(("LRI", "RLI", "FSI"))
_OPENING = _INITIATORS | {"RLE", "LRE", "RLO", "LRO"}
_ISOLATES = _INITIATORS | {"PDI"}
_NEUTRAL = _ISOLATES | {"B", "S", "WS", "ON"}
_WHITE = _ISOLATES | {"WS"} | REMOVED
_STRONG = {"L": "L", "R": "R", "AL": "R", "EN": "R", "AN": "R"}


def levels(chars: Sequence[str], rtl: bool | None, classes: Sequence[str] | None = None) -> tuple[int, list[int]]:
    """Return the paragraph's embedding level and the level of each character, before rule L1 is applied.

    If `rtl` is None, the first strong character gives the direction. A character that rule X9 removes gets the level
    of the character before it. `classes`, if given, are used in place of the characters' own bidi classes.
    """
    kinds = list(classes) if classes is not None else [bidi_class(char) for char in chars]
    closers = _isolate_pairs(kinds)
    base = int(rtl) if rtl is not None else _first_strong(kinds, closers, 0, len(kinds), 0)
    types = list(kinds)
    found = _explicit(types, kinds, closers, base)
    for sequence, sos, eos in list(_sequences(kinds, found, closers, base)):
        _resolve(sequence, sos, eos, chars, types, found)
    last = base
    for i, kind in enumerate(kinds):
        if kind in REMOVED:
            found[i] = last
        last = found[i]
    return base, found


def reset_whitespace(kinds: Sequence[str], found: list[int], base: int) -> None:
    """Apply rule L1 to a line: `found` is `base` for separators, and for white space before them and at the end."""
    trailing = True
    for i in range(len(kinds) - 1, -1, -1):
        if kinds[i] in ("B", "S"):
            trailing = True
        elif kinds[i] not in _WHITE:
            trailing = False
        if trailing:
            found[i] = base


def visual_order(found: Sequence[int]) -> list[int]:
    """Rule L2: the indexes of a line's items from left to right, from their levels."""
    order = list(range(len(found)))
    if not found:
        return order
    lowest_odd = min((level for level in found if level & 1), default=MAX_DEPTH + 2)
    for level in range(max(found), lowest_odd - 1, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and found[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end + 1
    return order


def _isolate_pairs(kinds: Sequence[str]) -> dict[int, int]:
    """BD9: map the index of each isolate initiator that is closed to the index of its PDI."""
    pairs: dict[int, int] = {}
    pending: list[int] = []
    for i, kind in enumerate(kinds):
        if kind in _INITIATORS:
            pending.append(i)
        elif kind == "PDI" and pending:
            pairs[pending.pop()] = i
        elif kind == "B":
            pending.clear()
    return pairs


def _first_strong(kinds: Sequence[str], closers: dict[int, int], start: int, end: int, default: int) -> int:
    """P2 and P3: the level, 0 or 1, from the first strong character outside isolates; `default` if there is none."""
    i = start
    while i < end:
        kind = kinds[i]
        if kind in ("L", "R", "AL"):
            return int(kind != "L")
        i = closers.get(i, end) if kind in _INITIATORS else i + 1
    return default


class _Embeddings:
    """The directional status stack of X1, with entries (level, override, whether an isolate), and its counters."""

    def __init__(self, base: int) -> None:
        self.stack = [(base, "", False)]
        self._lost_isolates = self._lost_embeddings = self._open_isolates = 0

    def open(self, kind: str, rtl: int) -> None:
        """Apply X2 to X5c: push the entry of an embedding or isolate initiator, or count it as overflow."""
        isolate = kind in _INITIATORS
        level = self.stack[-1][0] + 1
        level += level & 1 ^ rtl
        if level > MAX_DEPTH or self._lost_isolates or self._lost_embeddings:
            self._lost_embeddings += not isolate and not self._lost_isolates
            self._lost_isolates += isolate
            return
        self._open_isolates += isolate
        self.stack.append((level, {"RLO": "R", "LRO": "L"}.get(kind, ""), isolate))

    def close_isolate(self) -> None:
        """Apply X6a, to a PDI (pop directional isolate)."""
        if self._lost_isolates:
            self._lost_isolates -= 1
        elif self._open_isolates:
            self._lost_embeddings = 0
            while not self.stack.pop()[2]:
                pass
            self._open_isolates -= 1

    def close_embedding(self) -> None:
        """Apply X7, to a PDF (pop directional formatting)."""
        if not self._lost_isolates and self._lost_embeddings:
            self._lost_embeddings -= 1
        elif not self._lost_isolates and not self.stack[-1][2] and len(self.stack) > 1:
            self.stack.pop()


def _explicit(types: list[str], kinds: list[str], closers: dict[int, int], base: int) -> list[int]:
    """X1 to X8: the explicit level of each character; overrides change `types` in place."""
    found = [base] * len(kinds)
    embeddings = _Embeddings(base)
    for i, kind in enumerate(kinds):
        if kind == "B":
            embeddings = _Embeddings(base)
        elif kind == "PDF":
            embeddings.close_embedding()
        elif kind == "PDI":
            embeddings.close_isolate()
        if kind not in REMOVED and kind != "B":
            found[i], override, _ = embeddings.stack[-1]
            types[i] = override or kind
        if kind == "FSI":
            embeddings.open(kind, _first_strong(kinds, closers, i + 1, closers.get(i, len(kinds)), 0))
        elif kind in _OPENING:
            embeddings.open(kind, int(kind[0] == "R"))
    return found


def _sequences(
    kinds: list[str], found: list[int], closers: dict[int, int], base: int
) -> Iterator[tuple[list[int], str, str]]:
    """X10: the isolating run sequences (BD13), each as the indexes of its characters, then sos and eos (`L` or `R`)."""
    kept = [i for i, kind in enumerate(kinds) if kind not in REMOVED]
    openers = {closer: opener for opener, closer in closers.items()}
    sequences: list[list[int]] = []
    waiting: dict[int, list[int]] = {}
    runs: list[list[int]] = []
    for i in kept:
        if runs and found[runs[-1][-1]] == found[i]:
            runs[-1].append(i)
        else:
            runs.append([i])
    for run in runs:
        sequence = waiting.pop(openers.get(run[0], -1), None)
        if sequence is None:
            sequences.append(sequence := [])
        sequence.extend(run)
        if run[-1] in closers:
            waiting[run[-1]] = sequence
    at = {i: place for place, i in enumerate(kept)}
    for sequence in sequences:
        level = found[sequence[0]]
        first, last = at[sequence[0]], at[sequence[-1]]
        before = found[kept[first - 1]] if first else base
        unclosed = kinds[sequence[-1]] in _INITIATORS or last + 1 == len(kept)
        after = base if unclosed else found[kept[last + 1]]
        yield sequence, "LR"[max(level, before) & 1], "LR"[max(level, after) & 1]


def _resolve(sequence: list[int], sos: str, eos: str, chars: Sequence[str], types: list[str], found: list[int]) -> None:
    """W1 to I2 on one isolating run sequence; the resolved levels go into `found`."""
    kinds = [types[i] for i in sequence]
    own = list(kinds)
    _weak(kinds, sos)
    level = found[sequence[0]]
    embedding = "LR"[level & 1]
    if any(kind in _NEUTRAL for kind in kinds):
        _brackets([chars[i] for i in sequence] if chars else [], kinds, own, sos, embedding)
        _neutral(kinds, sos, eos, embedding)
    for i, kind in zip(sequence, kinds, strict=True):
        if level & 1:
            found[i] = level + (kind != "R")
        else:
            found[i] = level + {"L": 0, "R": 1}.get(kind, 2)


def _weak(kinds: list[str], sos: str) -> None:
    """Apply W1 to W7, the rules for weak types, to `kinds` in place."""
    before, strong = sos, sos
    for i, kind in enumerate(kinds):  # W1 to W3 in one pass: AL becomes R at once, and `strong` keeps the AL for W2
        if kind == "NSM":
            kind = "ON" if before in _ISOLATES else before
        if kind == "EN" and strong == "AL":
            kind = "AN"
        elif kind in ("L", "R", "AL"):
            strong = kind
        kinds[i], before = ("R" if kind == "AL" else kind), (kind if kinds[i] != "NSM" else before)
    for i in range(1, len(kinds) - 1):  # W4
        if kinds[i] in ("ES", "CS") and kinds[i - 1] == kinds[i + 1] and kinds[i - 1] in ("EN", "AN"):
            if kinds[i - 1] == "EN" or kinds[i] == "CS":
                kinds[i] = kinds[i - 1]
    start = 0
    while start < len(kinds):  # W5
        end = start
        while end < len(kinds) and kinds[end] == "ET":
            end += 1
        if end > start and "EN" in (kinds[start - 1 : start] + kinds[end : end + 1]):
            kinds[start:end] = ["EN"] * (end - start)
        start = end + 1
    strong = sos
    for i, kind in enumerate(kinds):  # W6 and W7
        if kind in ("ES", "CS", "ET"):
            kinds[i] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[i] = "L"


def _brackets(chars: Sequence[str], kinds: list[str], own: list[str], sos: str, embedding: str) -> None:
    """Apply N0 to `kinds` in place: a pair of brackets takes the direction of the strong types inside or before it."""
    for opener, closer in _bracket_pairs(chars, kinds):
        inside = {_STRONG[kind] for kind in kinds[opener + 1 : closer] if kind in _STRONG}
        if not inside:
            continue
        direction = embedding
        if embedding not in inside:
            before = next((_STRONG[kind] for kind in reversed(kinds[:opener]) if kind in _STRONG), sos)
            direction = before if before != embedding else embedding
        for place in (opener, closer):
            kinds[place] = direction
            for i in range(place + 1, len(kinds)):
                if own[i] != "NSM":
                    break
                kinds[i] = direction


def _bracket_pairs(chars: Sequence[str], kinds: list[str]) -> list[tuple[int, int]]:
    """BD16: the indexes of each pair of brackets, in the order of the opening ones; none if more than 63 are open."""
    pairs: list[tuple[int, int]] = []
    pending: list[tuple[str, int]] = []
    for i, char in enumerate(chars):
        if kinds[i] != "ON":
            continue
        char = {"\u2329": "\u3008", "\u232a": "\u3009"}.get(char, char)
        if char in BRACKETS:
            if len(pending) == 63:
                return []
            pending.append((BRACKETS[char], i))
        elif char in CLOSING:
            at = next((n for n in range(len(pending) - 1, -1, -1) if pending[n][0] == char), None)
            if at is not None:
                pairs.append((pending[at][1], i))
                del pending[at:]
    return sorted(pairs)


def _neutral(kinds: list[str], sos: str, eos: str, embedding: str) -> None:
    """Apply N1 and N2 to `kinds`: neutrals between equal directions take these, others that of the embedding."""
    start, before = 0, sos
    while start < len(kinds):
        end = start
        while end < len(kinds) and kinds[end] in _NEUTRAL:
            end += 1
        after = _STRONG[kinds[end]] if end < len(kinds) else eos
        if end > start:
            kinds[start:end] = [before if before == after else embedding] * (end - start)
        before, start = after, end + 1
