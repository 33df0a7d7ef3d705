"""The whole page: its head with the content security policy, the sheet, and its tools."""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from pathlib import Path

from ..definitions.practice import Brand
from ..document import Document, GroupRole, is_leaf, walk
from ..document.nodes import Group, Paragraph, Role
from ..document.traversal import unplaced
from ..foundation.problems import refuse_if
from .body_nodes import BodyNodes, first_level
from .colour_scheme import manners, properties
from .elements import Attribute, element, escaped
from .embedded_face import face_rules
from .field_markup import FieldMarkup
from .page_tools import tools, without_script
from .practice_lines import foot, head

_VIEWPORT = "width=device-width, initial-scale=1"
_TITLE = "Notes"
"""The title of a page that has no words for a phone."""
_COUNTERS = {
    "arab": "arabic-indic",
    "arabext": "persian",
    "beng": "bengali",
    "deva": "devanagari",
    "mymr": "myanmar",
    "tibt": "tibetan",
}
"""The names in CSS of numbering systems (CSS Counter Styles Level 3)."""


def page(document: Document, brand: Brand) -> bytes:
    """Return the bytes of the page; raises Refused for a prefilled answer without a field and for a broken font."""
    fields = FieldMarkup.of_document(document)
    phrases = fields.phrases
    sheet = BodyNodes(fields, first_level(document.nodes) - 1).steps(document.nodes)
    refuse_if(unplaced(document, fields.placed))
    looks = face_rules(document, brand) + properties(brand) + shared("page.css") + _counted(document)
    script = shared("page.js") if document.header_footer.phone else ""
    inside = (
        _tools(document, fields),
        head(document, brand, phrases),
        element("main", {"id": "sheet"}, _notice(document), sheet),
        foot(document, brand, phrases),
        element("script", {}, script) if script else "",
    )
    kind = f"{manners(brand)} style-{brand.style.value}{' leaf-alone' if _is_leaf(document) else ''}"
    body = element("body", {"class": kind}, *inside)
    return whole(document.language.tag, document.language.rtl, page_head(_title(document), looks, script), body, brand)


def _counted(document: Document) -> str:
    """The rule that numbers lists in the digits of the language; empty where these are the usual ones."""
    counter = _COUNTERS.get(document.language.numbering)
    return f"ol {{ list-style-type: {counter}; }}\n" if counter else ""


def whole(tag: str, rtl: bool, head_markup: str, body: str, brand: Brand) -> bytes:
    """A file from its head and body."""
    named: dict[str, Attribute] = {
        "lang": tag,
        "dir": "rtl" if rtl else "ltr",
        "data-elsewhere": brand.practice.elsewhere,
    }
    return f"<!DOCTYPE html>\n{element('html', named, head_markup, body)}\n".encode()


def page_head(title: str, looks: str, script: str = "") -> str:
    """The head of a page: a neutral title, for privacy, and a policy that permits only this style and script."""
    metas: tuple[dict[str, Attribute], ...] = (
        {"charset": "utf-8"},
        {"http-equiv": "Content-Security-Policy", "content": policy(looks, script)},
        {"name": "viewport", "content": _VIEWPORT},
        {"name": "color-scheme", "content": "light dark"},
        {"name": "referrer", "content": "no-referrer"},
        {"name": "robots", "content": "noindex, nofollow, noarchive"},
        {"name": "format-detection", "content": "telephone=no"},
    )
    written = "".join(element("meta", meta) for meta in metas)
    return element("head", {}, written, element("title", {}, escaped(title)), element("style", {}, looks))


def policy(looks: str, script: str = "") -> str:
    """The content security policy of a page with this style and script (CSP Level 3)."""
    scripts = f"'{_hash(script)}'" if script else "'none'"
    return (
        f"default-src 'none'; style-src '{_hash(looks)}'; script-src {scripts}; img-src data:; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


@lru_cache(maxsize=8)
def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


@lru_cache(maxsize=4)
def shared(name: str) -> str:
    """The text of a style sheet or script of all pages, a file beside this module, with LF line ends."""
    return Path(__file__).with_name(name).read_text("utf-8")


def _tools(document: Document, fields: FieldMarkup) -> str:
    words = document.header_footer.phone
    if words is None:
        return ""
    return tools(
        words,
        fields.phrases.first(document.header_footer.first_number),
        "" if _is_leaf(document) else _calls(document, fields),
        leaf=any(isinstance(it, Group) and it.role is GroupRole.LEAF for it in walk(document.nodes))
        and not _is_leaf(document),
        fillable=document.output_options.fillable,
    )


def _notice(document: Document) -> str:
    """The notice at the head of a page, which the script removes."""
    words = document.header_footer.phone
    return without_script(words) if words and document.output_options.fillable else ""


def _calls(document: Document, fields: FieldMarkup) -> str:
    """The crisis contacts of the first sheet that names any, for the tools; empty if none does."""
    writer = BodyNodes(fields)
    for node in walk(document.nodes):
        if isinstance(node, Group) and node.role is GroupRole.CONTACTS:
            said = [it for it in node.children if isinstance(it, Paragraph) and it.role in (Role.LABEL, Role.CONTACT)]
            own = element("p", {"class": "contact", "id": "own-number", "hidden": True}, "")
            return writer.nodes(said) + own
    return ""


def _is_leaf(document: Document) -> bool:
    """Whether the whole page is one for other people."""
    return all(map(is_leaf, document.nodes))


def _title(document: Document) -> str:
    words = document.header_footer.phone
    return words.title.plain() if words else _TITLE
