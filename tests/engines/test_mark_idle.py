"""Effects that would change nothing are marked, and not told in reports."""

from __future__ import annotations

import pytest

from perfdsl.report.lay_out import lay_out
from perfdsl.scorecard import ProjectScore, Scorecard
from tests.engines.ruled import LATE, LOW, ruled
from tests.scoring import line_named


def shown(project: ProjectScore) -> str:
    (department,) = lay_out(Scorecard((project,)), "zh").departments
    (table,) = department.projects
    rows = [note for group in table.groups for row in group.rows for note in row.notes]
    return "\n".join([*rows, *table.notes])


@pytest.mark.parametrize(
    ("case", "idle"),
    [
        ("每项 当 非 达标 则 扣 0", True),
        ("每项 当 非 达标 则 扣 1", False),
        ("每项 当 非 达标 则 得分 至多 1000", True),
        ("每项 当 非 达标 则 得分 至多 15", True),  # as much as the line has
        ("每项 当 非 达标 则 得分 至多 14.99", False),
        ("每项 当 非 达标 则 不计", False),
    ],
)
def test_effects_on_a_line(case: str, idle: bool) -> None:
    project = ruled(case, changes=(LATE,))
    (effect,) = line_named(project, "知晓率").applied
    assert effect.idle is idle
    assert ("试行" in shown(project)) is not idle


@pytest.mark.parametrize(
    ("effect", "idle"),
    [
        ("扣 0", True),
        ("扣 1", False),
        ("总分 至多 100", True),
        ("总分 至多 50", False),
        ("等级 至多 优", True),
        ("等级 至多 差", False),
    ],
)
def test_effects_on_a_total(effect: str, idle: bool) -> None:
    project = ruled(f"每项目 当 预算执行率 < 60% 则 {effect}", changes=(LOW,))
    (applied,) = project.applied
    assert applied.idle is idle
    assert ("试行" in shown(project)) is not idle


def test_two_limits_of_which_either_would_do_are_both_told() -> None:
    case = "每项目 当 预算执行率 < 60% 则 总分 至多 69，等级 至多 中"
    assert [each.idle for each in ruled(case, changes=(LOW,)).applied] == [False, False]


def test_a_limit_that_may_yet_bind_is_told() -> None:
    spent = ("  执行数 10万元\n", "")
    project = ruled("每项目 当 预算执行率 < 60% 则 总分 至多 99.9", changes=(spent,))
    assert [(each.certain, each.idle) for each in project.applied] == [(False, False)]
