"""A computed actual has the unit of its target, as far as the sheet can tell."""

from __future__ import annotations

from collections.abc import Mapping

from perfdsl.diagnostic import Diagnostics
from perfdsl.scheme import messages, messages_sheet
from perfdsl.scheme.infer_units import PLAIN, UnitInference
from perfdsl.scheme.known_units import ANY, BOOL, MONTH_OF_YEAR, RATIO, YUAN
from perfdsl.scheme.measure_size import MOST_NODES, too_large
from perfdsl.scheme.names import indicator_term, terms_used
from perfdsl.scheme.scheme import IndicatorScheme, ProjectScheme
from perfdsl.syntax import ast
from perfdsl.units import Unit, comparable

WORDS = {"budget": YUAN, "spent": YUAN, "execution": RATIO, "finished": BOOL, "month": MONTH_OF_YEAR}
"""Words of methods that a formula may use too: those of the project itself."""

FORMULAS = PLAIN | {"count"}
"""Functions of formulas: 计数 counts the yes/no facts that hold."""


def check_formulas(project: ProjectScheme, diagnostics: Diagnostics) -> None:
    """Check the formulas of a project."""
    if any(each.formula is not None for each in project.indicators):
        known = {
            indicator_term(each.name): each.aim.unit for each in project.indicators if each.aim is not None
        }
        for each in project.indicators:
            if each.formula is not None:
                check_formula(each, each.formula, known, project.units, diagnostics)


def check_formula(
    indicator: IndicatorScheme,
    formula: ast.Expr,
    known: Mapping[str, Unit],
    units: Mapping[str, Unit],
    diagnostics: Diagnostics,
) -> None:
    """Infer the unit of a formula; facts that are no indicators (``known``) may have any."""
    place = indicator.source.place(formula.span)
    if too_large(formula):
        diagnostics.add(messages.too_long(place, MOST_NODES))
        return
    complaints = Diagnostics()
    scope = {name: known.get(name, ANY) for name in terms_used(formula) if name.startswith("“")}
    found = UnitInference(indicator.source, {**scope, **WORDS}, units, complaints.add, FORMULAS).amount(
        formula
    )
    diagnostics.extend(complaints)
    aim = indicator.aim
    if aim is None or complaints.has_errors or found is ANY:
        return
    if aim.op in {"is", "qualitative"} or not comparable(found, aim.unit):
        diagnostics.add(messages_sheet.formula_unit(place, indicator.target_place, found, aim))
