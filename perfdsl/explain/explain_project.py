"""Explains a scored project: each of its lines, and how their points became its total and grade."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from perfdsl.actuals.bound import BoundFact, ProjectActuals
from perfdsl.actuals.choose_facts import choose_facts
from perfdsl.actuals.compute import recorded
from perfdsl.actuals.fact import Fact
from perfdsl.diagnostic import Diagnostics, Text
from perfdsl.engines.exact.score_execution import execution_line
from perfdsl.explain.explain_line import Tools, explain_line
from perfdsl.explain.explanation import FAULT, Explanation
from perfdsl.explain.feed_back import Trial
from perfdsl.explain.line_in_hand import LineInHand, ProjectInHand
from perfdsl.explain.taken_by_rules import scale_of
from perfdsl.explain.trace_cites import cites_of_rubric
from perfdsl.explain.trace_total import band_of, trace_total
from perfdsl.explain.trace_weight import Weigher
from perfdsl.plan.plan import ProjectPlan
from perfdsl.scheme.names import key, project_keys
from perfdsl.scheme.scheme import ProjectScheme
from perfdsl.scorecard import ProjectScore


def explain_project(project: ProjectInHand, as_of: str = "", asked: int | None = None) -> Explanation:
    """Explain a project; ``asked``: the one line that is wanted, whose remedy is sought first."""
    rubric = project.scheme.rubric
    assert rubric is not None  # noqa: S101 — the project was scored under it
    tools = Tools(Trial(), Weigher(project.scheme), _notices(project.score), scale_of(project))
    lines = _lines(project)
    order = sorted(range(len(lines)), key=lambda at: (at != asked, -_lost(lines[at])))
    told = {at: explain_line(lines[at], tools) for at in order}
    return Explanation(
        score=project.score,
        lines=tuple(told[at] for at in range(len(lines))),
        total=trace_total(project, tools.trial),
        band=band_of(project),
        rubrics=tuple(node.name for node in rubric.nodes),
        cites=cites_of_rubric(rubric),
        rubric_place=rubric.place,
        notices=tuple(tools.notices.get("", ())),
        as_of=as_of,
        asked=asked,
    )


def in_hand(  # noqa: PLR0913, PLR0917 — a project in all its stages
    scheme: ProjectScheme,
    plan: ProjectPlan,
    actuals: ProjectActuals,
    score: ProjectScore,
    facts: Sequence[Fact] = (),
    as_of: date | None = None,
) -> ProjectInHand:
    """Take a project in hand in all its stages; ``facts``: all that were recorded, of any project."""
    own = [fact for fact in facts if key(fact.project) in project_keys(plan) - {""}]
    counted = choose_facts(own, as_of, Diagnostics())
    # What several units report has no fact of its own: its parts are told with the line.
    chosen = {fact.own or key(fact.indicator): fact for fact in counted if not fact.reporter}
    values = recorded(plan, actuals)
    known = {name: value for name, (value, _) in values.items()}
    return ProjectInHand(scheme, plan, actuals, score, values, known, chosen)


def _lines(project: ProjectInHand) -> list[LineInHand]:
    scheme, plan, scores = project.scheme, project.plan, project.score.indicators
    scoring = scheme.scoring
    assert scoring is not None  # noqa: S101 — the project was scored
    pairs = zip(scheme.indicators, scoring.methods, strict=True)
    written = {each.place: (each, call) for each, call in pairs}
    lines = []
    for at, (line, fact) in enumerate(zip(plan.indicators, project.actuals.indicators, strict=True)):
        each, call = written[line.place]
        lines.append(LineInHand(project, at, line, scores[at], fact, call, each))
    if plan.execution is not None:
        own, at = execution_line(plan, plan.execution), len(lines)
        lines.append(LineInHand(project, at, own, scores[at], _rate(project), scoring.execution_method))
    return lines


def _rate(project: ProjectInHand) -> BoundFact | None:
    """What was spent, as a share of the budget."""
    spent, known = project.actuals.spent, project.recorded.get("execution")
    if spent is None or known is None or known[0] is None:
        return None
    return spent._replace(value=Fraction(known[0]))


def _notices(score: ProjectScore) -> dict[str, list[Text]]:
    """What a score points out, by line, besides faults; that of the project under the empty name."""
    found: dict[str, list[Text]] = {}
    for flag in score.flags:
        if flag.code == FAULT:
            continue
        found.setdefault(flag.indicator, []).append(flag.text)
    return found


def _lost(line: LineInHand) -> Fraction:
    score = line.score
    return Fraction(0) if score.excluded else score.weight - score.points.high
