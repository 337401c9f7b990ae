"""Makes the lines of an imagined project: the one that is spoken of, those that are named, and the rest."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from perfdsl.diagnostic import Text
from perfdsl.plan.plan import IndicatorPlan
from perfdsl.proof.rules.formula import Atom
from perfdsl.proof.rules.search import Model
from perfdsl.scheme.names import group_name
from perfdsl.scorecard import Attainment, FactUsed, IndicatorScore, Interval, Judged
from perfdsl.source import Place
from perfdsl.syntax.keywords import tables

WHOLE = Fraction(100)
ZERO = Fraction(0)
SOME_WEIGHT = Fraction(10)
_OF_LINES = ("score", "points", "ratio", "met", "unreported")


def is_known(model: Model, name: str) -> bool:
    """Whether a state has a value for a word."""
    return model.truths.get(Atom("known", name), name in model.numbers)


def is_true(model: Model, name: str, *, otherwise: bool = False) -> bool:
    """Whether a word is true in a state; ``otherwise``: what it is where the state does not say."""
    return model.truths.get(Atom("true", name), otherwise)


def path_of_line(model: Model) -> tuple[str, ...]:
    """Give the groups that the line spoken of stands in, that of level 1 first."""
    own = [atom.name for atom, so in model.truths.items() if atom.kind == "within" and so]
    return tuple(group_name(name) for name in sorted(own, key=lambda name: name not in tables()["groups"]))


def own_line(model: Model, plan: IndicatorPlan, place: Place) -> IndicatorScore:
    """Give the line that a rule over each indicator speaks of."""
    waits = is_true(model, "unreported")
    reached: Attainment = "met" if is_true(model, "met") else "missed"
    notes = {atom.name for atom, so in model.truths.items() if atom.kind == "note" and so}
    fact = FactUsed("", place, "", *("…" if note in notes else "" for note in ("reason", "evidence")))
    given = [model.numbers.get(word, ZERO) if is_known(model, word) else None for word in ("self", "review")]
    line = _blank(plan.name, plan.group, place)
    weight = model.numbers.get("points", max(SOME_WEIGHT, model.numbers.get("score", ZERO)))
    return line._replace(
        attainment="pending" if waits else reached,
        ratio=model.numbers.get("ratio", Fraction(1)) if is_known(model, "ratio") else None,
        weight=weight,
        points=_points(model, "score", weight, waits=waits),
        fact=fact if notes else None,
        judged=Judged(None, *given),
    )


def named_lines(model: Model, place: Place) -> Iterator[IndicatorScore]:
    """Give the lines and groups that the state speaks of by name."""
    names = {atom.name for atom in model.truths if atom.kind in {"known", "true"}} | model.numbers.keys()
    keys = sorted({name.partition("\t")[2] for name in names if "\t" in name})
    groups = [atom.name for atom, so in model.truths.items() if atom.kind == "has" and so]
    for name in dict.fromkeys([*keys, *groups]):
        there = any(is_known(model, f"{function}\t{name}") for function in _OF_LINES)
        if there or name in groups:
            yield _named(model, name, place, in_group=name in groups or name in tables()["groups"])


def _named(model: Model, name: str, place: Place, *, in_group: bool) -> IndicatorScore:
    waits = is_true(model, f"unreported\t{name}")
    scored = model.numbers.get(f"score\t{name}", ZERO)
    weight = model.numbers.get(f"points\t{name}", scored)
    met = is_true(model, f"met\t{name}", otherwise=True)
    shown = group_name(name)
    return _blank(shown, (shown,) if in_group else (), place)._replace(
        attainment="pending" if waits else "met" if met else "missed",
        ratio=model.numbers.get(f"ratio\t{name}", Fraction(1)) if is_known(model, f"ratio\t{name}") else None,
        weight=weight,
        points=_points(model, f"score\t{name}", weight, waits=waits),
    )


def _points(model: Model, name: str, weight: Fraction, *, waits: bool) -> Interval:
    if not model.truths.get(Atom("known", name), not waits):
        return Interval(ZERO, weight)
    score = model.numbers.get(name, weight)
    return Interval(score, score)


def rest_of_total(model: Model, lines: list[IndicatorScore], place: Place) -> list[IndicatorScore] | None:
    """Give what is left of the total as one more line; None where that line could not have it."""
    weight = WHOLE - sum((line.weight for line in lines), ZERO)
    points = sum((line.points.low for line in lines), ZERO)
    line = _blank("其余各项", (), place)._replace(weight=weight)
    if not model.truths.get(Atom("known", "total"), True):
        return [line._replace(points=Interval(ZERO, weight))] if weight > 0 else None
    rest = model.numbers.get("total", points + weight) - points
    if rest < 0 or rest > weight:
        return None
    return [line._replace(points=Interval(rest, rest))] if weight else []


def _blank(name: str, group: tuple[str, ...], place: Place) -> IndicatorScore:
    return IndicatorScore(
        group=group, name=name, target="", actual="", attainment="missed", ratio=None, weight=ZERO,
        points=Interval(ZERO, ZERO), method="", why=Text("", ""), place=place,
    )  # fmt: skip
