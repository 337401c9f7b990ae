"""Tried examples as JUnit XML, which build servers read: a suite for each file, a case for each example."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from perfdsl.diagnostic import Diagnostic, Language
from perfdsl.examples.example import Tested, Trial
from perfdsl.report import examples_words as words
from perfdsl.report.cells import one_line
from perfdsl.report.name_place import name_place
from perfdsl.report.options import Options

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no place for, not even escaped."""
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
)


def render(tested: Tested, _diagnostics: Iterable[Diagnostic], options: Options) -> str:
    """Write tried examples; a broken one is an error, one that does not hold a failure."""
    by_file: dict[str, list[Trial]] = {}
    for trial in tested.trials:
        by_file.setdefault(trial.posed.source.name, []).append(trial)
    lines = [line for file, trials in by_file.items() for line in _suite(file, trials, options.language)]
    whole = _counts(tested.trials)
    return (
        "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', f"<testsuites{whole}>", *lines, "</testsuites>"])
        + "\n"
    )


def _suite(file: str, trials: list[Trial], language: Language) -> Iterator[str]:
    yield f"  <testsuite{_attributes(name=file)}{_counts(trials)}>"
    for trial in trials:
        yield from _case(trial, language)
    yield "  </testsuite>"


def _case(trial: Trial, language: Language) -> Iterator[str]:
    posed = trial.posed
    head = _attributes(
        classname=words.name_subject(posed).say(language),
        name=posed.node.name,
        file=posed.source.name,
        line=str(posed.place.position.line),
    )
    if trial.state == "passed":
        yield f"    <testcase{head}/>"
        return
    yield f"    <testcase{head}>"
    if trial.state == "broken":
        yield f"      <error{_attributes(message=words.STATES['broken'].say(language))}/>"
    for unmet in trial.unmet:
        message = words.compare(unmet).say(language)
        text = f"{name_place(unmet.place)}: {words.say_unmet(unmet).say(language)}"
        yield f"      <failure{_attributes(message=message)}>{escape(one_line(text))}</failure>"
    yield "    </testcase>"


def _counts(trials: Iterable[Trial]) -> str:
    states = [trial.state for trial in trials]
    return _attributes(
        tests=str(len(states)), failures=str(states.count("failed")), errors=str(states.count("broken"))
    )


def _attributes(**values: str) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in values.items())


def escape(text: str) -> str:
    """Escape a text for XML, between tags and in attributes; what XML cannot hold is spelt out."""
    return _ILLEGAL.sub(lambda found: ascii(found.group())[1:-1], text).translate(_ESCAPES)
