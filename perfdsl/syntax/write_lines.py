"""A tree as lines: blocks at the margin, their parts, the indicators of groups, and the clauses of those."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from perfdsl.syntax import ast
from perfdsl.syntax.wording import Wording
from perfdsl.syntax.write_entry import write_clause, write_fact, write_indicator
from perfdsl.syntax.write_example import list_expected, list_given, write_example_head
from perfdsl.syntax.write_expression import ExpressionWriter
from perfdsl.syntax.write_part import write_list, write_method_head, write_part
from perfdsl.syntax.write_rule import (
    Listed,
    list_bands,
    list_effects,
    list_knots,
    write_deduction,
    write_when,
)
from perfdsl.syntax.write_words import write_entry_name, write_name, write_project_of_facts

PART, ENTRY, CLAUSE = 2, 4, 6
"""Blanks before the parts of a block, the indicators of a group, and the clauses of an indicator."""

_INLINE = (ast.Weight, ast.Scored, ast.FactNote, ast.FactPoints)
"""Clauses that stand on the line of their indicator or fact in a tree that no text tells of."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line to be written; ``start`` is where what it says begins in the source.

    ``opens`` a block; ``goes_on`` with the list of the line before; ``result`` is the right side of a case,
    whose arrow is aligned with its neighbours'. ``apart``: an empty line before it, if no text tells of any.
    """

    indent: int
    text: str
    start: int
    opens: bool = False
    goes_on: bool = False
    apart: bool = False
    result: str = ""


class LineWriter:
    """Writes trees in one language; ``text`` (or None) tells where the author broke lines."""

    __slots__ = ("say", "text")

    def __init__(self, say: Wording, text: str | None) -> None:
        """``text``: the source in ASCII twins."""
        self.say, self.text = say, text

    def lines(self, module: ast.Module) -> Iterator[Line]:
        """Write every line of a module, from top to bottom."""
        for item in module.items:
            match item:
                case ast.Use() | ast.UnitDefinition():
                    yield Line(0, write_part(item, self.say), item.span[0])
                case ast.Department() | ast.Project():
                    head = "department" if isinstance(item, ast.Department) else "project"
                    yield self._opening(item, f"{self.say.head(head)} {write_name(item.name)}")
                    yield from self._parts(item.parts)
                case ast.Rubric():
                    yield self._opening(item, self._rubric_head(item))
                    yield from self._parts(item.parts)
                case ast.Method():
                    yield self._opening(item, write_method_head(item, self.say))
                    yield from self._method_parts(item)
                case ast.Rule():
                    yield self._opening(item, f"{self.say.head('rule')} {write_name(item.name)}")
                    yield from self._rule_parts(item)
                case ast.Example():
                    yield self._opening(item, write_example_head(item, self.say))
                    for part in item.parts:
                        yield from self._example_part(part)
                case ast.Actuals():
                    yield self._opening(item, self._actuals_head(item))
                    for fact in item.facts:
                        yield from self._fact(fact)

    def _opening(self, item: ast.Node, text: str) -> Line:
        return Line(0, text, item.span[0], opens=True, apart=True)

    def _rubric_head(self, rubric: ast.Rubric) -> str:
        extends = f" {self.say.joint('extends')} {write_name(rubric.extends)}" if rubric.extends else ""
        return f"{self.say.head('rubric')} {write_name(rubric.name)}{extends}"

    def _actuals_head(self, actuals: ast.Actuals) -> str:
        date = actuals.date
        when = "" if date is None else f" {date.year:04d}-{date.month:02d}-{date.day:02d}"
        return f"{self.say.head('actuals')} {write_project_of_facts(actuals.project)}{when}"

    # ------------------------------------------------------------- parts

    def _parts(self, parts: tuple[ast.Part, ...] | tuple[ast.RubricPart, ...]) -> Iterator[Line]:
        grouped = False
        for part in parts:
            if isinstance(part, ast.Group):
                yield from self._group(part, apart=not grouped)
                grouped = True
            else:
                yield from self._part(part)

    def _part(self, part: ast.Node) -> Iterator[Line]:
        listed = write_list(part, self.say)
        if listed is None:
            yield Line(PART, write_part(part, self.say), part.span[0])
        else:
            yield from self._list(listed, part.span[0])

    def _list(self, listed: Listed, start: int) -> Iterator[Line]:
        head, items, separator, end = listed
        head = head if head.endswith("：") else f"{head} "
        texts = [f"{text}{separator}" for _, text in items[:-1]] + [f"{text}{end}" for _, text in items[-1:]]
        if self._broken(items):
            yield Line(PART, f"{head}{texts[0].rstrip()}", start)
            for (at, _), text in zip(items[1:], texts[1:], strict=True):
                yield Line(ENTRY, text.rstrip(), at, goes_on=True)
        else:
            yield Line(PART, f"{head}{''.join(texts)}".rstrip(), start)

    def _broken(self, items: list[tuple[int, str]]) -> bool:
        """Whether the author wrote a list over several lines."""
        starts = [start for start, _ in items]
        return any(self._has_break(one, other) for one, other in pairwise(starts))

    def _group(self, group: ast.Group, *, apart: bool) -> Iterator[Line]:
        first, *rest = group.path
        path = " / ".join([write_entry_name(first), *map(write_name, rest)])
        yield Line(PART, f"{path}{self.say.colon}", group.span[0], apart=apart)
        for indicator in group.indicators:
            written = write_indicator(indicator, self.say)
            end = indicator.name_span[1] if indicator.target is None else indicator.target.span[1]
            yield from self._entry(ENTRY, written, indicator.span[0], end, indicator.clauses)

    def _fact(self, fact: ast.FactLine) -> Iterator[Line]:
        end = fact.name_span[1] if fact.value is None else fact.value.span[1]
        notes = tuple(sorted((*fact.notes, *fact.points), key=lambda note: note.span))
        yield from self._entry(PART, write_fact(fact, self.say), fact.span[0], end, notes)

    def _entry(
        self,
        indent: int,
        text: str,
        start: int,
        end: int,
        clauses: tuple[ast.Clause, ...] | tuple[ast.FactNote | ast.FactPoints, ...],
    ) -> Iterator[Line]:
        """Write an entry with the clauses of its line, then the other clauses on lines of their own."""
        rest = list(clauses)
        while rest and self._is_inline(rest[0], end):
            clause = rest.pop(0)
            text, end = f"{text}{self.say.comma}{write_clause(clause, self.say)}", clause.span[1]
        yield Line(indent, text, start)
        for clause in rest:
            yield Line(indent + 2, write_clause(clause, self.say), clause.span[0])

    def _is_inline(self, clause: ast.Node, end: int) -> bool:
        return isinstance(clause, _INLINE) if self.text is None else not self._has_break(end, clause.span[0])

    def _has_break(self, start: int, end: int) -> bool:
        return self.text is not None and self.text.find("\n", start, end) >= 0

    # ------------------------------------------------------------- methods

    def _method_parts(self, method: ast.Method) -> Iterator[Line]:
        own = {parameter.name for parameter in method.parameters}
        writer = ExpressionWriter(self.say.language, own, translates=True)
        for part in method.parts:
            if isinstance(part, ast.Case):
                condition = (
                    self.say.head("otherwise")
                    if part.condition is None
                    else writer.write(part.condition, first=True)
                )
                yield Line(PART, condition, part.span[0], result=self._result(part.result, writer))
            elif isinstance(part, ast.Bands):
                yield from self._list(list_bands(part, writer, self.say), part.span[0])
            elif isinstance(part, ast.Interpolation):
                yield from self._list(list_knots(part, writer, self.say), part.span[0])
            else:
                yield from self._part(part)

    def _result(self, result: ast.Expr | ast.Deduction, writer: ExpressionWriter) -> str:
        if isinstance(result, ast.Deduction):
            return write_deduction(result, writer, self.say)
        return writer.write(result)

    # ------------------------------------------------------------- rules and examples

    def _rule_parts(self, rule: ast.Rule) -> Iterator[Line]:
        for part in rule.parts:
            if isinstance(part, ast.RuleCase):
                yield Line(PART, write_when(part, self.say), part.span[0])
                yield from self._list(list_effects(part, self.say), part.effects[0].span[0])
            else:
                yield from self._part(part)

    def _example_part(self, part: ast.Cite | ast.Given | ast.Expect) -> Iterator[Line]:
        match part:
            case ast.Given():
                yield from self._list(list_given(part, self.say), part.span[0])
            case ast.Expect():
                yield from self._list(list_expected(part, self.say), part.span[0])
            case ast.Cite():
                yield from self._part(part)
