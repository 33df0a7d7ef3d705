"""Hand-made documents: every kind of node in English, the same kinds in Arabic, and a practice to brand them."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from worksheet_builder.definitions.collections import opening_drawing, title_mark
from worksheet_builder.definitions.practice import Brand, Practice
from worksheet_builder.document import (
    Answer,
    Contents,
    Day,
    Divider,
    Document,
    Edition,
    Figure,
    Group,
    GroupRole,
    HeaderFooter,
    Heading,
    Lead,
    Lines,
    Listing,
    Node,
    Option,
    OutputOptions,
    Paper,
    Paragraph,
    Part,
    Rights,
    Role,
    Scale,
    Spot,
    Style,
    Table,
    Ticks,
)
from worksheet_builder.document.design import Design, Margins, Sizes
from worksheet_builder.document.drawings import Circle, Drawing, Path, Pen, Point, Rectangle
from worksheet_builder.foundation.colours import Colour
from worksheet_builder.foundation.languages import Language
from worksheet_builder.foundation.phrases import Phrase
from worksheet_builder.foundation.problems import Place

PLACE = Place("sample.yaml", 1, 1)


def said(text: str, language: str = "en") -> Phrase:
    """A phrase of the sample."""
    return Phrase(text, "sample", PLACE, language)


def design(**changes: Any) -> Design:
    """The measures of the design that comes with the tool."""
    sizes = Sizes(title=25, section=15.5, subsection=13, prompt=12, body=12, hint=11.5, fine=10.5, running=9.5)
    plain = Design(said("Clear"), said("Calm"), sizes, Margins(25, 20, 21), leading=1.38, gap=14, radius=4)
    values = {name: getattr(plain, name) for name in Design.__dataclass_fields__}
    return Design(**{**values, **changes})


ANOTHER = design(header="band", title="bar", panel="bar", table="grid", lines="dotted")
"""The other way of everything that a design decides."""


@lru_cache(maxsize=16)
def png(wide: int = 240, tall: int = 120) -> bytes:
    """A small picture with a comment in it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\x00" + bytes(_pixel(x, y, wide, tall) for x in range(wide)) for y in range(tall))
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            chunk(b"IHDR", struct.pack(">IIBBBBB", wide, tall, 8, 0, 0, 0, 0)),
            chunk(b"tEXt", b"Author\x00Zacharias"),
            chunk(b"IDAT", zlib.compress(rows)),
            chunk(b"IEND", b""),
        )
    )


def _pixel(x: int, y: int, wide: int, tall: int) -> int:
    radius = ((x - tall / 2) ** 2 + (y - tall / 2) ** 2) ** 0.5
    bar = x > tall * 1.15 and 0.3 < y / tall < 0.7 and (x // 12) % 2 == 0
    return 70 if tall * 0.25 < radius < tall * 0.48 or bar else 255


def practice(**changes: Any) -> Practice:
    """A practice with everything it can have."""
    values: dict[str, Any] = {
        "place": PLACE,
        "name": said("Lindengarten Practice"),
        "strapline": said("Psychotherapy after medical harm"),
        "accent": Colour.parse("#2f6670"),
        "address": said("12 Garden Row, London"),
        "phone": "+44 20 7946 0123",
        "email": "hello@lindengarten.example",
        "website": "lindengarten.example",
        "footer": said("Sheets may be copied for your own use."),
    }
    return Practice(**{**values, **changes})


def brand(style: Style = Style.STANDARD, logo: bytes | None = None, **changes: Any) -> Brand:
    """The practice in one style."""
    return Brand.of(practice(**changes), design(), style, logo)


def signed(document: Document, branded: Brand) -> Document:
    """The document with what the practice says of itself around it."""
    around = replace(document.header_footer, practice=branded.practice.lines(document.title))
    return replace(document, header_footer=around)


def all_signed(pairs: Mapping[str, tuple[Document, Brand]]) -> dict[str, tuple[Document, Brand]]:
    """Samples with what their practices say around them."""
    return {name: (signed(document, branded), branded) for name, (document, branded) in pairs.items()}


PLAIN = Brand.of(Practice(PLACE), design(), Style.STANDARD)
"""No practice at all."""


def bound() -> Document:
    """A pack of two sheets, of little but their titles."""
    titles = {"first": said("The first sheet"), "second": said("The second sheet")}
    leads = (Lead("first", titles["first"], said("For a calm day.")), Lead("second", titles["second"]))
    section = Heading(2, said("A section"), 1)
    sheets = (Part(key, title, (Heading(1, title, 1), section)) for key, title in titles.items())
    return replace(english(), nodes=(Heading(1, said("A pack")), Contents(leads), *sheets))


def in_two() -> Document:
    """Words with their parallel text, wherever words can stand."""

    def two(text: str, parallel: str) -> Phrase:
        return replace(said(text), parallel=replace(said(parallel), language="es"))

    ticks = Ticks((Option("one", two("One", "Uno")),), many=True, other=two("Something else:", "Otra cosa:"))
    scale = Scale(0, 1, two("Not hard", "Nada difícil"), two("Very hard", "Muy difícil"))
    return replace(english(), nodes=(
        Heading(1, two("A title", "Un título")),
        Group(GroupRole.BLOCK, (Paragraph(two("Harm is *not* your fault.", "El daño *no* es culpa suya.")),)),
        Group(GroupRole.PANEL, (Paragraph(two("Before", "Antes"), Role.PANEL_HEADING),
                                Listing((two("You can stop.", "Puede parar."),)))),
        Paragraph(two("How hard is it?", "¿Es difícil?"), Role.PROMPT),
        Answer("in-two.ticks", two("How hard is it?", "¿Es difícil?"), ticks),
        Answer("in-two.scale", two("How hard is it?", "¿Es difícil?"), scale),
        Answer("in-two.lines", two("I need", "Necesito"), Lines(1, two("I need", "Necesito"))),
        Table(two("How?", "¿Cómo?"), (two("What", "Qué"),), ((two("A row", "Una fila"),),), (1.0,)),
    ), beside=Language.of("es"))  # fmt: skip


BEGUN = {
    "every-node.know": "That it was my first time there.\nThat nobody asked me whether the words on the form were "
    "words that I know, and that I said yes because the door was open.",
    "every-node.kinds.unasked": "yes",
    "every-node.kinds._other-text": "They laughed.",
    "every-node.often.often": "yes",
    "every-node.weight.7": "yes",
    "every-node.places.ward.who": "A nurse.",
    "every-node.needed": "one person who stayed.",
}
"""Answers to its questions, by the address of the field: of several lines, in a cell, a tick, a choice."""


def begun(output_options: OutputOptions | None = None) -> Document:
    """The sample with some of its answers begun."""
    return replace(english(output_options), begun=BEGUN)


def english(output_options: OutputOptions | None = None) -> Document:
    """Every kind of node, role and form."""
    words = "Mapping where harm occurred"
    summary = said("See which moments of your care hurt you, and how. You choose how far to go.")
    return Document(
        id="every-node",
        title=said(words),
        summary=summary,
        language=Language.of("en"),
        nodes=(
            Heading(1, said(words)),
            Paragraph(summary, Role.SUMMARY),
            Paragraph(said("About 20 minutes. One box is enough."), Role.META),
            _before(),
            _block(Paragraph(said("Harm in healthcare is often *many small moments*, not one large one.")),
                   Paragraph(said("Some people call it [Behandlungstrauma]{de}, others have no word for it."))),
            _block(Heading(2, said("What happened")), Paragraph(said("Begin with what is easiest to name."))),
            _block(*_kinds()),
            _block(*_once()),
            _block(*_asked("In a few words: what would you want them to know?", "Headlines are enough."),
                   Answer("every-node.know", said("What would you want them to know?"), Lines(4))),
            _block(*_asked("How much does it still weigh on you today?"), _weight()),
            _block(Heading(2, said("Where and who")), _table(), Heading(3, said("Smaller steps"))),
            _block(*_steps()),
            _block(*_starters()),
            _block(*_asked("On which day is the next visit?", "You can leave this empty."), _next_visit()),
            _note(),
            _block(Paragraph(said("A last word, after a panel."))),
            _take_away(),
            _closing(),
            _notes(),
        ),
        header_footer=_furniture(),
        output_options=output_options or OutputOptions(),
    )  # fmt: skip


def _furniture() -> HeaderFooter:
    return HeaderFooter(
        page=said("Page {page} of {pages}"),
        logo=said("Logo of {practice}"),
        write_here=said("Write here"),
        chosen=said("{question} {number}"),
        notice=said("This translation has not yet been reviewed by a qualified person."),
    )


def _block(*children: Node) -> Group:
    return Group(GroupRole.BLOCK, children)


def _asked(prompt: str, hint: str = "") -> tuple[Paragraph, ...]:
    first = (Paragraph(said(prompt), Role.PROMPT),)
    return (*first, Paragraph(said(hint), Role.HINT)) if hint else first


def _before() -> Group:
    items = (
        "You can skip any part, and stop at any time. One word is enough.",
        "Write headlines, not the whole story.",
        "If you feel numb, far away or panicky, stop. Look around and name what you see, until the room feels "
        "like the room again.",
    )
    listing = Listing(tuple(map(said, items)))
    return Group(GroupRole.PANEL, (Paragraph(said("Before you start"), Role.PANEL_HEADING), listing))


def _kinds() -> tuple[Node, ...]:
    options = {
        "dismissed": "I was told it was nothing.",
        "unasked": "Something was done that I had not agreed to.",
        "long": "Nobody explained what would happen next, and when I asked I was given to understand that I was "
        "taking up time that belonged to somebody else.",
    }
    ticks = Ticks(tuple(Option(key, said(it)) for key, it in options.items()), True, said("Something else:"))
    question = "Which of these happened to you?"
    return (*_asked(question, "Tick as many as you like."), Answer("every-node.kinds", said(question), ticks))


def _once() -> tuple[Node, ...]:
    ticks = Ticks((Option("once", said("Once")), Option("often", said("More than once"))), False)
    return (*_asked("How often?"), Answer("every-node.often", said("How often?"), ticks))


def _weight() -> Answer:
    scale = Scale(0, 10, said("not at all"), said("as much as on the day"))
    return Answer("every-node.weight", said("How much does it still weigh on you today?"), scale)


def _table() -> Table:
    def cell(row: str, column: str) -> Answer:
        return Answer(f"every-node.places.{row}.{column}", said(f"{column}: {row}"), Lines(2))

    return Table(
        caption=said("Where it happened"),
        header=(said("Place"), said("What happened"), said("Who was there")),
        rows=tuple((said(name), cell(key, "what"), cell(key, "who"))
                   for key, name in (("ward", "On the ward"), ("desk", "At the front desk"), ("home", "At home"))),
        widths=(0.8, 1.0, 1.0),
        row_headers=True,
    )  # fmt: skip


def _steps() -> tuple[Node, ...]:
    items = ("Put both feet on the ground.", "Name three things that you see.", "Drink something.")
    return (*_asked("Three steps for a bad moment"), Listing(tuple(map(said, items)), ordered=True))


def _starters() -> tuple[Node, ...]:
    starts = {"needed": "What I needed was", "now": "What I need now is"}
    answers = (Answer(f"every-node.{key}", said(it), Lines(2, said(it))) for key, it in starts.items())
    return (*_asked("Finish what you like"), *answers)


def _next_visit() -> Answer:
    return Answer("every-node.visit", said("On which day is the next visit?"), Day())


def _note() -> Group:
    parts = (
        Paragraph(said("A pause"), Role.PANEL_HEADING),
        Paragraph(said("It is all right to put this page away now. It will be here another day, and so will you.")),
        Paragraph(said("Nothing on it has to be finished.")),
    )
    return Group(GroupRole.PANEL, parts)


def _figures() -> tuple[Node, ...]:
    """A drawing of each sort: over the width, beside rows that can be cut or not, with numbers, with a scale."""
    line = Path(Point(5.0, 5.0), (Point(5.0, 0.0, row=2.0),), Pen.MAIN)
    across = Drawing((Path(Point(0.0, 5.0), (Point(0.0, 40.0, across=1.0),), Pen.DOTTED),), height=60.0)
    cut, whole = (
        Drawing((line, Circle(Point(5.0, 14.5), 4.0, Pen.SOLID)), rows=2, start=24.0, whole=it) for it in (False, True)
    )
    spots = tuple(
        Spot(said(name), Answer(f"every-node.{key}", said(name), Lines(2)), row)
        for row, (key, name) in enumerate((("first", "First signs"), ("then", "Then")))
    )
    rungs = tuple(
        Spot(None, Answer(f"every-node.rung.{2 - row}", said("Rung"), Lines(1)), row, number=2 - row) for row in (0, 1)
    )
    others = tuple(replace(it, room=replace(it.room, address=f"{it.room.address}-2")) for it in spots if it.room)
    strong = Spot(said("Strong"), Answer("every-node.strong", said("Strong"), Lines(2)), 9, 3)
    scale = Answer("every-node.how", said("How strong?"), Scale(0, 10))
    return (
        Paragraph(said("Where is it?"), Role.LABEL),
        Figure(said("Two outlines"), across, captions=(said("Front"), said("Back"))),
        Figure(said("A line"), cut, spots),
        Figure(said("Another line"), whole, others),
        Figure(said("A ladder"), replace(whole, least=30.0), rungs, captions=(said("Easiest"),)),
        Figure(said("A thermometer"), replace(whole, rows=12, least=24.0), (strong,), scale=scale),
    )  # fmt: skip


def _card() -> Group:
    stop = said("My sign for stop is")
    sides = (
        Group(GroupRole.BLOCK, (Paragraph(said("What helps me"), Role.LABEL), Paragraph(said("Words are hard today.")),
                                Listing((said("Please ask before you touch me."),)))),
        Group(GroupRole.BLOCK, (Answer("every-node.stop", stop, Lines(1, stop)),)),
    )  # fmt: skip
    return Group(GroupRole.CARD, sides)


def _beside() -> Group:
    """A sentence and a box to tick beside a drawing."""
    glass = Drawing((Path(Point(4.0, 4.0), (Point(30.0, 40.0),), Pen.MAIN, closed=True),), height=44.0, width=36.0)
    water = said("A glass of water")
    ticks = Answer("every-node.water", water, Ticks((Option("water", water),), True))
    return Group(GroupRole.PICTURED, (Paragraph(said("Does this help?")), ticks), glass)


def pictured(output_options: OutputOptions | None = None) -> Document:
    """A sheet with figures and a card."""
    sheet = english(output_options)
    return replace(sheet, nodes=(*sheet.nodes[:2], _block(*_figures()), _block(_card()), online(), _beside()))


def online() -> Group:
    """Where the page stands for a phone: a code, here of one square, and words that lead there."""
    drawn = Drawing((Rectangle(Point(6.0, 6.0), Point(72.0, 72.0), Pen.CODE),), rows=1, least=74.0, start=84.0)
    words = Spot(said("This page on a phone: example.org/p/abc.html"), None, 0)
    alt = said("A code that opens this page on a phone")
    return Group(GroupRole.ONLINE, (Figure(alt, drawn, (words,), link="https://example.org/p/abc.html"),))


def _take_away() -> Group:
    return _block(Paragraph(said("*To take with you:* What you say here counts."), Role.TAKE_AWAY))


def _closing() -> Group:
    fine = (
        "This page is yours, and you decide who sees it. Leave out names, and keep it where you feel it is safe.",
        "It supports the work with your therapist. It does not replace medical or mental health care.",
    )
    label = said("A number that helps me:")
    line = Answer("every-node.crisis", label, Lines(1, label))
    return _block(Divider(), *(Paragraph(said(it), Role.FINE) for it in fine), line)


def _notes() -> Group:
    source = said("Halverson C. (2023). Clinician-associated traumatization. BMC Medicine. https://doi.org/10.1186/x")
    return Group(
        GroupRole.NOTES,
        (
            Heading(2, said("For the therapist")),
            Paragraph(said("This sheet is the author’s draft."), Role.HINT),
            Heading(3, said("What this sheet is for")),
            Paragraph(said("To find the moments before the meaning.")),
            Heading(3, said("A good moment")),
            Listing((said("The client brings up care."), said("There is time left in the session."))),
            Heading(3, said("References")),
            Paragraph(source, Role.REFERENCE),
        ),
    )


def from_the_right(document: Document) -> Document:
    """The document as if it were written from right to left: its drawings are mirrored, its words stay."""
    return replace(document, language=Language.of("ar"))


def long_panel() -> Document:
    """A panel that is taller than half a page, and answers with and without words before them, on their own."""
    items = tuple(said(f"Line {number} of a panel that goes on.") for number in range(34))
    panel = Group(GroupRole.PANEL, (Paragraph(said("Before you start"), Role.PANEL_HEADING), Listing(items)))
    question = said("What was it like?")
    short = Answer("long-panel.short", question, Scale(1, 3, None, None))
    two = tuple(Option(key, said(key)) for key in ("calm", "cross", "tired", "sad", "numb", "well", "ill"))
    return replace(english(), id="long-panel", nodes=(
        Heading(1, said("A long panel")), *(Paragraph(said("Some words before it.")) for _ in range(16)), panel,
        Paragraph(question, Role.PROMPT), short, Answer("long-panel.two", question, Ticks(two, many=True)),
        Answer("long-panel.one", question, Lines(1)), Paragraph(said("A label"), Role.LABEL), _table(), _card(),
    ))  # fmt: skip


def therapist(output_options: OutputOptions | None = None) -> Document:
    """A page for the therapist, with what has to be escaped in a PDF and in XML in its words and in its names."""
    title = said("Notes (a *draft*): 50 % \\\\ & <more> ) (")
    question = said("How was it (today) \\\\ & then?")
    return replace(
        english(output_options or OutputOptions(edition=Edition.THERAPIST)),
        id="notes-for-two",
        title=title,
        nodes=(Heading(1, title), *_steps(), Answer("notes-for-two.how", question, Lines(2)), *_steps(),
               Answer("notes-for-two.which", question, Ticks((Option("one", said("One (1) \\\\ &")),), False)),
               Group(GroupRole.PANEL, _steps()), _notes()),
    )  # fmt: skip


def guarded(output_options: OutputOptions | None = None) -> Document:
    """A sheet with all that keeps a client safe: message, numbers before and after, whom to call, a leaf for staff."""
    sheet = english(output_options)
    number = said("A number I can call or text:")
    panel = (
        Paragraph(said("Before you start"), Role.PANEL_HEADING),
        Listing((said("You can stop at any time. You can call *116\u00a0123*."),)),
        Answer("every-node._crisis", number, Lines(1, number)),
    )
    rating = Scale(0, 10, said("not at all"), said("as much as I can be"), said("or one word"))
    question = said("How upset are you right now?")
    nodes: tuple[Node, ...] = (
        Heading(1, sheet.title),
        Paragraph(said("You decide what counts."), Role.MESSAGE),
        Paragraph(sheet.summary, Role.SUMMARY),
        Group(GroupRole.PANEL, panel),
        _block(Paragraph(question, Role.PROMPT, said("If it is high, tell someone.")),
               Answer("every-node._before", question, rating)),
        _block(Paragraph(said("*For example:* I wish someone had asked."), Role.EXAMPLE), *_starters()[1:]),
        _block(replace(_table(), example=tuple(map(said, ("For example:", "They talked over me", "My sister"))))),
        _guard(),
        Group(GroupRole.LEAF, (Group(GroupRole.OPENING, (Heading(1, said("What helps me"), 1),)),
                               *_asked("What helps?"), Answer("every-node.leaf", said("What helps?"), Lines(2)))),
        _notes(),
    )  # fmt: skip
    return replace(
        sheet, nodes=nodes, rights=Rights("Text from a library & others, CC BY 4.0.", "https://example.org/by")
    )


def opened(title: str = "A map", message: str = "You decide what counts.", language: str = "en") -> Document:
    """What a sheet of a collection opens with, and nothing else."""
    mark, drawing = title_mark("mapping-harm"), opening_drawing("mapping-harm")
    summary = Paragraph(said("Here you look back.", language), Role.SUMMARY)
    words = Heading(1, said(title, language), mark=mark), Paragraph(said(message, language), Role.MESSAGE), summary
    sheet = arabic() if language == "ar" else english()
    return replace(sheet, nodes=(Group(GroupRole.OPENING, words, drawing),))


def _guard() -> Group:
    lines = (
        "*116\u00a0123* · Someone who listens · day and night · free to call",
        "*text 85258* · Someone who reads",
        "*+44\u00a020\u00a07946\u00a00123\u00a0extension\u00a04567890* · A number too long to have words beside it",
        "If a life is in danger, call your local emergency number.",
    )
    told = (Paragraph(said(it), Role.CONTACT) for it in lines)
    box = Group(GroupRole.CONTACTS, (Paragraph(said("You can call:"), Role.LABEL), *told))
    return Group(GroupRole.CLOSING, (Divider(), Paragraph(said("This page is yours."), Role.FINE), box))


def arabic(output_options: OutputOptions | None = None) -> Document:
    """The main kinds of node from right to left, with digits, a telephone number and an English name in it."""

    def ar(text: str) -> Phrase:
        return said(text, "ar")

    title, summary = ar("خريطة الأذى في الرعاية"), ar("انظر أي لحظات من رعايتك آذتك، وكيف. أنت تختار إلى أي مدى تذهب.")
    question = ar("أي من هذه حدث لك؟")
    ticks = Ticks((Option("dismissed", ar("قيل لي إنه لا شيء.")), Option("unasked", ar("فُعل شيء لم أوافق عليه."))),
                  True, ar("شيء آخر:"))  # fmt: skip
    weigh, visit = ar("كم يثقل عليك هذا اليوم؟"), ar("في أي يوم الزيارة القادمة؟")
    cells = (Answer("arabic.places.ward.what", ar("ماذا حدث: الجناح"), Lines(2)),
             Answer("arabic.places.ward.who", ar("من كان هناك: الجناح"), Lines(2)))  # fmt: skip
    nodes: tuple[Node, ...] = (
        Heading(1, title),
        Paragraph(summary, Role.SUMMARY),
        Paragraph(ar("حوالي ٢٠ دقيقة. مربع واحد يكفي."), Role.META),
        Group(GroupRole.PANEL, (Paragraph(ar("قبل أن تبدأ"), Role.PANEL_HEADING),
                                Listing((ar("يمكنك أن تتوقف في أي وقت."), ar("اكتب عناوين، لا القصة كلها."))))),
        _block(Heading(2, ar("ما حدث")),
               Paragraph(ar("اتصل بالرقم 020 7946 0123 أو اسأل عن [Healthwatch England]{en} في مدينتك *متى شئت*."))),
        _block(Paragraph(question, Role.PROMPT), Answer("arabic.kinds", question, ticks)),
        _block(Paragraph(weigh, Role.PROMPT),
               Answer("arabic.weight", weigh, Scale(0, 10, ar("لا شيء"), ar("كما في ذلك اليوم")))),
        _block(Paragraph(ar("بكلمات قليلة"), Role.PROMPT), Answer("arabic.words", ar("بكلمات قليلة"), Lines(2))),
        _block(Table(ar("أين حدث"), (ar("المكان"), ar("ماذا حدث"), ar("من كان هناك")), ((ar("في الجناح"), *cells),),
                     (0.8, 1.0, 1.0), row_headers=True)),
        _block(Paragraph(ar("ثلاث خطوات"), Role.PROMPT),
               Listing((ar("ضع قدميك على الأرض."), ar("سمّ ثلاثة أشياء تراها.")), ordered=True)),
        _block(Paragraph(visit, Role.PROMPT), Answer("arabic.visit", visit, Day())),
        _block(Divider(), Answer("arabic.crisis", ar("رقم يساعدني:"), Lines(1, ar("رقم يساعدني:")))),
    )  # fmt: skip
    around = ("صفحة {page} من {pages}", "شعار {practice}", "اكتب هنا", "{question} {number}")
    header_footer = HeaderFooter(*map(ar, around))
    return Document(
        "arabic",
        title,
        summary,
        Language.of("ar"),
        nodes,
        header_footer,
        output_options or OutputOptions(paper=Paper.A4),
    )
