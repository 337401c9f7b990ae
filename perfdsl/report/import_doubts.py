"""The marked fields of a form as text: what is printed, why it is doubted, where, and how it may be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from perfdsl.diagnostic import Text
from perfdsl.importers.draft import Field, FormDraft, Status
from perfdsl.importers.tidy_text import tidy
from perfdsl.report import import_words as words
from perfdsl.report.cells import cut, one_line
from perfdsl.report.import_fields import Named
from perfdsl.report.import_lines import Lines
from perfdsl.report.import_summary import say_alike
from perfdsl.report.paint import Style

MOST_ALIKE: Final = 5
"""A reason that more fields of a form share is told once, with their names."""
MOST_LISTED: Final = 200
"""Fields of one form that are listed one by one."""
MOST_SHARED: Final = 50
"""Reasons of many fields that are told of one form."""
_PRINTED = 48
_SIGNS: Final[dict[Status, tuple[str, Style]]] = {"conflict": ("≠", "error"), "check": ("?", "warning")}


def doubt_lines(
    marked: Sequence[Named], reasons: Sequence[Text], form: FormDraft | None, to: Lines
) -> Iterator[str]:
    """Write the doubts of a form as a whole, those that many fields share, and the others one by one."""
    for reason in reasons:
        whole = Text("整张表：", "the whole form: ") if form else Text("整份文件：", "the document: ")
        yield from to.hung("  ! ", to.say(words.beside(whole, reason, "", "")), "warning")
    alike = shared_reasons(marked)
    for reason, fields in list(alike.items())[:MOST_SHARED]:
        number = Text(f"{len(fields)} 处：", f"{len(fields)} fields: ")
        yield from to.hung("  ? ", to.say(words.beside(number, reason, "", "")), "warning")
        yield from to.hung("      ", to.listed(map(to.say, say_alike(fields))), "faint", whole=True)
    single = [named for named in marked if own_reasons(named.field, alike) or not named.field.reasons]
    single.sort(key=lambda named: named.field.status != "conflict")
    for named in single[:MOST_LISTED]:
        yield from _field_lines(named, own_reasons(named.field, alike), form, to)
    if len(single) > MOST_LISTED:
        more = len(single) - MOST_LISTED
        said = Text(
            f"还有 {more} 处没有列出，见 json 或 html 报告", f"{more} more, see the json or html report"
        )
        yield from to.hung("  … ", to.say(said))


def shared_reasons(marked: Sequence[Named]) -> dict[Text, list[Named]]:
    """Give the reasons that more than ``MOST_ALIKE`` fields share, each with its fields."""
    found: dict[Text, list[Named]] = {}
    for named in marked:
        for reason in dict.fromkeys(named.field.reasons):
            found.setdefault(reason, []).append(named)
    return {reason: fields for reason, fields in found.items() if len(fields) > MOST_ALIKE}


def own_reasons(field: Field, alike: dict[Text, list[Named]]) -> tuple[Text, ...]:
    """Give the reasons of a field that are not told of many together."""
    return tuple(reason for reason in dict.fromkeys(field.reasons) if reason not in alike)


def _field_lines(named: Named, reasons: Sequence[Text], form: FormDraft | None, to: Lines) -> Iterator[str]:
    sign, style = _SIGNS[named.field.status]
    status = to.say(words.STATUSES[named.field.status])
    yield from to.hung(f"  {sign} {status} ", f"{_label(named, form, to)} {_printed(named.field, to)}", style)
    for reason in reasons:
        yield from to.hung("      ", to.say(reason))
    if named.field.alternatives:
        ways = to.listed((one_line(to.say(way)) for way in named.field.alternatives), Text("；", "; "))
        yield from to.hung("      ", words.POSSIBLE.say(to.language) + ways)
    if named.field.spots:
        where = words.beside(Text("见", "see "), words.places(named.field.spots), "", "")
        yield from to.hung("      ", to.say(where), "faint", whole=True)


def _label(named: Named, form: FormDraft | None, to: Lines) -> str:
    if not named.number or form is None:
        return to.say(named.label)
    row = form.rows[named.number - 1]
    called = cut(one_line(row.text("name")) or to.say(words.UNNAMED), _PRINTED)
    return f"{to.say(words.row_label(named.number))} {called} · {to.say(named.label)}"


def _printed(field: Field, to: Lines) -> str:
    said = cut(one_line(tidy(field.raw)), _PRINTED)
    return f"“{said}”" if said else to.say(Text("（空白）", "(blank)"))
