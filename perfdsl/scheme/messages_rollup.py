"""The wording of complaints about departments: of what their score is made, and of their projects (P132)."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from perfdsl.diagnostic import Diagnostic, Label, Text, complaint
from perfdsl.exact import show_trimmed
from perfdsl.source import Place
from perfdsl.syntax import ast

_WRITE = Text("例如 汇总 自身 60%，各项目 40% 按预算", "for example rollup own 60%, projects 40% by_budget")


def bad_share(place: Place, text: str) -> Diagnostic:
    """Complain of a share that is no percentage."""
    return complaint(
        "P1321", place, Text(f"汇总的份额不能是 {text}", f"{text} is no share of a department's score"),
        Text("要写 0% 至 100%", "0% to 100%"), _WRITE,
    )  # fmt: skip


def part_again(place: Place, part: ast.RollupPart) -> Diagnostic:
    """Complain of a part of a roll-up that is said twice."""
    zh, en = ("自身", "own") if part.of == "own" else ("各项目", "projects")
    return complaint(
        "P1321",
        place,
        Text(f"汇总里“{zh}”写了两次", f"“{en}” is said twice"),
        Text("又一次", "again"),
        _WRITE,
    )


def way_of_own(place: Place) -> Diagnostic:
    """Complain of a mean of one score."""
    return complaint(
        "P1321", place, Text("自身只有一个得分，没有平均可言", "there is one own score; no mean is taken of it"),
        Text("按什么平均只写在 各项目 后面", "only projects say how"), _WRITE,
    )  # fmt: skip


def no_way(place: Place) -> Diagnostic:
    """Complain of a mean that does not say how it is taken."""
    return complaint(
        "P1321", place, Text("没有写各项目的得分怎么平均", "it is not said how the mean of the projects is taken"),
        Text("平均、按预算，还是按权重？", "equal, by_budget, or by_weight?"),
        Text("例如 各项目 40% 按预算", "for example projects 40% by_budget"),
    )  # fmt: skip


def shares_not_whole(place: Place, total: Fraction) -> Diagnostic:
    """Complain of shares that do not make all of a score."""
    shown = show_trimmed(100 * total)
    return complaint(
        "P1321", place, Text(f"汇总的份额合计 {shown}%，不是 100%", f"the shares of the roll-up make {shown}%, not 100%"),
        Text(f"合计 {shown}%", f"they make {shown}%"), _WRITE,
    )  # fmt: skip


def no_own_indicators(place: Place, name: str, rollup: Place) -> Diagnostic:
    """Complain of a share for what a department does not have."""
    return Diagnostic(
        "P1322", Text(f"部门“{name}”没有自己的指标，汇总却给自身留了份额", f"the department “{name}” has no indicators of its own, but the roll-up gives them a share"),
        (Label(place, Text("没有指标", "no indicators")), Label(rollup, Text("自身有份额", "a share of its own"))),
        (Text("在部门下写指标；或改为 汇总 各项目 100% 按预算", "give the department indicators, or write rollup projects 100% by_budget"),),
    )  # fmt: skip


def no_rubric(place: Place, name: str) -> Diagnostic:
    """Complain of a department with indicators that says not how it is scored."""
    return complaint(
        "P0416", place, Text(f"部门“{name}”没有采用评分办法", f"the department “{name}” names no rubric"),
        Text("不知道怎么评分", "it does not say how it is scored"),
        Text("在部门上面写一行，例如 采用 国家自评2020；或用 --rubric", "write a line above it such as use 国家自评2020, or give --rubric"),
    )  # fmt: skip


def member_without_weight(place: Place, name: str, lacking: Sequence[str]) -> Diagnostic:
    """Complain of projects without a weight in a department that weighs them."""
    more = len(lacking) - 1
    zh = f"“{lacking[0]}”" + (f"等 {len(lacking)} 个项目" if more else "")
    en = f"“{lacking[0]}”" + (f" and {more} more" if more else "")
    return complaint(
        "P1323", place, Text(f"部门“{name}”按权重汇总，{zh}没有写权重", f"the department “{name}” rolls up by weights, and {en} has none"),
        Text("这个部门", "this department"), Text("在项目里写，例如 部门 101001，权重 30", "write in the project, for example department 101001, weight 30"),
    )  # fmt: skip


def weights_of_nothing(place: Place, name: str) -> Diagnostic:
    """Complain of weights that are all zero."""
    return complaint(
        "P1323", place, Text(f"部门“{name}”各项目的权重都是零", f"all projects of the department “{name}” have the weight zero"),
        Text("分不出轻重", "nothing to weigh by"), Text("至少给一个项目大于零的权重", "give one project a weight above zero"),
    )  # fmt: skip


def member_without_budget(place: Place, name: str, lacking: Sequence[str]) -> Diagnostic:
    """Complain of projects without a budget in a department that needs the sum of them."""
    more = len(lacking) - 1
    zh = f"“{lacking[0]}”" + (f"等 {len(lacking)} 个项目" if more else "")
    en = f"“{lacking[0]}”" + (f" and {more} more" if more else "")
    return complaint(
        "P1324", place, Text(f"部门“{name}”的得分要用各项目预算之和，{zh}没有预算", f"the score of the department “{name}” needs the budgets of its projects, and {en} has none"),
        Text("这个部门", "this department"), Text("给项目写预算，例如 预算 5.00万元", "give the project a budget, for example budget 5.00万元"),
    )  # fmt: skip


def nothing_to_spend(place: Place, name: str) -> Diagnostic:
    """Complain of budgets that are all zero."""
    return complaint(
        "P1324", place, Text(f"部门“{name}”各项目的预算都是零，没有执行率，也不能按预算汇总", f"all budgets of the department “{name}” are zero: no execution rate, and nothing to weigh by"),
        Text("这个部门", "this department"), Text("核对项目的预算；或改为 汇总 … 平均", "check the budgets, or roll up equally"),
    )  # fmt: skip


def no_projects(place: Place, name: str, code: str) -> Diagnostic:
    """Warn of a department whose score asks for projects, and there are none in these files."""
    hint = (
        Text(f"在项目里写一行：部门 {code}；或把项目的文件一起给出", f"write department {code} in a project, or give the files of the projects as well")
        if code
        else Text("给部门写编码，在项目里写 部门 和这个编码", "give the department a code, and name it in the projects")
    )  # fmt: skip
    return complaint(
        "P1325", place, Text(f"部门“{name}”的得分要看它的项目，这些文件里没有", f"the score of the department “{name}” asks for its projects, and there are none here"),
        Text("没有项目", "no projects"), hint,
    )  # fmt: skip
