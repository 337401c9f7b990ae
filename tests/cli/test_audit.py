"""``perfdsl audit``: what it reads, what it prints in which form, and with what exit code."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.audit.test_replay import COUNTS, REASONS
from tests.cli.run import ROOT, run

PUBLISHED = "tests/data/published/selfeval.csv"
HEADER = "三级指标,指标值,实际完成值,分值,得分\n"


@pytest.fixture(autouse=True)
def _in_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def test_the_published_table() -> None:
    ran = run("audit", "--csv", PUBLISHED, "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    assert ran.json["counts"] == COUNTS
    assert ran.json["reasons"] == REASONS
    assert ran.json["diagnostics"] == []


@pytest.mark.parametrize("form", ["text", "csv", "md"])
def test_forms(form: str) -> None:
    ran = run("audit", "--csv", PUBLISHED, "-f", form)
    assert (ran.code, ran.err) == (0, "")
    assert "资金到位及时率" in ran.out


def test_another_rubric_gives_other_points(tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text(f"{HEADER}次数,≥100次,80次,10,8\n", encoding="utf-8")
    kinds = [
        run("audit", "--csv", table, "-f", "json", *rubric).json["rows"][0]["class"]
        for rubric in ([], ["--rubric", "核心指标2021"])
    ]
    assert kinds == ["equal", "above"]


def test_colours_only_for_people() -> None:
    assert "\x1b" not in run("audit", "--csv", PUBLISHED).out


def test_it_says_what_it_needs() -> None:
    bare = run("audit")
    assert bare.code == 2
    assert "--csv" in bare.told
    form = run("audit", "自评表.docx")
    assert form.code == 3
    assert "自评表.docx" in form.told


@pytest.mark.parametrize("wish", [("--format", "pdf"), ("--lang", "fr")])
def test_wrong_use(wish: tuple[str, str]) -> None:
    ran = run("audit", "--csv", PUBLISHED, *wish)
    assert (ran.code, ran.out) == (2, "")
    assert wish[0] in ran.told


def test_an_unknown_rubric() -> None:
    ran = run("audit", "--csv", PUBLISHED, "-r", "国家自评2019", "-f", "json")
    assert (ran.code, ran.codes, ran.json["rows"]) == (2, ["P0201"], [])


@pytest.mark.parametrize(
    ("content", "codes", "code"),
    [
        ("", ["P0853"], 3),
        (HEADER, ["P0853"], 3),
        ("三级指标,指标值\n甲,≥1\n", ["P0851", "P0851", "P0851"], 3),
        (f"{HEADER}甲,≥1,1,10,优\n", ["P0852"], 0),
        (f'{HEADER}甲,"≥1,1,10,10\n', ["P0607", "P0853"], 3),
        (f"{HEADER}甲,≥1,1,10,10,,9\n乙,≥1,1,10,10\n", ["P0630"], 3),
    ],
)
def test_what_cannot_be_read(content: str, codes: list[str], code: int, tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text(content, encoding="utf-8")
    ran = run("audit", "--csv", table, "-f", "json")
    assert (ran.codes, ran.code) == (codes, code)
    told = run("audit", "--csv", table)
    assert told.code == code
    assert all(each in told.err for each in codes)


def test_rows_that_can_be_read_are_compared_all_the_same(tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text(f"{HEADER}甲,≥1,1,10,10,,9\n乙,≥1,1,10,10\n", encoding="utf-8")
    assert [row["indicator"] for row in run("audit", "--csv", table, "-f", "json").json["rows"]] == ["乙"]


def test_a_missing_file() -> None:
    ran = run("audit", "--csv", "没有.csv")
    assert (ran.code, ran.out) == (3, "")
    assert "P0801" in ran.err


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"\0" * 100, b"PK\x03\x04" + bytes(200), b"\n" * 5000])
def test_any_bytes(content: bytes, tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_bytes(content)
    assert run("audit", "--csv", table).code == 3


def test_gb18030_is_read_with_a_note(tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_bytes(f"{HEADER}甲,≥1次,1次,10,10\n".encode("gb18030"))
    ran = run("audit", "--csv", table, "-f", "json")
    assert (ran.code, ran.codes, ran.json["rows"][0]["class"]) == (0, ["P0605"], "equal")
