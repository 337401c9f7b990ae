"""Random projects as forms show them: odd names, many lines, all kinds of targets, money, facts or none."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import strategies as st

from perfdsl.forms.contents import Contents, Line, Point
from perfdsl.forms.form import BLANK, Shown
from perfdsl.forms.show_value import show_day, show_decimal, show_points, show_target, show_weight
from perfdsl.syntax import ast

LEVELS = [
    ("产出指标", "数量指标"),
    ("产出指标", "质量指标"),
    ("产出指标", "时效指标"),
    ("效益指标", "社会效益指标"),
    ("效益指标", "可持续影响指标"),
    ("满意度指标", "服务对象满意度指标"),
    ("满意度指标", ""),
]
RISKY = ["", "=", "+", "-", "@", "<r>", "=cmd|' /C calc'!A", "'"]
LETTERS = "甲乙丙丁农村公路养护会议培训率次数ABCxyz0159[]（）<>&\"'·%/:?*=+-@_ "

words = st.text(LETTERS, max_size=30).map(lambda text: " ".join(text.split()))
names = st.builds(lambda first, rest: f"{first}指{rest}".strip(), st.sampled_from(RISKY), words)
"""Names that no label and no stroke for “nothing” can be taken for."""

sentences = st.builds(lambda rest: f"完成{rest}工作。", words)
amounts = st.integers(1, 10**9).map(lambda cents: show_decimal(Decimal(cents) / 100))
units = st.sampled_from(["次", "人", "%", "万元", "公里", "元/人", "个百分点", ""])


WORDS = [
    "",
    "显著提升",
    "健全",
    "有效保障",
    "提升95%以上",
    "“双随机”监管",
    "“健全”",
    "按《办法》第3条",
    "≥90%",
    "12次",
]
spoken = st.text("甲乙提升95%第3条“”《》：≥~、。元次是定性", max_size=12)
"""Words that a target in words may have: numbers, quotation marks and signs among them."""


@st.composite
def targets(draw) -> str:
    """A printed target, as ``show_target`` writes it."""
    kind = draw(st.sampled_from(["bound", "range", "day", "words", "state"]))
    unit = draw(units)
    low, high = sorted(draw(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6))))
    match kind:
        case "range":
            return f"{low}{unit}~{high}{unit}"
        case "day":
            day = draw(st.dates(date(2000, 1, 1), date(2050, 1, 1)))
            return f"{draw(st.sampled_from('≤<='))}{day.year}年{day.month}月{day.day}日"
        case "words":
            return show_target(ast.Qualitative(span=(0, 0), text=draw(st.sampled_from(WORDS) | spoken)))
        case "state":
            word = draw(st.sampled_from(["健全", "已完成"]) | spoken.filter(bool))
            return show_target(ast.State(span=(0, 0), word=word))
    return f"{draw(st.sampled_from('≥≤><='))}{low}{unit}"


def weights(n: int) -> Shown:
    return show_weight(Fraction(n, 4))


@st.composite
def actuals(draw) -> Shown:
    number = show_decimal(Decimal(draw(st.integers(0, 10**7))) / 100, draw(units))
    day = show_day(draw(st.dates()).isoformat())
    return draw(st.sampled_from([number, day, Shown("达成"), BLANK]))


@st.composite
def lines(draw, filled: bool) -> list[Line]:
    chosen = sorted(draw(st.lists(st.sampled_from(range(len(LEVELS))), min_size=1, max_size=15)))
    found = []
    for at, level in enumerate(chosen):
        score = show_points(Fraction(draw(st.integers(0, 1000)), 100), 2)
        found.append(
            Line(
                *LEVELS[level],
                f"{draw(names)}{at}",
                draw(sentences),
                draw(sentences),
                draw(targets()),
                weights(draw(st.integers(1, 80))),
                draw(actuals()) if filled else BLANK,
                score if filled and draw(st.booleans()) else BLANK,
                draw(st.one_of(st.just(""), sentences)) if filled else "",
            )
        )
    return found


@st.composite
def contents(draw) -> Contents:
    filled = draw(st.booleans())
    money = {"total": draw(amounts)}
    for role in ("fiscal", "other"):
        if draw(st.booleans()):
            money[role] = draw(amounts)
    months = draw(st.lists(st.integers(1, 12), unique=True, max_size=12))
    return Contents(
        seq=draw(st.integers(1, 99)),
        code=draw(st.from_regex(r"[0-9]{8}P[0-9]{11}[0-9A-Z]", fullmatch=True)),
        name=f"{draw(names)}经费",
        department_code=draw(st.sampled_from(["101001", "000999"])),
        department=draw(st.sampled_from(["某县农业农村局", "虚构单位（本级）"])),
        year=draw(st.integers(2015, 2030)),
        money_unit="万元",
        money=money,
        purpose=draw(sentences),
        plan=tuple(Point(month, draw(amounts)) for month in sorted(months)),
        plan_unit="万元",
        goals=tuple(draw(st.lists(sentences, min_size=1, max_size=4))),
        lines=tuple(draw(lines(filled))),
        spent=draw(amounts) if filled else BLANK,
        execution_weight=Shown("10", Decimal(10), "0"),
        execution_score=show_points(Fraction(9), 2) if filled else BLANK,
        weight=Shown("100", Decimal(100), "0"),
        has_facts=filled,
    )
