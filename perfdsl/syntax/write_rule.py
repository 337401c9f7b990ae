"""Rules, and what methods say in the words of Chinese rules, as text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from perfdsl.syntax import ast
from perfdsl.syntax.keywords import names_in, spell
from perfdsl.syntax.wording import Wording
from perfdsl.syntax.write_expression import ExpressionWriter
from perfdsl.syntax.write_words import write_entry_name, write_name, write_number, write_operand, write_text

Listed = tuple[str, list[tuple[int, str]], str, str]
"""Head, items with their offsets, separator, end."""


def write_when(case: ast.RuleCase, say: Wording) -> str:
    """Write ``每项 当 得分 < 分值``."""
    head = say.head(f"each_{case.each}")
    if case.condition is None:
        return head
    return f"{head} {say.joint('when')} {_expressions(say).write(case.condition)}"


def list_effects(case: ast.RuleCase, say: Wording) -> Listed:
    """Give the list that follows ``则``."""
    items = [(each.span[0], _EFFECTS[type(each)](each, say)) for each in case.effects]
    return say.head("then"), items, say.comma, ""


def write_deduction(deduction: ast.Deduction, writer: ExpressionWriter, say: Wording) -> str:
    """Write ``扣 0.5分 每 1个百分点 超出 按比例，扣完为止``."""
    words = [say.joint("deduct"), writer.write_factor(deduction.amount)]
    if deduction.step is not None:
        words.append(writer.write_step(deduction.step, deduction.measured, deduction.part))
    end = f"{say.comma}{say.joint('exhausted')}" if deduction.to_zero else ""
    return f"{' '.join(words)}{end}"


def list_bands(bands: ast.Bands, writer: ExpressionWriter, say: Wording) -> Listed:
    """Give the list of ``分段 实际：>= 90% -> 100%，其他 -> 0%``."""
    items = [
        (each.span[0], f"{_band(each, writer, say)} -> {writer.write(each.result)}") for each in bands.bands
    ]
    return f"{say.head('bands')} {writer.write_sum(bands.measured)}{say.colon}", items, say.comma, ""


def list_knots(curve: ast.Interpolation, writer: ExpressionWriter, say: Wording) -> Listed:
    """Give the list of ``内插 实际：60% -> 25%，90% -> 100%``."""
    items = [
        (each.span[0], f"{writer.write_sum(each.at)} -> {writer.write_sum(each.result)}")
        for each in curve.knots
    ]
    return f"{say.head('interpolation')} {writer.write_sum(curve.measured)}{say.colon}", items, say.comma, ""


def list_applied(applies: ast.Applies, say: Wording) -> Listed:
    """Give the list of ``适用 偏差须说明，执行率封顶``."""
    items = [(applies.span[0], write_name(each)) for each in applies.rules]
    return say.head("applies"), items, say.comma, ""


def write_allow(allow: ast.Allow, say: Wording) -> str:
    """Write ``允许 超额扣分 因为 "…"``."""
    return f"{say.head('allow')} {say.word(allow.what)} {say.joint('because')} {write_text(allow.reason)}"


def write_checklist(checklist: ast.Checklist, say: Wording) -> str:
    """Write ``清单 制度健全，台账齐全``."""
    return f"{say.head('checklist')} {say.comma.join(map(write_name, checklist.items))}"


def write_either(either: ast.Either, say: Wording) -> str:
    """Write ``择一 论文 >= 3篇；获奖 >= 1项``."""
    measures = [f"{write_name(each.name)} {each.op} {write_number(each.bound)}" for each in either.measures]
    return f"{say.head('either')} {say.semicolon.join(measures)}"


def _expressions(say: Wording) -> ExpressionWriter:
    return ExpressionWriter(say.language, translates=True)


def _band(band: ast.Band, writer: ExpressionWriter, say: Wording) -> str:
    if band.bound is None:
        return say.head("otherwise")
    return f"{band.op} {writer.write_sum(band.bound)}"


def _at_most(say: Wording) -> str:
    return "至多" if say.language == "zh" else "at_most"


def _because(reason: str, say: Wording) -> str:
    return f" {say.joint('because')} {write_text(reason)}" if reason else ""


def _told(told: ast.Told, say: Wording) -> str:
    return f"{say.joint(told.severity)} {write_text(told.text)}"


def _cap(cap: ast.Cap, say: Wording) -> str:
    word = names_in("scope").get(cap.what)
    what = (
        spell("scope", word, say.language)
        if word in {"score", "total"}
        else write_operand(cap.what, first=True)
    )
    return f"{what} {_at_most(say)} {_expressions(say).write_sum(cap.most)}{_because(cap.because, say)}"


def _grade_cap(cap: ast.GradeCap, say: Wording) -> str:
    return f"{say.head('grades')} {_at_most(say)} {write_entry_name(cap.grade)}{_because(cap.because, say)}"


def _deduct(deduct: ast.Deduct, say: Wording) -> str:
    amount = _expressions(say).write_sum(deduct.amount)
    return f"{say.joint('deduct')} {amount}{_because(deduct.because, say)}"


_EFFECTS: dict[type[ast.Node], Callable[[Any, Wording], str]] = {
    ast.Told: _told,
    ast.Cap: _cap,
    ast.GradeCap: _grade_cap,
    ast.Deduct: _deduct,
    ast.Exclude: lambda exclude, say: f"{say.joint('exclude')}{_because(exclude.because, say)}",
}
