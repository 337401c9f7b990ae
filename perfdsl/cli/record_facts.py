"""Answers ``record``: reads what is to be recorded, holds it against the sheets, and appends it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from perfdsl.actuals.fact import Fact
from perfdsl.actuals.from_table import facts_of
from perfdsl.actuals.headers import FINISHED_NAMES, label_key
from perfdsl.actuals.read_day import read_day
from perfdsl.actuals.read_value import Trouble, is_blank, read_value
from perfdsl.actuals.table import Row, Table
from perfdsl.cli import messages_record as messages
from perfdsl.cli.arguments import WrongUseError
from perfdsl.cli.check_facts import check_facts
from perfdsl.cli.put_entry import Desk, open_desk, put_entry
from perfdsl.cli.speak import known_language
from perfdsl.diagnostic import Text
from perfdsl.journal.blocks_of_facts import blocks_of_facts
from perfdsl.journal.entry import Evidence
from perfdsl.journal.leave_out_recorded import Draft
from perfdsl.ledger.digest_files import digest_file, name_from
from perfdsl.syntax.ast import DateLiteral, DeviationCause, Number, Word
from perfdsl.syntax.keywords import names_in, tables
from perfdsl.workspace import read_bytes, read_facts

Value = Number | DateLiteral | Word

TYPED = Text("手工填报", "typed in")
_HEADINGS = {
    "zh": ("项目", "指标", "实际完成值", "日期", "偏差原因", "佐证资料"),
    "en": ("project", "indicator", "actual", "date", "reason", "evidence"),
}
_SEPARATORS = str.maketrans(dict.fromkeys("、，；;,\n", "\0"))


_LIKE_A_FILE = re.compile(r"\.[0-9A-Za-z]{1,5}$")
"""What ends like the name of a file; other words (见附件) are left to be read by people."""


class Order(NamedTuple):
    """The arguments of ``record`` as they were typed."""

    project: str = ""
    indicator: str = ""
    value: str = ""
    date: str = ""
    reason: str = ""
    cause: str = ""
    evidence: tuple[str, ...] = ()
    forecast: str = ""
    reporter: str = ""
    source: str = ""
    who: str = ""
    table: str = ""
    where: str = "."
    lang: str = ""


def record_facts(order: Order) -> int:
    """Record and say so; exit code 0, 2 or 3. WrongUseError where an argument cannot be."""
    known_language(order.lang)
    day = read_day_of(order.date, "--date", needed=not order.table)
    cause = _cause(order)
    _check_use(order)
    desk = open_desk(order.where, order.lang, order.who)
    facts = _from_table(order, day, desk) if order.table else _typed(order, cause, desk)
    evidence = [] if desk.diagnostics.has_errors else _evidence(order, facts, desk)
    facts = check_facts(desk.workspace, facts, desk.diagnostics, desk.others)
    _warn_of_future(facts, desk)
    source = order.source or (
        name_from(Path(order.table), desk.folder) if order.table else TYPED.say(desk.language)
    )
    draft = Draft(blocks_of_facts(facts, desk.language), tuple(evidence), source)
    return put_entry(desk, draft)


def _check_use(order: Order) -> None:
    alone = (order.indicator, order.value, order.reason, order.cause, order.forecast, order.reporter)
    if order.table and (order.project or any(alone)):
        raise WrongUseError(
            "--from", "整张表一起登记，不再写项目、指标和数 · a table is recorded whole; name no fact"
        )
    if not order.table and not (order.project and order.indicator):
        raise WrongUseError(
            "PROJECT INDICATOR VALUE",
            "写项目、指标和数，或 --from 表 · name a project, an indicator and a value, or --from a table",
        )
    if not order.table and is_blank(order.value) and label_key(order.indicator) not in FINISHED_NAMES:
        raise WrongUseError(
            "VALUE", f"{order.value!r} 不是数：写实际完成值，如 11次 · write the value, such as 11次"
        )
    if order.cause and not order.reason:
        raise WrongUseError("--cause", "类别要与 --reason 一起写 · a cause goes with a --reason")


def read_day_of(text: str, option: str, *, needed: bool) -> date | None:
    """Read the day of an option, as tables write one; WrongUseError where it is none, or missing."""
    if needed and not text:
        raise WrongUseError(option, "写哪一天，如 2022-07-31 · write the day, such as 2022-07-31")
    day = read_day(text) if text else None
    if text and day is None:
        raise WrongUseError(option, f"{text!r} 不是日期，写成 2022-07-31 · not a date, write 2022-07-31")
    return day


def _cause(order: Order) -> DeviationCause | None:
    if not order.cause:
        return None
    found = names_in("causes").get(order.cause)
    if found is None:
        known = " ".join(word for words in tables()["causes"].values() for word in words)
        raise WrongUseError("--cause", f"{order.cause!r}：{known} 之一 · one of these")
    return found  # type: ignore[return-value]


def _typed(order: Order, cause: DeviationCause | None, desk: Desk) -> list[Fact]:
    """Read the one fact that was typed, as a table of one row: the same complaints, with the same words."""
    evidence = "、".join(name_from(Path(name), desk.folder) for name in order.evidence)
    value = order.value or "是"
    header = Row(0, _HEADINGS[desk.language], "")
    texts = (order.project, order.indicator, value, order.date, order.reason, evidence)
    row = Row(1, texts, " ".join(texts[:4]))
    table = Table(messages.COMMAND_LINE.say(desk.language), "", header, (row,))
    facts = facts_of(table, desk.diagnostics)
    if not facts and not desk.diagnostics.has_errors:
        raise WrongUseError("VALUE", f"{order.value!r} 不是数 · no value")
    foreseen = _foreseen(order)
    # What stands in the texts is theirs to say, down to the blanks that a table would leave out.
    return [
        fact._replace(
            reason=order.reason, evidence=evidence, cause=cause, foreseen=foreseen, reporter=order.reporter
        )
        for fact in facts
    ]


def _foreseen(order: Order) -> Value | None:
    if not order.forecast:
        return None
    value = read_value(order.forecast)
    if isinstance(value, Trouble):
        raise WrongUseError(
            "--forecast", f"{order.forecast!r} 读不懂：写一个数，如 12次 · write a value such as 12次"
        )
    return value


def _from_table(order: Order, day: date | None, desk: Desk) -> list[Fact]:
    if not desk.workspace.is_new(order.table):
        desk.diagnostics.add(messages.read_anyway(order.table))
        return []
    data = read_bytes(Path(order.table), desk.diagnostics)
    facts = [] if data is None else read_facts([(order.table, data)], desk.diagnostics)
    if data is not None and not facts and not desk.diagnostics.has_errors:
        desk.diagnostics.add(messages.no_facts(order.table))
    dated = [fact if fact.day or not day else fact._replace(day=day) for fact in facts]
    for fact in dated:
        if fact.day is None:
            desk.diagnostics.add(messages.undated(fact))
    return dated


def _evidence(order: Order, facts: Sequence[Fact], desk: Desk) -> list[Evidence]:
    """Take the digests of files of evidence, of the table, and of what its cells name and is there."""
    named = [Path(name) for name in order.evidence]
    if order.table:
        beside = Path(order.table).parent
        named += [Path(order.table), *(beside / name for name in _named_in_cells(beside, facts, desk))]
    digests = [digest_file(path, desk.folder, desk.diagnostics) for path in dict.fromkeys(named)]
    return [digest for digest in digests if digest is not None]


def _named_in_cells(folder: Path, facts: Sequence[Fact], desk: Desk) -> list[str]:
    """List the files of evidence that cells name; warns of names of files that are not there."""
    cells = [name.strip() for fact in facts for name in fact.evidence.translate(_SEPARATORS).split("\0")]
    there, missing = list[str](), list[str]()
    for name in dict.fromkeys(cells):
        if _is_file(folder, name):
            there.append(name)
        elif _LIKE_A_FILE.search(name):
            missing.append(name)
    if missing:
        desk.diagnostics.add(messages.evidence_not_beside(missing))
    return there


def _warn_of_future(facts: Sequence[Fact], desk: Desk) -> None:
    today = datetime.now(UTC).astimezone().date()
    later = [fact for fact in facts if fact.day is not None and fact.day > today]
    if later:
        desk.diagnostics.add(messages.future_day(later[0], len(later)))


def _is_file(folder: Path, name: str) -> bool:
    try:
        return (
            bool(name)
            and (folder / name).resolve().is_relative_to(folder.resolve())
            and (folder / name).is_file()
        )
    except (OSError, ValueError, RuntimeError):
        return False
