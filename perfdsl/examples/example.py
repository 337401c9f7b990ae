"""An example with the block that it is of, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from perfdsl.diagnostic import Text
from perfdsl.examples.watched import Watched
from perfdsl.scorecard import Applied, Flag, IndicatorScore, Interval
from perfdsl.source import Place, Source
from perfdsl.syntax import ast

Subject = ast.Project | ast.Method | ast.Rule | ast.Rubric | ast.Monitoring
State = Literal["passed", "failed", "broken"]


class Posed(NamedTuple):
    """An example and its subject: the block above it. ``torn``: a line of one of them could not be read."""

    source: Source
    node: ast.Example
    subject: Subject
    torn: bool = False

    @property
    def place(self) -> Place:
        """Where its name stands."""
        return self.source.place(self.node.name_span)

    @property
    def facts(self) -> tuple[ast.GivenFact, ...]:
        """All that is given, in order."""
        return tuple(fact for part in self.node.parts if isinstance(part, ast.Given) for fact in part.facts)

    @property
    def reports(self) -> Mapping[int, str]:
        """Id of each fact that a reporting unit gives → the unit."""
        parts = (part for part in self.node.parts if isinstance(part, ast.Given) and part.reporter)
        return {id(fact): part.reporter for part in parts for fact in part.facts}

    @property
    def expectations(self) -> tuple[ast.Expectation, ...]:
        """All that is expected, in order."""
        parts = (part for part in self.node.parts if isinstance(part, ast.Expect))
        return tuple(each for part in parts for each in part.expectations)


class Worked(NamedTuple):
    """What the engine gives for an example; a total or a grade only where there is one.

    ``line``: the one that an expectation without a name is about. ``rules``: names of those that were judged.
    ``touched``: places of the cases of methods and the effects of rules that had a say. ``watched``: lights
    and progress, where the example asks for any.
    """

    lines: tuple[IndicatorScore, ...]
    line: IndicatorScore | None = None
    total: Interval | None = None
    possible: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()
    rules: frozenset[str] = frozenset()
    flags: tuple[Flag, ...] = ()
    applied: tuple[Applied, ...] = ()
    touched: frozenset[Place] = frozenset()
    watched: Watched | None = None


class Unmet(NamedTuple):
    """An expectation that does not hold: of points, or of a state, a grade or what rules say.

    ``difference``: found less expected, as text; empty where they are not two numbers.
    """

    place: Place
    expected: Text
    found: Text
    difference: str = ""
    why: Text = Text("", "")
    of_points: bool = False


class Trial(NamedTuple):
    """An example that was tried; a broken one could not be, or not wholly: the diagnostics say why."""

    posed: Posed
    state: State
    unmet: tuple[Unmet, ...] = ()


class Untouched(NamedTuple):
    """A case of a method, or of a rule, that no example reached."""

    kind: Literal["method", "rule"]
    name: str
    case: str
    place: Place


class Coverage(NamedTuple):
    """How many cases of methods and of rules there are in the files, and which of them no example reached."""

    method_cases: int
    rule_cases: int
    untouched: tuple[Untouched, ...]

    def touched(self, kind: Literal["method", "rule"]) -> int:
        """Count the cases that some example reached."""
        whole = self.method_cases if kind == "method" else self.rule_cases
        return whole - sum(each.kind == kind for each in self.untouched)


class Tested(NamedTuple):
    """All examples of a set of files; no coverage where only some of them were tried."""

    trials: tuple[Trial, ...]
    coverage: Coverage | None = None

    def count(self, state: State) -> int:
        """Count the examples in a state."""
        return sum(trial.state == state for trial in self.trials)
