"""Arguments read without typer, and by typer: the same bytes and the same exit code."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from perfdsl.cli.arguments import Arguments
from perfdsl.cli.quick import understand
from tests.cli.run import LINXI, ROOT, Ran, run

WORDS = [
    *(LINXI, "docs/examples/会议.perf", "docs/examples/单位.perf", "none.perf", "-", "", "eval"),
    *(
        "--format",
        "json",
        "csv",
        "text",
        "--format=md",
        "--format=",
        "-f",
        "-fjson",
        "--form",
        "--format=pdf",
    ),
    *("--rubric", "核心指标2021", "--rubric=没有的", "-r", "--as-of", "2022-06-30", "--as-of=2022-13-01"),
    *(
        "--project",
        "代表之家运行经费",
        "-p",
        "--actuals",
        "specs/linxi-2022/actuals.example.csv",
        "--actuals=none.csv",
    ),
    *("--fail-on", "missed", "--fail-on=grade<良", "--fail-on=grade<A", "--fail-on=never"),
    *("--keep-going", "-k", "-w", "-kw", "--warnings", "--bom", "--no-bom", "--keep-going=1"),
    *("--lang", "en", "--lang=zh", "--lang=fr", "--", "--help", "-h", "--version", "--unknown"),
]


@pytest.fixture(autouse=True)
def _in_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def both(*arguments: str) -> Ran:
    text = Path("docs/examples/会议.perf").read_bytes()
    quick, proper = (run(*arguments, stdin=text, quick=quick) for quick in (True, False))
    assert quick == proper
    return quick


@pytest.mark.parametrize(
    "arguments",
    [
        (LINXI,),
        (LINXI, "--format", "json"),
        (LINXI, "--format=json", "--rubric=核心指标2021"),
        (LINXI, "-f", "csv", "--bom"),
        ("--format", "md", "--", LINXI),
        ("--", LINXI, "--format"),
        (LINXI, "--as-of", "2022-06-30", "--lang", "en"),
        (LINXI, "--fail-on", "missed", "--fail-on=grade<=良", "-w"),
        (LINXI, "-p", "人大会议经费", "--project=13053522P00958710001D"),
        ("-", "--format=json"),
        ("-", "--fail-on", "grade<A"),
        ("docs/examples/单位.perf", "-k"),
        (LINXI, "--actuals", "none.csv"),
        (LINXI, "--rubric", "--format"),
        (LINXI, "--format"),
        (LINXI, "--rubric="),
        (LINXI, "--as-of", ""),
        (),
    ],
)
def test_both_ways_give_the_same(arguments: tuple[str, ...]) -> None:
    both("eval", *arguments)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(WORDS), max_size=5))
def test_any_arguments_are_read_alike(words: list[str]) -> None:
    both("eval", *words)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("eval a", Arguments(["a"])),
        ("eval a --format=json", Arguments(["a"], format="json")),
        ("eval --rubric=a=b -- -x --y", Arguments(["-x", "--y"], rubric="a=b")),
        ("eval - -k -w --bom", Arguments(["-"], keep_going=True, warnings=True, bom=True)),
        ("eval a -a x --actuals=y -p z", Arguments(["a"], ["x", "y"], ["z"])),
    ],
)
def test_what_is_understood(words: str, expected: Arguments) -> None:
    assert understand(words.split()) == expected


@pytest.mark.parametrize(
    "words",
    ["", "check a", "eval", "eval --help a", "eval a -kw", "eval a --rubric", "eval a -fjson", "eval a -k=1"],
)
def test_what_is_left_to_typer(words: str) -> None:
    assert understand(words.split()) is None
