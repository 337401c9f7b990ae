"""Two processes append without a break and are killed, again and again, at random moments.

Every entry that was acknowledged is there, in order; the chain holds; nothing half-written is read.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from perfdsl.diagnostic import Diagnostics
from perfdsl.journal.cut_torn import cut_torn, is_torn
from perfdsl.journal.find_recorded import read_entries
from perfdsl.journal.verify import verify
from perfdsl.ledger.append import append
from perfdsl.ledger.ledger import Ledger
from perfdsl.ledger.read_database import read_database
from perfdsl.ledger.set_aside import ENDING
from tests.ledger.entries import text_of

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no kill -9 here")


class Writer:
    """A process that writes on, started anew after each kill; one is kept warm to take over at once."""

    def __init__(self, kind: str, ledger: Path, name: str) -> None:
        self.kind, self.ledger, self.name = kind, ledger, name
        self.acknowledged = ledger.with_name(f"{name}.txt")
        self.started = 0
        self.process = self.start()

    def start(self) -> subprocess.Popen[bytes]:
        self.started += 1
        words = (self.kind, self.ledger, self.name, self.acknowledged, self.started)
        return subprocess.Popen(
            [sys.executable, "-c", FORKING, *map(str, words)],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def kill_child(self) -> None:
        """Have the writing child killed with SIGKILL, and another one started in its place."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(b"k")
        self.process.stdin.flush()
        assert self.process.stdout.readline().strip() == b"killed", "the writer gave up"

    def stop(self) -> None:
        self.process.communicate(timeout=10)

    def told(self) -> list[list[str]]:
        """Acknowledgements: number, seal, source; the last line may be cut off by the kill."""
        text = self.acknowledged.read_text()
        return [line.split(" ", 2) for line in text.splitlines(keepends=True) if line.endswith("\n")]


FORKING = """
import os, signal, sys
sys.argv[0] = "write_on"
from tests.ledger import write_on
import perfdsl.ledger.append_text, perfdsl.ledger.append_row, filelock  # loaded once, for all children
life = 0
def start():
    global life
    life += 1
    child = os.fork()
    if child == 0:
        os.dup2(2, 1)
        sys.argv[5] = str(life)
        write_on.main(*sys.argv[1:5])
        os._exit(7)
    return child
child = start()
while os.read(0, 1):
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    child = start()
    print("killed" if os.WIFSIGNALED(status) else "gave up", flush=True)
os.kill(child, signal.SIGKILL)
"""
"""A parent that forks writers: to start Python anew 200 times would take the time of the whole suite."""


def crash(kind: str, ledger: Path, kills: int) -> tuple[bytes, list[Writer]]:
    chance = random.Random(20220731)  # noqa: S311 — moments, no secrets
    writers = [Writer(kind, ledger, name) for name in ("甲", "乙")]
    try:
        for writer in writers:
            while not writer.acknowledged.exists():
                time.sleep(0.01)
        for _ in range(kills):
            time.sleep(chance.uniform(0, 0.03))
            chance.choice(writers).kill_child()
    finally:
        for writer in writers:
            writer.stop()
    if kind == "text":
        return ledger.read_bytes(), writers
    return read_database(ledger, Diagnostics()) or b"", writers


def check_all_there(data: bytes, writers: list[Writer]) -> None:
    verified = verify(data)
    assert [finding for finding in verified.findings if finding.kind != "torn"] == []
    seals = {link.number: link.seal.own for link in verified.links}
    assert list(seals) == list(range(1, len(seals) + 1))
    sources = {entry.number: entry.recorded.source for entry in read_entries(data)}
    assert len(sources) == len(seals)
    for writer in writers:
        told = writer.told()
        assert told, "a writer that never wrote shows nothing"
        numbers = [int(number) for number, _, _ in told]
        assert numbers == sorted(numbers)
        for number, seal, source in told:
            assert seals[int(number)] == seal
            assert sources[int(number)] == source.strip()


def test_200_kills_lose_nothing(tmp_path: Path) -> None:
    ledger = tmp_path / "台账.perf"
    data, writers = crash("text", ledger, 200)
    check_all_there(data, writers)
    sealed, tail = cut_torn(data)
    assert not tail or is_torn(tail, len(verify(sealed).links) + 1)
    aside = ledger.with_name(f"{ledger.stem}{ENDING}")
    assert aside.exists(), "no kill came in the middle of a write: the test shows less than it says"
    receipt = append(Ledger(ledger, "text"), text_of, Diagnostics())
    assert receipt is not None
    assert verify(ledger.read_bytes()).findings == ()


def test_kills_lose_nothing_in_a_database(tmp_path: Path) -> None:
    data, writers = crash("sqlite", tmp_path / "实绩.sqlite", 50)
    check_all_there(data, writers)
    assert verify(data).findings == ()
