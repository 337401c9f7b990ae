"""A filled form held against a rubric and against itself: rows compared, and what does not fit."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import NamedTuple

from perfdsl.audit.difference import Audit
from perfdsl.audit.filled_form import Entry, FilledForm, Unsure
from perfdsl.audit.mistake import GRAVITIES, Gravity, Mistake, MistakeKind
from perfdsl.diagnostic import Text


class Recomputed(NamedTuple):
    """Points worked out anew beside those printed.

    ``rows``: of so many rows the rubric gives one number of points; ``given`` are theirs, ``awarded`` what is
    printed for them. ``execution``: rate × weight, exact; None where the form does not print what it takes.
    """

    rows: int
    given: Fraction
    awarded: Fraction
    execution: Fraction | None
    printed_execution: Entry | None


class FormAudit(NamedTuple):
    """One form. ``audit`` holds its rows; ``unsure`` what was not read surely, and is not compared."""

    form: FilledForm
    audit: Audit
    mistakes: tuple[Mistake, ...]
    recomputed: Recomputed

    @property
    def name(self) -> str:
        """The printed name of the project."""
        return self.form.name

    @property
    def unsure(self) -> tuple[Unsure, ...]:
        """Fields that may have been misread."""
        return self.form.unsure

    @property
    def reasons(self) -> tuple[Text, ...]:
        """Doubts about the form as a whole."""
        return self.form.reasons

    @property
    def counts(self) -> dict[MistakeKind, int]:
        """How often each kind was found, in their order; only those that were."""
        found = Counter(each.kind for each in self.mistakes)
        return {kind: found[kind] for kind in GRAVITIES if found[kind]}

    def of_gravity(self, gravity: Gravity) -> tuple[Mistake, ...]:
        """Give the mistakes of one gravity."""
        return tuple(each for each in self.mistakes if each.gravity == gravity)
