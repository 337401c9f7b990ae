"""Says of each change in a project which amendment, not yet in force on the old side, brought it about."""

from __future__ import annotations

from collections.abc import Iterable

from perfdsl.diff.difference import Change
from perfdsl.scheme.scheme import IndicatorScheme, ProjectScheme
from perfdsl.scheme.version import thing_of
from perfdsl.scorecard import AmendedBy

_PARTS = {"budget": "budget", "budget_part": "budget", "plan": "payment_plan", "purpose": "purpose"}
_CONSEQUENCES = {"points", "method", "name", "group"}
"""What may change in a line because others did."""


def tell_of_parts(changes: Iterable[Change], old: ProjectScheme, new: ProjectScheme) -> list[Change]:
    """Name the amendment of each change in a project's own parts."""
    return [
        change._replace(amended=_fresh(old.amended_by.get(kind), new.amended_by.get(kind)))
        if kind
        else change
        for change in changes
        for kind in [_PARTS.get(change.about, "")]
    ]


def tell_of_line(
    changes: Iterable[Change], old: IndicatorScheme | None, new: IndicatorScheme | None
) -> list[Change]:
    """Name the amendment of each change in an indicator that stands on both sides."""
    amended = _fresh(old and old.amended_by, new and new.amended_by)
    return [
        change if change.about in _CONSEQUENCES else change._replace(amended=amended) for change in changes
    ]


def amendment_of_one(
    old: IndicatorScheme | None, new: IndicatorScheme | None, after: ProjectScheme
) -> AmendedBy | None:
    """Give the amendment that added or dropped an indicator which stands on one side only."""
    if new is not None:
        return new.amended_by
    return None if old is None else after.dropped_by.get(thing_of(old.group, old.name))


def _fresh(old: AmendedBy | None, new: AmendedBy | None) -> AmendedBy | None:
    """Give an amendment that only the new side has in force."""
    if new is None or (old is not None and (old.day, old.cites) == (new.day, new.cites)):
        return None
    return new
