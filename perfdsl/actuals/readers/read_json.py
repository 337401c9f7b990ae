"""Reads a table from JSON bytes: a list of objects, or ``{"facts": [...]}``; numbers stay as printed."""

from __future__ import annotations

import json
import re
from decimal import Decimal, InvalidOperation

from perfdsl.actuals import messages
from perfdsl.actuals.readers.bound_row import bound_row
from perfdsl.actuals.readers.bounds import MOST_CHARACTERS, MOST_COLUMNS, MOST_ROWS
from perfdsl.actuals.readers.decode_text import decode_text
from perfdsl.actuals.readers.json_rows import NotANumber, Numeral, Pairs, WrongShapeError, cut_facts
from perfdsl.actuals.table import Kind, Row, Table, whole_file
from perfdsl.diagnostic import Diagnostics
from perfdsl.source import CellPlace

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_SPACES = re.compile(r"\s+")
_MOST_CHARACTERS_SHOWN = 400
_LARGEST_EXPONENT = 60


def read(name: str, data: bytes, diagnostics: Diagnostics) -> list[Table]:
    """Read the one table of a JSON file: the keys are its header, a row's number is its place in the list."""
    text = decode_text(name, data, diagnostics)
    if text is None:
        return []
    keys: dict[str, int] = {}
    found = Diagnostics()
    rows = _read_rows(name, text, keys, found)
    if not rows and not len(found):
        found.add(messages.nothing_in_file(name))
    diagnostics.extend(found)
    if not rows:
        return []
    return [Table(name, "", Row(1, tuple(keys)[:MOST_COLUMNS], rows[0].line), tuple(rows))]


def _read_rows(name: str, text: str, keys: dict[str, int], diagnostics: Diagnostics) -> list[Row]:
    """Read all objects up to the first thing that is not JSON; ``keys`` gathers the columns."""
    rows: list[Row] = []
    try:
        for number, (element, start, end) in enumerate(cut_facts(text), start=1):
            if number > MOST_ROWS:
                diagnostics.add(messages.too_many_rows(whole_file(name), MOST_ROWS))
                break
            line = _SPACES.sub(" ", text[start : min(end, start + _MOST_CHARACTERS_SHOWN)])
            place = CellPlace(name, number, "", 1, "", line)
            if isinstance(element, Pairs):
                rows.append(bound_row(_row(element, place, keys, diagnostics), place, diagnostics))
            else:
                diagnostics.add(messages.not_an_object(place))
    except json.JSONDecodeError as problem:
        diagnostics.add(messages.malformed_json(_at_offset(name, text, problem.pos), problem.msg))
    except WrongShapeError as problem:
        diagnostics.add(messages.no_list_of_facts(_at_offset(name, text, problem.at)))
    except RecursionError:
        diagnostics.add(messages.nested_too_deeply(name))
    return rows


def _at_offset(name: str, text: str, at: int) -> CellPlace:
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    end = len(text) if end < 0 else end
    line = text[start : min(end, start + _MOST_CHARACTERS_SHOWN)].rstrip("\r")
    return CellPlace(name, text.count("\n", 0, at) + 1, "", at - start + 1, text[at : at + 1].strip(), line)


def _row(pairs: Pairs, place: CellPlace, keys: dict[str, int], diagnostics: Diagnostics) -> Row:
    """Lay an object out over the columns known so far, adding those that it brings."""
    seen: set[str] = set()
    cells: dict[int, tuple[str, Kind]] = {}
    for written, value in pairs:
        key = _clean(written)[:MOST_CHARACTERS]
        if key in seen:
            diagnostics.add(messages.repeated_key(place, key))
            continue
        seen.add(key)
        if len(keys) <= MOST_COLUMNS:
            keys.setdefault(key, len(keys))
        if key in keys:
            cells[keys[key]] = _cell(value)
    width = max(cells, default=-1) + 1
    blank: tuple[str, Kind] = ("", "text")
    laid = [cells.get(at, blank) for at in range(width)]
    return Row(place.row, tuple(text for text, _ in laid), place.line, tuple(kind for _, kind in laid))


def _cell(value: object) -> tuple[str, Kind]:
    match value:
        case None:
            return "", "text"
        case bool():
            return ("是" if value else "否"), "boolean"
        case NotANumber():
            return str(value), "not_a_number"
        case Numeral():
            return _without_exponent(value), "number"
        case str():
            return _clean(value), "text"
    return "…", "nested"


def _clean(text: str) -> str:
    """Replace lone surrogates, which no output can carry."""
    return text if text.isascii() else _LONE_SURROGATE.sub("\ufffd", text)


def _without_exponent(numeral: Numeral) -> str:
    """Write ``1.2e3`` as ``1200`` where that has a sane length; digits are never lost."""
    if "e" not in numeral and "E" not in numeral:
        return str(numeral)
    try:
        value = Decimal(numeral)
    except InvalidOperation:
        return str(numeral)
    if len(numeral) > _LARGEST_EXPONENT or abs(value.adjusted()) > _LARGEST_EXPONENT:
        return str(numeral)
    return format(value, "f")
