"""Audits of filled forms as GitHub Markdown: of each a table of its rows, and one of what does not fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from perfdsl.audit.form_audit import FormAudit
from perfdsl.diagnostic import Diagnostic, Language, Text
from perfdsl.report import audit_words
from perfdsl.report import mistake_words as words
from perfdsl.report.audit_markdown import table_of
from perfdsl.report.markdown import plain, table_line
from perfdsl.report.options import Options

_HEADINGS = (
    Text("", ""),
    Text("类", "Class"),
    Text("指标", "Indicator"),
    Text("印出的与推出的", "Printed, and what follows"),
    Text("出处", "Stands at"),
)


def render(forms: Sequence[FormAudit], _diagnostics: Iterable[Diagnostic], options: Options) -> str:
    """Write audits; what their texts hold of Markdown or HTML is shown, not obeyed."""
    lines = [line for form in forms for line in (*_form(form, options.language), "")]
    return "\n".join(lines)


def _form(audited: FormAudit, language: Language) -> Iterator[str]:
    audit = audited.audit
    yield f"### {plain(audited.name or words.NO_NAME.say(language))}"
    yield ""
    yield f"{plain(audit.file)} · {audit_words.RUBRIC.say(language)}: {plain(audit.rubric)}"
    yield ""
    yield from table_of(audit.differences, language)
    for said in words.say_recomputed(audited):
        yield from ["", plain(said.say(language))]
    if audited.form.unread:
        yield from ["", f"**{words.UNREAD.say(language)}**", ""]
        for each in audited.form.unread:
            place = words.say_spots(each.spots).say(language)
            yield f"- {plain(place)}: {plain(each.text)}"
    yield from ["", f"**{words.MISTAKES.say(language)}**", ""]
    yield from _mistakes(audited, language)
    if audited.reasons:
        yield from ["", f"**{words.DOUBTS.say(language)}**", ""]
        yield from (f"- {plain(reason.say(language))}" for reason in audited.reasons)
    if audited.unsure:
        yield from ["", f"**{words.UNSURE.say(language)}**", ""]
        yield from _unsure(audited, language)


def _mistakes(audited: FormAudit, language: Language) -> Iterator[str]:
    if not audited.mistakes:
        yield words.say_none(audited).say(language)
        return
    yield table_line(heading.say(language) for heading in _HEADINGS)
    yield "| --- | --- | --- | --- | --- |"
    for gravity in words.GRAVITIES:
        for each in audited.of_gravity(gravity):
            title, place = words.TITLES[each.kind].say(language), words.say_spots(each.spots).say(language)
            said = words.say_mistake(each).say(language)
            yield table_line((words.SIGNS[gravity], title, each.subject, said, place))


def _unsure(audited: FormAudit, language: Language) -> Iterator[str]:
    for each in audited.unsure:
        column, place = (
            words.name_column(each.column).say(language),
            words.say_spots(each.spots).say(language),
        )
        where = " · ".join(part for part in (each.subject, column, place) if part)
        doubts = "; ".join(doubt.say(language) for doubt in each.doubts)
        yield f"- {plain(where)}: {plain(each.text)} ({plain(doubts)})"
