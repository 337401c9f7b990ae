"""The wording of complaints about required actions (整改): P1221–P1226."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from perfdsl.diagnostic import Diagnostic, Label, Text, complaint
from perfdsl.source import Place

_MOST_SHOWN = 5
_LONGEST = 40


def no_requirement(place: Place, project: str, known: Sequence[str]) -> Diagnostic:
    """Complain of an action that does not say what is required; ``known``: what is, of this project."""
    zh = "、".join(f"“{_cut(each)}”" for each in known[:_MOST_SHOWN])
    en = ", ".join(f"“{_cut(each)}”" for each in known[:_MOST_SHOWN])
    hint = (
        Text(f"这个项目已有的要求：{zh}；写明是哪一条", f"required of it so far: {en}; say which is meant")
        if known
        else Text('加一行：要求 "要改正什么"', 'add a line: requirement "what is to be put right"')
    )
    return complaint(
        "P1221", place, Text(f"“{_cut(project)}”的整改没有写要求", f"an action of “{_cut(project)}” without its requirement"),
        Text("这一段整改没有计入", "this action was left out"), hint,
    )  # fmt: skip


def unknown_project(place: Place, name: str, near: str | None) -> Diagnostic:
    """Complain of an action about a project that no sheet has."""
    hint = (
        Text(f"是不是“{near}”？", f"did you mean “{near}”?")
        if near
        else Text("用项目编码或项目名称", "use the project's code or name")
    )
    return complaint(
        "P1222", place, Text(f"整改写的项目“{_cut(name)}”没有", f"an action names the project “{_cut(name)}”, which there is not"),
        Text("不认识的项目", "unknown project"), hint,
    )  # fmt: skip


def result_without_evidence(place: Place, requirement: str) -> Diagnostic:
    """Warn that a result alone does not close an action."""
    return complaint(
        "P1223", place, Text(f"“{_cut(requirement)}”有结果，没有佐证，不能销号", f"“{_cut(requirement)}” has a result without evidence and stays open"),
        Text("仍算待办", "it counts as open"),
        Text('加一行：佐证 "文件名"', 'add a line: evidence "name of a file"'),
    )  # fmt: skip


def evidence_without_result(place: Place, requirement: str) -> Diagnostic:
    """Warn that evidence alone does not close an action."""
    return complaint(
        "P1223", place, Text(f"“{_cut(requirement)}”有佐证，没有结果，不能销号", f"“{_cut(requirement)}” has evidence without a result and stays open"),
        Text("仍算待办", "it counts as open"),
        Text('加一行：结果 "做了什么" 日期', 'add a line: result "what was done" and its day'),
    )  # fmt: skip


def due_before_raised(place: Place, due: date, raised: date, raised_place: Place) -> Diagnostic:
    """Complain of an action that was due before anybody asked for it; it still counts, as written."""
    return Diagnostic(
        "P1224", Text(f"限期 {due} 早于提出整改的 {raised}", f"due on {due}, before it was raised on {raised}"),
        (Label(place, Text("限期", "due")), Label(raised_place, Text("这一天提出", "raised on this day"))),
        (Text("核对两个日期", "check the two dates"),),
    )  # fmt: skip


def result_before_raised(place: Place, done: date, raised: date, raised_place: Place) -> Diagnostic:
    """Complain of a result that is older than its requirement; it does not close the action."""
    return Diagnostic(
        "P1225", Text(f"结果的日期 {done} 早于提出整改的 {raised}", f"a result of {done}, before the action was raised on {raised}"),
        (Label(place, Text("这个结果没有计入", "this result was left out")), Label(raised_place, Text("这一天提出", "raised on this day"))),
        (Text("核对两个日期", "check the two dates"),),
    )  # fmt: skip


def ambiguous_project(place: Place, name: str) -> Diagnostic:
    """Complain of a name that several projects have."""
    return complaint(
        "P1222", place, Text(f"整改写的“{_cut(name)}”可以是几个项目", f"“{_cut(name)}” of an action may be several projects"),
        Text("同名的不止一个", "more than one has this name"),
        Text("改写项目编码", "write the code of the project"),
    )  # fmt: skip


def _cut(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= _LONGEST else shown[:_LONGEST] + "…"
