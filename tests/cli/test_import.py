"""``perfdsl import`` as a person runs it: the seed in every form becomes sheets that check and score."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.docs.blocks import read_blocks

ROOT = Path(__file__).parents[2]
SEED = ROOT / "tests" / "data" / "linxi-2022"
FORMS = sorted((SEED / "forms").glob("*.*"))
NAMES = ["代表之家运行经费", "人大代表及委员活动经费", "人大会议经费", "综合事务管理经费"]
SHEETS = [f"{at}-{name}.perf" for at, name in enumerate(NAMES, start=1)]
EXAMPLE = ROOT / "docs" / "forms" / "examples" / "目标表.html"


@pytest.fixture
def run(capsys, monkeypatch):
    """Run the program in this process: the exit code, what it printed, and what it complained of."""
    from perfdsl.cli.entry import main

    def call(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["perfdsl", *map(str, arguments)])
        code = main()
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


def codes(run, folder: Path) -> list[str]:
    """Codes that ``check`` tells of a folder, in order."""
    _, out, _ = run("check", folder, "--format", "json")
    return [each["code"] for each in json.loads(out)]


@pytest.mark.parametrize("path", [*FORMS, SEED / "linxi-2022.txt"], ids=lambda path: path.name)
def test_the_seed_becomes_sheets_that_tell_its_traps_and_score(run, tmp_path, path) -> None:
    code, out, err = run("import", path, "-o", tmp_path / "out", "--rubric", "国家自评2020", "--year", "2022")
    assert (code, err) == (0, "")
    written = sorted(each.name for each in (tmp_path / "out").iterdir())
    assert [name for name in written if name != "部门.perf"] == SHEETS
    assert ("部门.perf" in written) == (path.suffix == ".txt")
    # The percent header over money four times, ≥100% of a rate, and a sheet of 2022 that speaks of 2021.
    assert sorted(codes(run, tmp_path / "out")) == ["P0505", "P0507", *["P0509"] * 4]
    code, out, _ = run("eval", tmp_path / "out", "--format", "json")
    assert code == 0
    assert [each["name"] for each in json.loads(out)["projects"]] == NAMES


@pytest.mark.parametrize("path", [*FORMS, SEED / "linxi-2022.txt"], ids=lambda path: path.name)
def test_its_sheets_say_what_those_of_specs_say(run, tmp_path, path) -> None:
    run("import", path, "-o", tmp_path / "out", "--rubric", "国家自评2020", "--year", "2022")
    for name in SHEETS:
        ours = without_marks((tmp_path / "out" / name).read_text(encoding="utf-8"))
        theirs = without_marks((ROOT / "specs" / "linxi-2022" / name).read_text(encoding="utf-8"))
        assert ours == theirs


def test_the_department_says_what_that_of_specs_says(run, tmp_path) -> None:
    run("import", SEED / "linxi-2022.txt", "-o", tmp_path)
    ours = without_marks((tmp_path / "部门.perf").read_text(encoding="utf-8"))
    theirs = (ROOT / "specs" / "linxi-2022" / "部门.perf").read_text(encoding="utf-8")
    assert ours == without_marks(theirs)


def without_marks(text: str) -> list[str]:
    """Lines of the project alone: no comments, doubts, blank lines and examples."""
    kept = text.partition("\n算例")[0].splitlines()
    return [line for line in kept if line.strip() and not line.strip().startswith(("#", "存疑"))]


def test_a_rubric_that_nobody_named_is_a_doubt_of_each_sheet(run, tmp_path) -> None:
    run("import", SEED / "linxi-2022.txt", "-o", tmp_path)
    found = codes(run, tmp_path)
    assert sorted(found) == ["P0505", "P0507", *["P0509"] * 8]


def test_the_page_shows_what_is_written(run, tmp_path) -> None:
    run("import", EXAMPLE, "-o", tmp_path)
    (shown,) = (
        each for each in read_blocks(ROOT / "docs" / "forms" / "import.md") if each.language == "perf"
    )
    (written,) = tmp_path.iterdir()
    text = written.read_text(encoding="utf-8")
    assert text.partition("\n\n")[2] == shown.text


def test_what_is_filled_in_is_not_overwritten(run, tmp_path) -> None:
    run("import", EXAMPLE, "-o", tmp_path)
    (sheet,) = tmp_path.iterdir()
    filled = sheet.read_text(encoding="utf-8").replace("完工及时率，", "完工及时率 >= 95%，")
    sheet.write_text(filled, encoding="utf-8")
    code, _, err = run("import", EXAMPLE, "-o", tmp_path)
    assert code == 3
    assert "P1021" in err
    assert sheet.read_text(encoding="utf-8") == filled
    assert run("import", EXAMPLE, "-o", tmp_path, "--force")[0] == 0
    assert sheet.read_text(encoding="utf-8") != filled


def test_the_same_again_is_no_complaint(run, tmp_path) -> None:
    assert run("import", EXAMPLE, "-o", tmp_path)[0] == 0
    assert run("import", EXAMPLE, "-o", tmp_path)[0] == 0


def test_without_a_folder_nothing_is_written(run, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, _ = run("import", EXAMPLE)
    assert code == 0
    assert "待填" in out or "待查" in out
    assert not list(tmp_path.iterdir())


def test_reports_are_written_beside(run, tmp_path) -> None:
    run("import", SEED / "forms" / "ruled.pdf", "--report", tmp_path / "a.html")
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "data:image/png;base64," in page
    assert "完整" not in page
    run("import", EXAMPLE, "--report", tmp_path / "a.json")
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))


def test_a_file_that_holds_no_form_is_told(run, tmp_path) -> None:
    page = tmp_path / "a.html"
    page.write_text("<table><tr><td>甲</td></tr></table>", encoding="utf-8")
    code, _, err = run("import", page)
    assert code == 3
    assert "P1020" in err


@pytest.mark.parametrize("name", ["a.doc", "a.png", "missing.pdf"])
def test_files_that_cannot_be_imported(run, tmp_path, name) -> None:
    if not name.startswith("missing"):
        (tmp_path / name).write_bytes(b"x")
    code, _, err = run("import", tmp_path / name)
    assert code == 3
    assert "Traceback" not in err
    assert "P080" in err


def test_a_folder_brings_its_documents(run, tmp_path) -> None:
    for path in FORMS[:2]:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    code, out, _ = run("import", tmp_path, "--format", "json")
    assert code == 0
    assert len(json.loads(out)["documents"]) == 2


@pytest.mark.parametrize(
    ("option", "value"), [("--format", "pdf"), ("--report", "a.doc"), ("--year", "20"), ("--lang", "fr")]
)
def test_options_that_cannot_be(run, option, value) -> None:
    assert run("import", EXAMPLE, option, value)[0] == 2


COST = """<p>虚构项目绩效目标表 单位：万元</p><table><tr><td>项目名称</td><td colspan="3">虚构项目</td></tr>
<tr><td>预算数</td><td colspan="3">5.00</td></tr>
<tr><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>指标值</td></tr>
<tr><td>成本指标</td><td>经济成本指标</td><td>项目成本</td><td>≤5万元</td></tr>
<tr><td>产出指标</td><td>数量指标</td><td>养护里程</td><td>≥30公里</td></tr>
<tr><td>效益指标</td><td>社会效益指标</td><td>受益人口</td><td>≥300人</td></tr>
<tr><td>满意度指标</td><td>服务对象满意度指标</td><td>群众满意度</td><td>≥90%</td></tr></table>"""


def test_a_form_with_a_group_of_costs_gets_a_rubric_that_has_points_for_it(run, tmp_path) -> None:
    (tmp_path / "a.html").write_text(f"<meta charset='utf-8'>{COST}", encoding="utf-8")
    run("import", tmp_path / "a.html", "-o", tmp_path / "out")
    (sheet,) = (tmp_path / "out").iterdir()
    assert "采用 核心指标2021" in sheet.read_text(encoding="utf-8")
    assert codes(run, tmp_path / "out") == ["P0509"]


def test_a_rubric_of_its_own_is_noted_and_written(run, tmp_path) -> None:
    code, _, err = run("import", EXAMPLE, "-o", tmp_path, "--rubric", "本县办法")
    assert code == 0
    assert "P1022" in err
    assert "采用 本县办法" in next(tmp_path.iterdir()).read_text(encoding="utf-8")
