"""One sentence for each lost or open point: ``扣 1.04 分：11次 ÷ 12次 = 91.67%；若再多 1 次得满分``."""

from __future__ import annotations

from collections.abc import Iterator

from perfdsl.diagnostic import Text
from perfdsl.exact import show, show_trimmed
from perfdsl.explain.explanation import LineExplanation
from perfdsl.explain.told import CaseTold, EffectTold, Reckoned
from perfdsl.report.explanation_remedy import say_remedy
from perfdsl.report.points import show_points, show_weight


def say_line(line: LineExplanation, places: int) -> Text:
    """Say why a line has lost points, or what is open; empty where it has all of its weight."""
    if line.score.excluded:
        return _say_excluded(line)
    if not line.is_open and not line.lost:
        return Text("", "")
    head = _say_open(line, places) if line.is_open else _say_lost(line, places)
    reasons = [*_reasons(line)]
    remedy = [] if line.remedy is None else [say_remedy(line.remedy, places)]
    said = [*reasons, *remedy]
    zh, en = "；".join(each.zh for each in said), "; ".join(each.en for each in said)
    return Text(f"{head.zh}：{zh}", f"{head.en}: {en}")


def _say_excluded(line: LineExplanation) -> Text:
    """Say which rule leaves a line out, or that it was not reported."""
    why = [_say_effect(effect) for effect in line.effects] or [line.score.why]
    zh, en = "；".join(each.zh for each in why), "; ".join(each.en for each in why)
    return Text(f"不计：{zh}", f"left out: {en}")


def _say_lost(line: LineExplanation, places: int) -> Text:
    lost = show_weight(line.lost, places)
    if line.scale == 1:
        return Text(f"扣 {lost} 分", f"{lost} points lost")
    scaled = show(line.lost_of_total, places)
    return Text(f"扣 {lost} 分（折算后 {scaled} 分）", f"{lost} points lost ({scaled} of the rescaled total)")


def _say_open(line: LineExplanation, places: int) -> Text:
    points = show_points(line.score.points, places)
    return Text(f"待定 {points} 分", f"pending, {points} points")


def _reasons(line: LineExplanation) -> Iterator[Text]:
    score = line.score
    exact, weight = line.points.exact, score.weight
    lacks, effects = _say_lacking(line), [effect for effect in line.effects if not effect.idle]
    if line.points.branches:
        yield _say_branches(line)
    elif lacks:
        yield Text(f"还缺 {lacks}", f"{lacks} is missing")
    elif line.method.decided is None or exact is None or score.attainment == "pending":
        yield score.why
    elif exact < weight:
        yield _say_case(line, line.method.decided)
    elif not effects:
        yield Text("舍入时去掉的零头", "cut off in rounding")
    yield from map(_say_effect, effects)


def _say_effect(effect: EffectTold) -> Text:
    zh, en = (f"（{effect.because}）", f" ({effect.because})") if effect.because else ("", "")
    may, might = ("", "") if effect.certain else ("可能", "perhaps ")
    if not effect.words:
        return Text(f"{effect.what.zh}{zh}", f"{effect.what.en}{en}")
    return Text(
        f"规则“{effect.rule}”{may}{effect.what.zh}{zh}",
        f"the rule “{effect.rule}”: {might}{effect.what.en}{en}",
    )


def _say_lacking(line: LineExplanation) -> str:
    """Name the fact that a computed actual, or a method, waits for; empty where it waits for none."""
    if line.computed is not None and line.score.attainment == "pending":
        return line.computed.reckoned.missing
    stuck = line.method.stuck
    waiting = [] if stuck is None else [each for each in (stuck.condition, stuck.result) if each is not None]
    return next((each.missing for each in waiting if each.missing), "")


def _say_branches(line: LineExplanation) -> Text:
    said = {
        branch.finished: "?" if branch.points is None else show_trimmed(branch.points)
        for branch in line.points.branches
    }
    return Text(
        f"没有填报是否已完成：完成了得 {said[True]} 分，没有完成得 {said[False]} 分",
        f"nobody says whether the work is finished: {said[True]} points if so, {said[False]} if not",
    )


def _say_case(line: LineExplanation, case: CaseTold) -> Text:
    """Say the numbers that decided; where the case has none of its own, the actual and the case's words."""
    result = case.result
    if result is None:
        return line.score.why
    computed = line.computed.reckoned if line.computed else None
    first = None if computed is None or computed.value is None else say_equation(computed)
    if result.constant or result.numbers.zh == result.result:
        return _say_band(line, case, first)
    own = say_equation(result)
    if first is None:
        return own
    if computed is not None and computed.value == result.value:
        return first
    return Text(f"{first.zh}；{own.zh}", f"{first.en}; {own.en}")


def _say_band(line: LineExplanation, case: CaseTold, computed: Text | None) -> Text:
    """Say in which band the actual fell: ``60人 ÷ 100人 < 70% -> 0%``."""
    actual = computed or Text(line.score.actual, line.score.actual)
    if case.condition is None or case.result is None:
        target = line.score.target
        zh, en = f"{actual.zh}（目标 {target}），{case.text}", f"{actual.en} (target {target}), {case.text}"
        return Text(zh, en)
    condition, result = case.condition.numbers, case.result.numbers
    zh, en = (f"{_with_signs(condition.zh)} -> {result.zh}", f"{_with_signs(condition.en)} -> {result.en}")
    if computed is not None:
        return Text(f"{actual.zh}；{zh}", f"{actual.en}; {en}")
    if actual.zh in condition.zh:
        return Text(zh, en)
    return Text(f"{actual.zh}，{zh}", f"{actual.en}, {en}")


def say_equation(reckoned: Reckoned) -> Text:
    """``11次 ÷ 12次 = 91.67%``."""
    result = reckoned.result.rpartition("≈ ")[2]
    sign = "≈" if _hides_a_difference(reckoned, result) else "="
    zh, en = (_with_signs(reckoned.numbers.say(language)) for language in ("zh", "en"))
    return Text(f"{zh} {sign} {result}", f"{en} {sign} {result}")


def _hides_a_difference(reckoned: Reckoned, result: str) -> bool:
    """Whether a rounded number would pass for the whole: 230000.01元 of 23万元 is not 100%."""
    return result in {"100%", "0%"} and reckoned.value not in {1, 0}


def _with_signs(numbers: str) -> str:
    return numbers.replace(" / ", " ÷ ").replace(" * ", " × ")
