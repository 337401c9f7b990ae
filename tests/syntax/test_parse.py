"""From text to tree: every construct, its places, and what an input method leaves behind."""

from __future__ import annotations

from threading import Thread
from typing import Any

import pytest

from perfdsl.diagnostic import Diagnostics
from perfdsl.source import Source
from perfdsl.syntax import ast
from perfdsl.syntax.parse import LARGEST, parse
from tests.syntax.meaning import meaning


def read(text: str) -> ast.Module:
    diagnostics = Diagnostics()
    module = parse(Source("x.perf", text), diagnostics)
    assert [(d.code, d.message.zh) for d in diagnostics] == []
    return module


def codes(text: str) -> list[str]:
    diagnostics = Diagnostics()
    parse(Source("x.perf", text), diagnostics)
    return [d.code for d in diagnostics]


def target(written: str) -> Any:
    return read(f"项目 甲\n产出：\n 名 {written}\n").items[0].parts[0].indicators[0].target


def case(written: str) -> ast.Case:
    return read(f"方法 甲\n{written}\n").items[0].parts[0]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (">= 12次", "bound >= 12 次"),
        ("≥12次", "bound >= 12 次"),
        ("：不低于 12 次", "bound >= 12 次"),
        ("不超过1,234.5元", "bound <= 1234.5 元"),
        ("95%以上", "bound >= 95 %"),
        ("5万元以内", "bound <= 5 万元"),
        ("= 0起", "bound = 0 起"),
        ("<= 12月份", "bound <= 12 月份"),
        (">= 二十三万元", "bound >= 230000 元"),
        ("at_least 3", "bound >= 3 "),
    ],
)
def test_bounds(written: str, expected: str) -> None:
    bound = target(written)
    assert f"{bound.kind} {bound.op} {bound.value.value} {bound.value.unit}" == expected


@pytest.mark.parametrize(
    "written", ["in 90%..100%", "介于 90% 至 100%", "90%～100%", "between 90% until 100%", "在 90%…100%"]
)
def test_ranges(written: str) -> None:
    found = target(written)
    assert (found.kind, found.low.unit, str(found.low.value), str(found.high.value)) == (
        "range",
        "%",
        "90",
        "100",
    )


@pytest.mark.parametrize("written", ["<= 2022-12-31", "2022年12月31日前", "2022年底前", "不超过 2022年12月"])
def test_deadlines(written: str) -> None:
    found = target(written)
    assert (found.kind, found.op, found.date.year, found.date.month, found.date.day) == (
        "deadline",
        "<=",
        2022,
        12,
        31,
    )


def test_words() -> None:
    assert target("是 健全").word == "健全"
    assert target("= 健全").word == "健全"
    assert target('定性 "显著提升"').text == "显著提升"
    assert target("定性").text == ""


def test_numbers_keep_their_zero() -> None:
    assert str(target(">= 10.50%").value.value) == "10.50"


def test_expressions_bind_as_in_arithmetic() -> None:
    found = case("非 a + b * -c >= 2 且 d 或 e -> 1").condition
    assert found.op == "or"
    assert found.left.op == "and"
    assert (found.left.left.kind, found.left.left.op) == ("unary", "not")
    assert found.left.left.operand.op == ">="
    assert found.left.left.operand.left.op == "+"
    assert found.left.left.operand.left.right.right.kind == "unary"


def test_a_double_comparison_is_two() -> None:
    found = case("60% <= 实际 < 80% -> 1").condition
    assert (found.op, found.left.op, found.right.op) == ("and", "<=", "<")
    assert found.left.right is found.right.left


def test_so_much_for_each_step() -> None:
    found = case("达标 -> 满分 - 0.5分 每 1个百分点 超出 不足也计").result.right
    assert (found.kind, found.step.unit, found.measured.name, found.part) == (
        "per",
        "个百分点",
        "超出",
        "ceil",
    )
    assert case("达标 -> 0.5分 每 1个百分点 超出").result.part is None


def test_names_of_scope_may_begin_a_case() -> None:
    assert case("预算 / 执行数 < 60% -> 0").condition.left.left.name == "预算"
    assert case("基数 - 1 > 0 -> 0").condition.left.left.name == "基数"


def test_names_of_arguments() -> None:
    scored = (
        read("项目 甲\n产出：\n名 >= 1，评分 内插(低 = 60%, 90%)").items[0].parts[0].indicators[0].clauses[0]
    )
    assert [(each.name, each.value.kind) for each in scored.arguments] == [("低", "number"), ("", "number")]


def test_parts_of_a_project() -> None:
    project = read(
        "项目 甲，单位：万元\n编码 13053522P00958710001D\n部门 101001\n年度 2022年\n"
        "预算 5.00 = 财政资金 5.00 + 其他 0\n"
        '支出计划 3月底 1.00；6月底 2.00\n用途 "用"\n目标 保障 "好"\n总体目标 “大"好"”\n'
    ).items[0]
    kinds = [part.kind for part in project.parts]
    assert kinds == [
        "money_unit",
        "code",
        "belongs_to",
        "year",
        "budget",
        "payment_plan",
        "purpose",
        "goal",
        "goal",
    ]
    assert [part.name for part in project.parts[4].parts] == ["财政资金", "其他"]
    assert [(point.month, str(point.amount.value)) for point in project.parts[5].points] == [
        (3, "1.00"),
        (6, "2.00"),
    ]
    assert [(goal.role, goal.name, goal.text) for goal in project.parts[7:]] == [
        ("goal", "保障", "好"),
        ("goal", "", '大"好"'),
    ]


def test_facts() -> None:
    facts = read(
        '实绩 "甲 乙" 2022-12-31\n执行数 4.80万元\n次数 = 11次，原因 "线上"，佐证 "表"\n'
        "知晓度 = 部分达成 70%\n已完成\n完成日 = 2022年5月\n制度 是 健全\n"
    ).items[0]
    assert (facts.project, facts.date.day) == ("甲 乙", 31)
    values = [fact.value for fact in facts.facts]
    assert [None if value is None else value.kind for value in values] == [
        "number",
        "number",
        "word",
        None,
        "date",
        "word",
    ]
    assert [note.about for note in facts.facts[1].notes] == ["reason", "evidence"]
    assert str(values[2].share.value) == "70"
    assert read("实绩 13053522P00958710001D\n").items[0].project == "13053522P00958710001D"


def test_rubric() -> None:
    rubric = read(
        '评分办法 乙 沿用 甲\n引自 "文" 未核对原文\n权重 产出 50；效益 30 当 有 成本\n'
        "缺项 满意度 归 效益\n缺项 满意度 按比例\n分摊 平均\n"
        '评分 >=, > 按比率；= "="(1)；定性 三档\n等级 优 >= 90，差 其他\n'
        "舍入 每项 2位 四舍五入，总分 0 截断\n缺报 不计\n"
    ).items[0]
    cite, weights, heir, spread, sharing, scoring, grades, rounding, missing = rubric.parts
    assert (rubric.extends, cite.unchecked, weights.condition.has, heir.heir, spread.heir) == (
        "甲",
        True,
        True,
        "效益",
        "",
    )
    assert [[s.text for s in each.selectors] for each in scoring.cases] == [
        [">=", ">"],
        ["="],
        ["qualitative"],
    ]
    assert [(band.name, band.op) for band in grades.bands] == [("优", ">="), ("差", None)]
    assert [(rule.what, rule.places, rule.mode) for rule in rounding.rules] == [
        ("each", 2, "half_up"),
        ("total", 0, "truncate"),
    ]
    assert (sharing.how, missing.how) == ("equal", "excluded")


def test_a_first_scored_sign_is_no_part_of_the_keyword() -> None:
    scoring = read("评分办法 甲\n评分 = 相等\n").items[0].parts[0]
    assert scoring.cases[0].selectors[0].text == "="


def test_level() -> None:
    level = read("方法 甲\n档次 部分 60%..<80%\n").items[0].parts[0]
    assert (level.name, level.high_open) == ("部分", True)


def test_units() -> None:
    items = read('计量单位 标箱\n计量单位 "打" = 12个\n').items
    assert [(item.name, item.equals is None) for item in items] == [("标箱", True), ("打", False)]


def test_both_languages_give_one_tree() -> None:
    zh = '项目 a\n  产出 / 数量：\n    b >= 1次，权重 2\n      说明 "c"\n'
    en = 'project a\n  产出 / 数量:\n    b >= 1次, weight 2\n      about "c"\n'
    assert meaning(read(zh)) == meaning(read(en))


def test_places_count_characters_of_the_source() -> None:
    text = "\ufeff项目　甲\r\n  产出：\r\n    次数 ≧ １２次  # 注\r\n"
    indicator = read(text).items[0].parts[0].indicators[0]
    start, end = indicator.target.span
    assert text[start:end] == "≧ １２次"
    assert text[slice(*indicator.name_span)] == "次数"
    assert text[slice(*indicator.span)] == "次数 ≧ １２次"


def test_texts_are_kept_as_written() -> None:
    text = '项目 甲\n目标 "１２％ “ok” // 非注释 # 也不是"\n目标 """一\r\n二"""\n目标 ""\n'
    assert [goal.text for goal in read(text).items[0].parts] == [
        "１２％ “ok” // 非注释 # 也不是",
        "一\n二",
        "",
    ]


def test_quoted_names_keep_their_width_and_bare_ones_do_not() -> None:
    project = read('项目 Ａ\n"Ｂ" / Ｃ：\n "Ｄ" >= 1\n').items[0]
    assert (project.name, project.parts[0].path, project.parts[0].indicators[0].name) == (
        "A",
        ("Ｂ", "C"),
        "Ｄ",
    )


def test_lists_go_on_after_a_comma() -> None:
    text = "项目 甲\n支出计划 3月底 1，  # 一季度\n\n  # 二季度\n 6月底 2\n产出：\n名 >= 1，\n 权重 2\n"
    project = read(text).items[0]
    assert len(project.parts[0].points) == 2
    assert len(project.parts[1].indicators[0].clauses) == 1


@pytest.mark.parametrize("text", ["", "\n", "#", "  # 只有注释\n", "\ufeff", "\f", "   "])
def test_empty_sources(text: str) -> None:
    assert read(text).items == ()


def test_old_line_ends() -> None:
    assert codes("项目 甲\r年度 2022\r") == ["P0120"]


def test_too_large() -> None:
    assert codes(" " * (LARGEST + 1)) == ["P0805"]


def test_odd_characters_are_told_and_read_as_blanks() -> None:
    diagnostics = Diagnostics()
    module = parse(Source("x", "项目\u202e甲\n年度\x002022\n" + "\ud800" * 100), diagnostics)
    assert (module.items[0].name, module.items[0].parts[0].year) == ("甲", 2022)
    assert [d.code for d in diagnostics] == ["P0114"] * 20


def test_complaints_come_in_the_order_of_the_text() -> None:
    diagnostics = Diagnostics()
    parse(Source("x", "项目 甲\n产出：\n次数 12次\n)\n年度 22\n人数 5人\n"), diagnostics)
    offsets = [d.labels[0].place.start for d in diagnostics]
    assert offsets == sorted(offsets)
    assert len(offsets) == 4


def test_more_complaints_than_are_kept_are_counted() -> None:
    diagnostics = Diagnostics()
    parse(Source("x", "项目 甲\n产出：\n" + "次数 12次\n" * 1500), diagnostics)
    assert len(diagnostics) + diagnostics.omitted == 1500


def test_each_thread_has_its_own_parser() -> None:
    found: list[ast.Module] = []
    threads = [Thread(target=lambda: found.append(read("项目 甲\n年度 2022\n"))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [found[0]] * 4
