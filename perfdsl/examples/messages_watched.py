"""The wording of complaints about what examples expect of lights and of progress."""

from __future__ import annotations

from collections.abc import Iterable

from perfdsl.diagnostic import Diagnostic, Text, complaint
from perfdsl.examples.watched import WORDS
from perfdsl.source import Place
from perfdsl.units import Unit

_MOST_NAMES = 8


def nothing_watched(place: Place, name: str, known: Iterable[str]) -> Diagnostic:
    """Complain of a light of something that monitoring does not watch in the example."""
    chinese = {en: zh for zh, en in WORDS.items()}
    words = [each for each in known if each][:_MOST_NAMES]
    zh = "、".join(chinese.get(each, each.strip("“”")) for each in words)
    en = ", ".join(each.strip("“”") for each in words)
    if not words:
        return complaint(
            "P0935", place, Text("这里没有灯可看", "there is no light here"), Text("没有监控", "nothing is monitored"),
            Text("灯只在监控办法的算例里，或采用的评分办法写了“监控”的项目的算例里；监控办法的算例要给 预算 或 目标",
                 "lights shine in examples of a monitoring scheme, and of projects whose rubric says monitored_by; the former give a budget or a target"),
        )  # fmt: skip
    return complaint(
        "P0935", place, Text(f"“{name}”没有灯", f"“{name}” has no light"), Text("不认识的名字", "an unknown name"),
        Text(f"可以写：{zh}", f"write one of: {en}"),
    )  # fmt: skip


def other_unit(place: Place, name: str, unit: Unit) -> Diagnostic:
    """Complain of an expected number in another unit."""
    return complaint(
        "P0935", place, Text(f"“{name}”以“{unit.name}”计", f"“{name}” is in “{unit.name}”"), Text("单位不同，或写成了区间", "another unit, or a range"),
        Text(f"写一个数，例如 {name} 68.57{unit.name}", f"write one number, such as {name} 68.57{unit.name}"),
    )  # fmt: skip
