"""A verification as GitHub Markdown: a table for each method and rubric."""

from __future__ import annotations

from collections.abc import Iterator

from perfdsl.proof.finding import Subject, Verification
from perfdsl.report import proof_words as words
from perfdsl.report.markdown import plain, table_line
from perfdsl.report.options import Options


def render(verification: Verification, options: Options) -> str:
    """Write a verification as Markdown; what its texts hold of Markdown or HTML is shown, not obeyed."""
    language = options.language
    lines = [line for subject in verification.subjects for line in _subject(subject, options)]
    lines.append(plain(words.summary(verification).say(language)))
    if verification.lacks_solver:
        lines += ["", plain(words.NO_SOLVER.say(language))]
    return "\n".join(lines) + "\n"


def _subject(subject: Subject, options: Options) -> Iterator[str]:
    language = options.language
    yield from [f"### {plain(f'{words.KINDS[subject.kind].say(language)} {subject.name}')}", ""]
    used = subject.used.say(language)
    if used:
        yield from [plain(used), ""]
    yield table_line(each.say(language) for each in (words.VERDICT, words.PROPERTY, words.WHY))
    yield "| --- | --- | --- |"
    for finding in subject.findings:
        verdict = f"{words.SIGNS[finding.verdict]} {words.VERDICTS[finding.verdict].say(language)}"
        name = words.name_of(subject, finding).say(language)
        yield table_line((verdict, name, words.because(finding).say(language)))
    yield ""
