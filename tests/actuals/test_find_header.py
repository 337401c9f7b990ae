from __future__ import annotations

from perfdsl.actuals.find_header import find_table, holds_facts
from perfdsl.actuals.table import Row


def rows(*texts: tuple[str, ...]) -> list[Row]:
    return [Row(at, row, "") for at, row in enumerate(texts, start=1)]


def test_the_first_row_with_two_headings_is_the_header() -> None:
    table = find_table("a", "", rows(("2022年实绩",), ("项目",), ("项目", "指标"), (), ("甲", "乙")))
    assert table is not None
    assert (table.header.number, [row.number for row in table.rows]) == (3, [5])
    assert holds_facts(table)


def test_without_one_it_is_the_first_written_row() -> None:
    table = find_table("a", "", rows((), ("序号", "备注"), ("1", "2")))
    assert table is not None
    assert table.header.number == 2
    assert not holds_facts(table)


def test_points_alone_make_no_table_of_facts() -> None:
    table = find_table("a", "", rows(("项目", "自评得分", "核查得分", "扣分"), ("甲", "95", "94", "1")))
    assert table is not None
    assert not holds_facts(table)


def test_blank_rows_are_no_table() -> None:
    assert find_table("a", "", rows((), ("",))) is None
