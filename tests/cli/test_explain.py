"""``perfdsl explain``: the page of a code, in one language or both."""

from __future__ import annotations

import pytest

from perfdsl.cli.explain_command import page_in
from perfdsl.codes import CODES
from tests.cli.run import run

PAGE = """# P0000 标题 · title

## 中文

<!-- no example: 说给测试听 -->

说明。

```perf error=P0000 in=group
例
```

## English

Words.
"""


def test_a_page() -> None:
    ran = run("explain", "P0101")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("# P0101 ")
    assert "## 中文" in ran.out
    assert "## English" in ran.out


def test_small_letters_and_blanks_are_forgiven() -> None:
    assert run("explain", " p0101 ") == run("explain", "P0101")


def test_one_language() -> None:
    zh, en = (run("explain", "P0101", "--lang", lang).out for lang in ("zh", "en"))
    assert zh.splitlines()[0] == en.splitlines()[0]
    assert "## " not in zh + en
    assert "这一行" in zh.split("\n", 1)[1]
    assert "line" in en.split("\n", 1)[1]


def test_what_a_page_says_to_our_tests_is_left_out() -> None:
    assert page_in("zh", PAGE) == "# P0000 标题 · title\n\n说明。\n\n```perf\n例\n```"
    assert page_in("en", PAGE) == "# P0000 标题 · title\n\nWords."
    assert page_in("", PAGE).count("##") == 2
    assert "error=" not in page_in("", PAGE)
    assert "<!--" not in page_in("", PAGE)


@pytest.mark.parametrize("code", sorted(CODES))
def test_no_page_shows_what_is_said_to_tests(code: str) -> None:
    from perfdsl.packaged import packaged_folder

    if not (packaged_folder("diagnostics") / f"{code}.md").exists():
        pytest.skip("no page yet")  # tests/docs fails for it
    ran = run("explain", code)
    assert ran.code == 0
    assert [word for word in ("error=", "<!--", "in=group") if word in ran.out] == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("P032",), "P0302"),
        (("xyz",), "P0101"),
        ((), "CODE"),
        (("P0302", "--lang", "fr"), "zh 或 en"),
    ],
)
def test_wrong_use_has_a_remedy(arguments: tuple[str, ...], message: str) -> None:
    ran = run("explain", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
