"""The wording of complaints about what is asked of goal-seek."""

from __future__ import annotations

from collections.abc import Sequence

from perfdsl.diagnostic import Diagnostic, Text
from perfdsl.scheme.did_you_mean import did_you_mean

_MOST_NAMES = 8


def _about(code: str, message: Text, *hints: Text) -> Diagnostic:
    return Diagnostic(code, message, (), hints)


def unknown_grade(grade: str, rubric: str, known: Sequence[str]) -> Diagnostic:
    """Complain of a grade that a project's rubric does not give."""
    shown = grade[:40]
    message = Text(
        f"评分办法“{rubric}”没有等级“{shown}”", f"the rubric {rubric} has no grade {shown}"
    )  # fmt: skip
    if not known:
        remedy = Text("它没有等级；改用 --score 写总分", "it has none at all; name a total with --score")
        return _about("P0881", message, remedy)
    return _about("P0881", message, *_meant(grade, known), _list("它的等级", "its grades", known))


def unknown_line(name: str, known: Sequence[str]) -> Diagnostic:
    """Complain of an opened line that no project has."""
    shown = name[:40]
    message = Text(f"没有指标叫“{shown}”，无从放开", f"there is no line {shown} to be opened")
    return _about("P0882", message, *_meant(name, known), _list("可以放开的", "lines", known))


def computed_line(name: str, uses: Sequence[str]) -> Diagnostic:
    """Complain of an opened line that follows from other lines of its project."""
    return _about(
        "P0883", Text(f"“{name}”由其他指标算出，不能单独改", f"{name} is computed from other lines and cannot change alone"),
        Text(f"放开它所用的：{'、'.join(uses)}", f"open what it is computed from: {', '.join(uses)}"),
    )  # fmt: skip


def _meant(name: str, known: Sequence[str]) -> list[Text]:
    near = did_you_mean(name, known)
    return [Text(f"是不是“{near}”？", f"did you mean {near}?")] if near else []


def _list(zh: str, en: str, known: Sequence[str]) -> Text:
    some, more = known[:_MOST_NAMES], "…" if len(known) > _MOST_NAMES else ""
    return Text(f"{zh}：{'、'.join(some)}{more}", f"{en}: {', '.join(some)}{more}")
