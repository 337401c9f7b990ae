"""Random trees, as a parse could give them, and the same text as different hands would type it."""

from __future__ import annotations

import re
from decimal import Decimal
from random import Random
from typing import Any

from hypothesis import strategies as st

from perfdsl.syntax import ast
from perfdsl.syntax.keywords import tables
from perfdsl.syntax.node import make
from perfdsl.syntax.read_date import last_day

NOWHERE = (0, 0)


def node(kind: type[ast.Node], **fields: Any) -> Any:
    placed = {name: NOWHERE for name in ("name_span", "project_span") if name in kind.model_fields}
    return make(kind, NOWHERE, **placed, **fields)


def nodes(kind: type[ast.Node], **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries(fields).map(lambda values: node(kind, **values))


def many(each: st.SearchStrategy[Any], least: int = 0, most: int = 3) -> st.SearchStrategy[Any]:
    return st.lists(each, min_size=least, max_size=most).map(tuple)


# ------------------------------------------------------------- words

KEYWORDS = sorted({word for table in tables().values() for spellings in table.values() for word in spellings})
PLAIN = [
    "集中活动的次数",
    "满意度",
    "cost",
    "a",
    "低",
    "x1",
    "产出指标",
    "不足率",
    "超过比例",
    "一二三",
    "半年计划",
    "二十三万元",
    "国·家",
]
ODD = [
    "结余率(结余数/预算数)",
    "3岁以下",
    "a b",
    "ａｂ",
    "“一府”",
    'say "x"',
    "a#b",
    "a//b",
    "a -> b",
    "x，y",
    "：",
    " ",
    "12次",
    "2022年底",
]
MARKS = st.text(alphabet='a测"”“#/，->1 次', min_size=1, max_size=6)


def is_writable(text: str) -> bool:
    """Whether a text stands between some marks in the grammar."""
    if ('"' not in text or "”" not in text) and "\n" not in text:
        return True
    return '"""' not in text and not text.endswith('"')


def fits_one_line(name: str) -> bool:
    return "\n" not in name and ('"' not in name or "”" not in name)


NAMES = st.one_of(st.sampled_from(PLAIN), st.sampled_from(KEYWORDS), st.sampled_from(ODD), MARKS).filter(
    is_writable
)
LINE_NAMES = NAMES.filter(fits_one_line)
TEXTS = st.one_of(
    st.sampled_from(["反映次数", "", "“一府一委两院”", 'the "best"', "一\n二", "x # y", "a\n\n  b  \n"]),
    st.text(alphabet='a测"”“#/，->\n1 \t次', max_size=8),
).filter(is_writable)

# ------------------------------------------------------------- numbers

PRINTED = [
    ("12", "12"),
    ("10.50", "10.50"),
    ("1,234.5", "1234.5"),
    ("0", "0"),
    ("100", "100"),
    ("0.5", "0.5"),
    ("23", "23"),
]
UNITS = ["", "次", "万元", "%", "‰", "个百分点", "人", "分", "㎡"]
COMPOUND = [*UNITS, "元/人·月", "次/年", "/次"]


def numbers(units: list[str], printed: list[tuple[str, str]] = PRINTED) -> st.SearchStrategy[Any]:
    choices = st.tuples(st.sampled_from(printed), st.sampled_from(units))
    return choices.map(lambda c: node(ast.Number, value=Decimal(c[0][1]), unit=c[1], text=c[0][0] + c[1]))


AMOUNTS = numbers(COMPOUND, [*PRINTED, ("-3", "-3")])
WORDED = st.one_of(AMOUNTS, numbers(["次", "万元", "人"], [("二十三", "23"), ("一百零五", "105")]))
OPERANDS = numbers(UNITS, [each for each in PRINTED if "," not in each[0]])
DATES = st.tuples(st.integers(1950, 2150), st.integers(1, 12), st.integers(1, 31)).map(
    lambda d: node(ast.DateLiteral, year=d[0], month=d[1], day=min(d[2], last_day(d[0], d[1])), text="")
)
OPERATORS = st.sampled_from([">=", "<=", ">", "<", "="])

# ------------------------------------------------------------- expressions

ATOMS = st.one_of(OPERANDS, nodes(ast.Name, name=NAMES))


def larger(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(
        nodes(ast.Unary, op=st.sampled_from(["-", "not"]), operand=inner),
        nodes(
            ast.Binary,
            op=st.sampled_from(["+", "-", "*", "/", ">=", "<=", ">", "<", "=", "and", "or"]),
            left=inner,
            right=inner,
        ),
        nodes(ast.Call, function=st.sampled_from(sorted(tables()["functions"])), arguments=many(inner, 1)),
        nodes(
            ast.Per,
            amount=inner,
            step=OPERANDS,
            measured=inner,
            part=st.sampled_from([None, "prorata", "floor", "ceil"]),
        ),
    )


EXPRESSIONS = st.recursive(ATOMS, larger, max_leaves=8)


def named(argument: Any) -> Any:
    """Read a bare ``a = b`` as the parser does: as a named argument."""
    match argument:
        case ast.Argument(name="", value=ast.Binary(op="=", left=ast.Name(name=name), right=right)):
            return (
                named(node(ast.Argument, name=name, value=right))
                if not name
                else node(ast.Argument, name=name, value=right)
            )
    return argument


ARGUMENTS = many(nodes(ast.Argument, name=st.one_of(st.just(""), NAMES), value=EXPRESSIONS).map(named))

# ------------------------------------------------------------- sheets

TARGETS = st.one_of(
    nodes(ast.Bound, op=OPERATORS, value=WORDED),
    nodes(ast.Range, low=AMOUNTS, high=AMOUNTS),
    nodes(ast.Deadline, op=OPERATORS, date=DATES),
    nodes(ast.State, word=NAMES),
    nodes(ast.Qualitative, text=TEXTS),
)
CLAUSES = st.one_of(
    nodes(ast.Weight, points=WORDED),
    nodes(ast.Scored, method=NAMES, arguments=ARGUMENTS),
    nodes(ast.Formula, expression=EXPRESSIONS),
    nodes(ast.Baseline, value=WORDED),
    nodes(ast.Remark, about=st.sampled_from(["about", "basis"]), text=TEXTS),
)
INDICATORS = nodes(ast.Indicator, name=LINE_NAMES, target=TARGETS, clauses=many(CLAUSES))
GROUPS = nodes(ast.Group, path=many(LINE_NAMES, 1), indicators=many(INDICATORS))
BUDGET_PARTS = nodes(ast.BudgetPart, name=st.one_of(st.just(""), NAMES), amount=WORDED)
POINTS = nodes(ast.PaymentPoint, month=st.integers(1, 12), amount=WORDED)
CODES = st.one_of(
    st.sampled_from(["13053522P00958710001D", "A-1.b", "甲"]), st.sampled_from(["a b", "", "ａ"])
)
SHARED = [
    nodes(ast.Code, text=CODES),
    nodes(ast.Year, year=st.integers(1950, 2150)),
    nodes(ast.Goal, role=st.just("goal"), name=st.one_of(st.just(""), NAMES), text=TEXTS),
]
PROJECT_PARTS = st.one_of(
    *SHARED,
    nodes(ast.Budget, total=WORDED, parts=many(BUDGET_PARTS)),
    nodes(ast.PaymentPlan, points=many(POINTS, 1)),
    nodes(ast.Purpose, text=TEXTS),
    nodes(ast.MoneyUnit, unit=NAMES),
    nodes(ast.BelongsTo, code=st.sampled_from(["101001", "1a"])),
    GROUPS,
)
DEPARTMENT_PARTS = st.one_of(
    *SHARED, nodes(ast.Goal, role=st.sampled_from(["overall", "area", "safeguard"]), name=NAMES, text=TEXTS)
)

# ------------------------------------------------------------- rubrics and methods

SELECTORS = st.one_of(
    OPERATORS,
    st.sampled_from(sorted(tables()["selectors"])),
    NAMES.filter(lambda n: n not in tables()["comparisons"]),
)
SCORING_CASES = nodes(
    ast.ScoringCase, selectors=many(nodes(ast.Selector, text=SELECTORS), 1), method=NAMES, arguments=ARGUMENTS
)
BANDS = st.one_of(
    nodes(ast.GradeBand, name=NAMES, op=OPERATORS, bound=AMOUNTS), nodes(ast.GradeBand, name=NAMES)
)
ROUNDING_RULES = nodes(
    ast.RoundingRule,
    what=st.sampled_from(["each", "total"]),
    places=st.integers(0, 6),
    mode=st.sampled_from(["half_up", "half_even", "truncate"]),
)
CITES = nodes(ast.Cite, text=TEXTS, unchecked=st.booleans())
RUBRIC_PARTS = st.one_of(
    CITES,
    nodes(
        ast.Weights,
        groups=many(nodes(ast.GroupWeight, group=NAMES, points=AMOUNTS), 1),
        condition=st.one_of(st.none(), nodes(ast.GroupCondition, has=st.booleans(), group=NAMES)),
    ),
    nodes(ast.Absent, group=NAMES, heir=st.one_of(st.just(""), NAMES)),
    nodes(ast.Sharing, how=st.just("equal")),
    nodes(ast.Scoring, cases=many(SCORING_CASES, 1)),
    nodes(ast.Grades, bands=many(BANDS, 1)),
    nodes(ast.Rounding, rules=many(ROUNDING_RULES, 1, 2)),
    nodes(ast.Missing, how=st.sampled_from(["pending", "zero", "excluded", "error"])),
)
METHOD_PARTS = st.one_of(
    CITES,
    nodes(ast.Case, condition=st.one_of(st.none(), EXPRESSIONS), result=EXPRESSIONS),
    nodes(ast.Level, name=NAMES, low=AMOUNTS, high=AMOUNTS, high_open=st.booleans()),
)
PARAMETERS = nodes(ast.Parameter, name=NAMES, default=st.one_of(st.none(), EXPRESSIONS))

# ------------------------------------------------------------- facts

NOTES = nodes(ast.FactNote, about=st.sampled_from(["reason", "evidence"]), text=TEXTS)
FACT_VALUES = st.one_of(
    st.none(), WORDED, DATES, nodes(ast.Word, word=NAMES, share=st.one_of(st.none(), AMOUNTS))
)
FACTS = nodes(ast.FactLine, name=LINE_NAMES, value=FACT_VALUES, notes=many(NOTES))

ITEMS = st.one_of(
    nodes(ast.Use, rubric=NAMES),
    nodes(ast.UnitDefinition, name=NAMES, equals=st.one_of(st.none(), AMOUNTS)),
    nodes(ast.Project, name=NAMES, parts=many(PROJECT_PARTS, 0, 5)),
    nodes(ast.Department, name=NAMES, parts=many(DEPARTMENT_PARTS)),
    nodes(ast.Rubric, name=NAMES, extends=st.one_of(st.just(""), NAMES), parts=many(RUBRIC_PARTS, 0, 5)),
    nodes(ast.Method, name=NAMES, parameters=many(PARAMETERS), parts=many(METHOD_PARTS, 0, 5)),
    nodes(ast.Actuals, project=NAMES, date=st.one_of(st.none(), DATES), facts=many(FACTS)),
)
MODULES = nodes(ast.Module, items=many(ITEMS, 0, 4))

# ------------------------------------------------------------- hands that type differently

QUOTED = re.compile(r'("""(?s:.*?)"""|"[^"\n]*"|“[^”\n]*”)')
TWINS = {">=": ["≥", "≧", "＞＝", "不低于 "], "<=": ["≤", "≦", "不超过 "], "->": ["→", "－＞"]}
SPLIT = re.compile(r"->|>=|<=|\n|(?<=\d),(?=\d)|.", re.DOTALL)


def typed(text: str, random: Random) -> str:
    """The same statements with full-width marks, odd blanks, comments and empty lines."""
    pieces = QUOTED.split(text)
    return "".join(piece if at % 2 else _noisy(piece, random) for at, piece in enumerate(pieces))


def _noisy(piece: str, random: Random) -> str:
    return "".join(_variant(token, random) for token in SPLIT.findall(piece))


def _variant(mark: str, random: Random) -> str:
    if mark == "\n":
        return _line_end(random)
    if random.random() < 0.7 or mark == ",":
        return mark
    if mark in TWINS:
        return random.choice(TWINS[mark])
    if mark == " ":
        return random.choice(["　", "\t", "  ", "\u00a0"])
    return chr(ord(mark) + 0xFEE0) if "!" <= mark <= "~" else mark


def _line_end(random: Random) -> str:
    beside = random.choice(["", "", "", "  # 备注，x", ' // -> "y', "＃z"])
    alone = "".join(
        random.choice(["", "", "\n", "  \t\n", "# 甲 “\n", "      // 乙\n", "  #\n"]) for _ in range(2)
    )
    return beside + random.choice(["\n", "\r\n"]) + alone + " " * random.choice([0, 0, 2, 4, 7])
