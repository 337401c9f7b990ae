"""Which rubrics and methods sheets use without defining them."""

from __future__ import annotations

from collections.abc import Sequence

from perfdsl.scheme.names import key
from perfdsl.syntax import ast
from perfdsl.syntax.homes import HOLD_GROUPS


def wanted_rubrics(modules: Sequence[ast.Module], chosen: str = "", bands: str = "") -> list[str]:
    """List the names of rubrics that must come from elsewhere; an empty name stands for shared methods.

    Monitoring schemes are among them: those that rubrics here name, and ``bands``.
    """
    items = [item for module in modules for item in module.items]
    defined = {key(item.name) for item in items if isinstance(item, ast.Rubric)}
    used = [chosen] if chosen else [item.rubric for item in items if isinstance(item, ast.Use)]
    used += [item.extends for item in items if isinstance(item, ast.Rubric) and item.extends]
    wanted = [name for name in dict.fromkeys(used) if key(name) not in defined]
    wanted += _wanted_monitorings(items, bands)
    if _uses_rules(items):
        return [*wanted, ""]
    return wanted if wanted or not _uses_methods(items) else [""]


def _wanted_monitorings(items: Sequence[ast.Item], bands: str) -> list[str]:
    defined = {key(item.name) for item in items if isinstance(item, ast.Monitoring)}
    parts = [part for item in items if isinstance(item, ast.Rubric) for part in item.parts]
    named = [part.scheme for part in parts if isinstance(part, ast.MonitoredBy)]
    return [name for name in dict.fromkeys([*named, *([bands] if bands else [])]) if key(name) not in defined]


def _uses_rules(items: Sequence[ast.Item]) -> bool:
    """Whether a rubric names a rule that is not among the items."""
    defined = {key(item.name) for item in items if isinstance(item, ast.Rule)}
    parts = [part for item in items if isinstance(item, ast.Rubric) for part in item.parts]
    return any(
        key(name) not in defined for part in parts if isinstance(part, ast.Applies) for name in part.rules
    )


def _uses_methods(items: Sequence[ast.Item]) -> bool:
    defined = {key(item.name) for item in items if isinstance(item, ast.Method)}
    for item in items:
        if isinstance(item, ast.Rubric):
            cases = [case for part in item.parts if isinstance(part, ast.Scoring) for case in part.cases]
            if any(key(case.method) not in defined for case in cases):
                return True
        elif isinstance(item, HOLD_GROUPS) and any(isinstance(c, ast.Scored) for c in _clauses(item)):
            return True
    return False


def _clauses(block: ast.Project | ast.Department | ast.Amendment) -> list[ast.Clause]:
    groups = [part for part in block.parts if isinstance(part, ast.Group)]
    return [clause for group in groups for indicator in group.indicators for clause in indicator.clauses]
