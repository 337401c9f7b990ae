"""Finds which column of a table holds what, and complains of a header that does not say it."""

from __future__ import annotations

from typing import NamedTuple

from perfdsl.actuals import messages_table as messages
from perfdsl.actuals.headers import Meaning, label_key, names_of, read_heading
from perfdsl.actuals.table import Table, whole_file
from perfdsl.diagnostic import Diagnostic, Diagnostics

ABSENT = -1


class Columns(NamedTuple):
    """Columns (from 0, or ABSENT) by meaning, and the units that their headings set for bare numbers."""

    code: int = ABSENT
    project: int = ABSENT
    indicator: int = ABSENT
    actual: int = ABSENT
    unit: int = ABSENT
    date: int = ABSENT
    spent: int = ABSENT
    reason: int = ABSENT
    evidence: int = ABSENT
    deducted: int = ABSENT
    self_score: int = ABSENT
    review_score: int = ABSENT
    reporter: int = ABSENT
    actual_unit: str = ""
    spent_unit: str = ""

    @property
    def points(self) -> tuple[int, ...]:
        """Columns of what people took off, gave themselves, and gave after a review."""
        return self.deducted, self.self_score, self.review_score

    @property
    def used(self) -> tuple[int, ...]:
        """All columns that a fact is made of."""
        found = (getattr(self, name) for name in self._fields if name not in {"actual_unit", "spent_unit"})
        return tuple(sorted(at for at in found if at != ABSENT))


def match_columns(table: Table, diagnostics: Diagnostics) -> Columns | None:
    """Match the header; None, and complaints, where no fact could come of the table.

    A column of the project and facts must be there: indicator and actual, or spent (执行数).
    """
    found: dict[Meaning, int] = {}
    units: dict[Meaning, str] = {}
    unknown: list[int] = []
    for at, text in enumerate(table.header.texts):
        heading = read_heading(text.strip())
        if heading is None:
            unknown += [at] if text.strip() else []
        elif heading.meaning in found:
            first = table.cell(table.header, found[heading.meaning])
            diagnostics.add(messages.two_columns(table.cell(table.header, at).place, first.place))
        elif heading.meaning != "passed_over":
            found[heading.meaning] = at
            units[heading.meaning] = heading.unit
    missing = _missing(found)
    for meaning in missing:
        diagnostics.add(_complain_of_missing(table, meaning, unknown))
    if missing:
        return None
    for at in unknown:
        diagnostics.add(messages.unknown_column(table.cell(table.header, at).place))
    return Columns(**found, actual_unit=units.get("actual", ""), spent_unit=units.get("spent", ""))


def _missing(found: dict[Meaning, int]) -> list[Meaning]:
    missing: list[Meaning] = [] if "code" in found or "project" in found else ["project"]
    if "spent" in found and not {"indicator", "actual"} & found.keys():
        return missing
    pair: tuple[Meaning, ...] = ("indicator", "actual")
    return missing + [meaning for meaning in pair if meaning not in found]


def _complain_of_missing(table: Table, meaning: Meaning, unknown: list[int]) -> Diagnostic:
    from difflib import get_close_matches

    names = names_of(meaning)
    written = {label_key(table.header.texts[at])[:60]: at for at in unknown}
    near = next((w for w in written if get_close_matches(w, names, n=1, cutoff=0.6)), None)
    if near is None:
        place = (
            table.cell(table.header, 0).place if table.header.texts else whole_file(table.file, table.sheet)
        )
        return messages.missing_column(place, names)
    return messages.missing_column(table.cell(table.header, written[near]).place, names, is_slip=True)
