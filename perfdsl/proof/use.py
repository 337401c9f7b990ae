"""What a method is used for: the operator of a target, its unit, and what is given for its parameters."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from perfdsl.plan.compile_method import Setting
from perfdsl.proof.inline import words_of
from perfdsl.scheme.arrange_scoring import complaints_of
from perfdsl.scheme.check_method import check_cases
from perfdsl.scheme.known_units import ANY, DATE, MONTH_OF_YEAR, is_calendar_month
from perfdsl.scheme.method_scope import EXECUTION_LINE, Line, names_beyond, scope_of_call
from perfdsl.scheme.rubric_scheme import MethodCall
from perfdsl.scheme.scheme import Aim, AimOp, ProjectScheme
from perfdsl.syntax import ast
from perfdsl.units import Dimension, Unit, can_be_negative

ABSTRACT = Unit("?", Fraction(1), Dimension((("?", 1),)))
"""A unit that nothing else has: what suits it says nothing that depends on the size of units."""

_NOWHERE = ast.Project(span=(0, 0), name="", name_span=(0, 0))


class Use(NamedTuple):
    """A call for one kind of line. ``unit``: None where any unit will do. ``execution``: the execution rate.

    ``aim``, ``weight``, ``baseline`` (its unit): those of a line of a sheet, where only they count; ``known``
    is then what the line knows besides. ``said``: whether a rubric or a sheet says the operator; else it is
    one that the method suits. ``used``: whether any of them calls the method.
    """

    call: MethodCall
    op: AimOp
    unit: Unit | None = None
    execution: bool = False
    aim: Aim | None = None
    weight: Fraction | None = None
    known: Mapping[str, Fraction] = {}
    said: bool = True
    used: bool = True
    baseline: Unit | None = None

    @property
    def line(self) -> Line:
        """What the method sees of the line."""
        if self.execution:
            return EXECUTION_LINE
        unit = self.unit or ABSTRACT
        return Line(unit, self.op, unit if self.aim is None else self.baseline)

    @property
    def in_time(self) -> bool:
        """Whether the line is a deadline in days or months."""
        return self.unit is not None and self.unit.dimension in (DATE.dimension, MONTH_OF_YEAR.dimension)


class Domain(NamedTuple):
    """Actuals that are accepted: a few values, or all from ``low`` on; ``whole``: only whole numbers."""

    low: Fraction | None = None
    values: tuple[Fraction, ...] = ()
    whole: bool = False


def domain_of(use: Use, setting: Setting) -> Domain:
    """Give the actuals that the tool accepts for a line: below zero only where the unit can be (P0307)."""
    unit = setting.aim.unit
    if use.op == "is":
        return Domain(values=(Fraction(0), Fraction(1)))
    if is_calendar_month(unit):
        return Domain(values=tuple(map(Fraction, range(1, 13))))
    if unit.dimension == DATE.dimension:
        return Domain(Fraction(1), whole=True)
    return Domain(Fraction(0)) if use.execution or not can_be_negative(unit) else Domain()


def bare_project(call: MethodCall) -> ProjectScheme:
    """Make a project that has nothing, to type a call in."""
    source, units = call.method.source, call.method.units
    return ProjectScheme("", "", "", None, None, None, (), None, source, _NOWHERE, units)


def suits(use: Use) -> bool:
    """Whether the cases of a call make sense for its line."""
    call, project = use.call, bare_project(use.call)
    if not names_beyond(call):
        return not complaints_of(call, use.line, project)
    # What an indicator of some project is, is not known here: it may be anything.
    others = {name for name in words_of(call) if name.startswith("“")}
    scope = {**dict.fromkeys(others, ANY), **scope_of_call(call, use.line, project, lambda _: None)}
    return not check_cases(call.method, scope)
