"""Lays the report of a year out as the sheets of a workbook."""

from __future__ import annotations

from perfdsl.annual import document_words as more
from perfdsl.annual import words
from perfdsl.annual.annual import AnnualReport, DepartmentPart, ProjectPart
from perfdsl.annual.find_anchors import all_projects
from perfdsl.annual.join_money import join_money
from perfdsl.annual.lay_workbook_lines import lay_lines, lay_reasons
from perfdsl.annual.say_in import Say
from perfdsl.annual.workbook_tables import Cell, Head, SheetTable


def lay_workbook(report: AnnualReport) -> tuple[SheetTable, ...]:
    """Lay out 汇总, 各项目, 指标明细, 资金进度, 监控, 整改 and 缘由; every sheet begins with the note."""
    say = Say(report.language)
    return (
        _summary(report, say), _projects(report, say), lay_lines(report, say), _money(report, say),
        _monitoring(report, say), _actions(report, say), lay_reasons(report, say),
    )  # fmt: skip


def _summary(report: AnnualReport, say: Say) -> SheetTable:
    facts = [
        (words.YEAR, report.year), (words.AS_OF, report.as_of or say(words.ALL_FACTS)),
        (words.MONITORED, report.monitored), (more.BANDS, report.monitored_by),
    ]  # fmt: skip
    said = say.between.join(say.labelled(label, text) for label, text in facts if text)
    above = [Cell(report.title), Cell(report.note), Cell(said), *map(Cell, report.notices)]
    if report.omitted:
        above.append(Cell(say(words.left_out(report.omitted))))
    heads = (
        Head(say(more.DEPARTMENT), 30), Head(say(words.CODE), 12), Head(say(more.PROJECTS), 8),
        Head(say(words.TOTAL), 14), Head(say(words.GRADE), 12), Head(say(words.MEAN), 14),
        Head(say(words.BUDGET), 14), Head(say(words.SPENT), 14), Head(say(words.RATE), 10),
        Head(say(words.LIGHT), 8), Head(say(words.MADE_OF), 50),
    )  # fmt: skip
    rows = tuple(
        (
            Cell(each.name or each.heading, is_words=True), Cell(each.code, is_words=True),
            Cell(_count(each), is_words=bool(each.part_of)),
            Cell(each.points.text if each.points else ""), Cell(each.grade),
            Cell(each.mean.text if each.mean else ""), Cell(each.money.budget.text),
            Cell(each.money.spent.text),
            Cell(each.money.rate.text),
            Cell(each.lit.text if each.lit else "", look=(each.lit.light or "") if each.lit else ""),
            Cell(_said(each, say), is_words=True),
        )
        for each in report.departments
    )  # fmt: skip
    return SheetTable(say(more.SUMMARY), tuple(each for each in above if each.text), heads, rows)


def _count(department: DepartmentPart) -> str:
    """Count the projects; ``1/3`` where only some are there."""
    many = str(len(department.members))
    return f"{many}/{department.part_of}" if department.part_of else many


def _said(department: DepartmentPart, say: Say) -> str:
    if department.part_of:
        return say(words.part_of(len(department.members), department.part_of))
    return say.between.join(department.told)


def _called(part: DepartmentPart | ProjectPart) -> str:
    return part.heading if isinstance(part, DepartmentPart) else part.name


def _head(report: AnnualReport, title: str) -> tuple[Cell, ...]:
    """Give the lines above a table: its title, and what every reader must be told."""
    return tuple(Cell(text) for text in (title, report.note) if text)


def _projects(report: AnnualReport, say: Say) -> SheetTable:
    heads = (
        Head(say(words.RANK), 6), Head(say(words.NAME), 30), Head(say(words.CODE), 24),
        Head(say(more.DEPARTMENT), 12), Head(say(words.RUBRIC), 16), Head(say(words.BUDGET), 14),
        Head(say(words.SPENT), 14), Head(say(words.RATE), 10), Head(say(words.SCORE), 14),
        Head(say(words.GRADE), 12), Head(say(words.LIGHT), 8), Head(say(words.FORECAST), 30),
        Head(say(words.NOTICES), 50),
    )  # fmt: skip
    rows = tuple(
        (
            Cell(each.rank_text, is_words=each.rank is None),
            Cell(each.name, mark=each.anchor, is_words=True),
            Cell(each.code, is_words=True), Cell(each.department, is_words=True),
            Cell(each.rubric, is_words=True),
            Cell(each.money.budget.text), Cell(each.money.spent.text), Cell(each.money.rate.text),
            Cell(each.points.text, link=each.anchor_of_total), Cell(each.grade),
            Cell(each.lit.text if each.lit else "", look=(each.lit.light or "") if each.lit else ""),
            Cell(each.money.forecast, is_words=True),
            Cell(say.between.join((*each.faults, *each.notices)), is_words=True),
        )
        for each in report.projects
    )  # fmt: skip
    return SheetTable(say(more.PROJECTS), _head(report, say(more.PROJECTS)), heads, rows)


def _money(report: AnnualReport, say: Say) -> SheetTable:
    heads = (
        Head(say(words.NAME), 30), Head(say(words.MONTH), 14), Head(say(words.PLAN), 18),
        Head(say(words.DONE), 18),
        Head(say(more.BY_DAY), 14),
    )  # fmt: skip
    rows = tuple(
        (
            Cell(_called(part), is_words=True), Cell(say(words.month_end(row.month)),
            is_words=True),
            Cell(row.planned.text), Cell(row.spent.text), Cell(row.day, is_words=True),
        )
        for part in _parts(report)
        for row in join_money(part.money)
    )  # fmt: skip
    return SheetTable(say(more.MONEY), _head(report, say(words.MONEY)), heads, rows)


def _parts(report: AnnualReport) -> list[DepartmentPart | ProjectPart]:
    """Give departments and projects: what has money and actions."""
    return [*report.departments, *report.projects]


def _monitoring(report: AnnualReport, say: Say) -> SheetTable:
    heads = (
        Head(say(words.NAME), 30), Head(say(words.INDICATOR), 30), Head(say(words.TARGET), 14),
        Head(say(words.ACTUAL), 14), Head(say(words.LIGHT), 8), Head(say(more.WHY_LIT), 60),
        Head(say(words.FORECAST), 36), Head(say(more.CAUSE), 14),
    )  # fmt: skip
    rows = []
    for project in all_projects(report):
        money = project.money
        if money.lit is not None:
            rows.append((
                Cell(project.name, is_words=True), Cell(say(words.MONEY), is_words=True),
                Cell(money.due.text), Cell(money.spent.text),
                Cell(money.lit.text, look=money.lit.light or ""), Cell(money.lit.why, is_words=True),
                Cell(money.forecast, is_words=True), Cell(),
            ))  # fmt: skip
        rows += [
            (
                Cell(project.name, is_words=True), Cell(line.name, link=f"row-{line.anchor}", is_words=True),
                Cell(line.target, is_words=True), Cell(line.actual, is_words=True),
                Cell(line.lit.text, look=line.lit.light or ""), Cell(line.lit.why, is_words=True),
                Cell(line.forecast, is_words=True), Cell(line.cause, is_words=True),
            )
            for line in project.lines if line.lit is not None
        ]  # fmt: skip
    title = say(more.MONITORING)
    if not rows:
        title = f"{title}{say.colon}{say(more.NO_MONITORING)}"
    return SheetTable(say(more.MONITORING), _head(report, title), heads, tuple(rows))


def _actions(report: AnnualReport, say: Say) -> SheetTable:
    heads = (
        Head(say(words.NAME), 30), Head(say(words.REQUIREMENT), 40), Head(say(words.OWNER), 14),
        Head(say(more.RAISED), 12), Head(say(words.DUE), 12), Head(say(words.STATUS), 10),
        Head(say(words.RESULT), 30), Head(say(words.EVIDENCE), 24), Head(say(words.SOURCE), 30),
    )  # fmt: skip
    parts = dict.fromkeys(action for part in _parts(report) for action in part.actions)
    rows = tuple(
        (
            Cell(each.project, link=each.anchor, is_words=True), Cell(each.requirement, is_words=True),
            Cell(each.owner, is_words=True), Cell(each.raised, is_words=True), Cell(each.due, is_words=True),
            Cell(each.state_text, look="red" if each.state == "overdue" else ""),
            Cell(each.result, is_words=True),
            Cell(each.evidence, is_words=True), Cell(each.source, is_words=True),
        )
        for each in parts
    )  # fmt: skip
    title = say(words.ACTIONS)
    if not rows:
        title = f"{title}{say.colon}{say(more.NO_ACTIONS)}"
    return SheetTable(say(words.ACTIONS)[:31], _head(report, title), heads, rows)
