"""Checks whole columns: one odd basis, one blank, swapped headings, two rows of one name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from difflib import SequenceMatcher

from perfdsl.importers import messages
from perfdsl.importers.draft import DraftRow, Field, FormDraft, RowName

_LEAST_ROWS = 3
_NEAR_TENTHS = 5
_MOST_CHARACTERS = 200
_FILLED: tuple[RowName, ...] = ("description", "basis", "weight", "level1", "level2")


def check_columns(form: FormDraft) -> FormDraft:
    """Apply all checks of columns."""
    for check in (_check_basis, _check_blanks, _check_swapped, _check_names):
        form = check(form)
    return form


def _change(form: FormDraft, name: RowName, change: Callable[[int, Field], Field]) -> FormDraft:
    rows = []
    for at, row in enumerate(form.rows):
        field = row.fields.get(name)
        rows.append(row if field is None else DraftRow({**row.fields, name: change(at, field)}))
    return form._replace(rows=tuple(rows))


def _check_basis(form: FormDraft) -> FormDraft:
    """Doubt a basis that nearly repeats the one that all other rows have."""
    counted = Counter(said for row in form.rows if (said := row.text("basis")))
    if len(counted) < 2 or counted.total() < _LEAST_ROWS + 1:  # noqa: PLR2004 (two different ones)
        return form
    common, times = counted.most_common(1)[0]
    if times < counted.total() - 1:
        return form
    odd = next(said for said in counted if said != common)
    ratio = SequenceMatcher(None, common[:_MOST_CHARACTERS], odd[:_MOST_CHARACTERS], autojunk=False).ratio()
    if ratio * 10 < _NEAR_TENTHS:
        return form
    return _change(
        form,
        "basis",
        lambda at, field: (
            field.doubted(messages.differs_from_column(common))
            if form.rows[at].text("basis") == odd
            else field
        ),
    )


def _check_blanks(form: FormDraft) -> FormDraft:
    """Doubt the only blank of a column: its text may have moved into a neighbour."""
    for name in _FILLED:
        blank = [at for at, row in enumerate(form.rows) if name in row.fields and not row.text(name)]
        filled = sum(1 for row in form.rows if row.text(name))
        if len(blank) == 1 and filled >= _LEAST_ROWS and form.rows[blank[0]].fields[name].status == "missing":
            form = _doubt_blank(form, name, blank[0])
    return form


def _doubt_blank(form: FormDraft, name: RowName, blank: int) -> FormDraft:
    told = messages.blank_beside_filled(form.columns[name].text if name in form.columns else name)

    def change(at: int, field: Field) -> Field:
        return field._replace(status="check", reasons=(told,)) if at == blank else field

    return _change(form, name, change)


def _check_swapped(form: FormDraft) -> FormDraft:
    """Doubt names that are longer than descriptions and stand right of them."""
    name, description = form.columns.get("name"), form.columns.get("description")
    if name is None or description is None or name.column < description.column:
        return form
    lengths = [(len(row.text("name")), len(row.text("description"))) for row in form.rows]
    if sum(one for one, _ in lengths) <= sum(other for _, other in lengths):
        return form
    form = _change(form, "name", lambda _, field: field.doubted(messages.swapped_columns()))
    form = _change(form, "description", lambda _, field: field.doubted(messages.swapped_columns()))
    return form._replace(reasons=(*form.reasons, messages.swapped_columns()))


def _check_names(form: FormDraft) -> FormDraft:
    """Doubt rows of one name in one group."""
    counted = Counter(
        (row.text("level1"), row.text("level2"), row.text("name")) for row in form.rows if row.text("name")
    )
    if all(times == 1 for times in counted.values()):
        return form

    def change(at: int, field: Field) -> Field:
        row = form.rows[at]
        is_double = counted[(row.text("level1"), row.text("level2"), row.text("name"))] > 1
        return field.doubted(messages.same_name(row.text("name"))) if is_double else field

    return _change(form, "name", change)
