"""What the parts of an explanation say: words that were written, and what was reckoned from them."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, NamedTuple

from perfdsl.diagnostic import Text
from perfdsl.explain.remedy import Remedy
from perfdsl.plan.interpret import Known
from perfdsl.scheme.rubric_scheme import RoundingStep
from perfdsl.scorecard import Interval
from perfdsl.source import Place

Verdict = Literal["decides", "passed", "not_asked", "undefined", "open"]
"""Of a case: it decided, its condition does not hold, one above it decided, it has no value, a fact lacks."""


class Told(NamedTuple):
    """Words that somebody wrote, and where."""

    text: str
    place: Place | None = None


class Cited(NamedTuple):
    """A document that a rubric, a method or a rule rests on; ``unchecked``: its text was not seen."""

    by: str
    text: str
    unchecked: bool = False


class Reckoned(NamedTuple):
    """An expression, the same with the numbers put in, and what it comes to.

    ``result`` is its value for people (``11/12 ≈ 91.67%``), empty where there is none; ``constant``: it has
    no names, so that putting numbers in says nothing new. ``missing``: the fact that it waits for.
    """

    words: Text
    numbers: Text
    value: Known = None
    result: str = ""
    constant: bool = False
    missing: str = ""


class CaseTold(NamedTuple):
    """A case or level in its author's words, and what became of it."""

    text: str
    place: Place
    verdict: Verdict
    condition: Reckoned | None = None
    result: Reckoned | None = None


class Parameter(NamedTuple):
    """A parameter of a method; ``given`` where the call says it, else it is the method's own."""

    name: str
    text: str
    given: bool


class MethodTold(NamedTuple):
    """The method of a line: where it stands, why it was chosen, and what its cases say.

    ``chosen``: the words that name it, in the rubric or (``own``) under the indicator. ``refusal``: why it
    is no score curve, empty where it is one.
    """

    name: str
    place: Place | None
    chosen: Told
    own: bool
    parameters: tuple[Parameter, ...]
    cases: tuple[CaseTold, ...]
    refusal: Text | None = None

    @property
    def decided(self) -> CaseTold | None:
        """The case that decided."""
        return next((case for case in self.cases if case.verdict == "decides"), None)

    @property
    def stuck(self) -> CaseTold | None:
        """The case at which it went no further: it has no value, or waits for a fact."""
        return next((case for case in self.cases if case.verdict in {"undefined", "open"}), None)


class WeightTold(NamedTuple):
    """How a weight came about. ``told``: the clause of the sheet, or the rubric's 权重.

    A shared weight is ``(points - declared) / members``, where ``points`` are ``own`` of the group and what
    was ``passed`` on to it by groups that the sheet does not have; ``exact`` is that share before rounding.
    Where goals carry weights it is ``points * own / declared``: the points of the goal (``group``), the
    line's own share before that, and what the ``members`` of the goal together had.
    """

    how: Literal["declared", "shared", "execution", "goal"]
    told: Told
    group: str = ""
    points: Fraction = Fraction(0)
    own: Fraction = Fraction(0)
    passed: tuple[tuple[str, Fraction], ...] = ()
    declared: Fraction = Fraction(0)
    members: int = 0
    exact: Fraction = Fraction(0)


class Branch(NamedTuple):
    """What a line would get if the work is finished, or if it is not: exact points, None if undefined."""

    finished: bool
    points: Fraction | None


class PointsTold(NamedTuple):
    """Points step by step: what the case says, cut off at 0 and the weight, rounded.

    ``share`` of the weight, None where the case gives points. ``branches``: while nobody says whether the
    work is finished and that makes a difference.
    """

    share: Fraction | None
    raw: Fraction | None
    exact: Fraction | None
    rounding: RoundingStep | None
    rounded: Interval
    branches: tuple[Branch, ...] = ()


class FactTold(NamedTuple):
    """A recorded fact that a computation uses."""

    name: str
    text: Text
    place: Place | None = None
    day: str = ""


class ComputedTold(NamedTuple):
    """How an actual is computed: the clause as written, with the numbers put in, and the facts behind it."""

    told: Told
    reckoned: Reckoned
    facts: tuple[FactTold, ...] = ()


class EffectTold(NamedTuple):
    """What a rule did to points, in the ``words`` of its case; without them: a person, in the column 扣分.

    ``idle``: alone it would change nothing, such as a limit that is higher than the points.
    """

    rule: str
    words: str
    place: Place
    what: Text
    because: str
    certain: bool
    cites: tuple[Cited, ...] = ()
    idle: bool = False


class LossTold(NamedTuple):
    """Points of a total that no line lost: taken by a rule over the project, or by rounding (then no rule).

    ``points`` are of the total, negative where rounding adds. ``how``: a limit, or points off. ``lift``: the
    spending at which the rule takes nothing any more.
    """

    how: Literal["limit", "off", "rounding"]
    points: Fraction
    effect: EffectTold | None = None
    lift: Remedy | None = None
