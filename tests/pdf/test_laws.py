"""What holds for every PDF: the same bytes, nobody's name, nothing that runs, and a small file."""

from __future__ import annotations

import gc
import getpass
import hashlib
import os
import socket
import subprocess
import sys
import zlib
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from worksheet_builder import pdf
from worksheet_builder.document import Group, GroupRole
from worksheet_builder.pdf.objects import assembled

from .opened import objects, opened
from .samples import SAMPLES, every_sample, written

_IN_ANOTHER_PROCESS = """
import hashlib, sys
from tests.pdf.samples import written
print(hashlib.sha256(written(sys.argv[1])).hexdigest())
"""
FORBIDDEN = {
    "/A", "/AA", "/OpenAction", "/JS", "/JavaScript", "/EmbeddedFiles", "/EF", "/XFA", "/NeedAppearances", "/URI",
    "/Author", "/Creator", "/CreationDate", "/ModDate", "/PieceInfo",
}  # fmt: skip
ACTIONS = {"/JavaScript", "/SubmitForm", "/Launch", "/ImportData", "/URI", "/GoToR"}
FOLLOWED = ("https://", "http://", "mailto:", "tel:")
"""Addresses that a reader may follow by choice."""
SMALL = 60_000
"""Bytes of a two-page sheet in a Latin script."""


@pytest.mark.parametrize(("seed", "zone"), [("0", "UTC"), ("4711", "Asia/Kathmandu")])
@pytest.mark.parametrize("name", ["branded", "arabic"])
def test_the_same_input_gives_the_same_bytes(name: str, seed: str, zone: str) -> None:
    path = os.pathsep.join((str(Path(__file__).parents[2]), str(Path(pdf.__file__).parents[2])))
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": path}
    command = [sys.executable, "-c", _IN_ANOTHER_PROCESS, name]
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == hashlib.sha256(written(name)).hexdigest()


@every_sample
def test_the_second_time_is_like_the_first(name: str) -> None:
    assert pdf.write(*SAMPLES[name]) == written(name)


@pytest.mark.parametrize("collecting", [True, False])
def test_circles_are_looked_for_afterwards_if_they_were_before(collecting: bool) -> None:
    usual = gc.isenabled()
    try:
        gc.enable() if collecting else gc.disable()
        pdf.write(*SAMPLES["english"])
        assert gc.isenabled() is collecting
    finally:
        gc.enable() if usual else gc.disable()


@every_sample
def test_nothing_runs_and_nobody_is_named(name: str) -> None:
    for entry in objects(written(name)):
        if entry.get("/S") == "/URI":
            assert str(entry.URI).startswith(FOLLOWED)
            continue
        described = "/P" in entry and ("/S" in entry or entry.get("/Subtype") == "/Link")
        keys = set(entry.keys()) - ({"/A"} if described else set())
        assert not keys & FORBIDDEN
        assert str(entry.get("/S", "")) not in ACTIONS


@every_sample
def test_no_path_user_or_host_is_in_it(name: str) -> None:
    with opened(written(name)) as file:
        everything = b"".join(
            entry.read_bytes() if isinstance(entry, pikepdf.Stream) else entry.unparse(resolved=True)
            for entry in file.objects
            if entry is not None
        )
    for word in (str(Path.home()), getpass.getuser(), socket.gethostname(), sys.prefix, "site-packages"):
        assert word.encode() not in everything or len(word) < 5


@pytest.mark.parametrize("name", ["english", "branded", "low-ink"])
def test_a_latin_sheet_is_small(name: str) -> None:
    assert len(written(name)) < SMALL


def test_nothing_stands_behind_the_last_row_of_the_cross_references() -> None:
    """A checksum that looks like the end of a line is changed by a free row, not by a byte that is none."""
    awkward = 0
    for length in range(400):
        data = assembled([b"(%d)" % 7**length, b"<<>>"], 1, 2)
        size, rows = cross_references(data)
        assert len(rows) == 7 * size
        awkward += size > 5
    assert awkward


def cross_references(data: bytes) -> tuple[int, bytes]:
    """The size that the cross-reference stream says, and its rows."""
    start = int(data.rsplit(b"startxref\n", 1)[1].split()[0])
    head, _, packed = data[start:].partition(b"stream\n")
    return int(head.split(b"/Size ")[1].split(b"/")[0]), zlib.decompressobj().decompress(packed)


def test_streams_are_as_long_as_they_say() -> None:
    """A checksum at the end of a stream may look like the end of its line (PDF/A-2, 6.1.7.1)."""
    from worksheet_builder.pdf.objects import stream

    awkward = [data for data in (bytes((first, 100)) for first in range(256)) if zlib.compress(data)[-1] in b"\r\n"]
    assert len(awkward) == 2
    for data in awkward:
        for measured in (False, True):
            body = stream(data, measured=measured)
            head, _, rest = body.partition(b"stream\n")
            packed = rest.removesuffix(b"\nendstream\n")
            assert f"/Length {len(packed)}>>".encode() in head
            assert packed[-1] not in b"\r\n"
            assert zlib.decompress(packed).startswith(data)


@pytest.mark.parametrize(("nodes", "asked"), [((), False), ((Group(GroupRole.CARD, ()),), True)])
def test_a_card_to_cut_out_is_printed_at_its_true_size(nodes: tuple[Group, ...], asked: bool) -> None:
    document, brand = SAMPLES["english"]
    side = Group(GroupRole.BLOCK, (document.nodes[0],))
    cards = tuple(Group(card.role, (side,)) for card in nodes)
    with opened(pdf.write(replace(document, nodes=(*document.nodes, *cards)), brand)) as file:
        assert file.Root.ViewerPreferences.get("/PrintScaling") == ("/None" if asked else None)
