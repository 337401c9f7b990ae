"""Scores what forms are filled with, as ``eval`` does; one kind may ask for less, or for another day."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from perfdsl.actuals.fact import Fact
from perfdsl.cli.arguments import WrongUseError
from perfdsl.cli.progress import progress_line
from perfdsl.diagnostic import Diagnostics
from perfdsl.engines import ENGINES
from perfdsl.engines.faults import complain_of_faults
from perfdsl.forms.gather_contents import Scored, pair_up
from perfdsl.forms.lay_out_form import FormKind
from perfdsl.library import shipped
from perfdsl.pipeline import Request, bind_facts, check, prepare
from perfdsl.plan.plan import Plan
from perfdsl.scheme.scheme import Scheme
from perfdsl.source import Source
from perfdsl.workspace import Workspace, read_facts

_NO_RUBRIC = "P0416"


def score_for_forms(  # noqa: PLR0913, PLR0917 — what the command was told
    kind: FormKind,
    rubric: str,
    day: date | None,
    through: int,
    workspace: Workspace,
    diagnostics: Diagnostics,
    *,
    blank: bool,
) -> tuple[Scheme, list[Scored]]:
    """Check, and for forms with points and facts score; a form without points asks for no rubric.

    A monitoring form has none, but its facts have to be tied to a plan: only a blank one can do without.
    """
    sources, request = workspace.sources, Request(rubric, day)
    if kind in {"declaration", "targets"}:
        return _checked(sources, rubric, day, diagnostics)
    found = Diagnostics()
    with progress_line() as progress:
        scheme, plan = prepare(sources, found, shipped, request, progress)
    is_blank = blank or not (workspace.tables or scheme.actuals)
    if kind == "monitoring" and is_blank and any(each.code == _NO_RUBRIC for each in found):
        return _checked(sources, rubric, day, diagnostics)
    _add_all(found, diagnostics)
    facts = read_facts(workspace.tables, diagnostics)
    if blank or not (facts or scheme.actuals) or diagnostics.has_errors:
        return scheme, pair_up(scheme, plan, None, [None] * len(plan.projects))
    if kind == "monitoring" and day is None:
        day = _end_of_month(scheme, through)
        if any(project.written is not None for project in scheme.projects):
            # What amendments had made of the sheets by then is known only now.
            scheme, plan = prepare(sources, Diagnostics(), shipped, request._replace(as_of=day))
    return scheme, _run(scheme, plan, facts, diagnostics, request._replace(as_of=day))


def _checked(
    sources: Sequence[Source], rubric: str, day: date | None, diagnostics: Diagnostics
) -> tuple[Scheme, list[Scored]]:
    """Check sheets, and give their projects as they are on a day, without a plan."""
    scheme = check(sources, diagnostics, shipped, rubric, as_of=day)
    return scheme, pair_up(scheme, None, None, ())


def _add_all(found: Diagnostics, diagnostics: Diagnostics) -> None:
    for each in found:
        diagnostics.add(each)
    diagnostics.omitted += found.omitted


def _run(
    scheme: Scheme, plan: Plan, facts: Sequence[Fact], diagnostics: Diagnostics, request: Request
) -> list[Scored]:
    actuals = bind_facts(scheme, plan, facts, diagnostics, request)
    if diagnostics.has_errors:
        return []
    scorecard = ENGINES.get(request.engine)(plan, actuals)
    complain_of_faults(scorecard, diagnostics)
    return pair_up(scheme, plan, scorecard, actuals.projects)


def _end_of_month(scheme: Scheme, month: int) -> date:
    """Give the last day of a month of the year that all projects are of."""
    years = {project.year for project in scheme.projects}
    year = next(iter(years)) if len(years) == 1 else None
    if year is None:
        raise WrongUseError(
            "--as-of",
            "项目没有写年度，或年度不同：写明到哪一天 · the projects are not of one year: name the day",
        )
    return date(year, month, monthrange(year, month)[1])
