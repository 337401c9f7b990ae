"""What rules do not allow (错误), told as errors: such a score is not given."""

from __future__ import annotations

from perfdsl.diagnostic import Diagnostic, Diagnostics, Label, Text
from perfdsl.scorecard import Flag, IndicatorScore, ProjectScore, Scorecard
from perfdsl.source import Place


def complain_of_faults(scorecard: Scorecard, diagnostics: Diagnostics) -> None:
    """Complain of every flag that a rule raised as an error, at the rule and at what it is about."""
    for project in scorecard.projects:
        for flag in project.flags:
            if flag.code == "P0712":
                diagnostics.add(_fault(flag, project))
    for flag in scorecard.flags:
        if flag.code == "P0712" and flag.place is not None:
            here = Label(flag.place, Text(f"规则“{flag.rule}”", f"the rule “{flag.rule}”"))
            diagnostics.add(Diagnostic(flag.code, flag.text, (here,), _REMEDY))


def _fault(flag: Flag, project: ProjectScore) -> Diagnostic:
    line = next((each for each in project.indicators if each.name == flag.indicator), None)
    what = f"{project.name} / {flag.indicator}" if flag.indicator else project.name
    labels = [Label(_where(line, project), Text("说的是这里", "this is what it is about"))]
    if flag.place is not None:
        labels.append(Label(flag.place, Text(f"规则“{flag.rule}”", f"the rule “{flag.rule}”")))
    message = Text(f"{what}：{flag.text.zh}", f"{what}: {flag.text.en}")
    return Diagnostic(flag.code, message, tuple(labels), _REMEDY)


def _where(line: IndicatorScore | None, project: ProjectScore) -> Place:
    if line is None:
        return project.place
    return line.place if line.fact is None else line.fact.place


_REMEDY = (
    Text(
        "按规则补齐实绩、原因或佐证；确要先看分数，加 --keep-going",
        "complete the facts as the rule asks; --keep-going shows the score all the same",
    ),
)
