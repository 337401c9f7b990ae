"""Gathers what a department has of its own, laid out like a project; its money is that of its projects."""

from __future__ import annotations

from perfdsl.annual.annual import ProjectPart
from perfdsl.annual.find_known import find_known
from perfdsl.annual.gather_department import OfDepartment
from perfdsl.annual.gather_project import OfReport, gather_project
from perfdsl.annual.line_part import MoneyPart
from perfdsl.annual.show_figures import money, percent
from perfdsl.annual.year import Year
from perfdsl.scorecard import DepartmentScore


def gather_own(anchor: str, year: Year, known: OfDepartment, report: OfReport) -> ProjectPart | None:
    """Gather a department's own indicators; None where it has none that were scored."""
    if known.score is None or known.score.own is None:
        return None
    own = known.score.own
    (found,) = find_known(year, [own])
    if known.monitored is not None:
        found = found._replace(watched=known.monitored.lines)
    part = gather_project(anchor, own, found, None, report)
    return part._replace(money=_money(known.score, report))


def _money(score: DepartmentScore, report: OfReport) -> MoneyPart:
    """Give the sums that the execution rate is of; the plan and the days stand with the department."""
    rate = score.spent / score.budget if score.spent is not None and score.budget else None
    return MoneyPart(
        budget=money(score.budget, report.language),
        spent=money(score.spent, report.language),
        rate=percent(rate),
        planned=(),
        spent_by=(),
        gaps=(),
    )
