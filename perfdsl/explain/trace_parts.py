"""What each of several reporting units recorded, where an actual is made of theirs."""

from __future__ import annotations

from perfdsl.diagnostic import Text
from perfdsl.explain.line_in_hand import LineInHand
from perfdsl.explain.told import FactTold
from perfdsl.scheme.known_units import YUAN
from perfdsl.units import Quantity, find_unit, show_quantity


def trace_parts(line: LineInHand) -> tuple[FactTold, ...]:
    """List the parts of an actual by the names of their units; none where it is one fact alone."""
    fact = line.fact
    if fact is None:
        return ()
    by_money = line.plan.aggregated == "by_money"
    found = []
    for part in fact.parts:
        text = Text(part.text, part.text)
        if by_money and part.spent is not None:
            spent = show_quantity(Quantity(part.spent, find_unit("万元") or YUAN))
            text = Text(f"{part.text}，执行数 {spent}", f"{part.text}, spent {spent}")
        day = "" if part.fact.day is None else part.fact.day.isoformat()
        found.append(FactTold(part.reporter, text, part.fact.place, day))
    return tuple(found)
