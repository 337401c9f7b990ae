"""What rules say of a department: of all its projects, sound or not, and of its total before any rule."""

from __future__ import annotations

from tests.engines.departments import Made, department
from tests.scoring import run_texts, say_all

BY_BUDGET = "汇总 自身 60%，各项目 40% 按预算"
PROJECTS = [Made("公路", 400, 400, 95), Made("桥梁", 100, 90, 90)]


def hints(rules: str, *, break_one: bool = False) -> list[str]:
    text = department(BY_BUDGET, PROJECTS, rules=rules)
    if break_one:
        text = text.replace("次数 = 90次", "次数 = 90人")
    outcome = run_texts(text, keep_going=True)
    assert outcome.scorecard is not None, say_all(outcome.diagnostics)
    return [flag.text.zh.partition("：")[2] for flag in outcome.scorecard.flags]


def rule(name: str, condition: str, effect: str = "") -> str:
    told = f'提示 "{name}"'
    return f"规则 {name}\n  每部门 当 {condition}\n  则 {effect or told}\n"


def test_broken_projects_count() -> None:
    rules = rule("不到两个", "项目数 < 2") + rule("不到五百万", "预算 < 500万元") + rule("两个", "项目数 = 2")
    assert hints(rules, break_one=True) == ["两个"]
    assert hints(rule("花得少", "执行数 < 450万元"), break_one=True) == []
    assert hints(rule("花得少", "执行数 < 495万元")) == ["花得少"]


def test_the_total_is_that_before_the_rules() -> None:
    cap = rule("封顶", "项目数 = 2", "总分 至多 60")
    assert hints(cap + rule("高", "总分 > 93分") + rule("低", "总分 <= 60分")) == ["高"]


def test_a_bare_number_beside_the_total_is_one_of_points() -> None:
    assert hints(rule("高", "总分 > 93") + rule("低", "总分 < 60")) == ["高"]
