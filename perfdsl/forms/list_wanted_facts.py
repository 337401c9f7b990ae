"""Lists the facts that a project is scored by: its own, those of its lines, and those of its formulas."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from perfdsl.actuals.headers import FINISHED_NAMES, SPENT_NAMES, TOTAL_NAMES, label_key
from perfdsl.actuals.read_value import is_blank
from perfdsl.diagnostic import Diagnostics, Language
from perfdsl.forms import messages_fill_in as messages
from perfdsl.forms.wanted_fact import Kind, WantedFact
from perfdsl.plan.plan import IndicatorPlan, MethodPlan, Plan, ProjectPlan
from perfdsl.plan.plan_method import expressions_of
from perfdsl.scheme.known_units import DATE, YUAN, is_calendar_month
from perfdsl.scheme.names import indicator_term, key, terms_used
from perfdsl.scheme.rule_scope import calls_in, expressions_in, values_used
from perfdsl.syntax import ast
from perfdsl.syntax.build_expression import parts_of
from perfdsl.syntax.keywords import tables
from perfdsl.units import can_be_negative, show_quantity

_RESERVED = SPENT_NAMES | FINISHED_NAMES | TOTAL_NAMES


def list_wanted_facts(plan: Plan, diagnostics: Diagnostics, language: Language) -> list[WantedFact]:
    """List the facts of all projects of a plan, in their order; what no table can tell apart is warned of."""
    names = Counter(key(project.name) for project in plan.projects)
    wanted: list[WantedFact] = []
    for project in plan.projects:
        if not project.code and names[key(project.name)] > 1:
            diagnostics.add(messages.project_not_told_apart(project))
        else:
            wanted += _of_project(project, diagnostics, language)
    return wanted


def _of_project(project: ProjectPlan, diagnostics: Diagnostics, language: Language) -> Iterator[WantedFact]:
    at = 0 if language == "zh" else -1
    words = _words_asked(project)
    if project.execution is not None or words & {"spent", "execution"}:
        unit = project.money_unit or (project.budget.unit if project.budget else YUAN)
        target = show_quantity(project.budget, unit) if project.budget else ""
        name = tables()["words"]["spent"][at]
        yield WantedFact(project.code, project.name, (), name, target, unit.name, "number")
    if "finished" in words:
        name = tables()["words"]["finished"][at]
        yield WantedFact(project.code, project.name, (), name, "", "", "yes_or_no")
    times = Counter(key(line.name) for line in project.indicators)
    for line in project.indicators:
        if line.formula is not None:
            continue
        if times[key(line.name)] > 1 or label_key(line.name) in _RESERVED or is_blank(line.name):
            diagnostics.add(messages.line_not_told_apart(line, project, again=times[key(line.name)] > 1))
        else:
            yield _of_line(project, line)
    yield from _of_formulas(project)


def _of_line(project: ProjectPlan, line: IndicatorPlan) -> WantedFact:
    kind = kind_of(line)
    named = kind in {"number", "any_number", "rate", "month"}
    return WantedFact(
        code=project.code,
        project=project.name,
        group=line.group,
        name=line.name,
        target=line.aim.text,
        unit=line.aim.unit.name if named else "",
        kind=kind,
        choices=tuple(level.name for level in line.method.levels),
    )


def kind_of(line: IndicatorPlan) -> Kind:
    """Tell what is to be typed for a line."""
    unit = line.aim.unit
    if line.aim.op == "qualitative":
        return "level"
    if line.aim.op == "is":
        return "yes_or_no"
    if unit.dimension == DATE.dimension:
        return "date"
    if is_calendar_month(unit):
        return "month"
    if unit.flavour == "ratio" and unit.name == "%":
        return "rate"
    return "any_number" if can_be_negative(unit) else "number"


def _of_formulas(project: ProjectPlan) -> Iterator[WantedFact]:
    """Give the facts that are no indicators, each once, beside what needs them."""
    lines = {indicator_term(line.name) for line in project.indicators}
    seen: set[str] = set()
    for used_by, group, expressions in _expressions(project):
        counted = {
            term for call in calls_in(*expressions) if call.function == "count" for term in _names(call)
        }
        for term in _in_order(expressions):
            if (
                term in seen
                or term in lines
                or not (term.startswith("“") and _is_asked(term, project, used_by))
            ):
                continue
            seen.add(term)
            kind: Kind = "yes_or_no" if term in counted else "open"
            name = term.strip("“”")
            yield WantedFact(project.code, project.name, group, name, "", "", kind, used_by=used_by)


def _is_asked(term: str, project: ProjectPlan, used_by: str) -> bool:
    """Whether a name is a fact: any of a formula is, of a rule only those that the plan lists."""
    return term in project.asked or any(line.name == used_by for line in project.indicators)


def _expressions(project: ProjectPlan) -> Iterator[tuple[str, tuple[str, ...], list[ast.Expr]]]:
    """Give what may name facts: formulas with their lines, and the rules."""
    for line in project.indicators:
        if line.formula is not None:
            yield line.name, line.group, [line.formula]
    for rule in project.rules:
        yield rule.name, (), expressions_in(rule.condition, rule.effects)


def _in_order(expressions: Sequence[ast.Expr]) -> list[str]:
    """List the terms of names from left to right, each once."""
    return list(dict.fromkeys(term for each in expressions for term in _names(each)))


def _names(expression: ast.Expr) -> Iterator[str]:
    open_ones = [expression]
    while open_ones:
        each = open_ones.pop()
        if isinstance(each, ast.Name):
            yield from terms_used(each)
        open_ones.extend(reversed(list(parts_of(each))))


def _words_asked(project: ProjectPlan) -> set[str]:
    """Words of the project's own facts that its methods, formulas and rules use."""
    methods = [line.method for line in project.indicators]
    if project.execution is not None:
        methods.append(project.execution.method)
    found = terms_used(*(line.formula for line in project.indicators))
    for rule in project.rules:
        found |= values_used(*expressions_in(rule.condition, rule.effects))
    return found | _words_of_methods(methods)


def _words_of_methods(methods: Iterable[MethodPlan]) -> set[str]:
    found: set[str] = set()
    for method in methods:
        if any(state is not None for state, _ in method.curves):
            found.add("finished")
        if method.call is not None:
            found |= terms_used(*expressions_of(method.call))
    return found
