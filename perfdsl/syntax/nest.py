"""Puts flat statements into blocks: parts into projects, indicators into groups, clauses onto indicators."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from perfdsl.diagnostic import Diagnostic, Diagnostics, Text
from perfdsl.source import Source
from perfdsl.syntax import ast, messages, messages_home, messages_line, messages_place, messages_rule
from perfdsl.syntax.homes import ALLOWED, CLAUSES, HOLD_GROUPS, OF_CASES, OF_FACTS
from perfdsl.syntax.look_ahead import project_goes_on
from perfdsl.syntax.near_keywords import near_head
from perfdsl.syntax.node import make, with_fields
from perfdsl.syntax.pair_cases import expecting, pair_cases, tell_stray
from perfdsl.syntax.read_entry import read_fact, read_indicator
from perfdsl.syntax.recover import stand_in_for
from perfdsl.syntax.statement import Bare, Entry, Opener, Unread


def nest(source: Source, statements: list[Any], diagnostics: Diagnostics) -> ast.Module:
    """Build the module of a source from its statements; None among them stands for a broken clause."""
    nesting = _Nesting(source, statements, diagnostics)
    nesting.run()
    return make(ast.Module, (0, len(source.text)), items=tuple(nesting.items))


class _Nesting:
    """The block, group and entry that are open while the statements go by.

    ``silent``: the block is a stand-in; what stands in it has no home and no complaint. ``lost``: the
    statement before was out of place (the home that it lacked) or could not be read (True); those after it
    that lack the same are so for the same reason.
    """

    __slots__ = (
        "at", "block", "clauses", "diagnostics", "entry", "group", "indicators", "items", "lost", "parts",
        "silent", "source", "statements",
    )  # fmt: skip

    def __init__(self, source: Source, statements: list[Any], diagnostics: Diagnostics) -> None:
        self.source, self.statements, self.diagnostics = source, statements, diagnostics
        self.at = 0
        self.items: list[Any] = []
        self.block: Opener | None = None
        self.parts: list[Any] = []
        self.group: Opener | None = None
        self.indicators: list[ast.Indicator] = []
        self.entry: Entry | None = None
        self.clauses: list[Any] = []
        self.silent = False
        self.lost: Text | bool = False

    def run(self) -> None:
        """Put each statement where it belongs, or complain."""
        for at, statement in enumerate(self.statements):
            self.at = at
            if statement is not None:
                _TAKERS.get(type(statement), _Nesting.take_part)(self, statement)
            elif self.block is not None and self.block.node in OF_CASES:
                self.take_unread(Unread((0, 0)))
        self.close_block()

    def close_block(self) -> None:
        """Finish the open block; one whose first line was broken is dropped, its parts with it."""
        self._close_group()
        block, self.block = self.block, None
        self.silent = self.lost = False
        if block is None or block.stands_in:
            return
        if block.node is ast.Rule:
            self.parts = pair_cases(self.source, self.parts, self.diagnostics.add)
        elif block.node is ast.Example:
            self.parts = expecting(self.source, block, self.parts, self.diagnostics.add)
        span = (block.span[0], max([block.span[1], *(part.span[1] for part in self.parts)]))
        field = "facts" if block.node is ast.Actuals else "parts"
        self.items.append(make(block.node, span, **{**block.fields, field: tuple(self.parts)}))
        self.parts = []

    # ------------------------------------------------------------- blocks and groups

    def open(self, opener: Opener) -> None:
        if opener.node is ast.Group:
            self._open_group(opener)
        elif (
            opener.node is ast.Department
            and self._block_is(ast.Project)
            and project_goes_on(self.statements[self.at + 1 :])
        ):
            self._complain(
                messages_place.department_in_project(self.source.place(opener.span), opener.fields["name"])
            )
        else:
            self._open_block(opener)

    def _open_block(self, opener: Opener) -> None:
        self.close_block()
        self.block, self.parts = opener, list(opener.fields.get("parts", ()))
        self.silent = opener.stands_in

    def _open_group(self, opener: Opener) -> None:
        self._close_group()
        if self._holds_groups():
            self.group, self.lost = opener, False
        else:
            if opener.fields["path"] != ("",):
                self._misplaced(opener.node, opener.span)
            self.lost = True

    def _close_group(self) -> None:
        self._close_entry()
        group, self.group = self.group, None
        if group is not None and group.fields["path"] != ("",):
            end = max([group.span[1], *(each.span[1] for each in self.indicators)])
            fields = {**group.fields, "indicators": tuple(self.indicators)}
            self.parts.append(make(ast.Group, (group.span[0], end), **fields))
        self.indicators = []

    def take_item(self, item: ast.Item) -> None:
        self.close_block()
        self.items.append(item)

    def take_unread(self, unread: Unread) -> None:
        self._close_entry()
        self.lost = True
        if self.block is not None and self.block.node in OF_CASES:
            self.parts.append(unread)

    # ------------------------------------------------------------- entries and clauses

    def take_entry(self, entry: Entry) -> None:
        self._close_entry()
        if self._is_slip(entry):
            return
        if self._holds_groups() and self.group is None:
            self.group = Opener(ast.Group, entry.span, {"path": ("",)})
            if entry.shape is None and not entry.broken:
                self._complain(messages_line.needs_colon(self.source.place(entry.name_span), entry.name))
                return
            self._complain(messages_place.no_group(self.source.place(entry.name_span), entry.name))
        if self._holds_groups() or self._block_is(ast.Actuals):
            self.entry, self.clauses, self.lost = entry, list(entry.clauses), False
        elif self._block_is(ast.Method):
            self._complain(messages_place.no_arrow(self.source.place(entry.span), entry))
        elif self._block_is(ast.Rule):
            self._complain(tell_stray(self.source, entry, self.parts))
            self.parts.append(Unread(entry.span))
        elif self._block_is(ast.Example) and not self.lost:
            written = self.source.text[slice(*entry.span)]
            self._complain(messages_rule.needs_given(self.source.place(entry.span), written))
        else:
            self._misplaced(ast.Indicator, entry.span)

    def _is_slip(self, entry: Entry) -> bool:
        """Whether an entry is a mistyped keyword: it says nothing that one says, and its name is near."""
        fits = isinstance(entry.shape, Bare) and not entry.shape.bound and not self._block_is(ast.Actuals)
        hopeless = self._block_is(ast.Method) or (self.lost and self.block is None)
        if hopeless or not fits or (self.group is not None and isinstance(entry.shape.value, ast.Number)):  # type: ignore[union-attr]
            return False
        head = near_head(entry.name, self._block_name())
        if head is None:
            return False
        self._complain(messages.unknown_head(self.source.place(entry.name_span), entry.name, head))
        stand_in = stand_in_for(head, entry.span)
        if isinstance(stand_in, Opener):
            self._open_block(stand_in)
        else:
            self.take_unread(Unread(entry.span))
        return True

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

    def take_clause(self, clause: Any) -> None:
        of_fact = isinstance(clause, OF_FACTS)
        if self._block_is(ast.Action) and isinstance(clause, ast.FactNote):
            self.take_part(clause)
        elif self.entry is not None and of_fact == self._block_is(ast.Actuals):
            self.clauses.append(clause)
        elif isinstance(clause, ast.Weight | ast.Scored) and self._block_is(ast.Rubric):
            self._complain(messages_place.lacks_selector(self.source.place(clause.span), clause))
        else:
            self._misplaced(type(clause), clause.span)

    def take_unsettled(self, line: ast.Unsettled) -> None:
        """Take a hole or a doubt: of the indicator above it, else of the block."""
        if self.entry is not None and self._holds_groups():
            self.clauses.append(line)
        else:
            self.take_part(line)

    def take_part(self, part: ast.Node) -> None:
        self._close_entry()
        if self.block is not None and type(part) in ALLOWED[self.block.node]:
            if isinstance(part, ast.Goal) and self._block_is(ast.Project) and part.role != "goal":
                part = with_fields(part, role="goal")
            self._close_group()
            self.parts.append(part)
            self.lost = False
        else:
            self._misplaced(type(part), part.span)

    # ------------------------------------------------------------- complaints

    def _block_name(self) -> str:
        return "" if self.block is None else self.block.node.__name__.lower()

    def _block_is(self, node: type[ast.Node]) -> bool:
        return self.block is not None and self.block.node is node

    def _holds_groups(self) -> bool:
        return self.block is not None and self.block.node in HOLD_GROUPS

    def _complain(self, diagnostic: Diagnostic) -> None:
        if not self.silent:
            self.diagnostics.add(diagnostic)

    def _misplaced(self, node: type, span: tuple[int, int]) -> None:
        inside = None if self.block is None else self.block.node
        home = messages_home.HOMES[node]
        if not self.lost or (inside is not None and self.lost is not True and self.lost != home):
            self._complain(messages_home.misplaced(self.source.place(span), node, inside))
            self.lost = home


_TAKERS: dict[type, Callable[[_Nesting, Any], None]] = {
    Opener: _Nesting.open,
    Entry: _Nesting.take_entry,
    Unread: _Nesting.take_unread,
    ast.Unsettled: _Nesting.take_unsettled,
    **dict.fromkeys(
        (ast.Use, ast.UnitDefinition, ast.Journal, ast.Recorded, ast.Digest, ast.Sealed), _Nesting.take_item
    ),
    **dict.fromkeys(CLAUSES, _Nesting.take_clause),
}
"""What is done with each kind of statement; all others are parts of the open block."""
