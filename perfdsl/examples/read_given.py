"""Reads what an example gives: each name once, and each value as what its name needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import NamedTuple

from perfdsl.actuals.convert import Converter
from perfdsl.actuals.fact import FINISHED, SPENT, Fact
from perfdsl.diagnostic import Diagnostics
from perfdsl.examples import messages
from perfdsl.examples.example import Posed
from perfdsl.examples.imagine import Units, imagined_plan
from perfdsl.plan.interpret import Known
from perfdsl.scheme.names import key, scope_word
from perfdsl.scheme.read_aim import read_aim
from perfdsl.scheme.read_project import read_money
from perfdsl.scheme.scheme import Aim
from perfdsl.source import Place
from perfdsl.syntax import ast
from perfdsl.syntax.keywords import tables
from perfdsl.syntax.node import make
from perfdsl.units import Quantity

LAST_MONTH = 12


class Given(NamedTuple):
    """Facts by the word of methods and rules that they are about (English), and those about other names."""

    words: Mapping[str, ast.GivenFact]
    names: tuple[ast.GivenFact, ...]


def word_of(name: str) -> str:
    """Word of methods and rules that a given fact is about: 目标 is 目标值, and 满分 is 分值."""
    if key(name) in tables()["heads"]["goal"]:
        return "target"
    word = scope_word(name)
    return "points" if word == "full" else word


class GivenReader(NamedTuple):
    """Reads the facts of one example; complaints go to ``diagnostics``. Numbers are given in base units."""

    posed: Posed
    units: Units
    diagnostics: Diagnostics

    def sort(self, allowed: Iterable[str]) -> Given:
        """Tell facts about allowed words from all others; of two about one name the first counts."""
        known = frozenset(allowed)
        words: dict[str, ast.GivenFact] = {}
        names: dict[str, ast.GivenFact] = {}
        units = self.posed.reports
        for fact in self.posed.facts:
            if id(fact) in units:
                about = f"{key(units[id(fact)])} {_about(fact)}"
                first = names.setdefault(about, fact)
                if first is not fact:
                    places = self.place(fact), self.posed.source.place(first.span)
                    self.diagnostics.add(messages.given_twice(*places, fact.name))
                continue
            word = word_of(fact.name)
            first = words.setdefault(word, fact) if word in known else names.setdefault(_about(fact), fact)
            if first is not fact:
                places = self.place(fact), self.posed.source.place(first.span)
                self.diagnostics.add(messages.given_twice(*places, fact.name))
        return Given(words, tuple(names.values()))

    def place(self, fact: ast.GivenFact) -> Place:
        """Where a fact stands, its notes left aside."""
        return self.posed.source.place(fact.span)

    def aim(self, fact: ast.GivenFact) -> Aim | None:
        """Read a target; None after a complaint."""
        target = self.target(fact)
        if target is None:
            self.diagnostics.add(messages.needs_sign(self.place(fact)))
            return None
        return read_aim(target, self.posed.source, self.units, self.diagnostics)

    @staticmethod
    def target(fact: ast.GivenFact) -> ast.Target | None:
        """Give what a fact says as a target; None where it says no sense of better."""
        match fact:
            case ast.GivenFact(target=target) if target is not None:
                return target
            case ast.GivenFact(op=op, value=ast.Number() as number) if op is not None:
                return make(ast.Bound, fact.span, op=op, value=number)
            case ast.GivenFact(op=op, value=ast.DateLiteral() as when) if op is not None:
                return make(ast.Deadline, fact.span, op=op, date=when)
            case ast.GivenFact(op="=", value=ast.Word(word=word)):
                return make(ast.State, fact.span, word=word)
            case _:
                return None

    def fact(self, fact: ast.GivenFact) -> Fact | None:
        """Make a recorded fact of a given one; None after a complaint of a comparison."""
        value = self.value(fact)
        if value is None:
            return None
        notes = {note.about: note.text for note in fact.notes}
        points = {each.about: each.points for each in fact.points}
        source = self.posed.source
        return Fact(
            project=self.posed.subject.name,
            indicator=fact.name,
            value=value,
            day=None,
            place=source.place(value.span),
            project_place=self.posed.place,
            indicator_place=source.place(fact.name_span),
            own=next((own for own in (SPENT, FINISHED) if key(fact.name) in tables()["words"][own]), ""),
            reason=notes.get("reason", ""),
            evidence=notes.get("evidence", ""),
            deducted=points.get("deducted"),
            self_score=points.get("self"),
            review_score=points.get("review"),
            reporter=self.posed.reports.get(id(fact), ""),
        )

    def value(self, fact: ast.GivenFact) -> ast.Number | ast.DateLiteral | ast.Word | None:
        """Give the value of a fact, yes where it has none; None after a complaint of a comparison."""
        if isinstance(fact.target, ast.State):
            return make(ast.Word, fact.target.span, word=fact.target.word)
        if fact.op not in {None, "="} or fact.target is not None:
            self.diagnostics.add(messages.sign_in_fact(self.place(fact), fact.name))
            return None
        return fact.value or make(ast.Word, fact.name_span, word="是")

    def points(self, fact: ast.GivenFact) -> Fraction | None:
        """Read points, zero or more; None after a complaint."""
        value = fact.value
        fits = isinstance(value, ast.Number) and value.unit in {"", "分"} and value.value >= 0
        if not fits or fact.op not in {None, "="}:
            self.diagnostics.add(messages.points_wanted(self.place(fact), fact.name))
            return None
        assert isinstance(value, ast.Number)  # noqa: S101 — it fits
        return Fraction(value.value)

    def truth(self, fact: ast.GivenFact) -> bool | None:
        """Read yes or no; None after a complaint."""
        quiet = Diagnostics()
        recorded = GivenReader(self.posed, self.units, quiet).fact(fact)
        found = None if recorded is None else self._converter(quiet).truth(recorded)
        if found is None:
            self.diagnostics.add(messages.truth_wanted(self.place(fact), fact.name))
        return found

    def money(self, fact: ast.GivenFact | None, *, may_be_zero: bool = False) -> Quantity | None:
        """Read an amount of money; None after a complaint, or where there is none."""
        value = None if fact is None else self.value(fact)
        if fact is None:
            return None
        if not isinstance(value, ast.Number) or value.value < 0 or not (value.value or may_be_zero):
            if value is not None:
                self.diagnostics.add(messages.number_wanted(self.place(fact), fact.name, "5万元"))
            return None
        return read_money(value, self.posed.source, None, self.units, self.diagnostics)

    def quantity(self, fact: ast.GivenFact, example: str) -> Quantity | None:
        """Read a number in its own unit; None after a complaint, which shows an example."""
        recorded = self.fact(fact)
        if recorded is None:
            return None
        if not isinstance(recorded.value, ast.Number):
            self.diagnostics.add(messages.number_wanted(self.place(fact), fact.name, example))
            return None
        number = self._converter(self.diagnostics).number(recorded)
        return None if number is None else Quantity(Fraction(number.value), number.unit)

    def anything(self, fact: ast.GivenFact) -> Known:
        """Read what is no word of methods: a number, a date, or yes or no; None after a complaint."""
        recorded = self.fact(fact)
        number = None if recorded is None else self._converter(self.diagnostics).number(recorded)
        return None if number is None else number.value

    def month(self, fact: ast.GivenFact | None) -> Fraction:
        """Read a month of the year; the last where none is given."""
        if fact is None:
            return Fraction(LAST_MONTH)
        value = self.value(fact)
        if isinstance(value, ast.Number) and value.unit in {"", "月份", "月"}:
            month = Fraction(value.value)
            if month in range(1, LAST_MONTH + 1):
                return month
        self.diagnostics.add(messages.number_wanted(self.place(fact), fact.name, "6"))
        return Fraction(LAST_MONTH)

    def _converter(self, diagnostics: Diagnostics) -> Converter:
        return Converter(imagined_plan(self.posed, self.units), diagnostics)


def _about(fact: ast.GivenFact) -> str:
    """What a fact is about: 甲 得分 3分 and 甲 达标 are about two things."""
    return key(fact.name) + (f" {key(fact.value.word)}" if isinstance(fact.value, ast.Word) else "")
