"""The fixed words of a department's score, and how it came about, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from perfdsl.diagnostic import Language, Text
from perfdsl.exact import show, show_trimmed
from perfdsl.report.points import show_points
from perfdsl.report.say_effects import say_applied
from perfdsl.report.show_money import show_money
from perfdsl.report.words import open_grade
from perfdsl.scorecard import DepartmentScore, Scorecard

RANKING: Final = Text("项目排名", "Ranking of its projects")
COMPARED: Final = Text("自评、核查与计算得分", "Self-scores and a reviewer's beside the computed scores")
OTHERS: Final = Text("不属任何部门的项目", "Projects of no department")
NO_DEPARTMENT: Final = Text(
    "目标表里没有部门：写一个 部门 块，并在项目里写 部门 编码，才有部门得分。",
    "The sheets hold no department: write a department block, and its code in each project.",
)
NO_TOTAL: Final = Text("没有部门得分的项目", "Projects whose department has no score, or that have none")
OWN_LINES: Final = Text("部门自身的指标", "The department's own indicators")

RANK: Final = Text("名次", "Rank")
NO_SCORE: Final = Text("没有得分", "no score")
POINTS: Final = Text("分值", "Weight")
COMPUTED: Final = Text("计算得分", "Computed")
SELF: Final = Text("自评", "Self")
REVIEW: Final = Text("核查", "Review")
SELF_OFF: Final = Text("自评-计算", "Self-comp.")
REVIEW_OFF: Final = Text("核查-计算", "Rev.-comp.")
REVIEW_TO_SELF: Final = Text("核查-自评", "Rev.-self")
MEAN_BY: Final = {
    "": Text("", ""),
    "equal": Text("平均", "equal shares"),
    "by_budget": Text("按预算", "by budget"),
    "by_weight": Text("按权重", "by weight"),
}


def say_absent(scorecard: Scorecard) -> Text:
    """Say which departments an error keeps from a score, or that there is none; empty where all have one."""
    if scorecard.left_out:
        zh, en = "、".join(scorecard.left_out), ", ".join(scorecard.left_out)
        return Text(
            f"部门 {zh} 没有得分：它的目标表、评分办法或实绩有错误，改正以后才有。",
            f"No score for {en}: an error stands in its sheet, its rubric or its facts.",
        )
    return Text("", "") if scorecard.departments else NO_DEPARTMENT


def say_parts(department: DepartmentScore) -> Text:
    """Say of what the score is made: ``自身 97.81 × 60% + 各项目 79.50（按预算） × 40%``; may be empty."""
    zh, en = [], []
    share = department.own_share
    for name, points, how, part in (
        (Text("自身", "own"), department.own and department.own.total, "", share),
        (
            Text("各项目", "projects"),
            department.mean,
            department.mean_by,
            None if share is None else 1 - share,
        ),
    ):
        if points is not None:
            shown, by = show_points(points, department.places), MEAN_BY[how]
            times = "" if part is None else f" × {show_trimmed(100 * part, 2)}%"
            zh.append(f"{name.zh} {shown}{f'（{by.zh}）' if by.zh else ''}{times}")
            en.append(f"{name.en} {shown}{f' ({by.en})' if by.en else ''}{times}")
    joined = (" + ", " + ") if share is not None else ("；", "; ")
    return Text(joined[0].join(zh), joined[1].join(en))


def say_whole(department: DepartmentScore, language: Language) -> Iterator[str]:
    """Say the total, of what it is blended, and what rules over the department made of the blend."""
    yield say_total(department, language)
    parts = say_parts(department).say(language)
    blend = department.before or department.total
    equals = "" if blend is None else f" = {show_points(blend, department.places)}"
    if parts:
        yield f"{parts}{equals}"
    effects = say_applied(department.applied).say(language)
    if effects:
        yield effects


def say_money(department: DepartmentScore) -> Text:
    """Say the money over all projects; empty where none has a budget."""
    budget, spent = department.budget, department.spent
    if budget is None:
        return Text("", "")
    zh, en = f"各项目预算合计 {show_money(budget)}", f"budgets of all projects {show_money(budget)}"
    if spent is None:
        return Text(f"{zh}，执行数没有报齐", f"{en}, not all spending is reported")
    rate = f"（{show(100 * spent / budget, 2)}%）" if budget else ""
    rate_en = f" ({show(100 * spent / budget, 2)}%)" if budget else ""
    return Text(f"{zh}，已执行 {show_money(spent)}{rate}", f"{en}, spent {show_money(spent)}{rate_en}")


def say_total(department: DepartmentScore, language: Language) -> str:
    """``90.49 优`` · ``[61.50, 89.00] 待定（可能 中/良）``; says so where the rubric does not say how."""
    if department.total is None:
        return Text("没有合成（评分办法没有写 汇总）", "none: the rubric does not say rollup").say(language)
    grade = department.grade
    if not grade and not department.total.settled:
        grade = open_grade(department.possible_grades).say(language)
    return f"{show_points(department.total, department.places)} {grade}".strip()


def show_apart(difference: Fraction | None, places: int) -> str:
    """``+0.50`` · ``-1.00`` · ``0.00``; a dash where one of the two is not known."""
    if difference is None:
        return "-"
    return ("+" if difference > 0 else "") + show(difference, places)
