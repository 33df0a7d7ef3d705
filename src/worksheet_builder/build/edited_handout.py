"""Read a Word handout that was edited: find the worksheet it was made from, and the changes that the edits propose."""

from __future__ import annotations

from pathlib import Path

from ..docx import write
from ..foundation.languages import SOURCE_LANGUAGE
from ..foundation.phrases import seal
from ..foundation.problems import Place, Problem, Refused
from ..ooxml.paragraph_reader import UnreadableFile, read_document
from ..project.library import PACK_PREFIX, Library, unknown
from ..reading.tailoring_loader import read_sheet
from .composer import Composer
from .order import Order
from .word_changes import Proposal, proposed
from .word_source import WordSource, source_of_word

_ANEW = "Build it anew, make the changes in the new file, and give that."


def read_edited_handout(library: Library, order: Order, file: Path) -> tuple[Path, Proposal]:
    """Read an edited Word handout: the path of its worksheet, and the changes that it proposes; raises Refused."""
    place = Place(str(file))
    try:
        edited = read_document(file.read_bytes())
    except UnreadableFile as error:
        raise Refused([Problem(place, error.sentence, error.hint)]) from error
    except OSError as error:
        raise Refused([Problem(place, "The file cannot be read.", "Check the name and the folder.")]) from error
    path, source = _sheet_of(library, edited.identifier, place)
    composer = Composer(library, source.order(order)).prepared()
    document = composer.document(path, SOURCE_LANGUAGE)
    made = read_document(write(document, composer.brand))
    placeholder = document.header_footer.write_here.plain()
    return path, proposed(read_sheet(library, path), made.pieces, edited.pieces, placeholder)


def _sheet_of(library: Library, identifier: str, place: Place) -> tuple[Path, WordSource]:
    """The worksheet of an identifier; raises Refused for a pack, another language, or English changed since then."""
    source = source_of_word(identifier)
    if source is None:
        hint = "Give a handout that ‘worksheet-builder build’ made, saved as a Word document."
        raise Refused([Problem(place, "The file does not say which worksheet it was made from.", hint)])
    if source.sheet.startswith(PACK_PREFIX):
        raise Refused([Problem(place, "This is a pack.", "Build its worksheets one by one, and give one of them.")])
    if source.languages != SOURCE_LANGUAGE:
        hint = (
            "Make the changes in the English handout; other languages go through ‘worksheet-builder translate review’."
        )
        raise Refused([Problem(place, f"The file is in another language ({source.languages}).", hint)])
    if source.sheet not in library.worksheets:
        raise Refused([unknown(source.sheet, library.worksheets, place=place)])
    path = library.worksheets[source.sheet]
    if seal(read_sheet(library, path)) != source.words:
        sentence = f"The file was made from other words of ‘{source.sheet}’ than those of today."
        raise Refused([Problem(place, sentence, _ANEW)])
    return path, source
