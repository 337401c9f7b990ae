"""Tells the parts of a form: its tables of indicators, the rows around them, and what its first lines say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from perfdsl.documents.document import Prose
from perfdsl.importers.draft import Field, HeadName
from perfdsl.importers.grids.collect_rows import Body, collect_body
from perfdsl.importers.grids.cut_forms import FormPieces
from perfdsl.importers.grids.form_rows import Piece, Row, Taken
from perfdsl.importers.grids.match_header import header_at
from perfdsl.importers.grids.read_head import money_unit_in
from perfdsl.importers.grids.read_lines import read_line
from perfdsl.importers.grids.read_title import read_title


class Parts(NamedTuple):
    """Lines of a form: its tables of indicators, and the rows of its head and foot.

    ``above``: how many lines of prose stand above its first row.
    """

    bodies: tuple[Body, ...]
    rest: tuple[Row, ...]
    prose: tuple[Prose, ...]
    above: int = 0


def find_parts(pieces: Sequence[Piece]) -> Parts:
    """Tell tables of indicators from the rest of a form's lines."""
    bodies: list[Body] = []
    rest: list[Row] = []
    prose: list[Prose] = []
    at = above = 0
    while at < len(pieces):
        piece = pieces[at]
        header = header_at(pieces, at)
        if header is not None:
            bodies.append(collect_body(pieces, header))
            at = max(bodies[-1].end, at + 1)
            continue
        if isinstance(piece, Row):
            rest.append(piece)
        else:
            prose.append(piece)
            above += 0 if bodies or rest else 1
        at += 1
    return Parts(tuple(bodies), tuple(rest), tuple(prose), above)


def head_of(form: FormPieces, parts: Parts, taken: Taken) -> tuple[dict[HeadName, Field], str]:
    """Read the title and the lines below it; the money unit that they state stands beside them.

    What is printed below the form's first rows tells only what nothing above it does: a page may begin there.
    """
    head = read_title(form.pieces[: form.titles], taken)
    _prose_lines(parts.prose[: parts.above], head)
    head = _head_lines(parts.rest, head, taken)
    _prose_lines(parts.prose[parts.above :], head)
    return head, str(head["money_unit"].value) if "money_unit" in head else ""


def _prose_lines(lines: Sequence[Prose], head: dict[HeadName, Field]) -> None:
    for line in lines:
        for name, field in read_line(line.text, line.spots, line.flags).items():
            head.setdefault(name, field)


def _head_lines(rows: Sequence[Row], head: dict[HeadName, Field], taken: Taken) -> dict[HeadName, Field]:
    """Read rows of a single cell that say what lines of prose say elsewhere: 101001 某局 单位：万元."""
    for row in rows:
        filled = row.filled
        for cell in filled if len(filled) <= 3 else ():  # noqa: PLR2004 (a line of a worksheet)
            said = read_line(cell.text, cell.spots, cell.flags)
            is_line = len(filled) == 1 or said.keys() <= {"money_unit", "year"}
            if said and is_line and not said.keys() & head.keys():
                head.update(said)
                taken.take(cell)
    if "money_unit" not in head and (unit := money_unit_in(rows)) is not None:
        head["money_unit"] = unit
    return head
