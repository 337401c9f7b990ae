"""A department on the command line: chosen projects leave its score alone, many files make one."""

from __future__ import annotations

from pathlib import Path

from perfdsl.check_many import check_many
from perfdsl.cli.evaluate import Wishes, evaluate_paths
from perfdsl.diagnostic import Diagnostics
from perfdsl.library import shipped_all
from perfdsl.source import Source
from tests.engines.departments import RUBRIC, Made, department

BY_BUDGET = "汇总 自身 60%，各项目 40% 按预算"
PROJECTS = [Made("公路", 400, 400, 95), Made("桥梁", 100, 90, 90)]


def test_a_chosen_project_leaves_its_department_over_all(tmp_path: Path) -> None:
    sheet = tmp_path / "表.perf"
    sheet.write_text(department(BY_BUDGET, PROJECTS), encoding="utf-8")
    whole = evaluate_paths(Wishes((str(sheet),))).scorecard
    one = evaluate_paths(Wishes((str(sheet),), projects=("桥梁",))).scorecard
    assert whole is not None
    assert one is not None
    assert [each.name for each in one.projects] == ["桥梁"]
    (before,), (after,) = whole.departments, one.departments
    assert after == before._replace(members=(0,), place=after.place, own=after.own, unshown=after.unshown)
    assert [(each.name, each.total, each.scored) for each in after.unshown] == [
        ("公路", whole.projects[0].total, True)
    ]
    assert after.own is not None
    assert before.own is not None
    assert after.own.total == before.own.total


def codes(texts: dict[str, str]) -> list[str]:
    told = Diagnostics()
    check_many([Source(name, text) for name, text in texts.items()], shipped_all(), told)
    return [each.code for each in told]


def test_sheets_checked_one_by_one_are_held_against_one_department() -> None:
    by_weight = department("汇总 自身 60%，各项目 40% 按权重", [])
    rubric, head = by_weight[: by_weight.index("采用")], by_weight[by_weight.index("采用") :]
    assert rubric.startswith(RUBRIC)
    sheets = {"办法.perf": rubric, "部门.perf": head}
    assert codes({**sheets, "甲.perf": "采用 试行\n" + PROJECTS[0]._replace(weight=3).sheet}) == []
    assert codes({**sheets, "甲.perf": "采用 试行\n" + PROJECTS[0].sheet}) == ["P1323"]
    assert codes(sheets) == ["P1325"]
