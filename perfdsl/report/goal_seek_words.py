"""The sentences of a goal's answer: what to change, what is lost, and what can be reached."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from perfdsl.diagnostic import Text
from perfdsl.exact import show, show_trimmed
from perfdsl.goal_seek.answer import Alternative, Answer
from perfdsl.report.points import show_points
from perfdsl.report.words import called, open_grade
from perfdsl.scorecard import Flag, Interval, ProjectScore

GOAL: Final = Text("目标", "Goal")
NOW: Final = Text("现在", "Now")
MOST: Final = Text("最多", "At most")
OPEN: Final = Text("还开着", "Open")
LOST: Final = Text("已失去", "Lost")
WAITING: Final = Text("仍不定", "Unsettled")
NONE: Final = Text("没有", "none")
REOPEN: Final = Text(
    "已填报而还会变的，用 --open 指标名 放开。", "Open a line whose fact may still change with --open NAME."
)
CUT_SHORT: Final = Text(
    "试算到了上限，还有别的办法没有试", "the search was cut short; there may be other ways"
)
NO_PROJECT: Final = Text("没有可以求解的项目。", "There is no project to work on.")

BEYOND: Final = Text(
    "“最多”高于“现在”：没有填报的项现在按办法或规则扣分、不计，填报以后不再如此。",
    "The most lies above what is possible now: lines without a fact lose points, or are left out, until "
    "they have one.",
)

_PLACES = 4


def say_goal(answer: Answer) -> Text:
    """``等级 优（总分 90 起）``."""
    if not answer.goal.grade:
        least = show_trimmed(answer.goal.score, _PLACES)
        return Text(f"总分 {least} 以上", f"total {least} or more")
    from_ = "" if answer.least is None else show_trimmed(answer.least, _PLACES)
    zh, en = (f"（总分 {from_} 起）", f" (from {from_})") if from_ else ("", "")
    return Text(f"等级 {answer.goal.grade}{zh}", f"grade {answer.goal.grade}{en}")


def say_score(score: ProjectScore) -> Text:
    """``总分 [34.75, 93.00] 待定（可能 优/良）``."""
    return say_total(score.total, score.grade, score.possible_grades, score.places)


def say_total(total: Interval, grade: str, possible: tuple[str, ...], places: int) -> Text:
    """Say a total and its grade, or the grades that are still possible."""
    shown = show_points(total, places)
    known = Text(grade, grade) if grade or not possible else open_grade(possible)
    return Text(f"总分 {shown} {known.zh}".rstrip(), f"total {shown} {known.en}".rstrip())


def say_verdict(answer: Answer) -> Text | None:
    """Say how it stands; nothing where the alternatives speak for themselves."""
    match answer.verdict:
        case "already":
            return Text("已经达到。", "Reached already.")
        case "depends":
            return _say_depends(answer)
        case "nothing_open":
            return _say_nothing_open(answer)
        case "out_of_reach":
            return _say_out_of_reach(answer)
        case _:
            return None


def _say_depends(answer: Answer) -> Text:
    """Say on which facts it depends, and that it can be reached if they are favourable."""
    names = [each.name for each in answer.depends]
    zh = "，".join(f"{each.name} 是 {each.text}" for each in answer.depends)
    en = ", ".join(f"{each.name} is {each.text}" for each in answer.depends)
    best = say_score(answer.best if answer.what_if is None else answer.what_if.best)
    return Text(
        f"要看 {'、'.join(names)}（还没有填报）：若 {zh}，最多 {best.zh}。",
        f"It depends on {', '.join(names)} (not recorded): if {en}, at most {best.en}.",
    )


def _say_nothing_open(answer: Answer) -> Text:
    if answer.what_if is None:
        return Text("达不到：没有一项能改。", "Out of reach: there is no line that could change.")
    return Text(
        "达不到：各项都已填报，没有还开着的。假如每一项都能改（--all-open）：",
        "Out of reach: every line has its fact, none is open. If every line could change (--all-open):",
    )


def _say_out_of_reach(answer: Answer) -> Text:
    best, places = answer.best, answer.best.places
    top = show_points(best.total, places)
    known = answer.least is not None and best.total.settled and answer.least > best.total.low
    short = show((answer.least or Fraction(0)) - best.total.low, places) if known else ""
    missing = Text(f"，还差 {short}分", f", {short} short") if short else Text("", "")
    cap = _say_cap(answer)
    return Text(
        f"达不到：还开着的各项都做到最好，总分也只有 {top}{missing.zh}。{cap.zh}",
        f"Out of reach: with all open lines at their most the total is {top}{missing.en}.{cap.en}",
    )


def _say_cap(answer: Answer) -> Text:
    """Say that a rule of the rubric holds the total below the sum of its lines."""
    best = answer.best
    if best.before is None:
        return Text("", "")
    made = show_points(best.before, best.places)
    rules = list(dict.fromkeys(each.rule for each in best.applied if not each.idle))
    return Text(
        f"各项之和是 {made}，压低总分的规则：{'、'.join(rules)}。",
        f" The lines make {made}; what lowers the total: {', '.join(rules)}.",
    )


def say_unsure(names: tuple[str, ...]) -> Text:
    """Say of which lines only the neighbourhood of the target was tried."""
    zh, en = _names(names)
    return Text(
        f"这些项的方法画不成曲线，只试了目标附近和零：{zh}",
        f"The methods of these are no curves; only values near the target, and zero, were tried: {en}",
    )


def say_way(way: Alternative, answer: Answer) -> Text:
    """Head an alternative: what is moved, and what is assumed of the rest."""
    rest = _say_rest(way, answer)
    if way.way == "single":
        return Text(f"只动一项，{rest.zh}", f"One line alone, {rest.en}")
    share = show_trimmed((way.share or Fraction(0)) * 100, 2)
    count = len(way.changes)
    if way.way == "fewest":
        return Text(
            f"项数最少：{count} 项，各做到满分的 {share}%，{rest.zh}",
            f"Fewest lines: {count}, each to {share}% of its points, {rest.en}",
        )
    return Text(
        f"同样努力：各项都做到满分的 {share}%（已达到的不动）",
        f"Even effort: every open line to {share}% of its points",
    )


def _say_rest(way: Alternative, answer: Answer) -> Text:
    if way.others == "met":
        return Text("其余未报的都做到最好", "the rest without a fact at their most")
    moved = {change.lever.at for change in way.changes}
    pending = [lever.at for lever in answer.open if lever.now is None and lever.at not in moved]
    if not pending:
        return Text("其余不变", "the rest as it is")
    lines = answer.present.indicators
    if any(0 <= at < len(lines) and lines[at].excluded for at in pending):
        return Text("其余不变，未报的不计入", "the rest as it is, lines without a fact left out")
    return Text("其余不变，未报的按零分算", "the rest as it is, lines without a fact at zero")


def say_fault(flag: Flag) -> Text:
    """Say what a rule would still call an error."""
    where, of = (
        (f"{called(flag.indicator, 'zh')}：", f"{called(flag.indicator, 'en')}: ")
        if flag.indicator
        else ("", "")
    )
    return Text(
        f"照此填报，规则“{flag.rule}”仍要求：{where}{flag.text.zh}",
        f"With these facts the rule {flag.rule} still objects: {of}{flag.text.en}",
    )


def say_needless(names: tuple[str, ...]) -> Text:
    """Say of which lines nothing is needed."""
    zh, en = _names(names)
    return Text(
        f"其余都做到最好时，这些项各自得零分也够：{zh}",
        f"With the rest at their most, zero would do for each of: {en}",
    )


def _names(names: tuple[str, ...]) -> Text:
    return Text("、".join(names), ", ".join(called(name, "en") for name in names))
