"""Lays parts of a report out as tables of a text document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from perfdsl.annual import document_words as more
from perfdsl.annual import words
from perfdsl.annual.annual import ActionPart, ProjectPart, UrgentPart, YearPart
from perfdsl.annual.join_money import join_money
from perfdsl.annual.line_part import Counted, GroupPart, Lit, MoneyPart
from perfdsl.annual.say_in import Say
from perfdsl.annual.text_blocks import Column, Table, Words


def table_of_projects(projects: Sequence[ProjectPart], say: Say) -> Table:
    """Lay out ranked projects: each name leads to the project, each score to its explanation."""
    columns: tuple[Column, ...] = (
        Column(say(words.RANK), 6, "center"), Column(say(words.NAME), 28), Column(say(words.BUDGET),
        14, "right"),
        Column(say(words.SPENT), 14, "right"), Column(say(words.RATE), 10, "right"),
        Column(say(words.SCORE), 11, "right"), Column(say(words.GRADE), 10, "center"),
    )  # fmt: skip
    rows: list[tuple[Words, ...]] = [
        (
            Words(each.rank_text), Words(each.name, link=each.anchor), Words(each.money.budget.text),
            Words(each.money.spent.text), Words(each.money.rate.text),
            Words(each.points.text, link=each.anchor_of_total), Words(each.grade),
        )
        for each in projects
    ]  # fmt: skip
    if any(each.lit is not None for each in projects):
        columns += (Column(say(words.LIGHT), 9, "center"),)
        rows = [(*row, lit_words(each.lit)) for row, each in zip(rows, projects, strict=True)]
    return Table(columns, tuple(rows))


def lit_words(lit: Lit | None) -> Words:
    """Give the word of a light on its colour; nothing where nobody monitored."""
    return Words("") if lit is None else Words(lit.text, look=lit.light or "")


def table_of_counts(counted: Sequence[Counted], say: Say) -> Table:
    """Lay out how many there are of each kind, side by side."""
    columns = tuple(Column(each.text, 10, "center") for each in counted)
    return Table(
        (Column("", 8, "center"), *columns),
        ((Words(say(words.COUNT)), *(Words(str(each.many)) for each in counted)),),
    )


def table_of_groups(groups: Sequence[GroupPart], say: Say) -> Table:
    """Lay out what each group reached of its weight."""
    columns = (
        Column(say(words.GROUP), 26), Column(say(more.MET), 9, "right"), Column(say(more.MISSED), 9, "right"),
        Column(say(more.PENDING), 9, "right"), Column(say(more.EXCLUDED), 9, "right"),
        Column(say(words.WEIGHT), 11, "right"), Column(say(words.SCORE), 15, "right"),
        Column(say(words.POINTS_RATE), 12, "right"),
    )  # fmt: skip
    return Table(columns, tuple(
        (
            Words(each.name), Words(str(each.met)), Words(str(each.missed)), Words(str(each.pending)),
            Words(str(each.excluded)), Words(each.weight.text), Words(each.points.text),
            Words(each.rate.text),
        )
        for each in groups
    ))  # fmt: skip


def table_of_money(money: MoneyPart, say: Say) -> Table:
    """Lay out the plan beside what was spent, month by month."""
    columns = (
        Column(say(words.MONTH), 20, "center"), Column(say(words.PLAN), 30, "right"),
        Column(say(words.DONE), 30, "right"), Column(say(more.BY_DAY), 20, "center"),
    )  # fmt: skip
    return Table(columns, tuple(
        (Words(say(words.month_end(row.month))), Words(row.planned.text), Words(row.spent.text),
        Words(row.day))
        for row in join_money(money)
    ))  # fmt: skip


def table_of_years(years: Sequence[YearPart], say: Say) -> Table:
    """Lay out years one below another."""
    columns = (
        Column(say(words.YEAR), 20, "center"), Column(say(words.SCORE), 30, "right"),
        Column(say(words.GRADE), 20, "center"), Column(say(words.RATE), 30, "right"),
    )  # fmt: skip
    return Table(columns, tuple(
        (
            Words(each.year), Words(each.points.text if each.points else ""), Words(each.grade),
            Words(each.execution.text),
        )
        for each in years
    ))  # fmt: skip


def table_of_actions(actions: Sequence[ActionPart], say: Say) -> Table:
    """Lay out what was required, and what became of it."""
    columns = (
        Column(say(words.NAME), 17), Column(say(words.REQUIREMENT), 25), Column(say(words.OWNER), 10),
        Column(say(words.DUE), 12, "center"), Column(say(words.STATUS), 9, "center"),
        Column(say(words.RESULT), 15), Column(say(words.EVIDENCE), 12),
    )  # fmt: skip
    return Table(columns, tuple(
        (
            Words(each.project, link=each.anchor), Words(each.requirement), Words(each.owner),
            Words(each.due),
            Words(each.state_text, look="red" if each.state == "overdue" else ""), Words(each.result),
            Words(each.evidence),
        )
        for each in actions
    ))  # fmt: skip


def table_of_urgent(urgent: Iterable[UrgentPart], say: Say) -> Table:
    """Lay out what to act on first."""
    columns = (
        Column(say(words.LIGHT), 8, "center"), Column(say(words.NAME), 24), Column(say(words.INDICATOR), 24),
        Column(say(more.WHY_LIT), 44),
    )  # fmt: skip
    return Table(columns, tuple(
        (lit_words(each.lit), Words(each.project), Words(each.name, link=each.anchor), Words(each.lit.why))
        for each in urgent
    ))  # fmt: skip
