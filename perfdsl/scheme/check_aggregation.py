"""Whether the facts of several reporting units can become one as an indicator says (汇总)."""

from __future__ import annotations

from perfdsl.diagnostic import Diagnostics
from perfdsl.scheme import messages_reporting as messages
from perfdsl.scheme.known_units import is_deadline
from perfdsl.scheme.scheme import Aim, ProjectScheme
from perfdsl.syntax import ast


def check_aggregation(project: ProjectScheme, diagnostics: Diagnostics) -> None:
    """Complain of sums and means that mean nothing; warn where it is not said which units there are."""
    told = False
    for each in project.indicators:
        if each.aggregated is None or each.aim is None:
            continue
        clause = next(clause for clause in each.node.clauses if isinstance(clause, ast.Aggregated))
        place = each.source.place(clause.span)
        if each.formula is not None:
            diagnostics.add(messages.computed_line(place, each.name))
        elif each.aim.op in {"is", "qualitative"} or is_deadline(each.aim.unit):
            diagnostics.add(messages.no_amounts(place, each.name, each.aim.text))
        elif each.aggregated == "sum" and not adds_up(each.aim):
            diagnostics.add(messages.sum_of_rates(place, each.name, each.aim.text))
        elif not project.reporters and not told:
            told = True
            diagnostics.add(messages.units_unknown(place, each.name))


def adds_up(aim: Aim) -> bool:
    """Whether amounts of a target's unit may be added: not ratios, nor so much for each of something."""
    powers = aim.unit.dimension.powers
    return not aim.unit.flavour and all(exponent > 0 for _, exponent in powers)
