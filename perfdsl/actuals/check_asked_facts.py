"""Facts that only rules ask for: recorded in a unit that the rule can use, or complained of.

No sheet says their unit, so that it is known only now.
"""

from __future__ import annotations

from collections.abc import Iterator

from perfdsl.actuals.bound import ProjectActuals
from perfdsl.diagnostic import Diagnostic, Diagnostics
from perfdsl.plan.plan import ProjectPlan, RulePlan
from perfdsl.scheme.check_rule_case import check_units, scope_of_case
from perfdsl.scheme.method_scope import Line
from perfdsl.scheme.names import indicator_term
from perfdsl.scheme.rule_scope import OF_VALUE, expressions_in, values_used, words_of_line, words_of_rule
from perfdsl.units import Unit


def check_asked_facts(project: ProjectPlan, actuals: ProjectActuals, diagnostics: Diagnostics) -> None:
    """Complain of each rule that compares or adds a recorded fact with what is of another unit."""
    known = {indicator_term(line.name): line.aim.unit for line in project.indicators}
    known |= {name: fact.unit for name, fact in actuals.others.items()}
    for rule in project.rules:
        used = values_used(*expressions_in(rule.condition, rule.effects))
        if used & actuals.others.keys():
            complaint = next(_complaints(rule, project, known, used), None)
            if complaint is not None:
                diagnostics.add(complaint)


def _complaints(
    rule: RulePlan, project: ProjectPlan, known: dict[str, Unit], used: set[str]
) -> Iterator[Diagnostic]:
    """Check a rule as it is held against the project, or against each of its lines."""
    if rule.each != "indicator" or not used & OF_VALUE:
        scope = scope_of_case(rule, words_of_rule(rule.each), known)
        yield from check_units(rule, rule.source, rule.units, scope)
        return
    for at in sorted(rule.lines):
        line = project.indicators[at]
        unit = None if line.baseline is None else line.baseline.unit
        words = words_of_line(Line(line.aim.unit, line.aim.op, unit))
        yield from check_units(rule, rule.source, rule.units, scope_of_case(rule, words, known))
