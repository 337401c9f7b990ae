"""Answers ``action open`` and ``action close``: writes 整改 blocks into the journal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from perfdsl.actuals.fact import Fact
from perfdsl.actuals.messages_bind import unknown_project
from perfdsl.actuals.table import whole_file
from perfdsl.cli import messages_record as messages
from perfdsl.cli.arguments import WrongUseError
from perfdsl.cli.known_actions import KnownActions, known_actions
from perfdsl.cli.put_entry import Desk, open_desk, put_entry
from perfdsl.cli.record_facts import TYPED, read_day_of
from perfdsl.cli.speak import known_language
from perfdsl.journal.blocks_of_facts import date_literal, plain_lines
from perfdsl.journal.entry import Evidence
from perfdsl.journal.leave_out_recorded import Draft
from perfdsl.ledger.digest_files import digest_file
from perfdsl.monitor.monitored import RequiredAction
from perfdsl.scheme.did_you_mean import did_you_mean
from perfdsl.scheme.names import key
from perfdsl.scheme.scheme import ProjectScheme
from perfdsl.syntax import ast
from perfdsl.syntax.node import make

_NOWHERE = (0, 0)


class Order(NamedTuple):
    """The arguments of ``action open`` and ``action close`` as they were typed."""

    project: str
    requirement: str
    date: str
    owner: str
    due: str
    result: str
    evidence: tuple[str, ...]
    source: str
    who: str
    where: str
    lang: str
    closes: bool = False


def record_action(order: Order) -> int:
    """Record and say so; exit code 0, 2 or 3. WrongUseError where an argument cannot be."""
    known_language(order.lang)
    day = read_day_of(order.date, "--date", needed=True)
    due = read_day_of(order.due, "--due", needed=False)
    if not order.requirement.strip():
        raise WrongUseError("REQUIREMENT", "写要求做什么 · say what is to be done")
    if order.closes and not order.result.strip():
        raise WrongUseError("--result", "写结果：做了什么 · say what was done")
    desk = open_desk(order.where, order.lang, order.who)
    evidence = [digest_file(Path(file), desk.folder, desk.diagnostics) for file in order.evidence]
    digests = tuple(each for each in evidence if each is not None)
    assert day is not None  # noqa: S101 — it is needed
    block = _block_of(order, day, due, digests, desk)
    blocks = () if block is None else (block,)
    return put_entry(desk, Draft(blocks, digests, order.source or TYPED.say(desk.language)))


def _block_of(
    order: Order, day: date, due: date | None, digests: Sequence[Evidence], desk: Desk
) -> ast.Action | None:
    """Write what is to be recorded; None after a complaint."""
    if desk.diagnostics.has_errors:
        return None
    known = known_actions(desk)
    project = _project(order, known, desk)
    if project is None:
        return None
    name = _name_of(project, known.projects)
    meant = known.meant(project, plain_lines(order.requirement))
    if order.closes:
        said = _to_close(order, day, meant, [each.requirement for each in known.of(project)], desk)
        return None if said is None else _closing(order, name, day, digests, said)
    same = [each for each in meant if key(each.requirement) == key(order.requirement)]
    if due is not None and due < day:
        desk.diagnostics.add(messages.due_too_early(due, day))
        return None
    if same and same[0].closed:
        desk.diagnostics.add(messages.closed_already(same[0].requirement, same[0].result_day))
        return None
    return _opening(order, name, day, due)


def _project(order: Order, known: KnownActions, desk: Desk) -> ProjectScheme | None:
    """Find the project; complains of one that no sheet has, or that several share."""
    meant = known.projects_called(order.project)
    if len(meant) == 1:
        return meant[0]
    nowhere = whole_file(messages.COMMAND_LINE.say(desk.language))
    fact = Fact(order.project, "", None, None, nowhere, nowhere, nowhere)
    names = [name for project in known.projects for name in (project.name, project.code) if name]
    desk.diagnostics.add(unknown_project(fact, names))
    return None


def _name_of(project: ProjectScheme, projects: Sequence[ProjectScheme]) -> str:
    shared = sum(key(each.name) == key(project.name) for each in projects) > 1
    return project.code if shared and project.code else project.name


def _opening(order: Order, name: str, day: date, due: date | None) -> ast.Action:
    return _block(name, day, _asked(order.requirement, order.owner, due))


def _to_close(
    order: Order, day: date, meant: Sequence[RequiredAction], known: Sequence[str], desk: Desk
) -> RequiredAction | None:
    """Give the one action that is meant, where it can be closed on that day; None after a complaint."""
    wanted = plain_lines(order.requirement)
    if len(meant) > 1:
        desk.diagnostics.add(messages.several_actions(wanted, [each.requirement for each in meant]))
        return None
    if not meant:
        near = did_you_mean(wanted, list(known)) or ""
        desk.diagnostics.add(messages.no_such_action(order.project, wanted, near))
        return None
    action = meant[0]
    if action.raised is not None and day < action.raised:
        desk.diagnostics.add(messages.closed_too_early(action.requirement, day, action.raised))
    elif action.closed and (action.result, action.result_day) != (plain_lines(order.result), day):
        desk.diagnostics.add(messages.closed_already(action.requirement, action.result_day))
    return None if desk.diagnostics.has_errors else action


def _closing(
    order: Order, name: str, day: date, evidence: Sequence[Evidence], said: RequiredAction
) -> ast.Action:
    """Repeat the requirement, its owner and its due day, so that the last block says all there is."""
    parts = _asked(said.requirement, said.owner, said.due)
    parts.append(make(ast.Result, _NOWHERE, text=plain_lines(order.result), date=date_literal(day)))
    named = "、".join(each.file for each in evidence)
    if named:
        parts.append(make(ast.FactNote, _NOWHERE, about="evidence", text=named))
    return _block(name, day, parts)


def _asked(requirement: str, owner: str, due: date | None) -> list[Any]:
    parts: list[Any] = [make(ast.Requirement, _NOWHERE, text=plain_lines(requirement))]
    if owner:
        parts.append(make(ast.Owner, _NOWHERE, name=owner))
    if due is not None:
        parts.append(make(ast.Due, _NOWHERE, date=date_literal(due)))
    return parts


def _block(name: str, day: date | None, parts: list[Any]) -> ast.Action:
    return make(
        ast.Action, _NOWHERE, project=name, project_span=_NOWHERE, date=date_literal(day), parts=tuple(parts)
    )
