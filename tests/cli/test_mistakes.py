"""Ten unrelated mistakes in one workspace: ten complaints, in order, and the sound projects still scored."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.run import DATA, run

TEN = DATA / "ten_mistakes"
CODES = ["P0501", "P0502", "P0304", "P0303", "P0310", "P0202", "P0504", "P0102", "P0206", "P0302"]


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(TEN)


def test_ten_mistakes_are_ten_complaints_from_top_to_bottom() -> None:
    ran = run("eval", ".", "--format", "json")
    assert (ran.code, ran.codes, ran.json["projects"]) == (2, CODES, [])
    assert run("eval", ".").err.endswith("\n10 个错误\n")


def test_each_complaint_stands_on_the_line_that_says_so() -> None:
    lines = Path("绩效目标.perf").read_text(encoding="utf-8").splitlines()
    marked = [at for at, line in enumerate(lines, 1) if "     # " in line]
    found = run("eval", ".", "--format", "json").json["diagnostics"]
    assert [each["labels"][0]["line"] for each in found if each["code"] != "P0302"] == marked


def test_sound_projects_are_scored_all_the_same() -> None:
    ran = run("eval", ".", "--format", "json", "--keep-going")
    assert (ran.code, ran.codes) == (2, CODES)
    scored = [(each["code"], each["total"] or each["total_range"]) for each in ran.json["projects"]]
    assert scored == [("HK2022-01", "97.33"), ("HK2022-09", ["90.00", "100.00"])]
    text = run("eval", ".", "--keep-going")
    assert text.out.count("总分") == 2
    assert text.err.count("错误[") == 10


def test_a_wanted_project_that_has_a_mistake_is_not_said_to_be_missing() -> None:
    ran = run("eval", ".", "--format", "json", "--keep-going", "--project", "HK2022-02")
    assert (ran.code, ran.codes, ran.json["projects"]) == (2, CODES, [])


def test_check_tells_those_of_the_sheets() -> None:
    assert run("check", ".", "--format", "json").codes == CODES[:-1]


def test_every_complaint_has_a_place_and_a_remedy_in_both_languages() -> None:
    for lang in ("zh", "en"):
        for each in run("eval", ".", "--format", "json", "--lang", lang).json["diagnostics"]:
            assert each["labels"]
            assert each["hints"]
            assert each["message"]
