"""The wording of complaints about goals, their weights, and the indicators that serve them (P131)."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from perfdsl.diagnostic import Diagnostic, Label, Text, complaint
from perfdsl.exact import show_trimmed
from perfdsl.scheme.did_you_mean import did_you_mean
from perfdsl.source import Place


def goal_without_weight(place: Place, name: str) -> Diagnostic:
    """Complain of a goal without a weight beside others that have one."""
    shown = name[:20]
    return complaint(
        "P1311", place, Text(f"别的目标写了权重，“{shown}”没有写", f"other goals carry weights, “{shown}” does not"),
        Text("没有权重", "no weight"), Text("给每个目标都写权重，合计 100；或都不写", "give every goal a weight, 100 in all, or none of them"),
    )  # fmt: skip


def weight_of_whole(place: Place) -> Diagnostic:
    """Complain of a weight on what is not one goal among others."""
    return complaint(
        "P1311", place, Text("总体目标和措施不分权重", "overall goals and safeguards carry no weights"),
        Text("这里写了权重", "a weight here"), Text("把权重写在 目标 上", "put the weights on goals"),
    )  # fmt: skip


def no_share(place: Place, text: str) -> Diagnostic:
    """Complain of a weight that is no share of 100."""
    return complaint(
        "P1311", place, Text(f"目标的权重不能是 {text}", f"{text} is no weight of a goal"),
        Text("不是 100 里的一份", "no share of 100"), Text("写成 权重 60 或 权重 60%", "write weight 60 or weight 60%"),
    )  # fmt: skip


def goal_without_name(place: Place) -> Diagnostic:
    """Complain of a goal with a weight that no indicator can name."""
    return complaint(
        "P1311", place, Text("有权重的目标要有名字，指标才能写 对应", "a goal with a weight needs a name that indicators can serve"),
        Text("没有名字", "no name"), Text('写成 目标 一 "…"，权重 60', 'write goal one "…", weight 60'),
    )  # fmt: skip


def goal_twice(place: Place, first: Place, name: str) -> Diagnostic:
    """Complain of two goals with weights under one name."""
    return Diagnostic(
        "P1311", Text(f"有两个目标都叫“{name}”", f"two goals are called “{name}”"),
        (Label(place, Text("又一个", "again")), Label(first, Text("先前一个", "first here"))),
        (Text("改一个名字", "rename one of them"),),
    )  # fmt: skip


def goals_not_whole(place: Place, name: str, total: Fraction) -> Diagnostic:
    """Complain of weights of goals that do not make 100."""
    shown = show_trimmed(total)
    return complaint(
        "P1311", place, Text(f"“{name}”各目标权重合计 {shown}，不是 100", f"the weights of the goals of “{name}” make {shown}, not 100"),
        Text(f"合计 {shown}", f"they make {shown}"), Text("改目标的权重，使合计为 100", "change the weights of the goals to make 100"),
    )  # fmt: skip


def unknown_goal(place: Place, name: str, project: str, known: Sequence[str]) -> Diagnostic:
    """Complain of an indicator that serves a goal which the sheet does not have."""
    near = did_you_mean(name, known)
    if near:
        hint = Text(f"是不是“{near}”？", f"did you mean “{near}”?")
    elif known:
        hint = Text(f"可写：{'、'.join(known)}", f"one of: {', '.join(known)}")
    else:
        hint = Text(f'给目标起名：目标 {name} "…"', f'name a goal: goal {name} "…"')
    return complaint(
        "P1312", place, Text(f"“{project}”没有叫“{name}”的目标", f"“{project}” has no goal called “{name}”"),
        Text("不认识的目标", "unknown goal"), hint,
    )  # fmt: skip


def serves_no_goal(place: Place, name: str, known: Sequence[str]) -> Diagnostic:
    """Complain of an indicator that serves none of the goals by which points are shared out."""
    names = [each for each in known if each]
    return complaint(
        "P1313", place, Text(f"目标有权重，“{name}”没有写对应哪个目标", f"goals carry weights, and “{name}” does not say which it serves"),
        Text("不知道它的分归哪个目标", "it is not known whose points it has"),
        Text(f"在它下面写一行：对应 {names[0] if names else '一'}", f"write a line under it: serves {names[0] if names else 'one'}"),
    )  # fmt: skip


def goal_without_points(place: Place, name: str) -> Diagnostic:
    """Complain of a goal with a weight that no indicator with points serves."""
    return complaint(
        "P1314", place, Text(f"目标“{name}”有权重，却没有带分的指标对应它", f"the goal “{name}” has a weight, but no indicator with points serves it"),
        Text("分没有着落", "its points go nowhere"), Text(f"在指标下写 对应 {name}，或删去这个目标的权重", f"write serves {name} under an indicator, or delete the goal's weight"),
    )  # fmt: skip
