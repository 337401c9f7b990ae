"""What a proof finds of a method or a rubric: a verdict on each property, with argument or witness."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, NamedTuple

from perfdsl.diagnostic import Diagnostic, Text
from perfdsl.plan.compile_method import Setting
from perfdsl.scheme.rubric_scheme import MethodCall
from perfdsl.source import Place

Property = Literal[
    "gap", "range", "monotone", "unreachable", "jump", "overlap", "order", "weights", "targets",
    "holds", "agree", "shows", "falls",
]  # fmt: skip
"""The last four are of rules: conditions can hold, effects agree and show, limits fall with the rate."""
Verdict = Literal["proved", "refuted", "unknown", "depends", "allowed", "note"]
"""``depends``: it fails for some operators of a target, not for all, and nobody says which it is for."""

METHOD_PROPERTIES: tuple[Property, ...] = ("gap", "range", "monotone", "unreachable")
"""What is asked of each method of cases; a jump is noted besides."""


class Probe(NamedTuple):
    """An actual in base units and as written, the points before 0 and the weight cut them off, and the case.

    ``points`` is None where they are undefined; ``case`` is -1 where no case decides.
    """

    value: Fraction
    text: str
    points: Fraction | None
    case: int


class Witness(NamedTuple):
    """What shows that a property does not hold, in words, and in numbers where it is about a method.

    ``call`` and ``setting``: with them ``perfdsl.proof.replay`` finds the same points again.
    """

    said: Text
    target: str = ""
    weight: Fraction | None = None
    probes: tuple[Probe, ...] = ()
    call: MethodCall | None = None
    setting: Setting | None = None


class Finding(NamedTuple):
    """The verdict on one property. ``why``: the argument, or the reason why it is not known.

    ``reason``: the rubric's own words where a refutation is allowed. ``complaint``: what a person is told
    of a refutation that is not.
    """

    about: Property
    verdict: Verdict
    why: Text
    witness: Witness | None = None
    complaint: Diagnostic | None = None
    reason: str = ""


class Subject(NamedTuple):
    """A method, a rubric or a rule with its findings. ``used``: the targets that it is for, in words."""

    kind: Literal["method", "rubric", "rule"]
    name: str
    place: Place
    used: Text
    findings: tuple[Finding, ...]
    warnings: tuple[Diagnostic, ...] = ()

    @property
    def complaints(self) -> tuple[Diagnostic, ...]:
        """Refutations and warnings, as a person is told of them."""
        told = (finding.complaint for finding in self.findings if finding.complaint is not None)
        return (*told, *self.warnings)


class Verification(NamedTuple):
    """All that was looked at. ``lacks_solver``: something stays unknown, and z3 is not installed.

    ``errors``: what kept sheets and rubrics from being read whole.
    """

    subjects: tuple[Subject, ...]
    lacks_solver: bool = False
    errors: tuple[Diagnostic, ...] = ()

    def count(self, verdict: Verdict) -> int:
        """Count the findings with a verdict."""
        return sum(finding.verdict == verdict for each in self.subjects for finding in each.findings)

    @property
    def complaints(self) -> tuple[Diagnostic, ...]:
        """All refutations and warnings, in order."""
        return tuple(complaint for each in self.subjects for complaint in each.complaints)
