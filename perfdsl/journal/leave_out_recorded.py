"""Leaves out of what is to be recorded what the journal says already: nothing stands there twice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from perfdsl.journal.entry import Block, Evidence
from perfdsl.journal.find_recorded import Found
from perfdsl.syntax import ast
from perfdsl.syntax.node import with_fields
from perfdsl.syntax.same_words import same_words


class Draft(NamedTuple):
    """What is to be recorded."""

    blocks: tuple[Block, ...]
    evidence: tuple[Evidence, ...]
    source: str


def without_recorded(draft: Draft, found: Sequence[Found]) -> tuple[Draft, int, int]:
    """Leave out what the journal says last about the same thing in the same words, with the same evidence.

    Gives the rest, how many were left out, and the number of the last entry that says one of them.
    """
    said: dict[object, tuple[object, int]] = {}
    for entry in found:
        for block in entry.blocks:
            for about, words in _sayings(block):
                said[about] = ((words, _proof(words, entry.evidence)), entry.number)
    blocks, again, number = list[Block](), 0, 0
    for block in draft.blocks:
        fresh = list[ast.FactLine]()
        for about, words in _sayings(block):
            known, at = said.get(about, (None, 0))
            if known is not None and same_words(known, (words, _proof(words, draft.evidence))):
                again, number = again + 1, max(number, at)
            elif isinstance(words, ast.FactLine):
                fresh.append(words)
            else:
                blocks.append(block)
        if fresh and isinstance(block, ast.Actuals):
            blocks.append(with_fields(block, facts=tuple(fresh)))
    return draft._replace(blocks=tuple(blocks)), again, number


def _sayings(block: Block) -> list[tuple[object, ast.FactLine | tuple[object, ...]]]:
    """Give what a block is about, piece by piece, and what it says of each."""
    day = None if block.date is None else (block.date.year, block.date.month, block.date.day)
    if isinstance(block, ast.Actuals):
        return [((block.project, day, block.reporter, line.name), line) for line in block.facts]
    required = [part.text for part in block.parts if isinstance(part, ast.Requirement)]
    return [((block.project, *required), (day, block.parts))]


def _proof(words: object, evidence: Sequence[Evidence]) -> tuple[object, ...]:
    """Give the digests of the files that a fact names as its evidence."""
    notes = words.notes if isinstance(words, ast.FactLine) else ()
    named = "、".join(note.text for note in notes if note.about == "evidence")
    return tuple(sorted(each for each in evidence if each.file in named))
