"""The desk at which entries are made: sheets, ledger, clock and name; and how one gets into the ledger."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from perfdsl.cli import messages_record as messages
from perfdsl.cli.arguments import WrongUseError
from perfdsl.cli.speak import choose_language, exit_code, in_order, tell
from perfdsl.diagnostic import Diagnostics, Language, Text
from perfdsl.journal.entry import Block, Entry
from perfdsl.journal.find_recorded import find_recorded
from perfdsl.journal.finding import HARMLESS
from perfdsl.journal.leave_out_recorded import Draft, without_recorded
from perfdsl.journal.messages import cannot_be_written, found_in_journal
from perfdsl.journal.verify import verify
from perfdsl.journal.write_entry import reads_back, write_entry
from perfdsl.ledger.append import append
from perfdsl.ledger.find_ledger import choose_ledger, named_databases
from perfdsl.ledger.ledger import Ledger, Receipt
from perfdsl.ledger.read_database import read_database
from perfdsl.ledger.read_journal import read_journal
from perfdsl.report.cells import one_line
from perfdsl.source import Source
from perfdsl.syntax import ast
from perfdsl.syntax.node import with_fields
from perfdsl.workspace import Workspace, open_workspace


@dataclass(slots=True)
class Desk:
    """What an entry is made with. ``data``: the journal so far; ``said_who``: whether a name was given.

    ``others``: the journals of the workspace in which is not written.
    """

    workspace: Workspace
    folder: Path
    ledger: Ledger | None
    data: bytes
    language: Language
    who: str
    said_who: bool
    diagnostics: Diagnostics
    others: tuple[Source, ...] = ()


def open_desk(where: str, lang: str, who: str) -> Desk:
    """Read the sheets of a folder (or one sheet) and find their ledger; the journal itself is not parsed."""
    diagnostics = Diagnostics()
    workspace = open_workspace([where], (), diagnostics, journals=False)
    folder = Path(where) if Path(where).is_dir() else Path(where).parent
    language = choose_language(lang, workspace.sources)
    ledger = None
    if not diagnostics.has_errors:
        databases = named_databases(workspace.sources, diagnostics)
        ledger = choose_ledger(folder, databases, [name for name, _ in workspace.journals], diagnostics)
    data = b""
    if ledger is not None and ledger.kind == "sqlite":
        data = read_database(ledger.path, diagnostics) or b""
    elif ledger is not None:
        data = next((held for name, held in workspace.journals if Path(name) == ledger.path), b"")
    if ledger is not None:
        _refuse_unsound(str(ledger.path), data, diagnostics)
    others = tuple(
        read_journal(name, held, Diagnostics())
        for name, held in workspace.journals
        if ledger is not None and Path(name) != ledger.path
    )
    return Desk(workspace, folder, ledger, data, language, who or _user(), bool(who), diagnostics, others)


def _refuse_unsound(name: str, data: bytes, diagnostics: Diagnostics) -> None:
    """Complain of a journal that is not scored: an entry after what was changed would be of no use."""
    source = Source(name, data.decode("utf-8", "replace"))
    for finding in verify(data).findings:
        if finding.kind not in HARMLESS | {"unsealed"}:  # appending refuses what was typed (P1105)
            diagnostics.add(found_in_journal(finding, source))


def put_entry(desk: Desk, draft: Draft) -> int:
    """Append the draft, less what the journal says already, and say what was done; gives the exit code."""
    receipt, count = None, 0
    if not desk.diagnostics.has_errors and desk.ledger is not None:
        new, again, number = without_recorded(
            draft, find_recorded(desk.data, [b.project for b in draft.blocks])
        )
        count = _count(new.blocks)
        if again:
            desk.diagnostics.add(messages.recorded_already(again, number))
        if count:
            receipt = _append(desk, new)
    tell(in_order(desk.diagnostics, desk.workspace.sources), desk.language)
    if receipt is not None and desk.ledger is not None:
        sys.stdout.write(_say(desk, receipt, count).say(desk.language))
    return exit_code(desk.diagnostics)


def _append(desk: Desk, draft: Draft) -> Receipt | None:
    assert desk.ledger is not None  # noqa: S101 — the caller looked
    time = datetime.now(UTC).astimezone().isoformat(timespec="seconds")

    def entry(number: int) -> Entry:
        return Entry(number, time, desk.who, draft.source, draft.blocks, draft.evidence)

    unwritable = None if reads_back(entry(1), desk.language) else _find_unwritable(entry, desk.language)
    if unwritable is not None:
        desk.diagnostics.add(cannot_be_written(*unwritable))
        return None
    return append(
        desk.ledger,
        lambda number, before: write_entry(entry(number), before, desk.language),
        desk.diagnostics,
    )


def _find_unwritable(entry: Callable[[int], Entry], language: Language) -> tuple[str, str]:
    """Show the text that keeps an entry from being written, as closely as can be said, and give it."""
    whole = entry(1)
    bare = whole._replace(who="", source="", blocks=(), evidence=())
    for text in (whole.who, whole.source, *(each.file for each in whole.evidence)):
        if not reads_back(bare._replace(who=text), language):
            return one_line(text, 40), text
    for block in whole.blocks:
        for line in block.facts if isinstance(block, ast.Actuals) else ():
            alone = with_fields(block, facts=(line,))
            if not reads_back(bare._replace(blocks=(alone,)), language):
                texts = [note.text for note in line.notes]
                return one_line(f"{line.name} {' '.join(texts)}", 60), "\n".join(texts)
    texts = [part.text for each in whole.blocks if isinstance(each, ast.Action) for part in each.parts
             if isinstance(part, ast.Requirement | ast.Result | ast.FactNote)]  # fmt: skip
    return one_line(" ".join(str(block.project) for block in whole.blocks), 60), "\n".join(texts)


def _count(blocks: Sequence[Block]) -> int:
    return sum(len(block.facts) if isinstance(block, ast.Actuals) else 1 for block in blocks)


def _say(desk: Desk, receipt: Receipt, count: int) -> Text:
    assert desk.ledger is not None  # noqa: S101 — the caller looked
    name, seal, who = one_line(str(desk.ledger.path)), receipt.seal[:12], one_line(desk.who)
    hint = (
        Text("", "")
        if desk.said_who
        else Text("（系统的用户名；--who 可改）", " (the system's name; --who says another)")
    )
    aside = receipt.set_aside and one_line(receipt.set_aside)
    moved = (
        Text(f"上次没有写完的一笔移到了 {aside}\n", f"a half-written entry was moved to {aside}\n")
        if aside
        else Text("", "")
    )
    entries = "1 fact" if count == 1 else f"{count} facts"
    return Text(
        f"{moved.zh}已登记 {count} 条：{name} 第 {receipt.number} 笔，封存 {seal}；登记人 {who}{hint.zh}\n",
        f"{moved.en}recorded {entries}: {name} entry {receipt.number}, seal {seal}; by {who}{hint.en}\n",
    )


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        raise WrongUseError(
            "--who", "系统没有给出用户名，请写明谁登记 · the system names no user: say who records"
        ) from None
