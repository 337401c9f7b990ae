"""Lists of printed targets in documentation, and what ``perfdsl.read_target`` says of each."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from perfdsl.diagnostic import Diagnostic
from tests.docs.blocks import codes_of, read_blocks


@dataclass(frozen=True, slots=True)
class PrintedTarget:
    """A cell of a published table, with what the operator and unit columns beside it print."""

    text: str
    operator: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class TargetList:
    """Printed targets that are read one by one, and the codes that they must give (none: all are read)."""

    page: Path
    line: int
    targets: tuple[PrintedTarget, ...]
    codes: frozenset[str]

    def __str__(self) -> str:
        """Name it as editors do."""
        return f"{self.page.name}:{self.line}"


def read_target_lists(page: Path) -> list[TargetList]:
    """Give the ``target`` blocks of a page."""
    return [
        TargetList(page, block.line, tuple(map(printed_target, block.text.splitlines())), codes_of(block))
        for block in read_blocks(page)
        if block.language == "target"
    ]


def printed_target(line: str) -> PrintedTarget:
    """Cut a line at its column marks: text, operator, unit."""
    return PrintedTarget(*(cell.strip() for cell in line.split("|")))


def diagnose_target(printed: PrintedTarget) -> list[Diagnostic]:
    """Give the diagnostics of one printed target; a target that is not complete always has some."""
    import perfdsl

    reading = perfdsl.read_target(printed.text, operator=printed.operator, unit=printed.unit)
    assert (reading.target is None) == any(each.severity == "error" for each in reading.diagnostics)
    return list(reading.diagnostics)
