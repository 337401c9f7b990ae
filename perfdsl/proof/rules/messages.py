"""The wording of what is refuted of rules: the witness in words, and what to do (P0910–P0914)."""

from __future__ import annotations

from collections.abc import Sequence

from perfdsl.diagnostic import Diagnostic, Label, Text
from perfdsl.proof.finding import Property
from perfdsl.proof.messages import or_allow
from perfdsl.source import Place

_HERE = Text("这里", "here")


def remedied(remedy: Text, about: Property, *, in_rubric: bool) -> Text:
    """A remedy, and how a rubric says that it is meant; a rule that stands alone has no place to say it."""
    return or_allow(remedy, about) if in_rubric else remedy


def never_holds(
    rule: str, parts: Sequence[tuple[Place, str]], whole: Place, *, in_rubric: bool
) -> Diagnostic:
    """Tell of a condition that cannot hold. ``parts``: the one or two that are to blame, if they were found."""
    head = Text(f"规则“{rule}”的条件永远不成立", f"a condition of the rule “{rule}” can never hold")
    labels = tuple(Label(place, Text("不可能成立", "cannot hold")) for place, _ in parts[:1] or [(whole, "")])
    if len(parts) > 1:
        (one, said), (other, also) = parts[:2]
        head = Text(
            f"{head.zh}：{said} 与 {also} 不能同时成立", f"{head.en}: {said} and {also} exclude one another"
        )
        labels = (
            Label(one, Text("这一半", "this half")),
            Label(other, Text("与这一半相反", "contradicts this one")),
        )
    remedy = Text(
        "改正界限，或把“且”改成“或”；用不着就删去", "mend the bounds, or say or for and; or remove it"
    )
    return Diagnostic("P0910", head, labels, (remedied(remedy, "holds", in_rubric=in_rubric),))


def clash_said(state: Text, rules: tuple[str, str]) -> Text:
    """Say of a line that one effect leaves it out while another takes points off it."""
    out, other = rules
    if out == other:
        return Text(
            f"{state.zh}：规则“{out}”既不计这一项，又要动它的分",
            f"{state.en}: the rule “{out}” leaves the line out and changes its points",
        )
    return Text(
        f"{state.zh}：规则“{out}”不计这一项，规则“{other}”又要动它的分",
        f"{state.en}: the rule “{out}” leaves the line out, and the rule “{other}” changes its points",
    )


def contradicts(said: Text, places: tuple[Place, Place], *, in_rubric: bool) -> Diagnostic:
    """Tell of such a line; ``places``: of what leaves it out, and of what changes its points."""
    labels = (
        Label(places[0], Text("这里不计", "left out here")),
        Label(places[1], Text("这里扣分或封顶，没有作用", "points off or a limit here, which is lost")),
    )
    remedy = Text(
        "让两个条件不能同时成立，例如给一边加 且 非 …", "keep the conditions apart, such as with and not …"
    )
    message = Text(f"规则互相矛盾：{said.zh}", f"rules contradict: {said.en}")
    return Diagnostic("P0911", message, labels, (remedied(remedy, "agree", in_rubric=in_rubric),))


def hidden_said(rule: str, effect: Text, why: Text) -> Text:
    """Say of an effect that it changes nothing, whenever it takes place."""
    return Text(
        f"规则“{rule}”的“{effect.zh}”从来显不出来：{why.zh}",
        f"“{effect.en}” of the rule “{rule}” never shows: {why.en}",
    )


def never_shows(said: Text, state: Text, places: Sequence[Place], *, in_rubric: bool) -> Diagnostic:
    """Tell of such an effect; ``places``: its own, and that of what hides it."""
    labels = [Label(places[0], Text(f"例如 {state.zh}", f"such as with {state.en}") if state.zh else _HERE)]
    labels += [Label(place, Text("这里压得同样低或更低", "as low, or lower, here")) for place in places[1:]]
    remedy = Text("删去它，或改小它的数、放宽它的条件", "remove it, lower its number, or widen its condition")
    return Diagnostic("P0912", said, tuple(labels), (remedied(remedy, "shows", in_rubric=in_rubric),))


def turn_said(states: tuple[Text, Text], results: tuple[Text, Text]) -> Text:
    """Say of two states, the worse first, that the worse ends higher."""
    worse, better = states
    return Text(
        f"{worse.zh} 最后 {results[0].zh}；{better.zh} 反而只有 {results[1].zh}",
        f"{worse.en} ends at {results[0].en}; {better.en} only at {results[1].en}",
    )


def turns(said: Text, rule: str, place: Place, *, in_rubric: bool) -> Diagnostic:
    """Tell of a worse value that ends higher than a better one, which an effect at a place lowers."""
    at = Text(f"规则“{rule}”在这里压低了好的一边", f"the rule “{rule}” lowers the better one here")
    remedy = Text(
        "让差的一边至少压得同样低，例如只写一头：预算执行率 < 60%",
        "lower the worse one at least as far, such as by one bound alone: execution < 60%",
    )
    message = Text(f"封顶倒挂：{said.zh}", f"limits are upside down: {said.en}")
    return Diagnostic(
        "P0913", message, (Label(place, at),), (remedied(remedy, "falls", in_rubric=in_rubric),)
    )


def best_grade(rule: str, grade: str, place: Place, *, in_rubric: bool) -> Diagnostic:
    """Tell of a limit to the best grade, above which there is none."""
    message = Text(
        f"规则“{rule}”的“等级至多 {grade}”没有意义：“{grade}”已经是最好的一级",
        f"“grade at most {grade}” of the rule “{rule}” means nothing: “{grade}” is the best there is",
    )
    remedy = Text("改成差一些的等级，或删去", "name a worse grade, or remove it")
    return Diagnostic(
        "P0914", message, (Label(place, Text("没有更好的等级可压", "there is no better grade to lower")),),
        (remedied(remedy, "shows", in_rubric=in_rubric),),
    )  # fmt: skip
