"""Writes the report of a year as one HTML page that needs no network, no other file and no script."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from perfdsl.annual import words
from perfdsl.annual.annual import AnnualReport
from perfdsl.annual.choose_charts import charts_of_department, charts_of_project, curves_of_project
from perfdsl.annual.explained import explained_of
from perfdsl.annual.line_part import LinePart
from perfdsl.annual.picture import draw
from perfdsl.packaged import read_packaged
from perfdsl.report.explanation_words import bracketed, colon
from perfdsl.report.markup import Markup as Ours
from perfdsl.report.markup import shown

if TYPE_CHECKING:
    from jinja2 import Environment

MOST_DRAWN: Final = 24
"""Projects whose charts are drawn; the tables of all of them stand in the page."""
MOST_CURVES: Final = 16
"""Score curves that are drawn, of lines that lost points."""
LONGEST_NAME: Final = 200
"""Characters of a name; the rest is left out, and the sheet has it in full."""


def write_page(report: AnnualReport) -> str:
    """Write the page.

    Every text of a sheet or a table is escaped, its hidden characters are spelt out, and it is cut where it
    is longer than ``markup.LONGEST`` (names: ``LONGEST_NAME``). ImportError where jinja2 or vl-convert is not
    installed. Time and size are linear in the lines of the projects shown; at most ``MOST_DRAWN`` projects
    have charts (some 25 ms each).
    """
    language = report.language
    pictures = {
        part.anchor: [(chart, draw(chart)) for chart in charts_of_department(part, report.projects, language)]
        for part in report.departments
    }
    curves: dict[str, Any] = {}
    for part in report.projects[:MOST_DRAWN]:
        pictures[part.anchor] = [(chart, draw(chart)) for chart in charts_of_project(part, language)]
        for anchor, chart in curves_of_project(part, language):
            if len(curves) < MOST_CURVES:
                curves[anchor] = (chart, draw(chart))
    template = _environment().get_template("report.html")
    return template.render(
        report=report,
        w=_Words(language),
        style=Ours(read_packaged("pages", "report.css")),
        pictures=pictures,
        curves=curves,
        explained={part.anchor: explained_of(part, language) for part in _explained(report)},
        undrawn=max(len(report.projects) - MOST_DRAWN, 0),
        lang="zh-CN" if language == "zh" else "en",
        most_drawn=MOST_DRAWN,
    )


def _explained(report: AnnualReport) -> list[Any]:
    return [*(part.own for part in report.departments if part.own is not None), *report.projects]


class _Words:
    """The fixed words in one language, by the names that they have in ``words``."""

    def __init__(self, language: Any) -> None:  # noqa: ANN401 — a Language; templates know no types
        self._language = language

    def __getattr__(self, name: str) -> str:
        said: str = getattr(words, name).say(self._language)
        return said

    @property
    def colon(self) -> str:
        """Between a label and what it labels."""
        return colon(self._language)

    @property
    def comma(self) -> str:
        """Between two things that are listed."""
        return words.comma(self._language)

    @property
    def between(self) -> str:
        """Between names."""
        return words.between(self._language)

    def undrawn(self, most: int) -> str:
        """Say that only so many projects have charts."""
        return words.undrawn(most).say(self._language)

    def part_of(self, many: int, of: int) -> str:
        """Say that only some projects of a department are there."""
        return words.part_of(many, of).say(self._language)

    def bracketed(self, text: str) -> str:
        """Put into brackets; nothing for nothing."""
        return bracketed(text, self._language)

    def month(self, number: int) -> str:
        """``6月底``."""
        return words.month_end(number).say(self._language)

    def more_urgent(self, count: int) -> str:
        """Say how many more there are to act on."""
        return words.more_urgent(count).say(self._language)

    def left_out(self, count: int) -> str:
        """Say how many projects are not shown."""
        return words.left_out(count).say(self._language)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        autoescape=True,
        loader=FunctionLoader(lambda name: read_packaged("pages", name)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    environment.filters["name"] = _name
    environment.filters["groups"] = _groups
    environment.filters["by_heading"] = _by_heading
    return environment


def _finalize(value: object) -> object:
    """Make what a template puts out safe; our own markup alone stands as it is."""
    from markupsafe import Markup

    if isinstance(value, Markup):
        return value
    if isinstance(value, Ours):
        return Markup(str(value))  # noqa: S704 — made by report.markup and annual.picture alone
    return Markup(shown(str(value)))  # noqa: S704 — shown escapes


def _groups(lines: Iterable[LinePart]) -> list[tuple[str, list[LinePart]]]:
    """Lines that follow each other in one first-level group."""
    return [(group, list(held)) for group, held in groupby(lines, key=lambda line: "".join(line.group[:1]))]


def _by_heading(stated: Iterable[tuple[str, str]]) -> list[tuple[str, list[str]]]:
    """Texts that follow each other under one heading."""
    return [
        (heading, [text for _, text in held]) for heading, held in groupby(stated, key=lambda each: each[0])
    ]


def _name(text: str) -> str:
    """Shorten a name that is longer than any name is."""
    return text if len(text) <= LONGEST_NAME else text[:LONGEST_NAME] + "…"
