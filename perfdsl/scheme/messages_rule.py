"""The wording of complaints about rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from perfdsl.diagnostic import Diagnostic, Text, complaint
from perfdsl.scheme.did_you_mean import did_you_mean
from perfdsl.scheme.messages_units import unit_name
from perfdsl.source import Place
from perfdsl.syntax import ast
from perfdsl.units import Unit

_EFFECTS: dict[type[ast.Node], Text] = {
    ast.Told: Text("提示", "hint"),
    ast.Cap: Text("至多", "at_most"),
    ast.Deduct: Text("扣", "deduct"),
    ast.GradeCap: Text("等级 至多", "grades at_most"),
    ast.Exclude: Text("不计", "exclude"),
}
_OVER = {
    "indicator": Text("每项", "each"),
    "project": Text("每项目", "each_project"),
    "department": Text("每部门", "each_department"),
}
_REMEDIES: dict[type[ast.Node], Text] = {
    ast.GradeCap: Text("等级是项目的：写在 每项目 下", "a grade is a project's: write it under each_project"),
    ast.Exclude: Text(
        "不计的是一个指标：写在 每项 下", "what is left out is an indicator: write it under each"
    ),
}


def unknown_rule(place: Place, name: str, known: Iterable[str]) -> Diagnostic:
    """Complain of the name of a rule that is nowhere defined."""
    names = list(known)
    near = did_you_mean(name, names)
    hint = Text(f"是不是“{near}”？", f"did you mean “{near}”?") if near else Text(
        f"写一段 规则 {name}，或用已有的：{'、'.join(names)}" if names else f"写一段 规则 {name}",
        f"write a block rule {name}" + (f", or use one of: {', '.join(names)}" if names else ""))  # fmt: skip
    return complaint(
        "P0213", place, Text(f"没有规则“{name}”", f"there is no rule “{name}”"), Text("没有定义", "not defined"), hint,
    )  # fmt: skip


def empty_rule(place: Place, name: str) -> Diagnostic:
    """Complain of a rule that says nothing."""
    return complaint(
        "P0417", place, Text(f"规则“{name}”什么也没有说", f"the rule “{name}” says nothing"), Text("下面没有 每项 或 每项目", "no each or each_project stands under it"),
        Text('例如：每项 当 得分 < 分值，下一行 则 提示 "请说明偏差原因"', 'for example: each when score < points, and on the next line then hint "say why"'),
    )  # fmt: skip


def effect_out_of_place(place: Place, effect: ast.Effect, each: str) -> Diagnostic:
    """Complain of an effect that cannot be had over what the rule speaks of."""
    what, over = _EFFECTS[type(effect)], _OVER[each]
    remedy = _REMEDIES.get(
        type(effect), Text("写在 每项 或 每项目 下", "write it under each or each_project")
    )
    return complaint(
        "P0418", place, Text(f"{over.zh} 的规则不能用“{what.zh}”", f"a rule over {over.en} cannot have “{what.en}”"),
        Text("在这里没有意义", "it means nothing here"), remedy,
    )  # fmt: skip


def cap_of_line(place: Place, what: str) -> Diagnostic:
    """Complain of a limit, in a rule over one indicator, of something else than its points."""
    return complaint(
        "P0418", place, Text(f"每项 的规则只能限制 得分，不能限制“{what}”", f"a rule over each indicator limits its score, not “{what}”"),
        Text("限制的是别的", "this is something else"),
        Text("写 得分 至多 …；限制总分、一个类别或一个指标，写在 每项目 下", "write score at_most …; to limit the total, a group or one indicator, use each_project"),
    )  # fmt: skip


def not_points(place: Place, unit: Unit) -> Diagnostic:
    """Complain of an amount that is no points."""
    shown = unit_name(unit)
    return complaint(
        "P0419", place, Text(f"这里要写分数，不是{shown.zh}", f"points are needed here, not {shown.en}"), Text("不是分", "no points"),
        Text("写成分，例如 5分；按分值的比例写 分值 * 80%", "write points, such as 5分; a share of the weight is points * 80%"),
    )  # fmt: skip


def unknown_grade(place: Place, grade: str, grades: Sequence[str]) -> Diagnostic:
    """Complain of a limit that is no grade of the rubric."""
    return complaint(
        "P0420", place, Text(f"评分办法没有等级“{grade}”", f"the rubric has no grade “{grade}”"), Text("没有这个等级", "no such grade"),
        Text(f"可以写：{'、'.join(grades)}", f"write one of: {', '.join(grades)}"),
    )  # fmt: skip


def rule_for_nobody(place: Place, name: str) -> Diagnostic:
    """Warn of a rule that no rubric and no project is held to."""
    return complaint(
        "P0421", place, Text(f"规则“{name}”没有用在任何地方", f"nothing is held to the rule “{name}”"), Text("它在评分办法的上面，没有评分办法取用它", "it stands above the rubrics of its file, and none names it"),
        Text(f"移到评分办法下面，或在评分办法里写一行 适用 {name}", f"move it below the rubric, or add a line to one: applies {name}"),
    )  # fmt: skip


def note_of_line(place: Place) -> Diagnostic:
    """Complain of a rule over a project that asks for a reason or evidence."""
    return complaint(
        "P0418", place, Text("原因和佐证是一个指标的，项目没有", "a reason and evidence belong to an indicator; a project has none"), Text("在这里总是没有", "never there"),
        Text("写在 每项 下，例如：每项 当 得分 < 分值 且 未填 原因", "write it under each, for example: each when score < points and unfilled reason"),
    )  # fmt: skip


def cap_of_project(place: Place) -> Diagnostic:
    """Complain of a limit on 得分 in a rule over a whole project."""
    return complaint(
        "P0418", place, Text("每项目 的规则限制 总分，“得分”是一个指标的", "a rule over a project limits the total; a score is an indicator's"), Text("不知道是哪一项", "of which indicator?"),
        Text("写 总分 至多 …，或写指标、类别的名称，例如 产出指标 至多 40分", "write total at_most …, or name an indicator or a group, such as output at_most 40分"),
    )  # fmt: skip


def cap_of_department(place: Place, what: str) -> Diagnostic:
    """Complain of a limit, in a rule over departments, of something else than the total."""
    return complaint(
        "P0418", place, Text(f"每部门 的规则只能限制部门的总分，不能限制“{what}”", f"a rule over departments limits their total, not “{what}”"),
        Text("限制的是别的", "this is something else"), Text("写 总分 至多 …", "write total at_most …"),
    )  # fmt: skip


def near_name(place: Place, name: str, near: str) -> Diagnostic:
    """Warn of a name that nothing answers to, but that is near one."""
    return complaint(
        "P0214", place, Text(f"没有指标或类别“{name}”，是不是“{near}”？", f"there is no indicator or group “{name}”; did you mean “{near}”?"),
        Text("规则在这里没有作用", "the rule does nothing here"), Text(f"改为 {near}", f"write {near}"),
    )  # fmt: skip
