"""Finds the anchors of a report: where its numbers and their explanations stand."""

from __future__ import annotations

from collections.abc import Iterator

from perfdsl.annual.annual import AnnualReport, ProjectPart


def anchors_of(report: AnnualReport) -> frozenset[str]:
    """Give all anchors that a link can lead to: that of an explanation only where there is one."""
    found: set[str] = set()
    for department in report.departments:
        found |= {department.anchor, f"{department.anchor}-money", f"{department.anchor}-ranking"}
    for project in all_projects(report):
        found |= {project.anchor, project.anchor_of_money, *(row_of(line.anchor) for line in project.lines)}
        if project.outline is not None:
            told = zip(project.lines, project.outline.lines, strict=False)
            found |= {project.anchor_of_total, *(line.anchor for line, _ in told)}
    return frozenset(found)


def all_projects(report: AnnualReport) -> Iterator[ProjectPart]:
    """Give what has lines: the own indicators of departments, then the projects."""
    yield from (department.own for department in report.departments if department.own is not None)
    yield from report.projects


def row_of(anchor: str) -> str:
    """Name the anchor of a line's row in its table, to which its explanation leads back."""
    return f"row-{anchor}"
