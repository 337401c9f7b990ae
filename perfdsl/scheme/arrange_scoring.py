"""Chooses a method for each indicator, and makes sure that it suits the indicator's unit."""

from __future__ import annotations

from perfdsl.diagnostic import Diagnostic, Diagnostics
from perfdsl.scheme import messages_weights as messages
from perfdsl.scheme.check_method import check_cases
from perfdsl.scheme.check_parts import group_selector, name_selector
from perfdsl.scheme.check_unsettled import has_hole
from perfdsl.scheme.known_units import is_deadline
from perfdsl.scheme.method_scope import EXECUTION_LINE, Line, line_of, names_beyond, scope_of_call
from perfdsl.scheme.names import EXECUTION
from perfdsl.scheme.rubric_scheme import MethodCall, RubricScheme
from perfdsl.scheme.scheme import Aim, IndicatorScheme, ProjectScheme, Scoring
from perfdsl.scheme.share_weights import share_weights
from perfdsl.source import Place

Complaints = tuple[Diagnostic, ...]
Seen = dict[tuple[int, int, Line], Complaints | None]

_KINDS = {"qualitative": "qualitative", "is": "state", "in": "range"}


class ScoringArranger:
    """Arranges the scoring of projects; a rubric's method is checked once for each kind of line."""

    __slots__ = ("_seen", "diagnostics", "wrong")

    def __init__(self, diagnostics: Diagnostics, wrong: frozenset[int] = frozenset()) -> None:
        """``wrong``: ids of the nodes of methods that were complained of whatever they are used for."""
        self.diagnostics, self.wrong = diagnostics, wrong
        self._seen: Seen = {}

    def arrange(
        self, project: ProjectScheme, rubric: RubricScheme, *, budget_to_come: bool = False
    ) -> Scoring:
        """Give every line of a project its weight and method.

        ``budget_to_come``: of a department, whose budget is known once all its projects are.
        """
        weights, execution_weight = share_weights(project, rubric, self.diagnostics)
        methods = tuple(self._method(each, project, rubric) for each in project.indicators)
        execution = None
        if execution_weight:
            execution = first_match(rubric, [EXECUTION])
            has_budget = budget_to_come or _has_budget(project)
            if not has_budget and not has_hole(project.node, "预算", "budget"):
                self.diagnostics.add(messages.no_budget(project.place, project.name, execution_weight))
            if execution is not None and not self._fits_execution(execution, project):
                execution = None
        return Scoring(weights, methods, execution_weight, execution)

    def _fits_execution(self, call: MethodCall, project: ProjectScheme) -> bool:
        if call.method.levels:
            self.diagnostics.add(messages.levels_for_execution(project.place, call))
            return False
        return self._suits(call, EXECUTION_LINE, project, project.place, keep=True)

    def _method(
        self, each: IndicatorScheme, project: ProjectScheme, rubric: RubricScheme
    ) -> MethodCall | None:
        aim = each.aim
        if aim is None or (each.own_method is None and _names_method(each)):
            return None
        call = each.own_method or first_match(rubric, selectors_for(each, aim))
        if call is None:
            self.diagnostics.add(messages.no_method(each.target_place, rubric.name, each.name, aim.text))
            return None
        if bool(call.method.levels) != (aim.op == "qualitative"):
            self.diagnostics.add(messages.method_kind(each.target_place, call, each.name, aim))
            return None
        keep = each.own_method is None or not call.arguments
        fits = self._suits(call, line_of(each, aim), project, each.target_place, keep=keep)
        return call if fits else None

    def _suits(
        self, call: MethodCall, line: Line, project: ProjectScheme, place: Place, *, keep: bool
    ) -> bool:
        """Whether the cases make sense for a line; the first mistake is told, in both places."""
        if id(call.method.node) in self.wrong:
            return False
        found = self._known(call, line, project) if keep else complaints_of(call, line, project)
        if found:
            # That an actual is a date says more than that it is no number.
            first = next((each for each in found if each.code != "P0302"), found[0])
            self.diagnostics.add(messages.does_not_suit(first, place, call.method.name))
        return not found

    def _known(self, call: MethodCall, line: Line, project: ProjectScheme) -> Complaints:
        """Check a method or remember its check, unless it depends on what else the project holds."""
        seen_key = (id(call.method.node), id(call.arguments), line)
        if seen_key not in self._seen:
            self._seen[seen_key] = None if names_beyond(call) else complaints_of(call, line, project)
        found = self._seen[seen_key]
        return complaints_of(call, line, project) if found is None else found


def complaints_of(call: MethodCall, line: Line, project: ProjectScheme) -> Complaints:
    """List what is wrong with a method for a line of a project."""
    complaints: list[Diagnostic] = []
    scope = scope_of_call(call, line, project, complaints.append)
    return (*complaints, *check_cases(call.method, scope))


def _has_budget(project: ProjectScheme) -> bool:
    """Whether there is a budget to divide by; one that could not be read was complained of already."""
    if project.budget is not None:
        return project.budget.value != 0
    return any(part.kind == "budget" for part in project.node.parts)


def _names_method(each: IndicatorScheme) -> bool:
    """Whether an indicator names a method itself; an unknown one was complained of when it was read."""
    return any(clause.kind == "scored" for clause in each.node.clauses)


def selectors_for(each: IndicatorScheme, aim: Aim) -> list[str]:
    """List the selectors that choose a method for an indicator, the most particular first."""
    names = [name_selector(each.name), *(group_selector(level) for level in reversed(each.group))]
    kind = "deadline" if is_deadline(aim.unit) else _KINDS.get(aim.op)
    signs = [] if aim.op in _KINDS else [aim.op]
    return [*names, *([kind] if kind else []), *signs, "other"]


def first_match(rubric: RubricScheme, selectors: list[str]) -> MethodCall | None:
    """Give the method of the first selector that a rubric has."""
    for selector in selectors:
        for known, call in rubric.scoring:
            if known == selector:
                return call
    return None
