"""Facts in 实绩 blocks, and which entry of a journal (登记) they stand in; all of them invented."""

from __future__ import annotations

from perfdsl.actuals.fact import Fact
from perfdsl.actuals.from_sheet import facts_in_sheets
from perfdsl.diagnostic import Diagnostics
from perfdsl.pipeline import check
from perfdsl.source import Source

SEAL = f'"{"0" * 64}" "{"1" * 64}"'


def facts(*texts: str) -> list[Fact]:
    found = Diagnostics()
    scheme = check([Source(f"{at}.perf", text) for at, text in enumerate(texts)], found)
    assert [each.code for each in found if each.severity == "error"] == []
    return facts_in_sheets(scheme)


def test_facts_know_their_entry() -> None:
    journal = f"""台账 1
登记 7 "2022-07-01T09:30:12+08:00" "张三" "手工填报"
实绩 甲 2022-07-01
  次数 = 5次
  人数 = 3人
实绩 乙 2022-07-01
  次数 = 6次
封存 {SEAL}
登记 8 "2022-07-02T09:30:12+08:00" "张三" "手工填报"
实绩 甲 2022-07-01
  次数 = 4次
封存 {SEAL}
"""
    assert [(each.project, each.entry) for each in facts(journal)] == [
        ("甲", 7),
        ("甲", 7),
        ("乙", 7),
        ("甲", 8),
    ]


def test_facts_outside_a_journal_have_no_entry() -> None:
    plain = "实绩 甲 2022-07-01\n  次数 = 5次\n"
    journal = f'台账 1\n登记 7 "t" "张三" "x"\n{plain}封存 {SEAL}\n'
    assert [each.entry for each in facts(journal, plain)] == [7, 0]
    assert [each.entry for each in facts(journal + plain)] == [7, 0], "what follows a seal is in no entry"


def test_causes_forecasts_and_reporters_are_read() -> None:
    text = '实绩 甲 2022-07-01 填报单位 河西镇\n  次数 = 5次，原因 人员保障 "缺人"，预计 12次\n'
    (fact,) = facts(text)
    assert (fact.reporter, fact.cause, fact.reason) == ("河西镇", "staff", "缺人")
    assert getattr(fact.foreseen, "text", "") == "12次"
