"""How a total came about: points added, scaled where lines do not count, rounded, then held to rules."""

from __future__ import annotations

from fractions import Fraction

from perfdsl.explain.explanation import TotalTold
from perfdsl.explain.feed_back import Trial
from perfdsl.explain.line_in_hand import ProjectInHand
from perfdsl.explain.trace_effects import trace_effects
from perfdsl.explain.trace_losses import trace_losses
from perfdsl.scheme.grade import takes
from perfdsl.scheme.rubric_scheme import GradeBand
from perfdsl.scorecard import Interval
from perfdsl.syntax import ast

WHOLE = Fraction(100)
ZERO = Fraction(0)


def trace_total(project: ProjectInHand, trial: Trial) -> TotalTold:
    """Say how the total came about; ``trial``: for what would have kept a rule from it."""
    score, plan = project.score, project.plan
    counted = [line for line in score.indicators if not line.excluded]
    excluded = tuple(line.name for line in score.indicators if line.excluded)
    # A rule that may yet leave a line out opens the whole total.
    leaving_out = {
        rule.source.place(effect.span)
        for rule in plan.rules
        for effect in rule.effects
        if isinstance(effect, ast.Exclude)
    }
    open_rule = any(
        each.place in leaving_out and not each.certain for line in score.indicators for each in line.applied
    )
    added = Interval(
        sum((line.points.low for line in counted), ZERO),
        sum((line.points.high for line in counted), ZERO),
        any(line.points.high_open for line in counted),
    )
    return TotalTold(
        added=added,
        counted=sum((line.weight for line in counted), ZERO),
        excluded=excluded,
        rounding=(plan.total or plan.each) if excluded else plan.total,
        before=score.before or score.total,
        after=score.total,
        effects=trace_effects(score.applied, plan.rules, project.scheme),
        open_rule=open_rule,
        losses=trace_losses(project, trial),
    )


def band_of(project: ProjectInHand) -> GradeBand | None:
    """Give the band of the grade that was given; None where none was, or a rule lowered it."""
    score = project.score
    if not score.grade or not score.total.settled:
        return None
    band = next((band for band in project.plan.grades if takes(band, score.total.low)), None)
    return band if band is not None and band.name == score.grade else None
