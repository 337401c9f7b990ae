"""Holds what an example expects of lights and of progress against what monitoring shows."""

from __future__ import annotations

from fractions import Fraction

from perfdsl.diagnostic import Diagnostics, Text
from perfdsl.exact import round_to, show
from perfdsl.examples import messages_watched
from perfdsl.examples.example import Posed, Unmet, Worked
from perfdsl.examples.watched import Measure, watched_word
from perfdsl.scheme.messages_monitoring import light_name
from perfdsl.syntax import ast
from perfdsl.units import comparable, find_unit

_UNKNOWN = Text("不知道", "not known")
_NO_LIGHT = Text("不亮灯", "no light")


def unlit(expected: ast.ExpectLight, posed: Posed, worked: Worked, diagnostics: Diagnostics) -> Unmet | None:
    """Hold an expected light; None where it shines, or after a complaint."""
    place = posed.source.place(expected.span)
    shown = {} if worked.watched is None else worked.watched.lights
    shone = shown.get(watched_word(expected.name))
    if shone is None:
        diagnostics.add(messages_watched.nothing_watched(place, expected.name, shown))
        return None
    if shone.light == expected.light:
        return None
    found = _NO_LIGHT if shone.light is None else light_name(shone.light)
    return Unmet(place, light_name(expected.light), found, "", shone.why)


def measure_named(expected: ast.ExpectPoints, worked: Worked) -> Measure | None:
    """Give the number of monitoring that an expectation is about; None where it is about points."""
    if worked.watched is None or not expected.name:
        return None
    word = watched_word(expected.name)
    if word.startswith("“") and expected.low.unit in {"", "分"}:
        return None
    return worked.watched.numbers.get(word)


def off_measure(
    expected: ast.ExpectPoints, measure: Measure, posed: Posed, places: int, diagnostics: Diagnostics
) -> Unmet | None:
    """Hold an expected number, to the decimals that it prints; None where it is so, or after a complaint."""
    place = posed.source.place(expected.span)
    unit = find_unit(expected.low.unit)
    if unit is None or not comparable(unit, measure.unit) or expected.high is not None:
        diagnostics.add(messages_watched.other_unit(place, expected.name, measure.unit))
        return None
    wanted = Fraction(expected.low.value)
    shown = f"{show(wanted, places)}{unit.name}"
    if measure.value is None:
        return Unmet(place, Text(shown, shown), _UNKNOWN)
    found = round_to(measure.value / unit.factor, places, "half_up")
    if found == round_to(wanted, places, "half_up"):
        return None
    off = found - wanted
    difference = f"{'+' if off > 0 else ''}{show(off, places)}"
    got = f"{show(found, places)}{unit.name}"
    return Unmet(place, Text(shown, shown), Text(got, got), difference)
