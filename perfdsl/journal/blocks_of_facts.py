"""Facts as the 实绩 blocks of an entry: one block for each project, day and reporting unit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from perfdsl.actuals.fact import Fact
from perfdsl.diagnostic import Language
from perfdsl.syntax import ast
from perfdsl.syntax.keywords import spell
from perfdsl.syntax.node import make

_NOWHERE = (0, 0)
_POINTS = ("deducted", "self", "review")


def blocks_of_facts(facts: Iterable[Fact], language: Language) -> tuple[ast.Actuals, ...]:
    """Write facts as blocks, in the order in which the projects and days come first; each fact has a day."""
    lines: dict[tuple[str, date | None, str], list[ast.FactLine]] = {}
    for fact in facts:
        lines.setdefault((fact.project, fact.day, fact.reporter), []).append(_line(fact, language))
    return tuple(
        make(
            ast.Actuals, _NOWHERE, project=project, project_span=_NOWHERE, date=date_literal(day),
            reporter=reporter, facts=tuple(said),
        )
        for (project, day, reporter), said in lines.items()
    )  # fmt: skip


def date_literal(day: date | None) -> ast.DateLiteral | None:
    """Write a day as the tree has it."""
    if day is None:
        return None
    return make(ast.DateLiteral, _NOWHERE, year=day.year, month=day.month, day=day.day, text=day.isoformat())


def _line(fact: Fact, language: Language) -> ast.FactLine:
    notes = [
        make(ast.FactNote, _NOWHERE, about=about, cause=cause, text=plain_lines(text))
        for about, cause, text in (("reason", fact.cause, fact.reason), ("evidence", None, fact.evidence))
        if text or cause
    ]
    points = [
        make(ast.FactPoints, _NOWHERE, about=about, points=number)
        for about, number in zip(_POINTS, fact.points, strict=True)
        if number is not None
    ]
    foreseen = None if fact.foreseen is None else make(ast.Foreseen, _NOWHERE, value=fact.foreseen)
    return make(
        ast.FactLine, _NOWHERE,
        name=spell("words", fact.own, language) if fact.own else fact.indicator,
        name_span=_NOWHERE, value=fact.value, notes=tuple(notes), points=tuple(points), foreseen=foreseen,
    )  # fmt: skip


def plain_lines(text: str) -> str:
    """Give a text whose lines end as the language's do; what a text of another system means by them stays."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
