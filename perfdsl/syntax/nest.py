"""Puts flat statements into blocks: parts into projects, indicators into groups, clauses onto indicators."""

from __future__ import annotations

from typing import Any

from perfdsl.diagnostic import Diagnostics
from perfdsl.source import Source, Span
from perfdsl.syntax import ast, messages
from perfdsl.syntax.node import make, with_fields
from perfdsl.syntax.read_entry import read_fact, read_indicator
from perfdsl.syntax.statement import Entry, Opener

_IN_DEPARTMENT = (ast.Code, ast.Year, ast.Goal)
_IN_PROJECT = (
    *_IN_DEPARTMENT, ast.BelongsTo, ast.Budget, ast.PaymentPlan, ast.Purpose, ast.MoneyUnit,
)  # fmt: skip
_ALLOWED: dict[type[ast.Node], tuple[type[ast.Node], ...]] = {
    ast.Department: _IN_DEPARTMENT,
    ast.Project: _IN_PROJECT,
    ast.Rubric: (
        ast.Cite, ast.Weights, ast.Absent, ast.Sharing, ast.Scoring, ast.Grades, ast.Rounding, ast.Missing,
    ),
    ast.Method: (ast.Cite, ast.Case, ast.Level),
    ast.Actuals: (),
}  # fmt: skip
_CLAUSES = (ast.Weight, ast.Scored, ast.Formula, ast.Baseline, ast.Remark)
_LISTS = {ast.Actuals: "facts"}


def nest(source: Source, statements: list[Any], diagnostics: Diagnostics) -> ast.Module:
    """Build the module of a source from its statements; None among them stands for a broken one."""
    nesting = _Nesting(source, diagnostics)
    for statement in statements:
        if statement is not None:
            nesting.take(statement)
    nesting.close_block()
    return make(ast.Module, (0, len(source.text)), items=tuple(nesting.items))


class _Nesting:
    """The block, group and entry that are open while the statements go by."""

    __slots__ = ("block", "clauses", "diagnostics", "entry", "group", "indicators", "items", "parts", "source")

    def __init__(self, source: Source, diagnostics: Diagnostics) -> None:
        self.source, self.diagnostics = source, diagnostics
        self.items: list[Any] = []
        self.block: Opener | None = None
        self.parts: list[Any] = []
        self.group: Opener | None = None
        self.indicators: list[ast.Indicator] = []
        self.entry: Entry | None = None
        self.clauses: list[Any] = []

    def take(self, statement: Any) -> None:
        """Put one statement where it belongs, or complain."""
        match statement:
            case Opener(node=ast.Group):
                self._open_group(statement)
            case Opener():
                self.close_block()
                self.block, self.parts = statement, list(statement.fields.get("parts", ()))
            case Entry():
                self._take_entry(statement)
            case ast.Use() | ast.UnitDefinition():
                self.close_block()
                self.items.append(statement)
            case ast.FactNote() | ast.Weight() | ast.Scored() | ast.Formula() | ast.Baseline() | ast.Remark():
                self._take_clause(statement)
            case _:
                self._take_part(statement)

    def close_block(self) -> None:
        """Finish the open block; one whose first line was broken (no name) is dropped, its parts with it."""
        self._close_group()
        block, self.block = self.block, None
        if block is None or block.fields.get("name", block.fields.get("project")) == "":
            return
        span = (block.span[0], max([block.span[1], *(part.span[1] for part in self.parts)]))
        field = _LISTS.get(block.node, "parts")  # type: ignore[call-overload]
        self.items.append(make(block.node, span, **{**block.fields, field: tuple(self.parts)}))
        self.parts = []

    def _open_group(self, opener: Opener) -> None:
        self._close_group()
        if self._block_is(ast.Project):
            self.group = opener
        else:
            self._misplaced(opener.span)

    def _close_group(self) -> None:
        self._close_entry()
        group, self.group = self.group, None
        if group is not None:
            end = max([group.span[1], *(each.span[1] for each in self.indicators)])
            fields = {**group.fields, "indicators": tuple(self.indicators)}
            self.parts.append(make(ast.Group, (group.span[0], end), **fields))
        self.indicators = []

    def _take_entry(self, entry: Entry) -> None:
        self._close_entry()
        if self._block_is(ast.Project) and self.group is None:
            self.diagnostics.add(messages.no_group(self.source.place(entry.name_span), entry.name))
            self.group = Opener(ast.Group, entry.span, {"path": ("",)})
        if self._block_is(ast.Project) or self._block_is(ast.Actuals):
            self.entry, self.clauses = entry, list(entry.clauses)
        else:
            self._misplaced(entry.name_span)

    def _close_entry(self) -> None:
        entry, self.entry = self.entry, None
        if entry is None:
            return
        if self._block_is(ast.Actuals):
            fact = read_fact(self.source, entry, self.clauses, self.diagnostics)
            if fact is not None:
                self.parts.append(fact)
        else:
            self.indicators.append(read_indicator(self.source, entry, self.clauses, self.diagnostics))

    def _take_clause(self, clause: Any) -> None:
        if self.entry is not None and isinstance(clause, ast.FactNote) == self._block_is(ast.Actuals):
            self.clauses.append(clause)
        elif isinstance(clause, ast.Weight | ast.Scored) and self._block_is(ast.Rubric):
            self.diagnostics.add(messages.lacks_selector(self.source.place(clause.span), clause))
        else:
            self._misplaced(clause.span)

    def _take_part(self, part: ast.Node) -> None:
        self._close_entry()
        if self.block is not None and isinstance(part, _ALLOWED[self.block.node]):
            if isinstance(part, ast.Goal) and self._block_is(ast.Project) and part.role != "goal":
                part = with_fields(part, role="goal")
            self._close_group()
            self.parts.append(part)
        else:
            self._misplaced(part.span)

    def _block_is(self, node: type[ast.Node]) -> bool:
        return self.block is not None and self.block.node is node

    def _misplaced(self, span: Span) -> None:
        inside = None if self.block is None else self.block.node.__name__.lower()
        self.diagnostics.add(messages.misplaced(self.source.place(span), inside))
