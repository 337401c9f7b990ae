"""``perfdsl diff``: two states of sheets, one of which may be a git revision."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from perfdsl.cli import ask_git
from tests.cli.run import SHEET, csv_of, facts, run, write

LOOSER = SHEET.replace("召开县会议次数 >= 12次", "召开县会议次数 >= 10次")


@pytest.fixture
def sides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write(tmp_path, old=SHEET, new=LOOSER, actuals=facts(召开县会议次数="9次"))


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A work tree whose last commit has ``SHEET`` and whose file is ``LOOSER``."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "表"
    folder.mkdir()
    write(folder, sheet=SHEET)
    (folder / ".hidden.perf").write_text("不读", encoding="utf-8")
    (folder / "link.perf").symlink_to("sheet.perf")
    git("init", "-q")
    git("add", ".")
    git("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qm", "old")
    (folder / "link.perf").unlink()
    return write(folder, sheet=LOOSER)


def git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True, capture_output=True)


@pytest.mark.usefixtures("sides")
@pytest.mark.parametrize(
    "arguments", [("keine.perf", "new.perf"), ("old.perf", "keine.perf"), ("bad.perf", "new.perf")]
)
def test_json_says_why_two_sides_cannot_be_compared(arguments: tuple[str, str]) -> None:
    Path("bad.perf").write_text("项目 甲\n  年度 二十\n", encoding="utf-8")
    ran = run("diff", *arguments, "-f", "json")
    assert ran.code in {2, 3}
    assert ran.err == ""
    assert ran.json["summary"] is None
    assert (ran.json["old"], ran.json["new"]) == arguments
    assert ran.codes
    assert run("diff", "old.perf", "new.perf", "-f", "json").json["diagnostics"] == []


@pytest.mark.usefixtures("sides")
def test_loosened_target_with_its_places() -> None:
    ran = run("diff", "old.perf", "new.perf")
    assert ran.code == 0
    assert "放宽 目标：≥12次 → ≥10次，放宽 2次（16.67%）" in ran.out
    assert "old.perf:7 → new.perf:7" in ran.out
    assert ran.out.endswith("\n放宽 1\n")


def test_the_same_in_another_writing(sides: Path) -> None:
    write(sides, other=SHEET.replace("23万元", "230000元").replace(">= 90%", ">= 0.9"))
    ran = run("diff", "old.perf", "other.perf", "--fail-on", "any")
    assert (ran.code, ran.out) == (0, "old.perf → other.perf\n\n没有实质差别。\n")


@pytest.mark.parametrize(
    ("order", "what", "code"),
    [
        (("old", "new"), "loosened", 1),
        (("new", "old"), "loosened", 0),
        (("new", "old"), "loosened,tightened", 1),
        (("old", "new"), "removed", 0),
        (("old", "new"), "any", 1),
        (("old", "new"), "removed， loosened", 1),
    ],
)
@pytest.mark.usefixtures("sides")
def test_fail_on(order: tuple[str, str], what: str, code: int) -> None:
    assert run("diff", *(f"{each}.perf" for each in order), "--fail-on", what).code == code


@pytest.mark.usefixtures("sides")
def test_impact_of_facts() -> None:
    ran = run("diff", "old.perf", "new.perf", "--actuals", "actuals.csv")
    assert ran.code == 0
    assert "人大会议经费：总分 93.75 → 97.50（+3.75），等级 优" in ran.out
    assert "召开县会议次数：18.75 → 22.50（+3.75）" in ran.out


def test_impact_of_facts_in_a_sheet(sides: Path) -> None:
    write(sides, facts="实绩 人大会议经费 2022-12-31\n  召开县会议次数 = 9次\n")
    ran = run("diff", "old.perf", "new.perf", "-a", "facts.perf", "--lang", "en")
    assert "total [18.75, 93.75] → [22.50, 97.50]" in ran.out


def test_facts_of_neither_side_are_told_once(sides: Path) -> None:
    write(sides, actuals=csv_of({"没有的指标": "1"}))
    ran = run("diff", "old.perf", "new.perf", "-a", "actuals.csv")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.count("P0641]") == 1


@pytest.mark.usefixtures("sides")
def test_json() -> None:
    found = run("diff", "old.perf", "new.perf", "-f", "json", "-a", "actuals.csv").json
    assert found["schema_version"] == 1
    assert found["summary"]["loosened"] == 1
    (project,) = found["projects"]
    (indicator,) = project["indicators"]
    (change,) = indicator["changes"]
    assert (change["about"], change["sense"]) == ("target", "loosened")
    assert change["by"] == [{"end": "", "amount": "-2", "unit": "次", "share": "0.166667"}]
    assert change["old"]["source"] == {"file": "old.perf", "line": 7, "column": 13}
    assert found["impact"]["projects"][0]["difference"] == "+3.75"


@pytest.mark.usefixtures("sides")
def test_markdown() -> None:
    ran = run("diff", "old.perf", "new.perf", "-f", "md", "-a", "actuals.csv")
    assert (
        "| 召开县会议次数 | 放宽 | 目标：≥12次 → ≥10次，放宽 2次（16.67%） | old.perf:7 → new.perf:7 |"
        in ran.out
    )
    assert "- 人大会议经费：总分 93.75 → 97.50（+3.75），等级 优" in ran.out


@pytest.mark.usefixtures("sides")
def test_english() -> None:
    ran = run("diff", "old.perf", "new.perf", "--lang", "en")
    assert "loosened  target: ≥12次 → ≥10次, by 2次 (16.67%)" in ran.out


def test_no_line_is_wider_than_the_terminal(sides: Path) -> None:
    from perfdsl.report.cells import cells

    long = SHEET.replace(
        "召开县会议次数", '"召开县会议的次数（含因故改期、改为线上举行以及合并举行的各次会议）"'
    )
    (sides / "long.perf").write_text(long.replace("采用 国家自评2020", "采用 核心指标2021"), encoding="utf-8")
    ran = run("diff", "old.perf", "long.perf", "-a", "actuals.csv")
    assert max(map(cells, ran.out.splitlines())) <= 80


def test_a_side_that_does_not_check(sides: Path) -> None:
    write(sides, bad=SHEET.replace(">= 12次", ">= 12次次次"))
    ran = run("diff", "old.perf", "bad.perf")
    assert (ran.code, ran.out) == (2, "")
    assert "P0303" in ran.err


@pytest.mark.usefixtures("sides")
def test_no_such_new_side() -> None:
    ran = run("diff", "old.perf", "nothing.perf")
    assert (ran.code, ran.out) == (3, "")
    assert "P0801" in ran.err


@pytest.mark.parametrize(
    "arguments", [("--fail-on", "worse"), ("--format", "csv"), ("--lang", "fr"), ("--fail-on", "")]
)
@pytest.mark.usefixtures("sides")
def test_wrong_use(arguments: tuple[str, str]) -> None:
    ran = run("diff", "old.perf", "new.perf", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert arguments[0] in ran.err


@pytest.mark.usefixtures("sides")
def test_one_side_from_standard_input() -> None:
    assert "放宽 1" in run("diff", "-", "new.perf", stdin=SHEET.encode()).out
    assert "收紧 1" in run("diff", "new.perf", "-", stdin=SHEET.encode()).out
    assert run("diff", "-", "-", stdin=SHEET.encode()).code == 2


# ---------------------------------------------------------------- revisions


@pytest.mark.usefixtures("repository")
def test_a_folder_at_a_revision() -> None:
    ran = run("diff", "HEAD", "表")
    assert ran.code == 0
    assert "放宽 目标：≥12次 → ≥10次" in ran.out
    assert "HEAD:表/sheet.perf:7 → 表/sheet.perf:7" in ran.out


def test_a_file_at_a_revision(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "放宽 1" in run("diff", "HEAD", "表/sheet.perf").out
    monkeypatch.chdir(repository)
    assert "放宽 1" in run("diff", "HEAD", "sheet.perf").out
    assert "放宽 1" in run("diff", "HEAD", repository / "sheet.perf").out


def test_a_path_comes_before_a_revision_of_its_name(repository: Path) -> None:
    (repository.parent / "HEAD").write_text(LOOSER, encoding="utf-8")
    assert "没有实质差别" in run("diff", "HEAD", "表").out


@pytest.mark.parametrize(
    "name",
    [
        "nothing",
        "HEAD~7",
        "HEAD:表",
        "HEAD^{tree}",
        "a b",
        "a\nb",
        "x\x00",
        pytest.param("é" * 3000, id="long"),
    ],
)
@pytest.mark.usefixtures("repository")
def test_no_such_revision(name: str) -> None:
    ran = run("diff", name, "表")
    assert (ran.code, ran.out) == (2, "")
    assert "P0871" in ran.err


@pytest.mark.parametrize("name", ["--output=stolen", "-h", "--upload-pack=touch stolen"])
def test_a_name_like_an_option_never_reaches_git(repository: Path, name: str) -> None:
    ran = run("diff", "--", name, "表")
    assert (ran.code, ran.out) == (2, "")
    assert "P0871" in ran.err
    assert not (repository.parent / "stolen").exists()


def test_a_path_that_the_revision_does_not_have(repository: Path) -> None:
    newer = repository / "新"
    newer.mkdir()
    write(newer, sheet=SHEET)
    ran = run("diff", "HEAD", "表/新")
    assert ran.code == 2
    assert "P0871" in ran.err
    assert "HEAD" in ran.err


def test_marks_of_patterns_in_a_path_are_letters(repository: Path) -> None:
    odd = repository / "*.perf"
    odd.write_text(LOOSER, encoding="utf-8")
    ran = run("diff", "HEAD", odd)
    assert "P0871" in ran.err


def test_outside_of_any_repository(sides: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(sides.parent))
    ran = run("diff", "HEAD", "new.perf")
    assert ran.code == 2
    assert "P0871" in ran.err
    assert "仓库" in ran.err


def test_without_git(sides: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(sides))
    ran = run("diff", "HEAD", "new.perf")
    assert ran.code == 2
    assert "P0872" in ran.err


ANSWERS = "case $* in *is-inside*) echo true;; *rev-parse*) echo abc;;"
LISTED = "*ls-tree*) printf '100644 blob abc 3\\tnew.perf\\0';;"


@pytest.mark.parametrize(
    "script",
    [
        "sleep 5",
        "echo 'fatal: out of luck' >&2; exit 128",
        "echo true; echo rubbish",
        f"{ANSWERS} *) echo lost >&2; exit 128;; esac",
        f"{ANSWERS} {LISTED} *) echo abc missing;; esac",
        f"{ANSWERS} {LISTED} *) exit 1;; esac",
        f"{ANSWERS} {LISTED} esac",
    ],
)
def test_a_git_that_fails(sides: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    fake = sides / "bin" / "git"
    fake.parent.mkdir()
    fake.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{fake.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(ask_git, "SECONDS", 1)
    ran = run("diff", "HEAD", "new.perf")
    assert ran.code == 2
    assert "P0872" in ran.err or "P0871" in ran.err


def test_too_much_at_a_revision(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("perfdsl.cli.read_revision.MOST_BYTES", 10)
    assert "P0805" in run("diff", "HEAD", "表").err
    monkeypatch.undo()
    monkeypatch.chdir(repository.parent)
    monkeypatch.setattr("perfdsl.cli.read_revision.MOST_FILES", 0)
    assert "P0805" in run("diff", "HEAD", "表").err


def test_nothing_is_written_into_the_repository(repository: Path) -> None:
    before = sorted(path.relative_to(repository.parent) for path in repository.parent.rglob("*"))
    run("diff", "HEAD", "表")
    assert sorted(path.relative_to(repository.parent) for path in repository.parent.rglob("*")) == before


AMENDMENT = """
调整 人大会议经费 2022-08-15
  引自 "县财预〔2022〕33号（虚构）"
  产出指标 / 数量指标：
    召开县会议次数 >= 10次
"""


def test_one_sheet_between_two_days(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, sheet=SHEET + AMENDMENT)
    days = ("--between", "2022-06-30", "2022-12-31")
    result = run("diff", "sheet.perf", *days)
    assert result.code == 0
    assert "sheet.perf 2022-06-30 → sheet.perf 2022-12-31" in result.out
    assert "2022-08-15 调整" in result.out
    assert "33号" in result.out
    change = json.loads(run("diff", "sheet.perf", *days, "-f", "json").out)["projects"][0]["indicators"][0]
    assert change["changes"][0]["amended_by"]["date"] == "2022-08-15"
    assert "amended 2022-08-15 by" in run("diff", "sheet.perf", *days, "-f", "md", "--lang", "en").out
    assert run("diff", "sheet.perf", *days, "--fail-on", "loosened").code == 1
    late = run("diff", "sheet.perf", "--between", "2022-09-01", "2022-12-31", "--fail-on", "any")
    assert late.code == 0


@pytest.mark.parametrize("said", [["sheet.perf"], ["sheet.perf", "--between", "2022-06-30", "六月底"]])
def test_one_side_needs_two_days(said: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, sheet=SHEET + AMENDMENT)
    assert run("diff", *said).code == 2
