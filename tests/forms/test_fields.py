"""The names of fields, and how people spell them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdsl.forms.fields import AMOUNTS, ROWS, SINGLE, canonical, find_column, find_field, known_fields


@pytest.mark.parametrize(
    ("path", "name", "rows"),
    [
        ("项目.名称", "项目.名称", ""),
        ("项目_名称", "项目.名称", ""),
        (" 项目．名称 ", "项目.名称", ""),
        ("目标.2", "目标[2]", ""),
        ("目标[2]", "目标[2]", ""),
        ("目标_12", "目标[12]", ""),
        ("目标", "目标", ""),
        ("预算.合计.万元", "预算.合计.万元", ""),
        ("预算.上级补助", "预算.上级补助", ""),
        ("支出计划.6月底", "支出计划.6月底", ""),
        ("执行数.带单位", "执行数.带单位", ""),
        ("指标.得分", "得分", "指标"),
        ("指标_三级指标", "三级指标", "指标"),
        ("目标.内容", "内容", "目标"),
    ],
)
def test_spellings(path: str, name: str, rows: str) -> None:
    found = find_field(path, {"上级补助"})
    assert found is not None
    assert (found.name, found.rows) == (name, rows)


@pytest.mark.parametrize(
    "path", ["", "项目", "项目.名", "预算.上级补助", "指标.总分", "目标[0]", "支出计划.13月底", "总分.元"]
)
def test_what_is_no_field(path: str) -> None:
    assert find_field(path, ()) is None


def test_all_known_names_are_fields() -> None:
    assert all(find_field(name, {"上级补助"}) for name in known_fields({"上级补助"}))
    assert {*SINGLE, *AMOUNTS} <= set(known_fields(()))


@pytest.mark.parametrize("kind", list(ROWS))
def test_columns_go_with_or_without_the_name_of_their_rows(kind: str) -> None:
    for name in ROWS[kind]:  # type: ignore[index]
        assert (
            find_column(name, kind) == find_column(f"{kind}.{name}", kind) == find_field(f"{kind}.{name}", ())
        )  # type: ignore[arg-type]


@given(st.text(max_size=30))
def test_any_text_is_a_field_or_none(text: str) -> None:
    assert canonical(canonical(text)) == canonical(text)
    find_field(text, ())
