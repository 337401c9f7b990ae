"""Proves or refutes the properties of a method for one use: from curves, then from its build, then by z3."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from perfdsl.diagnostic import Text
from perfdsl.plan.compile_method import Setting
from perfdsl.plan.form import NotACurve
from perfdsl.proof import wording
from perfdsl.proof.examine import Actuals, Trial, Trials, counterexample, jump_at_target
from perfdsl.proof.finding import Property
from perfdsl.proof.prove_by_structure import prove_by_structure
from perfdsl.proof.replay import refutes
from perfdsl.proof.round_counterexample import near_counterexamples
from perfdsl.proof.sample_cases import sample_cases
from perfdsl.proof.settings import Known, Settings, settings_of
from perfdsl.proof.solver_time import SolverTime
from perfdsl.proof.use import Domain, Use
from perfdsl.scheme.method_scope import names_beyond
from perfdsl.scheme.scheme import Aim

ASKED: tuple[Property, ...] = ("gap", "range", "monotone")


class Outcome(NamedTuple):
    """What became of a property: proved (True), refuted (False, with setting and actuals), or not known."""

    proved: bool | None
    why: tuple[Text, ...]
    setting: Setting | None = None
    actuals: Actuals = ()


class Jump(NamedTuple):
    """Points that are won or lost at once where the target is met, and where that was seen."""

    points: Fraction
    setting: Setting


class UseProof(NamedTuple):
    """What is known of a use, with the settings and the trials that show it."""

    use: Use
    outcomes: Mapping[Property, Outcome]
    settings: Settings
    trials: Trials


def prove_use(use: Use, preferred: Sequence[Known] = (), time: SolverTime | None = None) -> UseProof:
    """Say of each property what is known; the build of the method is looked at first, which costs least.

    ``time``: what z3 may still take.
    """
    settings = settings_of(use, preferred)
    trials = Trials(use, settings.all)
    built = prove_by_structure(use, set(ASKED))
    outcomes = {about: Outcome(True, (wording.BY_STRUCTURE,)) for about in built}
    for about in ASKED:
        if about not in built:
            outcomes[about] = _from_curves(settings, trials, about)
    _ask_solver(settings, outcomes, time or SolverTime())
    return UseProof(use, outcomes, settings, trials)


def _from_curves(settings: Settings, trials: Trials, about: Property) -> Outcome:
    doubtful = None
    try:
        for trial in trials:
            found = _failure(trial, about)
            if found is not None and found.proved is False:
                return _plainer(settings, about) or found
            doubtful = doubtful or found
    except NotACurve as reason:
        return _without_curve(settings, about, reason.why)
    proved = True if settings.speaks_for_all(about) else None
    return doubtful or Outcome(proved, settings.argument(about))


def _plainer(settings: Settings, about: Property) -> Outcome | None:
    """Look for a counterexample that people would rather see, first among the actuals of examples."""
    for trial in Trials(settings.use, settings.plain):
        shown = Domain(values=settings.actuals_at(trial.setting))
        for tried in (trial._replace(domain=shown), trial) if shown.values else (trial,):
            found = _failure(tried, about)
            if found is not None and found.proved is False:
                return found
    return None


def _failure(trial: Trial, about: Property) -> Outcome | None:
    """Give a counterexample that the interpreter, too, finds to be one; doubt where there is none."""
    actuals = counterexample(trial, about)
    if actuals is None:
        return None
    if not actuals or not refutes(trial.use.call, trial.setting, about, actuals):
        return Outcome(None, (wording.NO_WITNESS,))
    return Outcome(False, (), trial.setting, actuals)


def _without_curve(settings: Settings, about: Property, refusal: Text) -> Outcome:
    """Try actuals one by one; what is not refuted stays unknown."""
    use = settings.use
    if names_beyond(use.call):
        return Outcome(None, (wording.OTHER_FACTS,))
    found = sample_cases(settings, about)
    if found is not None and refutes(use.call, found[0], about, found[1]):
        return Outcome(False, (), *found)
    return Outcome(None, (wording.no_curve(refusal),))


def _ask_solver(settings: Settings, outcomes: dict[Property, Outcome], time: SolverTime) -> None:
    """Let z3 speak, where it is installed, of what is left."""
    left = [about for about in ASKED if outcomes[about].proved is None]
    if not left or settings.use.aim is not None or names_beyond(settings.use.call):
        return
    from perfdsl.proof.with_z3 import has_solver, solve

    for about in left if has_solver() else ():
        if not time.take():
            outcomes[about] = Outcome(None, (*outcomes[about].why, wording.NO_TIME))
            continue
        answer = solve(settings, about, time)
        if answer is not None and answer.proved:
            outcomes[about] = Outcome(True, (wording.BY_SOLVER,))
        elif answer is not None and answer.setting:
            outcomes[about] = (
                _believed(settings.use, about, (answer.setting, answer.actuals)) or outcomes[about]
            )


def _believed(use: Use, about: Property, found: tuple[Setting, Actuals]) -> Outcome | None:
    """Give a counterexample of z3, or the plainest near it, if the interpreter finds it to be one."""
    for setting, actuals in near_counterexamples(use, *found):
        if refutes(use.call, setting, about, actuals):
            return Outcome(False, (), setting, actuals)
    return None


def jump_of(proof: UseProof) -> Jump | None:
    """Give the jump at the most natural target, if that is above zero."""
    try:
        trial = next(iter(proof.trials), None)
        if trial is None or not _is_above_zero(trial.setting.aim):
            return None
        points = jump_at_target(trial)
    except NotACurve:
        return None
    return Jump(points, trial.setting) if points else None


def _is_above_zero(aim: Aim) -> bool:
    return all(end > 0 for end in (aim.low, aim.high) if end is not None)
