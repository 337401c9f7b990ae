"""How a weight came about, as a sum: ``12.50 = 产出指标 50 ÷ 4 项``."""

from __future__ import annotations

from perfdsl.diagnostic import Text
from perfdsl.exact import show_trimmed
from perfdsl.explain.explanation import LineExplanation
from perfdsl.explain.show_value import show_exact_points
from perfdsl.explain.told import WeightTold
from perfdsl.report.points import show_weight


def say_weight(line: LineExplanation, places: int) -> Text:
    """Say where a weight comes from, in the numbers of the rubric and the sheet."""
    shown, weight = show_weight(line.score.weight, min(places, 2)), line.weight
    if weight.how == "declared":
        words = weight.told.text
        return Text(f"{shown}，表中写明：{words}", f"{shown}, declared in the sheet: {words}")
    if weight.how == "execution":
        return Text(f"{shown}，{weight.told.text}", f"{shown}: {weight.told.text}")
    if weight.how == "goal":
        return _say_goal(line, shown)
    sum_, rest = _say_group(weight), _say_share(weight)
    rounded = _say_rounded(line, shown)
    return Text(f"{shown} = {sum_.zh}{rest.zh}{rounded.zh}", f"{shown} = {sum_.en}{rest.en}{rounded.en}")


def _say_goal(line: LineExplanation, shown: str) -> Text:
    """Say what the goal is worth, and the line's part of it."""
    weight = line.weight
    points, own, all_ = (show_trimmed(each) for each in (weight.points, weight.own, weight.declared))
    part = "" if weight.members == 1 else f" × {own} ÷ {all_}"
    rounded = _say_rounded(line, shown)
    return Text(
        f"{shown} = 目标“{weight.group}”的 {points}{part}{rounded.zh}",
        f"{shown} = {points} of the goal “{weight.group}”{part}{rounded.en}",
    )


def _say_group(weight: WeightTold) -> Text:
    points = show_trimmed(weight.points)
    if not weight.passed:
        return Text(f"{weight.group} {points}", f"{weight.group} {points}")
    own = [f"{weight.group} {show_trimmed(weight.own)}"]
    passed = [(name, show_trimmed(given)) for name, given in weight.passed]
    zh = " + ".join([*own, *(f"没有的 {name} {given}" for name, given in passed)])
    en = " + ".join([*own, *(f"{given} of {name}, which the sheet does not have" for name, given in passed)])
    return Text(f"（{zh}）", f"({en})")


def _say_share(weight: WeightTold) -> Text:
    taken = show_trimmed(weight.declared)
    zh, en = ("", "")
    if weight.declared:
        zh, en = f" - 写明的 {taken}", f" - {taken} declared"
    if weight.members > 1:
        zh, en = f"{zh} ÷ {weight.members} 项", f"{en} ÷ {weight.members} lines"
    if weight.declared and weight.members > 1:
        return Text(f"{zh.replace(' ÷', '，余下的 ÷', 1)}", f"{en.replace(' ÷', ', the rest ÷', 1)}")
    return Text(zh, en)


def _say_rounded(line: LineExplanation, shown: str) -> Text:
    """Say that a share was rounded so that all of them make the group's points."""
    if line.weight.exact == line.score.weight:
        return Text("", "")
    exact = show_exact_points(line.weight.exact)
    return Text(f" = {exact}，凑整为 {shown}", f" = {exact}, {shown} so that all add up")
