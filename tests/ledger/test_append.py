"""Appending: in order, in one go, at the same cost; where it cannot be done, the ledger stays as it was."""

from __future__ import annotations

import os
import sqlite3
import statistics
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfdsl.diagnostic import Diagnostics
from perfdsl.journal.entry import GENESIS
from perfdsl.journal.find_recorded import read_entries
from perfdsl.journal.seal_line import head_line
from perfdsl.journal.verify import verify
from perfdsl.ledger import append_text
from perfdsl.ledger.append import append
from perfdsl.ledger.database import opened
from perfdsl.ledger.ledger import Ledger, Receipt
from perfdsl.ledger.read_database import read_database
from perfdsl.ledger.set_aside import ENDING
from perfdsl.syntax.parse import LARGEST
from tests.ledger.entries import journal, text_of

resource = pytest.importorskip("resource", reason="no limits and no mounts here")

KINDS = ["text", "sqlite"]


def ledger_in(folder: Path, kind: str) -> Ledger:
    return Ledger(folder / ("台账.perf" if kind == "text" else "实绩.sqlite"), kind)  # type: ignore[arg-type]


def put(ledger: Ledger, source: str = "手工填报") -> tuple[Receipt | None, list[str]]:
    diagnostics = Diagnostics()
    receipt = append(ledger, lambda number, before: text_of(number, before, source), diagnostics)
    return receipt, [each.code for each in diagnostics]


def bytes_of(ledger: Ledger) -> bytes:
    if ledger.kind == "text":
        return ledger.path.read_bytes()
    data = read_database(ledger.path, Diagnostics())
    assert data is not None
    return data


@pytest.mark.parametrize("kind", KINDS)
def test_entries_count_on_and_the_chain_holds(tmp_path: Path, kind: str) -> None:
    ledger = ledger_in(tmp_path, kind)
    receipts = [put(ledger)[0] for _ in range(5)]
    assert [each.number for each in receipts if each] == [1, 2, 3, 4, 5]
    verified = verify(bytes_of(ledger))
    assert verified.findings == ()
    assert [link.seal.own for link in verified.links] == [each.seal for each in receipts if each]


def test_both_kinds_hold_the_same_bytes(tmp_path: Path) -> None:
    for kind in KINDS:
        for _ in range(3):
            put(ledger_in(tmp_path, kind))
    assert bytes_of(ledger_in(tmp_path, "text")) == bytes_of(ledger_in(tmp_path, "sqlite"))


# ------------------------------------------------------------- several at once


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=12)
@given(shares=st.lists(st.integers(0, 4), min_size=2, max_size=4))
def test_writers_at_once_lose_nothing_and_keep_their_order(
    tmp_path_factory: pytest.TempPathFactory, kind: str, shares: list[int]
) -> None:
    ledger = ledger_in(tmp_path_factory.mktemp("at-once"), kind)

    def write(name: int, count: int) -> None:
        for at in range(count):
            assert put(ledger, f"{name}-{at}")[1] == []

    threads = [threading.Thread(target=write, args=pair) for pair in enumerate(shares)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    data = bytes_of(ledger) if ledger.path.exists() else b""
    assert verify(data).findings == ()
    sources = [entry.recorded.source for entry in read_entries(data)]
    for name, count in enumerate(shares):
        assert [each for each in sources if each.startswith(f"{name}-")] == [
            f"{name}-{at}" for at in range(count)
        ]


def test_a_ledger_in_use_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from filelock import FileLock

    ledger = ledger_in(tmp_path, "text")
    put(ledger)
    before = bytes_of(ledger)
    monkeypatch.setattr(append_text, "PATIENCE", 0.05)
    with FileLock(tmp_path / ".台账.perf.lock"):
        assert put(ledger) == (None, ["P1104"])
    assert bytes_of(ledger) == before


# ------------------------------------------------------------- the disk says no


def test_a_file_that_may_not_grow_is_left_as_it_was(tmp_path: Path) -> None:
    ledger = ledger_in(tmp_path, "text")
    for _ in range(3):
        put(ledger)
    before = bytes_of(ledger)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 100, limits[1]))
    try:
        answer = put(ledger)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert answer == (None, ["P1104"])
    assert bytes_of(ledger) == before
    receipt, _ = put(ledger)
    assert receipt is not None
    assert receipt.number == 4


def test_a_failing_fsync_is_no_acknowledgement(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = ledger_in(tmp_path, "text")
    put(ledger)
    before = bytes_of(ledger)

    def fail(_: int) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", fail)
        assert put(ledger) == (None, ["P1104"])
    assert bytes_of(ledger) == before


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = os.geteuid() == 0 and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(disk)], capture_output=True, check=False
    )
    if not mounted or mounted.returncode:
        pytest.skip("a small disk can only be made by root")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.parametrize("kind", KINDS)
def test_a_full_disk_loses_nothing(small_disk: Path, kind: str) -> None:
    ledger = ledger_in(small_disk, kind)
    acknowledged: list[str] = []
    for _ in range(1000):
        receipt, codes = put(ledger)
        if receipt is None:
            assert codes == ["P1104"]
            break
        acknowledged.append(receipt.seal)
    else:
        pytest.fail("the disk never filled up")
    assert acknowledged
    verified = verify(bytes_of(ledger))
    assert verified.findings == ()
    assert [link.seal.own for link in verified.links] == acknowledged


# ------------------------------------------------------------- what stands at the end


@pytest.mark.parametrize("kept", [1, 9, 60, -2, -20, -140])
def test_a_half_written_entry_is_moved_aside(tmp_path: Path, kept: int) -> None:
    ledger = ledger_in(tmp_path, "text")
    put(ledger)
    seal = verify(bytes_of(ledger)).head[1]
    torn = text_of(2, seal, "断电").encode()[:kept]
    ledger.path.write_bytes(bytes_of(ledger) + torn)
    receipt, codes = put(ledger, "再来")
    assert codes == []
    assert receipt is not None
    assert receipt.number == 2
    aside = tmp_path / f"台账{ENDING}"
    assert receipt.set_aside == str(aside)
    assert torn in aside.read_bytes()
    assert verify(bytes_of(ledger)).findings == ()
    assert [entry.recorded.source for entry in read_entries(bytes_of(ledger))] == ["手工填报", "再来"]


@pytest.mark.parametrize("kept", [1, 7, 9, 20, -2])
def test_a_half_written_first_entry_is_moved_aside(tmp_path: Path, kept: int) -> None:
    ledger = ledger_in(tmp_path, "text")
    ledger.path.write_bytes(text_of(1, GENESIS).encode()[:kept])
    receipt, codes = put(ledger)
    assert (receipt and receipt.number, codes) == (1, [])
    assert verify(bytes_of(ledger)).findings == ()


def test_an_entry_whose_last_line_feed_is_gone_stays_and_gets_it_back(tmp_path: Path) -> None:
    ledger = ledger_in(tmp_path, "text")
    put(ledger, "其一")
    put(ledger, "其二")
    whole = bytes_of(ledger)
    ledger.path.write_bytes(whole[:-1])
    receipt, codes = put(ledger, "其三")
    assert (receipt and (receipt.number, receipt.set_aside), codes) == ((3, ""), [])
    assert bytes_of(ledger).startswith(whole)
    assert verify(bytes_of(ledger)).findings == ()


@pytest.mark.parametrize("tail", ["实绩 农村公路养护 2022-07-01\n", "登记 2", "\n# 记一笔", " ", "\n\n"])
def test_what_a_person_typed_is_left_alone(tmp_path: Path, tail: str) -> None:
    ledger = ledger_in(tmp_path, "text")
    put(ledger)
    before = bytes_of(ledger) + tail.encode()
    ledger.path.write_bytes(before)
    assert put(ledger) == (None, ["P1105"])
    assert bytes_of(ledger) == before
    assert not (tmp_path / f"台账{ENDING}").exists()


def test_a_last_entry_that_was_changed_is_not_built_upon(tmp_path: Path) -> None:
    ledger = ledger_in(tmp_path, "text")
    put(ledger)
    changed = bytes_of(ledger).replace("5次".encode(), "6次".encode())
    ledger.path.write_bytes(changed)
    assert put(ledger) == (None, ["P1105"])
    assert bytes_of(ledger) == changed


def test_an_entry_longer_than_a_step_is_found_again(tmp_path: Path) -> None:
    ledger = ledger_in(tmp_path, "text")
    diagnostics = Diagnostics()
    for _ in range(3):
        assert append(ledger, lambda n, b: text_of(n, b, reason="长" * 100_000), diagnostics)
    assert put(ledger)[1] == []
    assert verify(bytes_of(ledger)).findings == ()


def test_a_ledger_as_large_as_can_be_read_takes_no_more(tmp_path: Path) -> None:
    ledger = ledger_in(tmp_path, "text")
    answer = append(ledger, lambda n, b: text_of(n, b, reason="长" * LARGEST), Diagnostics())
    assert answer is None
    assert bytes_of(ledger) == b""


# ------------------------------------------------------------- odd files


@pytest.mark.parametrize("kind", KINDS)
def test_a_folder_is_no_ledger(tmp_path: Path, kind: str) -> None:
    ledger = ledger_in(tmp_path, kind)
    ledger.path.mkdir()
    receipt, codes = put(ledger)
    assert receipt is None
    assert codes in (["P1104"], ["P1105"])


@pytest.mark.parametrize("kind", KINDS)
def test_a_pipe_is_no_ledger_and_does_not_hang(tmp_path: Path, kind: str) -> None:
    ledger = ledger_in(tmp_path, kind)
    os.mkfifo(ledger.path)
    assert put(ledger) == (None, ["P1105"])


def test_links_are_followed_and_rings_are_told(tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.mkdir()
    ledger = ledger_in(tmp_path, "text")
    ledger.path.symlink_to(there / "real.perf")
    assert put(ledger)[1] == []
    assert put(ledger)[1] == []
    assert len(verify((there / "real.perf").read_bytes()).links) == 2
    assert ledger.path.is_symlink()
    ring = Ledger(tmp_path / "ring.perf", "text")
    ring.path.symlink_to(ring.path)
    assert put(ring)[0] is None


@pytest.mark.parametrize("kind", KINDS)
def test_a_missing_folder_is_told(tmp_path: Path, kind: str) -> None:
    assert put(ledger_in(tmp_path / "nowhere", kind)) == (None, ["P1104"])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
@pytest.mark.parametrize("kind", KINDS)
def test_a_folder_that_is_read_only_is_told(tmp_path: Path, kind: str) -> None:
    tmp_path.chmod(0o500)
    try:
        assert put(ledger_in(tmp_path, kind)) == (None, ["P1104"])
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize("content", [b"not a database at all" * 50, b"SQLite format 3\x00" + b"\xff" * 4000])
def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path, content: bytes) -> None:
    ledger = ledger_in(tmp_path, "sqlite")
    ledger.path.write_bytes(content)
    assert put(ledger) == (None, ["P1105"])
    assert ledger.path.read_bytes() == content
    told = Diagnostics()
    assert read_database(ledger.path, told) is None
    assert [each.code for each in told] == ["P1105"]


def test_a_database_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    ledger = ledger_in(tmp_path, "sqlite")
    with sqlite3.connect(ledger.path) as link:
        link.execute("CREATE TABLE entry (number, text)")
    assert put(ledger) == (None, ["P1105"])


# ------------------------------------------------------------- a database that was changed


def test_a_database_waits_for_the_disk(tmp_path: Path) -> None:
    with opened(tmp_path / "实绩.sqlite", to_write=True) as link:
        assert link.execute("PRAGMA synchronous").fetchone() == (2,)
        assert link.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_any_one_byte_of_any_text_in_a_database_is_found(tmp_path: Path) -> None:
    ledger = ledger_in(tmp_path, "sqlite")
    for _ in range(2):
        put(ledger)
    link = sqlite3.connect(ledger.path, isolation_level=None)
    with pytest.raises(sqlite3.IntegrityError):
        link.execute("UPDATE entry SET text = 'x'")
    link.execute("DROP TRIGGER entry_stays")
    link.execute("PRAGMA synchronous = OFF")
    for number, text in link.execute("SELECT number, CAST(text AS BLOB) FROM entry").fetchall():
        for at in range(len(text)):
            changed = text[:at] + bytes([text[at] ^ 1]) + text[at + 1 :]
            link.execute("UPDATE entry SET text = CAST(? AS TEXT) WHERE number = ?", (changed, number))
            assert verify(bytes_of(ledger)).findings, (number, at)
        link.execute("UPDATE entry SET text = CAST(? AS TEXT) WHERE number = ?", (text, number))
    assert verify(bytes_of(ledger)).findings == ()
    link.close()


# ------------------------------------------------------------- cost


def seconds(ledger: Ledger) -> float:
    taken = []
    for _ in range(15):
        start = time.perf_counter()
        assert put(ledger)[1] == []
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def test_an_entry_costs_the_same_after_ten_and_after_many(tmp_path: Path) -> None:
    few, many = Ledger(tmp_path / "few.perf", "text"), Ledger(tmp_path / "many.perf", "text")
    few.path.write_bytes(journal(10))
    tail = b"".join(long_journal(15_000))
    many.path.write_bytes(tail)
    assert seconds(many) < 3 * seconds(few) + 0.002


def long_journal(count: int) -> Iterator[bytes]:
    """Many entries with right seals, made by hand: to write each out as a tree would take a minute."""
    from perfdsl.journal.seal_line import seal_of

    before = GENESIS
    for number in range(1, count + 1):
        head = head_line("zh") if number == 1 else ""
        covered = f'{head}\n登记 {number} "" "" ""\n封存 "{before}" '
        before = seal_of(before, covered.encode()).own
        yield f'{covered}"{before}"\n'.encode()
