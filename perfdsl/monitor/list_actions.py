"""Lists what was required of projects (整改) and what became of it, as it was known on a day.

The blocks of one project and one requirement are told in the order of their days: a later one supersedes,
and what it does not repeat stays. What is dated after the day is not known yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from perfdsl.diagnostic import Diagnostics
from perfdsl.monitor import messages_actions as messages
from perfdsl.monitor.monitored import RequiredAction
from perfdsl.monitor.read_actions import ToldAction, read_actions
from perfdsl.scheme.names import key
from perfdsl.scheme.scheme import ProjectScheme, Scheme
from perfdsl.source import Place


def list_actions(scheme: Scheme, day: date, diagnostics: Diagnostics) -> tuple[RequiredAction, ...]:
    """List the actions known on ``day``: by project as written, then by the day on which they were raised.

    ``project`` of an action is the project's code, or its name where it has none. Complains of blocks
    without a requirement or a known project (P1221, P1222), of days in the wrong order (P1224, P1225), and
    warns of a result without evidence, or the reverse (P1223): neither closes an action.
    """
    found: dict[tuple[int, str], list[ToldAction]] = {}
    for told in read_actions(scheme, diagnostics):
        if told.raised is None or told.raised <= day:
            found.setdefault((told.project, key(told.requirement)), []).append(told)
    united = [
        (place, _unite(scheme.projects[place], _in_order(blocks), day, diagnostics))
        for (place, _), blocks in found.items()
    ]
    united.sort(key=lambda each: (each[0], each[1].raised or date.min))
    return tuple(action for _, action in united)


def _in_order(blocks: Iterable[ToldAction]) -> list[ToldAction]:
    """Put blocks in the order of their days; one without any day stays behind the one above it."""
    dated, last = list[tuple[date, ToldAction]](), date.min
    for told in blocks:
        last = told.is_known_from if told.is_known_from > date.min else last
        dated.append((last, told))
    return [told for _, told in sorted(dated, key=lambda each: each[0])]


class _Whole(NamedTuple):
    """What all blocks of an action say together, with the places that complaints point to."""

    owner: str = ""
    raised: date | None = None
    raised_place: Place | None = None
    due: date | None = None
    due_place: Place | None = None
    result: str = ""
    result_day: date | None = None
    result_place: Place | None = None
    evidence: str = ""
    evidence_place: Place | None = None


def _unite(
    project: ProjectScheme, blocks: Sequence[ToldAction], day: date, diagnostics: Diagnostics
) -> RequiredAction:
    whole = _Whole()
    for told in blocks:
        whole = _follow(whole, told, day, diagnostics)
    _check(whole, blocks[0].requirement, diagnostics)
    closed = bool(whole.result and whole.evidence)
    return RequiredAction(
        project=project.code or project.name,
        requirement=blocks[0].requirement,
        owner=whole.owner,
        raised=whole.raised,
        due=whole.due,
        result=whole.result,
        result_day=whole.result_day,
        evidence=whole.evidence,
        closed=closed,
        overdue=not closed and whole.due is not None and whole.due < day,
        place=blocks[0].place,
    )


def _follow(whole: _Whole, told: ToldAction, day: date, diagnostics: Diagnostics) -> _Whole:
    """Go on with a block: what it says takes the place of what was said; a later result is not known yet."""
    if whole.raised is None and told.raised is not None:
        whole = whole._replace(raised=told.raised, raised_place=told.place)
    whole = whole._replace(owner=told.owner or whole.owner)
    if told.due is not None:
        whole = whole._replace(due=told.due, due_place=told.due_place)
    done, raised = told.result_day, whole.raised
    if told.result and done is not None and done > day:
        return whole
    if told.result and done is not None and raised is not None and done < raised:
        places = told.result_place or told.place, whole.raised_place or told.place
        diagnostics.add(messages.result_before_raised(places[0], done, raised, places[1]))
        return whole
    if told.result:
        whole = whole._replace(result=told.result, result_day=done, result_place=told.result_place)
    if told.evidence:
        whole = whole._replace(evidence=told.evidence, evidence_place=told.evidence_place)
    return whole


def _check(whole: _Whole, requirement: str, diagnostics: Diagnostics) -> None:
    due, raised = whole.due, whole.raised
    if due is not None and raised is not None and due < raised and whole.due_place and whole.raised_place:
        diagnostics.add(messages.due_before_raised(whole.due_place, due, raised, whole.raised_place))
    if whole.result and not whole.evidence and whole.result_place is not None:
        diagnostics.add(messages.result_without_evidence(whole.result_place, requirement))
    if whole.evidence and not whole.result and whole.evidence_place is not None:
        diagnostics.add(messages.evidence_without_result(whole.evidence_place, requirement))
