"""Finds the rubric that a published table is held against, checked as for any sheet."""

from __future__ import annotations

from collections.abc import Sequence

from perfdsl.audit import messages as of_audit
from perfdsl.diagnostic import Diagnostics
from perfdsl.scheme import messages
from perfdsl.scheme.check import Checker
from perfdsl.scheme.parsed import read_source
from perfdsl.scheme.rubric_scheme import RubricScheme
from perfdsl.source import Source
from perfdsl.syntax import ast


def choose_rubric(name: str, shipped: Sequence[Source], diagnostics: Diagnostics) -> RubricScheme | None:
    """Give a rubric by name; None after a complaint (P0201) where no source defines it."""
    parsed = [read_source(source, diagnostics) for source in shipped]
    checker = Checker((), parsed, diagnostics)
    found = checker.definitions.find_rubric(name)
    if found is None:
        diagnostics.add(messages.unknown_rubric(None, name, checker.definitions.rubric_names()))
        return None
    return checker.rubrics.read(*found)


def choose_own_rubric(
    own: Source, shipped: Sequence[Source], diagnostics: Diagnostics
) -> RubricScheme | None:
    """Give the only rubric that a text defines, which may extend shipped ones; None after a complaint."""
    parsed = read_source(own, diagnostics)
    names = [item.name for item in parsed.module.items if isinstance(item, ast.Rubric)]
    if len(names) != 1:
        diagnostics.add(of_audit.not_one_rubric(own, names))
        return None
    checker = Checker((parsed,), [read_source(source, diagnostics) for source in shipped], diagnostics)
    found = checker.definitions.find_rubric(names[0])
    return None if found is None or diagnostics.has_errors else checker.rubrics.read(*found)
