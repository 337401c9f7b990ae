"""The arguments and reasons of proofs, as people read them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Final

from perfdsl.diagnostic import Text
from perfdsl.proof.write_number import written
from perfdsl.scheme.scheme import Aim

SCALED: Final = Text(
    "任何目标值：实绩与目标值同乘一数，得分不变，正、零、负各取一个即可",
    "any target: actual and target may be scaled alike, so one above zero, zero and one below are all",
)
SCALED_ENDS: Final = Text(
    "任何区间：低于区间只看下限，高于区间只看上限，同乘一数得分不变",
    "any range: below it only its lower end matters, above it only its upper, and both may be scaled",
)
ORDERED: Final = Text(
    "任何目标值：只比大小，目标值在各界限上与之间各取一个即可",
    "any target: only its order among the method's own numbers matters, and each place was tried",
)
BLIND: Final = Text("任何目标值：方法不看目标值", "any target: the method does not look at it")
ANY_DAY: Final = Text("任何期限：日期一起平移，得分不变", "any day: all dates may be moved alike")
TWELVE_MONTHS: Final = Text("十二个月份逐一验过", "each of the twelve months")
ONE_STATE: Final = Text("“是”与“否”都验过", "both yes and no")
ALL_OF_BUDGET: Final = Text("对着全部预算", "against all of the budget")
ONE_BUDGET: Final = Text(
    "只在预算 5 万元时试过：方法里有金额", "tried with a budget of 50,000 only: it names amounts"
)
ONE_BASELINE: Final = Text("只在几个基数上试过", "tried with a few baselines only")
NO_WITNESS: Final = Text(
    "曲线上有可疑之处，但没有找到写得出的反例",
    "the curve looks wrong somewhere, but no actual that shows it was found",
)
PROPORTIONAL: Final = Text("任何分值：得分与分值成正比", "any weight: points are in proportion to it")
WEIGHT_CELLS: Final = Text(
    "任何分值（至 100）：在各界限上与之间各取一个", "any weight up to 100: at and between all its thresholds"
)
BY_STRUCTURE: Final = Text(
    "任何目标值与分值：看式子的构成",
    "any target and weight: by how its expressions are built",
)
BY_SOLVER: Final = Text("任何目标值与分值：由 z3 证得", "any target and weight: by z3")
OTHER_FACTS: Final = Text(
    "用到别的事实，无法从它自己看出", "it uses other facts, so that it cannot be seen from itself"
)
NO_CALL: Final = Text(
    "没有默认值的参数，也没有评分办法或表给出：无从验证",
    "it has parameters without a default, and no rubric or sheet that gives them",
)
WRONG_METHOD: Final = Text("方法本身有错，先改正", "the method itself is wrong, which comes first")
SUITS_NOTHING: Final = Text("没有一种目标适用", "there is no kind of target that it suits")
LEVELS: Final = Text("从 0% 到 100% 逐段看过", "each stretch from 0% to 100%")
ANY_PARAMETERS: Final = Text(
    "任何参数，任何目标值与分值：看式子的构成",
    "any parameters, target and weight: by how its expressions are built",
)
ALL_DECIDE: Final = Text("每个情形都有实绩由它得分", "each case decides for some actual")
WRONG_RUBRIC: Final = Text("评分办法本身有错，先改正", "the rubric itself is wrong, which comes first")
WRONG_RULE: Final = Text("规则本身有错，先改正", "the rule itself is wrong, which comes first")
NO_TIME: Final = Text(
    "z3 这一次运行的时间（30 秒）已用完", "z3 has used up the time that it has in one run (30 seconds)"
)

OPERATORS: Final = {
    "in": Text("区间", "range"),
    "is": Text("是", "state"),
    "execution": Text("预算执行率", "execution"),
    "deadline": Text("期限", "deadline"),
}


def this_target(aim: Aim) -> Text:
    """Only the target of a line counts."""
    return Text(f"这一行的目标 {aim.text}", f"the target of this line, {aim.text}")


def this_weight(weight: Fraction) -> Text:
    """Only the weight of a line counts."""
    shown = written(weight)
    return Text(f"这一行的分值 {shown}", f"the weight of this line, {shown}")


def tried(aims: Iterable[Aim]) -> Text:
    """Name the targets that were tried."""
    texts = [aim.text for aim in aims]
    shown = _listed(texts[:6])
    more = "…" if len(texts) > 6 else ""  # noqa: PLR2004 — as many as fit a line
    return Text(f"只在试过的目标上成立：{shown.zh}{more}", f"holds at the targets tried: {shown.en}{more}")


def weights_tried(weights: Sequence[Fraction]) -> Text:
    """Name the weights that were tried."""
    shown = _listed([written(each) for each in weights[:8]])
    return Text(f"只在试过的分值上成立：{shown.zh}", f"holds at the weights tried: {shown.en}")


def totals(step: Fraction | None) -> Text:
    """Say which totals were looked at: all, or all multiples of a step that they are rounded to."""
    if step is None:
        return Text("总分 0 到 100 的各界限上与之间都看过", "at and between all bounds from 0 to 100")
    shown = written(step)
    return Text(
        f"总分 0 到 100（舍入后都是 {shown} 的倍数）的各界限上与之间都看过",
        f"at and between all bounds from 0 to 100, in multiples of {shown} as totals are rounded",
    )


def case_unknown(cases: Sequence[tuple[int, str]]) -> Text:
    """Name the cases, by number from 1 and as written, that decided nowhere."""
    shown = "、".join(f"第 {number} 个情形“{text}”" for number, text in cases)
    named = ", ".join(f"case {number} “{text}”" for number, text in cases)
    return Text(
        f"{shown}在试过的目标与分值下从未用到", f"{named} decides for none of the targets and weights tried"
    )


def for_operators(names: Sequence[Text], said: Text) -> Text:
    """Say what holds where a method is used for some operators."""
    zh, en = "、".join(name.zh for name in names), ", ".join(name.en for name in names)
    return Text(f"用于 {zh} 时：{said.zh}", f"for {en}: {said.en}")


def no_curve(why: Text) -> Text:
    """Say why there is no score curve to read."""
    return Text(f"没有得分曲线：{why.zh}", f"there is no score curve: {why.en}")


def joined(*texts: Text) -> Text:
    """Put arguments one after another."""
    return Text("；".join(each.zh for each in texts), "; ".join(each.en for each in texts))


def _listed(texts: Sequence[str]) -> Text:
    return Text("、".join(texts), ", ".join(texts))
