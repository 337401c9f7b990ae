"""Many sheets, each checked for itself, are told the same as all of them checked together."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfdsl import check_many as checking
from perfdsl import pipeline
from perfdsl.check_many import check_many
from perfdsl.diagnostic import Diagnostic, Diagnostics
from perfdsl.library import shipped, shipped_all
from perfdsl.source import Source, TextPlace
from perfdsl.store.keep import Store

BLOCKS = [
    "采用 国家自评2020\n",
    "采用 核心指标2021\n",
    "采用 县办法\n",
    "采用 没有的\n",
    "部门 甲部门\n  编码 101\n",
    "部门 乙部门\n  编码 102\n",
    "项目 一\n  编码 A1\n  部门 101\n  年度 2022\n  预算 5万元\n  产出指标 / 数量指标：\n    甲 >= 12次\n",
    "项目 二\n  编码 A1\n  部门 103\n  预算 5万元 = 财政资金 4万元\n  产出指标 / 数量指标：\n    乙 >= 3场\n",
    "项目 一\n  产出指标 / 数量指标：\n    甲 >= 1次，评分 县方法\n    甲 >= 13次\n",
    "项目 三\n  效益指标 / 社会效益指标：\n    甲 >= 80%\n      计算 乙 / 丙\n    丁 >= 90%，评分 没有方法\n",
    "project four\n  budget 10元\n  output / cost:\n    cost <= 20元\n",
    "计量单位 场\n",
    "计量单位 场 = 2次\n",
    "ｕｎｉｔ 轮\n",
    "项目 五\n  产出指标 / 数量指标：\n    轮数 >= 3轮\n",
    "方法 县方法\n  达标 -> 100%\n  其他 -> 实际 / 目标值\n",
    "方法 县方法\n  达标 -> 1人\n",
    "  评分办法 县办法 沿用 国家自评2020\n  评分 >= 县方法\n",
    "rubric 县办法\n  weights 产出指标 50, 效益指标 40\n",
    "这一行读不懂 ((\n",
    "# 方法 只是注释\n",
    '调整 一 2022-08-15\n  引自 "一号（虚构）"\n  预算 4万元\n',
    '调整 五 2022-06-15\n  引自 "二号（虚构）"\n  撤销 没有\n',
    "\n",
]


def told(diagnostics: Diagnostics) -> list[tuple[object, ...]]:
    return sorted(map(told_one, diagnostics), key=repr)


def told_one(diagnostic: Diagnostic) -> tuple[object, ...]:
    places = [
        (label.place.file, label.place.start, label.place.end, label.text)
        for label in diagnostic.labels
        if isinstance(label.place, TextPlace)
    ]
    return (diagnostic.code, diagnostic.message, places, diagnostic.hints)


def together(sources: list[Source], rubric: str) -> Diagnostics:
    diagnostics = Diagnostics()
    pipeline.check(sources, diagnostics, shipped, rubric, every=True)
    return diagnostics


def one_by_one(
    sources: list[Source], rubric: str, store: Store | None = None, processes: int = 1
) -> Diagnostics:
    diagnostics = Diagnostics()
    check_many(sources, shipped_all(), diagnostics, rubric=rubric, store=store, processes=processes)
    return diagnostics


def split(blocks: list[str], cuts: set[int]) -> list[Source]:
    texts = [""]
    for at, block in enumerate(blocks):
        if at in cuts:
            texts.append("")
        texts[-1] += block
    return [Source(f"{number}.perf", text) for number, text in enumerate(texts)]


@settings(max_examples=120, deadline=None)
@given(
    st.lists(st.sampled_from(BLOCKS), max_size=12),
    st.sets(st.integers(1, 11)),
    st.sampled_from(["", "", "国家自评2020", "县办法", "没有的"]),
)
def test_random_splits_into_files(blocks: list[str], cuts: set[int], rubric: str) -> None:
    sources = split(blocks, cuts)
    assert told(one_by_one(sources, rubric)) == told(together(sources, rubric))


def test_what_is_kept_is_told_again(tmp_path: Path) -> None:
    sources = split(BLOCKS, {*range(1, 30, 2)})
    with Store(tmp_path / "kept.sqlite") as store:
        first, again = (one_by_one(sources, "", store) for _ in range(2))
    assert [told_one(each) for each in first] == [told_one(each) for each in again]


def many(count: int) -> list[Source]:
    return [
        Source(f"{number}.perf", BLOCKS[number % len(BLOCKS)] + f"# {number}\n") for number in range(count)
    ]


def test_several_processes_say_the_same() -> None:
    sources = many(checking.FEW + 3)
    assert told(one_by_one(sources, "", processes=2)) == told(one_by_one(sources, ""))


def test_what_other_processes_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "_work", None)
    checking._take_up((), shipped_all(), "")
    (checked,) = checking._check_chunk([("a.perf", "乱写 ((\n")])
    assert [code for code, *_ in checked.diagnostics] == ["P0111"]


def test_a_system_without_room_for_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", refuse)
    sources = many(checking.FEW)
    assert told(one_by_one(sources, "", processes=2)) == told(together(sources, ""))


def test_progress_is_told() -> None:
    seen: list[tuple[int, int]] = []
    sources = many(checking.FEW)
    for processes in (1, 2):
        check_many(
            sources,
            shipped_all(),
            Diagnostics(),
            processes=processes,
            progress=lambda done, of: seen.append((done, of)),
        )
    assert seen == [(0, checking.FEW), (checking.FEW, checking.FEW)]


def test_more_complaints_than_are_kept_are_counted() -> None:
    sources = [Source(f"{number}.perf", "乱写 ((\n" * 30) for number in range(60)]
    one, all_of_them = one_by_one(sources, ""), together(sources, "")
    assert (len(one), one.omitted) == (len(all_of_them), all_of_them.omitted)
    assert one.omitted > 0
