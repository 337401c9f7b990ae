"""A tree as lines: blocks at the margin, their parts, the indicators of groups, and the clauses of those."""

from __future__ import annotations

from collections.abc import Iterator

from perfdsl.syntax import ast
from perfdsl.syntax.line import ENTRY, PART, Line
from perfdsl.syntax.write_block import BlockWriter
from perfdsl.syntax.write_entry import notes_of, write_fact, write_indicator
from perfdsl.syntax.write_example import list_expected, list_given
from perfdsl.syntax.write_expression import ExpressionWriter
from perfdsl.syntax.write_head import write_head
from perfdsl.syntax.write_part import write_part
from perfdsl.syntax.write_rule import list_bands, list_effects, list_knots, write_deduction, write_when
from perfdsl.syntax.write_words import write_entry_name, write_name

ON_ONE_LINE = (ast.Use, ast.UnitDefinition, ast.Journal, ast.Recorded, ast.Digest, ast.Sealed)
"""Items that are one statement."""


class LineWriter(BlockWriter):
    """Writes whole trees."""

    __slots__ = ()

    def lines(self, module: ast.Module) -> Iterator[Line]:
        """Write every line of a module, from top to bottom."""
        for item in module.items:
            if isinstance(item, ON_ONE_LINE):
                yield Line(0, write_part(item, self.say), item.span[0])
            else:
                yield Line(0, write_head(item, self.say), item.span[0], opens=True, apart=True)
                yield from self._inside(item)

    def _inside(self, item: ast.Item) -> Iterator[Line]:
        match item:
            case ast.Department() | ast.Project() | ast.Rubric() | ast.Amendment():
                yield from self._parts(item.parts)
            case ast.Monitoring(parts=parts) | ast.Action(parts=parts):
                for part in parts:
                    yield from self.part(part)
            case ast.Method():
                yield from self._method_parts(item)
            case ast.Rule():
                yield from self._rule_parts(item)
            case ast.Example():
                yield from self._example_parts(item)
            case ast.Actuals(facts=facts):
                for fact in facts:
                    yield from self._fact(fact)

    # ------------------------------------------------------------- parts

    def _parts(
        self, parts: tuple[ast.Part, ...] | tuple[ast.RubricPart, ...] | tuple[ast.AmendmentPart, ...]
    ) -> Iterator[Line]:
        grouped = False
        for part in parts:
            if isinstance(part, ast.Group):
                yield from self._group(part, apart=not grouped)
                grouped = True
            else:
                yield from self.part(part)

    def _group(self, group: ast.Group, *, apart: bool) -> Iterator[Line]:
        first, *rest = group.path
        path = " / ".join([write_entry_name(first), *map(write_name, rest)])
        yield Line(PART, f"{path}{self.say.colon}", group.span[0], apart=apart)
        for indicator in group.indicators:
            written = write_indicator(indicator, self.say)
            end = indicator.name_span[1] if indicator.target is None else indicator.target.span[1]
            yield from self.entry(ENTRY, written, indicator.span[0], end, indicator.clauses)

    def _fact(self, fact: ast.FactLine) -> Iterator[Line]:
        end = fact.name_span[1] if fact.value is None else fact.value.span[1]
        yield from self.entry(PART, write_fact(fact, self.say), fact.span[0], end, notes_of(fact))

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
                yield from self.listed(list_bands(part, writer, self.say), part.span[0])
            elif isinstance(part, ast.Interpolation):
                yield from self.listed(list_knots(part, writer, self.say), part.span[0])
            else:
                yield from self.part(part)

    def _result(self, result: ast.Expr | ast.Deduction, writer: ExpressionWriter) -> str:
        if isinstance(result, ast.Deduction):
            return write_deduction(result, writer, self.say)
        return writer.write(result)

    # ------------------------------------------------------------- rules and examples

    def _rule_parts(self, rule: ast.Rule) -> Iterator[Line]:
        for part in rule.parts:
            if isinstance(part, ast.RuleCase):
                yield Line(PART, write_when(part, self.say), part.span[0])
                yield from self.listed(list_effects(part, self.say), part.effects[0].span[0])
            else:
                yield from self.part(part)

    def _example_parts(self, example: ast.Example) -> Iterator[Line]:
        for part in example.parts:
            if isinstance(part, ast.Given):
                yield from self.listed(list_given(part, self.say), part.span[0])
            elif isinstance(part, ast.Expect):
                yield from self.listed(list_expected(part, self.say), part.span[0])
            else:
                yield from self.part(part)
