"""Gathers the report of a year: every department, then every project in full, each number with its source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from perfdsl.annual import words
from perfdsl.annual.annual import AnnualReport, DepartmentPart, UrgentPart
from perfdsl.annual.explain_all import explain_all
from perfdsl.annual.find_known import find_departments, find_known
from perfdsl.annual.gather_actions import gather_actions, urgent_actions
from perfdsl.annual.gather_department import OfDepartment, gather_department, rank_members
from perfdsl.annual.gather_line import says_invented
from perfdsl.annual.gather_own import gather_own
from perfdsl.annual.gather_project import OfReport, gather_money_of, gather_project
from perfdsl.annual.gather_written import find_amendments
from perfdsl.annual.line_part import Lit, MoneyPart
from perfdsl.annual.year import Wishes, Year
from perfdsl.diagnostic import Language
from perfdsl.monitor.monitored import Monitored, UrgentOwn
from perfdsl.report.monitor_words import LIGHTS
from perfdsl.report.say_effects import say_flag
from perfdsl.report.words import called
from perfdsl.scheme.names import project_keys
from perfdsl.scorecard import ProjectScore

_PLAIN = Wishes()


def gather_annual(year: Year, wishes: Wishes = _PLAIN) -> AnnualReport:
    """Gather a report.

    What is not there (no lights, no department's score, no earlier years) is left out of it. Where no
    explanations are given they are made here. Time is linear in facts and lines, besides explaining, which
    is done for the projects shown.
    """
    if not year.explanations:
        year = year._replace(explanations=explain_all(year, _many_shown(year.scorecard.projects, wishes)))
    scores, known = year.scorecard.projects, find_known(year, year.scorecard.projects)
    shown = _many_shown(scores, wishes)
    report = _of_report(year, wishes, shown)
    departments = list(find_departments(year, report.language))
    ranks = {each.project: each for part in departments for each in rank_members(part, scores)}
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
        departments=tuple(_gathered(year, departments, funds, report)),
        projects=projects,
        urgent=tuple(_urgent(year, departments, report)),
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
    year: Year, departments: Sequence[OfDepartment], funds: Sequence[MoneyPart], report: OfReport
) -> Iterator[DepartmentPart]:
    are_named = any(known.name or known.code for known in departments)
    for at, known in enumerate(departments, start=1):
        loose = words.NO_DEPARTMENT if are_named else words.ALL_PROJECTS
        own = gather_own(f"d{at}own", year, known, report)
        part = gather_department(f"d{at}", known._replace(own=own), year.scorecard.projects, funds, report)
        yield part._replace(heading=known.name or known.code or loose.say(report.language))


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


def _title(departments: Sequence[OfDepartment], report: OfReport) -> str:
    """Name the year and, where there is but one, the department."""
    owner = departments[0].name if len(departments) == 1 else ""
    if report.language == "zh":
        return f"{owner}{report.year + '年度' if report.year else ''}{words.TITLE.zh}"
    return " ".join(filter(None, (words.TITLE.en, report.year, f"— {owner}" if owner else "")))


def _urgent(year: Year, departments: Sequence[OfDepartment], report: OfReport) -> Iterator[UrgentPart]:
    if year.monitored is None:
        return
    yield from urgent_actions(
        gather_actions(year.monitored.actions, report.named, report.language), report.language
    )
    for each in year.monitored.ranked:
        if isinstance(each, UrgentOwn):
            yield _urgent_own(each, year.monitored, departments, report.language)
            continue
        project = year.monitored.projects[each.project]
        at = next((i for i, s in enumerate(year.scorecard.projects) if s.place == project.score.place), None)
        line = None if each.line is None else project.lines[each.line].score.name
        name = words.MONEY.say(report.language) if line is None else called(line, report.language)
        suffix = "-money" if each.line is None else f"-{each.line + 1}"
        text = LIGHTS[each.light].say(report.language)
        why = each.why.say(report.language)
        anchor = "" if at is None else f"p{at + 1}{suffix}"
        yield UrgentPart(anchor, project.score.name, name, Lit(each.light, text, why))


def _urgent_own(
    urgent: UrgentOwn, monitored: Monitored, departments: Sequence[OfDepartment], language: Language
) -> UrgentPart:
    """Give an indicator of a department's own, which stands with the department."""
    held = monitored.departments[urgent.department]
    score = held.lines[urgent.line].score
    at = next((at for at, known in enumerate(departments, 1) if known.monitored is held), None)
    own = departments[at - 1].score if at else None
    lines = own.own.indicators if own and own.own else ()
    number = next((n for n, each in enumerate(lines, 1) if each.name == score.name), None)
    anchor = f"d{at}own-{number}" if at and number else ""
    lit = Lit(urgent.light, LIGHTS[urgent.light].say(language), urgent.why.say(language))
    return UrgentPart(anchor, held.name or held.code, called(score.name, language), lit)
