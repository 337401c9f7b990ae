"""A verification on a terminal: the verdicts on each method and rubric, then what is refuted, with places."""

from __future__ import annotations

from collections.abc import Iterator

from perfdsl.proof import wording
from perfdsl.proof.finding import Finding, Subject, Verification
from perfdsl.report import proof_words as words
from perfdsl.report.cells import cells, one_line, wrap
from perfdsl.report.excerpt import render_diagnostics
from perfdsl.report.options import Options
from perfdsl.report.paint import Style, paint

NARROWEST = 60
"""Narrower terminals are written to as if they had this many cells."""
_STYLES: dict[str, Style] = {
    "proved": "met", "refuted": "missed", "unknown": "pending", "depends": "pending", "allowed": "pending",
    "note": "faint",
}  # fmt: skip


def render(verification: Verification, options: Options) -> str:
    """Write a verification as text of ``options.width`` cells."""
    width = max(options.width, NARROWEST)
    options = options._replace(width=width)
    if not verification.subjects:
        return words.NOTHING.say(options.language) + "\n"
    blocks = ["\n".join(_subject(subject, options)) for subject in verification.subjects]
    told = render_diagnostics(
        verification.complaints, language=options.language, width=width, colour=options.colour
    )
    tail = [words.summary(verification).say(options.language)]
    if verification.lacks_solver:
        tail += wrap(words.NO_SOLVER.say(options.language), width)
    return "\n\n".join([*blocks, *([told.rstrip("\n")] if told else []), "\n".join(tail)]) + "\n"


def _subject(subject: Subject, options: Options) -> Iterator[str]:
    language = options.language
    title = f"{words.KINDS[subject.kind].say(language)} {one_line(subject.name)}"
    used = subject.used.say(language)
    yield paint(title, "strong", colour=options.colour) + (f"  {used}" if used else "")
    yield from _verdicts(subject, options)
    arguments = dict.fromkeys(f.why.say(language) for f in subject.findings if _argues(f))
    pieces = list(dict.fromkeys(piece for each in arguments for piece in _pieces(each, language)))
    if pieces:
        lead = f"    {words.BY.say(language)} "
        joined = ("；" if language == "zh" else "; ").join(pieces)
        yield from (paint(line, "faint", colour=options.colour) for line in _hung(lead, joined, options))


def _argues(finding: Finding) -> bool:
    """Whether there is an argument to be told; that each case decides somewhere says itself."""
    return finding.verdict == "proved" and finding.why is not wording.ALL_DECIDE


def _pieces(argument: str, language: str) -> list[str]:
    return argument.split("；" if language == "zh" else "; ")


def _verdicts(subject: Subject, options: Options) -> Iterator[str]:
    """What is proved side by side, as far as it fits; all else on lines of its own, with why."""
    proved = [_mark(subject, finding, options) for finding in subject.findings if finding.verdict == "proved"]
    yield from _filled(proved, options)
    for finding in subject.findings:
        if finding.verdict != "proved":
            yield from _told(subject, finding, options)


def _filled(marks: list[tuple[str, str]], options: Options) -> Iterator[str]:
    """Fill lines with marks, each plain (to be measured) and painted."""
    line, used = "", 0
    for text, painted in marks:
        if line and used + 2 + cells(text) > options.width:
            yield line
            line, used = "", 0
        line, used = f"{line}  {painted}", used + 2 + cells(text)
    if line:
        yield line


def _told(subject: Subject, finding: Finding, options: Options) -> Iterator[str]:
    text, painted = _mark(subject, finding, options)
    colon = "：" if options.language == "zh" else ": "
    first, *rest = _hung(f"  {text}{colon}", one_line(words.because(finding).say(options.language)), options)
    yield first.replace(text, painted, 1)
    yield from rest


def _mark(subject: Subject, finding: Finding, options: Options) -> tuple[str, str]:
    """A property with the sign of its verdict, plain and painted."""
    text = f"{words.SIGNS[finding.verdict]} {words.name_of(subject, finding).say(options.language)}"
    return text, paint(text, _STYLES[finding.verdict], colour=options.colour)


def _hung(lead: str, text: str, options: Options) -> Iterator[str]:
    """Wrap a text under its lead; four cells in where the lead takes more than a third of the line."""
    indent = cells(lead) if cells(lead) <= options.width // 3 else 4
    first, *rest = wrap(lead.lstrip() + text, options.width - indent)
    margin = len(lead) - len(lead.lstrip())
    yield " " * margin + first
    yield from (" " * indent + line for line in rest)
