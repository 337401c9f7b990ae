"""The wording of what ``record``, ``action`` and ``journal`` say (P1109–P1113, P1115, P1118)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from perfdsl.actuals.fact import Fact
from perfdsl.diagnostic import Diagnostic, Label, Text

_MOST_SHOWN = 5

COMMAND_LINE = Text("命令行", "command line")


def undated(fact: Fact) -> Diagnostic:
    """Refuse a fact without a day: later ones could not be told from earlier ones."""
    return Diagnostic(
        "P1113", Text("这一行没有日期，不能登记", "this row has no date and cannot be recorded"),
        (Label(fact.place, Text("哪一天的？", "of which day?")),),
        (Text("在表里写上日期一栏；或用 --date 给没有日期的行一个日期", "add a column of dates, or give the rows without one a day with --date"),),
    )  # fmt: skip


def no_facts(name: str) -> Diagnostic:
    """Complain of a table without a single fact."""
    return Diagnostic(
        "P1113", Text(f"{name} 里没有可以登记的实绩", f"there is no fact to record in {name}"), (),
        (Text("填好以后再登记；没有数的行不算", "fill it in first; rows without a value do not count"),),
    )  # fmt: skip


def read_anyway(name: str) -> Diagnostic:
    """Refuse a table that ``eval`` reads with the folder: its facts would stand twice, on the same day."""
    return Diagnostic(
        "P1110", Text(f"{name} 在工作区里，评分时本来就读它；登记了就有两份", f"{name} is read with the workspace anyway; once recorded, its facts would stand twice"), (),
        (Text("把它移出文件夹，或改名（不以 实绩、actuals 开头），再登记", "move it out of the folder, or give it a name that does not begin with actuals or 实绩, and record it then"),),
    )  # fmt: skip


def recorded_already(count: int, number: int) -> Diagnostic:
    """Tell that the very same thing stands in the journal, so that it was not recorded twice."""
    facts = "fact is" if count == 1 else "facts are"
    return Diagnostic(
        "P1109", Text(f"{count} 条与已登记的完全相同（第 {number} 笔），没有重复登记", f"{count} {facts} recorded already (entry {number}) and not recorded again"), (),
        (Text("若有更正，改数再登记", "to correct a fact, record it with another value"),),
    )  # fmt: skip


def evidence_not_beside(names: Sequence[str]) -> Diagnostic:
    """Warn of evidence that a table names, whose digest was not taken because no such file is beside it."""
    shown = names[:_MOST_SHOWN]
    zh, en = (
        (f" 等 {len(names)} 个", f" and {len(names) - len(shown)} more")
        if len(names) > len(shown)
        else ("", "")
    )
    return Diagnostic(
        "P1118", Text(f"表里写的佐证文件不在表旁边，没有登记摘要：{'、'.join(shown)}{zh}", f"evidence that the table names is not beside it, and its digest was not taken: {', '.join(shown)}{en}"), (),
        (Text("把文件放到表的文件夹里，再登记一次，摘要就补上了", "put the files into the folder of the table and record it again: the digests are then added"),),
    )  # fmt: skip


def future_day(fact: Fact, count: int) -> Diagnostic:
    """Warn of facts of a day that has not come."""
    return Diagnostic(
        "P1115", Text(f"这一天还没有到：{fact.day}（{count} 条）", f"a day that has not come: {fact.day} (facts: {count})"),
        (Label(fact.place, Text("以后的日期", "a later day")),),
        (Text("照写登记；写错了，用对的日期再登记，预计的数用 --forecast", "if the day is wrong, record the fact again with the right one; what is expected goes to --forecast"),),
    )  # fmt: skip


def in_other_journal(same_day: Diagnostic, journals: Collection[str]) -> Diagnostic:
    """Say what to do where a fact of the same day stands in another journal, of which nothing is deleted."""
    if not any(label.place.file in journals for label in same_day.labels):
        return same_day
    return same_day._replace(
        hints=(Text("那一条在另一个台账里，不能删：写更晚的日期；或去掉目标表里的“台账”一行，登记在那个台账里", "that one is in another journal, where nothing is deleted: give a later day; or take the line “journal” out of the sheet and record it there"),),
    )  # fmt: skip


def no_such_action(project: str, requirement: str, near: str) -> Diagnostic:
    """Complain of closing what was never opened."""
    hint = Text(f"是不是“{near}”？", f"did you mean “{near}”?") if near else Text(
        "先登记要求：perfdsl action open", "record the requirement first: perfdsl action open")  # fmt: skip
    return Diagnostic(
        "P1112", Text(f"“{project}”没有这样一条整改要求：{requirement}", f"“{project}” has no action with the requirement {requirement}"), (), (hint,),
    )  # fmt: skip


def closed_already(requirement: str, day: date | None) -> Diagnostic:
    """Complain of closing, or opening again, what is closed: it has a result, and evidence of it."""
    zh, en = ("", "") if day is None else (f"（{day}）", f" on {day}")
    return Diagnostic(
        "P1112", Text(f"这条整改已经办结{zh}：{requirement}", f"this action was closed{en}: {requirement}"), (),
        (Text("要再提出，用别的话写一条：perfdsl action open", "to raise it again, record one in other words: perfdsl action open"),),
    )  # fmt: skip


def several_actions(words: str, requirements: Sequence[str]) -> Diagnostic:
    """Complain of words that several requirements have."""
    zh, en = "、".join(f"“{each}”" for each in requirements), ", ".join(f"“{each}”" for each in requirements)
    return Diagnostic(
        "P1112", Text(f"有几条整改要求里都有“{words}”：{zh}", f"several requirements have “{words}” in them: {en}"), (),
        (Text("写全是哪一条", "write the whole of the one that is meant"),),
    )  # fmt: skip


def closed_too_early(requirement: str, day: date, raised: date) -> Diagnostic:
    """Refuse a result that is older than its requirement."""
    return Diagnostic(
        "P1112", Text(f"办结的日期 {day} 早于提出整改的 {raised}：{requirement}", f"closed on {day}, before it was raised on {raised}: {requirement}"), (),
        (Text("核对 --date", "check --date"),),
    )  # fmt: skip


def due_too_early(due: date, day: date) -> Diagnostic:
    """Refuse an action that was due before anybody asked for it."""
    return Diagnostic(
        "P1112", Text(f"限期 {due} 早于提出整改的 {day}", f"due on {due}, before it is raised on {day}"), (),
        (Text("核对 --due 和 --date", "check --due and --date"),),
    )  # fmt: skip


def journal_stays(name: str) -> Diagnostic:
    """Tell that a sealed text is not laid out anew."""
    return Diagnostic(
        "P1111", Text(f"{name} 是台账，逐字封存，没有重新排版", f"{name} is a journal, sealed to the byte, and was not laid out"), (),
        (Text("只能用 perfdsl record 往后登记", "it grows by perfdsl record alone"),),
    )  # fmt: skip
