"""The stable JSON of a difference; exact numbers are strings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from perfdsl.diagnostic import Diagnostic, Language
from perfdsl.diff.comparison import Comparison
from perfdsl.diff.curve_change import CurveChange, Stretch
from perfdsl.diff.difference import SENSES, Change, Named, Pair, Shift, Side
from perfdsl.diff.impact import Impact, LineImpact, ProjectImpact
from perfdsl.exact import show_trimmed
from perfdsl.plan.piecewise import Cut
from perfdsl.report.diagnostics_json import diagnostic_to_dict
from perfdsl.report.options import Options
from perfdsl.report.place_fields import Json, place_fields
from perfdsl.report.say_amended import amended_fields
from perfdsl.report.say_change import say_change
from perfdsl.report.say_impact import line_gain, total_gain
from perfdsl.report.write_json import write_json
from perfdsl.scorecard import IndicatorScore, Interval, ProjectScore

SCHEMA_VERSION: Final = 1
_PLACES: Final = 6


def render(comparison: Comparison, options: Options) -> str:
    """Write a difference as JSON."""
    language = options.language
    difference, impact = comparison.difference, comparison.impact
    return write_json(
        {
            "schema_version": SCHEMA_VERSION,
            "old": comparison.old,
            "new": comparison.new,
            "summary": {sense: difference.count(sense) for sense in SENSES},
            "projects": [_pair(each, language) for each in difference.projects],
            "definitions": [_pair(each, language) for each in difference.definitions],
            "impact": None if impact is None else _impact(impact),
            "diagnostics": [],
        }
    )


def render_refusal(old: str, new: str, diagnostics: Iterable[Diagnostic], options: Options) -> str:
    """Write why two sides could not be compared: the same fields, with nothing found and a null summary."""
    return write_json(
        {
            "schema_version": SCHEMA_VERSION,
            "old": old,
            "new": new,
            "summary": None,
            "projects": [],
            "definitions": [],
            "impact": None,
            "diagnostics": [diagnostic_to_dict(each, options.language) for each in diagnostics],
        }
    )


def _pair(pair: Pair, language: Language) -> dict[str, Json]:
    fields: dict[str, Json] = {
        "kind": pair.kind,
        "old": _named(pair.old),
        "new": _named(pair.new),
        "changes": [_change(each, language) for each in pair.changes],
    }
    if pair.kind == "project":
        fields["indicators"] = [_pair(part, language) for part in pair.parts]
    return fields


def _named(named: Named | None) -> Json:
    if named is None:
        return None
    return {
        "name": named.name,
        "code": named.code,
        "group": list(named.group),
        "source": place_fields(named.place),
    }


def _change(change: Change, language: Language) -> dict[str, Json]:
    return {
        "about": change.about,
        "name": change.name,
        "sense": change.sense,
        "likely": change.likely,
        "old": _side(change.old),
        "new": _side(change.new),
        "by": [_shift(each) for each in change.by],
        "curve": None if change.curve is None else _curve(change.curve),
        "amended_by": amended_fields(change.amended),
        "text": say_change(change, language),
    }


def _side(side: Side | None) -> Json:
    if side is None:
        return None
    return {"text": side.text, "source": None if side.place is None else place_fields(side.place)}


def _shift(shift: Shift) -> dict[str, Json]:
    """Amounts are in the unit; ``share`` is of the old number, null where that is zero."""
    return {
        "end": shift.end,
        "amount": show_trimmed(shift.amount / shift.unit.factor, _PLACES),
        "unit": shift.unit.name,
        "share": show_trimmed(abs(shift.amount / shift.of), _PLACES) if shift.of else None,
    }


def _curve(curve: CurveChange) -> dict[str, Json]:
    return {
        "unit": curve.unit.name,
        "points_are": "shares" if curve.shares else "points",
        "unclear": curve.unclear,
        "higher": _stretch(curve.higher, curve),
        "lower": _stretch(curve.lower, curve),
    }


def _stretch(stretch: Stretch | None, curve: CurveChange) -> Json:
    if stretch is None:
        return None
    points = [None if each is None else show_trimmed(each, _PLACES) for each in (stretch.old, stretch.new)]
    return {
        "low": _cut(stretch.low, curve),
        "low_open": stretch.low is not None and stretch.low[1] == 1,
        "high": _cut(stretch.high, curve),
        "high_open": stretch.high is not None and stretch.high[1] == 0,
        "finished": stretch.finished,
        "witness": show_trimmed(stretch.witness / curve.unit.factor, _PLACES),
        "old": points[0],
        "new": points[1],
    }


def _cut(cut: Cut | None, curve: CurveChange) -> Json:
    return None if cut is None else show_trimmed(cut[0] / curve.unit.factor, _PLACES)


def _impact(impact: Impact) -> dict[str, Json]:
    return {"scored": impact.scored, "projects": [_project(each) for each in impact.projects]}


def _project(project: ProjectImpact) -> dict[str, Json]:
    return {
        "name": project.name,
        "old": _score(project.old),
        "new": _score(project.new),
        "difference": total_gain(project).replace("−", "-") or None,
        "indicators": [_line(each, project) for each in project.lines],
    }


def _score(project: ProjectScore | None) -> Json:
    if project is None:
        return None
    grades: list[Json] = list(project.possible_grades)
    return {"total": _points(project.total), "grade": project.grade, "possible_grades": grades}


def _line(line: LineImpact, project: ProjectImpact) -> dict[str, Json]:
    return {
        "name": line.name,
        "old": _line_score(line.old),
        "new": _line_score(line.new),
        "difference": line_gain(line, project).replace("−", "-") or None,
    }


def _line_score(line: IndicatorScore | None) -> Json:
    return None if line is None else {"score": _points(line.points), "excluded": line.excluded}


def _points(points: Interval) -> dict[str, Json]:
    return {
        "low": show_trimmed(points.low, _PLACES),
        "high": show_trimmed(points.high, _PLACES),
        "high_open": points.high_open and not points.settled,
    }
