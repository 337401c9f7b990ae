"""Answers ``eval``: scores, prints what is asked for, and gives the exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from perfdsl.cli.arguments import Arguments, WrongUseError
from perfdsl.cli.evaluate import Wishes, evaluate_paths
from perfdsl.cli.fail_on import Condition, failures, read_conditions
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
    write_report,
)
from perfdsl.diagnostic import Diagnostics, Language, Text
from perfdsl.registry import Registry
from perfdsl.report import REPORTS
from perfdsl.scorecard import Scorecard

if TYPE_CHECKING:
    from perfdsl.cli.evaluate import Result


def answer(said: Arguments) -> int:
    """Score and print; WrongUseError, with nothing read or printed, where an option's value cannot be."""
    if said.by not in {"", "department"}:
        raise WrongUseError("--by", f"{said.by!r}：写 department · write department")
    forms = _forms(said)
    known_form(said.format, forms)
    conditions = read_conditions(said.fail_on)
    known_language(said.lang)
    day = read_day(said.as_of)
    result = evaluate_paths(
        Wishes(
            tuple(said.paths),
            tuple(said.actuals),
            said.rubric,
            tuple(said.project),
            day,
            said.keep_going,
            said.by,
        )
    )
    language = choose_language(said.lang, result.sources)
    _print(result, said, language)
    failed = _tell_failures(conditions, result, language)
    return exit_code(result.diagnostics) or failed


def _forms(said: Arguments) -> Registry:
    """The forms of what is asked for: projects one by one, or departments."""
    if not said.by:
        return REPORTS
    from perfdsl.report.department_forms import DEPARTMENTS

    return DEPARTMENTS


def _tell_failures(conditions: Sequence[Condition], result: Result, language: Language) -> int:
    found = failures(conditions, result.scorecard or Scorecard(()), language) if conditions else []
    sys.stderr.writelines(f"{failure.text}\n" for failure in found)
    if any(failure.unknown for failure in found):
        return BAD_SPEC
    return FAILED if found else OK


def read_day(text: str, option: str = "--as-of") -> date | None:
    """Read the value of ``--as-of``, or of another option; WrongUseError where it is no day."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise WrongUseError(
            option, f"{text!r} 不是日期，写成 2022-06-30 · not a date, write 2022-06-30"
        ) from None


def _print(result: Result, said: Arguments, language: Language) -> None:
    """Print the report; complaints go to the error stream, unless the report holds them itself."""
    told = in_order(result.diagnostics, result.sources)
    held_back = result.scorecard is not None and said.format == "text" and not said.warnings
    if said.format != "json":
        tell(errors_of(told) if held_back else told, language)
    if result.scorecard is not None or said.format == "json":
        options = options_for(language, "out", told.omitted, bom=said.bom)
        text = _forms(said).get(said.format)(result.scorecard or Scorecard(()), list(told), options)
        write_report(text, said.format)
    sys.stdout.flush()
    if held_back:
        sys.stderr.write(say_held_back(told).say(language))


def say_held_back(diagnostics: Diagnostics) -> Text:
    """Say how many warnings were not shown, and how to see them; nothing where there are none."""
    from perfdsl.report.words import count

    counted = count([d.severity for d in diagnostics if d.severity != "error"], 0)
    if not counted.zh:
        return Text("", "")
    return Text(
        f"\n另有 {counted.zh}：加 --warnings 可看\n",
        f"\n{counted.en} not shown: add --warnings to see them\n",
    )
