"""The wording of what is told of a fact about an indicator that amendments took out, or have yet to add."""

from __future__ import annotations

from perfdsl.actuals.fact import Fact
from perfdsl.diagnostic import Diagnostic, Label, Text
from perfdsl.scheme.scheme import OutOfForce


def not_in_force(fact: Fact, other: OutOfForce) -> Diagnostic:
    """Note that a fact does not count, because its indicator was dropped by then or not yet added."""
    name = fact.indicator
    if other.before is not None:
        message = Text(f"“{name}”自 {other.before} 起已经撤销，这条实绩不计", f"“{name}” was dropped on {other.before}; this fact does not count")  # fmt: skip
        hint = Text("撤销以后不用再报；若不该撤销，改调整", "it need not be reported any more; if it ought to be, mend the amendment")  # fmt: skip
    else:
        message = Text(f"“{name}”自 {other.after} 起才算，这条实绩那时不计", f"“{name}” counts from {other.after} on; this fact does not count before")  # fmt: skip
        hint = Text("到那天以后它就计入", "it counts when asked about a later day")
    place = Label(other.place, Text("这个指标", "this indicator"))
    return Diagnostic("P1414", message, (Label(fact.place, Text("不计", "does not count")), place), (hint,))


def to_be_told_anew(fact: Fact, name: str, other: OutOfForce) -> Diagnostic:
    """Note that a fact does not count, because an amendment gave its indicator another unit or kind."""
    day = other.before if other.before is not None and fact.day and fact.day < other.before else other.after
    message = Text(
        f"“{name}”在 {day} 的调整中换了单位或类型，{fact.day} 的实绩说的是另一种指标，不计",
        f"the amendment of {day} gave “{name}” another unit or kind; the fact of {fact.day} does not count",
    )
    hint = Text("请按现在的目标重报一次；没有重报以前是待定", "record it anew for the target in force; until then it is pending")  # fmt: skip
    place = Label(other.place, Text("另一个版本", "the other version"))
    return Diagnostic("P1414", message, (Label(fact.place, Text("不计", "does not count")), place), (hint,))
