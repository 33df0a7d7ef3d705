"""Who reads the words at an address."""

from __future__ import annotations

_FOR_THERAPISTS = frozenset(("therapist", "notes"))
_SPOKEN = "therapist.introduce"
_ON_PAGES = "desk.cover"
"""What the desk puts on pages of clients; its other words are for those who make them."""


def is_for_therapists(address: str) -> bool:
    """Whether a professional reads it, in the therapist edition."""
    return address.split(".", 1)[0] in _FOR_THERAPISTS


def is_spoken_to_clients(address: str) -> bool:
    """Whether a therapist says it aloud to the client."""
    return address == _SPOKEN


def is_to_clients(address: str) -> bool:
    """Whether a client reads or hears it."""
    return is_for_clients(address) or is_spoken_to_clients(address)


def is_for_clients(address: str) -> bool:
    """Whether the pages of a client need it: neither notes for the therapist nor words of the desk."""
    return not is_for_therapists(address) and (not address.startswith("desk.") or address.startswith(_ON_PAGES))
