"""Whether the points of every kind of sheet make 100: each set of groups of level 1 that a sheet may have.

For each, a sheet with one indicator in each group is weighed as any other (``scheme.share_weights``). A
sheet that is refused with a complaint gets no wrong score; which sheets these are is noted. One that is
accepted must make 100.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from perfdsl.diagnostic import Diagnostics, Text
from perfdsl.exact import show_trimmed
from perfdsl.proof import messages
from perfdsl.proof.finding import Finding, Witness
from perfdsl.scheme.names import EVERYTHING, EXECUTION, group_name
from perfdsl.scheme.rubric_scheme import RubricScheme
from perfdsl.scheme.scheme import IndicatorScheme, ProjectScheme
from perfdsl.scheme.share_weights import choose_weights, share_weights
from perfdsl.source import Source
from perfdsl.syntax import ast
from perfdsl.syntax.keywords import tables

WHOLE = Fraction(100)
MOST_GROUPS = 8
"""Groups of which every set is looked at; of more, sets that lack or have up to two."""
_SOURCE = Source("", "")
_INDICATOR = ast.Indicator(span=(0, 0), name="", name_span=(0, 0))
_PROJECT = ast.Project(span=(0, 0), name="", name_span=(0, 0))


class Weighed(NamedTuple):
    """A kind of sheet, the points that it makes, and why it is refused, if it is."""

    groups: tuple[str, ...]
    total: Fraction
    refusal: Text | None

    @property
    def refused(self) -> bool:
        """Whether there is a complaint of such a sheet."""
        return self.refusal is not None


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
        return [_none_scored(rubric, weighed[0])]
    many, refused = len(fine), _refusals(weighed)
    sets = "the one set of groups" if many == 1 else f"each of {many} sets of groups"
    why = Text(f"{many} 种一级指标的组合都合计 100{refused.zh}", f"sheets make 100 with {sets}{refused.en}")
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
        IndicatorScheme(group, (group_name(group),), _SOURCE, _INDICATOR, None, None, None, None, None)
        for group in groups
    )
    project = ProjectScheme("", "", "", None, None, None, indicators, rubric, _SOURCE, _PROJECT, {})
    found = Diagnostics()
    weights, execution = share_weights(project, rubric, found)
    refusal = next((each.message for each in found if each.severity == "error"), None)
    return Weighed(groups, sum(weights, execution), refusal)


def _none_scored(rubric: RubricScheme, fullest: Weighed) -> Finding:
    """Tell of a rubric that refuses every kind of sheet, and why the fullest one."""
    names, why = _listed(fullest.groups), fullest.refusal or Text("", "")
    said = Text(f"有{names.zh}的表：{why.zh}", f"a sheet with {names.en}: {why.en}")
    chosen = choose_weights(rubric, set(fullest.groups)) or rubric.weight_sets[0]
    witness = Witness(said)
    return Finding("weights", "refuted", said, witness, messages.no_sheet(rubric.name, witness, chosen.place))


def _refuted(rubric: RubricScheme, wrong: Weighed) -> Finding:
    names, total = _listed(wrong.groups), show_trimmed(wrong.total)
    said = Text(f"有{names.zh}的表合计 {total}", f"a sheet with {names.en} makes {total}")
    chosen = choose_weights(rubric, set(wrong.groups)) or rubric.weight_sets[0]
    witness = Witness(said)
    return Finding(
        "weights", "refuted", said, witness, messages.weights_differ(rubric.name, witness, chosen.place)
    )


def _refusals(weighed: list[Weighed]) -> Text:
    """Say which groups a sheet must have, as those without are refused."""
    refused = [set(each.groups) for each in weighed if each.refused]
    if not refused:
        return Text("", "")
    whole = set(weighed[0].groups)
    single = [group for group in weighed[0].groups if whole - {group} in refused]
    if not single:
        others = "1 other is" if len(refused) == 1 else f"{len(refused)} others are"
        return Text(f"，其余 {len(refused)} 种不予评分", f"; {others} refused")
    names = _listed(single)
    return Text(f"；没有{names.zh}的表不予评分", f"; sheets without {names.en} are refused")


def _listed(groups: Iterable[str]) -> Text:
    """Name groups, in English as a sheet in English does."""
    keys = tuple(groups)
    english = (tables()["groups"].get(each, [each])[-1] for each in keys)
    return Text("、".join(map(group_name, keys)), ", ".join(english))
