"""Required actions: what supersedes, what closes, and what is not known yet; all of it is invented."""

from __future__ import annotations

from datetime import date

import pytest

from perfdsl.diagnostic import Diagnostics
from perfdsl.library import shipped
from perfdsl.monitor.list_actions import list_actions
from perfdsl.monitor.monitored import RequiredAction
from perfdsl.pipeline import check
from perfdsl.source import Source

SHEET = """采用 国家自评2020
项目 甲
  编码 A1
  产出指标：
    次数 >= 12次
项目 乙
  产出指标：
    次数 >= 12次
"""
RAISED = '整改 甲 2022-06-10\n  要求 "补开"\n  责任人 张三\n  限期 2022-07-15\n'
DONE = '整改 A1 2022-07-01\n  要求 "补开"\n  结果 "已补开" 2022-07-01\n  佐证 "签到表.pdf"\n'


def actions(text: str, day: str = "2022-07-31") -> tuple[tuple[RequiredAction, ...], list[str]]:
    diagnostics = Diagnostics()
    scheme = check([Source("a.perf", SHEET + text)], diagnostics, shipped)
    found = list_actions(scheme, date.fromisoformat(day), diagnostics)
    return found, [each.code for each in diagnostics if each.code.startswith("P122")]


def test_open_then_overdue() -> None:
    (one,), codes = actions(RAISED, "2022-07-15")
    assert (one.project, one.owner, one.due) == ("A1", "张三", date(2022, 7, 15))
    assert (one.closed, one.overdue, codes) == (False, False, [])
    assert actions(RAISED, "2022-07-16")[0][0].overdue


def test_a_later_block_supersedes_and_keeps_the_rest() -> None:
    for text in (RAISED + DONE, DONE + RAISED):
        (one,), codes = actions(text)
        assert (one.owner, one.raised, one.closed, one.overdue) == ("张三", date(2022, 6, 10), True, False)
        assert (one.result_day, one.evidence, codes) == (date(2022, 7, 1), "签到表.pdf", [])


@pytest.mark.parametrize(
    ("day", "known", "closed"), [("2022-06-09", 0, 0), ("2022-06-30", 1, 0), ("2022-07-01", 1, 1)]
)
def test_what_is_dated_later_is_not_known(day: str, known: int, closed: int) -> None:
    found, codes = actions(RAISED + DONE, day)
    assert (len(found), sum(each.closed for each in found), codes) == (known, closed, [])


def test_a_later_result_in_an_undated_block_is_not_known_either() -> None:
    told = RAISED + '整改 甲\n  要求 "补开"\n  责任人 李四\n  结果 "已补开" 2022-07-20\n  佐证 "表.pdf"\n'
    (one,), _ = actions(told, "2022-07-19")
    assert (one.owner, one.closed, one.result, one.evidence) == ("李四", False, "", "")
    assert actions(told, "2022-07-20")[0][0].closed


def test_a_result_alone_does_not_close() -> None:
    (one,), codes = actions(RAISED + '整改 甲 2022-07-01\n  要求 "补开"\n  结果 "已补开" 2022-07-01\n')
    assert (one.closed, one.overdue, codes) == (False, True, ["P1223"])
    (one,), codes = actions(RAISED + '整改 甲 2022-07-01\n  要求 "补开"\n  佐证 "表.pdf"\n')
    assert (one.closed, codes) == (False, ["P1223"])


def test_evidence_may_come_later() -> None:
    told = RAISED + '整改 甲 2022-07-01\n  要求 "补开"\n  结果 "已补开" 2022-07-01\n'
    (one,), codes = actions(told + '整改 甲 2022-07-05\n  要求 "补开"\n  佐证 "表.pdf"\n')
    assert (one.closed, codes) == (True, [])


@pytest.mark.parametrize(
    ("text", "code", "known"),
    [
        ("整改 甲 2022-06-10\n  责任人 张三\n", "P1221", 0),
        ('整改 丙 2022-06-10\n  要求 "补开"\n', "P1222", 0),
        ('整改 甲 2022-06-10\n  要求 "补开"\n  限期 2022-06-01\n', "P1224", 1),
        ('整改 甲 2022-06-10\n  要求 "补开"\n  结果 "完" 2022-06-01\n  佐证 "表"\n', "P1225", 1),
    ],
)
def test_what_is_wrong(text: str, code: str, known: int) -> None:
    found, codes = actions(text)
    assert (codes, len(found), any(each.closed for each in found)) == ([code], known, False)


def test_actions_stand_by_project_and_day() -> None:
    told = (
        '整改 乙 2022-01-01\n  要求 "二"\n整改 甲 2022-05-01\n  要求 "三"\n整改 甲 2022-02-01\n  要求 "一"\n'
    )
    assert [each.requirement for each in actions(told)[0]] == ["一", "三", "二"]
