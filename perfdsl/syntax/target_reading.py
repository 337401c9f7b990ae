"""One printed target with the table columns beside it, and what could be read of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from perfdsl.diagnostic import Diagnostic
from perfdsl.source import Source, TextPlace
from perfdsl.syntax import ast
from perfdsl.units import Unit

TargetKind = Literal["number", "range", "date", "qualitative", "text", "none"]
ReadOperator = ast.Operator | Literal[""]


@dataclass(frozen=True, slots=True)
class TargetReading:
    """What a printed target says.

    ``target`` is given only where it is complete and has one reading. ``value``, ``operator`` and ``unit``
    hold what was read even where it is not; a refusal always has a diagnostic with its reason.
    """

    target: ast.Target | None
    value: ast.Number | ast.DateLiteral | None = None
    operator: ReadOperator = ""
    unit: str = ""
    kind: TargetKind = "none"
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """The printed text, its ASCII twin of the same length, and the columns beside it."""

    source: Source
    plain: str
    operator: ReadOperator = ""
    unit: str = ""
    year: int | None = None
    defined: Mapping[str, Unit] = field(default_factory=dict)

    def place(self, start: int, end: int) -> TextPlace:
        """Point at a stretch of the printed text."""
        return self.source.place((start, end))

    def text(self, start: int, end: int) -> str:
        """Give the printed characters of a stretch."""
        return self.source.text[start:end]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a cell that is yet to be read, and the operators found around it so far."""

    start: int
    end: int
    operators: tuple[ast.Operator, ...] = ()


def refused(kind: TargetKind, *diagnostics: Diagnostic) -> TargetReading:
    """Give a reading that holds nothing but the reasons."""
    return TargetReading(None, kind=kind, diagnostics=diagnostics)
