"""Whether the points of every kind of sheet make 100: each set of groups of level 1 that a sheet may have.

For each, a sheet with one indicator in each group is weighed as any other (``scheme.share_weights``). A
sheet that is refused with a complaint gets no wrong score; which sheets these are is noted. One that is
accepted must make 100.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from perfdsl.diagnostic import Diagnostics, Text
from perfdsl.exact import show_trimmed
from perfdsl.proof import messages
from perfdsl.proof.finding import Finding, Witness
from perfdsl.scheme.names import EVERYTHING, EXECUTION, group_name
from perfdsl.scheme.scheme import IndicatorScheme, ProjectScheme, RubricScheme
from perfdsl.scheme.share_weights import choose_weights, share_weights
from perfdsl.source import Source
from perfdsl.syntax import ast

WHOLE = Fraction(100)
MOST_GROUPS = 8
"""Groups of which every set is looked at; of more, sets that lack or have up to two."""
_SOURCE = Source("", "")
_INDICATOR = ast.Indicator(span=(0, 0), name="", name_span=(0, 0))
_PROJECT = ast.Project(span=(0, 0), name="", name_span=(0, 0))


class Weighed(NamedTuple):
    """A kind of sheet, the points that it makes, and whether it is refused."""

    groups: tuple[str, ...]
    total: Fraction
    refused: bool


def prove_weights(rubric: RubricScheme) -> list[Finding]:
    """Weigh every kind of sheet; nothing where a rubric has no weights."""
    if not rubric.weight_sets:
        return []
    weighed = [_weigh(rubric, groups) for groups in _shapes(rubric)]
    wrong = next((each for each in weighed if each.total != WHOLE and not each.refused), None)
    if wrong is not None:
        return [_refuted(rubric, wrong)]
    fine = [each for each in weighed if not each.refused]
    if not fine:
        return [_refuted(rubric, weighed[0])]
    why = Text(
        f"{len(fine)} 种一级指标的组合都合计 100{_refusals(weighed, 'zh')}",
        f"sheets make 100 with each of {len(fine)} sets of groups{_refusals(weighed, 'en')}",
    )
    return [Finding("weights", "proved", why)]


def _shapes(rubric: RubricScheme) -> Iterator[tuple[str, ...]]:
    """Sets of groups, the fullest first."""
    named = [group for weights in rubric.weight_sets for group, _ in weights.points]
    named += [weights.condition_group for weights in rubric.weight_sets if weights.condition_group]
    named += [each for pair in rubric.heirs.items() for each in pair if each]
    groups = tuple(dict.fromkeys(group for group in named if group not in {EXECUTION, EVERYTHING}))
    if any(group == EVERYTHING for group in named):
        groups = (*groups, "其他指标")
    for size in range(len(groups), 0, -1):
        if len(groups) <= MOST_GROUPS or size > len(groups) - 3 or size <= 2:  # noqa: PLR2004 — as said above
            yield from combinations(groups, size)


def _weigh(rubric: RubricScheme, groups: tuple[str, ...]) -> Weighed:
    indicators = tuple(
        IndicatorScheme(group, (group,), _SOURCE, _INDICATOR, None, None, None, None, None)
        for group in groups
    )
    project = ProjectScheme("", "", "", None, None, None, indicators, rubric, _SOURCE, _PROJECT, {})
    found = Diagnostics()
    weights, execution = share_weights(project, rubric, found)
    return Weighed(groups, sum(weights, execution), found.has_errors)


def _refuted(rubric: RubricScheme, wrong: Weighed) -> Finding:
    names, total = "、".join(map(group_name, wrong.groups)), show_trimmed(wrong.total)
    said = Text(f"有{names}的表合计 {total}", f"a sheet with {names} makes {total}")
    chosen = choose_weights(rubric, set(wrong.groups)) or rubric.weight_sets[0]
    witness = Witness(said)
    return Finding(
        "weights", "refuted", said, witness, messages.weights_differ(rubric.name, witness, chosen.place)
    )


def _refusals(weighed: list[Weighed], language: str) -> str:
    """Say which groups a sheet must have, as those without are refused."""
    refused = [set(each.groups) for each in weighed if each.refused]
    if not refused:
        return ""
    whole = set(weighed[0].groups)
    single = sorted(group_name(next(iter(whole - each))) for each in refused if len(whole - each) == 1)
    names = "、".join(single)
    if not single:
        return (
            f"，其余 {len(refused)} 种不予评分"
            if language == "zh"
            else f"; {len(refused)} others are refused"
        )
    return f"；没有{names}的表不予评分" if language == "zh" else f"; sheets without {names} are refused"
