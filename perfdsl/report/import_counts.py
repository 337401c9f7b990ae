"""Counts of what was read of a document, for a person to hold against the paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from perfdsl.importers.draft import FormDraft, Imported, Status
from perfdsl.report.import_fields import Named, fields_of, fields_of_department


class Counts(NamedTuple):
    """Counts of one form, or of all that belongs to a document.

    ``statuses``: fields of each status. ``left_out``: fields that were read and are not written to sheets.
    ``rows_without_weight``: rows whose weight could not be read, where others have one; ``weights``: sum of
    those that were read, None where no row has any. ``cells``: 0 where a document has none (plain text);
    ``unused``: cells and lines that no field took.
    """

    statuses: dict[Status, int]
    notes: int = 0
    left_out: int = 0
    forms: int = 0
    rows: int = 0
    rows_marked: int = 0
    rows_without_weight: int = 0
    weights: Decimal | None = None
    cells: int = 0
    cells_used: int = 0
    unused: int = 0
    passed_over: int = 0
    doubts_of_forms: int = 0

    @property
    def fields(self) -> int:
        """Fields of all statuses."""
        return sum(self.statuses.values())

    @property
    def to_look_at(self) -> int:
        """Fields and forms that a person has to look at."""
        return self.statuses["check"] + self.statuses["conflict"] + self.doubts_of_forms


def count_form(form: FormDraft) -> Counts:
    """Count one form."""
    fields = tuple(fields_of(form))
    weights = _weights(form)
    has_weights = any(weight is not None for weight in weights)
    return _of_fields(fields)._replace(
        forms=1,
        rows=len(form.rows),
        rows_marked=sum(row.is_marked for row in form.rows),
        rows_without_weight=weights.count(None) if has_weights else 0,
        weights=sum((each for each in weights if each is not None), Decimal(0)) if has_weights else None,
        cells=form.cells,
        cells_used=form.cells_used,
        unused=len(form.unused),
        passed_over=len(form.passed_over),
        doubts_of_forms=len(form.reasons),
    )


def count_document(imported: Imported) -> Counts:
    """Count a document: its forms, its department, and what belongs to neither."""
    department = tuple(fields_of_department(imported.department)) if imported.department else ()
    own = _of_fields(department)._replace(unused=len(imported.unused), doubts_of_forms=len(imported.reasons))
    return add_counts((own, *map(count_form, imported.forms)))


def add_counts(counts: Iterable[Counts]) -> Counts:
    """Sum counts up; those of nothing at all are zeros."""
    listed = tuple(counts)
    sums = {
        name: sum(getattr(each, name) for each in listed)
        for name in Counts._fields
        if name not in {"weights", "statuses"}
    }
    known = [each.weights for each in listed if each.weights is not None]
    statuses: dict[Status, int] = {name: sum(each.statuses[name] for each in listed) for name in _STATUSES}
    return Counts(statuses, weights=sum(known, Decimal(0)) if known else None, **sums)


_STATUSES: tuple[Status, ...] = ("ok", "check", "missing", "conflict")


def _weights(form: FormDraft) -> list[Decimal | None]:
    fields = [row.fields.get("weight") for row in form.rows]
    values = [None if field is None else field.value for field in fields]
    return [value if isinstance(value, Decimal) else None for value in values]


def _of_fields(fields: tuple[Named, ...]) -> Counts:
    found = Counter(named.field.status for named in fields)
    return Counts(
        {status: found[status] for status in _STATUSES},
        notes=sum(len(named.field.notes) for named in fields),
        left_out=sum(named.is_left_out for named in fields),
    )
