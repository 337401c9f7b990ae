from __future__ import annotations

import re
import unicodedata

from hypothesis import given

from perfdsl.diagnostic import Diagnostic, Label, Text
from perfdsl.report.github import render
from perfdsl.report.options import Options
from perfdsl.source import Source
from tests.report import hostile, invented
from tests.report.conftest import Golden

COMMAND = re.compile(r"::(error|warning|notice) ((file|line|col|endLine|endColumn|title)=[^:,]*,?)+::.*")


def test_each_severity(golden: Golden) -> None:
    golden("diagnostics.github.txt", render(invented.diagnostics(), Options("zh", omitted=2)))


def test_escapes() -> None:
    source = Source("a,b:c%.perf", "x")
    found = Diagnostic(
        "P0302", Text("", "50%\r\nmore\x1b[0m"), (Label(source.place((0, 1)), Text("", "l:l")),)
    )
    assert render([found], Options("en")) == (
        "::error file=a%2Cb%3Ac%25.perf,line=1,col=1,endColumn=2,title=P0302 units that cannot be compared::"
        "50%25%0D%0Amore\\x1b[0m%0Aa,b:c%25.perf:1:1: l:l\n"
    )


@given(hostile.diagnostics)
def test_any_diagnostic_is_one_command(found: Diagnostic) -> None:
    line, end = render([found], Options("en")).split("\n")
    assert end == ""
    assert COMMAND.fullmatch(line)
    assert not {char for char in line if unicodedata.category(char) in {"Cc", "Cs"}}
