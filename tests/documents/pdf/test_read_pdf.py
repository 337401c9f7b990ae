"""Forms typeset in many ways come out of the reader cell by cell as they went in."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from perfdsl.documents.document import Grid, OnPage, Prose
from tests.documents.pdf.read_it import FORMS, PROJECTS, RULED, boxes_of, grids_of, read_well, squeeze
from tests.documents.pdf.typeset import STYLES, Style, form_boxes, typeset_form

XS = [30, 80, 140, 220, 380, 440, 560]
SAMPLES = ("printed-sheet", "downwards", "no-rules")
NARROW = [20, 62, 110, 170, 300, 344, 420]


def sample(name: str) -> bytes:
    return (FORMS / f"{name}.pdf").read_bytes()


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("number", range(4))
def test_every_cell_of_a_ruled_form(style: Style, number: int) -> None:
    document = read_well(typeset_form(PROJECTS[number], xs=XS, style=style))
    (grid,) = grids_of(document)
    assert boxes_of(grid) == form_boxes(PROJECTS[number])
    assert not any(cell.flags for cell in grid.cells)
    assert [block.text for block in document.blocks[:2]] == [PROJECTS[number]["title"], "单位：万元"]
    assert isinstance(document.blocks[2], Grid)


@pytest.mark.parametrize("size", [7, 12])
def test_other_widths_and_sizes(size: int) -> None:
    page = (842, 1500)
    xs = [30, 76, 200, 260, 500, 560, 820]
    (grid,) = grids_of(read_well(typeset_form(PROJECTS[0], xs=xs, size=size, page=page)))
    assert boxes_of(grid) == form_boxes(PROJECTS[0])
    assert [(edge + 50) // 100 for edge in grid.edges] == xs


@pytest.mark.parametrize("style", ["none", "across"])
def test_a_form_without_columns_of_rules(style: Style) -> None:
    (grid,) = grids_of(read_well(typeset_form(PROJECTS[2], xs=XS, style=style)))
    assert all("borderless" in cell.flags for cell in grid.cells)
    wanted = [(box.row, box.column, box.text) for box in form_boxes(PROJECTS[2]) if box.text]
    assert [(box.row, box.column, box.text) for box in boxes_of(grid)] == wanted


def test_places_are_those_of_the_page() -> None:
    document = read_well(typeset_form(PROJECTS[0], xs=NARROW, size=8))
    (grid,) = grids_of(document)
    first = grid.cells[0].spots[0]
    assert isinstance(first, OnPage)
    assert (first.page, first.left, first.top) == (1, 2000, 7000)
    assert first.right == 6200
    title = document.blocks[0].spots[0]
    assert abs(title.left - 2000) < 100
    assert 2900 < title.top < title.bottom < 4200


@pytest.mark.parametrize("data", [RULED, *map(sample, SAMPLES)], ids=["ruled", *SAMPLES])
def test_every_text_of_the_seed(data: bytes) -> None:
    document = read_well(data)
    found = Counter(joined_texts(grids_of(document)))
    assert wanted_texts() - found == Counter()
    titles = [block.text for block in document.blocks if isinstance(block, Prose)]
    for number, project in enumerate(PROJECTS):
        assert titles[2 * number] == f"{number + 1}.{project['title']}"
    assert len(titles) == 2 * len(PROJECTS)


def test_level_one_written_downwards() -> None:
    grids = grids_of(read_well(sample("downwards")))
    written = [squeeze(cell.text) for grid in grids for cell in grid.cells if "vertical_text" in cell.flags]
    assert set(written) == {"产出指标", "效益指标", "满意度指标"}
    assert all(cell.column == 0 for grid in grids for cell in grid.cells if "vertical_text" in cell.flags)


def test_tables_without_rules_are_marked() -> None:
    grids = grids_of(read_well(sample("no-rules")))
    assert all("borderless" in cell.flags for grid in grids for cell in grid.cells)
    assert len({(grid.edges[0], grid.edges[-1]) for grid in grids}) == 1


def test_the_stream_has_all_text_that_the_blocks_have() -> None:
    document = read_well(RULED)
    printed = [cell.text for grid in grids_of(document) for cell in grid.cells]
    printed += [block.text for block in document.blocks if isinstance(block, Prose)]
    streamed = "".join(line.text for line in document.stream)
    assert Counter(squeeze("".join(printed))) == Counter(squeeze(streamed))


def test_grids_that_begin_a_page_are_marked() -> None:
    grids = grids_of(read_well(RULED))
    marked = [grid.page for grid in grids if any("after_page_break" in cell.flags for cell in grid.cells)]
    first_of_page = [grid.page for number, grid in enumerate(grids) if grid.page != grids[number - 1].page]
    assert marked == [page for page in first_of_page if page > 1] == [2, 3, 4, 5]
    for grid in grids:
        assert all(cell.row == 0 for cell in grid.cells if "after_page_break" in cell.flags)


@cache
def wanted_texts() -> Counter[str]:
    texts: list[str] = []
    for project in PROJECTS:
        texts += [project[name] for name in ("code", "name", "budget", "fiscal", "purpose")]
        for point in project["spending_plan"]:
            texts += [point["label"], point["cumulative"]]
        for row in project["indicators"]:
            texts += [row[name] for name in ("level2", "name", "description", "target_text", "basis")]
    return Counter(map(squeeze, texts))


def joined_texts(grids: list[Grid]) -> list[str]:
    """Give the texts of cells; one that a page break has cut, and only such a one, is put together."""
    wanted = wanted_texts()
    texts: list[str] = []
    before: dict[int, int] = {}
    for grid in grids:
        last: dict[int, int] = {}
        for cell in grid.cells:
            left = grid.edges[cell.column]
            above = texts[before[left]] if "after_page_break" in cell.flags and left in before else ""
            if above and above not in wanted and above + squeeze(cell.text) in wanted:
                texts[before[left]] += squeeze(cell.text)
            else:
                texts.append(squeeze(cell.text))
            if cell.row + cell.rows == grid.rows:
                last[left] = len(texts) - 1
        before = last
    return texts
