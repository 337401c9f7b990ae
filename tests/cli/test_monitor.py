"""``perfdsl monitor`` and ``eval --by department`` as a person uses them; all facts are invented."""

from __future__ import annotations

import pytest

from tests.cli.run import run

SHEET = "docs/monitor/村道养护.perf"


def test_the_day_must_be_said() -> None:
    ran = run("monitor", SHEET)
    assert (ran.code, ran.out) == (2, "")
    assert "--as-of" in ran.err


@pytest.mark.parametrize(
    ("day", "condition", "code"),
    [("2022-07-31", "red", 1), ("2022-07-31", "overdue", 1), ("2022-07-15", "overdue", 0)],
)
def test_fail_on(day: str, condition: str, code: int) -> None:
    assert run("monitor", SHEET, "--as-of", day, "--fail-on", condition).code == code


def test_wrong_values() -> None:
    assert run("monitor", SHEET, "--as-of", "2022-07-31", "--fail-on", "purple").code == 2
    assert run("monitor", SHEET, "--as-of", "2022-07-31", "--bands", "没有这个").code == 2
    assert run("monitor", SHEET, "--as-of", "2022-07-31", "--project", "别的").code == 2
    assert run("eval", SHEET, "--by", "year").code == 2


def test_json() -> None:
    fields = run("monitor", SHEET, "--as-of", "2022-07-31", "--format", "json").json
    assert fields["projects"][0]["money"]["progress"] == "0.5"
    assert [each["state"] for each in fields["actions"]] == ["overdue", "closed"]


@pytest.mark.parametrize("quick", [True, False])
def test_by_department(quick: bool) -> None:
    ran = run("eval", SHEET, "--by", "department", "--format", "json", quick=quick)
    (view,) = ran.json["departments"]
    assert view["department"]["code"] == "909001"
    assert [each["rank"] for each in view["ranking"]] == [1]
