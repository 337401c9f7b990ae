"""Computed indicators may use other indicators, but not, in the end, themselves."""

from __future__ import annotations

from perfdsl.diagnostic import Diagnostics
from perfdsl.scheme import messages
from perfdsl.scheme.names import key
from perfdsl.scheme.scheme import IndicatorScheme, ProjectScheme
from perfdsl.syntax import ast
from perfdsl.syntax.build_expression import parts_of


def names_used(expression: ast.Expr) -> set[str]:
    """Keys of the names in an expression."""
    found, open_ones = set(), [expression]
    while open_ones:
        each = open_ones.pop()
        if isinstance(each, ast.Name):
            found.add(key(each.name))
        open_ones.extend(parts_of(each))
    return found


def check_cycles(project: ProjectScheme, diagnostics: Diagnostics) -> None:
    """Complain of each computed indicator that leads back to itself, with the way it goes."""
    computed = {key(each.name): each for each in project.indicators if each.formula is not None}
    if not computed:
        return
    uses = {name: sorted(names_used(each.formula) & computed.keys()) for name, each in computed.items() if each.formula}
    told: set[str] = set()
    for name in computed:
        way = _way_back(name, uses)
        if way and not told & set(way):
            told |= set(way)
            diagnostics.add(messages.cycle([computed[step] for step in way]))


def _way_back(start: str, uses: dict[str, list[str]]) -> list[str]:
    """Find the shortest way from a name to itself; empty where there is none."""
    came_from: dict[str, str] = {}
    here = [start]
    while here:
        step = here.pop(0)
        for other in uses[step]:
            if other == start:
                way = [step]
                while way[-1] != start:
                    way.append(came_from[way[-1]])
                return way[::-1]
            if other not in came_from and other != start:
                came_from[other] = step
                here.append(other)
    return []


def in_order(indicators: tuple[IndicatorScheme, ...]) -> list[IndicatorScheme]:
    """List computed indicators so that each comes after those it uses (cycles were refused before)."""
    computed = {key(each.name): each for each in indicators if each.formula is not None}
    done: dict[str, IndicatorScheme] = {}

    def visit(name: str) -> None:
        each = computed[name]
        if name in done or each.formula is None:
            return
        for other in sorted(names_used(each.formula) & computed.keys() - {name}):
            visit(other)
        done[name] = each

    for name in computed:
        visit(name)
    return list(done.values())
