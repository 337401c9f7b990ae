"""An example in the making: written as text, read back, worked out, and given the points that come out."""

from __future__ import annotations

from typing import NamedTuple

from perfdsl.diagnostic import Diagnostics
from perfdsl.exact import show
from perfdsl.examples.bench import Bench
from perfdsl.examples.example import Posed, Subject, Worked
from perfdsl.examples.find_unmet import PLACES, find_unmet
from perfdsl.examples.run_examples import work_out
from perfdsl.examples.tell_found import STATES
from perfdsl.scorecard import IndicatorScore
from perfdsl.source import Source
from perfdsl.syntax import ast
from perfdsl.syntax.parse import parse
from perfdsl.syntax.write_words import write_text

_ANYTHING = "得 0分"


class Draft(NamedTuple):
    """What is to be given, as text of a list (empty: nothing), under a name.

    ``line``: the indicator that is looked at, in an example of a project; empty in one of a method.
    """

    subject: Subject
    name: str
    given: str
    line: str = ""


def work_out_draft(draft: Draft, bench: Bench) -> Worked | None:
    """Give what the engine makes of a draft; None where it cannot be read or worked out."""
    posed = posed_from(draft, _ANYTHING if not draft.line else f"总分 {_ANYTHING}")
    found = Diagnostics()
    worked = None if posed is None else work_out(posed, bench, found)
    return None if found.has_errors else worked


def finish(draft: Draft, bench: Bench, mark: str) -> str | None:
    """Write a draft with the points that come out; None where there are none, or they cannot be written.

    ``mark``: a comment beside its name.
    """
    worked = work_out_draft(draft, bench)
    line = None if worked is None else _line(draft, worked)
    if worked is None or line is None:
        return None
    expected = _expected(draft, line)
    posed = posed_from(draft, expected)
    found = Diagnostics()
    if posed is None or find_unmet(posed, worked, found) or found.has_errors:
        return None
    return _text(draft, expected, mark)


def posed_from(draft: Draft, expected: str) -> Posed | None:
    """Read a draft as an example; None where it does not read as one."""
    source, found = Source(draft.name, _text(draft, expected)), Diagnostics()
    module = parse(source, found)
    match module.items:
        case (ast.Example() as example,) if not found.has_errors:
            return Posed(source, example, draft.subject)
        case _:
            return None


def _text(draft: Draft, expected: str, mark: str = "") -> str:
    given = f"  设 {draft.given}\n" if draft.given else ""
    beside = f"  # {mark}" if mark else ""
    return f"算例 {write_text(draft.name)}{beside}\n{given}  应 {expected}\n"


def _line(draft: Draft, worked: Worked) -> IndicatorScore | None:
    if not draft.line:
        return worked.line
    return next((line for line in worked.lines if line.name == draft.line), None)


def _expected(draft: Draft, line: IndicatorScore) -> str:
    name = f"{write_text(draft.line)} " if draft.line else ""
    points = f"{show(line.points.low, PLACES)}分"
    if not line.points.settled:
        points = f"{points}..{'<' if line.points.high_open else ''}{show(line.points.high, PLACES)}分"
    state = STATES["excluded" if line.excluded else line.attainment].zh
    return f"{name}得 {points}，{name}{state}"
