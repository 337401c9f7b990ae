"""A journal as rows: one for each fact or action, with the entry in which it was recorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from perfdsl.diagnostic import Language, Text
from perfdsl.journal.find_recorded import Found
from perfdsl.syntax import ast
from perfdsl.syntax.keywords import spell
from perfdsl.syntax.write_entry import write_value
from perfdsl.syntax.write_words import write_date, write_number

COLUMNS: Final[dict[str, Text]] = {
    "entry": Text("序号", "Entry"),
    "recorded": Text("登记时间", "Recorded"),
    "who": Text("登记人", "Who"),
    "source": Text("来源", "Source"),
    "project": Text("项目", "Project"),
    "date": Text("日期", "Date"),
    "reporter": Text("填报单位", "Reporter"),
    "what": Text("事项", "What"),
    "value": Text("内容", "Value"),
    "reason": Text("原因", "Reason"),
    "evidence": Text("佐证", "Evidence"),
    "digests": Text("摘要", "Digests"),
}


class JournalRow(NamedTuple):
    """The texts of a row, in the order of ``COLUMNS``."""

    entry: str
    recorded: str
    who: str
    source: str
    project: str
    date: str
    reporter: str
    what: str
    value: str
    reason: str
    evidence: str
    digests: str


def journal_rows(found: Iterable[Found], language: Language) -> Iterator[JournalRow]:
    """Give the rows of entries, in order."""
    for entry in found:
        for block in entry.blocks:
            day = "" if block.date is None else write_date(block.date)
            digests = " ".join(f"{each.file}:{each.sha256}" for each in entry.evidence)
            for what, value, notes, reporter in _sayings(block, language):
                by_kind = {note.about: _note(note, language) for note in notes}
                yield JournalRow(
                    str(entry.number), entry.recorded.time, entry.recorded.who, entry.recorded.source,
                    block.project, day, reporter, what, value,
                    by_kind.get("reason", ""), by_kind.get("evidence", ""), digests,
                )  # fmt: skip


Saying = tuple[str, str, tuple[ast.FactNote, ...], str]


def _sayings(block: ast.Actuals | ast.Action, language: Language) -> Iterator[Saying]:
    if isinstance(block, ast.Actuals):
        for line in block.facts:
            yield line.name, _value(line, language), line.notes, block.reporter
        return
    said = [each for each in (_part(part, language) for part in block.parts) if each]
    notes = tuple(part for part in block.parts if isinstance(part, ast.FactNote))
    yield spell("heads", "action", language), ("；" if language == "zh" else "; ").join(said), notes, ""


def _value(line: ast.FactLine, language: Language) -> str:
    value = "" if line.value is None else write_value(line.value)
    points = [f"{spell('heads', each.about, language)} {write_number(each.points)}" for each in line.points]
    foreseen = (
        []
        if line.foreseen is None
        else [f"{spell('heads', 'foreseen', language)} {write_value(line.foreseen.value)}"]
    )
    return " ".join([value, *foreseen, *points]).strip()


def _part(part: ast.Node, language: Language) -> str:
    match part:
        case ast.Requirement(text=text):
            return text
        case ast.Owner(name=name):
            return f"{spell('heads', 'owner', language)} {name}"
        case ast.Due(date=date):
            return f"{spell('heads', 'due', language)} {write_date(date)}"
        case ast.Result(text=text):
            return f"{spell('heads', 'result', language)} {text}"
    return ""


def _note(note: ast.FactNote, language: Language) -> str:
    cause = "" if note.cause is None else f"{spell('causes', note.cause, language)} "
    return f"{cause}{note.text}"
