"""Puts a fact into the unit of its target, exactly, or says why that cannot be done."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from perfdsl.actuals import messages_bind as messages
from perfdsl.actuals import messages_points
from perfdsl.actuals.bound import BoundFact, Known
from perfdsl.actuals.fact import Fact
from perfdsl.diagnostic import Diagnostics
from perfdsl.exact import show_trimmed
from perfdsl.plan.plan import IndicatorPlan, ProjectPlan
from perfdsl.scheme.known_units import BOOL, DATE, is_calendar_month
from perfdsl.scheme.names import key
from perfdsl.scheme.read_aim import shown, shown_date
from perfdsl.scheme.read_project import MONEY
from perfdsl.scheme.scheme import day_number
from perfdsl.scorecard import Judged
from perfdsl.syntax import ast
from perfdsl.syntax.keywords import tables
from perfdsl.units import PURE, Unit, can_be_negative, comparable, find_unit, multiple_of

_IN_FULL = re.compile(
    r"(?P<level>(?:部分|未)?达成)(?:年度|预期)?(?:绩效)?(?:指标|目标)(?:[并且,].*)?", re.DOTALL
)
"""A level as 财预〔2020〕10号 words it: 部分达成年度指标并具有一定效果."""


class Converter(NamedTuple):
    """Converts the facts of one project."""

    project: ProjectPlan
    diagnostics: Diagnostics

    def line(self, fact: Fact, line: IndicatorPlan) -> BoundFact | None:
        """Bind a fact to an indicator; None after a complaint."""
        match line.aim.op, fact.value:
            case _, None:
                self.diagnostics.add(messages.no_actual(fact, line))
            case "qualitative", ast.Word() as word:
                return self._level(fact, line, word)
            case "is", ast.Word(word=word, share=None):
                return self._state(fact, line, word)
            case "is" | "qualitative", _:
                self.diagnostics.add(messages.word_needed(fact, line))
            case _, ast.Word(word=word):
                self.diagnostics.add(messages.word_for_number(fact, line, word))
            case _, ast.DateLiteral() as when:
                return self._date(fact, line, when)
            case _, ast.Number() as number:
                return self._number(fact, line, number)
        return None

    def money(self, fact: Fact) -> BoundFact | None:
        """Bind an amount of money of the project's own; None after a complaint."""
        if not isinstance(fact.value, ast.Number):
            self.diagnostics.add(messages.money_needed(fact, ""))
            return None
        number = fact.value
        unit = self._unit(fact, number)
        if unit == PURE and self.project.money_unit is not None:
            unit = self.project.money_unit
        if unit is None:
            return None
        size = Fraction(number.value) * unit.factor
        if unit.dimension != MONEY or size < 0:
            self.diagnostics.add(messages.money_needed(fact, shown(number)))
            return None
        text = shown(number) if number.unit else shown(number) + unit.name
        return BoundFact(size, text, fact)

    def truth(self, fact: Fact) -> bool | None:
        """Bind a yes or no; None after a complaint."""
        if isinstance(fact.value, ast.Word):
            found = _truth_of(fact.value.word)
            if found is not None:
                return found
        self.diagnostics.add(messages.yes_or_no(fact))
        return None

    def number(self, fact: Fact) -> Known | None:
        """Bind what is no indicator: a number in its own unit, or a date; None after a complaint."""
        match fact.value:
            case ast.DateLiteral() as when:
                return Known(day_number(when), DATE)
            case ast.Number() as number:
                unit = self._unit(fact, number)
                return None if unit is None else Known(Fraction(number.value) * unit.factor, unit)
            case ast.Word(word=word, share=None) if _truth_of(word) is not None:
                return Known(_truth_of(word) is True, BOOL)
            case ast.Word(word=word):
                self.diagnostics.add(messages.word_in_formula(fact, word))
            case None:
                self.diagnostics.add(messages.word_in_formula(fact, fact.indicator))
        return None

    def judged(self, fact: Fact, bound: BoundFact | None) -> BoundFact | None:
        """Add the points that people gave a line or took off it; None after a complaint."""
        if not self.points_are_sound(fact):
            return None
        if bound is None or not fact.has_points:
            return bound
        points = (None if number is None else Fraction(number.value) for number in fact.points)
        return bound._replace(judged=Judged(*points))

    def points_are_sound(self, fact: Fact) -> bool:
        """Whether the points that people gave or took off are some; complains where they are not."""
        wrong = next((number for number in fact.points if number is not None and not is_points(number)), None)
        if wrong is not None:
            self.diagnostics.add(messages_points.points_needed(fact, wrong))
        return wrong is None

    def _unit(self, fact: Fact, number: ast.Number) -> Unit | None:
        unit = find_unit(number.unit, self.project.units)
        if unit is None:
            self.diagnostics.add(messages.unknown_unit(fact, number.unit, self.project.units))
        return unit

    def _number(self, fact: Fact, line: IndicatorPlan, number: ast.Number) -> BoundFact | None:
        written = self._unit(fact, number)
        if written is None:
            return None
        unit = self._bare_unit(fact, line, number) if written == PURE else written
        if unit is None:
            return None
        if is_calendar_month(line.aim.unit) and unit.name == "月":
            unit = line.aim.unit
        if not comparable(unit, line.aim.unit):
            self.diagnostics.add(messages.units_differ(fact, line, shown(number), unit))
            return None
        size = Fraction(number.value) * unit.factor
        if size < 0 and not can_be_negative(unit):
            self.diagnostics.add(messages.negative_actual(fact, shown(number), unit))
            return None
        if is_calendar_month(line.aim.unit) and size not in range(1, 13):
            self.diagnostics.add(messages.no_such_month(fact, shown(number)))
            return None
        text = shown(number) if number.unit or unit.flavour == "ratio" else shown(number) + unit.name
        return BoundFact(size, text, fact)

    def _bare_unit(self, fact: Fact, line: IndicatorPlan, number: ast.Number) -> Unit | None:
        """Find the unit of a bare number, where only one is possible."""
        unit = line.aim.unit
        if unit.dimension == DATE.dimension:
            self.diagnostics.add(messages.date_needed(fact, line))
            return None
        if unit.dimension == MONEY:
            if self.project.money_unit is None:
                self.diagnostics.add(messages.bare_money(fact, shown(number)))
            return self.project.money_unit
        readings = readings_of_bare(shown(number), number, unit)
        if readings:
            self.diagnostics.add(messages.bare_number(fact, shown(number), readings))
            return None
        return PURE if unit.flavour == "ratio" else unit

    def _date(self, fact: Fact, line: IndicatorPlan, when: ast.DateLiteral) -> BoundFact | None:
        if line.aim.unit.dimension == DATE.dimension:
            return BoundFact(day_number(when), shown_date(when), fact)
        if not is_calendar_month(line.aim.unit):
            self.diagnostics.add(messages.units_differ(fact, line, shown_date(when), DATE))
            return None
        if self.project.year is not None and when.year != self.project.year:
            self.diagnostics.add(messages.other_year(fact, when.year, self.project.year))
            return None
        return BoundFact(Fraction(when.month), f"{when.month}月份", fact)

    def _state(self, fact: Fact, line: IndicatorPlan, word: str) -> BoundFact:
        yes = key(word) == key(line.aim.word) or key(word) in tables()["words"]["yes"]
        return BoundFact(Fraction(1 if yes else 0), word, fact)

    def _level(self, fact: Fact, line: IndicatorPlan, word: ast.Word) -> BoundFact | None:
        levels = line.method.levels
        found = _level_at([key(level.name) for level in levels], key(word.word))
        if found is None:
            self.diagnostics.add(messages.unknown_level(fact, word.word, levels))
            return None
        if word.share is None:
            return BoundFact(None, word.word, fact, found)
        unit = self._unit(fact, word.share)
        if unit is None:
            return None
        share, level = Fraction(word.share.value) * unit.factor, levels[found]
        above = share >= level.high if level.high_open else share > level.high
        if unit.dimension != PURE.dimension or share < level.low or above:
            self.diagnostics.add(messages.share_outside(fact, shown(word.share), level))
            return None
        return BoundFact(share, f"{word.word} {shown(word.share)}", fact, found)


def _level_at(levels: Sequence[str], said: str) -> int | None:
    """Index of the level that is said; 达成年度指标 is what the national rules call 达成."""
    if said in levels:
        return levels.index(said)
    named = _IN_FULL.match(said)
    return levels.index(named["level"]) if named and named["level"] in levels else None


def is_points(number: ast.Number) -> bool:
    """Whether a number is points that people give or take off: zero or more, bare or in 分."""
    return number.unit in {"", "分"} and number.value >= 0


def _truth_of(word: str) -> bool | None:
    """Whether a word says yes or no; None for any other."""
    said = key(word)
    if said in {*tables()["words"]["yes"], *tables()["words"]["finished"], "true"}:
        return True
    return False if said in {*tables()["words"]["no"], "未完成", "false"} else None


def readings_of_bare(text: str, number: ast.Number, unit: Unit) -> tuple[str, ...]:
    """The readings of a bare number where its unit leaves more than one: 92 of %, 12000 of 万人."""
    hundredfold = show_trimmed(100 * Fraction(number.value))
    if unit.flavour == "ratio" and abs(number.value) > 1:
        return (f"{text}{unit.name}", f"{hundredfold}%")
    if unit.flavour == "difference" and number.value:
        return (f"{text}{unit.name}", f"{hundredfold}{unit.name}")
    plain = multiple_of(unit.name)
    if plain is not None and unit.dimension != MONEY and number.value:
        return (f"{text}{unit.name}", f"{text}{plain}" if plain else f"{text}（不带“{unit.name}”）")
    return ()
