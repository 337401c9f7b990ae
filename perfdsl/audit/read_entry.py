"""Reads a field of a filled form: its text, the number in it, and whether it may have been misread."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from perfdsl.actuals.read_value import Trouble, is_blank, read_value
from perfdsl.audit.filled_form import Entry
from perfdsl.audit.published import Points
from perfdsl.diagnostic import Text
from perfdsl.exact import read_numeral
from perfdsl.importers.draft import Field
from perfdsl.importers.messages_figures import unread_actual
from perfdsl.importers.read_fields import NOTHING, amount_field, money_field, points_field
from perfdsl.importers.tidy_text import tidy
from perfdsl.syntax.normalise import normalise

_ENDINGS = ("%", "分", "万元", "元")
_MOST_CHARACTERS = 80
MOST_SHOWN = 40


def read_entry(field: Field | None) -> Entry:
    """Give a field of numbers; a blank one, and one that the form does not have, holds no text."""
    if field is None:
        return Entry("")
    text = tidy(field.raw)
    plain = "" if is_blank(text) else text
    return Entry(
        plain,
        read_number(plain),
        field.spots,
        doubts_of(field),
        normalise(plain).endswith("%"),
    )


def read_number(text: str) -> Points | None:
    """Read ``9.50`` · ``-1`` · ``10分`` · ``98.5%`` · ``5.00万元`` as 9.5, -1, 10, 98.5, 5; else None.

    Units are dropped: fields of one column share theirs, and a rate is told apart by ``Entry.is_percent``.
    """
    if len(text) > _MOST_CHARACTERS:
        return None
    plain = normalise(text).strip()
    ending = next((end for end in _ENDINGS if plain.endswith(end)), "")
    numeral = read_numeral(plain.removesuffix(ending).rstrip())
    if numeral is None:
        return None
    exponent = numeral.as_tuple().exponent
    return Points(Fraction(numeral), -exponent if isinstance(exponent, int) and exponent < 0 else 0)


def doubts_of(field: Field, of_text: Iterable[Text] = ()) -> tuple[Text, ...]:
    """Give why a field may have been misread; empty where nothing speaks against it.

    What a reader says of this very text, wherever it stands, is no such reason: that ``优`` is no number,
    that ``95%`` prints no operator, that a cell is blank, is what an audit looks at. ``of_text``: more such.
    """
    if field.status == "ok":
        return ()
    numbers = (amount_field, points_field, money_field)
    known = {NOTHING, *of_text, *(each for read in numbers for each in read(field.raw, ()).reasons)}
    said = tidy(field.raw)
    value = read_value(said)
    if isinstance(value, Trouble):
        known.add(unread_actual(said, value.reason))
    return tuple(reason for reason in field.reasons if reason not in known)


def shorten(text: str, most: int = MOST_SHOWN) -> str:
    """Cut a text off that is too long to be shown within a sentence."""
    return text if len(text) <= most else text[: most - 1] + "…"
