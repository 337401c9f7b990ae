"""The wording of complaints about examples: what they are of, what is given, and what is expected."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from perfdsl.diagnostic import Diagnostic, Label, Text, complaint
from perfdsl.exact import show_trimmed
from perfdsl.scheme.did_you_mean import did_you_mean
from perfdsl.source import Place

_MOST_NAMES = 12
_LONGEST = 40


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _one_of(name: str, known: Iterable[str]) -> Text:
    """Give the name that was probably meant, else those that there are."""
    names = list(dict.fromkeys(known))
    near = did_you_mean(name, names)
    if near:
        return Text(f"是不是“{near}”？", f"did you mean “{near}”?")
    some, more = names[:_MOST_NAMES], "…" if len(names) > _MOST_NAMES else ""
    if not some:
        return Text("这里没有可写的名字", "there is no name to be written here")
    return Text(f"可以写：{'、'.join(some)}{more}", f"write one of: {', '.join(some)}{more}")


# ---------------------------------------------------------------- what an example is of


def no_subject(place: Place, name: str) -> Diagnostic:
    """Complain of an example above which nothing stands that it could test."""
    return complaint(
        "P0931", place, Text(f"算例“{_short(name)}”上面没有可检验的内容", f"nothing stands above the example “{_short(name)}” that it could test"),
        Text("不知道检验什么", "it is not known what this tests"),
        Text("把算例写在它所检验的 项目、方法、规则、评分办法 或 监控办法 下面", "write it below the project, method, rule, rubric or monitoring scheme that it tests"),
    )  # fmt: skip


def no_such_example(wanted: str, known: Sequence[str]) -> Diagnostic:
    """Complain of a name that no example and no block with examples has."""
    return Diagnostic(
        "P0939", Text(f"没有名字里有“{_short(wanted)}”的算例", f"no example has “{_short(wanted)}” in its name"),
        (), (_one_of(wanted, known),),
    )  # fmt: skip


# ---------------------------------------------------------------- rubrics of examples


def no_rubric(place: Place, name: str) -> Diagnostic:
    """Complain of an example that needs a rubric where none is named."""
    return complaint(
        "P0936", place, Text(f"“{_short(name)}”没有评分办法，这个算例没法算", f"“{_short(name)}” has no rubric: this example cannot be worked out"),
        Text("缺评分办法", "no rubric"),
        Text('在算例名后面写，例如：算例 "…" 采用 国家自评2020', 'name one after the example, such as: example "…" use 国家自评2020'),
    )  # fmt: skip


def needless_rubric(place: Place) -> Diagnostic:
    """Complain of a rubric in the head of an example of a method or a rubric."""
    return complaint(
        "P0936", place, Text("方法和评分办法的算例不能另外采用评分办法", "an example of a method or a rubric cannot name another rubric"),
        Text("这里的“采用”没有意义", "naming a rubric means nothing here"), Text("删去“采用”和它后面的名字", "delete “use” and the name after it"),
    )  # fmt: skip


# ---------------------------------------------------------------- what is given


def unknown_given(place: Place, name: str, known: Iterable[str]) -> Diagnostic:
    """Complain of a fact that the subject of an example knows nothing of."""
    return complaint(
        "P0932", place, Text(f"算例给的“{_short(name)}”，上面的内容没有用到", f"the block above makes no use of “{_short(name)}”"),
        Text("不认识的名字", "an unknown name"), _one_of(name, known),
    )  # fmt: skip


def unit_of_nothing(place: Place, unit: str) -> Diagnostic:
    """Complain of a reporting unit where no facts are aggregated."""
    return complaint(
        "P0932", place, Text(f"算例给了填报单位“{_short(unit)}”，只有项目的算例用得到", f"this example gives the reporting unit “{_short(unit)}”, which only those of projects use"),
        Text("上面不是项目", "no project above"), Text("删去 填报单位，或把算例写在项目下", "delete the unit, or write the example under a project"),
    )  # fmt: skip


def given_twice(place: Place, first: Place, name: str) -> Diagnostic:
    """Complain of two values for one name."""
    return Diagnostic(
        "P0937", Text(f"“{_short(name)}”给了两次", f"“{_short(name)}” is given twice"),
        (Label(place, Text("又一次", "again")), Label(first, Text("先前一次", "first here"))),
        (Text("删去一个；另一种情形写成另一个算例", "delete one, or write another example"),),
    )  # fmt: skip


def needs_sign(place: Place) -> Diagnostic:
    """Complain of a target that does not say in which sense it is one."""
    return complaint(
        "P0933", place, Text("目标值没有写比较词，不知道多好还是少好", "the target has no operator: is more better, or less?"),
        Text("缺 >=、<= 或 =", "no >=, <= or ="), Text("例如：设 目标值 >= 90%", "for example: given target >= 90%"),
    )  # fmt: skip


def sign_in_fact(place: Place, name: str) -> Diagnostic:
    """Complain of a comparison where what happened belongs."""
    return complaint(
        "P0933", place, Text(f"“{_short(name)}”是一个数，不能写比较词或范围", f"“{_short(name)}” is one number: no comparison or range can stand here"),
        Text("只有目标值写比较词", "only a target has an operator"), Text(f"写成 {_short(name)} = 数值", f"write {_short(name)} = the number"),
    )  # fmt: skip


def points_wanted(place: Place, name: str) -> Diagnostic:
    """Complain of points that are none."""
    return complaint(
        "P0933", place, Text(f"“{_short(name)}”要写零或正的分数", f"“{_short(name)}” must be points, zero or more"),
        Text("不是分数", "no points"), Text(f"例如：设 {_short(name)} 12.5分", f"for example: given {_short(name)} 12.5分"),
    )  # fmt: skip


def number_wanted(place: Place, name: str, example: str) -> Diagnostic:
    """Complain of a value of another kind than a name needs; ``example`` shows one that fits."""
    return complaint(
        "P0933", place, Text(f"“{_short(name)}”不能是这个值", f"“{_short(name)}” cannot be this"),
        Text("值的种类或大小不对", "of the wrong kind or size"), Text(f"例如：{_short(name)} {example}", f"for example: {_short(name)} {example}"),
    )  # fmt: skip


def truth_wanted(place: Place, name: str) -> Diagnostic:
    """Complain of something that is neither yes nor no."""
    return complaint(
        "P0933", place, Text(f"“{_short(name)}”只能是 是 或 否", f"“{_short(name)}” is yes or no"),
        Text("是，还是否？", "yes or no?"), Text(f"单写 {_short(name)} 就是“是”；或写 {_short(name)} 否", f"{_short(name)} alone says yes; or write {_short(name)} no"),
    )  # fmt: skip


def lacks(place: Place, name: str, example: str) -> Diagnostic:
    """Complain of what an example does not give although its subject asks for it."""
    return complaint(
        "P0934", place, Text(f"这个算例没有给“{name}”，没法算", f"this example does not give “{name}” and cannot be worked out"),
        Text(f"缺“{name}”", f"“{name}” is missing"), Text(f"在“设”里加上，例如：{name} {example}", f"add it after given, for example: {name} {example}"),
    )  # fmt: skip


def above_weight(place: Place, name: str, weight: Fraction) -> Diagnostic:
    """Complain of points above what a group or a line is worth."""
    most = show_trimmed(weight)
    return complaint(
        "P0938", place, Text(f"“{_short(name)}”最多 {most} 分", f"“{_short(name)}” has {most} points at most"),
        Text("超过了分值", "above its weight"), Text(f"写 0 至 {most} 之间的分数", f"write points from 0 to {most}"),
    )  # fmt: skip


def parts_above_total(place: Place, parts: Fraction) -> Diagnostic:
    """Complain of a total that is less than the parts given beside it."""
    shown = show_trimmed(parts)
    return complaint(
        "P0938", place, Text(f"总分小于所给各部分之和（{shown} 分）", f"the total is less than the parts given ({shown})"),
        Text("对不上", "this does not add up"), Text(f"总分至少写 {shown} 分，或改各部分的分", f"write {shown} or more, or change the parts"),
    )  # fmt: skip


# ---------------------------------------------------------------- what is expected


def unknown_expected(place: Place, name: str, known: Iterable[str]) -> Diagnostic:
    """Complain of a line that there is not."""
    return complaint(
        "P0935", place, Text(f"这里没有叫“{_short(name)}”的指标或类别", f"there is no line and no group called “{_short(name)}” here"),
        Text("不认识的名字", "an unknown name"), _one_of(name, known),
    )  # fmt: skip


def ambiguous_expected(place: Place, name: str) -> Diagnostic:
    """Complain of a name that several lines share."""
    return complaint(
        "P0935", place, Text(f"有几个指标都叫“{_short(name)}”", f"several lines are called “{_short(name)}”"),
        Text("是哪一个？", "which one?"), Text("在目标表里改名，使名字不重复", "rename them in the sheet"),
    )  # fmt: skip


def nameless(place: Place, known: Iterable[str]) -> Diagnostic:
    """Complain of an expectation that does not say of what, where there are several lines."""
    names = list(known)[:_MOST_NAMES]
    return complaint(
        "P0935", place, Text("没有说是哪一项的得分", "it is not said whose points these are"),
        Text("前面要写名字", "a name belongs before it"),
        Text(f"写上名字：{'、'.join([*names, '总分'])}", f"name one of: {', '.join([*names, 'total'])}"),
    )  # fmt: skip


def no_total(place: Place) -> Diagnostic:
    """Complain of a total, or a grade, of a single line."""
    return complaint(
        "P0935", place, Text("只算一项得分，没有总分和等级", "a single line has no total and no grade"),
        Text("这里没有总分", "there is no total here"), Text("写 应 得 …分，或把算例写在项目、评分办法下面", "write expect gets …, or put the example below a project or a rubric"),
    )  # fmt: skip


def points_expected(place: Place) -> Diagnostic:
    """Complain of an expectation in another unit than points."""
    return complaint(
        "P0935", place, Text("得分只能以分计", "a score is in points"), Text("不是分", "no points"), Text("例如：应 得 11.25分", "for example: expect gets 11.25分"),
    )  # fmt: skip


def state_of_total(place: Place) -> Diagnostic:
    """Complain of a total that is expected to be met or missed."""
    return complaint(
        "P0935", place, Text("总分和类别没有达标与否", "a total or a group is neither met nor missed"),
        Text("只有指标才有", "only a line is"), Text("写分数，或写 总分 待定", "write points, or: total pending"),
    )  # fmt: skip


def unknown_grade(place: Place, grade: str, known: Sequence[str]) -> Diagnostic:
    """Complain of a grade that the rubric does not have."""
    return complaint(
        "P0935", place, Text(f"评分办法没有等级“{_short(grade)}”", f"the rubric has no grade “{_short(grade)}”"),
        Text("没有这个等级", "no such grade"), _one_of(grade, known),
    )  # fmt: skip


def no_grades(place: Place, subject: str) -> Diagnostic:
    """Complain of a grade where no rubric gives any."""
    return complaint(
        "P0936", place, Text(f"“{_short(subject)}”不在评分办法下面，没有等级", f"“{_short(subject)}” stands under no rubric: there are no grades"),
        Text("不知道按什么定等级", "it is not known which grades"),
        Text('在算例名后面写，例如：算例 "…" 采用 国家自评2020', 'name a rubric after the example, such as: example "…" use 国家自评2020'),
    )  # fmt: skip


def unknown_rule(place: Place, name: str, known: Iterable[str]) -> Diagnostic:
    """Complain of a rule that has no say in an example."""
    return complaint(
        "P0935", place, Text(f"这里没有规则“{_short(name)}”", f"no rule “{_short(name)}” has a say here"), Text("不认识的规则", "an unknown rule"), _one_of(name, known),
    )  # fmt: skip
