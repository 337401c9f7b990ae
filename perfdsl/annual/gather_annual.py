"""Gathers the report of a year: every department, then every project in full, each number with its source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from perfdsl.actuals.fact import Fact
from perfdsl.annual import words
from perfdsl.annual.annual import AnnualReport, DepartmentPart, UrgentPart
from perfdsl.annual.explain_all import explain_all
from perfdsl.annual.gather_department import OfDepartment, gather_department, rank_projects
from perfdsl.annual.gather_line import says_invented
from perfdsl.annual.gather_project import OfProject, OfReport, gather_money_of, gather_project
from perfdsl.annual.gather_written import find_amendments, gather_stated
from perfdsl.annual.line_part import Lit, MoneyPart
from perfdsl.annual.year import Wishes, Year
from perfdsl.diagnostic import Language
from perfdsl.report.say_effects import say_flag
from perfdsl.report.words import called
from perfdsl.scheme.names import key, project_keys
from perfdsl.scheme.scheme import DepartmentScheme
from perfdsl.scorecard import DepartmentScore, ProjectScore

_PLAIN = Wishes()
_T = TypeVar("_T", DepartmentScore, DepartmentScheme)


def gather_annual(year: Year, wishes: Wishes = _PLAIN) -> AnnualReport:
    """Gather a report.

    What is not there (no lights, no department's score, no earlier years) is left out of it. Where no
    explanations are given they are made here. Time is linear in facts and lines, besides explaining, which
    is done for the projects shown.
    """
    if not year.explanations:
        year = year._replace(explanations=explain_all(year, _many_shown(year.scorecard.projects, wishes)))
    scores, known = year.scorecard.projects, _known(year)
    shown = _many_shown(scores, wishes)
    report = _of_report(year, wishes, shown)
    departments = _departments(year, report.language)
    ranks = {each.project: each.rank for part in departments for each in rank_projects(part.members, scores)}
    projects = tuple(
        gather_project(f"p{at + 1}", scores[at], known[at], ranks.get(at), report) for at in range(shown)
    )
    funds = [
        projects[at].money if at < shown else gather_money_of(each, report.language)
        for at, each in enumerate(known)
    ]
    return AnnualReport(
        language=wishes.language,
        title=wishes.title or _title(departments, report),
        note=wishes.note or _note(scores, wishes.language),
        year=report.year,
        as_of=year.scorecard.as_of,
        monitored=year.monitored.day.isoformat() if year.monitored else "",
        monitored_by=year.monitored.scheme if year.monitored else "",
        departments=tuple(_gathered(departments, scores, funds, report)),
        projects=projects,
        urgent=tuple(_urgent(year, report)),
        notices=tuple(say_flag(flag).say(wishes.language) for flag in year.scorecard.flags),
        files=wishes.files,
        omitted=len(scores) - shown,
    )


def _note(scores: Sequence[ProjectScore], language: Language) -> str:
    """Say first that facts are invented, where their authors say so."""
    facts = [line.fact for score in scores for line in score.indicators if line.fact is not None]
    invented = sum(map(says_invented, facts))
    if not invented:
        return ""
    return words.invented(invented, of=len(facts)).say(language)


def _gathered(
    departments: Sequence[OfDepartment],
    scores: Sequence[ProjectScore],
    funds: Sequence[MoneyPart],
    report: OfReport,
) -> Iterator[DepartmentPart]:
    for at, known in enumerate(departments, start=1):
        own = known.score.own if known.score else None
        if own is not None:
            known = known._replace(own=gather_project(f"d{at}own", own, OfProject(), None, report))  # noqa: PLW2901
        yield gather_department(f"d{at}", known, scores, funds, report)


def _of_report(year: Year, wishes: Wishes, shown: int) -> OfReport:
    years = {project.year for project in year.plan.projects if project.year is not None}
    named: dict[str, tuple[str, str]] = {}
    for at, score in enumerate(year.scorecard.projects, start=1):
        for name in sorted(project_keys(score) - {""}):
            named.setdefault(name, (f"p{at}" if at <= shown else "", score.name))
    return OfReport(
        language=wishes.language,
        year=str(years.pop()) if len(years) == 1 else "",
        as_of=year.as_of,
        amendments=find_amendments(year.scheme, year.as_of),
        earlier=year.earlier,
        named=named,
    )


def _many_shown(scores: Sequence[ProjectScore], wishes: Wishes) -> int:
    """Count the projects, from the first, that there is room for."""
    lines = 0
    for at, score in enumerate(scores[: wishes.most_projects]):
        lines += len(score.indicators)
        if lines > wishes.most_lines and at:
            return at
    return min(len(scores), wishes.most_projects)


def _known(year: Year) -> list[OfProject]:
    """Find each project of the scorecard in all stages, by its place."""
    schemes = {project.place: project for project in year.scheme.projects}
    stages = {
        plan.place: (plan, facts)
        for plan, facts in zip(year.plan.projects, year.actuals.projects, strict=True)
    }
    told = {each.score.place: each for each in year.explanations}
    monitored = {each.score.place: each for each in year.monitored.projects} if year.monitored else {}
    facts: dict[str, list[Fact]] = {}
    for fact in year.facts:
        if year.as_of is None or fact.day is None or fact.day <= year.as_of:
            facts.setdefault(key(fact.project), []).append(fact)
    found = []
    for score in year.scorecard.projects:
        plan, actuals = stages.get(score.place, (None, None))
        own = [fact for name in sorted(project_keys(score) - {""}) for fact in facts.get(name, ())]
        scheme, lit = schemes.get(score.place), monitored.get(score.place)
        found.append(OfProject(scheme, plan, actuals, own, told.get(score.place), lit))
    return found


def _departments(year: Year, language: Language) -> list[OfDepartment]:
    """Part the projects by their departments, in the order in which these first stand."""
    members: dict[str, list[int]] = {}
    for at, score in enumerate(year.scorecard.projects):
        members.setdefault(key(score.department), []).append(at)
    scored = _by_names(year.scorecard.departments)
    written = _by_names(year.scheme.departments)
    monitored = year.monitored
    watched = {each.score.place: each for each in monitored.projects} if monitored else {}
    over = {each.code or each.name: each for each in (monitored.departments if monitored else ())}
    found = []
    for called_so, held in members.items():
        whole, node = scored.get(called_so), written.get(called_so)
        first = year.scorecard.projects[held[0]].department
        code, name = (node.code, node.name) if node else (whole.code, whole.name) if whole else (first, "")
        lit = [watched.get(year.scorecard.projects[at].place) for at in held]
        found.append(
            OfDepartment(
                code=code,
                name=name,
                members=tuple(held),
                stated=gather_stated(year.scheme, node, language),
                score=whole,
                monitored=over.get(code or name),
                projects_monitored=tuple(each for each in lit if each is not None),
            )
        )
    return found


def _by_names(departments: Sequence[_T]) -> dict[str, _T]:
    return {key(name): each for each in departments for name in (each.name, each.code) if name}


def _title(departments: Sequence[OfDepartment], report: OfReport) -> str:
    """Name the year and, where there is but one, the department."""
    owner = departments[0].name if len(departments) == 1 else ""
    if report.language == "zh":
        return f"{owner}{report.year + '年度' if report.year else ''}{words.TITLE.zh}"
    return " ".join(filter(None, (words.TITLE.en, report.year, f"— {owner}" if owner else "")))


def _urgent(year: Year, report: OfReport) -> Iterator[UrgentPart]:
    if year.monitored is None:
        return
    for each in year.monitored.urgent:
        project = year.monitored.projects[each.project]
        at = next((i for i, s in enumerate(year.scorecard.projects) if s.place == project.score.place), None)
        line = None if each.line is None else project.lines[each.line].score.name
        name = words.MONEY.say(report.language) if line is None else called(line, report.language)
        suffix = "-money" if each.line is None else f"-{each.line + 1}"
        text = words.LIGHTS_NAMED[each.light].say(report.language)
        why = each.why.say(report.language)
        anchor = "" if at is None else f"p{at + 1}{suffix}"
        yield UrgentPart(anchor, project.score.name, name, Lit(each.light, text, why))
