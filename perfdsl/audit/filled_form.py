"""A filled form as an audit needs it: what is printed in each place, and whether it was read surely."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from perfdsl.audit.published import Points, Published, PublishedRow
from perfdsl.diagnostic import Text
from perfdsl.documents.document import Spot
from perfdsl.importers.draft import MoneyName, RowName


class Entry(NamedTuple):
    """One printed field: its text without blanks of typesetting, the number in it if it is one, its place.

    ``doubts``: why it may have been misread. A text that is merely no number has none: it was read surely.
    """

    text: str
    number: Points | None = None
    spots: tuple[Spot, ...] = ()
    doubts: tuple[Text, ...] = ()
    is_percent: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether nothing speaks against what was read."""
        return not self.doubts


class MoneyLine(NamedTuple):
    """A line of the money part by its columns."""

    role: str
    label: str
    entries: Mapping[MoneyName, Entry]

    def number(self, name: MoneyName) -> Points | None:
        """The amount in a column; None where nothing, or no number, is printed."""
        entry = self.entries.get(name)
        return None if entry is None else entry.number


class Parts(NamedTuple):
    """The sum of the printed parts of a column of money, and whether other parts are blank."""

    column: Text
    total: Fraction
    has_blanks: bool


class GivenGrade(NamedTuple):
    """A grade that a form prints as its own: 优, 良, 中 or 差."""

    entry: Entry
    grade: str


class FilledRow(NamedTuple):
    """A row of indicators: as it is compared with a rubric; ``places`` says where its columns stand.

    ``unsure``: columns that may have been misread.
    """

    row: PublishedRow
    score: Entry
    weight: Entry
    places: Mapping[RowName, tuple[Spot, ...]]
    unsure: frozenset[RowName] = frozenset()

    @property
    def has_reason_column(self) -> bool:
        """Whether the form asks for reasons."""
        return "reason" in self.places

    def spots(self, column: RowName) -> tuple[Spot, ...]:
        """Where a column of the row stands; where nothing does, its score or its name."""
        order: tuple[RowName, ...] = (column, "score", "actual", "target", "name")
        return next((self.places[name] for name in order if self.places.get(name)), ())

    @property
    def is_sure(self) -> bool:
        """Whether nothing speaks against what was read; where something does, the row is let be."""
        return not self.row.doubts and "name" not in self.unsure


class Unsure(NamedTuple):
    """A field that may have been misread: where it belongs, what was read, and why a person has to look."""

    subject: str
    column: str
    text: str
    doubts: tuple[Text, ...]
    spots: tuple[Spot, ...]


class FilledForm(NamedTuple):
    """One filled form. ``prose``: texts that no field took, in their order (grades are printed there).

    ``plan``: amounts below the headers of a payment plan; ``plan_header``: what stands above them.
    ``weight_total``: the sum of the weights, as the row of totals prints it. ``unread``: cells of the form of
    which it could not be told what they are; nothing is held against them.
    """

    name: str
    year: int | None
    rows: tuple[FilledRow, ...]
    money: tuple[MoneyLine, ...]
    total: Entry | None
    published: Published
    plan_header: Entry | None = None
    plan: tuple[Entry, ...] = ()
    budget: Entry | None = None
    prose: tuple[Entry, ...] = ()
    unsure: tuple[Unsure, ...] = ()
    weight_total: Entry | None = None
    unread: tuple[Entry, ...] = ()
    reasons: tuple[Text, ...] = ()

    @property
    def money_total(self) -> MoneyLine | None:
        """The line 年度资金总额, which carries rate, weight and points; None where there is no money part."""
        return next((line for line in self.money if line.role == "total"), None)
