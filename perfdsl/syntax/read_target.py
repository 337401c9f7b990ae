"""One printed target (≥12次, 不低于90%, 2022年底前) read as a target, or refused with a reason."""

from __future__ import annotations

import re
from collections.abc import Mapping

from perfdsl.source import Source
from perfdsl.syntax import ast, messages_target
from perfdsl.syntax.normalise import normalise
from perfdsl.syntax.read_operator import has_sign, leading_operator, read_operator_column
from perfdsl.syntax.read_target_number import read_part
from perfdsl.syntax.read_target_range import read_range
from perfdsl.syntax.target_reading import Cell, Part, TargetReading, refused
from perfdsl.units import Unit

MOST_CHARACTERS = 300
"""Characters that a target may have; longer ones are prose and are left unread."""

_PLACEHOLDERS = frozenset({"无", "暂无", "不适用", "-", "--", "/", "\\", "——", "N/A", "n/a", "空", "*", "**"})
_STATE = re.compile(r'是(?:[ \t]+|[ \t]*:[ \t]*)"?(?P<word>[^\s"0-9][^"]*?)"?')
_QUALITATIVE = re.compile(r'定性[ \t]*[ \t:"][ \t]*"?(?P<word>[^"0-9]+?)"?')
_SAID = re.compile(r"(?P<kind>定性|是)[ \t]*:\s*(?P<words>.+)", re.DOTALL)
"""A cell that says itself that all the rest of it is words, whatever stands there: 定性：提升95%以上."""

_LEVELS = re.compile(
    r"显著|明显|有效|良好|较好|优|良|提升|提高|改善|增强|完善|健全|持续|满意|合格|达标|稳定|长期|充分"
    r"|较高|较低|及时|到位|^[是否高中低好]$"
)
_CHANGE = re.compile(
    r"较|同比|环比|相比|比(?:上|去|往|前|计划|[0-9]{4})"
    r"|(?:增长|提高|提升|增加|下降|降低|减少|上升|增收|减排)(?!率|幅|量|额|数)"
)
_NAME = re.compile(r"(?P<name>[^\W\d_]{1,20}(?:率|度|比例|占比))[ \t:]*(?:应|要|为|须|需)?[ \t]*")
_NEVER_IN_NAME = re.compile(
    r"[每均各其或和及与]|^(?:约|近|至少|至多|不超过|不低于|超过|低于|高于|大于|小于|第|去年|上年)|[不未][率度]$"
)
_BULLETS = frozenset("–—―─")
"""Dashes that people also put before the points of a list; a minus is not one of them."""
_FILLER = re.compile(
    r"(?:(?:达到|达|实现|完成|确保|保证|保持在|保持|维持在|控制在|控制|截至|截止到|截止|至(?!少|多)|于|在"
    r"|应|须|:)[ \t]*)+"
)
_DIGIT = re.compile(r"[0-9]")
_CLAUSES = re.compile(r"[,;、。\n]|且|[0-9][^0-9]*[≥≤<>=]+[^0-9]*[0-9]")
_NUMERALS = re.compile(r"[0-9][0-9,.]*")
_ODD_COMMA = re.compile(r"[^0-9]*(?P<whole>[0-9]+),(?P<rest>[0-9]{2}|[0-9]{4,})(?P<unit>[^0-9.]*)")
"""A comma that may be a decimal point, or stand in the wrong place: 1,23次 and 12,34万元."""


def read_target(  # noqa: PLR0913 (the columns of a printed table)
    text: str,
    *,
    operator: str = "",
    unit: str = "",
    year: int | None = None,
    source_name: str = "-",
    defined: Mapping[str, Unit] | None = None,
) -> TargetReading:
    """Read one printed target, with the operator and unit that separate columns print beside it.

    ``year`` completes dates without one; ``defined`` holds units of the sheet's own.
    Never raises; time is bounded.
    """
    source = Source(source_name, text)
    everything = source.place((0, len(text)))
    if len(text) > MOST_CHARACTERS:
        return refused("text", messages_target.too_long(everything, len(text), MOST_CHARACTERS))
    column = read_operator_column(operator[:MOST_CHARACTERS])
    if column is None:
        return refused("none", messages_target.unknown_operator(everything, operator))
    plain = normalise(text)
    column_unit = "".join(normalise(unit[:MOST_CHARACTERS]).split())
    column_unit = "" if column_unit in _PLACEHOLDERS else column_unit
    part = Part(len(plain) - len(plain.lstrip()), len(plain.rstrip()))
    if part.start >= part.end or plain[part.start : part.end] in _PLACEHOLDERS:
        return refused("none", messages_target.nothing(everything))
    if column == "qualitative":
        return _read_words(Cell(source, plain, "", column_unit, year, defined or {}), part)
    return _read_cell(Cell(source, plain, column, column_unit, year, defined or {}), part)


def _read_words(cell: Cell, part: Part) -> TargetReading:
    """Read what stands beside 定性: words, judged by the levels of the rubric."""
    place, text = cell.place(part.start, part.end), cell.text(part.start, part.end)
    if cell.unit:
        return refused("qualitative", messages_target.unit_column_contradicts(place, cell.unit, text))
    if _DIGIT.search(cell.plain) or has_sign(cell.plain):
        return refused("text", messages_target.words_around_number(place, text))
    return _qualitative(cell, part) or _said(ast.Qualitative(span=(part.start, part.end), text=text))


def _read_cell(cell: Cell, part: Part) -> TargetReading:
    body = cell.plain[part.start : part.end]
    stated = None if cell.operator else _words(cell, part) or _state(cell, part) or _qualitative(cell, part)
    if stated is not None:
        return stated
    if _DIGIT.search(body) and _CHANGE.search(body):
        return refused("text", messages_target.change(cell.place(part.start, part.end), body))
    inner = _skip_name(cell, part)
    inner = _skip_operators(cell, inner)
    if cell.text(inner.start, inner.start + 1) in _BULLETS and _DIGIT.match(cell.plain, inner.start + 1):
        value = cell.plain[inner.start + 1 : part.end]
        place, text = cell.place(part.start, part.end), cell.text(part.start, part.end)
        return refused("number", messages_target.two_readings(place, text, (f"-{value}", value)))
    return read_range(cell, inner) or read_part(cell, inner) or _left_over(cell, part)


def _words(cell: Cell, part: Part) -> TargetReading | None:
    """Read words behind 定性： or 是：, and 定性 alone, which is judged by the levels of the rubric."""
    span = (part.start, part.end)
    if cell.plain[part.start : part.end] == "定性":
        return _said(ast.Qualitative(span=span))
    found = _SAID.fullmatch(cell.plain, *span)
    if found is None:
        return None
    words = unquoted(cell.text(*found.span("words")))
    if not words:
        return None
    return _said(
        ast.State(span=span, word=words) if found["kind"] == "是" else ast.Qualitative(span=span, text=words)
    )


def unquoted(text: str) -> str:
    """Take off the quotation marks around a whole text; those of words in it stay (“双随机”监管)."""
    plain = normalise(text)
    inside = plain[1:-1]
    if not (plain.startswith('"') and plain.endswith('"') and inside.strip()):
        return text
    twice = inside.startswith('"') and inside.endswith('"')
    return text[1:-1] if '"' not in inside or twice else text


def _state(cell: Cell, part: Part) -> TargetReading | None:
    found = _STATE.fullmatch(cell.plain, part.start, part.end)
    if found is None:
        return None
    return _said(ast.State(span=(part.start, part.end), word=cell.text(*found.span("word"))))


def _qualitative(cell: Cell, part: Part) -> TargetReading | None:
    found = _QUALITATIVE.fullmatch(cell.plain, part.start, part.end)
    if found is None:
        return None
    return _said(ast.Qualitative(span=(part.start, part.end), text=cell.text(*found.span("word"))))


def _said(target: ast.State | ast.Qualitative) -> TargetReading:
    return TargetReading(target, kind="qualitative")


def _skip_name(cell: Cell, part: Part) -> Part:
    """Skip the indicator's own name, where a cell repeats it: 满意度≥90%."""
    found = _NAME.match(cell.plain, part.start, part.end)
    if found is None or _NEVER_IN_NAME.search(found["name"]):
        return part
    rest = cell.plain[_skip_filler(cell, found.end(), part.end) : part.end]
    return Part(found.end(), part.end) if _DIGIT.match(rest) or leading_operator(rest)[0] else part


def _skip_operators(cell: Cell, part: Part) -> Part:
    """Skip 达到, 控制在 and the like, and take one operator between them."""
    start = _skip_filler(cell, part.start, part.end)
    operator, length = leading_operator(cell.plain[start : part.end])
    start = _skip_filler(cell, start + length, part.end) if operator else start
    start += len(cell.plain[start : part.end]) - len(cell.plain[start : part.end].lstrip())
    found = (cell.operator, operator)
    return Part(start, part.end, tuple(dict.fromkeys(one for one in found if one)))


def _skip_filler(cell: Cell, start: int, end: int) -> int:
    found = _FILLER.match(cell.plain, start, end)
    return found.end() if found else start


def _left_over(cell: Cell, part: Part) -> TargetReading:
    """Say why a cell that no rule reads is refused: several values, words around a number, or words alone."""
    body, place = cell.plain[part.start : part.end], cell.place(part.start, part.end)
    text = cell.text(part.start, part.end)
    odd = _ODD_COMMA.fullmatch(body)
    if odd:
        readings = (f"{odd['whole']}.{odd['rest']}{odd['unit']}", f"{odd['whole']}{odd['rest']}{odd['unit']}")
        return refused("number", messages_target.two_readings(place, text, readings))
    if _DIGIT.search(body):
        several = len(_NUMERALS.findall(body)) > 1 and _CLAUSES.search(body)
        complaint = messages_target.several_values if several else messages_target.words_around_number
        return refused("text", complaint(place, text))
    if has_sign(body):
        return refused("text", messages_target.not_a_number(place, text))
    return refused("qualitative" if _LEVELS.search(body) else "text", messages_target.only_words(place, text))
