"""The command that explain prints for one line works as printed."""

from __future__ import annotations

import shlex

import pytest

from perfdsl.cli.retype_command import quoted
from tests.cli.run import run, write


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        ("甲项目/培训", "甲项目/培训"),
        ("a.perf", "a.perf"),
        ("甲 乙", '"甲 乙"'),
        ("甲（乙）", '"甲（乙）"'),
        ("甲(乙)", '"甲(乙)"'),
        ("it's", '"it\'s"'),
        ('说"好"', "'说\"好\"'"),
        ("$HOME", "'$HOME'"),
        ("", '""'),
    ],
)
def test_words_are_quoted_where_a_shell_needs_it(word, shown) -> None:
    assert quoted(word) == shown
    assert shlex.split(shown) == [word]


SHEET = """采用 我的
评分办法 我的 沿用 国家自评2020
项目 "{name}"
  预算 10万元
  产出指标 / 数量指标：
    培训 >= 10次
  产出指标 / 质量指标：
    培训 >= 90%
  效益指标：
    "知晓（率） 一" >= 90%
实绩 "{name}" 2022-12-31
  执行数 10万元
  "知晓（率） 一" = {known}%
"""


@pytest.mark.parametrize("name", ["甲 项目（一）", "-甲", "甲/乙", "$HOME"])
@pytest.mark.parametrize(("known", "line"), [(10, "知晓（率） 一"), (90, "培训")])
def test_it_works_as_printed(tmp_path, monkeypatch, name, known, line) -> None:
    (tmp_path / "一 处").mkdir()
    write(tmp_path / "一 处", sheet=SHEET.format(name=name, known=known))
    monkeypatch.chdir(tmp_path)
    ran = run(
        "explain", "--rubric", "国家自评2020", "--as-of", "2022-12-31", "--lang", "zh", "--", name, "一 处"
    )
    assert ran.code == 0, ran.err
    command = ran.out.rstrip().splitlines()[-1].partition("perfdsl ")[2]
    words = shlex.split(command)
    assert "一 处" in words
    again = run(*words)
    assert (again.code, again.err) == (0, "")
    assert again.out.splitlines()[:3] == ran.out.splitlines()[:3]
    assert line in again.out.splitlines()


def test_facts_are_taken_along(tmp_path, monkeypatch) -> None:
    write(tmp_path, sheet=SHEET.format(name="甲", known=50))
    (tmp_path / "b.csv").write_text("项目,指标,实际完成值,日期\n甲,培训合格,1,2022-12-31\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    ran = run("explain", "甲", "sheet.perf", "-k")
    assert ran.out.rstrip().endswith('perfdsl explain "甲/知晓（率） 一" sheet.perf --keep-going')
    ran = run("explain", "甲")
    assert ran.out.rstrip().endswith('perfdsl explain "甲/知晓（率） 一"')
