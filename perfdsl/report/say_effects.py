"""What rules and people made of points, as short sentences below a line and below a total."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from perfdsl.diagnostic import Text
from perfdsl.exact import show_trimmed
from perfdsl.report.points import show_points, show_weight
from perfdsl.report.words import called
from perfdsl.scorecard import Applied, Flag, GoalScore, IndicatorScore, Judged, ProjectScore


def notes_of_line(line: IndicatorScore, places: int) -> Iterator[Text]:
    """Say what became of the points that the method gave, and what people gave the line."""
    done = say_applied(line.applied, line)
    if done.zh:
        yield _joined([_of_method(line, places), done])
    given = [
        Text(f"{word.zh} {show_weight(points, places)} 分", f"{word.en} {show_weight(points, places)}")
        for word, points in _given(line.judged)
    ]
    if given:
        yield _joined(given)


def notes_of_total(project: ProjectScore) -> Iterator[Text]:
    """Say what is left out of a total, what rules made of it, and the sums of what people gave the lines."""
    out = [line for line in project.indicators if line.excluded]
    if out:
        yield _rescaled(out, project)
    done = say_applied(project.applied)
    if done.zh:
        added = show_points(project.before or project.total, project.places)
        lines = Text(f"各项合计 {added}", f"sum of lines {added}")
        yield _joined([lines, done])
    yield from (_say_goal(goal, project.places) for goal in project.goals)
    sums = [_sum(word, show_weight(total, project.places)) for word, total in sums_of(project)]
    if sums:
        yield _joined(sums)


def sums_of(project: ProjectScore) -> Iterator[tuple[Text, Fraction]]:
    """Add up self-scores, and a reviewer's, each only where every line that counts has one."""
    counted = [line.judged for line in project.indicators if not line.excluded]
    for word, given in (
        (SELF, [judged.self_score for judged in counted]),
        (REVIEW, [judged.review_score for judged in counted]),
    ):
        told = [points for points in given if points is not None]
        if counted and len(told) == len(counted):
            yield word, sum(told, Fraction(0))


def say_applied(applied: Iterable[Applied], line: IndicatorScore | None = None) -> Text:
    """``规则“执行率封顶”：总分 至多 69 分（执行率过低）``; that it may apply, while that is open.

    ``line``: the one that it was done to, if it was one. What is idle is not told. Empty where nothing is.
    """
    told = []
    working = (each for each in applied if not each.idle)
    for (rule, certain, by_people), some in groupby(working, lambda each: _of_whom(each, line)):
        if by_people and line is not None and line.judged.deducted is not None:
            off = show_trimmed(line.judged.deducted, 2)
            told.append(Text(f"扣分 {off} 分", f"deducted {off}"))
        else:
            may = ("", "") if certain else ("可能适用", " may apply")
            what = _listed([_what(each) for each in some])
            told.append(Text(f"规则“{rule}”{may[0]}：{what.zh}", f"rule “{rule}”{may[1]}: {what.en}"))
    return _joined(told)


def say_flag(flag: Flag) -> Text:
    """What a flag says: of which line, and which rule says so."""
    zh = f"（规则“{flag.rule}”）" if flag.rule else ""
    en = f" (rule “{flag.rule}”)" if flag.rule else ""
    line = Text(called(flag.indicator, "zh"), called(flag.indicator, "en"))
    about, of = (f"{line.zh}: ", f"{line.en}: ") if flag.indicator else ("", "")
    return Text(f"{about}{flag.text.zh}{zh}", f"{of}{flag.text.en}{en}")


def _say_goal(goal: GoalScore, places: int) -> Text:
    """``目标 一（权重 60%）：71.25/75.00``."""
    name = goal.name or f"“{goal.text}”"
    share = "" if goal.share is None else show_trimmed(100 * goal.share, 2) + "%"
    points = f"{show_points(goal.points, places)}/{show_weight(goal.weight, places)}"
    zh, en = (f"（权重 {share}）", f" (weight {share})") if share else ("", "")
    return Text(f"目标 {name}{zh}：{points}", f"goal {name}{en}: {points}")


SELF, REVIEW = Text("自评", "self-scores"), Text("核查", "reviewer's scores")
_GIVEN = (Text("自评", "self-score"), Text("核查", "reviewer"))


def _given(judged: Judged) -> Iterator[tuple[Text, Fraction]]:
    for word, points in zip(_GIVEN, (judged.self_score, judged.review_score), strict=True):
        if points is not None:
            yield word, points


def _sum(word: Text, shown: str) -> Text:
    return Text(f"{word.zh}合计 {shown} 分", f"sum of {word.en} {shown}")


def _of_method(line: IndicatorScore, places: int) -> Text:
    points = show_points(line.before or line.points, places)
    return Text(f"方法得 {points} 分", f"the method gives {points}")


def _of_whom(applied: Applied, line: IndicatorScore | None) -> tuple[str, bool, bool]:
    """Whose doing it was: a rule's, certain or not, or people's, who have no rule but the fact itself."""
    fact = None if line is None else line.fact
    return applied.rule, applied.certain, fact is not None and applied.place == fact.place


def _what(applied: Applied) -> Text:
    if not applied.because:
        return applied.what
    return Text(f"{applied.what.zh}（{applied.because}）", f"{applied.what.en} ({applied.because})")


def _rescaled(out: Sequence[IndicatorScore], project: ProjectScore) -> Text:
    left = sum((line.weight for line in project.indicators if not line.excluded), Fraction(0))
    if not left:
        return Text("各项都不计，没有总分", "every line is left out: there is no total")
    shown, many = show_weight(left, 0), len(out)
    return Text(
        f"{many} 项不计，其余 {shown} 分折算为 100 分",
        f"{many} {'line' if many == 1 else 'lines'} left out, the other {shown} points rescaled to 100",
    )


def _listed(parts: Iterable[Text]) -> Text:
    told = list(parts)
    return Text("，".join(part.zh for part in told), ", ".join(part.en for part in told))


def _joined(parts: Iterable[Text]) -> Text:
    told = list(parts)
    return Text("；".join(part.zh for part in told), "; ".join(part.en for part in told))
