"""What is proved of random methods no target, weight or actual contradicts; what is refuted has a witness."""

from __future__ import annotations

import os
from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from perfdsl.plan.compile_method import Setting
from perfdsl.proof.choose_settings import aim_in
from perfdsl.proof.prove_by_structure import prove_by_structure
from perfdsl.proof.prove_use import ASKED, UseProof, prove_use
from perfdsl.proof.replay import refutes
from perfdsl.proof.use import Use, domain_of
from perfdsl.scheme.known_units import RATIO, TIMES
from tests.proof.typed_methods import methods, sizes, uses_of, weights

MANY = int(os.environ.get("PERFDSL_EXAMPLES", "50"))


@pytest.fixture(autouse=True, scope="module")
def _without_solver():
    """What z3 says is asked in a test of its own: it takes its time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("perfdsl.proof.with_z3.has_solver", lambda: False)
        yield


SETTINGS = settings(max_examples=MANY, deadline=None, suppress_health_check=list(HealthCheck))


def setting_like(proof: UseProof, target: Fraction, weight: Fraction) -> Setting:
    """A setting of a use with another target and weight; a count where the unit is free and it can be one."""
    use, model = proof.use, proof.settings.all[0]
    unit = use.unit or (TIMES if target >= 0 and target.denominator % 2 else RATIO)
    return model._replace(aim=aim_in(use.op, unit, target), weight=weight)


def ordered(use: Use, target: Fraction, one: Fraction, other: Fraction) -> list[tuple[Fraction, Fraction]]:
    """The two actuals, the worse first, as far as one is better."""
    low, high = sorted((one, other))
    match use.op:
        case ">=" | ">":
            return [(low, high)]
        case "<=" | "<":
            return [(high, low)]
        case _:
            up = [(low, high)] if high <= target else []
            return up + ([(high, low)] if low >= target else [])


@SETTINGS
@given(methods(), st.lists(st.tuples(sizes, weights, sizes, sizes), min_size=12, max_size=12))
def test_what_is_proved_holds(text, tries) -> None:
    for use in uses_of(text):
        proof = prove_use(use)
        for target, weight, one, other in tries:
            setting = setting_like(proof, target, weight)
            low = domain_of(use, setting).low
            actuals = [a if low is None else max(a, low) for a in (one, other, target)]
            if low is not None and target < low:
                continue
            for about in ASKED:
                if not proof.outcomes[about].proved:
                    continue
                if about != "monotone":
                    for actual in actuals:
                        assert not refutes(use.call, setting, about, [actual]), (
                            text,
                            use.op,
                            setting,
                            actual,
                        )
                    continue
                for pair in (
                    *ordered(use, target, *actuals[:2]),
                    *ordered(use, target, actuals[0], actuals[2]),
                ):
                    assert not refutes(use.call, setting, about, pair), (text, use.op, setting, pair)


@SETTINGS
@given(methods())
def test_what_is_refuted_has_a_witness(text) -> None:
    for use in uses_of(text):
        for about, outcome in prove_use(use).outcomes.items():
            if outcome.proved is not False:
                continue
            assert outcome.setting is not None
            assert refutes(use.call, outcome.setting, about, outcome.actuals), (text, use.op)
            low = domain_of(use, outcome.setting).low
            assert low is None or min(outcome.actuals) >= low
            if about == "monotone":
                target = outcome.setting.aim.target
                assert target is not None
                assert outcome.actuals in ordered(use, target, *outcome.actuals)


@SETTINGS
@given(methods())
def test_the_build_of_a_method_never_contradicts_its_curves(text) -> None:
    """The two ways of proving share nothing: what one proves the other must not refute."""
    for use in uses_of(text):
        built = prove_by_structure(use, set(ASKED))
        outcomes = curves_only(use)
        assert not [about for about in built if outcomes[about] is False], (text, use.op)


def curves_only(use: Use) -> dict[str, bool | None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("perfdsl.proof.prove_use.prove_by_structure", lambda *_: set())
        return {about: outcome.proved for about, outcome in prove_use(use).outcomes.items()}


def test_random_methods_are_of_every_kind() -> None:
    """Enough of them suit something, and each property is both proved and refuted among them."""
    seen: Counter[tuple[str, bool | None]] = Counter()

    @settings(max_examples=60, deadline=None, database=None, derandomize=True)
    @given(methods())
    def look(text) -> None:
        for use in uses_of(text):
            seen.update((about, outcome.proved) for about, outcome in prove_use(use).outcomes.items())

    look()
    for about in ASKED:
        assert seen[about, True] > 10
        assert seen[about, False] > 10
