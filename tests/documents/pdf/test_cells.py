"""The text of one cell: written downwards, overflowing, raised, printed twice."""

from __future__ import annotations

from perfdsl.documents.document import Cell, Prose
from perfdsl.documents.readers.pdf.page import Character
from perfdsl.documents.readers.pdf.read_lines import read_text
from tests.documents.pdf.read_it import grids_of, read_well
from tests.documents.pdf.typeset import FONT, Box, canvas_of, draw_table, finish, write_lines


def cells_with(write, boxes: list[Box] | None = None) -> list[Cell]:
    """Read a table of two columns into whose first cell something is written."""
    canvas, out = canvas_of((300, 300))
    draw_table(
        canvas, boxes or [Box(0, 0, 1, 1, ""), Box(0, 1, 1, 1, "旁")], [20, 120, 220], [280, 180], "lines"
    )
    canvas.setFont(FONT, 10)
    write(canvas)
    (grid,) = grids_of(read_well(finish(canvas, out)))
    return list(grid.cells)


def test_columns_from_right_to_left() -> None:
    def write(canvas) -> None:
        for number, character in enumerate("满意度"):
            canvas.drawString(60, 260 - 12 * number, character)
        for number, character in enumerate("指标"):
            canvas.drawString(40, 260 - 12 * number, character)

    cell = cells_with(write)[0]
    assert (cell.text, cell.flags) == ("满意度\n指标", {"vertical_text"})


def test_lines_of_two_characters_are_not_written_downwards() -> None:
    cell = cells_with(lambda canvas: write_lines(canvas, ["产出", "指标"], 30, 270, 10))[0]
    assert (cell.text, cell.flags) == ("产出\n指标", frozenset())


def test_a_raised_digit_stays_on_its_line() -> None:
    def write(canvas) -> None:
        canvas.drawString(30, 250, "≥100m")
        canvas.setFont(FONT, 6)
        canvas.drawString(60, 254, "2")

    assert cells_with(write)[0].text == "≥100m2"


def test_lines_in_any_order_of_the_file() -> None:
    def write(canvas) -> None:
        canvas.drawString(30, 230, "第二行")
        canvas.drawString(60, 245, "行")
        canvas.drawString(30, 245, "第一")

    assert squeezed(cells_with(write)[0].text) == "第一行\n第二行"


def test_bold_that_is_printed_twice() -> None:
    def write(canvas) -> None:
        for shift in (0, 0.4):
            canvas.drawString(30 + shift, 250, "达")
            canvas.drawString(40 + shift, 250, "达")

    assert cells_with(write)[0].text == "达达"


def test_text_that_runs_out_below_its_cell() -> None:
    lines = [f"第{number}行字" for number in range(1, 9)]
    canvas, out = canvas_of((300, 300))
    boxes = [Box(0, 0, 1, 1, "甲"), Box(0, 1, 1, 1, "乙")]
    draw_table(canvas, boxes, [20, 120, 220], [280, 200], "lines")
    write_lines(canvas, lines, 60, 275, 10)
    write_lines(canvas, ["注：虚构"], 20, 150, 10)
    document = read_well(finish(canvas, out))
    (grid,) = grids_of(document)
    assert squeezed(grid.cells[0].text) == "\n".join(["甲第1行字", *lines[1:]])
    assert grid.cells[0].flags == {"overflow_text"}
    assert [block.text for block in document.blocks if isinstance(block, Prose)] == ["注：虚构"]


def test_a_note_below_a_table_is_no_overflow() -> None:
    canvas, out = canvas_of((300, 300))
    draw_table(canvas, [Box(0, 0, 1, 1, "甲"), Box(0, 1, 1, 1, "乙")], [20, 120, 220], [280, 250], "lines")
    write_lines(canvas, ["注：虚构的一行"], 22, 248, 10)
    document = read_well(finish(canvas, out))
    assert [block.text for block in document.blocks if isinstance(block, Prose)] == ["注：虚构的一行"]


def test_text_that_is_printed_on_the_last_rule() -> None:
    """A merged cell that a page break cuts is printed in the middle of its whole height."""
    canvas, out = canvas_of((300, 300))
    draw_table(canvas, [Box(0, 0, 1, 1, ""), Box(0, 1, 1, 1, "乙")], [20, 120, 220], [280, 250], "lines")
    write_lines(canvas, ["预算规模", "及用途"], 30, 254, 10)
    document = read_well(finish(canvas, out))
    (grid,) = document.blocks
    assert (grid.cells[0].text, grid.cells[0].flags) == ("预算规模\n及用途", {"overflow_text"})


def test_nothing_written() -> None:
    assert read_text([]) == ("", False)
    assert read_text([Character(" ", 0, 0, 5, 5)]) == ("", False)


def squeezed(text: str) -> str:
    return text.replace(" ", "")
