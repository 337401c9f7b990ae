"""What the forms of a project say, whatever their layout: its head, its money, its goals and its lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from perfdsl.forms.form import BLANK, Allowed, Shown

Role = Literal["total", "fiscal", "carried", "other"]
"""Rows of money: 年度资金总额, 当年财政拨款, 上年结转资金, 其他资金."""


class Line(NamedTuple):
    """An indicator. What nobody said is blank. ``allowed``: what may be typed as its actual."""

    level1: str
    level2: str
    name: str
    description: str
    basis: str
    target: str
    weight: Shown = BLANK
    actual: Shown = BLANK
    score: Shown = BLANK
    reason: str = ""
    allowed: Allowed | None = None
    blank_code: str = ""


class Point(NamedTuple):
    """A point of the plan of payments: so much until the end of a month."""

    month: int
    amount: Shown


class Contents(NamedTuple):
    """A project as forms show it; amounts are in ``money_unit``.

    ``seq``: its number among all that were read, from 1. ``money``: what the sheet says of each row; one that
    it does not name is not there. ``plan_unit``: of its payments, % or money. ``execution_weight`` and
    ``execution_score``: of the execution rate, which holds ``spent`` against the total. ``total``: points,
    blank while any are open; ``weight``: those they are out of. ``places``: their decimals. ``first_money``:
    the budget before it was amended, where it was.
    """

    seq: int
    code: str
    name: str
    department_code: str
    department: str
    year: int | None
    money_unit: str
    money: dict[Role, Shown]
    purpose: str
    plan: tuple[Point, ...]
    plan_unit: str
    goals: tuple[str, ...]
    lines: tuple[Line, ...]
    spent: Shown = BLANK
    execution_weight: Shown = BLANK
    execution_score: Shown = BLANK
    execution_reason: str = ""
    total: Shown = BLANK
    weight: Shown = BLANK
    places: int = 2
    has_facts: bool = False
    first_money: Mapping[Role, Shown] = {}
