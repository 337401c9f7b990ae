"""The wording of complaints about rubrics and methods as such, whatever sheet uses them (P04)."""

from __future__ import annotations

from fractions import Fraction

from perfdsl.diagnostic import Diagnostic, Text, complaint
from perfdsl.exact import show, show_trimmed
from perfdsl.source import Place
from perfdsl.syntax.write_words import write_name


def not_points(place: Place, text: str) -> Diagnostic:
    """Complain of a number of a rubric that is no number of points."""
    return complaint(
        "P0404", place, Text(f"{text} 不是分数", f"{text} is not a number of points"), Text("这里写分数", "points belong here"),
        Text("只写数，或以“分”结尾，例如 50", "write the number alone, or in 分, such as 50"),
    )  # fmt: skip


_LACKS = {
    "weights": Text("权重", "weights"),
    "scoring": Text("评分", "scoring, that is, which method is for which indicators"),
    "grades": Text("等级", "grades"),
    "rounding": Text("舍入", "rounding"),
    "execution": Text("预算执行率的评分方法", "method for the execution rate"),
}
_LACK_EXAMPLES = {
    "weights": Text("权重 产出指标 50，效益指标 30，满意度指标 10，预算执行率 10",
                    "weight output 50, benefit 30, satisfaction 10, execution 10"),
    "scoring": Text("评分 >=, > 按完成比例；<=, < 按反向比例", "scored >=, > 按完成比例; <=, < 按反向比例"),
    "grades": Text("等级 优 >= 90，良 >= 80，中 >= 60，差 其他", "grades A >= 90, B >= 80, C >= 60, D otherwise"),
    "rounding": Text("舍入 每项 2位 四舍五入", "rounding each 2 half_up"),
    "execution": Text("评分 预算执行率 按执行率", "scored execution 按执行率"),
}  # fmt: skip


def rubric_lacks(place: Place, name: str, what: str) -> Diagnostic:
    """Complain of a rubric that leaves something unsaid."""
    lack, example = _LACKS[what], _LACK_EXAMPLES[what]
    return complaint(
        "P0401", place, Text(f"评分办法“{name}”没有写{lack.zh}", f"the rubric “{name}” has no {lack.en}"),
        Text("没有默认值", "there is no default"), Text(f"例如：{example.zh}", f"for example: {example.en}"),
    )  # fmt: skip


def weights_not_whole(place: Place, name: str, total: Fraction) -> Diagnostic:
    """Complain of weights that do not make 100."""
    shown = show_trimmed(total)
    return complaint(
        "P0402", place, Text(f"评分办法“{name}”的权重合计 {shown}，不是 100", f"the weights of the rubric “{name}” make {shown}, not 100"),
        Text(f"合计 {shown}", f"they make {shown}"), Text("改到合计 100，预算执行率也算在内", "change them to make 100, the execution rate included"),
    )  # fmt: skip


def negative_weight(place: Place) -> Diagnostic:
    """Complain of a weight below zero."""
    return complaint(
        "P0321", place, Text("权重不能小于零", "a weight cannot be below zero"), Text("这里", "here"),
        Text("改为零或正数", "change it to zero or more"),
    )  # fmt: skip


def grades_unordered(place: Place, before: str, after: str) -> Diagnostic:
    """Complain of grades of which one can never be given."""
    return complaint(
        "P0403", place, Text(f"等级“{after}”永远轮不到", f"the grade “{after}” can never be given"),
        Text(f"等级从左到右判断，“{before}”在它之前", f"grades are read from the left, “{before}” before it"), Text("从高到低写，例如 优 >= 90，良 >= 80，中 >= 60，差 其他",
        "write them from the best down, such as A >= 90, B >= 80, C >= 60, D otherwise"),
    )  # fmt: skip


def grades_open(place: Place, last: str, total: Fraction) -> Diagnostic:
    """Complain of grades that leave some total without one, such as this."""
    shown = show(total)
    return complaint(
        "P0403", place, Text(f"有的总分没有等级，例如 {shown} 分", f"some totals get no grade, such as {shown}"),
        Text("最后一级要写“其他”", "the last grade must be otherwise"), Text(f"写成 {last} 其他", f"write {last} otherwise"),
    )  # fmt: skip


def empty_method(place: Place, name: str) -> Diagnostic:
    """Complain of a method that says nothing."""
    return complaint(
        "P0405", place, Text(f"方法“{name}”是空的", f"the method “{name}” is empty"), Text("没有情形", "no case"),
        Text("至少写一行：其他 -> 实际 / 目标值", "write at least: otherwise -> actual / target"),
    )  # fmt: skip


def cases_and_levels(place: Place, name: str) -> Diagnostic:
    """Complain of a method that is both kinds at once."""
    return complaint(
        "P0405", place, Text(f"方法“{name}”既有情形又有档次", f"the method “{name}” has both cases and levels"), Text("只能用一种", "only one kind can stand"),
        Text("定性指标用 档次，其他用 条件 -> 得分", "levels for qualitative targets, cases for all others"),
    )  # fmt: skip


def no_otherwise(place: Place, name: str) -> Diagnostic:
    """Complain of a method that leaves some actual without a score."""
    return complaint(
        "P0406", place, Text(f"方法“{name}”没有“其他”：有的实绩没有得分", f"the method “{name}” has no last case: some actuals get no score"),
        Text("最后要有一个其余的情形", "the last case must take the rest"), Text("在最后加一行：其他 -> 0%", "add a last line: otherwise -> 0%"),
    )  # fmt: skip


def otherwise_not_last(place: Place) -> Diagnostic:
    """Complain of cases after the one that takes all the rest."""
    return complaint(
        "P0406", place, Text("“其他”之后的情形永远轮不到", "cases after this one can never be reached"), Text("情形从上到下判断", "cases are read top-down"),
        Text("把“其他”移到最后", "move it to the end"),
    )  # fmt: skip


def level_twice(place: Place, name: str) -> Diagnostic:
    """Complain of two levels of one name."""
    return complaint(
        "P0407", place, Text(f"档次“{name}”写了两次", f"the level “{name}” is written twice"), Text("再次出现", "again here"),
        Text("改一个名字", "rename one"),
    )  # fmt: skip


def level_not_share(place: Place, name: str) -> Diagnostic:
    """Complain of a level whose band is not a stretch of shares."""
    return complaint(
        "P0407", place, Text(f"档次“{name}”的范围不对", f"the band of the level “{name}” is wrong"),
        Text("范围是权重的比例，从小到大，在 0% 与 100% 之间", "a band runs from a lower to a higher share, between 0% and 100%"),
        Text(f"例如：档次 {write_name(name)} 60%..<80%", f"for example: level {write_name(name)} 60%..<80%"),
    )  # fmt: skip


def knots_fall(place: Place) -> Diagnostic:
    """Complain of knots of an interpolation that do not rise."""
    return complaint(
        "P0422", place, Text("内插的点没有从小到大写", "the knots of an interpolation do not rise"), Text("不大于它前面的一点", "no greater than the one before it"),
        Text("从小到大写，例如：内插 实际：60% -> 25%，90% -> 100%", "write them from the least to the greatest: interpolate actual: 60% -> 25%, 90% -> 100%"),
    )  # fmt: skip
