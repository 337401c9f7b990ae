"""The wording of doubts and notes about the money part of a form."""

from __future__ import annotations

from perfdsl.diagnostic import Text
from perfdsl.importers.messages import short


def unknown_row(label: str) -> Text:
    """A row of amounts whose label is not known."""
    return Text(
        f"不认识资金行“{short(label)}”，按总额读",
        f"the row of money “{short(label)}” is not known; it was read as the total",
    )


def no_amounts() -> Text:
    """Columns of money without an amount that could be read."""
    return Text(
        "有资金栏目，没有读出金额", "there are columns of money, and no amount could be read below them"
    )


def printed_twice(other: str) -> Text:
    """An amount that is printed at two places."""
    return Text(f"另一处印的是“{short(other)}”", f"elsewhere it is printed as “{short(other)}”")


def amount_without_unit(unit: str) -> Text:
    """An amount without a unit in a form whose other amounts print theirs."""
    return Text(
        f"没有印出单位；别处的金额印有“{unit}”", f"no unit is printed; other amounts have {unit} beside them"
    )


def unit_of_amounts() -> Text:
    """A unit of money that only the amounts themselves print."""
    return Text("单位取自金额本身", "the unit is printed with the amounts themselves")


def other_rate(other: str) -> Text:
    """A rate of execution that is printed at two places, with two values."""
    return Text(
        f"指标表里的预算执行率一行是“{short(other)}”",
        f"the row of execution among the indicators says “{short(other)}”",
    )


EXECUTION_ROW = Text(
    "预算执行率，不是指标；已作资金的执行率读",
    "the execution of the budget, no indicator: read with the money",
)
