"""Gathers what sheets say besides targets: goals, amendments in force, what a department set out to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from perfdsl.annual import words
from perfdsl.annual.annual import AmendmentPart
from perfdsl.annual.gather_groups import add_up
from perfdsl.annual.line_part import Figure, GoalPart, Lit
from perfdsl.annual.show_figures import percent
from perfdsl.diagnostic import Language
from perfdsl.monitor.monitored import MonitoredGoal
from perfdsl.report.explanation_words import UNCHECKED, bracketed, colon, show_place
from perfdsl.report.monitor_words import LIGHTS
from perfdsl.scheme.names import key
from perfdsl.scheme.scheme import DepartmentScheme, ProjectScheme, Scheme
from perfdsl.scorecard import ProjectScore
from perfdsl.source import Place, Source
from perfdsl.syntax import ast

Amendments = Mapping[tuple[str, str], Sequence[tuple[Source, ast.Amendment]]]
"""By file and key of the project's name or code."""


def find_amendments(scheme: Scheme, as_of: date | None) -> Amendments:
    """Find the amendments that are in force on a day, by file and project, in the order of their days."""
    found: dict[tuple[str, str], list[tuple[Source, ast.Amendment]]] = {}
    for source, item in scheme.written:
        if isinstance(item, ast.Amendment) and (as_of is None or _day_of(item) <= as_of.isoformat()):
            found.setdefault((source.name, key(item.project)), []).append((source, item))
    for held in found.values():
        held.sort(key=lambda each: _day_of(each[1]))
    return found


def gather_amendments(
    scheme: ProjectScheme | None, amendments: Amendments, language: Language
) -> tuple[AmendmentPart, ...]:
    """Gather the amendments of a project: what they rest on and, in their own words, what they change."""
    if scheme is None:
        return ()
    names = dict.fromkeys((key(scheme.name), key(scheme.code)))
    held = [each for name in names for each in amendments.get((scheme.source.name, name), ()) if name]
    return tuple(_amendment(source, node, language) for source, node in held)


def _amendment(source: Source, node: ast.Amendment, language: Language) -> AmendmentPart:
    cites = [part for part in node.parts if isinstance(part, ast.Cite)]
    changes = [part for part in node.parts if not isinstance(part, ast.Cite)]
    return AmendmentPart(
        day=_day_of(node),
        cites=tuple(
            each.text + (bracketed(UNCHECKED.say(language), language) if each.unchecked else "")
            for each in cites
        ),
        changes=tuple(change for part in changes for change in _changes(source, part)),
        source=show_place(source.place(node.project_span)),
    )


def _changes(source: Source, part: ast.AmendmentPart) -> Iterator[str]:
    """Give a change in its author's words; a group in one sentence for each of its indicators."""
    if isinstance(part, ast.Group):
        for each in part.indicators:
            yield " ".join(source.place(each.span).text.split())
    else:
        yield " ".join(source.place(part.span).text.split())


def _day_of(node: ast.Amendment) -> str:
    when = node.date
    return "" if when is None else date(when.year, when.month, when.day).isoformat()


def gather_goals(
    scheme: ProjectScheme | None,
    score: ProjectScore,
    monitored: Sequence[MonitoredGoal],
    language: Language,
) -> tuple[GoalPart, ...]:
    """Gather the goals of a sheet; those that lines serve with what they reached."""
    parts = scheme.node.parts if scheme else ()
    written = [part for part in parts if isinstance(part, ast.Goal)]
    scored = {(goal.name, goal.text): goal for goal in score.goals}
    lit = {(goal.name, goal.text): _light(goal, language) for goal in monitored}
    serving = _serving(scheme, score)
    found = []
    for part in written:
        goal = scored.get((part.name, part.text))
        lines = serving.get(key(part.name), []) if part.name else []
        group = add_up(part.name, [score.indicators[at] for at in lines], score.places) if lines else None
        share = percent(goal.share) if goal is not None else Figure()
        light = lit.get((part.name, part.text)) if group is not None else None
        found.append(GoalPart(part.name, part.text, share, group, light))
    return tuple(found)


def _serving(scheme: ProjectScheme | None, score: ProjectScore) -> dict[str, list[int]]:
    """Places of lines by the goals that they serve."""
    found: dict[str, list[int]] = {}
    nodes: dict[Place, ast.Indicator] = (
        {each.place: each.node for each in scheme.indicators} if scheme else {}
    )
    for at, line in enumerate(score.indicators):
        node = nodes.get(line.place)
        for clause in node.clauses if node else ():
            if isinstance(clause, ast.Serves):
                found.setdefault(key(clause.goal), []).append(at)
    return found


def _light(goal: MonitoredGoal, language: Language) -> Lit:
    word = words.UNLIT if goal.light is None else LIGHTS[goal.light]
    return Lit(goal.light, word.say(language))


def gather_stated(
    scheme: Scheme, department: DepartmentScheme | None, language: Language
) -> tuple[tuple[str, str], ...]:
    """Gather what a department set out to do: (heading, text), as written."""
    if department is None:
        return ()
    for _, item in scheme.written:
        if isinstance(item, ast.Department) and key(item.name) == key(department.name):
            goals = [part for part in item.parts if isinstance(part, ast.Goal)]
            return tuple((_heading(goal, language), goal.text) for goal in goals)
    return ()


def _heading(goal: ast.Goal, language: Language) -> str:
    role = words.STATED_AS[goal.role].say(language)
    return f"{role}{colon(language)}{goal.name}" if goal.name else role
