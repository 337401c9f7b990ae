from __future__ import annotations

import pytest

from perfdsl.audit.headings import REQUIRED, SYNONYMS, read_heading
from tests.audit.tables import HEADER, read_text


@pytest.mark.parametrize(("meaning", "names"), SYNONYMS.items())
def test_each_heading_has_one_meaning(meaning: str, names: str) -> None:
    assert {read_heading(name) for name in names.split()} == {meaning}


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("年初目标值(A)", "target"),
        ("实际完成值（B）", "actual"),
        ("分值（10分）", "weight"),
        ("  三级 指标 ", "indicator"),
        ("Level3", "indicator"),
        ("得分*", "score"),
        ("完成时间", None),
        ("", None),
        ("得分" * 100, None),
    ],
)
def test_headings_as_forms_print_them(text: str, meaning: str | None) -> None:
    assert read_heading(text) == meaning


def test_the_columns_of_the_published_file() -> None:
    header = "source_url,project,level1,level2,level3,target_raw,actual_raw,weight,score,deviation_note"
    published, codes = read_text(f"{header}\nhttp://a,甲,产出指标,数量指标,乙,≥1,1,10,9,因雨\n")
    assert published is not None
    (row,) = published.rows
    assert codes == []
    assert (row.project, row.group, row.indicator) == ("甲", ("产出指标", "数量指标"), "乙")
    assert (row.target, row.actual, row.weight_text, row.score_text, row.note) == (
        "≥1", "1", "10", "9", "因雨",
    )  # fmt: skip
    assert (row.place.row, row.place.column) == (2, "score")


@pytest.mark.parametrize("missing", REQUIRED)
def test_a_missing_column_is_told(missing: str) -> None:
    names = {meaning: names.split()[0] for meaning, names in SYNONYMS.items() if meaning != missing}
    published, codes = read_text(",".join(names.values()) + "\n" + ",".join("1" for _ in names) + "\n")
    assert published is None
    assert codes == ["P0851"]


def test_two_columns_of_one_meaning() -> None:
    published, codes = read_text(f"{HEADER},自评得分\n甲,乙,≥1,1,10,10,10\n")
    assert published is None
    assert codes == ["P0616"]


def test_two_remarks_are_no_contradiction() -> None:
    published, codes = read_text(f"{HEADER},偏差原因,备注\n甲,乙,≥1,1,10,10,,丙\n")
    assert published is not None
    assert (published.rows[0].note, codes) == ("丙", [])


def test_merged_cells_go_on() -> None:
    text = "项目,一级指标,二级指标,三级指标,指标值,实际完成值,分值,得分\n"
    text += "甲,产出指标,数量指标,a,≥1,1,10,10\n,,,b,≥1,1,10,10\n,,质量指标,c,≥1,1,10,10\n"
    text += ",效益指标,,d,≥1,1,10,10\n乙,,,e,≥1,1,10,10\n"
    published, codes = read_text(text)
    assert published is not None
    assert codes == []
    assert [(row.project, row.group, row.indicator) for row in published.rows] == [
        ("甲", ("产出指标", "数量指标"), "a"),
        ("甲", ("产出指标", "数量指标"), "b"),
        ("甲", ("产出指标", "质量指标"), "c"),
        ("甲", ("效益指标",), "d"),
        ("乙", (), "e"),
    ]


def test_totals_and_repeated_headers_are_no_rows() -> None:
    text = f"{HEADER}\n甲,乙,≥1,1,10,10\n{HEADER}\n甲,合计,,,10,10\n总分,,,,100,96\n,,,,,\n"
    published, codes = read_text(text)
    assert published is not None
    assert [row.indicator for row in published.rows] == ["乙"]
    assert codes == ["P0629", "P0629"]


@pytest.mark.parametrize(
    ("weight", "score", "codes"),
    [("10", "优", ["P0852"]), ("十", "10", ["P0852"]), ("-5", "-1", ["P0852", "P0852"]), ("", "-", [])],
)
def test_what_is_no_number_of_points(weight: str, score: str, codes: list[str]) -> None:
    published, told = read_text(f"{HEADER}\n甲,乙,≥1,1,{weight},{score}\n")
    assert published is not None
    assert told == codes
    assert (published.rows[0].weight_text, published.rows[0].score_text) == (weight, score)


@pytest.mark.parametrize("rows", ["", "合计,,,,100,96\n", ",,,,,\n"])
def test_nothing_to_compare(rows: str) -> None:
    published, codes = read_text(f"{HEADER}\n{rows}")
    assert published is None
    assert codes[-1] == "P0853"


def test_rows_beyond_the_bound_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("perfdsl.audit.read_published.MOST_ROWS", 2)
    published, codes = read_text(f"{HEADER}\n" + "甲,乙,≥1,1,10,10\n" * 3)
    assert published is not None
    assert (len(published.rows), codes) == (2, ["P0604"])


def test_an_unquoted_comma_shifts_no_project() -> None:
    text = f"{HEADER}\n甲,a,≥1,1,10,10\n乙,b,≥1,234,1,10,10\n,c,≥1,1,10,10\n"
    published, codes = read_text(text)
    assert published is not None
    assert codes == ["P0630"]
    assert [(row.project, row.indicator) for row in published.rows] == [("甲", "a"), ("", "c")]


def test_the_column_that_holds_the_operator_is_taken() -> None:
    header = "三级指标,指标性质,指标方向,指标值,计量单位,实际完成值,分值,得分"
    published, _ = read_text(f"{header}\n甲,正向,≥,12,次,11,10,9\n乙,<=,反向,5,个,5,10,10\n")
    assert published is not None
    assert [(row.operator, row.unit) for row in published.rows] == [("≥", "次"), ("<=", "个")]


def test_a_year_completes_dates() -> None:
    published, _ = read_text(
        "项目,年度,三级指标,指标值,实际完成值,分值,得分\n甲,2022年,乙,≥1,1,10,10\n,很久,乙,≥1,1,10,10\n"
    )
    assert published is not None
    assert [row.year for row in published.rows] == [2022, None]
