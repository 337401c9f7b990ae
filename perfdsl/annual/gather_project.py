"""Gathers a project for the report, from all stages in which it is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from perfdsl.actuals.bound import ProjectActuals
from perfdsl.actuals.fact import Fact
from perfdsl.annual import words
from perfdsl.annual.annual import ProjectPart, Ranked
from perfdsl.annual.gather_actions import gather_actions
from perfdsl.annual.gather_groups import gather_groups
from perfdsl.annual.gather_line import OfLine, gather_line
from perfdsl.annual.gather_money import gather_money
from perfdsl.annual.gather_written import Amendments, gather_amendments, gather_goals
from perfdsl.annual.gather_years import Earlier, years_of_project
from perfdsl.annual.line_part import LinePart, Lit, MoneyPart
from perfdsl.annual.show_figures import point_figure, points_of
from perfdsl.codes import severity_of
from perfdsl.diagnostic import Language
from perfdsl.explain.explanation import Explanation
from perfdsl.explain.told import Cited
from perfdsl.monitor.monitored import MonitoredLine, MonitoredProject
from perfdsl.plan.plan import ProjectPlan
from perfdsl.report.explanation_effects import say_cited
from perfdsl.report.explanation_outline import outline
from perfdsl.report.explanation_words import show_place
from perfdsl.report.lay_out import say_grade
from perfdsl.report.monitor_words import LIGHTS
from perfdsl.report.say_effects import notes_of_total, say_flag
from perfdsl.scheme.scheme import ProjectScheme
from perfdsl.scorecard import ProjectScore
from perfdsl.syntax import ast


class OfProject(NamedTuple):
    """All that is known of a project besides its score; each may be missing.

    ``watched``: the lines of a department, which is no monitored project.
    """

    scheme: ProjectScheme | None = None
    plan: ProjectPlan | None = None
    actuals: ProjectActuals | None = None
    facts: Sequence[Fact] = ()
    told: Explanation | None = None
    monitored: MonitoredProject | None = None
    watched: Sequence[MonitoredLine] = ()


class OfReport(NamedTuple):
    """What is the same for all projects of a report.

    ``named``: key of a project's name or code → its anchor (empty where it is not shown) and its name.
    """

    language: Language
    year: str
    as_of: date | None
    amendments: Amendments
    earlier: Earlier
    named: Mapping[str, tuple[str, str]]


def gather_project(
    anchor: str, score: ProjectScore, known: OfProject, rank: Ranked | None, report: OfReport
) -> ProjectPart:
    """Gather a project."""
    language, told, monitored = report.language, known.told, known.monitored
    grade = say_grade(score, language)
    notices = [say_flag(flag).say(language) for flag in score.flags if severity_of(flag.code) != "error"]
    return ProjectPart(
        anchor=anchor,
        code=score.code,
        name=score.name,
        department=score.department,
        rubric=score.rubric,
        rubric_cites=tuple(say_cited(cited, language) for cited in _cites(told)),
        purpose=_purpose(known.scheme),
        points=points_of(score.total, score.places),
        full=point_figure(Fraction(100), 0),
        grade=grade,
        grades=score.grades,
        settled=score.total.settled,
        rank=rank.rank if rank else None,
        rank_text=rank.text if rank else "",
        lit=_light(monitored, language),
        money=gather_money_of(known, language),
        groups=gather_groups(score.indicators, score.places, language),
        goals=gather_goals(known.scheme, score, monitored.goals if monitored else (), language),
        lines=_lines(anchor, score, known, language),
        amendments=gather_amendments(known.scheme, report.amendments, language),
        actions=gather_actions(monitored.actions if monitored else (), report.named, language),
        years=years_of_project(score, report.year, report.earlier, language),
        notices=(*notices, *(note.say(language) for note in notes_of_total(score._replace(goals=())))),
        faults=tuple(
            say_flag(flag).say(language) for flag in score.flags if severity_of(flag.code) == "error"
        ),
        outline=outline(told, language, full=True) if told else None,
        source=show_place(score.place),
    )


def gather_money_of(known: OfProject, language: Language) -> MoneyPart:
    """Gather the money of a project."""
    spent = known.actuals.spent if known.actuals else None
    return gather_money(
        known.scheme,
        known.plan,
        known.facts,
        spent.value if spent else None,
        known.monitored.money if known.monitored else None,
        language,
    )


def _cites(told: Explanation | None) -> tuple[Cited, ...]:
    return told.cites if told else ()


def _purpose(scheme: ProjectScheme | None) -> str:
    parts = scheme.node.parts if scheme else ()
    return next((part.text for part in parts if isinstance(part, ast.Purpose)), "")


def _light(monitored: MonitoredProject | None, language: Language) -> Lit | None:
    if monitored is None:
        return None
    word = words.UNLIT if monitored.light is None else LIGHTS[monitored.light]
    return Lit(monitored.light, word.say(language))


def _lines(anchor: str, score: ProjectScore, known: OfProject, language: Language) -> tuple[LinePart, ...]:
    plans = known.plan.indicators if known.plan else ()
    bound = known.actuals.indicators if known.actuals else ()
    told = known.told.lines if known.told else ()
    watched = known.monitored.lines if known.monitored else known.watched
    monitored = {each.score.name: each for each in watched}
    places = known.told.line_places if known.told else score.places
    return tuple(
        gather_line(
            anchor,
            at + 1,
            line,
            OfLine(
                plans[at] if at < len(plans) else None,
                bound[at] if at < len(bound) else None,
                told[at] if at < len(told) else None,
                monitored.get(line.name),
                known.actuals.finished if known.actuals else None,
            ),
            places,
            language,
        )
        for at, line in enumerate(score.indicators)
    )
