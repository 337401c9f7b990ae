"""Arranges the method of a line: why it is this one, its cases with the one that decided, and the points."""

from __future__ import annotations

from collections.abc import Iterator

from perfdsl.diagnostic import Language, Text
from perfdsl.explain.explanation import LineExplanation
from perfdsl.explain.show_value import show_exact_points, show_share
from perfdsl.explain.told import CaseTold, MethodTold, Reckoned
from perfdsl.report import explanation_words as words
from perfdsl.report.explanation_item import Item
from perfdsl.report.points import show_points, show_weight


def outline_method(method: MethodTold, language: Language) -> Iterator[Item]:
    """Arrange a method: where it stands, what chose it, its parameters and its cases."""
    yield Item(method.name, words.show_place(method.place))
    if method.chosen.text:
        own = Text("指标上写明", "named under the indicator").say(language)
        rubric = Text("评分办法的“评分”", "the rubric's scoring").say(language)
        yield Item(
            f"{own if method.own else rubric}{words.colon(language)}{method.chosen.text}",
            words.show_place(method.chosen.place),
        )
    for parameter in method.parameters:
        default = "" if parameter.given else words.DEFAULT.say(language)
        yield Item(f"{parameter.name} = {parameter.text}{default}")
    for case in method.cases:
        yield _case(case, language)
    refusal = method.refusal
    if refusal is not None:
        why = Text(
            f"不是得分曲线，逐条判断：{refusal.zh}", f"no score curve, judged case by case: {refusal.en}"
        )
        yield Item(why.say(language))


def _case(case: CaseTold, language: Language) -> Item:
    shown, condition = case.text, case.condition
    if condition is not None:
        numbers = condition.numbers.say(language)
        verdict = {
            "passed": Text("不成立", "does not hold"),
            "undefined": Text("算不出", "undefined"),
            "open": Text("还不能定", "open"),
        }.get(case.verdict, Text("成立", "holds"))
        plain = numbers in {*_STATES_SAID} and case.verdict in {"passed", "decides"}
        said = numbers if plain else f"{numbers} {verdict.say(language)}"
        shown += words.bracketed(said, language)
    place = words.show_place(case.place) if case.verdict == "decides" else ""
    return Item(shown, place, words.MARKS[case.verdict])


_STATES_SAID = frozenset({"达标", "未达标", "met", "missed", "已完成", "未完成", "finished", "unfinished"})


def outline_points(line: LineExplanation, places: int, language: Language) -> Iterator[Item]:
    """Arrange the points: the numbers put in, the exact product, what was cut off, and the rounding."""
    points, weight = line.points, show_weight(line.score.weight, min(places, 2))
    last = line.method.decided or line.method.stuck
    if last is not None and last.result is not None and not last.result.constant:
        yield Item(say_reckoned(last.result, language))
    unit = Text("分", " points").say(language)
    if points.raw is not None:
        exact = show_exact_points(points.raw)
        product = (
            "" if points.share is None else f"{weight} × {show_share(points.share).partition(' ≈')[0]} = "
        )
        yield Item(f"{product}{exact} {unit}".replace("  ", " "))
    for branch in points.branches:
        state = Text("已完成", "finished") if branch.finished else Text("未完成", "unfinished")
        given = "?" if branch.points is None else f"{show_exact_points(branch.points)} {unit}"
        yield Item(f"{state.say(language)}{words.colon(language)}{given}".replace("  ", " "))
    if points.raw is not None and points.exact != points.raw:
        yield Item(_say_cut(line, weight).say(language))
    if points.raw is not None or points.branches or line.score.actual:
        yield Item(_say_rounded(line, places).say(language))
    elif not line.score.excluded:
        yield Item(f"{show_points(points.rounded, places)} {unit}".replace("  ", " "))


def _say_cut(line: LineExplanation, weight: str) -> Text:
    raw = line.points.raw
    if raw is not None and raw < 0:
        return Text("低于零，按 0 分", "below zero: 0 points")
    return Text(f"高于分值，按 {weight} 分", f"above the weight: {weight} points")


def _say_rounded(line: LineExplanation, places: int) -> Text:
    points, step = show_points(line.points.rounded, places), line.points.rounding
    if step is None:
        return Text(f"每项不舍入：{points} 分", f"not rounded line by line: {points} points")
    mode = words.MODES[step.mode]
    return Text(
        f"每项 {step.places} 位，{mode.zh}：{points} 分",
        f"rounded to {step.places} decimals, {mode.en}: {points} points",
    )


def say_reckoned(reckoned: Reckoned, language: Language) -> str:
    """``实际 / 目标值 = 11次 / 12次 = 11/12 ≈ 91.67%``."""
    parts = [reckoned.words.say(language)]
    if not reckoned.constant and reckoned.numbers.say(language) != parts[0]:
        parts.append(reckoned.numbers.say(language))
    if reckoned.missing:
        lacks = Text(f"，还缺 {reckoned.missing}", f", {reckoned.missing} is missing")
        return " = ".join(parts) + lacks.say(language)
    if reckoned.value is None:
        return " = ".join(parts) + words.NO_VALUE.say(language)
    if reckoned.result and reckoned.result != parts[-1]:
        parts.append(reckoned.result)
    return " = ".join(parts)
