"""Lays a project out as blocks of a text document, every indicator on one line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from perfdsl.annual import document_words as more
from perfdsl.annual import words
from perfdsl.annual.annual import ProjectPart
from perfdsl.annual.find_anchors import row_of
from perfdsl.annual.lay_text_tables import (
    lit_words,
    table_of_actions,
    table_of_groups,
    table_of_money,
    table_of_years,
)
from perfdsl.annual.line_part import LinePart
from perfdsl.annual.say_in import Say
from perfdsl.annual.text_blocks import Block, Chart, Column, Heading, Look, Paragraph, Table, Words


def lay_project(project: ProjectPart, ordinal: str, say: Say, level: int = 1) -> Iterator[Block]:
    """Lay out a project below a heading of that level."""
    yield Heading(level, f"{ordinal}{project.name}", mark=project.anchor, new_page=level == 1)
    yield from _figures(project, say)
    yield from (Paragraph((Words(fault),), "fault") for fault in project.faults)
    yield table_of_lines(project, say)
    yield from (Paragraph((Words(notice),), "small") for notice in project.notices)
    yield from _judged(project, say, level + 1)
    yield from _money(project, say, level + 1)
    if project.groups:
        yield Heading(level + 1, say(words.GROUPS))
        yield table_of_groups(project.groups, say)
    yield from _goals(project, say, level + 1)
    if project.amendments:
        yield Heading(level + 1, say(words.AMENDMENTS))
        yield _amendments(project, say)
    if project.actions:
        yield Heading(level + 1, say(words.ACTIONS))
        yield table_of_actions(project.actions, say)
    if project.years:
        yield Heading(level + 1, say(words.YEARS))
        yield table_of_years(project.years, say)


def _figures(project: ProjectPart, say: Say) -> Iterator[Block]:
    score = f"{project.points.text} / {project.full.text}" if project.full.text else project.points.text
    figures = [
        (words.GRADE, project.grade), (words.BUDGET, project.money.budget.text),
        (words.SPENT, project.money.spent.text), (words.RATE, project.money.rate.text),
        (words.LIGHT, project.lit.text if project.lit else ""), (words.FORECAST, project.money.forecast),
    ]  # fmt: skip
    said = say.between.join(say.labelled(label, text) for label, text in figures if text)
    yield Paragraph((
        Words(say.labelled(words.TOTAL, ""), look="bold"),
        Words(score, link=project.anchor_of_total, look="bold"), Words(said),
    ))  # fmt: skip
    named = [(words.CODE, project.code), (words.RUBRIC, project.rubric), (words.PURPOSE, project.purpose)]
    for label, text in named:
        if text:
            yield Paragraph((Words(say.labelled(label, text)),), "small")
    if project.lit is not None and project.lit.why:
        yield Paragraph((Words(say.labelled(words.LIGHT, project.lit.why)),), "small")


def table_of_lines(project: ProjectPart, say: Say) -> Table:
    """Lay out indicators, below a row for each group; points lead to their explanation."""
    lit = any(line.lit is not None for line in project.lines)
    columns = [
        Column(say(words.NUMBER), 5, "center"), Column(say(words.INDICATOR), 20), Column(say(words.TARGET),
        11, "center"),
        Column(say(words.ACTUAL), 11, "center"), Column(say(words.RATIO), 11, "right"),
        Column(say(more.MORE_POINTS), 15, "right"), Column(say(words.STATE), 8, "center"),
        *([Column(say(words.LIGHT), 7, "center")] if lit else []),
        Column(say(words.WHY), 24 if lit else 30),
    ]  # fmt: skip
    rows: list[tuple[Words, ...]] = []
    merged = set()
    for group, lines in groupby(project.lines, key=lambda line: line.group):
        merged.add(len(rows))
        rows.append((Words(" / ".join(group)),))
        rows.extend(_row(line, say, lit=lit) for line in lines)
    return Table(tuple(columns), tuple(rows), frozenset(merged))


def _row(line: LinePart, say: Say, *, lit: bool) -> tuple[Words, ...]:
    points = line.points.text if line.state == "excluded" else f"{line.points.text}/{line.weight.text}"
    reason = " ".join(filter(None, (line.cause, line.reason)))
    why = line.why if not reason else f"{line.why}{say.between}{say.labelled(words.REASON, reason)}"
    look: Look = "red" if line.state == "missed" and not lit else ""
    return (
        Words(str(line.number)), Words(line.name, mark=row_of(line.anchor)), Words(line.target),
        Words(_actual(line, say)),
        Words(line.ratio.text), Words(points, link=line.anchor), Words(line.state_text, look=look),
        *([lit_words(line.lit)] if lit else []), Words(why),
    )  # fmt: skip


def _actual(line: LinePart, say: Say) -> str:
    """Give what happened; what is invented says so beside it."""
    return line.actual + say.bracketed(say(words.INVENTED)) if line.is_invented else line.actual


def _judged(project: ProjectPart, say: Say, level: int) -> Iterator[Block]:
    """Lay out what people gave or took off, where they did."""
    if not project.is_judged:
        return
    yield Heading(level, say(words.JUDGED))
    columns = (
        Column(say(words.INDICATOR), 34), Column(say(more.MORE_POINTS), 18, "right"),
        Column(say(words.SELF), 12, "right"), Column(say(words.REVIEW), 12, "right"),
        Column(say(words.DEDUCTED), 10, "right"), Column(say(words.DIFFERENCE), 14, "right"),
    )  # fmt: skip
    yield Table(columns, tuple(
        (
            Words(line.name, link=line.anchor), Words(f"{line.points.text}/{line.weight.text}"),
            Words(line.judged.self_score.text),
            Words(line.judged.review_score.text),
            Words(line.judged.deducted.text), Words(line.judged.difference.text),
        )
        for line in project.lines if line.judged is not None
    ))  # fmt: skip


def _money(project: ProjectPart, say: Say, level: int) -> Iterator[Block]:
    money = project.money
    if not (money.planned or money.spent_by or money.gaps or money.lit):
        return
    yield Heading(level, say(words.MONEY), mark=project.anchor_of_money)
    if money.lit is not None:
        due = say.labelled(more.DUE_NOW, money.due.text) if money.due.text else ""
        yield Paragraph((Words(say.between.join(filter(None, (money.lit.text, money.lit.why, due)))),))
    if money.planned or money.spent_by:
        yield Chart(project)
        yield table_of_money(money, say)
    yield from (Paragraph((Words(gap),), "small") for gap in money.gaps)


def _goals(project: ProjectPart, say: Say, level: int) -> Iterator[Block]:
    if not project.goals:
        return
    yield Heading(level, say(words.GOALS))
    for goal in project.goals:
        reached = f" {goal.group.points.text}/{goal.group.weight.text}" if goal.group else ""
        share = f" {say.labelled(words.SHARE, goal.share.text)}" if goal.share.text else ""
        lit = f" {goal.lit.text}" if goal.lit else ""
        head = f"{goal.name}{share}{reached}{lit}".strip()
        yield Paragraph((*([Words(head, look="bold")] if head else []), Words(goal.text)))


def _amendments(project: ProjectPart, say: Say) -> Table:
    columns = (
        Column(say(words.DAY), 15, "center"), Column(say(words.CITES), 25), Column(say(words.CHANGES), 40),
        Column(say(words.SOURCE), 20),
    )  # fmt: skip
    return Table(columns, tuple(
        (
            Words(each.day), Words(say.between.join(each.cites)), Words(say.between.join(each.changes)),
            Words(each.source),
        )
        for each in project.amendments
    ))  # fmt: skip
