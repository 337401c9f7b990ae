"""In words, for which actuals a changed method gives more points or fewer, with an example."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from perfdsl.diagnostic import Language
from perfdsl.diff.curve_change import CurveChange, Stretch
from perfdsl.exact import show_trimmed
from perfdsl.plan.piecewise import Cut
from perfdsl.report import diff_words as words
from perfdsl.report import words as state_words
from perfdsl.scheme.known_units import BOOL, DATE
from perfdsl.units import Unit


def say_curve(curve: CurveChange, language: Language) -> str:
    """``处处不高于从前；实绩 < 12次 得分更低，如 4次：4.17 → 0分``."""
    said = []
    if curve.higher and not curve.lower and not curve.unclear:
        said.append(words.NOWHERE_LOWER.say(language))
    if curve.lower and not curve.higher and not curve.unclear:
        said.append(words.NOWHERE_HIGHER.say(language))
    for word, stretch in ((words.HIGHER, curve.higher), (words.LOWER, curve.lower)):
        if stretch is not None:
            said.append(_stretch(stretch, word.say(language), curve, language))
    if curve.unclear:
        said.append(words.UNCLEAR.say(language))
    return ("；" if language == "zh" else "; ").join(said)


def show_value(value: Fraction, unit: Unit) -> str:
    """Show an actual in the unit of its target; a day as a date."""
    if unit.dimension == DATE.dimension and value.denominator == 1 and 0 < value <= date.max.toordinal():
        return date.fromordinal(int(value)).isoformat()
    return show_trimmed(value / unit.factor, 6) + unit.name


def _of_state(value: Fraction, language: Language) -> str:
    return state_words.STATES["met" if value else "missed"].say(language)


def _stretch(stretch: Stretch, word: str, curve: CurveChange, language: Language) -> str:
    where = _where(stretch.low, stretch.high, curve.unit, language)
    state = "" if stretch.finished is None else f"{words.FINISHED[stretch.finished].say(language)} "
    old, new = (_points(each, language, shares=curve.shares) for each in (stretch.old, stretch.new))
    unit = "" if curve.shares else words.POINTS.say(language)
    if curve.unit == BOOL:
        return (
            f"{_of_state(stretch.witness, language)}{'时' if language == 'zh' else ':'} {old} → {new}{unit}"
        )
    example = show_value(stretch.witness, curve.unit)
    if language == "zh":
        return f"{state}{where} {word}，{words.FOR_EXAMPLE.zh} {example}：{old} → {new}{unit}"
    return f"{state}{where} {word}, {words.FOR_EXAMPLE.en} {example}: {old} → {new}{unit}"


def _where(low: Cut | None, high: Cut | None, unit: Unit, language: Language) -> str:
    actual = words.ACTUAL.say(language)
    if low is not None and low[0] <= 0 and unit.dimension == DATE.dimension:
        low = None  # there is no day before the first
    if low is None and high is None:
        return words.ANY_ACTUAL.say(language)
    upper = "" if high is None else f"{'<' if high[1] == 0 else '≤'} {show_value(high[0], unit)}"
    if low is None:
        return f"{actual} {upper}"
    if high is None:
        return f"{actual} {'≥' if low[1] == 0 else '>'} {show_value(low[0], unit)}"
    if low[0] == high[0]:
        return f"{actual} = {show_value(low[0], unit)}"
    return f"{show_value(low[0], unit)} {'≤' if low[1] == 0 else '<'} {actual} {upper}"


def _points(points: Fraction | None, language: Language, *, shares: bool) -> str:
    if points is None:
        return words.UNDEFINED.say(language)
    return f"{show_trimmed(points * 100, 2)}%" if shares else show_trimmed(points, 2)
