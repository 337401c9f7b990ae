"""Whether one piece of a curve lies above another anywhere on a stretch, with a witness, exactly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

from perfdsl.diagnostic import Text
from perfdsl.diff.apart import Apart
from perfdsl.diff.find_places import find_places
from perfdsl.plan.form import Form, NotACurve, Steps, number
from perfdsl.plan.piecewise import Cut, sample

MOST_STEPS = 1000
"""Steps of a stretch that are looked at one by one, where two pieces do not go in the same ones."""


def find_signs(apart: Apart) -> dict[int, Fraction]:
    """Give 1 where the new piece lies above the old one somewhere, -1 where below, each with a witness.

    Raises NotACurve where that cannot be found out within the bounds.
    """
    apart = apart._replace(old=_plain(apart.old), new=_plain(apart.new))
    found: dict[int, Fraction] = {}
    for x in _places(apart):
        found.setdefault(apart.sign(x), x)
    found.pop(0, None)
    return found


def _plain(form: Form) -> Form:
    constant = form.constant
    return form if constant is None else number(constant)


def _places(apart: Apart) -> Iterable[Fraction]:
    steps = [form.steps for form in (apart.old, apart.new) if form.steps is not None]
    if not steps:
        return find_places(apart)
    linear = not apart.old.r and not apart.new.r
    if linear and all(_goes_in(form, steps[0]) for form in (apart.old, apart.new)):
        return _end_places(apart, steps[0])
    return _step_places(apart, steps)


def _goes_in(form: Form, steps: Steps) -> bool:
    return form.steps == steps or form.constant is not None


def _end_places(apart: Apart, steps: Steps) -> Iterator[Fraction]:
    """The difference is linear in the number of steps: its signs are those of the first and the last one."""
    middle = sample(apart.low, apart.high)
    yield middle
    slope = apart.new.p / apart.new.s - apart.old.p / apart.old.s
    for end, direction in ((apart.low, -1), (apart.high, 1)):
        if end is not None:
            yield _in_end_step(apart, end, -direction, steps)
            continue
        x, far, upward = middle, Fraction(1), slope * steps.g * direction
        while upward and apart.sign(x) != (1 if upward > 0 else -1):
            x, far = middle + direction * far, far * 2
        yield x


def _in_end_step(apart: Apart, end: Cut, inward: int, steps: Steps) -> Fraction:
    """Give an actual between an end of the stretch and the nearest change of the number of steps."""
    at = steps.g * end[0] + steps.h
    changes = _changes(steps, floor(at) - 1, ceil(at) + 1)
    if inward > 0:
        return sample(end, min(cut for cut in [*changes, apart.high] if cut is not None and cut > end))
    return sample(max(cut for cut in [*changes, apart.low] if cut is not None and cut < end), end)


def _changes(steps: Steps, first: int, last: int) -> list[Cut]:
    """Cuts at which the number of steps comes to each of some whole numbers, or leaves it."""
    side = 0 if steps.g > 0 else 1
    return [((n - steps.h) / steps.g, side) for n in range(first, last + 1)]


def _step_places(apart: Apart, steps: list[Steps]) -> Iterator[Fraction]:
    """Look into each stretch between two changes, where what goes in steps is constant."""
    low, high = apart.low, apart.high
    if low is None or high is None:
        raise NotACurve(Text("分段没有尽头", "steps without end"))
    cuts: set[Cut] = set()
    for each in steps:
        ends = sorted(each.g * end[0] + each.h for end in (low, high))
        if ends[1] - ends[0] > MOST_STEPS:
            raise NotACurve(Text("分段太多", "too many steps"))
        cuts |= {cut for cut in _changes(each, floor(ends[0]), ceil(ends[1])) if low < cut < high}
    for start, end in pairwise([low, *sorted(cuts), high]):
        x = sample(start, end)
        yield from find_places(Apart(_flat(apart.old, x), _flat(apart.new, x), start, end))


def _flat(form: Form, x: Fraction) -> Form:
    """Give what goes in steps as the number that it is around an actual."""
    value = form.at(x)
    return form if form.steps is None or value is None else number(value)
