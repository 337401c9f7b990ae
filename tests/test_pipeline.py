"""The story as a whole, and the shipped rubrics it looks names up in."""

from __future__ import annotations

from perfdsl import library, pipeline
from perfdsl.diagnostic import Diagnostics
from perfdsl.source import Source
from tests.invented_sheet import SHEET


def test_score_without_a_library_knows_only_its_own_texts() -> None:
    outcome = pipeline.score([Source("表.perf", SHEET)], [])
    assert outcome.scorecard is None
    assert "P0201" in {each.code for each in outcome.diagnostics}


def test_shipped_rubrics_come_with_their_parents_and_the_shared_methods() -> None:
    def names(*wanted: str) -> set[str]:
        return {source.name.split("/")[-1].removesuffix(".perf") for source in library.shipped(wanted)}

    assert names() == set()
    assert names("") == {library.SHARED, library.RULES}
    assert names("国家自评2020") == {library.SHARED, "国家自评2020", "四色灯"}
    assert names("湖北2020") == {library.SHARED, "国家自评2020", "湖北2020", "四色灯"}
    assert names("没有的") == set(library.shipped_names())


def test_every_shipped_text_is_sound() -> None:
    found = Diagnostics()
    pipeline.check(library.shipped_all(), found)
    assert list(found) == []


def test_shipped_texts_are_found_by_the_names_that_messages_use() -> None:
    for source in library.shipped_all():
        again = library.shipped_text(source.name)
        assert again is not None
        assert again.text == source.text
    assert library.shipped_text("rubrics/没有的.perf") is None
    assert library.shipped_text("表.perf") is None


def test_progress_is_told_of_many_sheets() -> None:
    sheets = [Source(f"{at}.perf", f"项目 第{at}项\n") for at in range(120)]
    told: list[tuple[int, int]] = []
    pipeline.check(sheets, Diagnostics(), progress=lambda done, of: told.append((done, of)))
    assert told == [(0, 120), (50, 120), (100, 120)]
