"""`glossary.yaml`: the words of a language for the terms of this field, words to avoid, and notes for interpreters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml

from ..foundation.decoding.decoder import Decoder, Undecodable
from ..foundation.decoding.yaml_nodes import root_of, text_of
from ..foundation.languages import inheritance
from ..foundation.problems import Place, Problem, Refused, refuse_if
from ..foundation.records import record

GLOSSARY_FILE = "glossary.yaml"


@record
class Term:
    """A glossary entry: how an English term is translated.

    Semicolons of any script separate several words, and brackets contain remarks. `avoid` gives the reason for each
    word, as in ‘is a legal word’; a word that ends in `*` means all its forms, and a word with a remark is checked by
    people, not by the tool, unless the remark says that the word is not for clients.
    """

    place: Place
    lay: Annotated[str, "What a client understands."] = ""
    professional: Annotated[str, "What professionals say among themselves."] = ""
    optional: Annotated[Literal["never", "in-notes", "always"], "Where it may be said in other words, or left out."] = (
        "never"
    )
    only_for_this: Annotated[bool, "Whether its words stand nowhere but for this term."] = False
    avoid: Annotated[Mapping[str, str], "Words to avoid, each with the reason."] = field(default_factory=dict)
    interpreter: Annotated[str, "A note for the interpreter."] = ""


@record
class Glossary:
    """The glossary of a language: its terms by their English."""

    terms: Mapping[str, Term] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> Glossary:
        """Read the glossary file, an empty glossary if there is none; raises Refused."""
        if not path.is_file():
            return cls()
        text = text_of(path)
        decoder = _FreeKeys(str(path), lines=tuple(text.splitlines()))
        kind: Any = Mapping[str, Term]
        try:
            terms: Mapping[str, Term] = decoder.decode(root_of(text, str(path)), kind, ("glossary",))
        except Undecodable:
            raise Refused(decoder.problems) from None
        refuse_if([*decoder.problems, *(_empty(english, term) for english, term in terms.items() if _is_empty(term))])
        return cls(terms)


def glossary_of(locales: Sequence[Path], tag: str) -> Glossary:
    """Merge the glossaries of the language in all folders, the first folder before the others; raises Refused.

    A regional language has the terms of its parent languages too. A project overrides single terms of the library.
    """
    terms: dict[str, Term] = {}
    for name in reversed(inheritance(tag)):
        for folder in reversed(locales):
            terms.update(Glossary.read(folder / name / GLOSSARY_FILE).terms)
    return Glossary(terms)


class _FreeKeys(Decoder):
    """A decoder whose mapping keys are words of a language, not ids."""

    def _id(self, node: yaml.Node) -> str:
        if not isinstance(node, yaml.ScalarNode) or not str(node.value).strip():
            self._note(node, "A term has to be one or a few words.", "Write it as ‘medical trauma:’.")
            raise Undecodable
        return str(node.value).strip()


def _is_empty(term: Term) -> bool:
    return not (term.lay or term.professional or term.avoid or term.interpreter)


def _empty(english: str, term: Term) -> Problem:
    hint = "Add at least one of: lay, professional, avoid, interpreter."
    return Problem(term.place, f"Nothing is said of ‘{english}’.", hint)
