"""Writes a fill-in sheet as a workbook: what is known is printed, what is wanted is yellow and checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from io import BytesIO
from typing import Any

from perfdsl.diagnostic import Language, Text
from perfdsl.forms import messages_fill_in as messages
from perfdsl.forms.fill_in_rows import given_cells, headings, shared_project
from perfdsl.forms.measure_text import count_lines, height_of
from perfdsl.forms.wanted_fact import Kind, WantedFact

WIDTHS = (23, 15, 10, 13, 19, 17, 9, 13, 11, 18, 13)
"""Widths of the columns, in digits."""

ACTUAL, DAY = 7, 8
FIRST = 3
"""The first row of facts, from 0: a title, an instruction and the header stand above it."""

_POINTS = 5
"""Points that a digit's width of a column has, at the least."""

_MARGIN = Decimal("0.4")
"""Inches."""

_MOST_LISTED = 255
_MOST_MESSAGE = 255
_DAY_2000, _DAY_2100 = 36_526, 73_051
"""Day numbers of 2000-01-01 and 2100-01-01."""

_FORMATS: dict[Kind, str] = {"rate": "0.00%", "date": "yyyy-mm-dd"}
_FONT = {"font_name": "宋体", "font_size": 10, "valign": "vcenter", "text_wrap": True}

# XlsxWriter carries no types: its workbooks, sheets and formats are Any below.


def write_fill_in_xlsx(facts: Sequence[WantedFact], language: Language) -> bytes:
    """Write the rows. ImportError where XlsxWriter is not installed."""
    from xlsxwriter import Workbook

    stream = BytesIO()
    with Workbook(stream, {"in_memory": True, "strings_to_formulas": False}) as workbook:
        sheet = workbook.add_worksheet(messages.SHEET.say(language))
        _set_up(sheet, len(facts))
        _write_head(workbook, sheet, language)
        styles = _styles(workbook)
        for at, (fact, shared) in enumerate(zip(facts, shared_project(facts), strict=True), FIRST):
            _write_row(sheet, at, fact, language, styles, top=2 if at > FIRST and not shared else 1)
    return stream.getvalue()


def _set_up(sheet: Any, rows: int) -> None:  # noqa: ANN401
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=_MARGIN, right=_MARGIN, top=_MARGIN, bottom=2 * _MARGIN)
    sheet.repeat_rows(FIRST - 1)
    sheet.set_footer("&C&P / &N")
    sheet.freeze_panes(FIRST, 0)
    sheet.print_area(0, 0, FIRST + max(rows, 1) - 1, len(WIDTHS) - 1)
    for at, width in enumerate(WIDTHS):
        sheet.set_column(at, at, width)


def _write_head(workbook: Any, sheet: Any, language: Language) -> None:  # noqa: ANN401
    last = len(WIDTHS) - 1
    title = workbook.add_format({**_FONT, "font_name": "黑体", "font_size": 16, "align": "center"})
    said = workbook.add_format({**_FONT, "align": "left"})
    head = workbook.add_format({**_FONT, "bold": True, "align": "center", "border": 1, "bg_color": "#D9E2EF"})
    sheet.merge_range(0, 0, 0, last, messages.TITLE.say(language), title)
    sheet.set_row(0, height_of(2))
    text = messages.HELP.say(language)
    sheet.merge_range(1, 0, 1, last, text, said)
    sheet.set_row(1, height_of(count_lines(text, sum(WIDTHS) * _POINTS)))
    for at, heading in enumerate(headings(language)):
        sheet.write_string(FIRST - 1, at, heading, head)
    sheet.set_row(FIRST - 1, height_of(2))


def _styles(workbook: Any) -> dict[tuple[str, int], Any]:  # noqa: ANN401
    """Formats by their number format (``given``: what is printed) and the rule above the row."""
    styles = {}
    for top in (1, 2):
        border = {"border": 1, "top": top}
        styles["given", top] = workbook.add_format({**_FONT, **border, "num_format": "@"})
        for code in ("General", "@", *_FORMATS.values()):
            wanted = {"num_format": code, "bg_color": "#FFF9DB", "align": "left" if code == "@" else "center"}
            styles[code, top] = workbook.add_format({**_FONT, **border, **wanted})
    return styles


def _write_row(  # noqa: PLR0913
    sheet: Any,  # noqa: ANN401
    at: int,
    fact: WantedFact,
    language: Language,
    styles: Mapping[tuple[str, int], Any],
    *,
    top: int,
) -> None:
    cells = given_cells(fact, language)
    for column, text in enumerate(cells):
        sheet.write_string(at, column, text, styles["given", top])
    sheet.write_blank(at, ACTUAL, None, styles[_FORMATS.get(fact.kind, "General"), top])
    sheet.write_blank(at, DAY, None, styles["yyyy-mm-dd", top])
    for column in range(DAY + 1, len(WIDTHS)):
        sheet.write_blank(at, column, None, styles["@", top])
    lines = max(count_lines(text, width * _POINTS) for text, width in zip(cells, WIDTHS, strict=False))
    sheet.set_row(at, height_of(lines))
    sheet.data_validation(at, ACTUAL, at, ACTUAL, _told(_check(fact, at, language), fact, language))
    day = {"validate": "date", "criteria": "between", "minimum": _DAY_2000, "maximum": _DAY_2100}
    sheet.data_validation(
        at, DAY, at, DAY, {**day, "error_type": "warning", **_refusal(messages.DAY, language)}
    )


def _check(fact: WantedFact, at: int, language: Language) -> dict[str, Any]:
    """Say what may be typed for a fact; a level may be followed by a share, a rate may lie below zero."""
    cell = f"H{at + 1}"
    match fact.kind:
        case "number":
            return {"validate": "decimal", "criteria": ">=", "value": 0}
        case "any_number":
            return {"validate": "decimal", "criteria": "between", "minimum": -(10**14), "maximum": 10**14}
        case "rate":
            bounds = {"criteria": "between", "minimum": -10, "maximum": 10}
            return {"validate": "decimal", "error_type": "warning", **bounds}
        case "date":
            bounds = {"criteria": "between", "minimum": _DAY_2000, "maximum": _DAY_2100}
            return {"validate": "date", **bounds}
        case "month":
            condition = f"=OR(ISTEXT({cell}),AND({cell}>=1,{cell}<=12),{cell}>={_DAY_2000})"
            return {"validate": "custom", "value": condition}
        case "yes_or_no":
            return {"validate": "list", "source": [each.say(language) for each in messages.YES_OR_NO]}
        case "level" if fact.choices and _can_be_listed(fact.choices):
            return {"validate": "list", "source": list(fact.choices), "error_type": "warning"}
        case _:
            return {"validate": "any"}


def _can_be_listed(choices: Sequence[str]) -> bool:
    """Whether a workbook takes the choices as a list: they are joined by commas there."""
    return len(",".join(choices)) <= _MOST_LISTED and not any("," in choice for choice in choices)


def _told(check: dict[str, Any], fact: WantedFact, language: Language) -> dict[str, Any]:
    said = messages.asked(fact)
    shown = {"input_message": _cut(said.say(language))}
    return {**check, **shown, **(_refusal(said, language) if check["validate"] != "any" else {})}


def _refusal(said: Text, language: Language) -> dict[str, str]:
    return {"error_title": messages.MISTAKE.say(language), "error_message": _cut(said.say(language))}


def _cut(text: str) -> str:
    return text if len(text) <= _MOST_MESSAGE else f"{text[: _MOST_MESSAGE - 1]}…"
