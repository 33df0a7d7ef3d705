"""Who reads the text at an address: a client or a professional."""

from __future__ import annotations

_FOR_THERAPISTS = frozenset(("therapist", "notes"))
_SPOKEN = "therapist.introduce"
_ON_PAGES = "desk.cover"
"""The beginning of the addresses of desk texts that are printed on pages for clients."""


def is_for_therapists(address: str) -> bool:
    """Whether the text at the address is for professionals only, in the therapist edition."""
    return address.split(".", 1)[0] in _FOR_THERAPISTS


def is_spoken_to_clients(address: str) -> bool:
    """Whether a therapist says the text at the address aloud to the client."""
    return address == _SPOKEN


def is_to_clients(address: str) -> bool:
    """Whether a client reads the text at the address, or hears it from the therapist."""
    return is_for_clients(address) or is_spoken_to_clients(address)


def is_for_clients(address: str) -> bool:
    """Whether the text is printed on pages for clients: no text for therapists, of the desk only that of the cover."""
    return not is_for_therapists(address) and (not address.startswith("desk.") or address.startswith(_ON_PAGES))
