"""Random methods, targets and settings, over the whole expression language."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import strategies as st

from perfdsl.plan.compile_method import Setting
from perfdsl.scheme.known_units import DATE, MONTH_OF_YEAR, RATIO, TIMES, YUAN
from perfdsl.scheme.rubric_scheme import MethodCall, MethodScheme
from perfdsl.scheme.scheme import Aim
from perfdsl.source import Source
from perfdsl.syntax import ast
from perfdsl.units import PURE

SOURCE = Source("随机.perf", "")
SPAN = (0, 0)
NUMERALS = ["0", "1", "2", "3", "0.5", "0.6", "0.4", "10", "100", "0.1", "12.5", "7"]
UNITS = ["", "", "", "%", "分", "个百分点", "次", "万元"]
WORDS = ["实际", "实际", "实际", "目标值", "下限", "上限", "分值", "满分", "超出", "预算", "基数", "执行数"]
ODD_TARGETS = [Fraction(0), Fraction(-1, 20), Fraction(-3), Fraction(1, 3), Fraction(10) ** 28]

numbers = st.builds(
    lambda numeral, unit: ast.Number(span=SPAN, value=Decimal(numeral), unit=unit, text=numeral + unit),
    st.sampled_from(NUMERALS),
    st.sampled_from(UNITS),
)
names = st.sampled_from([*WORDS, "甲", "乙"]).map(lambda name: ast.Name(span=SPAN, name=name))
conditions_known = st.sampled_from(["达标", "达标", "已完成"]).map(
    lambda name: ast.Name(span=SPAN, name=name)
)


@st.composite
def amounts(draw, depth: int = 4):
    """Expressions that give a number."""
    if depth == 0:
        return draw(st.one_of(numbers, names))
    part = amounts(depth - 1)
    shape = draw(
        st.sampled_from(["leaf", "+", "-", "*", "/", "minus", "min", "max", "abs", "whole", "round", "per"])
    )
    match shape:
        case "leaf":
            return draw(st.one_of(numbers, names))
        case "+" | "-" | "*" | "/":
            return ast.Binary(span=SPAN, op=shape, left=draw(part), right=draw(part))
        case "minus":
            return ast.Unary(span=SPAN, op="-", operand=draw(part))
        case "min" | "max":
            arguments = tuple(draw(st.lists(part, min_size=1, max_size=3)))
            return ast.Call(span=SPAN, function=shape, arguments=arguments)
        case "abs":
            return ast.Call(span=SPAN, function="abs", arguments=(draw(part),))
        case "whole":
            function = draw(st.sampled_from(["floor", "ceil"]))
            return ast.Call(span=SPAN, function=function, arguments=(draw(part),))
        case "round":
            places = draw(st.sampled_from([(), ("0",), ("1",), ("2",)]))
            digits = tuple(ast.Number(span=SPAN, value=Decimal(text), unit="", text=text) for text in places)
            return ast.Call(span=SPAN, function="round", arguments=(draw(part), *digits))
        case _:
            how = draw(st.sampled_from(["prorata", "floor", "ceil"]))
            step = draw(st.one_of(numbers, part))
            return ast.Per(span=SPAN, amount=draw(part), step=step, measured=draw(part), part=how)


@st.composite
def conditions(draw, depth: int = 3):
    """Expressions that give a truth value."""
    shape = draw(st.sampled_from(["compare", "compare", "known", "and", "or", "not"]))
    if depth == 0 or shape == "known":
        return draw(conditions_known)
    match shape:
        case "compare":
            op = draw(st.sampled_from([">=", "<=", ">", "<", "="]))
            return ast.Binary(span=SPAN, op=op, left=draw(amounts(depth - 1)), right=draw(amounts(depth - 1)))
        case "and" | "or":
            left, right = draw(conditions(depth - 1)), draw(conditions(depth - 1))
            return ast.Binary(span=SPAN, op=shape, left=left, right=right)
        case _:
            return ast.Unary(span=SPAN, op="not", operand=draw(conditions(depth - 1)))


@st.composite
def calls(draw, depth: int = 4) -> MethodCall:
    """Methods of up to four cases with two parameters."""
    cases = [
        ast.Case(span=SPAN, condition=draw(conditions()), result=draw(amounts(depth)))
        for _ in range(draw(st.integers(0, 3)))
    ]
    cases.append(ast.Case(span=SPAN, condition=None, result=draw(amounts(depth))))
    parameters = tuple(ast.Parameter(span=SPAN, name=name) for name in ("甲", "乙"))
    node = ast.Method(span=SPAN, name="随机", name_span=SPAN, parameters=parameters, parts=tuple(cases))
    arguments = tuple((name, draw(st.one_of(numbers, amounts(1)))) for name in ("甲", "乙"))
    arguments = tuple((name, value) for name, value in arguments if not _names(value) & {"甲", "乙"})
    given_all = (
        *arguments,
        *((n, ast.Name(span=SPAN, name="实际")) for n in ("甲", "乙") if n not in dict(arguments)),
    )
    return MethodCall(MethodScheme("随机", node, SOURCE, {}), given_all, SOURCE.place(SPAN))


def _names(expression) -> set[str]:
    from perfdsl.syntax.build_expression import parts_of

    found, open_ones = set(), [expression]
    while open_ones:
        each = open_ones.pop()
        if isinstance(each, ast.Name):
            found.add(each.name)
        open_ones.extend(parts_of(each))
    return found


sizes = st.one_of(
    st.fractions(min_value=-20, max_value=200, max_denominator=100),
    st.integers(0, 20).map(Fraction),
    st.sampled_from(ODD_TARGETS),
)


@st.composite
def aims(draw) -> Aim:
    """Targets of every operator: zero, negative, ranges, states, dates and months."""
    op = draw(st.sampled_from([">=", "<=", ">", "<", "=", "in", "is", "date"]))
    match op:
        case "is":
            return Aim("is", PURE, Fraction(1), Fraction(1), "健全", "健全")
        case "in":
            low, high = sorted((draw(sizes), draw(sizes)))
            return Aim("in", RATIO, low, high, "", "区间")
        case "date":
            day = Fraction(draw(st.dates(date(2000, 1, 1), date(2030, 1, 1))).toordinal())
            return Aim("<=", DATE, None, day, "", "期限")
        case _:
            size, unit = draw(sizes), draw(st.sampled_from([RATIO, TIMES, YUAN, MONTH_OF_YEAR]))
            low = size if op in {">=", ">", "="} else None
            high = size if op in {"<=", "<", "="} else None
            return Aim(op, unit, low, high, "", "目标")


@st.composite
def settings_of(draw, call: MethodCall) -> Setting:
    """All that is known of a line; sometimes it is that of the execution rate."""
    kinds = tuple(draw(st.sampled_from(["share", "points"])) for _ in call.method.cases)
    budget = draw(st.sampled_from([Fraction(50000), Fraction(0), Fraction(170000)]))
    execution = draw(st.booleans())
    return Setting(
        aim=draw(aims()),
        weight=draw(
            st.sampled_from([Fraction(25, 2), Fraction(100, 7), Fraction(5), Fraction(0), Fraction(15)])
        ),
        kinds=kinds,
        units={},
        known={"budget": budget, "baseline": draw(sizes)},
        multiples={"execution": Fraction(1), "spent": budget} if execution else {"spent": Fraction(3)},
        finished=draw(st.booleans()),
    )
