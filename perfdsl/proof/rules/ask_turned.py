"""Asks for two states of which the worse one ends higher, because a limit lowers the better one."""

from __future__ import annotations

from collections.abc import Sequence

from perfdsl.proof.rules.ask import Answer, Asker
from perfdsl.proof.rules.formula import Every, Formula, Some, compared, known, number, variable
from perfdsl.proof.rules.imagine_state import Imagined, imagine_state, second
from perfdsl.proof.rules.limits import Limits, better_than
from perfdsl.proof.rules.play_state import Played, play
from perfdsl.proof.rules.quotient import Choice, comparison
from perfdsl.proof.rules.rule_set import Entry
from perfdsl.syntax import ast

_RATES = frozenset({"execution", "spent"})


def ask_turned(
    asker: Asker, entry: Entry, entries: Sequence[Entry], about: tuple[str, str]
) -> tuple[Answer, list[Formula]]:
    """Ask for two states: a better one that an effect lowers further than all effects lower the worse one."""
    limited, quantity = about
    moved = sorted(_moved(quantity))
    worse, renamed = asker.limits(*moved), {name: f"{name}'" for name in moved}
    unit = min(entry.case.lines, default=0)
    beside = [each for each in entries if entry.case.each != "indicator" or unit in each.case.lines]
    formulas = [*_apart(quantity), asker.limits().applies(entry), known(limited)]
    formulas += [known(renamed[limited])] if limited in renamed else []
    formulas += _lower(asker, entry, beside, worse, (limited, renamed.get(limited, limited)))

    def shows(imagined: Imagined) -> bool:
        pair = play_both(asker, imagined, entry.case.each, unit)
        return pair is not None and pair[1].has(entry) and _is_above(asker, *pair)

    quiet = [*asker.limits().quiet(entry), *worse.quiet(entry)]
    return asker.ask_quietly((formulas, quiet), entry.case.each, shows, unit), formulas


def _moved(quantity: str) -> set[str]:
    """Give what is another number in the worse state: the total is, where one of its parts is."""
    if quantity in _RATES:
        return {"execution", "spent"}
    return {quantity, "total"} if "\t" in quantity else {quantity}


def _apart(quantity: str) -> list[Formula]:
    less, more = variable(f"{quantity}'"), variable(quantity)
    found: list[Formula] = [compared(less, "<", more), known(quantity), known(f"{quantity}'")]
    if "\t" in quantity:
        found.append(compared(more.minus(less), "=", variable("total").minus(variable("total'"))))
    if quantity == "execution":
        found.append(compared(more, "<=", number(1)))
    if quantity == "spent":
        found += [compared(more, "<=", variable("budget")), known("budget")]
    return found


def _lower(
    asker: Asker, entry: Entry, beside: Sequence[Entry], worse: Limits, limited: tuple[str, str]
) -> list[Formula]:
    """When an effect lowers the better state below what the worse one keeps."""
    better_one, worse_one = (variable(name) for name in limited)
    if isinstance(entry.effect, ast.GradeCap):
        grade, better = entry.effect.grade, better_than(entry.effect.grade, asker.rules)
        if better is None:
            return [Some(())]
        kept = [worse.leaves_grade(each, better, grade) for each in beside]
        return [better.holds(better_one), better.holds(worse_one), *kept]
    caps = [each for each in beside if isinstance(each.effect, ast.Cap)]
    return [
        Some(tuple(
            Every((
                comparison(Choice((), better_one), ">", each),
                comparison(Choice((), worse_one), ">", each),
                *(worse.leaves(other, each) for other in caps),
            ))
            for each in asker.limits().amounts(entry)
        ))
    ]  # fmt: skip


def play_both(asker: Asker, imagined: Imagined, each: str, unit: int) -> tuple[Played, Played] | None:
    """Play the worse state and the better one."""
    worse = imagine_state(second(imagined.model), asker.rules, each, unit)
    return None if worse is None else (play(worse), play(imagined))


def _is_above(asker: Asker, worse: Played, better: Played) -> bool:
    names = [grade.name for grade in asker.rules.grades]
    ranks = [min(map(names.index, each.held.possible), default=0) for each in (worse, better)]
    if worse.held.lines and worse.held.lines[0].name == "这一项":
        return worse.held.lines[0].points.low > better.held.lines[0].points.low
    return worse.held.total.low > better.held.total.low or ranks[0] < ranks[1]
