"""Finds what would have given a line more points: the nearest actual that does, tried on the engine."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from perfdsl.exact import show, show_trimmed
from perfdsl.explain.feed_back import Trial
from perfdsl.explain.line_in_hand import LineInHand
from perfdsl.explain.remedy import How, Remedy
from perfdsl.explain.show_value import show_day
from perfdsl.plan.curve import Curve
from perfdsl.plan.find_written import nearest_at_least
from perfdsl.plan.grain import FINEST, Grain, grain_of
from perfdsl.plan.invert_curve import NOT_NEGATIVE, highest
from perfdsl.plan.plan import LevelPlan
from perfdsl.plan.plan_method import expressions_of
from perfdsl.scheme.known_units import BOOL, DATE, is_deadline
from perfdsl.scheme.names import group_key, terms_used
from perfdsl.scheme.read_project import MONEY
from perfdsl.scheme.scheme import Aim
from perfdsl.units import Unit

YES = Fraction(1)
NOTHING = Fraction(0)


def find_remedy(line: LineInHand, trial: Trial) -> Remedy | None:
    """Give the change of one fact that gives the whole weight, else the most; None where nothing helps."""
    now = line.score.points
    if line.score.excluded or trial.is_over or (now.settled and now.low >= line.plan.weight):
        return None
    best: Remedy | None = None
    for remedy in _changes(line):
        points = trial.points(line, remedy)
        if points is None or not points.settled or points.low <= (NOTHING if best is None else best.points):
            continue
        if points.low <= now.low:
            continue
        best = remedy._replace(points=points.low, full=points.low == line.plan.weight)
        if best.full:
            break
    return best


def _changes(line: LineInHand) -> Iterator[Remedy]:
    """List changes worth a try: of the actual, and that the work is finished, where that is asked for."""
    for actual in dict.fromkeys(_actuals(line)):
        if actual != line.value:
            yield _remedy(line, actual)
    call = line.call
    finished = line.project.actuals.finished
    if call is not None and not finished and "finished" in terms_used(*expressions_of(call)):
        now = None if finished is None else NOTHING
        yield Remedy("finished", YES, "是", BOOL, NOTHING, False, now)


def _actuals(line: LineInHand) -> Iterator[Fraction]:
    """List the nearest actuals that could give the whole weight, or the most there is."""
    aim, method = line.plan.aim, line.plan.method
    if method.levels:
        yield _share_of(max(method.levels, key=lambda level: (level.high, not level.high_open)))
        return
    if aim.op == "is":
        yield YES
        return
    bounds = [bound for bound in (aim.low, aim.high) if bound is not None]
    curve = _curve(line)
    if curve is None:
        yield from bounds
        return
    most = highest(curve)
    start = (bounds or [NOTHING])[0] if line.value is None else line.value
    wanted = [line.plan.weight, *([most.points] if most is not None and most.reached else [])]
    for points in wanted:
        answer = nearest_at_least(curve, points, start, _grain(line))
        if answer is not None and answer.written is not None:
            yield answer.written


def _share_of(level: LevelPlan) -> Fraction:
    """Give the highest share of a level that people would write: in whole percents where its end is open."""
    return level.high - Fraction(1, 100) if level.high_open else level.high


def _curve(line: LineInHand) -> Curve | None:
    finished = bool(line.project.actuals.finished)
    return next((curve for state, curve in line.plan.method.curves if state in {None, finished}), None)


def _grain(line: LineInHand) -> Grain:
    budget = line.project.plan.budget
    if line.scheme is not None or budget is None:
        return grain_of(line.plan.aim)
    money = grain_of(Aim("=", budget.unit, budget.value, budget.value, "", ""))
    return Grain(money.unit / budget.value, money.places, money.most, NOT_NEGATIVE)


def _remedy(line: LineInHand, actual: Fraction) -> Remedy:
    aim, budget, spent = line.plan.aim, line.project.plan.budget, line.project.actuals.spent
    if line.scheme is None and budget is not None:
        amount, now = actual * budget.value, None if spent is None else spent.value
        text = _write(amount, budget.unit)
        return Remedy("spent", amount, text, budget.unit, NOTHING, False, now)
    return Remedy(
        how=_how(line),
        actual=actual,
        text=_text(line, actual),
        unit=aim.unit,
        points=NOTHING,
        full=False,
        now=line.value,
        upper=aim.low is None,
        cost=aim.unit.dimension == MONEY and _is_cost(line),
        computed=line.plan.formula is not None,
    )


def _how(line: LineInHand) -> How:
    if line.plan.method.levels:
        return "level"
    if line.plan.aim.op == "is":
        return "state"
    return "time" if is_deadline(line.plan.aim.unit) else "number"


def _text(line: LineInHand, actual: Fraction) -> str:
    """Write an actual as a sheet would: 11次, 2022-11-30, 达成 100%, 健全."""
    aim = line.plan.aim
    if line.plan.method.levels:
        level = next(level for level in line.plan.method.levels if _holds(level, actual))
        return f"{level.name} {show_trimmed(actual * 100, FINEST)}%"
    if aim.op == "is":
        return aim.word
    return show_day(actual) if aim.unit.dimension == DATE.dimension else _write(actual, aim.unit)


def _holds(level: LevelPlan, share: Fraction) -> bool:
    return level.low <= share and (share < level.high if level.high_open else share <= level.high)


def _write(value: Fraction, unit: Unit) -> str:
    return show(value / unit.factor) + unit.name


def _is_cost(line: LineInHand) -> bool:
    names = (line.plan.name, *line.plan.group)
    return any("成本" in name or group_key(name) == "cost" for name in names)
