"""Lays the report of a year out as blocks of a text document."""

from __future__ import annotations

from collections.abc import Iterator

from perfdsl.annual import document_words as more
from perfdsl.annual import words
from perfdsl.annual.annual import AnnualReport, DepartmentPart
from perfdsl.annual.document_words import ordinal
from perfdsl.annual.lay_text_project import lay_project
from perfdsl.annual.lay_text_reasons import lay_reasons, lay_sections
from perfdsl.annual.lay_text_tables import (
    table_of_actions,
    table_of_counts,
    table_of_groups,
    table_of_money,
    table_of_projects,
    table_of_urgent,
    table_of_years,
)
from perfdsl.annual.say_in import Say
from perfdsl.annual.text_blocks import Block, Chart, Heading, Paragraph, Words
from perfdsl.annual.words import between


def lay_text_document(report: AnnualReport) -> Iterator[Block]:
    """Lay out what follows the title; a chart stands as the project or department part that it is of."""
    say = Say(report.language)
    yield from _beginning(report, say)
    for at, department in enumerate(report.departments, 1):
        yield from _department(report, department, at, say)
    if report.urgent:
        yield Heading(2, say(words.URGENT))
        yield table_of_urgent(report.urgent, say)
    own = [department.own for department in report.departments if department.own is not None]
    for at, project in enumerate(report.projects, len(report.departments) + 1):
        yield from lay_project(project, ordinal(at, report.language), say)
    if any(each.outline is not None for each in (*own, *report.projects)):
        yield Heading(1, say(more.APPENDIX), new_page=True)
    for department in report.departments:
        if department.own is not None:
            yield from lay_reasons(department.own, say)
    for project in report.projects:
        yield from lay_reasons(project, say)
    if report.files:
        yield Heading(1, say(words.FILES))
        yield from (Paragraph((Words(file),), "small") for file in report.files)


def _beginning(report: AnnualReport, say: Say) -> Iterator[Block]:
    if report.note:
        yield Paragraph((Words(report.note),), "note")
    as_of = report.as_of or say(words.ALL_FACTS)
    facts = [(words.YEAR, report.year), (words.AS_OF, as_of), (words.MONITORED, report.monitored)]
    said = [f"{say(label)}{say.colon}{text}" for label, text in facts if text]
    if report.monitored_by:
        said.append(f"{say(more.BANDS)}{say.colon}{report.monitored_by}")
    yield Paragraph((Words(say.between.join(said)),))
    yield from (Paragraph((Words(notice),)) for notice in report.notices)
    if report.omitted:
        yield Paragraph((Words(say(words.left_out(report.omitted))),), "fault")


def _department(report: AnnualReport, department: DepartmentPart, at: int, say: Say) -> Iterator[Block]:
    name = f"{department.name} {department.code}".strip() or department.heading
    head = f"{ordinal(at, report.language)}{say(words.SUMMARY)}{say.colon}{name}"
    yield Heading(1, head, mark=department.anchor)
    yield from _figures(department, say)
    for notice in department.notices:
        yield Paragraph((Words(notice),), "fault")
    places = [each.project for each in department.ranking if each.project < len(report.projects)]
    members = [report.projects[place] for place in places]
    if members:
        yield Heading(2, say(words.RANKING), mark=f"{department.anchor}-ranking")
        yield table_of_projects(members, say)
        if department.unscored:
            named = between(say.language).join(department.unscored)
            yield Paragraph((Words(say.labelled(words.UNSCORED, named)),), "fault")
    yield from _counted(department, say)
    if department.money.planned or department.money.spent_by:
        yield Heading(2, say(words.MONEY), mark=f"{department.anchor}-money")
        yield Chart(department)
        yield table_of_money(department.money, say)
    yield from (Paragraph((Words(gap),), "small") for gap in department.money.gaps)
    if department.years:
        yield Heading(2, say(words.YEARS))
        yield Paragraph((Words(department.years_note),), "small")
        yield table_of_years(department.years, say)
    if department.actions:
        yield Heading(2, say(words.ACTIONS))
        yield table_of_actions(department.actions, say)
    if department.stated:
        yield Heading(2, say(words.STATED))
        for heading, text in department.stated:
            yield Paragraph((Words(f"{heading}{say.colon}", look="bold"), Words(text)))
    yield from lay_sections(department.sections, 3)
    if department.own is not None:
        yield from lay_project(department.own, "", say, level=2)


def _figures(department: DepartmentPart, say: Say) -> Iterator[Block]:
    """Give the figures of a department, each with its label, in one paragraph."""
    if department.part_of:
        yield Paragraph((Words(say(words.part_of(len(department.members), department.part_of))),), "fault")
        return
    figures = [
        (words.TOTAL, department.points.text if department.points else ""),
        (words.GRADE, department.grade),
        (words.MEAN, department.mean.text if department.mean else ""),
        (words.BUDGET, department.money.budget.text),
        (words.SPENT, department.money.spent.text),
        (words.RATE, department.money.rate.text),
        (words.LIGHT, department.lit.text if department.lit else ""),
    ]
    said = [f"{say(label)}{say.colon}{text}" for label, text in figures if text]
    if said:
        yield Paragraph((Words(say.between.join(said)),))
    if department.lit is not None and department.lit.why:
        yield Paragraph((Words(department.lit.why),), "small")
    for made in department.made_of:
        pieces = tuple(Words(each.text, link=each.anchor) for each in made)
        yield Paragraph(pieces, "small", depth=1)


def _counted(department: DepartmentPart, say: Say) -> Iterator[Block]:
    if department.part_of:
        return
    for label, counted in (
        (words.GRADES, department.grades),
        (words.ATTAINMENTS, department.attainments),
        (words.LIGHTS, department.lights),
    ):
        if counted:
            yield Heading(3, say(label))
            yield table_of_counts(counted, say)
    if department.groups:
        yield Heading(2, say(words.GROUPS))
        yield table_of_groups(department.groups, say)
