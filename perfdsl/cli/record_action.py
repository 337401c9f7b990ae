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
from perfdsl.cli.put_entry import Desk, open_desk, put_entry
from perfdsl.cli.record_facts import TYPED, read_day_of
from perfdsl.cli.speak import known_language
from perfdsl.diagnostic import Diagnostics
from perfdsl.journal.blocks_of_facts import date_literal, plain_lines
from perfdsl.journal.entry import Evidence
from perfdsl.journal.find_recorded import find_recorded
from perfdsl.journal.leave_out_recorded import Draft
from perfdsl.ledger.digest_files import digest_file
from perfdsl.library import shipped
from perfdsl.pipeline import check
from perfdsl.scheme.did_you_mean import did_you_mean
from perfdsl.scheme.names import key, project_keys
from perfdsl.scheme.scheme import ProjectScheme
from perfdsl.syntax import ast
from perfdsl.syntax.node import make

_NOWHERE = (0, 0)


class Order(NamedTuple):
    """The arguments of ``action open`` and ``action close`` as they were typed; a result closes."""

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


class _Known(NamedTuple):
    """An action as the journal has it: its parts, and the entry that says so."""

    block: ast.Action
    number: int


def record_action(order: Order) -> int:
    """Record and say so; exit code 0, 2 or 3. WrongUseError where an argument cannot be."""
    known_language(order.lang)
    day = read_day_of(order.date, "--date", needed=True)
    due = read_day_of(order.due, "--due", needed=False)
    if not order.requirement.strip():
        raise WrongUseError("REQUIREMENT", "写要求做什么 · say what is to be done")
    desk = open_desk(order.where, order.lang, order.who)
    name = _project(order, desk)
    evidence = [digest_file(Path(file), desk.folder, desk.diagnostics) for file in order.evidence]
    digests = tuple(each for each in evidence if each is not None)
    block = _closing(order, name, day, digests, desk) if order.result else _opening(order, name, day, due)
    return put_entry(desk, Draft((block,), digests, order.source or TYPED.say(desk.language)))


def _project(order: Order, desk: Desk) -> str:
    """Name the project as the sheet does; complains of one that no sheet has, or that several share."""
    if desk.diagnostics.has_errors:
        return order.project
    projects = check(desk.workspace.sources, Diagnostics(), shipped).projects
    meant = [project for project in projects if key(order.project) in project_keys(project)]
    if len(meant) != 1:
        nowhere = whole_file(messages.COMMAND_LINE.say(desk.language))
        fact = Fact(order.project, "", None, None, nowhere, nowhere, nowhere)
        known = [name for project in projects for name in (project.name, project.code) if name]
        desk.diagnostics.add(unknown_project(fact, known))
        return order.project
    return _name_of(meant[0], projects)


def _name_of(project: ProjectScheme, projects: Sequence[ProjectScheme]) -> str:
    shared = sum(key(each.name) == key(project.name) for each in projects) > 1
    return project.code if shared and project.code else project.name


def _opening(order: Order, name: str, day: date | None, due: date | None) -> ast.Action:
    parts: list[Any] = [make(ast.Requirement, _NOWHERE, text=plain_lines(order.requirement))]
    if order.owner:
        parts.append(make(ast.Owner, _NOWHERE, name=order.owner))
    if due is not None:
        parts.append(make(ast.Due, _NOWHERE, date=date_literal(due)))
    return _block(name, day, parts)


def _closing(
    order: Order, name: str, day: date | None, evidence: Sequence[Evidence], desk: Desk
) -> ast.Action:
    """Repeat the requirement, its owner and its due day, so that the last block says all there is."""
    known = _known_actions(desk.data, name)
    wanted = plain_lines(order.requirement)
    meant = [text for text in known if text == wanted] or [text for text in known if wanted in text]
    parts: list[Any] = [make(ast.Requirement, _NOWHERE, text=wanted)]
    if len(meant) == 1:
        said = known[meant[0]]
        closed = any(isinstance(part, ast.Result) for part in said.block.parts)
        if closed and not _same_result(order, said.block):
            desk.diagnostics.add(messages.closed_already(meant[0], said.number))
        parts = [each for each in said.block.parts if not isinstance(each, ast.Result | ast.FactNote)]
    elif not desk.diagnostics.has_errors:
        desk.diagnostics.add(messages.no_such_action(name, wanted, did_you_mean(wanted, list(known)) or ""))
    parts.append(make(ast.Result, _NOWHERE, text=plain_lines(order.result), date=date_literal(day)))
    named = "、".join(each.file for each in evidence)
    if named:
        parts.append(make(ast.FactNote, _NOWHERE, about="evidence", text=named))
    return _block(name, day, parts)


def _known_actions(data: bytes, project: str) -> dict[str, _Known]:
    """Give the actions of a project by requirement, each as the last block says it."""
    found: dict[str, _Known] = {}
    for entry in find_recorded(data, [project]):
        for block in entry.blocks:
            if isinstance(block, ast.Action) and block.project == project:
                for part in block.parts:
                    if isinstance(part, ast.Requirement):
                        found[part.text] = _Known(block, entry.number)
    return found


def _same_result(order: Order, block: ast.Action) -> bool:
    return any(isinstance(part, ast.Result) and part.text == order.result for part in block.parts)


def _block(name: str, day: date | None, parts: list[Any]) -> ast.Action:
    return make(
        ast.Action, _NOWHERE, project=name, project_span=_NOWHERE, date=date_literal(day), parts=tuple(parts)
    )
