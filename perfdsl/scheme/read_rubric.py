"""From a rubric as written to the scheme that scores, with all that it takes over from its parents."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from perfdsl.diagnostic import Diagnostics
from perfdsl.scheme import messages, messages_monitoring, messages_rubric, messages_rule
from perfdsl.scheme.check_parts import check_parts, selector_key
from perfdsl.scheme.check_rubric import check_rubric
from perfdsl.scheme.definitions import Defined, Definitions
from perfdsl.scheme.monitoring import MonitoringScheme
from perfdsl.scheme.names import group_key, key
from perfdsl.scheme.read_monitoring import MonitoringReader
from perfdsl.scheme.read_rollup import read_rollup
from perfdsl.scheme.resolve_call import resolve_call
from perfdsl.scheme.rubric_scheme import (
    GradeBand,
    MethodCall,
    RollupScheme,
    RoundingStep,
    RubricScheme,
    RuleScheme,
    WeightSet,
)
from perfdsl.source import Source
from perfdsl.syntax import ast

MOST_PARENTS = 16


class RubricReader:
    """Reads each rubric once, although many projects use it."""

    __slots__ = ("_known", "definitions", "diagnostics", "monitorings", "torn")

    def __init__(self, definitions: Definitions, diagnostics: Diagnostics, torn: frozenset[int]) -> None:
        """Remember where rubrics are looked for, who hears complaints, and which could not be read whole."""
        self.definitions, self.diagnostics, self.torn = definitions, diagnostics, torn
        self.monitorings = MonitoringReader(diagnostics, torn)
        self._known: dict[int, RubricScheme] = {}

    def read(self, defined: Defined, home: Definitions) -> RubricScheme:
        """Give the scheme of a rubric."""
        scheme = self._known.get(id(defined.node))
        if scheme is None:
            listening, self.diagnostics = self.diagnostics, Diagnostics()
            scheme = self._known[id(defined.node)] = self._checked(defined, home)
            # What is wrong in a parent is met again in each rubric that extends it, and is told once.
            told = set(listening)
            for each in self.diagnostics:
                if each not in told:
                    listening.add(each)
            self.diagnostics = listening
        return scheme

    def _checked(self, defined: Defined, home: Definitions) -> RubricScheme:
        chain = self._chain(defined, home)
        scheme = self._read(chain)
        check_parts(defined, self.diagnostics)
        if not _is_cut(chain) and not any(id(link.node) in self.torn for link, _ in chain):
            check_rubric(scheme, self.diagnostics)
        return scheme

    def _read(self, chain: list[tuple[Defined, Definitions]]) -> RubricScheme:
        defined, _ = chain[0]
        own = defined.node
        place = defined.source.place(own.name_span)
        weights = _nearest(chain, ast.Weights)
        grades = _nearest(chain, ast.Grades)
        steps = self._rounding(chain)
        missing = _nearest(chain, ast.Missing)
        return RubricScheme(
            name=own.name,
            place=place,
            nodes=tuple(each.node for each, _ in chain if isinstance(each.node, ast.Rubric)),
            weight_sets=tuple(self._weight_set(source, each) for source, each in weights),
            heirs=self._heirs(chain),
            shares=bool(_nearest(chain, ast.Sharing)),
            scoring=tuple(self._scoring(chain)),
            grades=tuple(self._bands(*grades[0])) if grades else (),
            each=steps.get("each"),
            total=steps.get("total"),
            missing=missing[0][1].how if missing else "pending",
            rules=tuple(self._rules(chain)),
            monitoring=self._monitoring(chain),
            rollup=self._rollup(chain),
        )

    def _chain(self, defined: Defined, home: Definitions) -> list[tuple[Defined, Definitions]]:
        """List the rubric and its parents, the nearest first; an endless chain is cut with a complaint."""
        chain = [(defined, home)]
        while True:
            last, here = chain[-1]
            parent = getattr(last.node, "extends", "")
            if not parent:
                return chain
            place = last.source.place(last.node.name_span)
            found = here.find_rubric(parent)
            if found is None:
                self.diagnostics.add(messages.unknown_rubric(place, parent, here.rubric_names()))
                return chain
            if any(found[0].node is each.node for each, _ in chain) or len(chain) >= MOST_PARENTS:
                self.diagnostics.add(messages.rubric_cycle(place, parent))
                return chain
            chain.append(found)

    def _heirs(self, chain: list[tuple[Defined, Definitions]]) -> dict[str, str]:
        heirs: dict[str, str] = {}
        for _, part in reversed(list(_parts(chain, ast.Absent))):
            heirs[group_key(part.group)] = group_key(part.heir) if part.heir else ""
        return heirs

    def _rounding(self, chain: list[tuple[Defined, Definitions]]) -> dict[str, RoundingStep]:
        """Take the rounding of the nearest rubric that says any: each and total belong together."""
        found = _nearest(chain, ast.Rounding)
        return {rule.what: RoundingStep(rule.places, rule.mode) for _, part in found for rule in part.rules}

    def _scoring(self, chain: list[tuple[Defined, Definitions]]) -> Iterable[tuple[str, MethodCall]]:
        for defined, home in chain:
            for part in defined.node.parts:
                if not isinstance(part, ast.Scoring):
                    continue
                for case in part.cases:
                    call = resolve_call(case, defined.source, home, self.diagnostics)
                    if call is not None:
                        yield from ((selector_key(each.text), call) for each in case.selectors)

    def _rules(self, chain: list[tuple[Defined, Definitions]]) -> Iterable[RuleScheme]:
        """Give the rules of the parents and then its own; one of the same name takes its parent's place."""
        found: dict[str, RuleScheme] = {}
        for defined, home in reversed(chain):
            for part in defined.node.parts:
                if isinstance(part, ast.Applies):
                    found = self._applied(part, defined.source, home) | found
            found |= home.rules_of.get(key(defined.node.name), {})
        return found.values()

    def _applied(self, part: ast.Applies, source: Source, home: Definitions) -> dict[str, RuleScheme]:
        rules = {}
        for name in part.rules:
            rule = home.find_rule(name)
            if rule is None:
                known = home.rule_names()
                self.diagnostics.add(messages_rule.unknown_rule(source.place(part.span), name, known))
            else:
                rules[key(name)] = rule
        return rules

    def _rollup(self, chain: list[tuple[Defined, Definitions]]) -> RollupScheme | None:
        """Take what the nearest rubric says of departments."""
        return next((read_rollup(*found, self.diagnostics) for found in _nearest(chain, ast.Rollup)), None)

    def _monitoring(self, chain: list[tuple[Defined, Definitions]]) -> MonitoringScheme | None:
        """Take the monitoring scheme that the nearest rubric names."""
        for defined, home in chain:
            for part in defined.node.parts:
                if isinstance(part, ast.MonitoredBy):
                    found = self.monitorings.find(part.scheme, home)
                    if found is None:
                        place, known = defined.source.place(part.span), home.monitoring_names()
                        unknown = messages_monitoring.unknown_monitoring(place, part.scheme, known)
                        self.diagnostics.add(unknown)
                    return found
        return None

    def _weight_set(self, source: Source, node: ast.Weights) -> WeightSet:
        condition = node.condition
        return WeightSet(
            points=tuple((group_key(each.group), self._points(source, each.points)) for each in node.groups),
            has=condition.has if condition else True,
            condition_group=group_key(condition.group) if condition else "",
            place=source.place(node.span),
        )

    def _bands(self, source: Source, node: ast.Grades) -> Iterable[GradeBand]:
        for band in node.bands:
            bound = Fraction(0) if band.bound is None else self._points(source, band.bound)
            high = None if band.high is None else self._points(source, band.high)
            yield GradeBand(band.name, band.op, bound, high, band.high_open)

    def _points(self, source: Source, number: ast.Number) -> Fraction:
        """Read points of the whole, which is 100: 50, 50分 and 50% are one."""
        if number.unit not in {"", "分", "%"}:
            self.diagnostics.add(messages_rubric.not_points(source.place(number.span), number.text))
        return Fraction(number.value)


def _is_cut(chain: list[tuple[Defined, Definitions]]) -> bool:
    """Whether a parent is missing: what a rubric would have had from it is not to be complained of."""
    return bool(getattr(chain[-1][0].node, "extends", ""))


def _parts(chain: list[tuple[Defined, Definitions]], kind: type[Any]) -> Iterable[tuple[Source, Any]]:
    for defined, _ in chain:
        yield from ((defined.source, part) for part in defined.node.parts if isinstance(part, kind))


def _nearest(chain: list[tuple[Defined, Definitions]], kind: type[Any]) -> list[tuple[Source, Any]]:
    """List the parts of a kind of the nearest rubric that has any."""
    for link in chain:
        found = list(_parts([link], kind))
        if found:
            return found
    return []
