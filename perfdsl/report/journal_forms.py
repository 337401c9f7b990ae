"""The journal for people (a list as wide as the terminal), for spreadsheets and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from perfdsl.diagnostic import Text
from perfdsl.journal.find_recorded import Found
from perfdsl.report.cells import cells, one_line, pad, wrap
from perfdsl.report.journal_rows import COLUMNS, JournalRow, journal_rows
from perfdsl.report.options import Options
from perfdsl.report.write_csv import write_csv
from perfdsl.report.write_json import write_json

_NOTHING = Text("还没有登记\n", "nothing was recorded yet\n")
_WIDEST = 28
_LONGEST = 400


def render_text(found: Sequence[Found], options: Options) -> str:
    """List each entry under a line that says when and by whom."""
    lines: list[str] = []
    rows = list(journal_rows(found, options.language))
    width = min(max((cells(one_line(row.what)) for row in rows), default=0), _WIDEST)
    last = ""
    for row in rows:
        if row.entry != last:
            lines += ["", *_wrapped(f"{row.entry}  {row.recorded}  {row.who}  {row.source}", options, "")]
            last = row.entry
        lines += _row(row, width, options)
    return "\n".join(lines[1:]) + "\n" if lines else _NOTHING.say(options.language)


def render_csv(found: Sequence[Found], options: Options) -> str:
    """Write one row for each fact or action; no text of it runs as a formula."""
    rows = (row._asdict() for row in journal_rows(found, options.language))
    return write_csv(COLUMNS, rows, options, line_end="\r\n")


def render_json(found: Sequence[Found], options: Options) -> str:
    """Write entries with their rows; names of fields are English and stay."""
    rows = [row._asdict() for row in journal_rows(found, options.language)]
    return write_json({"schema_version": 1, "facts": rows}) + "\n"


def _row(row: JournalRow, width: int, options: Options) -> Iterator[str]:
    by = f" {row.reporter}" if row.reporter else ""
    yield from _wrapped(f"{row.date} {row.project}{by}", options, "   ")
    what = wrap(one_line(row.what), max(width, 2))
    value = wrap(one_line(row.value, _LONGEST), max(options.width - width - 7, 10))
    for at in range(max(len(what), len(value))):
        left = what[at] if at < len(what) else ""
        right = value[at] if at < len(value) else ""
        yield f"     {pad(left, width)}  {right}".rstrip()
    for text in (row.reason, row.evidence):
        if text:
            yield from _wrapped(text, options, "       ")


def _wrapped(text: str, options: Options, indent: str) -> Iterator[str]:
    for line in wrap(one_line(text, _LONGEST), options.width - len(indent)):
        yield f"{indent}{line}"
