"""Lists what an importer says of the text of an actual by itself, which is no doubt about its reading."""

from __future__ import annotations

from collections.abc import Mapping

from perfdsl.actuals.read_value import Trouble, read_value
from perfdsl.diagnostic import Text
from perfdsl.importers.checks.check_actuals import check_actuals
from perfdsl.importers.draft import DraftRow, Field, FormDraft, RowName
from perfdsl.importers.messages_figures import unknown_unit, unread_actual
from perfdsl.importers.tidy_text import tidy
from perfdsl.syntax.ast import Number
from perfdsl.units import find_unit


def said_of_actual(fields: Mapping[RowName, Field]) -> tuple[Text, ...]:
    """Give the reasons that hold of the very text: it is no value, has no unit, or one that nobody knows.

    An audit looks at such actuals itself, and reads a bare number in each way that is left.
    """
    field = fields["actual"]
    said, unit = tidy(field.raw), tidy(fields["unit"].raw) if "unit" in fields else ""
    value = read_value(said, unit=unit)
    if isinstance(value, Trouble):
        return (unread_actual(said, value.reason),)
    alone = field._replace(value=value, status="ok", reasons=())
    form = check_actuals(FormDraft("self_evaluation", {}, (DraftRow({**fields, "actual": alone}),)))
    found = [unread_actual(said, "unreadable"), *form.rows[0].fields["actual"].reasons]
    if isinstance(value, Number) and value.unit and find_unit(value.unit) is None:
        found.append(unknown_unit(value.unit))
    return tuple(found)
