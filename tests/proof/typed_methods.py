"""Random methods as text, over shapes that rules really have, some sound and some not."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

from perfdsl.diagnostic import Diagnostics
from perfdsl.proof.list_uses import default_call, open_uses
from perfdsl.proof.use import Use
from perfdsl.scheme.parsed import read_source
from perfdsl.scheme.rubric_scheme import MethodScheme
from perfdsl.source import Source
from perfdsl.syntax import ast

SHARES = ["0%", "20%", "50%", "60%", "80%", "100%", "120%", "130%"]
POINTS = ["0.5分", "1分", "2分", "5分", "15分"]
share = st.sampled_from(SHARES)
points = st.sampled_from(POINTS)
part = st.sampled_from(["按比例", "每满", "不足也计"])
sign = st.sampled_from([">=", ">", "<=", "<", "="])


@st.composite
def ratios(draw) -> str:
    """Amounts without a unit."""
    kind = draw(st.sampled_from(["share", "share", "ratio", "inverse", "off", "clip", "rest"]))
    match kind:
        case "share":
            return draw(share)
        case "ratio":
            return "实际 / 目标值"
        case "inverse":
            return "目标值 / 实际"
        case "off":
            return "abs(实际 - 目标值) / abs(目标值)"
        case "clip":
            return f"{draw(st.sampled_from(['min', 'max']))}({draw(share)}, {draw(ratios())})"
        case _:
            return f"{draw(share)} - {draw(share)} * ({draw(ratios())})"


@st.composite
def results(draw) -> str:
    kind = draw(st.sampled_from(["ratio", "ratio", "full", "points", "deducted", "stepped", "floored"]))
    match kind:
        case "ratio":
            return draw(ratios())
        case "full":
            return "满分"
        case "points":
            return draw(points)
        case "deducted":
            return f"满分 - {draw(points)}"
        case "stepped":
            return (
                f"满分 - {draw(points)} 每 {draw(st.sampled_from(['1', '5', '7']))}个百分点 超出 {draw(part)}"
            )
        case _:
            return f"max(0, {draw(results())})"


@st.composite
def conditions(draw) -> str:
    kind = draw(st.sampled_from(["met", "met", "zero", "ratio", "plain", "twice", "both", "not"]))
    match kind:
        case "met":
            return "达标"
        case "zero":
            return f"目标值 {draw(sign)} 0"
        case "ratio":
            return f"实际 / 目标值 {draw(sign)} {draw(share)}"
        case "plain":
            return f"实际 {draw(sign)} {draw(share)}"
        case "twice":
            return f"实际 {draw(sign)} 2 * 目标值"
        case "both":
            return f"({draw(conditions())}) {draw(st.sampled_from(['且', '或']))} ({draw(conditions())})"
        case _:
            return f"非 ({draw(conditions())})"


@st.composite
def methods(draw) -> str:
    """The text of a method."""
    cases = [f"  {draw(conditions())} -> {draw(results())}" for _ in range(draw(st.integers(0, 3)))]
    if draw(st.booleans()):
        cases.insert(0, "  达标 -> 满分")
    if draw(st.booleans()):
        cases.insert(0, "  目标值 <= 0 -> 0%")
    return "\n".join(["方法 试法", *cases, f"  其他 -> {draw(results())}"]) + "\n"


def uses_of(text: str) -> list[Use]:
    """Uses that a method suits; none where it makes no sense."""
    diagnostics = Diagnostics()
    module = read_source(Source("试.perf", text), diagnostics).module
    if diagnostics.has_errors:
        return []
    (node,) = (item for item in module.items if isinstance(item, ast.Method))
    source = Source("试.perf", text)
    call = default_call(MethodScheme(node.name, node, source, {}))
    assert call is not None
    return open_uses(call, (">=", ">", "<=", "<", "="))


weights = st.one_of(
    st.sampled_from([Fraction(1), Fraction(25, 2), Fraction(2), Fraction(100)]),
    st.fractions(min_value=Fraction(1, 10), max_value=100, max_denominator=20),
)
sizes = st.one_of(
    st.sampled_from([Fraction(0), Fraction(1), Fraction(9, 10), Fraction(-1, 20), Fraction(3, 5)]),
    st.fractions(min_value=-2, max_value=3, max_denominator=40),
)
