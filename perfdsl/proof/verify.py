"""The whole of it: sheets and rubrics in, what is known of each of their methods and rubrics out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from perfdsl.diagnostic import Diagnostics, Text
from perfdsl.proof import wording
from perfdsl.proof.find_uses import uses_in_rubrics, uses_in_sheets
from perfdsl.proof.finding import Finding, Subject, Verification
from perfdsl.proof.prove_method import Uses, prove_method
from perfdsl.proof.prove_rubric import prove_rubric
from perfdsl.proof.prove_rules import prove_rule
from perfdsl.proof.solver_time import SolverTime
from perfdsl.proof.uses_in_examples import ExampleReader
from perfdsl.proof.with_z3 import has_solver
from perfdsl.scheme import messages
from perfdsl.scheme.check import Checker
from perfdsl.scheme.check_method import check_method
from perfdsl.scheme.definitions import Definitions
from perfdsl.scheme.names import key
from perfdsl.scheme.parsed import Parsed
from perfdsl.scheme.rubric_scheme import MethodCall, MethodScheme, RubricScheme, RuleScheme
from perfdsl.scheme.scheme import ProjectScheme, Scheme
from perfdsl.syntax import ast

_BEARABLE = frozenset({"P0406", "P0407"})
"""Complaints of a method that keep nobody from looking at its curve: these are gaps of its own."""


def verify(
    sheets: Sequence[Parsed], shipped: Sequence[Parsed], diagnostics: Diagnostics, *, rubric: str = ""
) -> Verification:
    """Verify the rubrics and methods of sheets, and those that the sheets are scored under.

    ``rubric``: only this one, with the methods that it uses. What the checks find goes to ``diagnostics``.
    """
    checker = Checker(sheets, shipped, diagnostics)
    scheme = checker.check(sheets)
    rubrics = _rubrics(checker, scheme, rubric)
    torn = frozenset[int]().union(*(each.torn for each in (*sheets, *shipped)))
    subjects = [
        *_prove_methods(sheets, (checker, scheme), rubrics, torn, own=not rubric),
        *(prove_rubric(each, torn=any(id(node) in torn for node in each.nodes)) for each in rubrics),
        *(_prove_rule(*each, torn) for each in _rules_alone(checker, scheme, rubrics) if not rubric),
    ]
    unknown = any(finding.verdict == "unknown" for each in subjects for finding in each.findings)
    return Verification(tuple(subjects), lacks_solver=unknown and not has_solver())


def _prove_methods(
    sheets: Sequence[Parsed],
    checked: tuple[Checker, Scheme],
    rubrics: list[RubricScheme],
    torn: frozenset[int],
    *,
    own: bool,
) -> Iterator[Subject]:
    """Prove the methods of the sheets' own files (``own``), and those that rubrics use.

    ``torn``: ids of nodes of which a line could not be read.
    """
    checker, scheme = checked
    examples, time = ExampleReader(sheets, checker), SolverTime()
    by_rubrics = uses_in_rubrics(_all_rubrics(checker, rubrics), scheme.projects if own else ())
    by_sheets = uses_in_sheets(scheme.projects if own else ())
    for method in _methods(checker.definitions, rubrics, scheme, own=own):
        uses = [*by_rubrics.get(id(method.node), []), *by_sheets.get(id(method.node), [])]
        known = Uses(uses, partial(examples.read, method), time)
        doubted = id(method.node) in checker.scoring.wrong
        wrong = id(method.node) in torn or (doubted and _is_wrong(method))
        yield prove_method(method, known, wrong=wrong)


def _prove_rule(rule: RuleScheme, project: ProjectScheme | None, torn: frozenset[int]) -> Subject:
    if id(rule.node) not in torn:
        return prove_rule(rule, project)
    unknown = Finding("holds", "unknown", wording.WRONG_RULE)
    return Subject("rule", rule.name, rule.place, Text("", ""), (unknown,))


def _rubrics(checker: Checker, scheme: Scheme, rubric: str) -> list[RubricScheme]:
    """Rubrics of the sheets' own files, and those that projects use; or the one that is asked for."""
    definitions = checker.definitions
    if rubric:
        found = definitions.find_rubric(rubric)
        if found is None:
            checker.diagnostics.add(messages.unknown_rubric(None, rubric, definitions.rubric_names()))
            return []
        return [checker.rubrics.read(*found)]
    own = [checker.rubrics.read(defined, definitions) for defined in definitions.rubrics.values()]
    used = [project.rubric for project in scheme.projects if project.rubric is not None]
    return _distinct([*own, *used])


def _all_rubrics(checker: Checker, chosen: list[RubricScheme]) -> list[RubricScheme]:
    """All rubrics of the files, which may use a method that the chosen ones do not."""
    definitions = checker.definitions
    own = [checker.rubrics.read(defined, definitions) for defined in definitions.rubrics.values()]
    return _distinct([*chosen, *own])


def _rules_alone(
    checker: Checker, scheme: Scheme, rubrics: list[RubricScheme]
) -> Iterator[tuple[RuleScheme, ProjectScheme | None]]:
    """Give the sound rules of the own files that no rubric has taken up, and a project held to each."""
    taken = {id(rule.node) for rubric in rubrics for rule in rubric.rules}
    for rule in checker.definitions.all_rules():
        if id(rule.node) not in taken and not checker.rules.complaints(rule):
            held = (each for each in scheme.projects if any(rule.node is one.node for one in each.rules))
            yield rule, next(held, None)


def _distinct(rubrics: Iterable[RubricScheme]) -> list[RubricScheme]:
    return list({id(each.nodes[0]): each for each in rubrics}.values())


def _methods(
    definitions: Definitions, rubrics: list[RubricScheme], scheme: Scheme, *, own: bool
) -> list[MethodScheme]:
    """Methods of the sheets' own files in order, then those that rubrics and indicators use besides."""
    found: dict[int, MethodScheme] = {}
    for defined in definitions.methods.values() if own else ():
        if isinstance(defined.node, ast.Method):
            name = defined.node.name
            found[id(defined.node)] = MethodScheme(name, defined.node, defined.source, definitions.units)
    calls = [call for rubric in rubrics for _, call in rubric.scoring]
    calls += [call for call in _own_calls(scheme) if own]
    for call in calls:
        found.setdefault(id(call.method.node), call.method)
    return list({key(method.name): method for method in reversed(found.values())}.values())[::-1]


def _own_calls(scheme: Scheme) -> Iterator[MethodCall]:
    for project in scheme.projects:
        yield from (each.own_method for each in project.indicators if each.own_method is not None)


def _is_wrong(method: MethodScheme) -> bool:
    """Whether a method makes no sense, so that there is nothing to look into."""
    return any(complaint.code not in _BEARABLE for complaint in check_method(method))
