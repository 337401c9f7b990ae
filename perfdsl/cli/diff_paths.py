"""Answers ``diff``: reads both sides, compares what they mean, prints it, and gives the exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from perfdsl import pipeline
from perfdsl.cli.arguments import WrongUseError
from perfdsl.cli.diff_impact import read_facts_of, score_both
from perfdsl.cli.present import read_day
from perfdsl.cli.read_revision import read_revision
from perfdsl.cli.speak import (
    BAD_SPEC,
    FAILED,
    OK,
    choose_language,
    errors_of,
    exit_code,
    in_order,
    known_form,
    known_language,
    options_for,
    tell,
    write_data,
    write_report,
)
from perfdsl.diagnostic import Diagnostics, Language
from perfdsl.diff.compare import compare
from perfdsl.diff.comparison import Comparison
from perfdsl.diff.difference import SENSES, Difference
from perfdsl.diff.impact import Impact
from perfdsl.diff.sheets import Sheets
from perfdsl.library import shipped
from perfdsl.plan.compile_plan import PlanCompiler
from perfdsl.registry import Registry
from perfdsl.source import Source
from perfdsl.workspace import STDIN, open_workspace

FORMS = Registry(
    "perfdsl.differences",
    {
        "text": "perfdsl.report.diff_text:render",
        "json": "perfdsl.report.diff_json:render",
        "md": "perfdsl.report.diff_markdown:render",
    },
)
"""Renderers ``(comparison, options) -> str``."""

ANY = "any"


class Wishes(NamedTuple):
    """What the arguments of ``diff`` ask for."""

    old: str
    new: str
    actuals: Sequence[str] = ()
    fail_on: Sequence[str] = ()
    form: str = "text"
    lang: str = ""
    between: tuple[str, str] | None = None


Days = tuple[date | None, date | None]
"""The days on which the two sides are looked at; None: with every amendment in force."""


DatedSources = tuple[list[Source], date | None]
"""The sheets of a side, and the day on which they are looked at."""


def diff_paths(wishes: Wishes) -> int:
    """Compare and print; WrongUseError, with nothing read, where an option has a value that cannot be."""
    known_form(wishes.form, FORMS)
    known_language(wishes.lang)
    failing = _read_failing(wishes.fail_on)
    days = _read_days(wishes)
    if wishes.old == wishes.new == STDIN:
        raise WrongUseError("OLD NEW", "只有一边可以是标准输入 · only one side can be standard input")
    diagnostics = Diagnostics()
    new = open_workspace([wishes.new or wishes.old], (), diagnostics, facts=False).sources
    old = new if not wishes.new or diagnostics.has_errors else _read_old(wishes, diagnostics)
    language = choose_language(wishes.lang, new or old)
    if diagnostics.has_errors:
        return _refuse(diagnostics, [], wishes, language)
    return _compare(wishes, ((old, days[0]), (new, days[1])), failing, language)


def _read_days(wishes: Wishes) -> Days:
    """Read ``--between``: of one path its two days, of two paths a day for each."""
    if wishes.between is None:
        if not wishes.new:
            raise WrongUseError("NEW", "要写新旧两边，或加 --between · name both sides, or give --between")
        return None, None
    old, new = (read_day(text, "--between") for text in wishes.between)
    return old, new


def _compare(
    wishes: Wishes,
    sides: Sequence[DatedSources],
    failing: Sequence[str],
    language: Language,
) -> int:
    diagnostics = Diagnostics()
    (before, _), (after, _) = sides
    old, new = (_check(sources, day, diagnostics) for sources, day in sides)
    if diagnostics.has_errors:
        return _refuse(diagnostics, [*before, *after], wishes, language)
    impact, wrong = _impact(wishes, old, new, language) if wishes.actuals else (None, OK)
    if wrong:
        return wrong
    comparison = Comparison(*_names(wishes), compare(old, new), impact)
    _print(comparison, wishes.form, language)
    return _tell_failing(failing, comparison.difference, language)


def _read_old(wishes: Wishes, diagnostics: Diagnostics) -> list[Source]:
    """A path where there is one, else the new path at a revision."""
    if wishes.old == STDIN or os.path.lexists(wishes.old) or wishes.new == STDIN or not wishes.old:
        return open_workspace([wishes.old], (), diagnostics, facts=False).sources
    return read_revision(wishes.old, wishes.new, diagnostics)


def _names(wishes: Wishes) -> tuple[str, str]:
    """What people call the sides: with their days where they have any."""
    old, new = wishes.old, wishes.new or wishes.old
    if wishes.between is None:
        return old, new
    return f"{old} {wishes.between[0]}", f"{new} {wishes.between[1]}"


def _check(sources: list[Source], day: date | None, diagnostics: Diagnostics) -> Sheets:
    """Check one side as it stands on a day; projects without a rubric are compared but not scored."""
    found = Diagnostics()
    scheme = pipeline.check(sources, found, shipped, as_of=day)
    # Of one text looked at twice, what is wrong with it is told once.
    known = frozenset(diagnostics)
    for each in found:
        if each not in known:
            diagnostics.add(each)
    diagnostics.omitted += found.omitted
    plan = PlanCompiler().compile(scheme if not found.has_errors else scheme._replace(projects=()))
    return Sheets(scheme, plan)


def _impact(wishes: Wishes, old: Sheets, new: Sheets, language: Language) -> tuple[Impact | None, int]:
    diagnostics = Diagnostics()
    facts = read_facts_of(wishes.actuals, diagnostics)
    impact = None if diagnostics.has_errors else score_both(old, new, facts, diagnostics)
    if impact is None:
        return None, _refuse(diagnostics, [], wishes, language)
    return impact, OK


def _refuse(diagnostics: Diagnostics, sources: list[Source], wishes: Wishes, language: Language) -> int:
    """Tell the errors of a side that does not check; warnings are for ``check`` to tell.

    A program gets them in its own form, on the stream where it looks for the differences.
    """
    errors = errors_of(in_order(diagnostics, sources))
    if wishes.form == "json":
        from perfdsl.report.diff_json import render_refusal

        options = options_for(language, "out", errors.omitted)
        write_data(render_refusal(*_names(wishes), errors, options))
    else:
        tell(errors, language)
    return exit_code(diagnostics) or BAD_SPEC


def _read_failing(texts: Sequence[str]) -> list[str]:
    known = (*SENSES, ANY)
    wanted = [part.strip() for text in texts for part in text.replace("，", ",").split(",")]
    for each in wanted:
        if each not in known:
            raise WrongUseError("--fail-on", f"{each!r}：{' '.join(known)} 之一 · one of {' '.join(known)}")
    return wanted


def _tell_failing(failing: Sequence[str], difference: Difference, language: Language) -> int:
    from perfdsl.report.diff_words import SENSES as WORDS

    counts = {sense: difference.count(sense) for sense in SENSES}
    found = [sense for sense in SENSES if counts[sense] and (sense in failing or ANY in failing)]
    for sense in found:
        sys.stderr.write(f"--fail-on {sense}: {WORDS[sense].say(language)} {counts[sense]}\n")
    return FAILED if found else OK


def _print(comparison: Comparison, form: str, language: Language) -> None:
    text = FORMS.get(form)(comparison, options_for(language, "out"))
    write_report(text, form)
    sys.stdout.flush()
