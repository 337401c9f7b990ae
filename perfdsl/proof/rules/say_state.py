"""Tells of a state in the words of rules: 预算执行率 55%，总分 95，未填 原因."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from perfdsl.diagnostic import Language, Text
from perfdsl.exact import show_trimmed
from perfdsl.proof.rules.formula import NOT_LINEAR, Atom, Formula, Said, names_in, parts_in
from perfdsl.proof.rules.rule_set import RuleSet
from perfdsl.proof.rules.search import Model
from perfdsl.scheme.names import group_name
from perfdsl.syntax.keywords import spell, tables

_ORDER = ("execution", "total", "score", "points", "ratio", "budget", "spent")
_TEN_THOUSAND = 10_000
_PLACES = 6


def say_state(model: Model, formulas: Iterable[Formula], rules: RuleSet) -> Text:
    """Tell what a state has of the names in some formulas."""
    given = list(formulas)
    model = _with_rate(model, rules)
    apart = {
        part.atom.name for part in parts_in(given) if isinstance(part, Said) and part.atom.kind in _APART
    }
    names = {name for name in names_in(given) - apart if not name.startswith(NOT_LINEAR)}
    names |= {"execution"} & model.numbers.keys()
    ordered = sorted(
        names, key=lambda name: (_ORDER.index(word) if (word := _word(name)) in _ORDER else 99, name)
    )
    told = [Text(_say(name, model, rules, "zh"), _say(name, model, rules, "en")) for name in ordered]
    told += list(_groups_and_notes(model))
    told = [each for each in dict.fromkeys(told) if each.zh]
    return Text("，".join(each.zh for each in told), ", ".join(each.en for each in told))


def _with_rate(model: Model, rules: RuleSet) -> Model:
    """Tell the rate too, where it is read as a quotient."""
    spent, budget = model.numbers.get("spent"), model.numbers.get("budget")
    if not rules.splits_rate or spent is None or not budget:
        return model
    return model._replace(numbers={**model.numbers, "execution": spent / budget})


def _word(name: str) -> str:
    return name.rstrip("'").partition("\t")[0]


def name_of_variable(name: str, language: Language) -> str:
    """Spell what a variable stands for."""
    word, tab, line = name.rstrip("'").partition("\t")
    if word.startswith("“"):
        return word.strip("“”")
    if not tab:
        return spell("scope", word, language)
    spellings = tables()["functions"][word]
    shown = spellings[0] if language == "zh" else spellings[-1]
    return f"{shown}({group_name(line)})"


def show_number(name: str, value: Fraction, rules: RuleSet, language: Language) -> str:
    """Write a value in the unit that people write it in."""
    word = _word(name)
    if word in {"execution", "ratio"}:
        return f"{show_trimmed(value * 100, _PLACES)}%"
    if word in {"budget", "spent"}:
        if language == "zh":
            return f"{show_trimmed(value / _TEN_THOUSAND, _PLACES)}万元"
        return f"{show_trimmed(value, _PLACES)} yuan"
    unit_written = rules.written.get(word)
    if unit_written is None or word in {"score", "points", "total", "self", "review"}:
        return show_trimmed(value, _PLACES)
    return f"{show_trimmed(value / unit_written.factor, _PLACES)}{unit_written.name}"


def _say(name: str, model: Model, rules: RuleSet, language: Language) -> str:
    known, true = model.truths.get(Atom("known", name)), model.truths.get(Atom("true", name))
    spelt = name_of_variable(name, language)
    if known is False and name in _OF_REPORTED and model.truths.get(Atom("true", "unreported")):
        return ""
    if known is False:
        return f"没有 {spelt}" if language == "zh" else f"no {spelt}"
    if true is not None:
        return spelt if true else f"非 {spelt}" if language == "zh" else f"not {spelt}"
    if name in model.numbers:
        return f"{spelt} {show_number(name, model.numbers[name], rules, language)}"
    return (f"有 {spelt}" if language == "zh" else f"{spelt} recorded") if known else ""


def _groups_and_notes(model: Model) -> Iterator[Text]:
    for atom, so in sorted(model.truths.items()):
        match atom.kind, so:
            case "note", _:
                zh, en = ("已填", "filled") if so else ("未填", "unfilled")
                yield Text(
                    f"{zh} {spell('heads', atom.name, 'zh')}", f"{en} {spell('heads', atom.name, 'en')}"
                )
            case "has", _:
                zh, en = ("有", "has") if so else ("无", "lacks")
                yield Text(f"{zh} {group_name(atom.name)}", f"{en} {group_name(atom.name)}")
            case "within", True:
                yield Text(f"属于 {group_name(atom.name)}", f"within {group_name(atom.name)}")
            case _:
                continue


_OF_REPORTED = frozenset({"met", "actual", "ratio", "shortfall", "score"})
"""What a line that is not reported does not have, which need not be told."""
_APART = frozenset({"has", "within", "note"})
"""Atoms that are told after all words."""
