"""What is said of a department on the command line: ranks, what rules say, and what an error leaves out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.run import run
from tests.engines.departments import Made, department

BY_BUDGET = "汇总 自身 60%，各项目 40% 按预算"
PROJECTS = [Made("公路", 400, 400, 95), Made("桥梁", 100, 90, 90)]
RULES = '规则 两个\n  每部门 当 项目数 = 2\n  则 提示 "共有两个项目"，总分 至多 92\n'
TEXT = department(BY_BUDGET, PROJECTS, rules=RULES)


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "表.perf"
    path.write_text(TEXT, encoding="utf-8")
    return path


def by_department(sheet: Path, *more: str):
    return json.loads(run("eval", sheet, "--by", "department", "--format", "json", *more).out)


def test_a_chosen_project_keeps_its_rank_among_all(sheet: Path) -> None:
    (view,) = by_department(sheet, "--project", "桥梁")["departments"]
    assert [(each["project"], each["rank"]) for each in view["ranking"]] == [("桥梁", 2)]


def test_a_broken_project_is_listed_and_leaves_ranks_open(sheet: Path) -> None:
    sheet.write_text(TEXT.replace("次数 = 90次", "次数 = 90人"), encoding="utf-8")
    (view,) = by_department(sheet, "--keep-going")["departments"]
    assert [each["rank_range"] for each in view["ranking"]] == [[1, 2]]
    assert view["unscored"] == ["桥梁"]
    table = run("eval", sheet, "--by", "department", "--keep-going").out
    assert "1–2" in table
    assert "没有得分" in table


@pytest.mark.parametrize("form", ["text", "md"])
def test_what_rules_say_of_a_department_is_told(sheet: Path, form: str) -> None:
    told = run("eval", sheet, "--by", "department", "--format", form).out
    assert "注意: 部门 900001：共有两个项目" in told
    assert [each["rule"] for each in by_department(sheet)["flags"]] == ["两个"]


def test_a_department_with_an_error_is_said_to_be_left_out(sheet: Path) -> None:
    sheet.write_text(TEXT.replace("检查次数 = 11次", "检查次数 = 11人"), encoding="utf-8")
    told = run("eval", sheet, "--by", "department", "--keep-going").out
    assert "部门 900001 没有得分" in told
    assert "目标表里没有部门" not in told
    assert by_department(sheet, "--keep-going")["left_out"] == ["900001"]


def test_the_own_lines_are_explained_as_a_part_of_the_total(sheet: Path) -> None:
    told = run("explain", "900001", sheet).out
    assert "自身得分  92.30" in told
    assert "部门总分  92.00 优" in told
    assert "自身 92.30 × 60% + 各项目 94.40（按预算） × 40% = 93.14" in told
    assert "规则“两个”：总分 至多 92 分" in told
    assert "部门总分" not in run("explain", "公路", sheet).out
