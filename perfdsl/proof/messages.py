"""The wording of what is refuted: the witness in words, and what to do (P09)."""

from __future__ import annotations

from fractions import Fraction

from perfdsl.diagnostic import Diagnostic, Label, Text
from perfdsl.proof.finding import Probe, Property, Witness
from perfdsl.proof.write_number import written, written_in
from perfdsl.source import Place

_ALLOW = {
    "gap": Text("允许 缺口 因为 “…”", "allow gap because “…”"),
    "range": Text("允许 超出范围 因为 “…”", "allow beyond_range because “…”"),
    "monotone": Text("允许 超额扣分 因为 “…”", "allow not_monotone because “…”"),
    "order": Text("允许 不单调 因为 “…”", "allow not_monotone because “…”"),
    "unreachable": Text("允许 不可达 因为 “…”", "allow unreachable because “…”"),
    "overlap": Text("允许 重叠 因为 “…”", "allow overlap because “…”"),
    "weights": Text("允许 权重不足 因为 “…”", "allow weights because “…”"),
    "holds": Text("允许 不可达 因为 “…”", "allow unreachable because “…”"),
    "agree": Text("允许 重叠 因为 “…”", "allow overlap because “…”"),
    "shows": Text("允许 不可达 因为 “…”", "allow unreachable because “…”"),
    "falls": Text("允许 不单调 因为 “…”", "allow not_monotone because “…”"),
    "jump": Text("允许 跳变 因为 “…”", "allow jump because “…”"),
}


def or_allow(remedy: Text, about: Property) -> Text:
    """A remedy, or the declaration that it is meant so."""
    word = _ALLOW[about]
    return Text(f"{remedy.zh}；若本意如此，写 {word.zh}", f"{remedy.en}; if it is meant so, write {word.en}")


def points(value: Fraction | None) -> Text:
    """Write points, or that there are none."""
    if value is None:
        return Text("没有得分", "no score")
    shown = written(value)
    return Text(f"{shown} 分", f"{shown} points")


def at_setting(target: str, weight: Fraction) -> Text:
    """Say the target and the weight of a witness."""
    shown = written_in(weight, "")
    return Text(f"目标 {target}、分值 {shown} 时", f"with the target {target} and {shown} points")


def gap_said(target: str, weight: Fraction, probe: Probe) -> Text:
    """Say an actual that gets no score."""
    where = at_setting(target, weight)
    return Text(
        f"{where.zh}，实际 {probe.text} 没有得分", f"{where.en}, an actual of {probe.text} gets no score"
    )


def range_said(target: str, weight: Fraction, probe: Probe) -> Text:
    """Say an actual whose points are below zero or above the weight."""
    where, shown = at_setting(target, weight), points(probe.points)
    return Text(
        f"{where.zh}，实际 {probe.text} 算出 {shown.zh}",
        f"{where.en}, an actual of {probe.text} makes {shown.en}",
    )


def fall_said(
    target: str, weight: Fraction, worse: Probe, better: Probe, given: tuple[Fraction | None, ...]
) -> Text:
    """Say a better actual that gets less."""
    where, more, less = at_setting(target, weight), points(given[0]), points(given[1])
    return Text(
        f"{where.zh}，实际 {worse.text} 得 {more.zh}，{better.text} 反而得 {less.zh}",
        f"{where.en}, an actual of {worse.text} gets {more.en}, and {better.text} only {less.en}",
    )


def gap(name: str, witness: Witness, places: list[Place]) -> Diagnostic:
    """Tell of an actual without a score."""
    return _told(
        "P0901", Text(f"方法“{name}”有缺口：", f"the method “{name}” has a gap: "), witness,
        _labels(places, Text("除以零，或没有情形", "a division by zero, or no case")),
        or_allow(Text("在它之前加一个情形，例如 目标值 <= 0 -> 0%", "add a case before it, such as target <= 0 -> 0%"), "gap"),
    )  # fmt: skip


def beyond_range(name: str, witness: Witness, places: list[Place], weight: Fraction) -> Diagnostic:
    """Tell of points below zero or above the weight."""
    low = (witness.probes[0].points or 0) < 0
    remedy = (
        Text("套上 max(0, …)，或为它加一个情形", "put max(0, …) around it, or add a case for it") if low
        else Text("套上 min(满分, …)（比例用 min(100%, …)），或为它加一个情形",
                  "put min(full_points, …) around it (min(100%, …) for a share), or add a case for it")
    )  # fmt: skip
    at = (
        Text("这里小于零", "below zero here")
        if low
        else Text(f"这里超过分值 {written(weight)}", f"above the {written(weight)} points")
    )
    return _told(
        "P0902", Text(f"方法“{name}”超出 0 与分值之间：", f"the method “{name}” leaves the range from 0 to the weight: "),
        witness, _labels(places, at), or_allow(remedy, "range"),
    )  # fmt: skip


def not_monotone(name: str, witness: Witness, places: list[Place]) -> Diagnostic:
    """Tell of a better actual that gets less."""
    return _told(
        "P0903", Text(f"方法“{name}”不是越好越不低：", f"the method “{name}” gives less for better: "), witness,
        _labels(places, Text("多的由这里得分", "the higher score comes from here"), Text("少的由这里得分", "the lower from here")),
        or_allow(Text("让更好的实绩至少得同样的分", "let the better actual get at least as much"), "monotone"),
    )  # fmt: skip


def never_decides(name: str, place: Place) -> Diagnostic:
    """Tell of a case that no actual comes to."""
    said = Text(
        "任何目标、分值与实绩都由上面的情形得分", "for any target, weight and actual a case above it decides"
    )
    return Diagnostic(
        "P0904", Text(f"方法“{name}”有一个情形永远轮不到", f"a case of the method “{name}” can never decide"),
        (Label(place, said),), (or_allow(Text("删去它，或移到上面去", "remove it, or move it up"), "unreachable"),),
    )  # fmt: skip


def never_given(name: str, grade: str, place: Place) -> Diagnostic:
    """Tell of a grade that no total gets."""
    return Diagnostic(
        "P0904", Text(f"评分办法“{name}”的等级“{grade}”永远轮不到", f"no total gets the grade “{grade}” of the rubric “{name}”"),
        (Label(place, Text("0 到 100 的总分都得别的等级", "all totals from 0 to 100 get others")),),
        (or_allow(Text("等级从左到右判断：从高到低写", "grades are read from the left: write them from the best down"), "unreachable"),),
    )  # fmt: skip


def levels_open(name: str, share: str, place: Place) -> Diagnostic:
    """Tell of a share of the weight that no level has."""
    return Diagnostic(
        "P0905", Text(f"方法“{name}”的档次有缺口：{share} 不在任何一档", f"the levels of the method “{name}” have a gap: {share} is in none"),
        (Label(place, Text("各档合起来要从 0% 到 100%", "together they must reach from 0% to 100%")),),
        (or_allow(Text("把相邻的两档接上，例如 60%..<80% 与 80%..100%", "join the two levels beside it, as 60%..<80% and 80%..100% are"), "gap"),),
    )  # fmt: skip


def grades_open(name: str, total: str, place: Place) -> Diagnostic:
    """Tell of a total that gets no grade."""
    return Diagnostic(
        "P0905", Text(f"评分办法“{name}”的等级有缺口：总分 {total} 没有等级", f"the grades of the rubric “{name}” have a gap: a total of {total} gets none"),
        (Label(place, Text(f"{total} 落在各等级之外", f"{total} is outside all grades")),),
        (or_allow(Text(f"把相邻的两级接上，让一级包括 {total}", f"join the two grades beside it, so that one takes {total}"), "gap"),),
    )  # fmt: skip


def levels_overlap(name: str, share: str, levels: tuple[str, str], place: Place) -> Diagnostic:
    """Tell of a share of the weight that two levels have."""
    one, other = levels
    return Diagnostic(
        "P0906", Text(f"方法“{name}”的档次重叠：{share} 既是“{one}”又是“{other}”", f"levels of the method “{name}” overlap: {share} is both “{one}” and “{other}”"),
        (Label(place, Text(f"{share} 在两档之中", f"{share} is in both")),),
        (or_allow(Text("让一档到另一档为止，例如 60%..<80%", "let one end where the other begins, as 60%..<80% does"), "overlap"),),
    )  # fmt: skip


def grades_overlap(name: str, total: str, grades: tuple[str, str], place: Place) -> Diagnostic:
    """Tell of a total that two grades claim."""
    one, other = grades
    return Diagnostic(
        "P0906", Text(f"评分办法“{name}”的等级重叠：总分 {total} 既是“{one}”又是“{other}”", f"grades of the rubric “{name}” overlap: a total of {total} is both “{one}” and “{other}”"),
        (Label(place, Text(f"{total} 在两级之中", f"{total} is in both")),),
        (or_allow(Text("让一级到另一级为止，例如 良 80 至不足 90", "let one end where the other begins, such as B 80..<90"), "overlap"),),
    )  # fmt: skip


def grades_turn(name: str, witness: Witness, place: Place) -> Diagnostic:
    """Tell of a higher total that gets a worse grade."""
    return _told(
        "P0907", Text(f"评分办法“{name}”的等级不随总分而升：", f"grades of the rubric “{name}” do not rise with the total: "), witness,
        _labels([place], Text("等级从左到右判断", "grades are read from the left")),
        or_allow(Text("从高到低写，每级只写下限，例如 优 >= 90，良 >= 80", "write them from the best down, each with its lower bound, such as A >= 90, B >= 80"), "order"),
    )  # fmt: skip


def weights_differ(name: str, witness: Witness, place: Place) -> Diagnostic:
    """Tell of a kind of sheet whose points do not make 100."""
    return _told(
        "P0908", Text(f"评分办法“{name}”的分值合计不是 100：", f"the points of the rubric “{name}” do not make 100: "), witness,
        _labels([place], Text("这一组权重", "these weights")),
        or_allow(Text("改到合计 100，或为缺的一级指标写 缺项 … 归 …", "change them to make 100, or say absent … to … for the group that is missing"), "weights"),
    )  # fmt: skip


def needless(what: Text, name: str, place: Place) -> Diagnostic:
    """Warn of an exception for something that does not happen."""
    return Diagnostic(
        "P0909", Text(f"“{name}”的“允许 {what.zh}”用不着：没有发现这样的情况", f"“{name}” need not allow {what.en}: nothing of the kind was found"),
        (Label(place, Text("这里", "here")),), (Text("删去这一句", "remove it"),),
    )  # fmt: skip


def no_sheet(name: str, witness: Witness, place: Place) -> Diagnostic:
    """Tell of a rubric under which every kind of sheet is refused."""
    return _told(
        "P0908", Text(f"没有一种表能按评分办法“{name}”评分：", f"no kind of sheet can be scored under the rubric “{name}”: "), witness,
        _labels([place], Text("这一组权重", "these weights")),
        or_allow(Text("给缺的一级指标写上分值，或改条件；合计 100", "give points to the group that has none, or change the condition; 100 in all"), "weights"),
    )  # fmt: skip


def _labels(places: list[Place], *texts: Text) -> tuple[Label, ...]:
    labels = zip(places, [*texts, *texts], strict=False)
    return tuple(dict.fromkeys(Label(place, text) for place, text in labels))


def _told(code: str, head: Text, witness: Witness, labels: tuple[Label, ...], remedy: Text) -> Diagnostic:
    said = witness.said
    return Diagnostic(code, Text(head.zh + said.zh, head.en + said.en), labels, (remedy,))
