from __future__ import annotations

import pytest

from perfdsl.actuals.columns import ABSENT, match_columns
from perfdsl.actuals.table import Row, Table
from perfdsl.diagnostic import Diagnostics
from tests.actuals.say import codes, hints, places


def header(text: str) -> Table:
    return Table("a.csv", "", Row(1, tuple(text.split(",")) if text else (), text), ())


def test_columns_and_their_units() -> None:
    found = Diagnostics()
    columns = match_columns(
        header("序号,项目编码,项目名称,指标,实际完成值（%）,单位,执行数（万元）,日期"), found
    )
    assert columns is not None
    assert (columns.code, columns.project, columns.indicator, columns.actual, columns.unit) == (1, 2, 3, 4, 5)
    assert (columns.spent, columns.date, columns.reason, columns.evidence) == (6, 7, ABSENT, ABSENT)
    assert (columns.actual_unit, columns.spent_unit) == ("%", "万元")
    assert columns.used == (1, 2, 3, 4, 5, 6, 7)
    assert codes(found) == []


def test_columns_of_points_are_used() -> None:
    found = Diagnostics()
    columns = match_columns(header("项目,指标,实际完成值,得分,扣分,复核得分,自评得分"), found)
    assert columns is not None
    assert columns.points == (4, 6, 5)
    assert columns.used == (0, 1, 2, 4, 5, 6)
    assert codes(found) == []


@pytest.mark.parametrize("text", ["项目,执行数", "项目编码,执行数,日期"])
def test_money_alone_is_enough(text: str) -> None:
    found = Diagnostics()
    assert match_columns(header(text), found) is not None
    assert codes(found) == []


@pytest.mark.parametrize(
    ("text", "expected", "hint"),
    [
        ("指标,实际完成值", ["P0617 1:指标"], "加一列，表头写 项目、项目名称、项目名 之一"),
        ("项目,指标,执行数", ["P0617 1:项目"], "加一列，表头写 实际完成值、全年完成值、年度完成值 之一"),
        ("项目,实际完成值", ["P0617 1:项目"], "加一列，表头写 指标、三级指标、指标名称 之一"),
        ("项目,指标,实际完成的值", ["P0617 1:实际完成的值"], "把“实际完成的值”改为“实际完成值”"),
        ("a,b", ["P0617 1:a", "P0617 1:a", "P0617 1:a"], None),
        ("", ["P0617 1:", "P0617 1:", "P0617 1:"], None),
    ],
)
def test_a_missing_column_is_told(text: str, expected: list[str], hint: str | None) -> None:
    found = Diagnostics()
    assert match_columns(header(text), found) is None
    assert places(found) == expected
    assert hint is None or hints(found) == [hint]


def test_two_columns_of_one_meaning() -> None:
    found = Diagnostics()
    columns = match_columns(header("项目,指标名称,三级指标,实际完成值"), found)
    assert columns is not None
    assert columns.indicator == 1
    assert places(found) == ["P0616 1:三级指标"]
    assert len(next(iter(found)).labels) == 2


def test_an_unknown_column_is_a_note() -> None:
    found = Diagnostics()
    assert match_columns(header("项目,指标,实际完成值,心情,,备注"), found) is not None
    assert places(found) == ["P0618 1:心情"]
    assert not found.has_errors
