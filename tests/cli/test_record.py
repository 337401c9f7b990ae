"""``record``, ``action`` and ``journal``: from what is typed to what ``eval`` reads; facts are invented."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from perfdsl.diagnostic import Diagnostics
from perfdsl.journal.find_recorded import read_entries
from perfdsl.journal.verify import verify
from perfdsl.ledger.read_database import read_database
from perfdsl.scheme.names import key
from perfdsl.syntax import ast
from tests.cli.run import run

SHEET = """采用 国家自评2020
项目 农村公路养护
  编码 13000022P00000000001A
  年度 2022
  预算 60万元
  产出指标 / 数量指标：
    养护里程 >= 120公里
    验收次数 >= 6次
  效益指标 / 社会效益指标：
    群众知晓度 定性 "显著提升"
  满意度指标 / 服务对象满意度指标：
    群众满意率 >= 90%
项目 桥梁整修
  年度 2022
  预算 20万元
  产出指标 / 数量指标：
    整修桥梁 >= 3座
  效益指标 / 社会效益指标：
    投诉 <= 2起
  满意度指标 / 服务对象满意度指标：
    乘客满意率 >= 90%
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "表.perf").write_text(SHEET, encoding="utf-8")
    return tmp_path


@pytest.fixture
def record(folder: Path) -> Callable[..., tuple[int, str, str]]:
    def go(*words: str, day: str = "2022-07-31", who: str = "张三") -> tuple[int, str, str]:
        return run("record", *words, "--date", day, "--who", who, "--in", str(folder))

    return go


Record = Callable[..., tuple[int, str, str]]


def entries(folder: Path) -> list[tuple[int, str, list[str]]]:
    data = (folder / "台账.perf").read_bytes()
    assert verify(data).findings == ()
    return [
        (each.number, each.recorded.who, [line.name for block in each.blocks for line in facts_of(block)])
        for each in read_entries(data)
    ]


def facts_of(block: ast.Actuals | ast.Action) -> tuple[ast.FactLine, ...]:
    return block.facts if isinstance(block, ast.Actuals) else ()


def actual(folder: Path, indicator: str, *options: str) -> str:
    code, out, err = run("eval", str(folder), "--format", "json", *options)
    assert code == 0, err
    lines = [line for project in json.loads(out)["projects"] for line in project["indicators"]]
    return next(line["actual"] for line in lines if line["name"] == indicator)


def test_a_fact_is_recorded_and_scored(folder: Path, record: Record) -> None:
    code, out, _ = record("农村公路养护", "养护里程", "70公里", "--reason", "雨季停工", "--cause", "其他")
    assert code == 0
    assert "第 1 笔" in out
    assert "张三" in out
    assert entries(folder) == [(1, "张三", ["养护里程"])]
    assert actual(folder, "养护里程") == "70公里"
    text = (folder / "台账.perf").read_text(encoding="utf-8")
    assert '原因 其他 "雨季停工"' in text


def test_projects_and_indicators_are_called_as_in_the_sheet(folder: Path, record: Record) -> None:
    assert record("13000022P00000000001A", "养护 里程", "70公里")[0] == 0
    assert record("桥梁整修", "已完成", "是")[0] == 0
    assert record("桥梁整修", "执行数", "12万元", "--forecast", "20万元", "--reporter", "")[0] == 0
    text = (folder / "台账.perf").read_text(encoding="utf-8")
    assert "实绩 农村公路养护 2022-07-31\n  养护里程 = 70公里" in text
    assert "执行数 12万元，预计 20万元" in text
    assert run("eval", str(folder))[0] == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("农村公路", "养护里程", "70公里"), "P0640"),
        (("农村公路养护", "养护里呈", "70公里"), "P0641"),
        (("农村公路养护", "养护里程", "70次"), "P0302"),
        (("农村公路养护", "养护里程", "约70公里"), "P0307"),
        (("农村公路养护", "养护里程", "-3公里"), "P0321"),
        (("农村公路养护", "执行数", "3"), "P0327"),
        (("农村公路养护", "群众知晓度", "还行"), "P0644"),
    ],
)
def test_what_the_sheets_cannot_read_is_not_recorded(
    folder: Path, record: Record, words: tuple[str, ...], code: str
) -> None:
    result, _, err = record("--", *words) if words[2].startswith("-") else record(*words)
    if words[2].startswith("-"):
        result, _, err = run(
            "record", "--date", "2022-07-31", "--who", "甲", "--in", str(folder), "--", *words
        )
    assert result == 3, err
    assert code in err
    assert not (folder / "台账.perf").exists()


def test_a_near_name_is_offered(record: Record) -> None:
    assert "是不是“养护里程”" in record("农村公路养护", "养护里呈", "70公里")[2]


@pytest.mark.parametrize("day", ["2021-12-31", "2024-01-01"])
def test_a_day_of_another_year_is_refused(record: Record, day: str) -> None:
    code, _, err = record("农村公路养护", "养护里程", "70公里", day=day)
    assert code == 3
    assert "P0646" in err


def test_final_figures_may_come_in_the_next_year(record: Record) -> None:
    assert record("农村公路养护", "养护里程", "121公里", day="2023-01-20")[0] == 0


def test_a_day_is_required(folder: Path) -> None:
    code, _, err = run("record", "农村公路养护", "养护里程", "70公里", "--in", str(folder))
    assert code == 2
    assert "--date" in err


@pytest.mark.parametrize(
    "options",
    [
        ("--cause", "天气", "--reason", "x"),
        ("--cause", "其他"),
        ("--forecast", "≥12"),
        ("--from", "表.xlsx"),
        ("--lang", "fr"),
    ],
)
def test_a_wrong_use_is_told_and_records_nothing(
    folder: Path, record: Record, options: tuple[str, ...]
) -> None:
    assert record("农村公路养护", "养护里程", "70公里", *options)[0] == 2
    assert not (folder / "台账.perf").exists()


def test_a_forecast_is_held_against_the_sheet_too(record: Record) -> None:
    code, _, err = record("农村公路养护", "养护里程", "70公里", "--forecast", "130次")
    assert code == 3
    assert "P0302" in err
    assert "130次" in err
    assert record("农村公路养护", "养护里程", "70公里", "--forecast", "130公里")[0] == 0


def test_a_sheet_with_an_error_stands_in_the_way_of_its_own_facts_only(folder: Path, record: Record) -> None:
    (folder / "坏.perf").write_text(
        "采用 国家自评2020\n项目 坏\n  产出指标：\n    里程 12公里\n", encoding="utf-8"
    )
    assert record("农村公路养护", "养护里程", "70公里")[0] == 0
    code, _, err = record("坏", "里程", "3公里")
    assert code != 0
    assert "坏.perf" in "".join(err.split())
    assert len(entries(folder)) == 1


# ------------------------------------------------------------- corrections, and the same again


def test_a_correction_of_the_same_day_supersedes(folder: Path, record: Record) -> None:
    record("农村公路养护", "养护里程", "70公里")
    record("农村公路养护", "验收次数", "3次")
    record("农村公路养护", "养护里程", "71公里", "--reason", "更正：漏了一段")
    assert actual(folder, "养护里程") == "71公里"
    assert actual(folder, "验收次数") == "3次"
    record("农村公路养护", "养护里程", "70公里")
    assert actual(folder, "养护里程") == "70公里", "back to the first value: a correction of the correction"
    assert len(entries(folder)) == 4


def test_the_same_fact_again_is_told_and_not_doubled(folder: Path, record: Record) -> None:
    record("农村公路养护", "养护里程", "70公里")
    code, out, err = record("农村公路养护", "养护里程", "70公里", who="李四")
    assert (code, out) == (0, "")
    assert "P1109" in err
    assert record("农村公路养护", "养护里程", "70公里", "--reason", "补充说明")[2] == ""
    assert len(entries(folder)) == 2


def test_two_facts_of_one_day_in_a_plain_sheet_are_still_an_error(folder: Path) -> None:
    (folder / "实绩.perf").write_text(
        "实绩 农村公路养护 2022-07-31\n  养护里程 = 7公里\n  养护里程 = 8公里\n", encoding="utf-8"
    )
    assert "P0642" in run("eval", str(folder))[2]


def test_a_fact_that_stands_elsewhere_with_the_same_day_is_refused(folder: Path, record: Record) -> None:
    (folder / "实绩.perf").write_text("实绩 农村公路养护 2022-07-31\n  养护里程 = 7公里\n", encoding="utf-8")
    code, _, err = record("农村公路养护", "养护里程", "70公里")
    assert code == 3
    assert "P0642" in err
    assert "先前一条" in err


# ------------------------------------------------------------- evidence


def test_evidence_is_digested_and_named_from_the_workspace(folder: Path, record: Record) -> None:
    import hashlib

    (folder / "佐证").mkdir()
    scan = folder / "佐证" / "签到表.pdf"
    scan.write_bytes(b"%PDF invented")
    assert record("农村公路养护", "养护里程", "70公里", "--evidence", str(scan))[0] == 0
    text = (folder / "台账.perf").read_text(encoding="utf-8")
    assert f'摘要 "佐证/签到表.pdf" "{hashlib.sha256(b"%PDF invented").hexdigest()}"' in text
    assert '佐证 "佐证/签到表.pdf"' in text
    assert "P1109" in record("农村公路养护", "养护里程", "70公里", "--evidence", str(scan))[2]
    scan.write_bytes(b"%PDF another scan")
    assert record("农村公路养护", "养护里程", "70公里", "--evidence", str(scan))[2] == ""


def test_evidence_that_is_not_there_is_refused(folder: Path, record: Record) -> None:
    code, _, err = record("农村公路养护", "养护里程", "70公里", "--evidence", str(folder / "无.pdf"))
    assert code == 3
    assert "P1108" in err
    assert not (folder / "台账.perf").exists()


def test_a_text_that_cannot_be_written_is_refused(folder: Path, record: Record) -> None:
    code, _, err = record("农村公路养护", "养护里程", "70公里", "--reason", 'a """ b\nc')
    assert code == 3
    assert "P1103" in err
    assert not (folder / "台账.perf").exists()


@pytest.mark.parametrize(
    ("reason", "named"),
    [('一\n封存 "x', '封存 "x'), ("a\u202eb", "U+202E"), ('a """ b\nc', "三个连写的引号")],
)
def test_the_way_out_names_what_cannot_be_written(record: Record, reason: str, named: str) -> None:
    code, _, err = record("农村公路养护", "养护里程", "70公里", "--reason", reason)
    assert code == 3
    assert "".join(named.split()) in "".join(err.split("建议")[1].split())


def test_a_value_below_zero_is_no_option(folder: Path, record: Record) -> None:
    (folder / "表.perf").write_text(SHEET.replace("投诉 <= 2起", "投诉增长率 <= 2%"), encoding="utf-8")
    assert record("桥梁整修", "投诉增长率", "-3%")[0] == 0
    assert actual(folder, "投诉增长率") == "-3%"
    assert "P0" in record("桥梁整修", "执行数", "-5万元")[2]
    code, _, err = record("桥梁整修", "投诉增长率", "--reson", "x")
    assert code == 2
    assert "--reson" in err


@pytest.mark.parametrize("day", ["2022/7/31", "2022年7月31日", "2022.7.31", "20220731"])
def test_days_are_written_as_in_tables(folder: Path, record: Record, day: str) -> None:
    assert record("农村公路养护", "养护里程", "70公里", day=day)[0] == 0
    assert "实绩 农村公路养护 2022-07-31" in (folder / "台账.perf").read_text(encoding="utf-8")
    assert record("农村公路养护", "养护里程", "70公里", day="2022-13-01")[0] == 2


def test_a_day_that_has_not_come_is_recorded_with_a_warning(tmp_path: Path) -> None:
    year = datetime.now(UTC).year + 1
    (tmp_path / "表.perf").write_text(SHEET.replace("2022", str(year)), encoding="utf-8")
    words = ("record", "农村公路养护", "养护里程", "70公里", "--in", str(tmp_path), "--who", "甲", "--date")
    code, out, err = run(*words, f"{year}-12-31")
    assert code == 0
    assert "已登记" in out
    assert "P1115" in err


# ------------------------------------------------------------- whole tables


TABLE = """项目,指标,实际完成值,日期,偏差原因
农村公路养护,养护里程,70公里,2022-07-31,雨季
桥梁整修,整修桥梁,2座,2022-07-31,
桥梁整修,执行数,9万元,,
"""


def bulk(folder: Path, table: Path, *words: str) -> tuple[int, str, str]:
    return run("record", "--from", str(table), "--in", str(folder), "--who", "张三", *words)


def test_a_table_is_one_entry_and_may_be_recorded_again(folder: Path) -> None:
    table = folder / "填报.csv"
    table.write_text(TABLE, encoding="utf-8")
    code, out, err = bulk(folder, table, "--date", "2022-07-31")
    assert (code, err) == (0, "")
    assert "3 条" in out
    assert entries(folder) == [(1, "张三", ["养护里程", "整修桥梁", "执行数"])]
    assert '摘要 "填报.csv"' in (folder / "台账.perf").read_text(encoding="utf-8")
    assert "P1109" in bulk(folder, table, "--date", "2022-07-31")[2]
    table.write_text(TABLE.replace("2座", "3座"), encoding="utf-8")
    code, out, _ = bulk(folder, table, "--date", "2022-07-31")
    assert "1 条" in out
    assert entries(folder)[1:] == [(2, "张三", ["整修桥梁"])]
    assert actual(folder, "整修桥梁") == "3座"


def test_evidence_that_cells_name_is_digested_or_told(folder: Path) -> None:
    (folder / "签到表.txt").write_text("虚构", encoding="utf-8")
    table = folder / "填报.csv"
    rows = ("养护里程,70公里,签到表.txt、照片.jpg", "验收次数,3次,见附件")
    lines = ("项目,指标,实际完成值,佐证资料", *(f"农村公路养护,{row}" for row in rows))
    table.write_text("\n".join(lines), encoding="utf-8")
    code, _, err = bulk(folder, table, "--date", "2022-07-31")
    assert code == 0
    assert "P1118" in err
    assert "照片.jpg" in err
    assert "见附件" not in err
    text = (folder / "台账.perf").read_text(encoding="utf-8")
    assert '摘要 "签到表.txt"' in text
    assert '摘要 "照片.jpg"' not in text


def test_a_long_table_takes_time_by_its_rows_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"指标{at}" for at in range(300)]
    head, _, rest = SHEET.partition("    养护里程 >= 120公里\n    验收次数 >= 6次\n")
    (folder / "表.perf").write_text(
        head + "".join(f"    {name} >= 12次\n" for name in names) + rest, encoding="utf-8"
    )
    table = folder / "填报.csv"
    lines = ("项目,指标,实际完成值", *(f"农村公路养护,{name},3次" for name in names))
    table.write_text("\n".join(lines), encoding="utf-8")
    asked = []

    def counting(name: str) -> str:
        asked.append(name)
        return key(name)

    monkeypatch.setattr("perfdsl.cli.sheet_names.key", counting)
    assert bulk(folder, table, "--date", "2022-07-31")[0] == 0
    assert len(asked) < 10 * len(names)


def test_one_bad_row_keeps_the_whole_table_out(folder: Path) -> None:
    table = folder / "填报.csv"
    table.write_text(TABLE.replace("2座", "2人"), encoding="utf-8")
    code, _, err = bulk(folder, table, "--date", "2022-07-31")
    assert code == 3
    assert "填报.csv" in "".join(err.split()).replace("│", "")
    assert not (folder / "台账.perf").exists()


def test_rows_without_a_day_are_refused(folder: Path) -> None:
    table = folder / "填报.csv"
    table.write_text(TABLE, encoding="utf-8")
    code, _, err = bulk(folder, table)
    assert code == 3
    assert "P1113" in err


def test_a_table_that_is_read_anyway_is_refused(folder: Path) -> None:
    table = folder / "actuals.csv"
    table.write_text(TABLE, encoding="utf-8")
    assert "P1110" in bulk(folder, table, "--date", "2022-07-31")[2]


# ------------------------------------------------------------- the database


def test_a_sheet_may_name_a_database(folder: Path, record: Record) -> None:
    (folder / "表.perf").write_text(f'{SHEET}台账 "实绩.sqlite"\n', encoding="utf-8")
    assert record("农村公路养护", "养护里程", "70公里")[0] == 0
    assert record("农村公路养护", "养护里程", "72公里")[0] == 0
    assert "P1109" in record("农村公路养护", "养护里程", "72公里")[2]
    assert actual(folder, "养护里程") == "72公里"
    assert not (folder / "台账.perf").exists()
    assert run("check", str(folder))[0] == 0
    code, out, _ = run("journal", "show", str(folder), "--format", "perf")
    assert code == 0
    assert verify(out.encode()).findings == ()
    assert out.encode() == read_database(folder / "实绩.sqlite", Diagnostics())


def test_a_database_that_was_changed_is_not_scored(folder: Path, record: Record) -> None:
    (folder / "表.perf").write_text(f'{SHEET}台账 "实绩.sqlite"\n', encoding="utf-8")
    record("农村公路养护", "养护里程", "70公里")
    with sqlite3.connect(folder / "实绩.sqlite") as link:
        link.execute("DROP TRIGGER entry_stays")
        link.execute("UPDATE entry SET text = replace(text, '70公里', '170公里')")
    code, _, err = run("eval", str(folder))
    assert code == 3
    assert "P1102" in err


@pytest.mark.parametrize("name", ["../外.sqlite", "/var/外.sqlite", "C:\\\\外.sqlite"])
def test_a_database_outside_is_refused(folder: Path, record: Record, name: str) -> None:
    (folder / "表.perf").write_text(f'{SHEET}台账 "{name}"\n', encoding="utf-8")
    code, _, err = record("农村公路养护", "养护里程", "70公里")
    assert code == 3
    assert "P1107" in err


def test_a_fact_of_a_day_that_another_journal_has_is_refused(folder: Path, record: Record) -> None:
    assert record("农村公路养护", "养护里程", "70公里")[0] == 0
    (folder / "表.perf").write_text(f'{SHEET}台账 "实绩.sqlite"\n', encoding="utf-8")
    code, _, err = record("农村公路养护", "养护里程", "72公里")
    assert code == 3
    assert "P0642" in err
    assert "另一个台账" in err
    assert not (folder / "实绩.sqlite").exists()
    assert record("农村公路养护", "养护里程", "75公里", day="2022-08-31")[0] == 0
    assert actual(folder, "养护里程") == "75公里"


def test_a_bare_number_is_sealed_with_the_unit_it_was_understood_in(folder: Path, record: Record) -> None:
    assert record("农村公路养护", "养护里程", "70", "--forecast", "120")[0] == 0
    text = (folder / "台账.perf").read_text(encoding="utf-8")
    assert "养护里程 = 70公里，预计 120公里" in text
    assert "P1109" in record("农村公路养护", "养护里程", "70公里", "--forecast", "120公里")[2]
    amended = SHEET.replace("养护里程 >= 120公里", "养护里程 >= 100000米")
    (folder / "表.perf").write_text(amended, encoding="utf-8")
    assert actual(folder, "养护里程") == "70公里"


# ------------------------------------------------------------- what is read, and what is not


def test_a_half_written_entry_is_not_read_but_warned_of(folder: Path, record: Record) -> None:
    record("农村公路养护", "养护里程", "70公里")
    ledger = folder / "台账.perf"
    whole = ledger.read_bytes()
    record("农村公路养护", "养护里程", "71公里")
    ledger.write_bytes(ledger.read_bytes()[:-30])
    assert actual(folder, "养护里程") == "70公里"
    code, out, err = run("eval", str(folder), "--warnings")
    assert code == 0
    assert "P1101" in err
    code, out, err = record("农村公路养护", "养护里程", "72公里")
    assert "没有写完" in out
    assert ledger.read_bytes().startswith(whole)
    assert actual(folder, "养护里程") == "72公里"


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.replace("70公里".encode(), "90公里".encode()),
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: data.decode().encode("gb18030"),
        lambda data: data[data.index("登记 1".encode()) :],
        lambda data: data + "实绩 农村公路养护 2022-08-01\n  养护里程 = 99公里\n".encode(),
    ],
)
def test_a_journal_that_was_changed_is_not_scored(
    folder: Path, record: Record, change: Callable[[bytes], bytes]
) -> None:
    record("农村公路养护", "养护里程", "70公里")
    ledger = folder / "台账.perf"
    ledger.write_bytes(change(ledger.read_bytes()))
    code, _, err = run("eval", str(folder))
    assert code in {2, 3}
    assert "P1102" in err
    code, _, err = run("journal", "verify", str(folder))
    assert code == 3
    assert "P1102" in err


def test_fmt_leaves_a_journal_alone(folder: Path, record: Record) -> None:
    record("农村公路养护", "养护里程", "70公里")
    before = (folder / "台账.perf").read_bytes()
    code, _, err = run("fmt", str(folder))
    assert code == 0
    assert "P1111" in err
    assert (folder / "台账.perf").read_bytes() == before


# ------------------------------------------------------------- journal


def test_the_head_that_was_kept_finds_a_cut_off_end(folder: Path, record: Record) -> None:
    record("农村公路养护", "养护里程", "70公里")
    one = (folder / "台账.perf").read_bytes()
    record("农村公路养护", "养护里程", "71公里")
    _, head, _ = run("journal", "head", str(folder))
    number, seal = head.strip().split(":")
    assert number == "2"
    assert run("journal", "verify", str(folder), "--expect", f"2:{seal[:10]}")[0] == 0
    (folder / "台账.perf").write_bytes(one)
    assert run("journal", "verify", str(folder))[0] == 0
    code, _, err = run("journal", "verify", str(folder), "--expect", f"2:{seal}")
    assert code == 3
    assert "P1106" in err
    assert run("journal", "verify", str(folder), "--expect", "two")[0] == 2


@pytest.mark.parametrize("form", ["text", "json", "csv", "perf"])
def test_show_lists_everything(folder: Path, record: Record, form: str) -> None:
    record("农村公路养护", "养护里程", "70公里", "--reason", "=1+1 雨季")
    run(
        "action", "open", "桥梁整修", "补整修一座", "--date", "2022-08-05", "--who", "乙", "--in", str(folder)
    )
    code, out, _ = run("journal", "show", str(folder), "--format", form)
    assert code == 0
    for word in ("张三", "70公里", "雨季", "补整修一座"):
        assert word in out
    if form == "csv":
        assert ",=1" not in out
    if form == "json":
        assert [fact["entry"] for fact in json.loads(out)["facts"]] == ["1", "2"]
    assert run("journal", "show", str(folder), "--format", "odt")[0] == 2


@pytest.mark.parametrize("command", ["verify", "show", "head"])
def test_a_folder_without_a_ledger_is_told(folder: Path, command: str) -> None:
    code, _, err = run("journal", command, str(folder))
    assert code == 3
    assert "P1107" in err
    assert run("journal", command, str(folder / "nowhere"))[0] == 3
    (folder / "x.sqlite").write_bytes(b"nothing of ours, certainly no database" * 40)
    assert "P1105" in run("journal", command, str(folder / "x.sqlite"))[2]


def test_the_ledger_itself_may_be_named(folder: Path, record: Record) -> None:
    record("农村公路养护", "养护里程", "70公里")
    assert run("journal", "verify", str(folder / "台账.perf"))[0] == 0


def test_evidence_that_was_changed_is_found_and_what_is_gone_is_told(folder: Path, record: Record) -> None:
    scan = folder / "签到表.pdf"
    scan.write_bytes(b"%PDF invented")
    record("农村公路养护", "养护里程", "70公里", "--evidence", str(scan))
    assert run("journal", "verify", str(folder))[::2] == (0, "")
    scan.write_bytes(b"%PDF another")
    code, _, err = run("journal", "verify", str(folder))
    assert code == 1
    assert "P1116" in err
    assert "签到表.pdf" in err
    record("农村公路养护", "养护里程", "70公里", "--evidence", str(scan))
    assert run("journal", "verify", str(folder))[::2] == (0, ""), "the digest that was recorded last counts"
    scan.unlink()
    code, out, err = run("journal", "verify", str(folder))
    assert code == 0
    assert "P1117" in err
    assert "没有改动" in out


def test_verify_names_every_journal_of_the_folder(folder: Path, record: Record) -> None:
    record("农村公路养护", "养护里程", "70公里")
    (folder / "表.perf").write_text(f'{SHEET}台账 "实绩.sqlite"\n', encoding="utf-8")
    record("农村公路养护", "养护里程", "75公里", day="2022-08-31")
    code, out, _ = run("journal", "verify", str(folder))
    assert code == 0
    assert "实绩.sqlite" in out
    assert "台账.perf" in out
    text = folder / "台账.perf"
    text.write_bytes(text.read_bytes().replace("70公里".encode(), "71公里".encode()))
    code, _, err = run("journal", "verify", str(folder))
    assert code == 3
    assert "台账.perf" in "".join(err.split()).replace("│", "")


@pytest.mark.parametrize(
    "spoil", [lambda data: b"\xef\xbb\xbf" + data, lambda data: data.replace(b"70", b"71")]
)
def test_nothing_is_recorded_in_a_journal_that_was_changed(
    folder: Path, record: Record, spoil: Callable[[bytes], bytes]
) -> None:
    record("农村公路养护", "养护里程", "70公里")
    record("农村公路养护", "养护里程", "80公里", day="2022-08-31")
    ledger = folder / "台账.perf"
    ledger.write_bytes(spoil(ledger.read_bytes()))
    before = ledger.read_bytes()
    code, out, err = record("农村公路养护", "养护里程", "90公里", day="2022-09-30")
    assert (code, out) == (3, "")
    assert "P1102" in err
    assert ledger.read_bytes() == before


def test_nothing_is_recorded_in_a_database_that_lacks_a_row(folder: Path, record: Record) -> None:
    (folder / "表.perf").write_text(f'{SHEET}台账 "实绩.sqlite"\n', encoding="utf-8")
    record("农村公路养护", "养护里程", "70公里")
    record("农村公路养护", "养护里程", "80公里", day="2022-08-31")
    with sqlite3.connect(folder / "实绩.sqlite") as link:
        link.execute("DROP TRIGGER entry_remains")
        link.execute("DELETE FROM entry WHERE number = 1")
    code, out, err = record("农村公路养护", "养护里程", "90公里", day="2022-09-30")
    assert (code, out) == (3, "")
    assert "P1102" in err


# ------------------------------------------------------------- actions


def act(folder: Path, *words: str) -> tuple[int, str, str]:
    return run("action", *words, "--in", str(folder), "--who", "王五")


def test_an_action_is_opened_and_closed_with_evidence(folder: Path) -> None:
    code, _, _ = act(
        folder,
        "open",
        "农村公路养护",
        "补验收两次",
        "--owner",
        "张三",
        "--due",
        "2022-09-30",
        "--date",
        "2022-08-05",
    )
    assert code == 0
    photo = folder / "照片.jpg"
    photo.write_bytes(b"invented")
    code, _, err = act(
        folder,
        "close",
        "农村公路养护",
        "补验收",
        "--result",
        "已补",
        "--evidence",
        str(photo),
        "--date",
        "2022-09-20",
    )
    assert (code, err) == (0, "")
    text = (folder / "台账.perf").read_text(encoding="utf-8")
    closing = text.split("登记 2 ")[1]
    for words in (
        '要求 "补验收两次"',
        "责任人 张三",
        "限期 2022-09-30",
        '结果 "已补" 2022-09-20',
        '佐证 "照片.jpg"',
    ):
        assert words in closing
    assert '摘要 "照片.jpg"' in closing
    assert run("check", str(folder))[0] == 0
    code, _, err = act(
        folder, "close", "农村公路养护", "补验收两次", "--result", "又补", "--date", "2022-09-21"
    )
    assert code == 3
    assert "P1112" in err


def open_one(folder: Path, *more: str) -> tuple[int, str, str]:
    return act(folder, "open", "农村公路养护", "补验收两次", "--date", "2022-08-05", *more)


def close_one(
    folder: Path, *more: str, words: str = "补验收两次", day: str = "2022-09-20"
) -> tuple[int, str, str]:
    return act(folder, "close", "农村公路养护", words, "--date", day, *more)


def test_a_result_without_evidence_closes_nothing_until_the_evidence_comes(folder: Path) -> None:
    (folder / "照片.jpg").write_bytes(b"invented")
    with_photo = ("--evidence", str(folder / "照片.jpg"))
    open_one(folder)
    assert close_one(folder, "--result", "已补")[0] == 0
    assert close_one(folder, "--result", "已补", *with_photo, day="2022-09-21")[0] == 0
    assert '"照片.jpg"' in (folder / "台账.perf").read_text(encoding="utf-8").split("登记 3 ")[1]
    assert "P1112" in close_one(folder, "--result", "再补", *with_photo, day="2022-09-22")[2]
    assert "P1109" in close_one(folder, "--result", "已补", *with_photo, day="2022-09-21")[2]
    assert "办结" in open_one(folder)[2], "a requirement that is closed is not opened again by the same words"


def test_an_action_is_not_closed_before_it_was_raised_nor_due_before(folder: Path) -> None:
    code, _, err = open_one(folder, "--due", "2021-09-30")
    assert code == 3
    assert "2021-09-30" in err
    assert not (folder / "台账.perf").exists()
    open_one(folder)
    before = (folder / "台账.perf").read_bytes()
    code, _, err = close_one(folder, "--result", "已补", day="2022-08-04")
    assert code == 3
    assert "2022-08-05" in err
    assert close_one(folder, "--result", "")[0] == 2
    assert close_one(folder, "--result", " ")[0] == 2
    assert (folder / "台账.perf").read_bytes() == before


def test_words_that_several_requirements_have_list_them(folder: Path) -> None:
    open_one(folder)
    act(folder, "open", "农村公路养护", "补验收一次", "--date", "2022-08-05")
    code, _, err = close_one(folder, "--result", "已补", words="补验收")
    assert code == 3
    assert "补验收两次" in err
    assert "补验收一次" in err
    assert close_one(folder, "--result", "已补", words="补验收一")[0] == 0


def test_an_action_of_a_sheet_is_closed_in_the_journal(folder: Path) -> None:
    with (folder / "表.perf").open("a", encoding="utf-8") as file:
        file.write(
            '整改 13000022P00000000001A 2022-08-05\n  要求 "补验收两次"\n  责任人 张三\n  限期 2022-09-30\n'
        )
    (folder / "照片.jpg").write_bytes(b"invented")
    assert close_one(folder, "--result", "已补", "--evidence", str(folder / "照片.jpg"))[0] == 0
    text = (folder / "台账.perf").read_text(encoding="utf-8")
    assert "责任人 张三" in text
    assert "限期 2022-09-30" in text
    assert "P1112" in close_one(folder, "--result", "又补", day="2022-09-21")[2]


def test_closing_what_was_never_opened_is_refused(folder: Path) -> None:
    act(folder, "open", "农村公路养护", "补验收两次", "--date", "2022-08-05")
    code, _, err = act(folder, "close", "农村公路养护", "补验收俩次", "--result", "x", "--date", "2022-09-20")
    assert code == 3
    assert "是不是“补验收两次”" in err
    assert "P0640" in act(folder, "open", "无此项目", "x", "--date", "2022-08-05")[2]
    assert act(folder, "open", "农村公路养护", "x")[0] == 2


def test_the_same_requirement_again_is_told(folder: Path) -> None:
    words = ("open", "农村公路养护", "补验收两次", "--date", "2022-08-05")
    act(folder, *words)
    assert "P1109" in act(folder, *words)[2]


# ------------------------------------------------------------- English


def test_an_english_workspace_has_an_english_journal(tmp_path: Path) -> None:
    (tmp_path / "roads.perf").write_text(
        'use okr\nproject "Road upkeep"\n  year 2022\n  budget 60万元\n'
        '  output:\n    "road maintained" >= 120km\n',
        encoding="utf-8",
    )
    code, out, _ = run(
        "record", "Road upkeep", "road maintained", "70km", "--date", "2022-07-31", "--in", str(tmp_path),
        "--reason", "rain", "--cause", "other", "--who", "Zhang",
    )  # fmt: skip
    assert code == 0
    assert "recorded 1 fact" in out
    text = (tmp_path / "台账.perf").read_text(encoding="utf-8")
    assert text.startswith('journal 1\n\nrecorded 1 "')
    assert "typed in" in text
    assert (
        run("record", "Road upkeep", "spent", "12万元", "--date", "2022-07-31", "--in", str(tmp_path))[0] == 0
    )
    assert "nothing changed" in run("journal", "verify", str(tmp_path))[1]
    assert run("eval", str(tmp_path))[0] == 0
