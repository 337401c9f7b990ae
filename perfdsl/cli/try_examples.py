"""Answers ``test``: reads sheets, tries their examples or suggests others, and gives the exit code."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from perfdsl.cli.progress import progress_line
from perfdsl.cli.speak import (
    BAD_SPEC,
    FAILED,
    OK,
    choose_language,
    errors_of,
    in_order,
    known_form,
    known_language,
    options_for,
    tell,
    write_report,
)
from perfdsl.diagnostic import Diagnostics
from perfdsl.examples import messages
from perfdsl.examples.example import Coverage, Tested
from perfdsl.examples.run_examples import run_examples
from perfdsl.library import shipped, shipped_texts
from perfdsl.report.examples_forms import EXAMPLES
from perfdsl.scheme.parsed import Parsed, read_source
from perfdsl.scheme.wanted import wanted_rubrics
from perfdsl.syntax import ast
from perfdsl.workspace import open_workspace


class Said(NamedTuple):
    """The arguments of ``test`` as they were typed."""

    paths: tuple[str, ...]
    shipped: bool = False
    name: str = ""
    suggest: bool = False
    form: str = "text"
    lang: str = ""


class Shelf(NamedTuple):
    """Sheets that are read together, and the shipped ones that they make use of."""

    sheets: list[Parsed]
    library: list[Parsed]


def try_examples(said: Said) -> int:
    """Try and print: 0 where every example holds, 1 where one does not, 2 where something is wrong."""
    known_form(said.form, EXAMPLES)
    known_language(said.lang)
    diagnostics = Diagnostics()
    shelves = list(_shelves(said, diagnostics))
    sources = [sheet.source for shelf in shelves for sheet in shelf.sheets]
    language = choose_language(said.lang, sources)
    if said.suggest:
        from perfdsl.cli.suggest_examples import suggest_examples

        return suggest_examples(shelves, said.name, language, diagnostics)
    tested = _joined(shelves, said.name, diagnostics)
    told = in_order(errors_of(diagnostics), sources)
    if said.form != "json":
        tell(told, language)
    options = options_for(language, "out", told.omitted)
    silent = said.form == "text" and not tested.trials and diagnostics.has_errors
    text = "" if silent else EXAMPLES.get(said.form)(tested, list(told), options)
    write_report(text, said.form)
    sys.stdout.flush()
    if diagnostics.has_errors:
        return BAD_SPEC
    return FAILED if tested.count("failed") else OK


def _shelves(said: Said, diagnostics: Diagnostics) -> Iterator[Shelf]:
    """Read what is to be tried; the shipped rubrics stand apart, for one's own may have their names."""
    if said.paths or not said.shipped:
        sources = open_workspace(said.paths or (".",), (), diagnostics, facts=False).sources
        sheets = [read_source(source, diagnostics) for source in sources]
        library = [read_source(source, diagnostics) for source in shipped(_wanted(sheets))]
        if sheets:
            yield Shelf(sheets, library)
    if said.shipped:
        yield Shelf([read_source(source, diagnostics) for source in shipped_texts()], [])


def _wanted(sheets: Sequence[Parsed]) -> list[str]:
    """Names of the rubrics that sheets and their examples use."""
    items = [item for sheet in sheets for item in sheet.module.items]
    named = [item.rubric for item in items if isinstance(item, ast.Example) and item.rubric]
    return [*wanted_rubrics([sheet.module for sheet in sheets]), *named]


def _joined(shelves: Sequence[Shelf], name: str, diagnostics: Diagnostics) -> Tested:
    with progress_line() as progress:
        found = [run_examples(*shelf, diagnostics, name, progress) for shelf in shelves]
    trials = tuple(trial for tested in found for trial in tested.trials)
    if name and not trials:
        items = [item for shelf in shelves for sheet in shelf.sheets for item in sheet.module.items]
        names = [item.name for item in items if isinstance(item, ast.Example)]
        diagnostics.add(messages.no_such_example(name, names))
    coverages = [tested.coverage for tested in found if tested.coverage is not None]
    whole = Coverage(
        sum(each.method_cases for each in coverages),
        sum(each.rule_cases for each in coverages),
        tuple(case for each in coverages for case in each.untouched),
    )
    return Tested(trials, whole if coverages else None)
