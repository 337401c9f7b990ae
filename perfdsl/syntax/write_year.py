"""Statements of a year as text: monitoring, amendments, actions, and the journal of facts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, assert_never

from perfdsl.syntax import ast
from perfdsl.syntax.keywords import spell
from perfdsl.syntax.wording import Wording
from perfdsl.syntax.write_rule import Listed
from perfdsl.syntax.write_words import write_date, write_entry_name, write_name, write_number, write_text


def list_watched(part: ast.Lights | ast.Pace | ast.Worst | ast.Rollup, say: Wording) -> Listed:
    """Give the list that follows ``预警 资金``, ``序时 红``, ``取最差`` or ``汇总``."""
    match part:
        case ast.Lights(subject=subject, bands=bands):
            head = f"{say.head('lights')} {spell('watched', subject, say.language)}"
            return head, [(each.span[0], _band(each, say)) for each in bands], say.comma, ""
        case ast.Pace(light=light, points=points):
            items = [
                (each.span[0], f"{each.month}月底 {write_number(each.amount, words=True)}") for each in points
            ]
            return f"{say.head('pace')} {_light(light, say)}", items, say.comma, ""
        case ast.Worst(lights=lights):
            return say.head("worst"), [(part.span[0], _light(each, say)) for each in lights], say.comma, ""
        case ast.Rollup(parts=parts):
            return (
                say.head("rollup"),
                [(each.span[0], _rollup_part(each, say)) for each in parts],
                say.comma,
                "",
            )
        case _:
            assert_never(part)


def write_own_weight(weight: ast.Weight | None, say: Wording) -> str:
    """Write ``，权重 60`` at the end of a line; nothing for none."""
    if weight is None:
        return ""
    return f"{say.comma}{say.head('weight')} {write_number(weight.points, words=True)}"


def write_note(note: ast.FactNote, say: Wording) -> str:
    """Write ``原因 人员保障 "…"`` · ``佐证 "…"``."""
    cause = "" if note.cause is None else f"{spell('causes', note.cause, say.language)} "
    return f"{say.head(note.about)} {cause}{write_text(note.text)}"


def _light(light: ast.Light, say: Wording) -> str:
    return spell("lights", light, say.language)


def _band(band: ast.LightBand, say: Wording) -> str:
    light = _light(band.light, say)
    if band.met:
        return f"{light} {say.word('met')}"
    if band.bound is None:
        return f"{light} {say.head('otherwise')}"
    return f"{light} {band.op} {write_number(band.bound)}"


def _rollup_part(part: ast.RollupPart, say: Wording) -> str:
    how = "" if part.how is None else f" {say.word(part.how)}"
    return f"{say.word(part.of)} {write_number(part.share)}{how}"


def _reporters(reporters: ast.Reporters, say: Wording) -> str:
    return _named("reporters", reporters.names, say)


def _named(head: str, names: tuple[str, ...], say: Wording) -> str:
    comma = "、" if say.language == "zh" else ", "
    return f"{say.head(head)} {comma.join([write_name(names[0]), *map(write_entry_name, names[1:])])}"


def _result(result: ast.Result, say: Wording) -> str:
    when = "" if result.date is None else f" {write_date(result.date)}"
    return f"{say.head('result')} {write_text(result.text)}{when}"


def _journal(journal: ast.Journal, say: Wording) -> str:
    return f"{say.head('journal')} {write_text(journal.file) if journal.file else journal.format}"


def _recorded(recorded: ast.Recorded, say: Wording) -> str:
    texts = " ".join(map(write_text, (recorded.time, recorded.who, recorded.source)))
    return f"{say.head('recorded')} {recorded.number} {texts}"


OF_THE_YEAR: dict[type[ast.Node], Callable[[Any, Wording], str]] = {
    ast.Reporters: _reporters,
    ast.Progress: lambda progress, say: f"{say.head('progress')} {say.word(progress.how)}",
    ast.Dropped: lambda dropped, say: _named("drop", dropped.names, say),
    ast.Requirement: lambda required, say: f"{say.head('requirement')} {write_text(required.text)}",
    ast.Owner: lambda owner, say: f"{say.head('owner')} {write_name(owner.name)}",
    ast.Due: lambda due, say: f"{say.head('due')} {write_date(due.date)}",
    ast.Result: _result,
    ast.FactNote: write_note,
    ast.Journal: _journal,
    ast.Recorded: _recorded,
    ast.Digest: lambda digest, say: (
        f"{say.head('digest')} {write_text(digest.file)} {write_text(digest.sha256)}"
    ),
    ast.Sealed: lambda sealed, say: (
        f"{say.head('sealed')} {write_text(sealed.before)} {write_text(sealed.own)}"
    ),
}
"""How each part or item of one line is written."""
