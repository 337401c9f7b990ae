"""An indicator as an amendment leaves it: what it says anew, and what it keeps of the old one."""

from __future__ import annotations

from perfdsl.syntax import ast
from perfdsl.syntax.node import with_fields

_COMPUTED = {"formula", "checklist", "either"}
"""Clauses of which an indicator has at most one: each says how the actual is found."""


def merge_indicator(old: ast.Indicator, new: ast.Indicator) -> ast.Indicator:
    """Give the new indicator with those clauses of the old one whose kind it does not say again.

    A target that could not be read leaves the old one in force.
    """
    said = {_kind(clause) for clause in new.clauses}
    kept = [clause for clause in old.clauses if _kind(clause) not in said]
    target = old.target if new.target is None else new.target
    return with_fields(new, target=target, clauses=(*new.clauses, *kept))


def _kind(clause: ast.Clause) -> tuple[str, str]:
    """What a clause is about; two of one kind do not stand in one indicator."""
    match clause:
        case ast.Remark():
            return clause.kind, clause.about
        case ast.Unsettled():
            return clause.kind, clause.field
        case _:
            return ("formula", "") if clause.kind in _COMPUTED else (clause.kind, "")
