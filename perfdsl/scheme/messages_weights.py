"""The wording of complaints about weights and about methods that do not suit (P04)."""

from __future__ import annotations

from fractions import Fraction

from perfdsl.diagnostic import Diagnostic, Label, Text, complaint
from perfdsl.exact import show_trimmed
from perfdsl.scheme.names import group_name
from perfdsl.scheme.rubric_scheme import MethodCall
from perfdsl.scheme.scheme import Aim
from perfdsl.source import Place
from perfdsl.syntax.keywords import tables


def _group(group: str) -> Text:
    """Name the group of a key as sheets do."""
    return Text(group_name(group), tables()["groups"].get(group, [group])[-1])


def no_weight_set(place: Place, rubric: str) -> Diagnostic:
    """Complain of a sheet for which a rubric has no weights."""
    return complaint(
        "P0408", place, Text(f"评分办法“{rubric}”没有适用于这张表的权重", f"the rubric “{rubric}” has no weights for this sheet"),
        Text("没有一组“当 …”成立", "no condition holds"), Text("在评分办法里加一组没有“当”的权重", "give the rubric weights without a condition"),
    )  # fmt: skip


def declared_not_whole(place: Place, name: str, total: Fraction, execution: Fraction) -> Diagnostic:
    """Complain of declared weights that do not make 100 with the execution rate."""
    shown, points = show_trimmed(total), show_trimmed(execution)
    more = (
        Text(f"与预算执行率（{points} 分）", f" and the execution rate ({points})")
        if execution
        else Text("", "")
    )
    return complaint(
        "P0409", place, Text(f"“{name}”各指标权重{more.zh}合计 {shown}，不是 100", f"the weights of “{name}”{more.en} make {shown}, not 100"),
        Text(f"合计 {shown}", f"they make {shown}"),
        Text(f"指标权重应合计 {show_trimmed(100 - execution)}", f"the indicators' weights ought to make {show_trimmed(100 - execution)}"),
    )  # fmt: skip


def group_differs(place: Place, rubric: str, group: str, declared: Fraction, given: Fraction) -> Diagnostic:
    """Warn of declared weights whose group is worth another number of points in the rubric."""
    name, got, wanted = _group(group), show_trimmed(declared), show_trimmed(given)
    return complaint(
        "P0410", place, Text(f"{name.zh}的权重合计 {got}，评分办法“{rubric}”规定 {wanted}", f"the weights of {name.en} make {got}; the rubric “{rubric}” says {wanted}"),
        Text("以表中写明的权重为准", "the sheet's own weights are used"), Text("若要按办法分摊，删去表中的权重", "to follow the rubric, delete the sheet's weights"),
    )  # fmt: skip


def group_absent(place: Place, name: str, rubric: str, group: str, given: Fraction) -> Diagnostic:
    """Complain of points of a group that the sheet does not have, with no heir."""
    missing, points = _group(group), show_trimmed(given)
    heir = _group("output" if group == "benefit" else "benefit")
    return complaint(
        "P0411", place, Text(f"“{name}”没有{missing.zh}，它的 {points} 分归谁，评分办法“{rubric}”没有说",
                             f"“{name}” has no group {missing.en}; the rubric “{rubric}” does not say where its {points} points go"),
        Text(f"没有{missing.zh}", f"no {missing.en}"),
        Text(f"在评分办法里写 缺项 {missing.zh} 归 {heir.zh}，或 缺项 {missing.zh} 按比例",
             f"write in the rubric: absent {missing.en} to {heir.en}, or absent {missing.en} prorata"),
    )  # fmt: skip


def group_without_points(place: Place, rubric: str, group: tuple[str, ...]) -> Diagnostic:
    """Complain of an indicator in a group that the rubric gives nothing."""
    name = " / ".join(group) or "（无分组）"
    return complaint(
        "P0412", place, Text(f"评分办法“{rubric}”没有给“{name}”分值", f"the rubric “{rubric}” gives no points to “{name}”"),
        Text("这个指标没有分值", "this indicator is worth nothing"), Text("改分组的名字，或在评分办法的权重里加上它", "rename the group, or give it weight in the rubric"),
    )  # fmt: skip


def group_sum(place: Place, group: str, declared: Fraction, points: Fraction, open_ones: int) -> Diagnostic:
    """Complain of declared weights that leave nothing, or something over, in a group."""
    name, got, whole = _group(group), show_trimmed(declared), show_trimmed(points)
    rest = (
        Text(f"另有 {open_ones} 个指标没有写权重", f"{open_ones} indicators declare none")
        if open_ones
        else Text("都写了权重", "all declare one")
    )
    return complaint(
        "P0409", place, Text(f"{name.zh}共 {whole} 分，写明的权重合计 {got}，{rest.zh}", f"{name.en} has {whole} points; the declared weights make {got}, and {rest.en}"),
        Text("分不平", "it does not come out"), Text(f"使写明的权重少于 {whole}，或全部写明且合计 {whole}", f"declare less than {whole}, or all of them making {whole}"),
    )  # fmt: skip


def no_sharing(place: Place, rubric: str, name: str) -> Diagnostic:
    """Complain of an indicator without a weight under a rubric that does not share points out."""
    return complaint(
        "P0401", place, Text(f"“{name}”没有写权重，评分办法“{rubric}”也没有写分摊", f"“{name}” has no weight, and the rubric “{rubric}” does not say how points are shared"),
        Text("不知道值几分", "it is not known what this is worth"), Text("在评分办法里写一行 分摊 平均，或给每个指标写权重", "give the rubric a line sharing equal, or each indicator a weight"),
    )  # fmt: skip


def no_budget(place: Place, name: str, points: Fraction) -> Diagnostic:
    """Complain of a project without a budget under a rubric that scores its execution."""
    shown = show_trimmed(points)
    return complaint(
        "P0413", place, Text(f"“{name}”没有写预算，预算执行率的 {shown} 分无从计算", f"“{name}” has no budget, so the {shown} points of its execution rate cannot be found"),
        Text("缺预算", "no budget"), Text("写一行，例如 预算 5.00万元", "write a line such as budget 5.00万元"),
    )  # fmt: skip


def no_method(place: Place, rubric: str, name: str, target: str) -> Diagnostic:
    """Complain of an indicator that no method of the rubric is for."""
    return complaint(
        "P0414", place, Text(f"评分办法“{rubric}”没有说“{name}”（{target}）怎么评分", f"the rubric “{rubric}” does not say how “{name}” ({target}) is scored"),
        Text("没有适用的方法", "no method is for this"), Text("在评分办法的“评分”里加上它，或在指标上写 评分 方法名", "add it to the rubric's scoring, or write scored METHOD on the indicator"),
    )  # fmt: skip


def method_kind(place: Place, call: MethodCall, name: str, aim: Aim) -> Diagnostic:
    """Complain of levels for a number, or of cases for a quality."""
    qualitative = aim.op == "qualitative"
    return Diagnostic(
        "P0415",
        Text(f"“{name}”{'是定性指标，要用有档次的方法' if qualitative else '不是定性指标，不能用有档次的方法'}",
             f"“{name}” is {'qualitative and needs a method with levels' if qualitative else 'not qualitative; a method with levels does not suit'}"),
        (Label(place, Text("这个指标", "this indicator")), Label(call.place, Text(f"方法“{call.method.name}”", f"the method “{call.method.name}”"))),
        (Text("换一个方法", "choose another method"),),
    )  # fmt: skip


def levels_for_execution(place: Place, call: MethodCall) -> Diagnostic:
    """Complain of levels for the execution rate, which is a number."""
    return Diagnostic(
        "P0415", Text("预算执行率是数，不能用有档次的方法", "the execution rate is a number; a method with levels does not suit"),
        (Label(place, Text("这个项目", "this project")), Label(call.place, Text(f"方法“{call.method.name}”", f"the method “{call.method.name}”"))),
        (Text("换一个有情形的方法，例如 按执行率", "choose a method with cases, such as 按执行率"),),
    )  # fmt: skip


def does_not_suit(complaint: Diagnostic, place: Place, method: str) -> Diagnostic:
    """Show a method's mistake together with the indicator for which it is one."""
    label = Label(place, Text(f"用于这个指标的方法是“{method}”", f"the method for this is “{method}”"))
    return Diagnostic(complaint.code, complaint.message, (*complaint.labels, label), complaint.hints)


def no_rubric(place: Place, name: str) -> Diagnostic:
    """Complain of a project that says not how it is scored."""
    return complaint(
        "P0416", place, Text(f"项目“{name}”没有采用评分办法", f"the project “{name}” names no rubric"),
        Text("不知道怎么评分", "it does not say how it is scored"),
        Text("在文件开头写一行，例如 采用 国家自评2020；或用 --rubric", "write a first line such as use 国家自评2020, or give --rubric"),
    )  # fmt: skip
