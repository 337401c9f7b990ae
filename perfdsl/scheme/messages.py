"""The wording of complaints about names, definitions and what a sheet says of amounts (P02, P03)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from perfdsl.diagnostic import Diagnostic, Label, Text, complaint
from perfdsl.scheme.did_you_mean import did_you_mean
from perfdsl.source import Place
from perfdsl.syntax.keywords import tables
from perfdsl.units import Unit, near_units

if TYPE_CHECKING:
    from perfdsl.scheme.scheme import IndicatorScheme

MOST_SHOWN = 8
"""Steps of a circle that are shown."""

_HEADS = {"payment_plan": "plan", "money_unit": "amounts", "belongs_to": "department"}
"""Keywords of parts that have another name in the tree."""
_FIRST = Text("先前在这里", "first here")


def _two(code: str, place: Place, first: Place, message: Text, at: Text, *hints: Text) -> Diagnostic:
    return Diagnostic(code, message, (Label(place, at), Label(first, _FIRST)), hints)


def _near(name: str, known: Iterable[str]) -> Text:
    """Suggest the name that was meant, or list some."""
    names = list(known)
    near = did_you_mean(name, names)
    if near:
        return Text(f"是不是“{near}”？", f"did you mean “{near}”?")
    some = "、".join(sorted(names)[:6]) or "—"
    return Text(f"已有的名字：{some}", f"known names: {some}")


# ---------------------------------------------------------------- names (P02)


def unknown_rubric(place: Place | None, name: str, known: Iterable[str]) -> Diagnostic:
    """Complain of a rubric that nobody defines."""
    return complaint(
        "P0201", place, Text(f"没有名为“{name}”的评分办法", f"there is no rubric “{name}”"),
        Text("不认识的评分办法", "unknown rubric"), _near(name, known),
    )  # fmt: skip


def unknown_method(place: Place, name: str, known: Iterable[str]) -> Diagnostic:
    """Complain of a method that nobody defines."""
    return complaint(
        "P0202", place, Text(f"没有名为“{name}”的方法", f"there is no method “{name}”"),
        Text("不认识的方法", "unknown method"), _near(name, known),
    )  # fmt: skip


def defined_twice(place: Place, first: Place, name: str) -> Diagnostic:
    """Complain of a second definition of a name."""
    return _two(
        "P0204", place, first, Text(f"“{name}”定义了两次", f"“{name}” is defined twice"),
        Text("再次定义", "again here"), Text("改一个名字，或删去一处", "rename one, or delete it"),
    )  # fmt: skip


def project_twice(place: Place, first: Place, what: str) -> Diagnostic:
    """Complain of two projects with one code, or with one name."""
    return _two(
        "P0205", place, first, Text(f"两个项目都是“{what}”", f"two projects are both “{what}”"),
        Text("再次出现", "again here"), Text("编码必须不同；同名的项目都要写编码", "codes must differ; projects of one name all need a code"),
    )  # fmt: skip


def indicator_twice(place: Place, first: Place, name: str) -> Diagnostic:
    """Complain of two indicators of one name in one group."""
    return _two(
        "P0206", place, first, Text(f"同一分组里有两个“{name}”", f"two indicators of one group are both “{name}”"),
        Text("再次出现", "again here"), Text("改一个名字，使实绩能分清", "rename one, so that facts can tell them apart"),
    )  # fmt: skip


def part_twice(place: Place, first: Place, kind: str) -> Diagnostic:
    """Complain of a part that can stand only once."""
    zh, *_, en = tables()["heads"].get(_HEADS.get(kind, kind), [kind, kind])
    return _two(
        "P0207", place, first, Text(f"“{zh}”写了两次", f"“{en}” is written twice"),
        Text("再次出现", "again here"), Text("删去一处", "delete one of them"),
    )  # fmt: skip


def unknown_department(place: Place, code: str, known: Sequence[str]) -> Diagnostic:
    """Warn of a department code that no sheet declares."""
    return complaint(
        "P0208", place, Text(f"没有编码为 {code} 的部门", f"no department has the code {code}"),
        Text("项目属于未知的部门", "the project belongs to an unknown department"), _near(code, known),
    )  # fmt: skip


def missing_argument(place: Place, method: str, names: Sequence[str]) -> Diagnostic:
    """Complain of a call that leaves out what has no default."""
    given = "，".join(f"{name} = …" for name in names)
    return complaint(
        "P0209", place, Text(f"方法“{method}”还需要：{'、'.join(names)}", f"the method “{method}” needs: {', '.join(names)}"),
        Text("没有给出参数", "a parameter is not given"), Text(f"写成 评分 {method}({given})", f"write scored {method}({given})"),
    )  # fmt: skip


def unknown_argument(place: Place, method: str, shown: str, wanted: Sequence[str]) -> Diagnostic:
    """Complain of an argument that a method has no place for, or has been given already."""
    names = "、".join(wanted) or "（没有参数）"
    return complaint(
        "P0209", place, Text(f"方法“{method}”没有参数“{shown}”，或给了两次", f"the method “{method}” has no parameter “{shown}”, or it is given twice"),
        Text("多余的参数", "an argument too many"), Text(f"它的参数：{names}", f"its parameters: {names}"),
    )  # fmt: skip


def parameter_name(place: Place, method: str, name: str) -> Diagnostic:
    """Complain of a parameter whose name is taken: by a word of methods, or by another parameter."""
    return complaint(
        "P0209", place, Text(f"方法“{method}”的参数不能叫“{name}”：这个名字已有所指", f"a parameter of the method “{method}” cannot be called “{name}”: the name is taken"),
        Text("换一个名字", "another name is needed"), Text(f"例如：{name}一", f"for example: my_{name}"),
    )  # fmt: skip


def too_long(place: Place, most: int) -> Diagnostic:
    """Complain of a method or formula with too many parts."""
    return complaint(
        "P0108", place, Text(f"这里的式子超过 {most} 项", f"more than {most} numbers, names and operations"), Text("太长", "too long"),
        Text("分成几个方法或几个指标", "split it into several methods or indicators"),
    )  # fmt: skip


def rubric_cycle(place: Place, parent: str) -> Diagnostic:
    """Complain of a rubric that in the end extends itself."""
    return complaint(
        "P0210", place, Text(f"沿用“{parent}”绕回了自己，或沿用太多层", f"extending “{parent}” leads back to itself, or is too deep"),
        Text("沿用不能成圈", "extension cannot be a circle"), Text("去掉其中一个“沿用”", "drop one of the extensions"),
    )  # fmt: skip


def cycle(way: Sequence[IndicatorScheme]) -> Diagnostic:
    """Complain of computed indicators that lead back to themselves."""
    steps = [each.name for each in way[:MOST_SHOWN]] + (["…"] if len(way) > MOST_SHOWN else [])
    names = " → ".join([*steps, way[0].name])
    labels = tuple(Label(each.place, Text("由此计算", "computed here")) for each in way[:MOST_SHOWN])
    return Diagnostic(
        "P0211", Text(f"计算绕回了自己：{names}", f"the computation leads back to itself: {names}"), labels,
        (Text("让其中一个直接填报，不再计算", "let one of them be recorded, not computed"),),
    )  # fmt: skip


# ---------------------------------------------------------------- units that are defined, targets (P03)


def unknown_unit(place: Place, unit: str, known: Mapping[str, Unit]) -> Diagnostic:
    """Complain of a unit that is neither built in nor defined."""
    near = near_units(unit, known)
    define = Text(
        f"若确有此单位，先写一行：计量单位 {unit}", f"if it is a unit, define it first: unit {unit}"
    )
    hints = (
        (Text(f"是不是 {'、'.join(near)}？", f"did you mean {', '.join(near)}?"), define)
        if near
        else (define,)
    )
    return complaint(
        "P0303",
        place,
        Text(f"不认识计量单位“{unit}”", f"unknown unit “{unit}”"),
        Text("这个单位", "this unit"),
        *hints,
    )


def unit_exists(place: Place, name: str) -> Diagnostic:
    """Complain of the definition of a unit that exists."""
    return complaint(
        "P0325", place, Text(f"计量单位“{name}”已经有了，而且不是这个大小", f"the unit “{name}” exists already, and is another one"),
        Text("另一种定义", "another definition"), Text("删去这一行，或换一个名字", "delete this line, or choose another name"),
    )  # fmt: skip


def unit_not_positive(place: Place, name: str) -> Diagnostic:
    """Complain of a unit that is nothing or less."""
    return complaint(
        "P0325", place, Text(f"计量单位“{name}”的大小必须大于零", f"the size of the unit “{name}” must be above zero"),
        Text("大小不对", "not a size"), Text("例如：计量单位 打 = 12个", "for example: unit 打 = 12个"),
    )  # fmt: skip


def range_units(low: Place, high: Place, low_unit: Unit, high_unit: Unit) -> Diagnostic:
    """Complain of a range whose ends have different units."""
    return Diagnostic(
        "P0302", Text("区间两端的单位不同", "the ends of the range have different units"),
        (Label(low, Text(f"以“{low_unit.name}”计", f"in “{low_unit.name}”")), Label(high, Text(f"以“{high_unit.name}”计", f"in “{high_unit.name}”"))),
        (Text("两端用同一种单位", "use one unit for both ends"),),
    )  # fmt: skip


def range_bare(place: Place, low: str, unit: str) -> Diagnostic:
    """Complain of a first end without a unit that may be a share or so many percent."""
    return complaint(
        "P0306", place, Text(f"区间的起点 {low} 有两种读法：{low}{unit}，或比例 {low}", f"the low end {low} can be read as {low}{unit} or as the share {low}"),
        Text("没有写单位", "no unit"), Text(f"写成 {low}{unit}，或换算成百分数", f"write {low}{unit}, or the share in percent"),
    )  # fmt: skip


def range_reversed(place: Place, low: str, high: str) -> Diagnostic:
    """Complain of a range that ends before it begins."""
    return complaint(
        "P0317", place, Text(f"区间从 {low} 到 {high}，起点大于终点", f"the range from {low} to {high} ends before it begins"),
        Text("两端颠倒", "reversed"), Text(f"写成 {high}..{low}", f"write {high}..{low}"),
    )  # fmt: skip


def negative_target(place: Place, text: str, unit: Unit) -> Diagnostic:
    """Complain of a target below zero for what cannot be."""
    return complaint(
        "P0321", place, Text(f"以“{unit.name}”计的量不会是 {text}", f"an amount in “{unit.name}” cannot be {text}"),
        Text("低于零", "below zero"), Text("核对正负号", "check the sign"),
    )  # fmt: skip


# ---------------------------------------------------------------- money and points (P03, P04)


def said_twice(place: Place, first: Place, what: str) -> Diagnostic:
    """Complain of a rubric that says one thing in two ways."""
    return _two(
        "P0207", place, first, Text(f"评分办法里“{what}”写了两次", f"the rubric says “{what}” twice"),
        Text("再次出现", "again here"), Text("删去一处", "delete one of them"),
    )  # fmt: skip


def not_money(place: Place, unit: str) -> Diagnostic:
    """Complain of a unit that is not one of money."""
    return complaint(
        "P0327", place, Text(f"“{unit}”不是金额单位", f"“{unit}” is not a unit of money"), Text("这里要金额", "an amount of money belongs here"),
        Text("用 元、千元、万元、亿元", "use 元, 千元, 万元 or 亿元"),
    )  # fmt: skip


def bare_money(place: Place, text: str) -> Diagnostic:
    """Complain of an amount that may be yuan or ten thousand yuan."""
    return complaint(
        "P0327", place, Text(f"金额 {text} 没有单位", f"the amount {text} has no unit"), Text("元，还是万元？", "元 or 万元?"),
        Text(f"写成 {text}元 或 {text}万元；或在项目里写一行：单位 万元", f"write {text}元 or {text}万元, or a line in the project: amounts 万元"),
    )  # fmt: skip


def bad_weight(place: Place, text: str) -> Diagnostic:
    """Complain of a weight that is no number of points."""
    return complaint(
        "P0404", place, Text(f"权重 {text} 不是分数", f"the weight {text} is not a number of points"), Text("这里写分数", "points belong here"),
        Text("例如：权重 12.5", "for example: weight 12.5"),
    )  # fmt: skip
