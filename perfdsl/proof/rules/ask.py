"""Asks whether some state shows a thing: one that the engine finds too, none at all, or not known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import islice
from typing import Literal, NamedTuple

from perfdsl.proof.rules.choose_number import choose_broken, choose_number
from perfdsl.proof.rules.eliminate import Range, TooLargeError
from perfdsl.proof.rules.formula import NOT_LINEAR, Formula, Inequality, Said, names_in, parts_in
from perfdsl.proof.rules.imagine_state import Imagined, imagine_state
from perfdsl.proof.rules.know_words import certain
from perfdsl.proof.rules.limits import Limits
from perfdsl.proof.rules.rule_set import RuleSet
from perfdsl.proof.rules.search import Allowance, models
from perfdsl.proof.rules.suppose_words import usual

MOST_TRIES = 8
"""States that are tried with the engine."""
CASES_OF_STEP = 4
"""Cases that the engine judges while one step is taken."""
MOST_PARTS = 4000
"""Plain parts of the formulas of one question."""
MOST_STEPS = 8000
"""Steps that all questions about one set of rules may take."""

Reason = Literal["", "no_unit", "not_linear", "too_large", "not_replayed"]


class Answer(NamedTuple):
    """A state that shows it; none (``shown`` is None) for certain, or for a reason unknown."""

    shown: Imagined | None
    why: Reason = ""

    @property
    def never(self) -> bool:
        """Whether it is proved that no state shows it."""
        return self.shown is None and not self.why


NEVER_SHOWN = Answer(None)


class Asker:
    """Asks about one set of rules."""

    __slots__ = ("_allowance", "_limits", "in_rubric", "rules")

    def __init__(self, rules: RuleSet, *, in_rubric: bool = True) -> None:
        """Take the rules; all questions share one allowance. ``in_rubric``: one can say what is meant so."""
        self.rules, self.in_rubric, self._allowance = rules, in_rubric, Allowance(MOST_STEPS)
        self._limits: dict[tuple[str, ...], Limits] = {}

    def limits(self, *moved: str) -> Limits:
        """Give what writes limits as formulas; ``moved``: words that are others in a second state."""
        if moved not in self._limits:
            self._limits[moved] = Limits(self.rules, {name: f"{name}'" for name in moved})
        return self._limits[moved]

    def ask_quietly(
        self,
        formulas: tuple[Sequence[Formula], Sequence[Formula]],
        each: str,
        shows: Callable[[Imagined], bool],
        at: int = 0,
    ) -> Answer:
        """Ask for the first formulas, with the second ones besides where there is such a state."""
        asked, quiet = formulas
        first = self.ask([*asked, *quiet], each, shows, at) if quiet else NEVER_SHOWN
        return first if first.shown is not None else self.ask(asked, each, shows, at)

    def ask(
        self, formulas: Sequence[Formula], each: str, shows: Callable[[Imagined], bool], at: int = 0
    ) -> Answer:
        """Look for a state in which formulas hold and which shows the thing asked for."""
        atoms = {part.atom for part in parts_in(formulas) if isinstance(part, Said)}
        variables = {
            name for part in parts_in(formulas) if isinstance(part, Inequality) for name, _ in part.form.terms
        }
        variables |= {
            name.replace("score", "points", 1).rstrip("'") for name in variables if name.startswith("score")
        }
        if sum(1 for _ in parts_in(formulas)) > MOST_PARTS:
            return Answer(None, "too_large")
        always = [*formulas, *certain(atoms, variables, waits=self.rules.waits)]
        try:
            often = [*always, *usual(atoms, variables)]
            for choose in (self._roundest, self._broken):
                for model in islice(models(often, choose, self._allowance), MOST_TRIES):
                    imagined = imagine_state(model, self.rules, each, at)
                    self._allowance.spend(1 + len(self.rules.cases) // CASES_OF_STEP)
                    if imagined is not None and shows(imagined):
                        return Answer(imagined)
            if next(models(always, self._roundest, self._allowance), None) is None:
                return NEVER_SHOWN
        except TooLargeError:
            return Answer(None, "too_large")
        bent = any(name.startswith(NOT_LINEAR) for name in names_in(always))
        return Answer(None, "not_linear" if bent else "not_replayed")

    def _broken(self, name: str, within: Range) -> Fraction:
        return choose_broken(within, step_of(name, self.rules))

    def _roundest(self, name: str, within: Range) -> Fraction:
        return choose_number(within, step_of(name, self.rules), _USUAL.get(word_of(name)))


def step_of(name: str, rules: RuleSet) -> Fraction:
    """Give the step in which people write a value: percents, points, ten thousands of money, units."""
    word = word_of(name)
    if word in {"execution", "ratio"}:
        return Fraction(1, 100)
    if word in {"budget", "spent"}:
        return Fraction(10_000)
    return rules.written[word].factor if word in rules.written else Fraction(1)


def word_of(name: str) -> str:
    """Give the word, or the function of a named line, that a variable stands for."""
    return name.rstrip("'").partition("\t")[0]


_USUAL = {"points": Fraction(10), "total": Fraction(95)}
"""Numbers that a person would take for an example."""
