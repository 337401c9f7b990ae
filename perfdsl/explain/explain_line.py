"""Explains one line: its target, its fact, its weight, its method, and its points step by step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from perfdsl.diagnostic import Text
from perfdsl.explain.explanation import FAULT, LineExplanation
from perfdsl.explain.feed_back import Trial
from perfdsl.explain.find_remedy import find_remedy
from perfdsl.explain.line_in_hand import LineInHand
from perfdsl.explain.say_check import say_check
from perfdsl.explain.told import Told
from perfdsl.explain.trace_cites import cites_of_method
from perfdsl.explain.trace_computed import trace_computed
from perfdsl.explain.trace_effects import trace_effects
from perfdsl.explain.trace_method import tell_method, trace_method
from perfdsl.explain.trace_parts import trace_parts
from perfdsl.explain.trace_points import trace_points
from perfdsl.explain.trace_weight import Weigher
from perfdsl.scheme.scheme import IndicatorScheme
from perfdsl.syntax import ast


class Tools(NamedTuple):
    """What all lines of a project share: trials of remedies (bounded), weights, notices by line, scale."""

    trial: Trial
    weigher: Weigher
    notices: Mapping[str, Sequence[Text]]
    scale: Fraction = Fraction(1)


def explain_line(line: LineInHand, tools: Tools) -> LineExplanation:
    """Say how a line came to its points."""
    traces = trace_method(line)
    points = trace_points(line, traces)
    project, score = line.project, line.score
    return LineExplanation(
        score=score,
        target=_target(line),
        remarks=_remarks(line.scheme),
        computed=trace_computed(line),
        parts=trace_parts(line),
        check=say_check(line),
        weight=tools.weigher.trace(line),
        method=tell_method(line, traces, is_open=bool(points.branches)),
        points=points,
        effects=trace_effects(score.applied, project.plan.rules, project.scheme),
        notices=tuple(tools.notices.get(score.name, ())),
        cites=cites_of_method(line.call),
        remedy=find_remedy(line, tools.trial),
        scale=tools.scale,
        faults=tuple(
            flag for flag in project.score.flags if flag.code == FAULT and flag.indicator == score.name
        ),
    )


def _target(line: LineInHand) -> Told:
    """Give a target as written, with the name before it and without the clauses behind it."""
    each = line.scheme
    if each is None:
        return _budget(line)
    if each.node.target is None:
        return Told(line.score.target, line.plan.place)
    place = each.source.place((each.node.name_span[0], each.node.target.span[1]))
    return Told(" ".join(place.text.split()), each.place)


def _budget(line: LineInHand) -> Told:
    """Give the budget as written: what the execution rate is held against."""
    project = line.project.scheme
    for part in project.node.parts:
        if part.kind == "budget":
            place = project.source.place(part.span)
            return Told(" ".join(place.text.split()), place)
    return Told(line.score.target, line.plan.place)


def _remarks(each: IndicatorScheme | None) -> tuple[tuple[Literal["about", "basis"], str], ...]:
    if each is None:
        return ()
    clauses = (clause for clause in each.node.clauses if isinstance(clause, ast.Remark))
    return tuple((clause.about, clause.text) for clause in clauses)
