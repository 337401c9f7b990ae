"""Questions about a line that cannot be read: rules, and the examples that test them."""

from __future__ import annotations

import re
from collections.abc import Callable

from perfdsl.diagnostic import Diagnostic
from perfdsl.syntax import messages_line, messages_rule
from perfdsl.syntax.keywords import names_in
from perfdsl.syntax.refused_line import EACH, QUOTED, WORD_BEFORE, Line, joint

_LISTS = EACH | {"then", "expect", "given"}
_EFFECTS = {"hint", "fault", "deduct", "exclude", "lacks"}
_MEANT = {
    **dict.fromkeys(("没有", "缺", "缺少", "不含", "no"), "lacks"),
    **dict.fromkeys(("含", "含有", "存在", "具有"), "has"),
    **dict.fromkeys(("没填", "未填写", "没有填", "empty"), "unfilled"),
    **dict.fromkeys(("填了", "已填写", "填写"), "filled"),
    **dict.fromkeys(("在", "是", "in"), "within"),
}
"""Words that people write for those that ask."""

_DASHED = re.compile(r"(?<!\d)(\d[\d.]{0,30}[%分]?)[ \t]*-[ \t]*(\d[\d.]{0,30}[%分]?)")
_AROUND = re.compile(
    r"(?<!\d)(\d[\d.]{0,30})[ \t]*[<≤]=?[ \t]*([^\W\d]\w{0,30})[ \t]*[<≤]=?[ \t]*(\d[\d.]{0,30})"
)
_IF = re.compile(r"(?:当|如果|若|如|凡|when|if)(?![\w·])")
_THEN = re.compile(r"(?:则|then)(?![\w·])[ \t]*:?")
_SIGN = re.compile(r"[<>=≥≤]")
_GLUED = re.compile(r"([^\W\d]\w*?)(不超过|不高于|不多于|不大于|不低于|不少于|至多|最多|至少)(\d[\d.]*\w*)")


def _because(line: Line) -> Diagnostic | None:
    """A reason after a text that is told."""
    before = WORD_BEFORE.search(QUOTED.sub("", line.text[: line.at]).rstrip())
    told = before is not None and joint(before[1]) in {"hint", "fault"}
    if not told or joint(line.found.lstrip(",、")) != "because":
        return None
    return messages_rule.because_of_text(line.place(line.at, line.at + len(line.found)))


def _text_without_quotes(line: Line) -> Diagnostic | None:
    """A text that stands bare after 提示, 错误 or 因为."""
    before = WORD_BEFORE.search(line.text[: line.at])
    word = joint(before[1]) if before and line.head != "expect" else None
    rest = line.written(line.at, line.ending)
    if word not in {"hint", "fault", "because"} or not rest or QUOTED.search(rest):
        return None
    return messages_line.needs_quotes(line.place(line.at, line.ending), word, rest)


def _for_whom(line: Line) -> Diagnostic | None:
    """A condition that does not say for whom."""
    start = _IF.match(line.text)
    if line.block != "rule" or line.head or start is None:
        return None
    rest = line.written(start.end(), line.ending).strip()
    return messages_rule.needs_each(line.place(0, start.end()), rest)


def _condition(line: Line) -> Diagnostic | None:
    """A condition without 当, with commas in it, or with 时 at its end."""
    if line.head not in EACH or _THEN.search(line.bare[: line.at]):
        return None
    place = line.place(line.at, line.at + len(line.found))
    if line.found in {"时", "的", "时候"}:
        return messages_rule.no_particle(place, line.found)
    if line.found and re.fullmatch(r"\w+[ \t]*:?[ \t]*", line.text[: line.at]):
        return messages_rule.needs_when(place, line.written(line.at, line.ending))
    before = line.text[: line.at].rstrip()
    if line.found and (before[-1:] in {",", "、"} or line.found[0].isalnum()):
        return messages_rule.conditions_apart(place)
    return None


def _comma_between(line: Line) -> Diagnostic | None:
    """Consequences or expectations without a comma between them."""
    starts = joint(line.found) in _EFFECTS or names_in("heads").get(line.found) == "grades"
    if line.head not in _LISTS or not starts or not _segment(line).strip():
        return None
    return messages_line.needs_comma(line.place(line.at, line.at + len(line.found)), line.found)


def _effect(line: Line) -> Diagnostic | None:
    """A limit without 至多, or a consequence that does not exist."""
    if line.head not in EACH | {"then"} or not _THEN.search(line.bare[: line.at + 1]):
        return None
    said = _segment(line).strip()
    place = line.place(line.at - len(_segment(line).lstrip()), line.at + len(line.found))
    glued = _GLUED.fullmatch(said)
    if glued:
        return messages_rule.needs_at_most(place, glued[1], glued[3])
    if not re.fullmatch(r"[^\W\d]\w*", said) or joint(said) is not None:
        return None
    if line.found[:1].isalnum():
        return messages_rule.needs_at_most(place, said, line.found)
    if line.found and line.found not in {",", "、", ";"}:
        return None
    return messages_rule.unknown_effect(line.place(line.at - len(_segment(line).lstrip()), line.at), said)


def _asked(line: Line) -> Diagnostic | None:
    """没有 for 无, and the like."""
    before = WORD_BEFORE.search(line.text[: line.at])
    if before is None or line.block not in {"rule", "rubric", "method"} or not line.found[:1].isalpha():
        return None
    if joint(before[1]) == "when" and line.found in _MEANT:
        place = line.place(line.at, line.at + len(line.found))
        return messages_rule.near_joint(place, line.found, _MEANT[line.found])
    if before[1] not in _MEANT:
        return None
    return messages_rule.near_joint(line.place(*before.span(1)), before[1], _MEANT[before[1]])


def _range(line: Line) -> Diagnostic | None:
    """A range of points with a dash, or around the name of its grade."""
    if line.head not in {"expect", "grades", "level"}:
        return None
    dashed = next((found for found in _DASHED.finditer(line.bare) if found.end() > line.at), None)
    if dashed and dashed.start() <= line.at:
        return messages_rule.range_with_dots(line.place(*dashed.span()), dashed[1], dashed[2])
    around = next((found for found in _AROUND.finditer(line.bare) if found.end() > line.at), None)
    if around and around.start() <= line.at:
        return messages_rule.grade_around(line.place(*around.span()), around[1], around[2], around[3])
    return None


def _expected_sign(line: Line) -> Diagnostic | None:
    """``应 总分 >= 90``."""
    if line.head != "expect" or not _SIGN.match(line.found):
        return None
    return messages_rule.expects_a_number(line.place(line.at, line.at + len(line.found)))


def _segment(line: Line) -> str:
    """What stands between the last separator, or 则, and the place where the reading stopped."""
    start = max((found.end() for found in re.finditer(r"[,、;]", line.bare[: line.at])), default=0)
    for found in (_THEN.search(line.bare), re.match(r"\w+[ \t]*:?", line.bare)):
        if found and start < found.end() <= line.at:
            start = found.end()
            break
    return line.text[start : line.at]


ABOUT_RULES: tuple[Callable[[Line], Diagnostic | None], ...] = (
    _because, _text_without_quotes, _for_whom, _asked, _condition, _comma_between, _effect, _range,
    _expected_sign,
)  # fmt: skip
"""In the order in which they are asked; the first that fits gives the answer."""
