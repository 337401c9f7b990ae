"""Rules in any order give one score, that of a plain reckoning; open totals hold all that may still come."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from perfdsl.exact import round_to
from perfdsl.scorecard import IndicatorScore, ProjectScore
from tests.properties.random_sheets import RUBRICS, Project, amounts, facts, projects, sheet
from tests.scoring import score_one

few = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
GRADES = ["优", "良", "中", "差"]


class Effect(NamedTuple):
    """``扣 2分``; ``amount`` of points where it has one."""

    text: str
    kind: str
    amount: Fraction = Fraction(0)


class Rule(NamedTuple):
    """A case of a rule with its meaning, told apart from the engine's."""

    over: str
    condition: str
    holds: Callable[..., bool]
    effects: tuple[Effect, ...]

    def __str__(self) -> str:
        """Give it in the language."""
        return f"  {self.over} 当 {self.condition} 则 {'；'.join(each.text for each in self.effects)}\n"


shares = st.integers(0, 120).map(lambda n: Fraction(n, 100))
points = st.integers(0, 4000).map(lambda n: Fraction(n, 100))


def written(number: Fraction) -> str:
    return f"{number.numerator * 100 // number.denominator / 100:.2f}"


def percent(share: Fraction) -> str:
    return f"{share.numerator * 100 // share.denominator}%"


@st.composite
def line_rules(draw, *, excludes: bool) -> Rule:
    share, more = draw(shares), draw(points)
    conditions: list[tuple[str, Callable[[IndicatorScore], bool]]] = [
        (f"得分 < 分值 * {percent(share)}", lambda line: line.score < line.weight * share),
        ("达标", lambda line: line.attainment == "met"),
        ("非 达标", lambda line: line.attainment != "met"),
        (f"完成比例 < {percent(share)}", lambda line: line.ratio is not None and line.ratio < share),
        (f"分值 >= {written(more)}分", lambda line: line.weight >= more),
        ("属于 产出指标 且 未填 原因", lambda line: line.group[0] == "产出指标"),
    ]
    kinds = ["deduct", "cap", *(["exclude"] if excludes else [])]
    effects = draw(st.lists(st.builds(line_effect, st.sampled_from(kinds), points), min_size=1, max_size=2))
    condition, holds = draw(st.sampled_from(conditions))
    return Rule("每项", condition, holds, tuple(effects))


def line_effect(kind: str, amount: Fraction) -> Effect:
    texts = {"deduct": f"扣 {written(amount)}分", "cap": f"得分 至多 {written(amount)}分", "exclude": "不计"}
    return Effect(texts[kind], kind, amount)


@st.composite
def project_rules(draw) -> Rule:
    share, total = draw(shares), draw(st.integers(0, 10000)) / Fraction(100)
    conditions: list[tuple[str, Callable[[ProjectScore, Fraction], bool]]] = [
        (f"预算执行率 < {percent(share)}", lambda score, _: score.indicators[-1].ratio < share),
        (f"总分 < {written(total)}分", lambda _, before: before < total),
        (f"得分(产出指标) < {written(total)}分", lambda score, _: below(score, total)),
        ("有 满意度指标", lambda *_: True),
    ]
    kinds = st.sampled_from(["deduct", "total", "group", "line", "grade"])
    most = draw(st.integers(0, 10000)) / Fraction(100)
    grade = draw(st.sampled_from(GRADES))
    effects = draw(
        st.lists(st.builds(lambda k: project_effect(k, most, grade), kinds), min_size=1, max_size=2)
    )
    condition, holds = draw(st.sampled_from(conditions))
    return Rule("每项目", condition, holds, tuple(effects))


def below(score: ProjectScore, bound: Fraction) -> bool:
    found = [line.score for line in score.indicators if line.group[0] == "产出指标" and not line.excluded]
    return bool(found) and sum(found) < bound


def project_effect(kind: str, most: Fraction, grade: str) -> Effect:
    texts = {
        "deduct": f"扣 {written(most / 4)}分",
        "total": f"总分 至多 {written(most)}",
        "grade": f"等级 至多 {grade}",
        "group": f"产出指标 至多 {written(most / 2)}分",
        "line": f"指标0之0 至多 {written(most / 4)}分",
    }
    amounts_of = {"deduct": most / 4, "total": most, "group": most / 2, "line": most / 4}
    amount = Fraction(written(amounts_of.get(kind, Fraction(0))))
    return Effect(texts[kind], kind if kind != "grade" else f"grade {grade}", amount)


def rules_of(*, excludes: bool):
    return st.lists(st.one_of(line_rules(excludes=excludes), project_rules()), min_size=1, max_size=5)


def score(rubric: str, rules: list[Rule], project: Project) -> ProjectScore:
    blocks = [f"规则 第{at}条\n{rule}" for at, rule in enumerate(rules)]
    return score_one(f"采用 {rubric}\n" + "".join(blocks) + sheet(project) + facts(project))


def reckoned(plain: ProjectScore, rules: list[Rule]) -> tuple[list[Fraction | None], Fraction, str]:
    """Points of each line (None: left out), total and grade, reckoned in the plainest way."""
    lines = [reckoned_line(line, rules) for line in plain.indicators[:-1]] + [plain.indicators[-1]]
    before = added([line for line in lines if not line.excluded])
    card = plain._replace(indicators=tuple(lines))
    fired = [
        effect
        for rule in rules
        if rule.over == "每项目" and rule.holds(card, before)
        for effect in rule.effects
    ]
    total = reckoned_total(lines, before, fired)
    grade = next(name for name, least in zip(GRADES, (90, 80, 60, 0), strict=True) if total >= least)
    for effect in fired:
        if effect.kind.startswith("grade"):
            grade = max(grade, effect.kind[-1], key=GRADES.index)
    return [None if line.excluded else line.score for line in lines], total, grade


def reckoned_line(line: IndicatorScore, rules: list[Rule]) -> IndicatorScore:
    fired = [e for rule in rules if rule.over == "每项" and rule.holds(line) for e in rule.effects]
    left = max(line.score - sum(e.amount for e in fired if e.kind == "deduct"), Fraction(0))
    left = min([left, *(e.amount for e in fired if e.kind == "cap")])
    excluded = any(e.kind == "exclude" for e in fired)
    return line._replace(points=line.points._replace(low=left, high=left), excluded=excluded)


def reckoned_total(lines: list[IndicatorScore], before: Fraction, fired: list[Effect]) -> Fraction:
    if not any(effect.kind in {"deduct", "total", "group", "line"} for effect in fired):
        return before
    counted = [line for line in lines if not line.excluded]
    of_line = [e.amount for e in fired if e.kind == "line"]
    kept = [
        line._replace(points=line.points._replace(low=min([line.score, *of_line])))
        if line.name == "指标0之0"
        else line
        for line in counted
    ]
    output = sum((line.points.low for line in kept if line.group[0] == "产出指标"), Fraction(0))
    rest = sum((line.points.low for line in kept if line.group[0] != "产出指标"), Fraction(0))
    total = min([output, *(e.amount for e in fired if e.kind == "group")]) + rest
    total = total * 100 / sum(line.weight for line in counted)
    total = max(total - sum(e.amount for e in fired if e.kind == "deduct"), Fraction(0))
    return rounded(min([total, *(e.amount for e in fired if e.kind == "total")]))


def added(lines: list[IndicatorScore]) -> Fraction:
    return rounded(sum(line.score for line in lines) * 100 / sum(line.weight for line in lines))


def rounded(number: Fraction) -> Fraction:
    return round_to(number, 2, "half_up")


@few
@given(st.sampled_from(RUBRICS), projects(pending=False), rules_of(excludes=True))
def test_a_score_is_that_of_a_plain_reckoning(rubric, project, rules) -> None:
    plain = score_one(f"采用 {rubric}\n" + sheet(project) + facts(project))
    if plain.places != 2 or plain.grades != tuple(GRADES):
        rubric, plain = "国家自评2020", score_one("采用 国家自评2020\n" + sheet(project) + facts(project))
    ruled = score(rubric, rules, project)
    points, total, grade = reckoned(plain, rules)
    found = [None if line.excluded else line.score for line in ruled.indicators]
    assert found == [None if each is None else rounded(each) for each in points]
    assert (ruled.total.low, ruled.total.settled, ruled.grade) == (total, True, grade)


@few
@given(st.sampled_from(RUBRICS), projects(), rules_of(excludes=True), st.randoms())
def test_the_order_of_rules_never_matters(rubric, project, rules, order) -> None:
    one = score(rubric, rules, project)
    shuffled = [rule._replace(effects=rule.effects[::-1]) for rule in rules]
    order.shuffle(shuffled)
    other = score(rubric, shuffled, project)
    assert (one.total, one.before, one.grade, one.possible_grades) == (
        other.total, other.before, other.grade, other.possible_grades,
    )  # fmt: skip
    for here, there in zip(one.indicators, other.indicators, strict=True):
        assert (here.points, here.before, here.excluded) == (there.points, there.before, there.excluded)
        assert len(here.applied) == len(there.applied)


@few
@given(st.sampled_from(RUBRICS), projects(), rules_of(excludes=True), st.data())
def test_an_open_total_holds_every_completion(rubric, project, rules, data) -> None:
    before = score(rubric, rules, project)
    many = len(project.indicators)
    actuals = data.draw(st.lists(amounts, min_size=many, max_size=many))
    done = project.completed(actuals, data.draw(amounts), finished=data.draw(st.booleans()))
    after = score(rubric, rules, done)
    assert after.total.settled
    assert before.total.low <= after.total.low <= before.total.high
    assert after.grade in before.possible_grades
    for here, there in zip(before.indicators, after.indicators, strict=True):
        assert 0 <= there.points.low <= there.weight
        assert here.points.low <= there.points.low <= here.points.high
        sure = {(each.rule, each.what) for each in here.applied if each.certain}
        assert sure <= {(each.rule, each.what) for each in there.applied}


@few
@given(projects(), rules_of(excludes=False))
def test_rules_that_only_take_never_give(project, rules) -> None:
    plain = score_one("采用 国家自评2020\n" + sheet(project) + facts(project))
    ruled = score("国家自评2020", rules, project)
    assert ruled.total.low <= plain.total.low
    assert ruled.total.high <= plain.total.high
    for with_rules, without in zip(ruled.indicators, plain.indicators, strict=True):
        assert with_rules.points.low <= without.points.low
        assert with_rules.points.high <= without.points.high
