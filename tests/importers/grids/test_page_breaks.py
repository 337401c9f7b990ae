"""Forms cut by page breaks at any line give what the uncut form gives; invented content (虚构)."""

from __future__ import annotations

import pytest

from perfdsl.documents.document import Block, Cell, Document, Grid, OnPage, Prose
from perfdsl.importers.draft import FormDraft
from perfdsl.importers.grids.read_forms import read_forms
from tests.importers import invented_forms
from tests.importers.read_files import doubts, read_document

PAGES = ("SELF_EVALUATION", "MONITORING", "DECLARATION")


def document(name: str) -> Document:
    page = getattr(invented_forms, name)
    return read_document("page.html", f"<meta charset='utf-8'>{page}".encode())


def cut(whole: Document, at: int) -> Document:
    """Print the first rows of the form's table on page 1, the rest on page 2; merged cells go on blank."""
    blocks: list[Block] = []
    for block in whole.blocks:
        if isinstance(block, Prose):
            blocks.append(Prose(block.text, (OnPage(1, 0, 0, 10, 10),)))
            continue
        edges = tuple(5000 + 2000 * number for number in range(block.columns + 1))
        blocks.append(_part(block, 0, at, 1, edges))
        blocks.append(Prose("第 1 页 共 2 页", (OnPage(1, 0, 80000, 10, 80010),)))
        blocks.append(_part(block, at, block.rows, 2, edges))
    return whole._replace(blocks=tuple(blocks), kind="pdf", pages=2)


def _part(grid: Grid, first: int, last: int, page: int, edges: tuple[int, ...]) -> Grid:
    cells: list[Cell] = []
    for cell in grid.cells:
        start, end = max(cell.row, first), min(cell.row + cell.rows, last)
        if start < end:
            text = cell.text if cell.row >= first else ""
            spots = (OnPage(page, edges[cell.column], 0, edges[cell.column + cell.columns], 10),)
            cells.append(cell._replace(row=start - first, rows=end - start, text=text, spots=spots))
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return Grid(last - first, grid.columns, tuple(cells), edges, page)


def said(form: FormDraft) -> tuple[object, ...]:
    head = {name: field.value for name, field in form.head.items()}
    rows = [{name: field.value for name, field in row.fields.items()} for row in form.rows]
    money = [(row.role, {name: field.value for name, field in row.fields.items()}) for row in form.money]
    return form.kind, head, rows, money, [goal.value for goal in form.goals]


@pytest.mark.parametrize("name", PAGES)
def test_a_break_between_any_two_rows_changes_nothing(name):
    whole = document(name)
    (expected,), _ = read_forms(whole)
    rows = next(block.rows for block in whole.blocks if isinstance(block, Grid))
    for at in range(1, rows):
        (form,), _ = read_forms(cut(whole, at))
        assert said(form) == said(expected), at
        assert doubts(form) == [], at


def split_row(whole: Document, at: int) -> Document:
    """Cut the texts of a row in two: the first half on page 1, the rest, if any, on page 2."""
    blocks = list(whole.blocks)
    place = next(number for number, block in enumerate(blocks) if isinstance(block, Grid))
    grid = blocks[place]
    cells: list[Cell] = []
    for cell in grid.cells:
        if cell.row < at < cell.row + cell.rows:
            cells.append(cell._replace(rows=cell.rows + 1))
        elif cell.row == at:
            half = len(cell.text) if len(cell.text) < 5 else (len(cell.text) + 1) // 2
            cells.append(cell._replace(rows=1, text=cell.text[:half]))
            cells.append(cell._replace(row=at + 1, text=cell.text[half:]))
        else:
            cells.append(cell._replace(row=cell.row + int(cell.row > at)))
    cells.sort(key=lambda cell: (cell.row, cell.column))
    blocks[place] = grid._replace(rows=grid.rows + 1, cells=tuple(cells))
    return cut(whole._replace(blocks=tuple(blocks)), at + 1)


@pytest.mark.parametrize("name", PAGES)
def test_a_break_inside_a_row_is_healed_or_told(name):
    whole = document(name)
    (expected,), _ = read_forms(whole)
    rows = next(block.rows for block in whole.blocks if isinstance(block, Grid))
    silent = []
    for at in range(rows):
        (form,), _ = read_forms(split_row(whole, at))
        if said(form) != said(expected) and not doubts(form) and not form.reasons:
            silent.append(at)
    assert silent == []


def test_lines_that_fell_out_of_a_table_without_rules_do_not_end_it():
    whole = document("SELF_EVALUATION")
    blocks = [
        block._replace(
            cells=tuple(cell._replace(flags=frozenset({"borderless"})) for cell in block.cells), edges=()
        )
        if isinstance(block, Grid)
        else block
        for block in cut(whole, 12).blocks
    ]
    at = next(number for number, block in enumerate(blocks) if getattr(block, "page", 0) == 2)
    blocks.insert(at, Prose("虚构的残句", (OnPage(2, 0, 0, 10, 10),)))
    (form,), unused = read_forms(whole._replace(blocks=tuple(blocks)))
    assert len(form.rows) == 5
    assert all(row.is_marked for row in form.rows)
    assert "虚构的残句" in [one.text for one in unused]


def test_a_header_without_rows_is_a_doubt():
    whole = document("SELF_EVALUATION")
    blocks = cut(whole, 10).blocks
    (form,), _ = read_forms(whole._replace(blocks=blocks[:3]))
    assert form.rows == ()
    assert "表头下面没有读出一行指标" in [reason.zh for reason in form.reasons]
