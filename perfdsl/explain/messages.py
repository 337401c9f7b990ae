"""The wording of complaints about what an explanation is asked for (P0891–P0894)."""

from __future__ import annotations

from collections.abc import Sequence

from perfdsl.diagnostic import Diagnostic, Text, complaint
from perfdsl.scheme.did_you_mean import did_you_mean
from perfdsl.scheme.scheme import ProjectScheme

_MOST_SHOWN = 8
_LONGEST = 60

_NOTHING = Text("", "")


def unknown_project(asked: str, projects: Sequence[ProjectScheme]) -> Diagnostic:
    """Complain of a project that there is not."""
    name = _cut(asked)
    near = did_you_mean(
        asked.strip(), [each for project in projects for each in (project.name, project.code) if each]
    )
    return complaint(
        "P0891", None, Text(f"没有项目“{name}”", f"there is no project “{name}”"), _NOTHING,
        _remedy(near, [project.name for project in projects]),
    )  # fmt: skip


def ambiguous_project(asked: str, projects: Sequence[ProjectScheme]) -> Diagnostic:
    """Complain of a name that several projects have, or have a part of."""
    name, shown = _cut(asked), list({id(each): each for each in projects}.values())
    zh, en = _listed([f"{each.name}（{each.code}）" if each.code else each.name for each in shown])
    return complaint(
        "P0892", None, Text(f"“{name}”可以是 {len(shown)} 个项目", f"“{name}” may be any of {len(shown)} projects"), _NOTHING,
        Text(f"写全名称或编码：{zh}", f"write a whole name or a code: {en}"),
    )  # fmt: skip


def unknown_line(asked: str, project: ProjectScheme, names: Sequence[str]) -> Diagnostic:
    """Complain of an indicator that the project does not have."""
    name, near = _cut(asked), did_you_mean(asked.strip(), names)
    return complaint(
        "P0893", project.place, Text(f"项目“{project.name}”没有指标“{name}”", f"the project “{project.name}” has no indicator “{name}”"),
        Text("问的是这个项目", "the project that was asked about"),
        _remedy(near, names),
    )  # fmt: skip


def ambiguous_line(asked: str, project: ProjectScheme, names: Sequence[str]) -> Diagnostic:
    """Complain of a name that several lines of a project have, or have a part of."""
    name, (zh, en) = _cut(asked), _listed(names)
    return complaint(
        "P0894", project.place, Text(f"“{name}”可以是 {len(names)} 个指标", f"“{name}” may be any of {len(names)} indicators"),
        Text("问的是这个项目", "the project that was asked about"),
        Text(f"写全指标的名称，或连同分组：{zh}", f"write the whole name, with its group where need be: {en}"),
    )  # fmt: skip


def _remedy(near: str | None, names: Sequence[str]) -> Text:
    if near:
        return Text(f"是不是“{near}”？", f"did you mean “{near}”?")
    zh, en = _listed(names)
    return Text(f"有的是：{zh}", f"there are: {en}") if names else Text("先写项目", "write a project first")


def _listed(names: Sequence[str]) -> tuple[str, str]:
    shown, more = list(names[:_MOST_SHOWN]), len(names) - _MOST_SHOWN
    zh, en = "、".join(shown), ", ".join(shown)
    return (f"{zh}…（共 {len(names)} 个）", f"{en} … ({len(names)} in all)") if more > 0 else (zh, en)


def _cut(text: str) -> str:
    return text.strip() if len(text) <= _LONGEST else text[:_LONGEST] + "…"
