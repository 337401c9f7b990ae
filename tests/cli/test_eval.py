"""``perfdsl eval``: whose facts, which rubric, which day, which projects, and with what exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from perfdsl.report.scorecard_schema import SCHEMA
from tests.cli.run import LINXI, ROOT, ROWS, SHEET, csv_of, facts, run, write

FIRST = "13053522P00958710001D"
NATIONAL = {
    "集中活动的次数": "11.46",
    "工作计划完成率": "12.50",
    "项目完成时限": "12.50",
    "项目成本": "12.50",
    "建立代表履职档案比率": "14.25",
    "可持续性服务": "15.00",
    "使用者满意率": "10.00",
    "预算执行率": "9.60",
}
CORE = NATIONAL | {"集中活动的次数": "9.90", "建立代表履职档案比率": "13.13", "预算执行率": "10.00"}


@pytest.fixture(autouse=True)
def _in_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize(
    ("rubric", "total", "scores"), [("", "97.81", NATIONAL), ("核心指标2021", "95.53", CORE)]
)
def test_the_worked_totals(rubric: str, total: str, scores: dict[str, str]) -> None:
    ran = run("eval", LINXI, "--format", "json", *(["--rubric", rubric] if rubric else []))
    assert (ran.code, ran.err) == (0, "")
    (project,) = [each for each in ran.json["projects"] if each["code"] == FIRST]
    assert (project["total"], project["grade"]) == (total, "优")
    assert {line["name"]: line["score"] for line in project["indicators"]} == scores


def test_the_output_fits_its_schema() -> None:
    report = run("eval", LINXI, "--format", "json").json
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(report)
    assert len(report["projects"]) == 4


def test_an_open_total_is_null_and_a_range(tmp_path: Path) -> None:
    write(tmp_path, sheet=SHEET, actuals=csv_of({**ROWS, "群众满意度": ""}))
    (project,) = run("eval", tmp_path, "--format", "json").json["projects"]
    assert (project["total"], project["total_range"], project["grade"]) == (None, ["90.00", "100.00"], "优")
    Draft202012Validator(SCHEMA).validate(run("eval", tmp_path, "--format", "json").json)


@pytest.mark.parametrize(
    ("actual", "attainment"), [("230000元", "met"), ("230000.01元", "missed"), ("23.000001万元", "missed")]
)
def test_money_meets_money(tmp_path: Path, actual: str, attainment: str) -> None:
    write(tmp_path, sheet=SHEET, actuals=facts(项目成本=actual))
    (project,) = run("eval", tmp_path, "--format", "json").json["projects"]
    found = {line["name"]: line["attainment"] for line in project["indicators"]}
    assert found["项目成本"] == attainment


def test_people_are_not_times_and_both_places_show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(tmp_path, sheet=SHEET, actuals=facts(召开县会议次数="12人")))
    ran = run("eval", ".", "--format", "json")
    assert (ran.code, ran.codes) == (3, ["P0302"])
    (found,) = ran.json["diagnostics"]
    places = [(Path(label["file"]).name, label["line"], label["column"]) for label in found["labels"]]
    assert places == [("sheet.perf", 7, 13), ("actuals.csv", 2, 3)]
    assert found["labels"][1]["header"] == "实际完成值"
    text = run("eval", ".")
    assert (text.code, text.out) == (3, "")
    assert "sheet.perf:7:13" in text.err
    assert "actuals.csv:2, 实际完成值" in text.err


@pytest.mark.parametrize("form", ["text", "json", "csv", "md"])
def test_every_form_tells_the_total(form: str) -> None:
    ran = run("eval", LINXI, "--format", form)
    assert ran.code == 0
    assert "97.81" in ran.out


def test_csv_for_excel_begins_with_a_byte_order_mark() -> None:
    assert run("eval", LINXI, "--format", "csv", "--bom").out.startswith("\ufeff")
    assert not run("eval", LINXI, "--format", "csv").out.startswith("\ufeff")


# ------------------------------------------------------------------- whose facts


def total(*arguments: str | Path) -> str:
    (project,) = run("eval", *arguments, "--format", "json").json["projects"]
    return str(project["total"] or project["total_range"])


def test_a_folders_own_facts_are_used_unless_others_are_named(tmp_path: Path) -> None:
    write(tmp_path, sheet=SHEET, actuals=facts())
    other = tmp_path / "other.csv"
    other.write_text(facts(群众满意度="45%"), encoding="utf-8")
    assert total(tmp_path) == "100.00"
    assert total(tmp_path, "--actuals", other) == "95.00"


def test_facts_from_json(tmp_path: Path) -> None:
    write(tmp_path, sheet=SHEET)
    rows = [{"project": "人大会议经费", "indicator": name, "actual": value} for name, value in ROWS.items()]
    (tmp_path / "实绩2022.json").write_text(json.dumps(rows), encoding="utf-8")
    assert total(tmp_path) == "100.00"


def test_facts_from_excel(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    write(tmp_path, sheet=SHEET)
    book = openpyxl.Workbook()
    for row in [
        ["项目", "指标", "实际完成值"],
        *(["人大会议经费", name, value] for name, value in ROWS.items()),
    ]:
        book.active.append(row)
    book.save(tmp_path / "actuals.xlsx")
    assert total(tmp_path) == "100.00"


def test_facts_from_a_sheet(tmp_path: Path) -> None:
    write(tmp_path, sheet=SHEET)
    block = "实绩 人大会议经费 2022-12-31\n" + "".join(
        f"  {name} = {value}\n" for name, value in ROWS.items()
    )
    other = tmp_path.parent / f"{tmp_path.name}-实绩.perf"
    other.write_text(block, encoding="utf-8")
    assert total(tmp_path, "--actuals", other) == "100.00"
    assert total(tmp_path, other) == "100.00"


def test_a_block_in_the_sheet_itself_from_standard_input() -> None:
    block = "实绩 人大会议经费 2022-12-31\n" + "".join(
        f"  {name} = {value}\n" for name, value in ROWS.items()
    )
    ran = run("eval", "-", "--format", "json", stdin=(SHEET + block).encode())
    assert ran.json["projects"][0]["total"] == "100.00"
    assert ran.json["projects"][0]["source"]["file"] == "-"


def test_facts_in_several_files_add_up(tmp_path: Path) -> None:
    write(tmp_path, sheet=SHEET)
    names = list(ROWS)
    for number, some in enumerate((names[:2], names[2:])):
        (tmp_path / f"{number}.csv").write_text(csv_of({name: ROWS[name] for name in some}), encoding="utf-8")
    assert total(tmp_path, "-a", tmp_path / "0.csv", "-a", tmp_path / "1.csv") == "100.00"


def test_a_file_that_is_named_twice_counts_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, sheet=SHEET, actuals=facts())
    monkeypatch.chdir(tmp_path)
    ran = run("eval", ".", "sheet.perf", tmp_path, "./sheet.perf", "--format", "json")
    assert (ran.code, ran.codes, len(ran.json["projects"])) == (0, [], 1)


def test_later_facts_supersede_earlier_ones(tmp_path: Path) -> None:
    early = facts(召开县会议次数="6次").replace("2022-12-31", "2022-06-30")
    write(tmp_path, sheet=SHEET, actuals=early, actuals2=csv_of({"召开县会议次数": "12次"}))
    assert total(tmp_path) == "100.00"
    assert total(tmp_path, "--as-of", "2022-06-30") == "87.50"
    assert total(tmp_path, "--as-of", "2022-12-30") == "87.50"
    assert total(tmp_path, "--as-of", "2022-01-01") == "['0.00', '100.00']"


# ------------------------------------------------------------------- which projects


@pytest.mark.parametrize("name", [FIRST, "代表之家运行经费", "代表之家 运行经费"])
def test_only_the_wanted_project(name: str) -> None:
    ran = run("eval", LINXI, "--format", "json", "--project", name)
    assert [project["code"] for project in ran.json["projects"]] == [FIRST]


def test_an_unknown_project_is_an_error_that_names_those_there_are() -> None:
    ran = run("eval", LINXI, "--project", "代表之家")
    assert (ran.code, ran.out) == (2, "")
    assert "没有项目与“代表之家”相符" in ran.err
    assert "代表之家运行经费" in ran.err


@pytest.mark.parametrize(
    ("files", "code", "message"),
    [
        ({}, 2, "没有目标表"),
        ({"sheet": ""}, 2, "目标表里没有项目"),
        ({"sheet": "评分办法 甲\n"}, 2, ""),
        ({"actuals": facts()}, 2, "没有目标表"),
    ],
)
def test_selecting_nothing_is_an_error(
    tmp_path: Path, files: dict[str, str], code: int, message: str
) -> None:
    ran = run("eval", write(tmp_path, **files))
    assert (ran.code, ran.out) == (code, "")
    assert message in ran.told


# ------------------------------------------------------------------- exit codes


@pytest.mark.parametrize(
    ("condition", "code"),
    [
        ("missed", 1),
        ("pending", 1),
        ("grade<良", 0),
        ("grade<=良", 1),
        ("grade < 优", 1),
        ("grade<优", 1),
        ("grade＜优", 1),
        ("grade<=差", 0),
        ("grade<A", 2),
    ],
)
def test_fail_on(condition: str, code: int) -> None:
    ran = run("eval", LINXI, "--fail-on", condition)
    assert ran.code == code
    assert "97.81" in ran.out
    assert (f"--fail-on {condition}: " in ran.err) == (code > 0)


def test_fail_on_says_what_came_true() -> None:
    lines = run("eval", LINXI, "--fail-on", "missed", "--fail-on", "grade<优").err.splitlines()
    assert lines[-2:] == ["--fail-on missed: 10 个指标未达标", "--fail-on grade<优: 综合事务管理经费 优/良"]
    english = run("eval", LINXI, "--fail-on", "pending", "--lang", "en").err.splitlines()
    assert english[-1] == "--fail-on pending: 1 indicator pending"
    assert run("eval", LINXI, "--fail-on", "grade<A").err.endswith("没有等级“A”；有的是：优、良、中、差\n")


def test_fail_on_is_content_where_all_is_well(tmp_path: Path) -> None:
    write(tmp_path, sheet=SHEET, actuals=facts())
    conditions = ["--fail-on=missed", "--fail-on=pending", "--fail-on=grade<=良"]
    assert run("eval", tmp_path, *conditions).code == 0


def test_a_wrong_spec_outweighs_a_condition(tmp_path: Path) -> None:
    write(tmp_path, sheet=SHEET + "项目 乙\n  预算 一二三\n", actuals=facts(会议成效="50%"))
    ran = run("eval", tmp_path, "--keep-going", "--fail-on", "missed")
    assert ran.code == 2
    assert "--fail-on missed: 1 个指标未达标" in ran.err


def test_missing_data(tmp_path: Path) -> None:
    write(tmp_path, sheet=SHEET)
    assert run("eval", tmp_path, "--actuals", tmp_path / "none.csv").code == 3
    assert run("eval", tmp_path / "none.perf").code == 3
    mixed = run("eval", write(tmp_path, sheet=SHEET + "乱写\n"), tmp_path / "none.perf", "--format", "json")
    assert mixed.code == 2
    assert len(mixed.codes) == 2


def test_a_fact_that_cannot_be_read_is_data(tmp_path: Path) -> None:
    write(tmp_path, sheet=SHEET, actuals=facts(会议成效="≥95%"))
    ran = run("eval", tmp_path, "--format", "json")
    assert (ran.code, ran.codes) == (3, ["P0620"])


def test_errors_in_sheets_and_in_facts_are_told_in_one_run(tmp_path: Path) -> None:
    other = SHEET.replace("人大会议经费", "另一个").replace("预算 23万元", "预算 23万元 = 财政资金 20万元")
    write(
        tmp_path,
        sheet=SHEET,
        other=other,
        actuals=facts(召开县会议次数="12人") + facts().replace("人大会议经费", "另一个"),
    )
    ran = run("eval", tmp_path, "--format", "json")
    assert sorted(ran.codes) == ["P0302", "P0501"]
    assert (ran.code, ran.json["projects"]) == (2, [])


# ------------------------------------------------------------------- wrong use


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Missing argument"),
        (["--format", "pdf"], "json"),
        (["--as-of", "yesterday"], "2022-06-30"),
        (["--lang", "fr"], "zh 或 en"),
        (["--fail-on", "grade>良"], "grade<良"),
        (["--frmat", "json"], "--format"),
    ],
)
@pytest.mark.parametrize("quick", [True, False])
def test_wrong_use_has_a_remedy(arguments: list[str], message: str, quick: bool) -> None:
    ran = run("eval", *([LINXI] if arguments else []), *arguments, quick=quick)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


# ------------------------------------------------------------------- languages and terminals

ENGLISH = """use 国家自评2020

project "County meetings"
  year 2022
  budget 23万元
  output / quantity:
    "meetings held" >= 12次
  output / cost:
    cost <= 23万元
  benefit / social:
    effect >= 90%
  satisfaction / public:
    satisfaction >= 90%

actuals "County meetings" 2022-12-31
  spent 23万元
  "meetings held" = 6次, reason "fewer were needed"
  cost = 23万元
  effect = 90%
"""


def test_an_english_sheet_has_an_english_report(tmp_path: Path) -> None:
    out = run("eval", write(tmp_path, sheet=ENGLISH)).out
    assert "Rubric: 国家自评2020" in out
    assert "reason: fewer were" in out
    assert "Total [77.50, 87.50] pending (possibly " in out
    assert "总分" in run("eval", tmp_path, "--lang", "zh").out


@pytest.mark.parametrize("columns", ["40", "80", "120"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_line_is_wider_than_the_terminal(columns: str, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.report.hostile import widest

    monkeypatch.setenv("COLUMNS", columns)
    assert widest(run("eval", LINXI, "--lang", lang).out) <= max(int(columns), 60)


def test_there_is_colour_only_for_terminals_that_want_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[" not in run("eval", LINXI).out
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[" in run("eval", LINXI, terminal=True).out
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b[" not in run("eval", LINXI, terminal=True).out
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in run("eval", LINXI, terminal=True).out


def test_warnings_are_counted_beside_a_table_and_shown_when_asked_for() -> None:
    quiet, loud = run("eval", LINXI), run("eval", LINXI, "--warnings")
    assert quiet.err == "\n另有 2 个警告：加 --warnings 可看\n"
    assert loud.err.count("警告[P05") == 2
    assert quiet.out == loud.out
    assert run("eval", LINXI, "--lang", "en").err == "\n2 warnings not shown: add --warnings to see them\n"
