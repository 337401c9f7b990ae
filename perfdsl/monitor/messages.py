"""The wording of complaints about monitoring itself."""

from __future__ import annotations

from collections.abc import Sequence

from perfdsl.diagnostic import Diagnostic, Text, complaint
from perfdsl.scheme.scheme import ProjectScheme

_MOST_NAMES = 6


def without_bands(project: ProjectScheme, known: Sequence[str]) -> Diagnostic:
    """Warn of a project whose rubric does not say by which lights it is watched."""
    rubric = project.rubric.name if project.rubric else ""
    one = (*known, "四色灯")[0]
    some = "、".join(known[:_MOST_NAMES]) or "四色灯"
    return complaint(
        "P1211", project.place,
        Text(f"“{project.name}”没有监控：评分办法“{rubric}”没有写用哪个监控办法", f"“{project.name}” is not monitored: its rubric “{rubric}” names no monitoring scheme"),
        Text("不知道按什么亮灯", "it is not known when which light shines"),
        Text(f"在评分办法里加一行：监控 {one}；或用 --bands 选一个（{some}）", f"add to the rubric: monitored_by {one}; or choose one with --bands ({some})"),
    )  # fmt: skip
