"""Lays explanations out as the appendix of a text document; each leads back to where its number stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from perfdsl.annual.annual import ProjectPart
from perfdsl.annual.find_anchors import row_of
from perfdsl.annual.line_part import LinePart
from perfdsl.annual.say_in import Say
from perfdsl.annual.text_blocks import Block, Heading, Paragraph, Words
from perfdsl.report.explanation_item import Item, Row
from perfdsl.report.explanation_lines import LineOutline
from perfdsl.report.explanation_outline import Section


def lay_reasons(project: ProjectPart, say: Say) -> Iterator[Block]:
    """Lay out how a project came to its total, and each line to its points."""
    if project.outline is None:
        return
    yield Heading(2, project.outline.title or project.name, mark=project.anchor_of_total, back=project.anchor)
    yield from _rows(project.outline.facts, say)
    yield from lay_sections(project.outline.sections, 3)
    for line, told in zip(project.lines, project.outline.lines, strict=False):
        yield from _line(line, told, say)


def lay_sections(sections: Sequence[Section], level: int) -> Iterator[Block]:
    """Lay out headings with what is said below them."""
    for section in sections:
        yield Heading(level, section.heading)
        yield from (_item(item) for item in section.items)


def _line(line: LinePart, told: LineOutline, say: Say) -> Iterator[Block]:
    head = f"{line.number}. {told.name}　{told.points}　{told.attainment}"
    yield Heading(3, head, mark=line.anchor, back=row_of(line.anchor))
    if told.sentence:
        yield Paragraph((Words(told.sentence),), "bold")
    yield from _rows(told.rows, say)


def _rows(rows: Sequence[Row], say: Say) -> Iterator[Block]:
    for row in rows:
        for at, item in enumerate(row.items):
            if at == 0:
                yield _item(item, f"{row.label}{say.colon}")
            else:
                yield _item(item._replace(depth=item.depth + 1))


def _item(item: Item, label: str = "") -> Paragraph:
    mark = f"{item.mark} " if item.mark else ""
    place = f"— {item.place}" if item.place else ""
    words = (Words(label, look="bold"), Words(f"{mark}{item.text}"), Words(place))
    return Paragraph(tuple(each for each in words if each.text), "small", item.depth)
