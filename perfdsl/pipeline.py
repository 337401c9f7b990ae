"""The story: from sources and facts to scores, each stage taking one noun and giving the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from perfdsl.diagnostic import Diagnostics
from perfdsl.scorecard import Scorecard
from perfdsl.source import Source

if TYPE_CHECKING:
    from perfdsl.actuals.bound import Actuals
    from perfdsl.actuals.fact import Fact
    from perfdsl.plan.plan import Plan
    from perfdsl.scheme.scheme import Scheme

Progress = Callable[[int, int], None]
"""Is told how many sheets of how many are done."""

REPORTED = 50
"""Sheets between two reports of progress, unless said otherwise."""

Library = Callable[[Iterable[str]], Sequence[Source]]
"""Gives the shipped sources that define the named rubrics; all of them where a name is unknown."""


class Request(NamedTuple):
    """What is asked of a run besides the texts: a rubric, a day, an engine, and to go on past errors.

    ``bands``: a monitoring scheme in place of those that rubrics name.
    """

    rubric: str = ""
    as_of: date | None = None
    engine: str = "exact"
    keep_going: bool = False
    bands: str = ""


_PLAIN = Request()


class Outcome(NamedTuple):
    """A scorecard, if there is one, and all that was found on the way."""

    scorecard: Scorecard | None
    diagnostics: Diagnostics


def no_library(_: Iterable[str]) -> Sequence[Source]:
    """Ship nothing."""
    return ()


def score(
    sources: Sequence[Source],
    facts: Sequence[Fact],
    library: Library = no_library,
    request: Request = _PLAIN,
) -> Outcome:
    """Score the indicators written in ``sources`` against ``facts``."""
    diagnostics = Diagnostics()
    scheme, plan = prepare(sources, diagnostics, library, request)
    return Outcome(run(scheme, plan, facts, diagnostics, request), diagnostics)


def prepare(
    sources: Sequence[Source],
    diagnostics: Diagnostics,
    library: Library = no_library,
    request: Request = _PLAIN,
    progress: Progress | None = None,
) -> tuple[Scheme, Plan]:
    """Parse and check everything, and compile the projects that no error stands in the way of."""
    from perfdsl.plan.compile_plan import PlanCompiler
    from perfdsl.scheme.keep_sound import complain_of_rubrics, keep_sound

    scheme = check(sources, diagnostics, library, request.rubric, progress, request.bands, request.as_of)
    complain_of_rubrics(scheme, diagnostics)
    sound = keep_sound(scheme, diagnostics) if diagnostics.has_errors else scheme
    return scheme, PlanCompiler().compile(sound)


def run(
    scheme: Scheme, plan: Plan, facts: Sequence[Fact], diagnostics: Diagnostics, request: Request
) -> Scorecard | None:
    """Bind the facts and score; None where an error stands in the way (unless asked to keep going).

    The facts are bound even then: what is wrong with them is told in the same run.
    """
    return score_bound(
        scheme, plan, bind_facts(scheme, plan, facts, diagnostics, request), diagnostics, request
    )


def score_bound(
    scheme: Scheme, plan: Plan, actuals: Actuals, diagnostics: Diagnostics, request: Request
) -> Scorecard | None:
    """Score bound facts; None where an error stands in the way (unless asked to keep going)."""
    from perfdsl.engines import ENGINES
    from perfdsl.engines.faults import complain_of_faults

    if diagnostics.has_errors and not request.keep_going:
        return None
    scorecard: Scorecard = ENGINES.get(request.engine)(plan, actuals)
    scored = {each.place for each in scorecard.departments}
    left_out = (each for each in scheme.departments if each.place not in scored)
    scorecard = scorecard._replace(left_out=tuple(each.code or each.name for each in left_out))
    complain_of_faults(scorecard, diagnostics)
    return scorecard if request.keep_going or not diagnostics.has_errors else None


def bind_facts(
    scheme: Scheme, plan: Plan, facts: Sequence[Fact], diagnostics: Diagnostics, request: Request
) -> Actuals:
    """Bind the facts given and those in sheets to the plan; what is wrong with any of them is told."""
    from perfdsl.actuals.bind import bind
    from perfdsl.actuals.from_sheet import facts_in_sheets
    from perfdsl.actuals.set_aside import check_set_aside, facts_of_plan
    from perfdsl.actuals.unread_rows import projects_in_doubt

    in_doubt = projects_in_doubt(plan, diagnostics)
    told = [*facts_in_sheets(scheme), *facts]
    actuals = bind(plan, facts_of_plan(scheme, plan, told), diagnostics, request.as_of)
    check_set_aside(scheme, plan, told, diagnostics, request.as_of)
    return actuals._replace(broken=actuals.broken | in_doubt)


def check(  # noqa: PLR0913, PLR0917 — each has a name, and most are left out
    sources: Sequence[Source],
    diagnostics: Diagnostics,
    library: Library = no_library,
    rubric: str = "",
    progress: Progress | None = None,
    bands: str = "",
    as_of: date | None = None,
    *,
    every: bool = False,
) -> Scheme:
    """Parse and check; the scheme holds what is sound, as amendments leave it on a day.

    ``every``: what is wrong with it between any two amendments is told too.
    """
    from perfdsl.scheme.check import Checker, check_together
    from perfdsl.scheme.parsed import read_source
    from perfdsl.scheme.wanted import wanted_rubrics

    sheets = [read_source(source, diagnostics) for source in reported(sources, progress)]
    wanted = wanted_rubrics([sheet.module for sheet in sheets], rubric, bands)
    shipped = [read_source(source, diagnostics) for source in library(wanted)]
    scheme = Checker(sheets, shipped, diagnostics).check(sheets, rubric, as_of, every=every)
    check_together(scheme, diagnostics)
    return scheme


def reported(sources: Sequence[Source], progress: Progress | None, every: int = REPORTED) -> Iterable[Source]:
    """Go through sources, telling now and then how many are done."""
    for done, source in enumerate(sources):
        if progress is not None and done % every == 0:
            progress(done, len(sources))
        yield source
