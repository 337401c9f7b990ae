"""Entries for tests: short ones, whose text says who made them (all of it invented)."""

from __future__ import annotations

from decimal import Decimal

from perfdsl.journal.entry import GENESIS, Block, Entry, Evidence
from perfdsl.journal.verify import verify
from perfdsl.journal.write_entry import write_entry
from perfdsl.syntax import ast
from perfdsl.syntax.node import make

NOWHERE = (0, 0)
TIME = "2022-07-01T09:30:12+08:00"


def block(reason: str = "虚构", times: int = 5, project: str = "农村公路养护") -> Block:
    value = make(ast.Number, NOWHERE, value=Decimal(times), unit="次", text=f"{times}次")
    note = make(ast.FactNote, NOWHERE, about="reason", text=reason)
    line = make(ast.FactLine, NOWHERE, name="集中活动的次数", name_span=NOWHERE, value=value, notes=(note,))
    day = make(ast.DateLiteral, NOWHERE, year=2022, month=7, day=1, text="2022-07-01")
    return make(ast.Actuals, NOWHERE, project=project, project_span=NOWHERE, date=day, facts=(line,))


def entry(number: int, source: str = "手工填报", **words: object) -> Entry:
    evidence = (Evidence("签到表.pdf", "9f" * 32),)
    return Entry(number, TIME, "张三", source, (block(**words),), evidence)  # type: ignore[arg-type]


def text_of(number: int, before: str, source: str = "手工填报", **words: object) -> str:
    return write_entry(entry(number, source, **words), before)


def journal(count: int) -> bytes:
    """A whole journal of some entries."""
    data, before = b"", GENESIS
    for number in range(1, count + 1):
        data += text_of(number, before, times=number).encode()
        before = verify(data).head[1]
    return data
