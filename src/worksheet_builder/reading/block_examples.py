"""One example for each kind of block, used for documentation, tests and the gallery.

The files are in `definitions/blocks/examples/`, named after the kind: a few words to the author, the YAML, and the
outline of the composed nodes, which `pytest --accept tests/reading` writes. The YAML is indented as under ``blocks:``,
so that it can be copied unchanged.
"""

from __future__ import annotations

import re
from pathlib import Path

from ..definitions.blocks import BLOCKS, Block, ComposeContext
from ..document import Group, GroupRole, Node
from ..document.text_dump import outlined
from ..foundation.decoding.decoder import Decoder, Undecodable
from ..foundation.decoding.yaml_nodes import root_of, text_of
from ..foundation.problems import Place, Problem, Refused, refuse_if
from ..foundation.records import record
from ..project.package_files import package_file
from .loader import KINDS, in_order, read_common

_PARTS = re.compile(r"(?P<prose>.+?)\n+```yaml\n(?P<yaml>.*?)```\n+(?:```text\n(?P<outline>.*?)```\n)?", re.DOTALL)


@record
class Example:
    """The example of one kind of block: words to the author, YAML, and outline of the result."""

    kind: str
    prose: str
    yaml: str
    outline: str
    path: Path

    def blocks(self) -> tuple[Block, ...]:
        """The blocks that the YAML defines; raises Refused."""
        decoder = Decoder(str(self.path), kinds=KINDS, lines=tuple(self.yaml.splitlines()))
        root = root_of(self.yaml, decoder.file)
        try:
            found: tuple[Block, ...] = decoder.decode(root, tuple[Block, ...], ("blocks",))
        except Undecodable:
            raise Refused(in_order(decoder.problems)) from None
        refuse_if(in_order(decoder.problems))
        return found

    def nodes(self) -> tuple[Node, ...]:
        """The nodes that the blocks are composed to, one group for each block; raises Refused."""
        sheet = ComposeContext("example", read_common())
        return tuple(Group(GroupRole.BLOCK, block.compose(sheet), new_page=block.new_page) for block in self.blocks())

    def drawn(self) -> str:
        """The outline of the nodes as they are composed now; a test compares it with `outline`, that of the file."""
        return "\n".join(outlined(self.nodes())) + "\n"


def examples() -> tuple[Example, ...]:
    """The example of every kind, in the order of the list of blocks."""
    return tuple(read_example(folder() / f"{block.kind}.md") for block in BLOCKS)


def read_example(path: Path) -> Example:
    """The parts of one example file, without an outline if there is none yet; raises Refused if another is missing."""
    match = _PARTS.fullmatch(text_of(path))
    if match is None:
        sentence = "The example is not a few sentences and then a ```yaml part."
        hint = "After them there may be a ```text part with the outline, and nothing else."
        raise Refused([Problem(Place(str(path)), sentence, hint)])
    return Example(path.stem, match["prose"].strip(), match["yaml"], match["outline"] or "", path)


def folder() -> Path:
    """The folder of the example files."""
    return package_file("definitions/blocks/examples")
