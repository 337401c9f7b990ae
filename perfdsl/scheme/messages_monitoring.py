"""The wording of complaints about monitoring schemes (监控办法) and about rubrics that name them (P12)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from perfdsl.diagnostic import Diagnostic, Label, Text, complaint
from perfdsl.scheme.did_you_mean import did_you_mean
from perfdsl.scheme.monitoring import LightRule
from perfdsl.source import Place
from perfdsl.syntax import ast
from perfdsl.syntax.keywords import tables

_MOST_NAMES = 8
_EXAMPLES = {
    "money": Text(
        "预警 资金 红 < 60%，黄 < 80%，绿 其他", "lights money red < 60%, yellow < 80%, green otherwise"
    ),
    "upward": Text(
        "预警 正向 红 < 60%，黄 < 80%，绿 < 120%，蓝 其他",
        "lights upward red < 60%, yellow < 80%, green < 120%, blue otherwise",
    ),
    "downward": Text("预警 反向 绿 达标，红 其他", "lights downward green met, red otherwise"),
    "qualitative": Text(
        "预警 定性 红 < 60%，黄 < 80%，绿 其他", "lights qualitative red < 60%, yellow < 80%, green otherwise"
    ),
    "gap": Text("预警 差距 黄 > 10%，绿 其他", "lights gap yellow > 10%, green otherwise"),
}


def subject_name(subject: ast.LightSubject) -> Text:
    """Name of what is watched: 资金 money, 正向 upward …."""
    zh, *_, en = tables()["watched"][subject]
    return Text(zh, en)


def light_name(light: ast.Light) -> Text:
    """Name of a light: 红 red …."""
    zh, *_, en = tables()["lights"][light]
    return Text(zh, en)


def subjects_missing(place: Place, name: str, lacks: Sequence[ast.LightSubject]) -> Diagnostic:
    """Complain of a scheme that does not say when lights of some kind shine."""
    names = [subject_name(each) for each in lacks]
    zh, en = "、".join(each.zh for each in names), ", ".join(each.en for each in names)
    example = _EXAMPLES[lacks[0]]
    return complaint(
        "P1201", place, Text(f"监控办法“{name}”没有写{zh}的预警", f"the monitoring scheme “{name}” has no lights for {en}"),
        Text("没有默认值", "there is no default"), Text(f"加一行，例如：{example.zh}", f"add a line such as: {example.en}"),
    )  # fmt: skip


def subject_twice(place: Place, first: Place, subject: ast.LightSubject) -> Diagnostic:
    """Complain of two lines of lights for one thing; the first is kept."""
    zh, en = subject_name(subject)
    return _two(
        "P1202", place, first, Text(f"“预警 {zh}”写了两次", f"“lights {en}” is written twice"),
        Text("再次出现", "again here"), Text("删去一行，或并成一行", "delete one of them, or make them one line"),
    )  # fmt: skip


def never_shines(place: Place, before: Sequence[LightRule], rule: LightRule) -> Diagnostic:
    """Complain of a band that those before it leave nothing for."""
    zh, en = light_name(rule.light)
    first = next(
        (each for each in before if each.op is None and not each.met), before[-1] if before else None
    )
    labels = [Label(place, Text("轮不到这一档", "never reached"))]
    if first is not None:
        labels.append(
            Label(
                first.place,
                Text(
                    "从左到右判断，这一档在它之前", "bands are read from the left, and this comes before it"
                ),
            )
        )
    return Diagnostic(
        "P1203", Text(f"“{zh}”这一档永远不会亮", f"this band of “{en}” can never shine"), tuple(labels),
        (Text("“<”从小到大写，“>”从大到小写，“其他”写在最后，例如：红 < 60%，黄 < 80%，绿 其他",
              "write “<” from the smallest up, “>” from the largest down, and “otherwise” last: red < 60%, yellow < 80%, green otherwise"),),
    )  # fmt: skip


def bands_leave_a_gap(place: Place, subject: ast.LightSubject) -> Diagnostic:
    """Complain of values for which no light is said."""
    zh, en = subject_name(subject)
    return complaint(
        "P1204", place, Text(f"“预警 {zh}”有的情形没有灯", f"“lights {en}” leaves some values without a light"),
        Text("没有“其他”，几档合起来不全", "there is no “otherwise”, and the bands do not cover everything"),
        Text(f"最后一档写“其他”，例如：{_EXAMPLES[subject].zh}", f"end with “otherwise”, such as: {_EXAMPLES[subject].en}"),
    )  # fmt: skip


def light_twice(place: Place, before: Place, light: ast.Light) -> Diagnostic:
    """Warn of one light in two neighbouring bands: one of them was perhaps meant to be another."""
    zh, en = light_name(light)
    return _two(
        "P1205", place, before, Text(f"相邻两档都是“{zh}”", f"two neighbouring bands are both “{en}”"),
        Text("与前一档同色", "the same light as the band before"),
        Text("改成另一种颜色；要的就是同一种颜色时并成一档", "make it another light, or make one band of the two"),
    )  # fmt: skip


def not_a_ratio(place: Place, text: str) -> Diagnostic:
    """Complain of a bound of a band, or of a pace, that is no ratio."""
    bare = text.strip().replace(".", "", 1).isdigit()
    return complaint(
        "P1206", place, Text(f"{text} 不是比率", f"{text} is not a ratio"), Text("预警的界限和序时的进度都是比率", "bounds of lights and of a pace are ratios"),
        Text(f"写成百分数，例如 {text.strip()}%", f"write a percentage, such as {text.strip()}%") if bare
        else Text("写成百分数，例如 60%", "write a percentage, such as 60%"),
    )  # fmt: skip


def nothing_to_meet(place: Place, subject: ast.LightSubject) -> Diagnostic:
    """Complain of 达标 where there is no target to be met."""
    zh, en = subject_name(subject)
    return complaint(
        "P1207", place, Text(f"{zh}没有“达标”一说", f"for {en} there is nothing to be met"), Text("这里要写比率的界限", "a bound of a ratio belongs here"),
        Text(f"例如：{_EXAMPLES[subject].zh}", f"for example: {_EXAMPLES[subject].en}"),
    )  # fmt: skip


def no_progress_downward(place: Place) -> Diagnostic:
    """Complain of a ratio for targets of which less is better."""
    return complaint(
        "P1207", place, Text("反向指标没有进度，不能写比率", "a target of which less is better has no progress: no ratio can be written"),
        Text("越少越好，只有达标与否", "the less the better: it is met or not"), Text("写成：预警 反向 绿 达标，红 其他", "write: lights downward green met, red otherwise"),
    )  # fmt: skip


def pace_falls(place: Place, before: Place) -> Diagnostic:
    """Complain of a pace that goes back in time or in rate."""
    return _two(
        "P1208", place, before, Text("序时进度要按月份递增，进度也不能倒退", "the months of a pace rise, and its rates do not fall"),
        Text("这一点不比前一点晚，或比前一点低", "not later than the point before, or below it"),
        Text("按月份从早到晚写，例如：序时 红 4月底 25%，6月底 40%", "write the months in order, such as: pace red 4月底 25%, 6月底 40%"),
    )  # fmt: skip


def worst_incomplete(place: Place, lights: Sequence[ast.Light]) -> Diagnostic:
    """Complain of an order of lights that lacks one, or has one twice."""
    names = [light_name(each) for each in lights]
    return complaint(
        "P1209", place, Text("“取最差”要把红、黄、蓝、绿各写一次", "“worst” names red, yellow, blue and green, each once"),
        Text(f"这里是 {'、'.join(each.zh for each in names)}", f"here: {', '.join(each.en for each in names)}"),
        Text("最差的在前，例如：取最差 红，黄，蓝，绿", "the worst first, such as: worst red, yellow, blue, green"),
    )  # fmt: skip


def unknown_monitoring(place: Place | None, name: str, known: Iterable[str]) -> Diagnostic:
    """Complain of a monitoring scheme that nobody defines."""
    names = list(dict.fromkeys(known))
    near = did_you_mean(name, names)
    some = names[:_MOST_NAMES]
    if near:
        hint = Text(f"是不是“{near}”？", f"did you mean “{near}”?")
    elif some:
        hint = Text(
            f"可以写：{'、'.join(some)}；或自己写一个：监控办法 {name}",
            f"write one of: {', '.join(some)}; or write one: monitoring {name}",
        )
    else:
        hint = Text(f"写一个：监控办法 {name}", f"write one: monitoring {name}")
    return complaint(
        "P1210", place, Text(f"没有名为“{name}”的监控办法", f"there is no monitoring scheme “{name}”"), Text("不认识的监控办法", "unknown monitoring scheme"), hint,
    )  # fmt: skip


def _two(  # noqa: PLR0913, PLR0917 — the parts of one complaint
    code: str, place: Place, first: Place, message: Text, at: Text, hint: Text
) -> Diagnostic:
    labels = Label(place, at), Label(first, Text("前面的一处", "the one before"))
    return Diagnostic(code, message, labels, (hint,))
