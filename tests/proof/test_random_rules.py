"""Random rules: what is proved of them no random state contradicts, as the exact engine sees it."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from perfdsl.engines.exact.apply_effects import conflicts
from perfdsl.proof.rules.ask import Asker
from perfdsl.proof.rules.ask_shows import differs
from perfdsl.proof.rules.formula import Atom
from perfdsl.proof.rules.imagine_state import Imagined, imagine_state
from perfdsl.proof.rules.play_state import Played, play
from perfdsl.proof.rules.prove_agree import prove_agree
from perfdsl.proof.rules.prove_falls import prove_falls
from perfdsl.proof.rules.prove_holds import prove_holds
from perfdsl.proof.rules.prove_shows import prove_shows
from perfdsl.proof.rules.rule_set import RuleSet
from perfdsl.proof.rules.search import Model
from perfdsl.syntax import ast
from tests.proof.rubric_texts import rules_of

SIGNS = st.sampled_from(["<", "<=", ">", ">=", "="])
PERCENTS = st.sampled_from(["40%", "60%", "100%", "150%"])
POINTS = st.sampled_from(["0", "4", "6", "9.5", "10"])
TOTALS = st.sampled_from(["0", "59", "60", "80", "89", "90", "100"])


def joined(atoms: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    def grow(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        both = st.builds("({} {} {})".format, inner, st.sampled_from(["且", "或"]), inner)
        return both | st.builds("非 ({})".format, inner)

    return st.recursive(atoms, grow, max_leaves=4)


OF_LINES = joined(
    st.builds("得分 {} 分值 * {}".format, SIGNS, PERCENTS)
    | st.builds("得分 {} {}".format, SIGNS, POINTS)
    | st.builds("完成比例 {} {}".format, SIGNS, PERCENTS)
    | st.builds("min(得分, 自评得分) {} {}".format, SIGNS, POINTS)
    | st.builds("计数(达标, 正向, 未填 原因) {} {}".format, SIGNS, st.sampled_from("012"))
    | st.sampled_from(["达标", "正向", "反向", "未填 原因", "已填 佐证", "未报", "已填 自评得分"])
    | st.sampled_from(["属于 产出指标", "属于 效益指标"])
)  # fmt: skip
OF_PROJECTS = joined(
    st.builds("预算执行率 {} {}".format, SIGNS, PERCENTS)
    | st.builds("总分 {} {}".format, SIGNS, TOTALS)
    | st.builds("得分(产出指标) {} {}".format, SIGNS, POINTS)
    | st.builds("得分(产出指标) {} 分值(产出指标) * {}".format, SIGNS, PERCENTS)
    | st.builds("审计问题 {} {}个".format, SIGNS, st.sampled_from("012"))
    | st.builds("执行数 / 预算 {} {}".format, SIGNS, PERCENTS)
    | st.sampled_from(["有 成本指标", "无 成本指标", "已填 审计问题", "达标(培训)", "未报(培训)", "已完成"])
)  # fmt: skip
LINE_EFFECTS = (
    st.just("不计")
    | st.builds("扣 {}分".format, st.sampled_from("0123"))
    | st.builds("得分 至多 {}".format, st.sampled_from(["4分", "分值", "分值 * 40%", "分值 - 2分", "100分"]))
)
PROJECT_EFFECTS = st.builds("总分 至多 {}".format, TOTALS) | st.builds(
    "等级 至多 {}".format, st.sampled_from("优良中差")
)
LINE_CASES = st.builds("  每项 当 {} 则 {}".format, OF_LINES, LINE_EFFECTS)
PROJECT_CASES = st.builds("  每项目 当 {} 则 {}".format, OF_PROJECTS, PROJECT_EFFECTS)
LINE_RULES = st.lists(LINE_CASES, min_size=1, max_size=3).map("\n".join)
PROJECT_RULES = st.lists(PROJECT_CASES, min_size=1, max_size=3).map("\n".join)

SHARES = st.sampled_from([Fraction(each, 20) for each in range(41)])
SCORES = st.sampled_from([Fraction(each, 2) for each in range(21)])
YES = st.booleans()


@st.composite
def lines(draw: st.DrawFn) -> Model:
    """A line of 10 points with whatever else may be so of it."""
    known = {word: draw(YES) for word in ("score", "self", "ratio")}
    waits = draw(YES) and draw(YES)
    up = draw(YES)
    within = draw(st.sampled_from(["", "output", "benefit"]))
    truths = {
        Atom("known", "score"): known["score"] and not waits, Atom("known", "self"): known["self"],
        Atom("known", "ratio"): known["ratio"] and not waits, Atom("known", "met"): not waits,
        Atom("true", "met"): draw(YES), Atom("true", "unreported"): waits, Atom("true", "upward"): up,
        Atom("true", "downward"): not up and draw(YES),
        Atom("note", "reason"): draw(YES) and not waits, Atom("note", "evidence"): draw(YES) and not waits,
    }  # fmt: skip
    truths |= {Atom("within", within): True} if within else {}
    numbers = {"points": Fraction(10), "score": draw(SCORES), "self": draw(SCORES), "ratio": draw(SHARES)}
    return Model(truths, numbers)


@st.composite
def projects(draw: st.DrawFn) -> Model:
    """A project with some groups, a line called 培训, and facts."""
    truths = {
        Atom("known", word): draw(YES) or draw(YES)
        for word in ("total", "execution", "“审计问题”", "finished", "met\t培训", "score\toutput")
    }
    truths[Atom("known", "unreported\t培训")] = truths[Atom("known", "met\t培训")]
    truths[Atom("true", "finished")] = draw(YES)
    truths[Atom("true", "met\t培训")] = draw(YES)
    truths[Atom("true", "unreported\t培训")] = draw(YES) and draw(YES)
    truths[Atom("has", "cost")] = draw(YES)
    score = draw(SCORES)
    numbers = {
        "execution": draw(SHARES), "total": draw(st.integers(0, 200).map(lambda half: Fraction(half, 2))),
        "“审计问题”": Fraction(draw(st.integers(0, 3))), "score\toutput": score,
        "points\toutput": max(score, draw(SCORES)),
    }  # fmt: skip
    truths[Atom("known", "points\toutput")] = truths[Atom("known", "score\toutput")]
    if not truths[Atom("known", "score\toutput")]:
        del numbers["score\toutput"], numbers["points\toutput"]
        truths = {atom: so for atom, so in truths.items() if not atom.name.endswith("output")}
    return Model(truths, numbers)


def imagined(rules: RuleSet, states: list[Model], each: str) -> list[Imagined]:
    found = [imagine_state(state, rules, each) for state in states]
    return [each for each in found if each is not None]


def fires(played: Played, effects: list[ast.Effect]) -> bool:
    return any(each.certain and any(each.effect is effect for effect in effects) for each in played.fired)


def verdicts(findings) -> set[str]:
    return {finding.verdict for finding in findings}


@given(LINE_RULES, st.lists(lines(), min_size=15, max_size=15))
@settings(deadline=None, max_examples=60)
def test_rules_over_lines(text: str, states: list[Model]) -> None:
    rules = rules_of(text)
    asker = Asker(rules)
    holds, never = prove_holds(asker)
    agree = prove_agree(asker, never)
    shows = prove_shows(asker, never)
    # 达标 with a ratio below 1 is only so of targets below zero: of these it is not known.
    assert "完成比例" in text or "unknown" not in verdicts(holds + agree)
    idle = {each.complaint.labels[0].place for each in shows if each.complaint is not None}
    for state in imagined(rules, states, "indicator"):
        played = play(state)
        assert not fires(played, [effect for at in never for effect in rules.cases[at].effects])
        if verdicts(agree) == {"proved"}:
            assert not list(conflicts(played.fired))
        out = any(isinstance(each.effect, ast.Exclude) for each in played.fired)
        for entry in rules.entries("indicator"):
            assert out or entry.place not in idle or not differs(state, entry)


@given(
    PROJECT_RULES, st.lists(projects(), min_size=15, max_size=15), st.lists(SHARES, min_size=15, max_size=15)
)
@settings(deadline=None, max_examples=60)
def test_rules_over_projects(text: str, states: list[Model], rates: list[Fraction]) -> None:
    rules = rules_of(text)
    asker = Asker(rules)
    _, never = prove_holds(asker)
    shows = prove_shows(asker, never)
    falls = prove_falls(asker, never)
    idle = {each.complaint.labels[0].place for each in shows if each.complaint is not None}
    for state in imagined(rules, states, "project"):
        played = play(state)
        assert not fires(played, [effect for at in never for effect in rules.cases[at].effects])
        for entry in rules.entries("project"):
            assert entry.place not in idle or not differs(state, entry)
    if verdicts(falls) == {"proved"} and not rules.splits_rate:
        for state, rate in zip(states, rates, strict=True):
            assert_not_turned(rules, state, rate)


def assert_not_turned(rules: RuleSet, state: Model, rate: Fraction) -> None:
    """A lower rate up to 100 % never ends higher, all else the same."""
    low, high = sorted((min(rate, Fraction(1)), min(state.numbers["execution"], Fraction(1))))
    if low == high or not state.truths[Atom("known", "execution")]:
        return
    pair = [
        imagine_state(Model(state.truths, {**state.numbers, "execution": each}), rules, "project")
        for each in (low, high)
    ]
    if pair[0] is not None and pair[1] is not None:
        worse, better = (play(each).held for each in pair)
        assert worse.total.low <= better.total.low
