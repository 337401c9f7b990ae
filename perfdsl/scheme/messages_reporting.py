"""The wording of complaints about reporting units and how their facts become one, as a sheet says it (P130)."""

from __future__ import annotations

from perfdsl.diagnostic import Diagnostic, Text, complaint
from perfdsl.source import Place


def unit_twice(place: Place, name: str) -> Diagnostic:
    """Complain of a reporting unit that is named twice."""
    return complaint(
        "P1301", place, Text(f"填报单位“{name}”写了两次", f"the reporting unit “{name}” is named twice"),
        Text("又一次", "again"), Text("删去一个；若是两家，写出区别", "delete one; if they are two, tell them apart"),
    )  # fmt: skip


def computed_line(place: Place, name: str) -> Diagnostic:
    """Complain of a sum or mean of what is computed."""
    return complaint(
        "P1304", place, Text(f"“{name}”由计算得出，不再汇总", f"“{name}” is computed; nothing of it is aggregated"),
        Text("这里写了汇总", "aggregated here"),
        Text("删去 汇总：所用的实绩先各自相加，再计算", "delete rollup: the facts that it uses are added up first"),
    )  # fmt: skip


def no_amounts(place: Place, name: str, target: str) -> Diagnostic:
    """Complain of a sum or mean of words or dates."""
    return complaint(
        "P1304", place, Text(f"“{name}”（{target}）不是数量，不能汇总", f"“{name}” ({target}) is no amount; it cannot be aggregated"),
        Text("档次、状态和日期没有和，也没有平均", "levels, states and dates have neither sum nor mean"),
        Text("删去 汇总，由部门填报一条不写填报单位的实绩；或给每家单位各写一个指标",
             "delete rollup and record one fact without a unit, or give each unit an indicator of its own"),
    )  # fmt: skip


def sum_of_rates(place: Place, name: str, target: str) -> Diagnostic:
    """Complain of a sum of ratios."""
    return complaint(
        "P1304", place, Text(f"“{name}”（{target}）是比率，不能求和", f"“{name}” ({target}) is a rate; rates do not add up"),
        Text("比率相加没有意义", "a sum of rates means nothing"),
        Text("改为 汇总 按资金，或 汇总 平均；有分子分母的，写 计算 分子 / 分母",
             "write rollup by_money or rollup equal; with both parts of the rate at hand, a formula"),
    )  # fmt: skip


def units_unknown(place: Place, name: str) -> Diagnostic:
    """Warn that nobody can tell whether all units have reported."""
    return complaint(
        "P1305", place, Text(f"“{name}”要汇总，项目却没有写有哪些填报单位", f"“{name}” is aggregated, but the project does not name its reporting units"),
        Text("不知道是否都报齐", "whether all have reported cannot be known"),
        Text("在项目里写一行，例如 填报单位 河西镇、尖冢镇", "write a line in the project, such as reported_by hexi, jianzhong"),
    )  # fmt: skip
