"""Gathers a department over its projects: sums, distributions, ranking, and its score where there is one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from perfdsl.annual import words
from perfdsl.annual.annual import DepartmentPart, ProjectPart, Ranked
from perfdsl.annual.gather_actions import gather_actions
from perfdsl.annual.gather_groups import count_states, gather_groups
from perfdsl.annual.gather_line import light_of
from perfdsl.annual.gather_money import add_money
from perfdsl.annual.gather_project import OfReport
from perfdsl.annual.gather_years import say_other_projects, years_of_department
from perfdsl.annual.line_part import Counted, Figure, Lit, MoneyPart
from perfdsl.annual.say_made_of import say_made_of
from perfdsl.annual.show_figures import money, percent, points_of
from perfdsl.diagnostic import Language, Text
from perfdsl.monitor.monitored import MonitoredDepartment, MonitoredProject
from perfdsl.report.monitor_words import LIGHTS
from perfdsl.report.rank_projects import rank_projects
from perfdsl.report.say_effects import say_flag
from perfdsl.report.words import open_grade
from perfdsl.scorecard import DepartmentScore, ProjectScore, Unshown

_WORST = Text("取各项目和资金中最差的", "the worst of its projects and its money")
_WORST_OF_ALL = Text(
    "取各项目、自身指标和资金中最差的", "the worst of its projects, its own indicators and its money"
)


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
    everybody: tuple[ProjectScore, ...] = ()
    part_of: int = 0
    unshown: tuple[Unshown, ...] = ()


def rank_members(known: OfDepartment, scores: Sequence[ProjectScore]) -> tuple[Ranked, ...]:
    """Rank members among all projects of their department, those as well that were not asked for."""
    places = {scores[at].place: at for at in known.members}
    everybody = known.everybody or [scores[at] for at in known.members]
    ranked = rank_projects(everybody, [each.total for each in known.unshown])
    return tuple(
        Ranked(each.rank, places[each.project.place], each.shown)
        for each in ranked
        if each.project.place in places
    )


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
    part = DepartmentPart(
        anchor=anchor,
        code=known.code,
        name=known.name,
        stated=known.stated,
        points=points_of(score.total, score.places) if score and score.total else None,
        grade=_grade(score, language),
        mean=points_of(score.mean, score.places) if score and score.mean else None,
        made_of=say_made_of(score, anchor, _grade(score, language), language) if score else (),
        own=known.own,
        lit=_light(known, language),
        money=_money([(scores[at].name, funds[at]) for at in known.members], known, language),
        members=known.members,
        ranking=rank_members(known, scores),
        grades=_count_grades(held, language),
        attainments=count_states(lines, language),
        lights=_count_lights(known.projects_monitored, language),
        groups=gather_groups(lines, places, language),
        actions=gather_actions(actions, report.named, language),
        years=years_of_department(known.code, known.name, score, report.year, report.earlier),
        notices=tuple(say_flag(flag).say(language) for flag in score.flags) if score else (),
        years_note=say_other_projects(known.code, known.name, held, report.earlier, language),
        unscored=tuple(each.name for each in known.unshown if not each.scored),
    )
    return _without_figures(part, known.part_of) if known.part_of else part


def _without_figures(part: DepartmentPart, of: int) -> DepartmentPart:
    """Leave out what is over all projects of a department, where only some of them are there."""
    nothing = MoneyPart(Figure(), Figure(), Figure(), (), (), ())
    return part._replace(
        part_of=of, points=None, grade="", mean=None, made_of=(), own=None, lit=None, money=nothing,
        grades=(), attainments=(), groups=(), notices=(),
    )  # fmt: skip


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


def _light(known: OfDepartment, language: Language) -> Lit | None:
    if known.monitored is None:
        return None
    light = known.monitored.light
    word = words.UNLIT if light is None else LIGHTS[light]
    why = _WORST_OF_ALL if known.monitored.lines else _WORST
    return Lit(light, word.say(language), why.say(language))


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
    found = [Counted(light, text.say(language), lights.count(light)) for light, text in LIGHTS.items()]
    unlit = lights.count(None)
    return (*found, Counted("none", words.UNLIT.say(language), unlit)) if unlit else tuple(found)
