"""Pieces of random trees: names, texts, numbers and expressions, as a parse could give them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from perfdsl.syntax import ast
from perfdsl.syntax.keywords import tables
from perfdsl.syntax.node import make
from perfdsl.syntax.read_date import last_day
from perfdsl.syntax.write_expression import ASKED

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

ASKABLE = st.one_of(NAMES, st.sampled_from(["reason", "evidence"]))
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
            ast.Call,
            function=st.sampled_from(sorted(ASKED)),
            arguments=st.tuples(nodes(ast.Name, name=ASKABLE)),
        ),
        nodes(
            ast.Per,
            amount=inner,
            step=ATOMS,
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
