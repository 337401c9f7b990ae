"""Chooses the rubric of sheets when nobody names one: the first customary one that fits their groups."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from perfdsl.audit.choose_rubric import choose_rubric
from perfdsl.diagnostic import Diagnostics
from perfdsl.importers.draft import FormDraft
from perfdsl.importers.sheet.build_project import Wanted
from perfdsl.library import shipped
from perfdsl.scheme.names import EVERYTHING, group_key
from perfdsl.scheme.rubric_scheme import RubricScheme

CUSTOMARY: Final = ("国家自评2020", "核心指标2021")


def assume_rubrics(year: int | None) -> Callable[[FormDraft], Wanted]:
    """Give what is wanted for each form; the sheets say that their rubric was assumed."""
    rubrics = [found for name in CUSTOMARY if (found := _read(name)) is not None]

    def wanted(form: FormDraft) -> Wanted:
        levels = {group_key(said) for row in form.rows if (said := row.text("level1"))}
        fitting = (rubric.name for rubric in rubrics if _fits(rubric, levels))
        return Wanted(next(fitting, CUSTOMARY[0]), rubric_is_assumed=True, year=year)

    return wanted


def _read(name: str) -> RubricScheme | None:
    return choose_rubric(name, shipped([name]), Diagnostics())


def _fits(rubric: RubricScheme, levels: set[str]) -> bool:
    """Whether some of a rubric's weights name each of these groups, by their keys."""
    groups = {group for weights in rubric.weight_sets for group, _ in weights.points}
    return levels <= groups or EVERYTHING in groups
