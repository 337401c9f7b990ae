"""Reports for tests: of the department whose sheets are shipped, and of sheets full of hostile texts."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from perfdsl.annual.annual import AnnualReport
from perfdsl.annual.gather_annual import gather_annual
from perfdsl.annual.year import Wishes
from perfdsl.cli.score_year import score_year
from perfdsl.cli.write_report import Asked
from perfdsl.diagnostic import Diagnostics
from perfdsl.workspace import open_workspace

ROOT = Path(__file__).parents[2]
LINXI = ROOT / "specs" / "linxi-2022"
INVENTED = "实绩全部为虚构示例"
BANDS = "四色灯"

HOSTILE = (
    "=1+2",
    "<script>alert(1)</script>",
    "+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "<r>x</r>",
    "&amp;&#x41;]]>",
    "\u202e反过来",
    "\x00\x1b[31m红\ufffe",
    "半个字\ud800",
    "{{7*7}}",
    "很长" * 3000,
)
"""Names and texts that somebody may have typed so as to be obeyed."""


@cache
def linxi_report(day: str = "", language: str = "zh") -> AnnualReport:
    """Gather the report of the shipped department; its facts are invented."""
    return gather(str(LINXI), day=day, language=language)


def gather(path: str, day: str = "", language: str = "zh", note: str = INVENTED) -> AnnualReport:
    """Gather the report of a folder."""
    diagnostics = Diagnostics()
    asked = Asked((path,), (), bands=BANDS)
    workspace = open_workspace([path], (), diagnostics)
    year = score_year(asked, date.fromisoformat(day) if day else None, workspace, diagnostics)
    assert year is not None, [each.message.zh for each in diagnostics]
    return gather_annual(year, Wishes("zh" if language == "zh" else "en", note=note))


def hostile_report() -> AnnualReport:
    """Give the report of the department with hostile texts wherever words of other people stand."""
    report = linxi_report()
    projects = []
    for at, project in enumerate(report.projects):
        texts = [HOSTILE[(at + line.number) % len(HOSTILE)] for line in project.lines]
        lines = tuple(
            line._replace(
                name=text,
                target=text,
                actual=text,
                why=text,
                reason=text,
                group=(text,),
                evidence=text,
                source=text,
            )
            for line, text in zip(project.lines, texts, strict=True)
        )
        named = HOSTILE[at % len(HOSTILE)]
        projects.append(
            project._replace(name=named, purpose=named, code=named, lines=lines, notices=(named,))
        )
    return report._replace(
        projects=tuple(projects), title=HOSTILE[1], note=HOSTILE[0], notices=HOSTILE,
        departments=tuple(each._replace(name=HOSTILE[4]) for each in report.departments),
    )  # fmt: skip
