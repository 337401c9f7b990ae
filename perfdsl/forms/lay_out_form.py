"""Lays a project out as the form that is asked for, and tells what of its money that form has no row for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from perfdsl.diagnostic import Diagnostics
from perfdsl.forms import messages
from perfdsl.forms.contents import Contents, Role
from perfdsl.forms.form import Form
from perfdsl.forms.gather_money import role_of
from perfdsl.scheme.scheme import ProjectScheme
from perfdsl.syntax import ast

FormKind = Literal["self_evaluation", "monitoring", "declaration", "targets"]

CALLED: Mapping[str, FormKind] = {
    "自评表": "self_evaluation",
    "监控表": "monitoring",
    "目标申报表": "declaration",
    "绩效目标表": "targets",
}
"""The forms by the names that people ask for them by."""

_ROWS: Mapping[FormKind, frozenset[Role]] = {
    "self_evaluation": frozenset({"fiscal", "carried", "other"}),
    "monitoring": frozenset({"fiscal", "carried", "other"}),
    "declaration": frozenset({"fiscal", "other"}),
    "targets": frozenset({"fiscal", "other"}),
}


def lay_out_form(kind: FormKind, contents: Contents, through: int) -> Form:
    """Lay a project out; ``through``: the month that a monitoring form goes to."""
    from perfdsl.forms.lay_declaration import lay_declaration
    from perfdsl.forms.lay_monitoring import lay_monitoring
    from perfdsl.forms.lay_self_evaluation import lay_self_evaluation
    from perfdsl.forms.lay_targets import lay_targets

    match kind:
        case "self_evaluation":
            return lay_self_evaluation(contents)
        case "monitoring":
            return lay_monitoring(contents, through)
        case "declaration":
            return lay_declaration(contents)
        case "targets":
            return lay_targets(contents)


def tell_left_out(kind: FormKind, project: ProjectScheme, diagnostics: Diagnostics) -> None:
    """Warn of each part of the budget that the form does not show."""
    for budget in project.node.parts:
        if isinstance(budget, ast.Budget):
            for part in budget.parts:
                if role_of(part.name) not in _ROWS[kind]:
                    diagnostics.add(messages.no_row(project.source.place(part.span), part.name))
