"""Gathers a department over its projects: sums, distributions, ranking, and its score where there is one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from perfdsl.annual import words
from perfdsl.annual.annual import DepartmentPart, ProjectPart, Ranked
from perfdsl.annual.gather_actions import gather_actions
from perfdsl.annual.gather_groups import count_states, gather_groups
from perfdsl.annual.gather_line import light_of
from perfdsl.annual.gather_money import add_money
from perfdsl.annual.gather_project import OfReport
from perfdsl.annual.gather_years import years_of_department
from perfdsl.annual.line_part import Counted, Lit, MoneyPart
from perfdsl.annual.show_figures import money, percent, points_of
from perfdsl.diagnostic import Language, Text
from perfdsl.exact import show_trimmed
from perfdsl.monitor.monitored import MonitoredDepartment, MonitoredProject
from perfdsl.report.say_effects import say_flag
from perfdsl.report.words import open_grade
from perfdsl.scorecard import DepartmentScore, ProjectScore

_WORST = Text("取各项目和资金中最差的", "the worst of its projects and its money")
_BY = {
    "": Text("", ""),
    "equal": Text("平均", "equally"),
    "by_budget": Text("按预算加权", "by budget"),
    "by_weight": Text("按权重加权", "by weight"),
}


class OfDepartment(NamedTuple):
    """All that is known of a department. ``members``: places of its projects in the scorecard."""

    code: str
    name: str
    members: tuple[int, ...]
    stated: tuple[tuple[str, str], ...] = ()
    score: DepartmentScore | None = None
    own: ProjectPart | None = None
    monitored: MonitoredDepartment | None = None
    projects_monitored: tuple[MonitoredProject, ...] = ()


def rank_projects(members: Sequence[int], scores: Sequence[ProjectScore]) -> tuple[Ranked, ...]:
    """Rank settled totals from the highest, ties alike; open ones follow by upper ends, without a rank."""
    settled = sorted((at for at in members if scores[at].total.settled), key=lambda at: -scores[at].total.low)
    still_open = sorted(
        (at for at in members if not scores[at].total.settled),
        key=lambda at: (-scores[at].total.high, -scores[at].total.low),
    )
    ranked: list[Ranked] = []
    for place, at in enumerate(settled, start=1):
        before = ranked[-1] if ranked else None
        tied = before is not None and scores[before.project].total.low == scores[at].total.low
        ranked.append(Ranked(before.rank if before and tied else place, at))
    return (*ranked, *(Ranked(None, at) for at in still_open))


def gather_department(
    anchor: str,
    known: OfDepartment,
    scores: Sequence[ProjectScore],
    funds: Sequence[MoneyPart],
    report: OfReport,
) -> DepartmentPart:
    """Gather a department; ``funds``: the money of every project of the scorecard, in its order."""
    language, score = report.language, known.score
    held = [scores[at] for at in known.members]
    places = max((each.places for each in held), default=2)
    lines = [line for each in held for line in each.indicators]
    actions = [action for each in known.projects_monitored for action in each.actions]
    return DepartmentPart(
        anchor=anchor,
        code=known.code,
        name=known.name,
        stated=known.stated,
        points=points_of(score.total, score.places) if score and score.total else None,
        grade=_grade(score, language),
        mean=points_of(score.mean, score.places) if score and score.mean else None,
        made_of=tuple(_made_of(score, language)) if score else (),
        own=known.own,
        lit=_light(known, language),
        money=_money([(scores[at].name, funds[at]) for at in known.members], known, language),
        members=known.members,
        ranking=rank_projects(known.members, scores),
        grades=_count_grades(held, language),
        attainments=count_states(lines, language),
        lights=_count_lights(known.projects_monitored, language),
        groups=gather_groups(lines, places, language),
        actions=gather_actions(actions, report.named, language),
        years=years_of_department(known.code, known.name, score, report.year, report.earlier),
        notices=tuple(say_flag(flag).say(language) for flag in score.flags) if score else (),
    )


def _money(parts: Sequence[tuple[str, MoneyPart]], known: OfDepartment, language: Language) -> MoneyPart:
    """Add up projects; the sums that a department was scored with come first."""
    added, score = add_money(parts, language), known.score
    if known.monitored is not None:
        lit = light_of(known.monitored.shone, language)
        added = added._replace(due=money(known.monitored.due, language), lit=lit)
    if score is None or score.budget is None or score.spent is None:
        return added
    return added._replace(
        budget=money(score.budget, language),
        spent=money(score.spent, language),
        rate=percent(score.spent / score.budget if score.budget else None),
    )


def _grade(score: DepartmentScore | None, language: Language) -> str:
    if score is None or score.total is None:
        return ""
    if score.grade or score.total.settled:
        return score.grade
    return open_grade(score.possible_grades).say(language)


def _made_of(score: DepartmentScore, language: Language) -> Iterator[str]:
    """Say of what a department's score is made, with the numbers put in."""
    if score.own is not None:
        own = points_of(score.own.total, score.places).text
        share = "" if score.own_share is None else f" × {show_trimmed(score.own_share * 100, 2)}%"
        yield Text(f"自身指标 {own}{share}", f"own indicators {own}{share}").say(language)
    if score.mean is not None:
        mean = points_of(score.mean, score.places).text
        share = "" if score.own_share is None else f" × {show_trimmed((1 - score.own_share) * 100, 2)}%"
        by = _BY[score.mean_by]
        yield Text(f"各项目（{by.zh}）{mean}{share}", f"projects ({by.en}) {mean}{share}").say(language)


def _light(known: OfDepartment, language: Language) -> Lit | None:
    if known.monitored is None:
        return None
    light = known.monitored.light
    word = words.UNLIT if light is None else words.LIGHTS_NAMED[light]
    return Lit(light, word.say(language), _WORST.say(language))


def _count_grades(scores: Sequence[ProjectScore], language: Language) -> tuple[Counted, ...]:
    """Count projects by grade, in the rubric's order, also those that nobody got; open ones last."""
    named = dict.fromkeys(grade for score in scores for grade in score.grades)
    found = [Counted(grade, grade, sum(score.grade == grade for score in scores)) for grade in named]
    still_open = sum(not score.grade and not score.total.settled for score in scores)
    without = sum(not score.grade and score.total.settled for score in scores)
    if still_open:
        found.append(Counted("pending", words.PENDING_GRADE.say(language), still_open))
    if without:
        found.append(Counted("none", words.NO_GRADE.say(language), without))
    return tuple(found)


def _count_lights(projects: Sequence[MonitoredProject], language: Language) -> tuple[Counted, ...]:
    if not projects:
        return ()
    lights = [each.light for each in projects]
    found = [
        Counted(light, text.say(language), lights.count(light)) for light, text in words.LIGHTS_NAMED.items()
    ]
    unlit = lights.count(None)
    return (*found, Counted("none", words.UNLIT.say(language), unlit)) if unlit else tuple(found)
