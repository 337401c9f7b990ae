"""Audits of filled forms on a terminal: of each its rows, then what does not fit, then what is unsure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from perfdsl.audit.filled_form import Unsure
from perfdsl.audit.form_audit import FormAudit
from perfdsl.audit.mistake import Mistake
from perfdsl.audit.read_entry import shorten
from perfdsl.diagnostic import Diagnostic, Text
from perfdsl.report import audit_words
from perfdsl.report import mistake_words as words
from perfdsl.report.audit_text import NARROWEST, Drawing
from perfdsl.report.cells import one_line, wrap
from perfdsl.report.options import Options
from perfdsl.report.paint import Style, paint

_BELOW: Final = 4
_MOST_UNREAD: Final = 30
_STYLES: Final[dict[str, Style]] = {"≠": "warning", "□": "warning", "?": "pending"}
_LAST: Final = Text(
    "以上只列对不上的地方；表中所印一概照录，不作更正",
    "What does not fit is listed; the form stands as printed, nothing is corrected",
)


def render(forms: Sequence[FormAudit], _diagnostics: Iterable[Diagnostic], options: Options) -> str:
    """Write audits as text of at most ``options.width`` cells a line (at least ``NARROWEST``)."""
    if not forms:
        return ""
    drawings = [_FormDrawing(each, options) for each in forms]
    lines = [line for drawing in drawings for line in (*drawing.lines(), "")]
    return "\n".join([*lines, *wrap(_LAST.say(options.language), max(options.width, NARROWEST))]) + "\n"


class _FormDrawing:
    """Draws one form."""

    __slots__ = ("audited", "colour", "language", "options", "width")

    def __init__(self, audited: FormAudit, options: Options) -> None:
        self.audited, self.options = audited, options
        self.language, self.colour = options.language, options.colour
        self.width = max(options.width, NARROWEST)

    def lines(self) -> Iterator[str]:
        """Give all lines, from the file's name to what was not read surely."""
        audit = self.audited.audit
        rubric = f"{audit_words.RUBRIC.say(self.language)}: {audit.rubric}"
        yield from self._wrapped(f"{audit.file} · {rubric}", "strong")
        yield ""
        yield from Drawing(audit, self.options).project(self.audited.name, audit.differences)
        for said in words.say_recomputed(self.audited):
            yield from self._wrapped(said.say(self.language))
        yield ""
        yield from self._unread()
        yield from self._mistakes()
        yield from self._unsure()

    def _mistakes(self) -> Iterator[str]:
        found = self.audited.mistakes
        title = words.MISTAKES.say(self.language)
        if not found:
            yield from self._wrapped(f"{title}: {words.say_none(self.audited).say(self.language)}", "strong")
            return
        counts = (
            f"{gravity.say(self.language)} {len(these)}"
            for name, gravity in words.GRAVITIES.items()
            if (these := self.audited.of_gravity(name))
        )
        yield from self._wrapped(f"{title}: {' · '.join(counts)}", "strong")
        for name in words.GRAVITIES:
            for mistake in self.audited.of_gravity(name):
                yield from self._mistake(mistake)

    def _mistake(self, mistake: Mistake) -> Iterator[str]:
        sign, title = words.SIGNS[mistake.gravity], words.TITLES[mistake.kind].say(self.language)
        place = words.say_spots(mistake.spots).say(self.language)
        heads = [part for part in (title, one_line(mistake.subject), place) if part]
        yield from self._entry(sign, " · ".join(heads), [words.say_mistake(mistake).say(self.language)])

    def _unsure(self) -> Iterator[str]:
        if self.audited.reasons:
            yield from ["", *self._wrapped(words.DOUBTS.say(self.language), "strong")]
        for reason in self.audited.reasons:
            yield from self._entry("?", one_line(reason.say(self.language)), [])
        if self.audited.unsure:
            count = len(self.audited.unsure)
            yield from ["", *self._wrapped(f"{words.UNSURE.say(self.language)}: {count}", "strong")]
        for (subject, doubts), fields in _by_row(self.audited.unsure).items():
            columns = dict.fromkeys(words.name_column(each.column).say(self.language) for each in fields)
            place = words.say_spots(fields[0].spots).say(self.language)
            head = " · ".join(part for part in (one_line(subject), ", ".join(columns), place) if part)
            shown = " / ".join(one_line(each.text) for each in fields)
            said = "; ".join(doubt.say(self.language) for doubt in doubts)
            yield from self._entry("?", head, [f"{shown}: {said}" if shown else said])

    def _unread(self) -> Iterator[str]:
        unread = self.audited.form.unread
        if not unread:
            return
        yield from self._wrapped(f"{words.UNREAD.say(self.language)}: {len(unread)}", "strong")
        for each in unread[:_MOST_UNREAD]:
            place = words.say_spots(each.spots).say(self.language)
            text = shorten(one_line(each.text))
            yield from self._entry("?", f"{text} · {place}" if place else text, [])
        if len(unread) > _MOST_UNREAD:
            yield f"  … +{len(unread) - _MOST_UNREAD}"
        yield ""

    def _entry(self, sign: str, head: str, below: Sequence[str]) -> Iterator[str]:
        """Write a line with its sign, and what is said of it indented below."""
        first, *rest = wrap(head, self.width - _BELOW)
        yield f"  {paint(sign, _STYLES[sign], colour=self.colour)} {first}"
        yield from (" " * _BELOW + line for line in rest)
        for text in below:
            for line in wrap(one_line(text), self.width - _BELOW):
                yield " " * _BELOW + paint(line, "faint", colour=self.colour)

    def _wrapped(self, text: str, style: Style | None = None) -> Iterator[str]:
        for line in wrap(one_line(text), self.width):
            yield paint(line, style, colour=self.colour) if style else line


def _by_row(unsure: Iterable[Unsure]) -> dict[tuple[str, tuple[Text, ...]], list[Unsure]]:
    """Put fields of one row that are doubted for one reason together."""
    found: dict[tuple[str, tuple[Text, ...]], list[Unsure]] = {}
    for each in unsure:
        found.setdefault((each.subject, each.doubts), []).append(each)
    return found
