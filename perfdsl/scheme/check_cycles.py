"""Computed indicators may use other indicators, but not, in the end, themselves."""

from __future__ import annotations

from collections.abc import Mapping

from perfdsl.diagnostic import Diagnostics
from perfdsl.scheme import messages
from perfdsl.scheme.names import indicator_term, terms_used
from perfdsl.scheme.scheme import ProjectScheme


def check_cycles(project: ProjectScheme, diagnostics: Diagnostics) -> None:
    """Complain of computed indicators that lead back to themselves, with the way each circle goes."""
    computed = {indicator_term(each.name): each for each in project.indicators if each.formula is not None}
    if not computed:
        return
    uses = {name: sorted(terms_used(each.formula) & computed.keys()) for name, each in computed.items()}
    for way in find_cycles(uses):
        diagnostics.add(messages.cycle([computed[name] for name in way]))


def find_cycles(uses: Mapping[str, list[str]]) -> list[list[str]]:
    """Walk along the uses once, depth first, and give the circles that close; none share a step."""
    found: list[list[str]] = []
    done: set[str] = set()
    for start in uses:
        way: list[str] = []
        places: dict[str, int] = {}
        ahead = [iter([start])]
        while ahead:
            step = next(ahead[-1], None)
            if step is None:
                ahead.pop()
                if way:
                    places.pop(way[-1])
                    done.add(way.pop())
            elif step in places:
                circle = way[places[step] :]
                if not done & set(circle):
                    found.append(circle)
                    done |= set(circle)
            elif step not in done:
                places[step] = len(way)
                way.append(step)
                ahead.append(iter(uses[step]))
    return found
