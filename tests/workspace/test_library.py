"""The rubrics that travel with the program."""

from __future__ import annotations

import pytest

from perfdsl.library import PREFIX, RULES, SHARED, shipped, shipped_all, shipped_names, shipped_text


def names(*wanted: str) -> list[str]:
    return [source.name.removeprefix(PREFIX).removesuffix(".perf") for source in shipped(wanted)]


def test_nothing_is_loaded_for_nothing() -> None:
    assert names() == []


def test_a_rubric_comes_with_the_shared_methods_its_parents_and_its_lights() -> None:
    assert names("国家自评2020") == [SHARED, "国家自评2020", "四色灯"]
    assert names("") == [SHARED, RULES]
    assert "国家自评2020" in names("湖北2020")


def test_all_are_loaded_where_a_name_is_unknown() -> None:
    assert names("国家自评2020", "没有的") == list(shipped_names())


def test_places_in_shipped_texts_are_found_again() -> None:
    for source in shipped_all():
        assert shipped_text(source.name) is source
    assert shipped_text("国家自评2020.perf") is None
    assert shipped_text(f"{PREFIX}没有的.perf") is None


@pytest.mark.parametrize("kind", ["grammar", "rubrics", "diagnostics"])
def test_packaged_folders_are_there(kind: str) -> None:
    from perfdsl.packaged import packaged_folder

    assert packaged_folder(kind).is_dir()


def test_a_broken_installation_is_our_bug() -> None:
    from perfdsl.packaged import read_packaged

    with pytest.raises(FileNotFoundError):
        read_packaged("rubrics", "没有的.perf")
