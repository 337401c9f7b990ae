"""The file of kept results: bounded, shared, and never in the way."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from perfdsl.store import keep
from perfdsl.store.keep import Store, kept_where, open_store


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "kept.sqlite"


def count(file: Path) -> int:
    with sqlite3.connect(file) as link:
        (found,) = link.execute("SELECT COUNT(*) FROM kept").fetchone()
    link.close()
    return int(found)


def test_what_is_put_is_given_back(file: Path) -> None:
    with Store(file) as store:
        assert store.get("a") is None
        store.put_all({"a": "1", "b": ""})
        store.put_all({"a": "2"})
        assert store.get_all(["a", "b", "c"]) == {"a": "2", "b": ""}
    with Store(file) as store:
        assert store.get("a") == "2"


def test_nothing_is_made_for_nothing(file: Path) -> None:
    with Store(file) as store:
        store.put_all({})
        assert store.get_all(["a"]) == {}
    assert not file.parent.exists()


def test_a_store_that_is_switched_off() -> None:
    with Store(None) as store:
        store.put_all({"a": "1"})
        assert store.get("a") is None


def test_large_entries_are_not_kept(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keep, "MOST_BYTES_OF_ENTRY", 10)
    with Store(file) as store:
        store.put_all({"a": "x" * 11, "b": "x" * 10})
        assert set(store.get_all(["a", "b"])) == {"b"}


def test_the_oldest_entries_go(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keep, "MOST_ENTRIES", 3)
    with Store(file) as store:
        for key in "abcd":
            store.put_all({key: key})
        store.put_all({"b": "again"})
        store.put_all({"e": "e"})
        assert set(store.get_all("abcde")) == {"d", "b", "e"}


def test_the_older_half_goes_where_the_file_is_large(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keep, "MOST_BYTES", 100_000)
    with Store(file) as store:
        for number in range(40):
            store.put_all({str(number): "x" * 10_000})
        assert store.get("39") is not None
        assert store.get("0") is None
    assert count(file) <= 10
    assert file.stat().st_size < 300_000


@pytest.mark.parametrize("value", ["", "x" * 40, 7, b"\x00", None])
def test_a_damaged_entry_is_no_entry(file: Path, value: object) -> None:
    with Store(file) as store:
        store.put_all({"a": "1", "b": "2"})
    with sqlite3.connect(file) as link:
        if value is not None:
            link.execute("UPDATE kept SET value = ? WHERE key = 'a'", (value,))
        else:
            link.execute("UPDATE kept SET value = (SELECT value FROM kept WHERE key = 'b') WHERE key = 'a'")
    link.close()
    with Store(file) as store:
        assert store.get_all(["a", "b"]) == {"b": "2"}


@pytest.mark.parametrize(
    "content", [b"no database at all, but long enough to be taken for one" * 9, b"SQLite format 3\0"]
)
def test_a_file_that_is_no_store_is_replaced(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    with Store(file) as store:
        assert store.get("a") is None
    for _ in range(2):
        with Store(file) as store:
            store.put_all({"a": "1"})
    with Store(file) as store:
        assert store.get("a") == "1"


def test_a_file_that_cannot_be_removed_is_left_alone(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.parent.mkdir()
    file.write_bytes(b"no database at all" * 99)

    def refuse(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refuse)
    with Store(file) as store:
        assert store.get("a") is None


def test_a_table_of_another_kind(file: Path) -> None:
    file.parent.mkdir()
    with sqlite3.connect(file) as link:
        link.execute("CREATE TABLE kept (key TEXT)")
    link.close()
    with Store(file) as store:
        store.put_all({"a": "1"})
        assert store.get("a") is None


def test_a_folder_in_the_place_of_the_file(file: Path) -> None:
    file.mkdir(parents=True)
    with Store(file) as store:
        store.put_all({"a": "1"})
        assert store.get("a") is None


def test_a_locked_store_is_not_waited_for_long(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keep, "_PATIENCE", 0.01)
    with Store(file) as store:
        store.put_all({"a": "1"})
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with Store(file) as store:
        store.put_all({"b": "2"})
        assert store.get("a") is None
    other.execute("ROLLBACK")
    other.close()
    with Store(file) as store:
        assert store.get_all("ab") == {"a": "1"}


def test_where_it_stands(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PERFDSL_CACHE", "off")
    assert kept_where() is None
    assert open_store().get("a") is None
    monkeypatch.setenv("PERFDSL_CACHE", str(tmp_path))
    assert kept_where() == tmp_path / "kept-1.sqlite"
    monkeypatch.delenv("PERFDSL_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert kept_where() == tmp_path / "xdg" / "perfdsl" / "kept-1.sqlite"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert kept_where() == tmp_path / "home" / ".cache" / "perfdsl" / "kept-1.sqlite"


def test_a_person_without_a_home(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("PERFDSL_CACHE")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    assert kept_where() is None


def test_nothing_kept_is_ever_run() -> None:
    text = "".join(
        path.read_text(encoding="utf-8") for path in sorted(Path(keep.__file__).parent.glob("*.py"))
    )
    assert [word for word in ("pickle", "eval(", "exec(", "marshal", "shelve") if word in text] == []
