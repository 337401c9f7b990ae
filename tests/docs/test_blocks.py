"""The reading of documentation itself: blocks, examples of several files, commands and their output."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.blocks import read_blocks, read_examples
from tests.docs.run_blocks import Command, matches, read_commands, rewrite, tidy

PAGE = """# A page

```perf
单独一个
```

```perf error=P0302,P0501 file=a.perf
项目 甲
```
```csv file=actuals.csv
项目,指标
```

```text
no example
```

```perf file=b.perf encoding=gbk
乙
```

## Another

```perf file=b.perf in=group
丙 >= 1次
```

```csv
an illustration
```
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.md"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_blocks_know_their_place(page: Path) -> None:
    blocks = list(read_blocks(page))
    assert [(b.line, b.language) for b in blocks][:4] == [(3, "perf"), (7, "perf"), (10, "csv"), (14, "text")]
    assert [b.section for b in blocks] == [1, 1, 1, 1, 1, 2, 2]


def test_an_unclosed_block_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text("```perf\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"page\.md:1"):
        list(read_blocks(path))


def test_files_that_follow_each_other_are_one_example(page: Path) -> None:
    single, together, broken, fragment = read_examples(page)
    assert single.files == {"page.perf": "单独一个\n".encode()}
    assert list(together.files) == ["a.perf", "actuals.csv"]
    assert together.codes == {"P0302", "P0501"}
    assert broken.files["b.perf"] == "乙\n".encode("gbk")
    assert fragment.files["b.perf"].decode().splitlines()[0] == "采用 国家自评2020"
    assert str(fragment) == "page.md:24"


def test_a_file_that_is_there_already_begins_another_example(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    text = "```perf error=P0101 file=a.perf\n甲\n```\n```perf file=a.perf\n乙\n```\n"
    path.write_text(text, encoding="utf-8")
    wrong, mended = read_examples(path)
    assert (wrong.codes, mended.codes) == ({"P0101"}, frozenset())
    assert mended.files == {"a.perf": "乙\n".encode()}


def test_programs_make_files_beside_a_sheet(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text("```python file=a.csv\ncontent = b'\\0'\n```\n", encoding="utf-8")
    (example,) = read_examples(path)
    assert list(example.files) == ["sheet.perf", "a.csv"]
    assert example.files["a.csv"] == b"\0"


def test_a_workbook_is_saved(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    program = "from openpyxl import Workbook\ncontent = Workbook()\n"
    path.write_text(f"```python file=a.xlsx\n{program}```\n", encoding="utf-8")
    assert read_examples(path)[0].files["a.xlsx"].startswith(b"PK")


def test_commands_are_cut_at_prompts() -> None:
    text = "$ perfdsl eval x.perf  # exit 2\nwrong\n\n$ make demo\nfine\n"
    first, second = read_commands(text)
    assert first == Command("perfdsl eval x.perf  # exit 2", "wrong\n\n")
    assert (first.runs, first.code, first.words) == (True, 2, ["eval", "x.perf"])
    assert (second.runs, second.code) == (False, 0)


@pytest.mark.parametrize(
    ("printed", "output", "same"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a  \n\n", "a\n", True),
        ("a\n…\nd\n", "a\nb\nc\nd\n", True),
        ("a\n…\n", "a\nb\n", True),
        ("a\n…\nd\n", "a\nb\nc\n", False),
        ("a\n", "a\nb\n", False),
        ("[a]\n", "a\n", False),
    ],
)
def test_output_matches_what_is_printed(printed: str, output: str, same: bool) -> None:
    assert matches(printed, tidy(output)) is same


def test_rewrite_prints_new_output(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text("```console\n$ perfdsl x\nold\n```\nafter\n", encoding="utf-8")
    rewrite(path, "$ perfdsl x\nold\n", [Command("perfdsl x", "new\n")])
    assert path.read_text(encoding="utf-8") == "```console\n$ perfdsl x\nnew\n```\nafter\n"
