"""The wording of what ``record``, ``action`` and ``journal`` say (P1109, P1112, P1113)."""

from __future__ import annotations

from perfdsl.actuals.fact import Fact
from perfdsl.diagnostic import Diagnostic, Label, Text

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


def no_such_action(project: str, requirement: str, near: str) -> Diagnostic:
    """Complain of closing what was never opened."""
    hint = Text(f"是不是“{near}”？", f"did you mean “{near}”?") if near else Text(
        "先登记要求：perfdsl action open", "record the requirement first: perfdsl action open")  # fmt: skip
    return Diagnostic(
        "P1112", Text(f"“{project}”没有这样一条整改要求：{requirement}", f"“{project}” has no action with the requirement {requirement}"), (), (hint,),
    )  # fmt: skip


def closed_already(requirement: str, number: int) -> Diagnostic:
    """Complain of closing what is closed."""
    return Diagnostic(
        "P1112", Text(f"这条整改已经办结（第 {number} 笔）：{requirement}", f"this action was closed by entry {number}: {requirement}"), (),
        (Text("要重新提出，用 perfdsl action open", "to raise it again, use perfdsl action open"),),
    )  # fmt: skip


def journal_stays(name: str) -> Diagnostic:
    """Tell that a sealed text is not laid out anew."""
    return Diagnostic(
        "P1111", Text(f"{name} 是台账，逐字封存，没有重新排版", f"{name} is a journal, sealed to the byte, and was not laid out"), (),
        (Text("只能用 perfdsl record 往后登记", "it grows by perfdsl record alone"),),
    )  # fmt: skip
