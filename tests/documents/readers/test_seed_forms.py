"""Every text of the hand-checked truth is the text of a cell, in each kind of form, and merges fit."""

from __future__ import annotations

import json

import pytest

from perfdsl.documents.document import Document
from tests.documents.readers.reading import DATA, FORMS, assert_sound, grids, read

TRUTH = json.loads((DATA / "linxi-2022" / "linxi-2022.json").read_text(encoding="utf-8"))
FILES = ("ruled.docx", "tables.html", "sheet.xlsx", "sheet.xls")
SUBJECTS = ("code", "name", "budget", "fiscal", "purpose", "spending_plan_header")
INDICATORS = ("level1", "level2", "name", "description", "target_text", "basis")


def form(name: str) -> Document:
    document, codes = read(name, (FORMS / name).read_bytes())
    assert codes == []
    assert document is not None
    return document


def squeeze(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", FILES)
def test_every_text_of_the_truth_is_a_cell(name: str) -> None:
    document = form(name)
    texts = {squeeze(cell.text) for grid in grids(document) for cell in grid.cells}
    wanted = []
    for project in TRUTH["projects"]:
        wanted += [project[key] for key in SUBJECTS]
        wanted += [point[key] for point in project["spending_plan"] for key in ("label", "cumulative")]
        wanted += [row[key] for row in project["indicators"] for key in INDICATORS]
        goals = "".join(f"{g['no']}.{g['label']}{g['text']}" for g in project["goals"])
        wanted.append(goals)
    assert len(wanted) > 200
    assert [text for text in wanted if squeeze(text) not in texts] == []


@pytest.mark.parametrize("name", FILES)
def test_groups_of_indicators_cover_their_rows(name: str) -> None:
    """Each level-1 cell covers as many rows as there are indicators of it, in the order of the document."""
    found = [
        (squeeze(cell.text), cell.rows)
        for grid in grids(form(name))
        for cell in grid.cells
        if cell.column == 0 and squeeze(cell.text) in {"产出指标", "效益指标", "满意度指标"}
    ]
    wanted: list[tuple[str, int]] = []
    for project in TRUTH["projects"]:
        levels = [row["level1"] for row in project["indicators"]]
        wanted += [(level, levels.count(level)) for level in dict.fromkeys(levels)]
    assert found == wanted


@pytest.mark.parametrize("name", FILES)
def test_grids_are_sound(name: str) -> None:
    for grid in grids(form(name)):
        assert_sound(grid)


def test_docx_and_html_give_equal_grids() -> None:
    word, page = grids(form("ruled.docx")), grids(form("tables.html"))
    assert len(word) == 4
    for one, other in zip(word, page, strict=True):
        assert (one.rows, one.columns) == (other.rows, other.columns)
        assert [(*c[:4], squeeze(c.text)) for c in one.cells] == [
            (*c[:4], squeeze(c.text)) for c in other.cells
        ]


def test_xlsx_and_xls_give_equal_grids() -> None:
    assert grids(form("sheet.xlsx")) == grids(form("sheet.xls"))


def test_titles_stand_outside_the_tables() -> None:
    from perfdsl.documents.document import Prose

    for name in ("ruled.docx", "tables.html"):
        prose = [block.text for block in form(name).blocks if isinstance(block, Prose)]
        assert prose[0] == "1.代表之家运行经费绩效目标表"
        assert len(prose) == 8
