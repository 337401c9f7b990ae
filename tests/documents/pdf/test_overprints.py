"""Sheets printed without wrapping: text over rules, over other text, beyond a table; invented (虚构)."""

from __future__ import annotations

from perfdsl.documents.document import Cell, Document, Grid, Prose
from tests.documents.pdf.read_it import grids_of, read_well
from tests.documents.pdf.typeset import FONT, Box, canvas_of, draw_table, finish

XS = [20, 120, 220]
ROWS = [Box(0, 0, 1, 1, ""), Box(0, 1, 1, 1, ""), Box(1, 0, 1, 1, ""), Box(1, 1, 1, 1, "")]


def page(*written: tuple[int, int, str]) -> Document:
    """Print texts at places (from the lower left corner) over a table of 2 × 2 cells, of 100 × 40 points."""
    canvas, out = canvas_of((400, 300))
    draw_table(canvas, ROWS, XS, [280, 240, 200], "lines")
    canvas.setFont(FONT, 10)
    for left, bottom, text in written:
        canvas.drawString(left, bottom, text)
    return read_well(finish(canvas, out))


def cells(document: Document) -> list[Cell]:
    (grid,) = grids_of(document)
    return list(grid.cells)


def flags(*written: tuple[int, int, str]) -> list[frozenset[str]]:
    return [cell.flags for cell in cells(page(*written))]


def test_texts_on_each_other_are_flagged() -> None:
    found = flags((125, 250, "完成虚构里程的养护"), (128, 250, "已经全部建成投用"))
    assert found == [frozenset(), frozenset({"overlap"}), frozenset(), frozenset()]


def test_bold_and_tight_texts_are_not_flagged() -> None:
    bold = [(25, 250, "达标"), (26, 250, "达标")]
    spread = [(125 + 9 * number, 250, sign) for number, sign in enumerate("紧排的字")]
    assert flags(*bold, *spread) == [frozenset()] * 4


def test_a_text_cut_at_its_rule_is_flagged() -> None:
    assert flags((25, 250, "设施可持续使用年限"), (125, 210, "旁")) == [frozenset()] * 4
    assert flags((35, 250, "设施可持续使用年限"), (125, 210, "旁"))[0] == {"overflow_text"}


def test_a_text_that_runs_into_the_next_cell_flags_both() -> None:
    left, right, *_ = flags((45, 250, "设施可持续使用年限和更多"))
    assert left == right == {"overflow_text"}


def test_a_comma_may_hang_over_the_rule() -> None:
    assert flags((35, 250, "设施可持续使用，"), (35, 210, "设施可持续使年，")) == [frozenset()] * 4


def test_text_beyond_the_right_edge_belongs_to_the_cell_at_the_end_of_the_row() -> None:
    document = page((130, 250, "按照虚构办法的通知执行并核对"), (130, 210, "短"), (300, 210, "旁注"))
    found = cells(document)
    assert (found[1].text, found[1].flags) == ("按照虚构办法的通知执行并核对", {"overflow_text"})
    assert (found[3].text, found[3].flags) == ("短", frozenset())
    assert [block.text for block in document.blocks if isinstance(block, Prose)] == ["旁注"]


def test_a_line_shared_out_to_two_cells_above_each_other_flags_both() -> None:
    canvas, out = canvas_of((400, 300))
    draw_table(canvas, ROWS, XS, [280, 240, 200], "lines")
    canvas.setFont(FONT, 10)
    text = canvas.beginText(30, 237)
    for sign, rise in (("虚", 0), ("构", 0), ("的", -2), ("字", -2)):
        text.setRise(rise)
        text.textOut(sign)
    canvas.drawText(text)
    (grid,) = grids_of(read_well(finish(canvas, out)))
    above, below = grid.cells[0], grid.cells[2]
    assert {above.text, below.text} != {"", "虚构的字"}
    assert above.flags == below.flags == {"overflow_text"}


def test_page_numbers_are_no_overflow() -> None:
    for number in ("1 / 4", "第 2 页 共 4 页", "- 3 -"):
        canvas, out = canvas_of((300, 300))
        draw_table(canvas, [Box(0, 0, 1, 1, ""), Box(0, 1, 1, 1, "")], XS, [280, 240], "lines")
        canvas.setFont(FONT, 10)
        for place, text in ((260, "甲方"), (246, "乙方")):
            canvas.drawString(30, place, text)
        canvas.drawString(32, 233, number)
        document = read_well(finish(canvas, out))
        (grid,) = (block for block in document.blocks if isinstance(block, Grid))
        assert (grid.cells[0].text, grid.cells[0].flags) == ("甲方\n乙方", frozenset()), number


def test_a_blank_between_lines_of_two_fonts_begins_no_line() -> None:
    from perfdsl.documents.readers.pdf.page import Character
    from perfdsl.documents.readers.pdf.read_lines import read_text

    tall = [Character(sign, 2507 + 90 * at, 1147, 2597 + 90 * at, 1316) for at, sign in enumerate("受训人员")]
    low = [Character(sign, 2867 + 90 * at, 1143, 2957 + 90 * at, 1233) for at, sign in enumerate("满意")]
    last = Character("度", 3047, 1145, 3137, 1316)
    blank = Character(" ", 3137, 1145, 3137, 1316)
    assert read_text([*tall, *low, last, blank]).text == "受训人员满意度"


def test_lines_of_a_cell_that_is_too_low_are_flagged_on_both_sides_of_the_rule() -> None:
    assert (
        flags((25, 236, "第二行虚构"), (25, 250, "第一行虚构"), (25, 212, "别的"))[::2]
        == [{"overflow_text"}] * 2
    )


def test_a_line_below_a_cell_with_room_is_no_overflow() -> None:
    canvas, out = canvas_of((300, 300))
    draw_table(canvas, [Box(0, 0, 1, 1, ""), Box(0, 1, 1, 1, "")], XS, [280, 265], "lines")
    canvas.setFont(FONT, 10)
    canvas.drawString(24, 268, "合计")
    canvas.drawString(24, 253, "虚构绩效目标表")
    document = read_well(finish(canvas, out))
    assert [block.text for block in document.blocks if isinstance(block, Prose)] == ["虚构绩效目标表"]
