"""How a total came about, for people: points added, scaled, rounded, held to rules; then its grade."""

from __future__ import annotations

from collections.abc import Iterator

from perfdsl.diagnostic import Language, Text
from perfdsl.exact import show, show_trimmed
from perfdsl.explain.explanation import Explanation
from perfdsl.report import explanation_words as words
from perfdsl.report.explanation_effects import say_effect
from perfdsl.report.explanation_faults import say_withheld
from perfdsl.report.explanation_item import Item
from perfdsl.report.points import show_points
from perfdsl.report.words import called, open_grade
from perfdsl.scheme.rubric_scheme import GradeBand

MOST_SUMMANDS = 30


def outline_total(told: Explanation, language: Language) -> Iterator[Item]:
    """Say the sum, what became of it, and the grade."""
    total, places = told.total, told.score.places
    yield Item(_sum(told))
    if total.excluded:
        yield Item(_say_scaled(told).say(language))
    elif total.rounding is not None and total.added != total.before and not total.open_rule:
        mode = words.MODES[total.rounding.mode]
        shown, decimals = show_points(total.before, places), total.rounding.places
        said = Text(
            f"总分 {decimals} 位，{mode.zh}：{shown}", f"total to {decimals} decimals, {mode.en}: {shown}"
        )
        yield Item(said.say(language))
    if total.open_rule:
        said = Text("规则可能不计一项，总分还不能定", "a rule may leave a line out: the total is open")
        yield Item(said.say(language))
    for effect in total.effects:
        yield from say_effect(effect, language)
    if total.before != total.after:
        before, after = show_points(total.before, places), show_points(total.after, places)
        said = Text(f"规则之前 {before}，之后 {after}", f"{before} before rules, {after} after")
        yield Item(said.say(language))


def _sum(told: Explanation) -> str:
    counted = [line.score for line in told.lines if not line.score.excluded]
    places = told.line_places
    shown = [show_points(score.points, places) for score in counted[:MOST_SUMMANDS]]
    more = ["…"] if len(counted) > MOST_SUMMANDS else []
    return f"{' + '.join([*shown, *more]) or '0'} = {show_points(told.total.added, places)}"


def _say_scaled(told: Explanation) -> Text:
    total, places = told.total, told.score.places
    zh, en = ([called(name, language) for name in total.excluded] for language in ("zh", "en"))
    names, counted = Text("、".join(zh), ", ".join(en)), show_trimmed(total.counted)
    added, before = show_points(total.added, told.line_places), show_points(total.before, places)
    if not total.counted:
        return Text(f"不计 {names.zh}，没有一项计分", f"without {names.en} no line counts")
    step = total.rounding
    mode = Text("", "") if step is None else words.MODES[step.mode]
    rounded = (
        Text("", "")
        if step is None
        else Text(f"（{step.places} 位，{mode.zh}）", f" ({step.places} decimals, {mode.en})")
    )
    return Text(
        f"不计 {names.zh}，其余分值共 {counted}，折算到 100："
        f"{added} × 100 ÷ {counted} = {before}{rounded.zh}",
        f"without {names.en} the weights make {counted}, rescaled to 100: "
        f"{added} × 100 ÷ {counted} = {before}{rounded.en}",
    )


def say_grade(told: Explanation) -> Text:
    """``优（优 >= 90）``, or the grades that are still possible."""
    score = told.score
    if told.band is not None:
        band = show_band(told.band)
        return Text(f"{score.grade}（{band.zh}）", f"{score.grade} ({band.en})")
    if score.grade:
        if score.total.settled:
            return Text(f"{score.grade}（规则定的）", f"{score.grade} (by a rule)")
        return Text(f"{score.grade}（两端相同）", f"{score.grade} (at either end)")
    if not score.grades:
        return Text("", "")
    return open_grade(score.possible_grades)


def show_band(band: GradeBand) -> Text:
    """``良 >= 80`` · ``良 80 至不足 90`` · ``差 其他``."""
    bound = show_trimmed(band.bound)
    if band.op is None:
        return Text(f"{band.name} 其他", f"{band.name} otherwise")
    if band.high is None:
        return Text(*[f"{band.name} {band.op} {bound}"] * 2)
    until = Text("至不足", "until_below") if band.high_open else Text("至", "until")
    high = show_trimmed(band.high)
    return Text(f"{band.name} {bound} {until.zh} {high}", f"{band.name} {bound} {until.en} {high}")


def say_total(told: Explanation) -> Text:
    """``97.81 优（优 >= 90）``; or why it is not given."""
    shown, grade = show_points(told.score.total, told.score.places), say_grade(told)
    return say_withheld(told, Text(f"{shown} {grade.zh}".rstrip(), f"{shown} {grade.en}".rstrip()))


def say_open(told: Explanation) -> Text:
    """Head the lines that are open: between which ends they leave the total."""
    places, total = told.score.places, told.score.total
    if total.settled:
        return words.OPEN
    low, high = show(total.low, places), show(total.high, places)
    return Text(f"待定：总分在 {low} 与 {high} 之间", f"Pending: a total between {low} and {high}")
