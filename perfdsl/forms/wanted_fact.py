"""A fact that a person is asked for: a row of a fill-in sheet."""

from __future__ import annotations

from typing import Literal, NamedTuple

Kind = Literal["number", "any_number", "rate", "date", "month", "level", "yes_or_no", "open"]
"""What is to be typed: a number from zero up, any number, a rate, a day, a month of the year (or a day in
it), a level, 是 or 否, or whatever a formula or a rule needs, of which no sheet says the unit."""


class WantedFact(NamedTuple):
    """One row: whose fact, under which name it is read, what was aimed at, in which unit, and what fits.

    ``group``: levels 1 and 2 (empty for facts of the project itself). ``choices``: names of levels.
    ``used_by``: the computed indicator or the rule that needs a fact which is no indicator.
    """

    code: str
    project: str
    group: tuple[str, ...]
    name: str
    target: str
    unit: str
    kind: Kind
    choices: tuple[str, ...] = ()
    used_by: str = ""
