"""Word content controls: the fields of the handout, each with its address as tag, its spoken name and a placeholder."""

from __future__ import annotations

from collections.abc import Mapping
from zlib import crc32

from ..definitions.contacts import territory_locale
from ..document import HeaderFooter
from ..ooxml.content_control_parts import CHECK_BOX, ControlIds, box_to_tick
from ..ooxml.markup import w
from .date_picker_pattern import date_pattern
from .run_markup import Runs

RADIO = ("○", "●")
"""The characters of an empty and of a marked box for a single choice."""
LONGEST = 64
"""The longest title or tag of a control that Word accepts, in characters."""
_BREAK = w("r", w("br"))
_TICK_LETTERS = w("rPr", w("rStyle", val="TickBox"))
_BLANK = "\u2003" * 3
"""The text of an empty field: blank, but wide enough to click on."""
INLINE = "Write here"
"""The name of the placeholder for text within a line; for ruled lines their number is added."""


class Controls:
    """Makes the content controls of one handout; if not `fillable`, only their printed text.

    `labels` are the spoken names of the fields by address, `begun` the prefilled answers by field name; `placed`
    collects the names of the prefilled answers that were written.
    """

    def __init__(
        self,
        runs: Runs,
        header_footer: HeaderFooter,
        labels: Mapping[str, str] | None = None,
        *,
        fillable: bool,
        locked: bool,
        begun: Mapping[str, str] | None = None,
    ) -> None:
        self.runs, self.header_footer, self.labels = runs, header_footer, labels or {}
        self.fillable, self.locked = fillable, locked
        self.begun, self.placed = begun or {}, set[str]()
        self.spans: set[int] = set()
        self._ids = ControlIds()
        self._boxes: dict[tuple[bool, bool], tuple[str, str]] = {}

    def text(self, address: str, label: str) -> str:
        """A control for words, inside a paragraph."""
        if not self.fillable:
            return self._words(address)
        kind = self._placeholder(INLINE, address) + w("text", multiLine=1)
        return self._control(address, label, kind, self.prompt(address))

    def day(self, address: str, label: str) -> str:
        """A control for a date, inside a paragraph: a date picker that also takes typed text."""
        if not self.fillable:
            return self._words(address)
        context = self.runs.context
        date = w(
            "date",
            w("dateFormat", val=date_pattern(territory_locale(context.language, context.country))),
            w("lid", val=context.region),
            w("storeMappedDataAs", val="dateTime"),
            w("calendar", val="gregorian"),
        )
        return self._control(address, label, self._placeholder(INLINE, address) + date, self.prompt(address))

    def lines(self, address: str, label: str, paragraphs: str, count: int) -> str:
        """A control that spans `count` paragraphs, of which the first holds the placeholder."""
        if not self.fillable:
            return paragraphs
        self.spans.add(count)
        return self._control(address, label, self._placeholder(placeholder_name(count), address), paragraphs)

    def tick(self, address: str, label: str, *, many: bool, of: str = "") -> str:
        """A box to tick, inside a paragraph; `of` is the address of the answer that it is an option of."""
        glyph, box = self._box(many, self._is_begun(address))
        if not self.fillable:
            return glyph
        whole = f"{label} {self.labels[of]}" if of in self.labels else label
        return self._control(address, whole, box, glyph, _TICK_LETTERS)

    def _box(self, many: bool, checked: bool) -> tuple[str, str]:
        """The run of a tick box or ring, and the `w14:checkbox` property that makes a control of it."""
        found = self._boxes.get((many, checked))
        if found is None:
            empty, marked = CHECK_BOX if many else RADIO
            glyph = self.runs.run(marked if checked else empty, w("rStyle", val="TickBox"), rtl=False)
            found = self._boxes[many, checked] = (glyph, box_to_tick((empty, marked), checked=checked))
        return found

    def prompt(self, address: str = "") -> str:
        """The prefilled answer, or else the placeholder, which is blank because programs print placeholders."""
        if self._is_begun(address):
            return self._words(address)
        return self.runs.run(_BLANK, w("rStyle", val="PlaceholderText")) if self.fillable else ""

    def _is_begun(self, address: str) -> bool:
        if address in self.begun:
            self.placed.add(address)
        return address in self.begun

    def _words(self, address: str) -> str:
        """The prefilled answer with its line breaks; empty if there is none."""
        if not self._is_begun(address):
            return ""
        return _BREAK.join(map(self.runs.plain, self.begun[address].split("\n")))

    def _placeholder(self, name: str, address: str) -> str:
        placeholder = w("placeholder", w("docPart", val=name))
        return placeholder if address in self.begun else placeholder + w("showingPlcHdr")

    def _control(self, address: str, label: str, kind: str, content: str, letters: str = "") -> str:
        tag = shortened_tag(address)
        properties = w(
            "sdtPr",
            letters,
            w("alias", val=shortened(self.labels.get(address, label))),
            w("tag", val=tag),
            w("id", val=self._ids.of(tag)),
            w("lock", val="sdtLocked") if self.locked else "",
            kind,
        )
        return w("sdt", properties, w("sdtContent", content))


def placeholder_name(count: int) -> str:
    """The name of the Word placeholder for a field of `count` lines."""
    return f"{INLINE} {count}"


def shortened(label: str, longest: int = LONGEST) -> str:
    """The label, cut after a whole word if it is longer than `longest` characters."""
    if len(label) <= longest:
        return label
    cut = label[: longest - 1]
    whole = cut.rsplit(" ", 1)[0] if " " in cut else cut
    return f"{whole.rstrip(' ,;:–—-')}…"


def shortened_tag(address: str) -> str:
    """The address as a tag; over 64 characters it is cut and ends in its CRC-32, so that it is always the same."""
    if len(address) <= LONGEST:
        return address
    return f"{address[: LONGEST - 9]}~{crc32(address.encode()):08x}"
