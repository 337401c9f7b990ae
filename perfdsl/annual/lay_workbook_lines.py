"""Lays out the two long sheets of a workbook: every indicator on one row, and how its points came about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from perfdsl.annual import document_words as more
from perfdsl.annual import words
from perfdsl.annual.annual import AnnualReport, ProjectPart
from perfdsl.annual.find_anchors import all_projects, row_of
from perfdsl.annual.line_part import LinePart
from perfdsl.annual.say_in import Say
from perfdsl.annual.workbook_tables import Cell, Head, SheetTable
from perfdsl.report.explanation_item import Item, Row

_Rows = Iterator[tuple[Cell, ...]]


def lay_lines(report: AnnualReport, say: Say) -> SheetTable:
    """Lay out every indicator of every project; its points lead to their explanation."""
    heads = (
        Head(say(words.NAME), 24), Head(say(words.NUMBER), 6), Head(say(words.GROUP), 14),
        Head(say(words.SUBGROUP), 16), Head(say(words.INDICATOR), 28), Head(say(words.TARGET), 14),
        Head(say(words.ACTUAL), 14), Head(say(words.RATIO), 10), Head(say(words.WEIGHT), 8),
        Head(say(words.SCORE), 14), Head(say(words.STATE), 9), Head(say(more.WHY), 50),
        Head(say(more.CAUSE), 12), Head(say(words.REASON), 30), Head(say(words.DAY), 12),
        Head(say(words.EVIDENCE), 18), Head(say(words.SOURCE), 30), Head(say(words.SELF), 8),
        Head(say(words.REVIEW), 8), Head(say(words.DEDUCTED), 8), Head(say(words.DIFFERENCE), 12),
    )  # fmt: skip
    rows = tuple(_line(project, line) for project in all_projects(report) for line in project.lines)
    above = tuple(Cell(text) for text in (say(more.LINES), report.note) if text)
    return SheetTable(say(more.LINES), above, heads, rows)


def _line(project: ProjectPart, line: LinePart) -> tuple[Cell, ...]:
    first, *rest = line.group or ("",)
    judged = line.judged
    given = ("", "", "", "") if judged is None else tuple(
        each.text for each in (judged.self_score, judged.review_score, judged.deducted, judged.difference)
    )  # fmt: skip
    return (
        Cell(project.name, link=project.anchor, is_words=True), Cell(str(line.number)),
        Cell(first, is_words=True),
        Cell(" / ".join(rest), is_words=True), Cell(line.name, mark=row_of(line.anchor), is_words=True),
        Cell(line.target, is_words=True), Cell(line.actual), Cell(line.ratio.text), Cell(line.weight.text),
        Cell(line.points.text, link=line.anchor),
        Cell(line.state_text, look="red" if line.state == "missed" else ""),
        Cell(line.why, is_words=True), Cell(line.cause, is_words=True), Cell(line.reason, is_words=True),
        Cell(line.day, is_words=True), Cell(line.evidence, is_words=True), Cell(line.source, is_words=True),
        *map(Cell, given),
    )  # fmt: skip


def lay_reasons(report: AnnualReport, say: Say) -> SheetTable:
    """Lay out explanations, one thing said on each row; names lead back."""
    heads = (
        Head(say(words.NAME), 24), Head(say(words.INDICATOR), 26), Head(say(more.ITEM), 22),
        Head(say(more.SAID), 90), Head(say(words.SOURCE), 40),
    )  # fmt: skip
    rows = tuple(row for project in all_projects(report) for row in _project(project, say))
    above = tuple(Cell(text) for text in (say(words.EXPLANATIONS), report.note) if text)
    return SheetTable(say(more.REASONS), above, heads, rows)


def _project(project: ProjectPart, say: Say) -> _Rows:
    told = project.outline
    if told is None:
        return
    total = Cell(say(words.TOTAL), link=project.anchor, mark=project.anchor_of_total, is_words=True)
    yield _said(project, total, say(words.TOTAL), Item(f"{project.points.text} {project.grade}".strip()))
    plain = Cell(say(words.TOTAL), is_words=True)
    yield from _rows(project, plain, told.facts)
    for section in told.sections:
        yield from (_said(project, plain, section.heading, item) for item in section.items)
    for line, each in zip(project.lines, told.lines, strict=False):
        name = Cell(line.name, link=row_of(line.anchor), mark=line.anchor, is_words=True)
        yield _said(
            project, name, say(words.SCORE), Item(f"{each.points} {each.attainment}　{each.sentence}")
        )
        yield from _rows(project, Cell(line.name, is_words=True), each.rows)


def _rows(project: ProjectPart, name: Cell, rows: Sequence[Row]) -> _Rows:
    for row in rows:
        yield from (_said(project, name, row.label, item) for item in row.items)


def _said(project: ProjectPart, name: Cell, label: str, item: Item) -> tuple[Cell, ...]:
    text = " ".join(filter(None, ("·" * item.depth, item.mark, item.text)))
    return (
        Cell(project.name, is_words=True), name, Cell(label, is_words=True), Cell(text, is_words=True),
        Cell(item.place, is_words=True),
    )  # fmt: skip
