"""Whatever a person says is written so that it reads back to the letter, or it is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdsl.diagnostic import Diagnostics
from perfdsl.journal.entry import GENESIS
from perfdsl.journal.verify import verify
from perfdsl.journal.write_entry import reads_back, seal, write_entry
from perfdsl.source import Source
from perfdsl.syntax import ast
from perfdsl.syntax.parse import parse
from tests.ledger.entries import block, entry

PIECES = [*'ab"“”#/\n\\，：%％＂＝1 　·封存"', '"""', "//", '封存 "', '登记 9 "', "实绩 甲 2022-01-01"]
ODD = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


def said_again(text: str) -> tuple[str, str, str]:
    found = Diagnostics()
    items = parse(Source("", text), found).items
    assert not list(found)
    recorded = next(item for item in items if isinstance(item, ast.Recorded))
    facts = next(item for item in items if isinstance(item, ast.Actuals))
    return recorded.source, facts.project, facts.facts[0].notes[0].text


@pytest.mark.parametrize("language", ["zh", "en"])
@given(source=ODD, reason=ODD, project=ODD)
def test_what_is_not_refused_reads_back_to_the_letter(
    language: str, source: str, reason: str, project: str
) -> None:
    said = entry(1, source, reason=reason, project=project)
    if reads_back(said, language):  # type: ignore[arg-type]
        text = write_entry(said, GENESIS, language)  # type: ignore[arg-type]
        assert said_again(text) == (source, project, reason)
        assert verify(text.encode()).findings == ()


@pytest.mark.parametrize(
    "text",
    [
        "一次活动改为线上", 'say "hi"', "“引”", 'he said "x”y', "两行\n文字", "# not a comment // nor this",
        "＝１２％　", '"""', "\\n", '登记 9 "x"', "😀 ㎡ 𠮷", "尾\n",
    ],
)  # fmt: skip
def test_quotes_lines_and_signs_survive(text: str) -> None:
    said = entry(2, text, reason=text)
    assert reads_back(said)
    assert said_again(write_entry(said, GENESIS))[0::2] == (text, text)


@pytest.mark.parametrize(
    "text", ['a """ b\nc', 'x\n"', 'x\n封存 "a" b', "\x00", "\x1b[31m", "a\rb", "\ud800", "\u202e"]
)
def test_what_the_language_cannot_write_is_refused(text: str) -> None:
    assert not reads_back(entry(1, reason=text))


def test_the_seal_covers_the_exact_text_and_the_seal_before() -> None:
    text = write_entry(entry(1), GENESIS)
    covered = text[: text.rindex('"', 0, -2)]
    assert seal(GENESIS, covered).own == verify(text.encode()).head[1]
    assert f'"{GENESIS}"' in covered
    assert text.startswith("台账 1\n\n登记 1 ")
    assert write_entry(entry(2), GENESIS).startswith("\n登记 2 ")


def test_several_blocks_are_one_entry() -> None:
    said = entry(1)._replace(blocks=(block(project="甲"), block(project="13052200P00000000001A")))
    assert reads_back(said)
    assert len(verify(write_entry(said, GENESIS).encode()).links) == 1
