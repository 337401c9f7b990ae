"""Holds what an example expects against what the engine gives.

Points are compared exactly, after both ends of what the engine gives are rounded half up to the decimals that
the expectation prints; a whole number stands for two decimals, so that 得 10分 is not met by 9.60. A range
(9分..<12分) must be the open interval that the engine gives, end by end.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple, assert_never

from perfdsl.diagnostic import Diagnostics, Text
from perfdsl.exact import round_to, show
from perfdsl.examples import messages
from perfdsl.examples.example import Posed, Unmet, Worked
from perfdsl.examples.find_meant import Finder
from perfdsl.examples.find_unlit import measure_named, off_measure, unlit
from perfdsl.examples.tell_found import (
    FLAGS,
    STATES,
    show_range,
    tell_flags,
    tell_grade,
    tell_total,
)
from perfdsl.scheme.names import key
from perfdsl.scorecard import Flag, Interval
from perfdsl.syntax import ast
from perfdsl.syntax.keywords import tables

PLACES = 2
MOST_PLACES = 12


def find_unmet(posed: Posed, worked: Worked, diagnostics: Diagnostics) -> list[Unmet]:
    """List the expectations that do not hold; those that cannot be are complained of instead."""
    found = []
    for expectation in posed.expectations:
        unmet = _Judge(posed, worked, diagnostics).unmet(expectation)
        if unmet is not None:
            found.append(unmet)
    return found


def places_of(number: ast.Number) -> int:
    """Decimals to which points are compared: those printed, or two where none are."""
    exponent = number.value.as_tuple().exponent
    printed = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return min(printed, MOST_PLACES) or PLACES


class _Judge(NamedTuple):
    posed: Posed
    worked: Worked
    diagnostics: Diagnostics

    def _finder(self) -> Finder:
        return Finder(self.posed, self.worked, self.diagnostics)

    def unmet(self, expectation: ast.Expectation) -> Unmet | None:
        match expectation:
            case ast.ExpectPoints():
                return self._points(expectation)
            case ast.ExpectState():
                return self._state(expectation)
            case ast.ExpectGrade():
                return self._grade(expectation)
            case ast.ExpectTold():
                return self._told(expectation)
            case ast.ExpectLight():
                return unlit(expectation, self.posed, self.worked, self.diagnostics)
            case _:
                assert_never(expectation)

    def _points(self, expected: ast.ExpectPoints) -> Unmet | None:
        measure = measure_named(expected, self.worked)
        if measure is not None:
            return off_measure(expected, measure, self.posed, places_of(expected.low), self.diagnostics)
        place = self.posed.source.place(expected.span)
        numbers = [number for number in (expected.low, expected.high) if number is not None]
        if any(number.unit not in {"", "分"} for number in numbers):
            self.diagnostics.add(messages.points_expected(place))
            return None
        meant = self._finder().find(expected.name, expected)
        if meant is None:
            return None
        places = max(places_of(number) for number in numbers)
        wanted = _interval(expected)
        got = _rounded(meant.points, numbers)
        if got == wanted:
            return None
        both = wanted.settled and got.settled
        difference = got.low - wanted.low
        shown = f"{'+' if difference > 0 else ''}{show(difference, places)}" if both else ""
        return Unmet(
            place, show_range(wanted, places), show_range(got, places), shown, meant.why, of_points=True
        )

    def _state(self, expected: ast.ExpectState) -> Unmet | None:
        place = self.posed.source.place(expected.span)
        meant = self._finder().find(expected.name, expected)
        if meant is None:
            return None
        if meant.line is None:
            if expected.state != "pending":
                self.diagnostics.add(messages.state_of_total(place))
                return None
            if not meant.points.settled:
                return None
            return Unmet(place, STATES["pending"], show_range(meant.points, PLACES), "", meant.why)
        state = "excluded" if meant.line.excluded else meant.line.attainment
        if state == expected.state:
            return None
        return Unmet(place, STATES[expected.state], STATES[state], "", meant.why)

    def _grade(self, expected: ast.ExpectGrade) -> Unmet | None:
        worked, place = self.worked, self.posed.source.place(expected.span)
        if worked.total is None:
            self.diagnostics.add(messages.no_total(place))
            return None
        if not worked.grades:
            self.diagnostics.add(messages.no_grades(place, self.posed.subject.name))
            return None
        is_open = key(expected.grade) in tables()["words"]["pending"] and expected.grade not in worked.grades
        if expected.grade not in worked.grades and not is_open:
            self.diagnostics.add(messages.unknown_grade(place, expected.grade, worked.grades))
            return None
        if (len(worked.possible) != 1) if is_open else (worked.possible == (expected.grade,)):
            return None
        wanted = Text(expected.grade, "pending" if is_open else expected.grade)
        return Unmet(place, wanted, tell_grade(worked), "", tell_total(worked))

    def _told(self, expected: ast.ExpectTold) -> Unmet | None:
        place, rules = self.posed.source.place(expected.span), self.worked.rules
        if expected.rule and key(expected.rule) not in map(key, rules):
            self.diagnostics.add(messages.unknown_rule(place, expected.rule, sorted(rules)))
            return None
        said = [flag for flag in self.worked.flags if _says(flag, expected)]
        if bool(said) != expected.absent:
            return None
        word = FLAGS[expected.severity]
        rule = f" {expected.rule}" if expected.rule else ""
        wanted = Text(
            f"{'无 ' if expected.absent else ''}{word.zh}{rule}",
            f"{'no ' if expected.absent else ''}{word.en}{rule}",
        )
        return Unmet(place, wanted, tell_flags(said, self.worked.flags))


def _interval(expected: ast.ExpectPoints) -> Interval:
    low = Fraction(expected.low.value)
    high = low if expected.high is None else Fraction(expected.high.value)
    return Interval(low, high, expected.high_open and low != high)


def _rounded(points: Interval, numbers: Sequence[ast.Number]) -> Interval:
    """Round both ends as the expectation prints them; an end that is not reached stays so."""
    low, high = places_of(numbers[0]), places_of(numbers[-1])
    if points.settled:
        low = high = max(low, high)
    ends = round_to(points.low, low, "half_up"), round_to(points.high, high, "half_up")
    return Interval(*ends, points.high_open)


def _says(flag: Flag, expected: ast.ExpectTold) -> bool:
    code = "P0712" if expected.severity == "fault" else "P0711"
    return flag.code == code and (not expected.rule or key(flag.rule) == key(expected.rule))
