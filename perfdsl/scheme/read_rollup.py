"""Of what a department's score is made, as a rubric says it (汇总)."""

from __future__ import annotations

from fractions import Fraction

from perfdsl.diagnostic import Diagnostics
from perfdsl.scheme import messages_rollup as messages
from perfdsl.scheme.rubric_scheme import RollupScheme
from perfdsl.source import Source
from perfdsl.syntax import ast

WHOLE = Fraction(1)


def read_rollup(source: Source, node: ast.Rollup, diagnostics: Diagnostics) -> RollupScheme | None:
    """Read a roll-up; None after a complaint: its shares make all, and a mean says how it is taken."""
    place = source.place(node.span)
    shares: dict[str, Fraction] = {}
    how: ast.RollupPart | None = None
    for part in node.parts:
        here = source.place(part.span)
        share = Fraction(part.share.value) / 100
        if part.share.unit != "%" or not 0 <= share <= WHOLE:
            diagnostics.add(messages.bad_share(here, part.share.text))
            return None
        if part.of in shares:
            diagnostics.add(messages.part_again(here, part))
            return None
        if part.of == "own" and part.how is not None:
            diagnostics.add(messages.way_of_own(here))
            return None
        shares[part.of] = share
        how = part if part.of == "projects" else how
    total = sum(shares.values(), Fraction(0))
    if total != WHOLE:
        diagnostics.add(messages.shares_not_whole(place, total))
        return None
    if how is None or not shares["projects"]:
        return RollupScheme(WHOLE, "", place)
    if how.how is None:
        diagnostics.add(messages.no_way(source.place(how.span)))
        return None
    return RollupScheme(shares.get("own", Fraction(0)), how.how, place)
