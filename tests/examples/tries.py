"""Tries the examples of texts in memory, as ``perfdsl test`` does."""

from __future__ import annotations

from perfdsl.diagnostic import Diagnostic, Diagnostics
from perfdsl.examples.bench import Bench
from perfdsl.examples.example import Tested, Trial, Worked
from perfdsl.examples.find_subjects import posed_in
from perfdsl.examples.run_examples import run_examples, work_out
from perfdsl.library import shipped_all
from perfdsl.scheme.parsed import Parsed, read_source
from perfdsl.source import Source
from tests.scoring import say_all

RATIO = """方法 完成比例
  达标 -> 100%
  目标值 <= 0 -> 0%
  其他 -> 实际 / 目标值
"""


def read(text: str, diagnostics: Diagnostics, name: str = "例.perf") -> Parsed:
    return read_source(Source(name, text), diagnostics)


def try_text(text: str, wanted: str = "") -> tuple[Tested, list[Diagnostic]]:
    """Try the examples of a text; all complaints come with the result."""
    found = Diagnostics()
    library = [read_source(source, found) for source in shipped_all()]
    return run_examples([read(text, found)], library, found, wanted), list(found)


def tried(text: str) -> list[Trial]:
    """Try the examples of a text that must be free of errors."""
    tested, found = try_text(text)
    errors = [each for each in found if each.severity == "error"]
    assert not errors, say_all(errors)
    return list(tested.trials)


def passes(text: str) -> None:
    """Hold all examples of a text to what they expect; there must be some."""
    trials = tried(text)
    assert trials
    assert [(trial.posed.node.name, trial.unmet) for trial in trials if trial.state != "passed"] == []


def fails(text: str) -> list[tuple[str, str, str]]:
    """Give what the one failing example of a text expected, what was found, and the difference."""
    (trial,) = (trial for trial in tried(text) if trial.state != "passed")
    assert trial.state == "failed"
    return [(each.expected.zh, each.found.zh, each.difference) for each in trial.unmet]


def codes(text: str) -> list[str]:
    """Give the codes of the errors of a text whose examples cannot be tried; none may fail instead."""
    tested, found = try_text(text)
    assert "failed" not in {trial.state for trial in tested.trials}
    return [each.code for each in found if each.severity == "error"]


def worked(text: str) -> Worked:
    """Give what the engine makes of the last example of a text."""
    found = Diagnostics()
    sheet = read(text, found)
    bench = Bench([sheet], [read_source(source, found) for source in shipped_all()], found)
    *_, last = posed_in(sheet, found)
    result = work_out(last, bench, found)
    assert result is not None, say_all(found)
    return result
