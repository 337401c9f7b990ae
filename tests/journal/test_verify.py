"""A change of any one byte of a journal, anywhere, is found; so is every gap."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdsl.journal.cut_torn import cut_torn, is_torn
from perfdsl.journal.seal_line import is_journal
from perfdsl.journal.verify import holds_head, verify
from tests.ledger.entries import journal

WHOLE = journal(3)


def kinds(data: bytes) -> list[str]:
    return [finding.kind for finding in verify(data).findings]


def pieces(data: bytes) -> list[bytes]:
    return [data[link.start : link.end] for link in verify(data).links]


def test_a_whole_journal_has_nothing_to_find() -> None:
    verified = verify(WHOLE)
    assert verified.findings == ()
    assert [link.number for link in verified.links] == [1, 2, 3]
    assert verified.end == len(WHOLE)
    assert verify(b"").findings == ()


@pytest.mark.parametrize("flip", [0x01, 0x20, 0x80])
def test_any_one_byte_that_is_changed_is_found(flip: int) -> None:
    for at in range(len(WHOLE)):
        changed = bytearray(WHOLE)
        changed[at] ^= flip
        assert kinds(bytes(changed)) not in ([], ["torn"]), at


def test_any_one_byte_that_is_taken_out_is_found() -> None:
    for at in range(len(WHOLE)):
        found = kinds(WHOLE[:at] + WHOLE[at + 1 :])
        assert found, at
        assert found != ["torn"], at
        # The very last line feed is no part of what is said: editors take it away.
        assert (found == ["unended"]) == (at == len(WHOLE) - 1)


def test_an_entry_without_the_last_line_feed_is_an_entry() -> None:
    verified = verify(WHOLE[:-1])
    assert [(each.kind, each.number) for each in verified.findings] == [("unended", 3)]
    assert verified.head == verify(WHOLE).head
    assert cut_torn(WHOLE[:-1]) == (WHOLE[:-1], b"")


@pytest.mark.parametrize("ending", [b"", b"\n"])
def test_a_whole_seal_that_does_not_fit_is_never_taken_for_a_crash(ending: bytes) -> None:
    bare = WHOLE[:-1]
    start = bare.rindex(b"\n") + 1
    for at in range(start, len(bare)):
        changed = bare[:at] + b"x" + bare[at + 1 :] + ending
        assert kinds(changed) not in ([], ["torn"], ["unended"]), at
    altered = bare.replace("3次".encode(), "9次".encode()) + ending
    assert "altered" in kinds(altered)


@pytest.mark.parametrize("byte", [b"\n", b" ", b"0", b'"', b"\r", b"\xe5"])
def test_any_one_byte_that_is_put_in_is_found(byte: bytes) -> None:
    for at in range(len(WHOLE) + 1):
        changed = WHOLE[:at] + byte + WHOLE[at:]
        found = kinds(changed)
        assert found, at
        assert found != ["torn"] or changed == WHOLE + b"\n"


def test_other_line_ends_are_a_change() -> None:
    assert "altered" in kinds(WHOLE.replace(b"\n", b"\r\n")) or kinds(WHOLE.replace(b"\n", b"\r\n"))
    assert kinds(b"\xef\xbb\xbf" + WHOLE) == ["head", "altered"]


def test_an_entry_taken_out_put_in_or_moved_is_a_gap() -> None:
    first, second, third = pieces(WHOLE)
    assert kinds(first + third) == ["gap"]
    assert kinds(first + third + second) == ["gap", "gap"]
    assert kinds(first + second + second + third) == ["gap"]
    assert kinds(second + third) == ["head", "gap"]


def test_entries_taken_off_the_end_are_found_by_the_head_that_was_kept() -> None:
    number, seal = verify(WHOLE).head
    shorter = verify(b"".join(pieces(WHOLE)[:2]))
    assert shorter.findings == ()
    assert not holds_head(shorter, number, seal)
    assert holds_head(verify(WHOLE), number, seal[:12])
    assert holds_head(verify(WHOLE), 2, shorter.head[1]), "an older head that was kept still holds"


def test_the_place_of_a_change_is_the_entry_s_first_line() -> None:
    changed = WHOLE.replace("2次".encode(), "9次".encode())
    (finding,) = verify(changed).findings
    assert finding.kind == "altered"
    assert finding.number == 2
    assert changed.split(b"\n")[finding.line - 1].startswith("登记 2 ".encode())


@given(st.integers(0, len(WHOLE)))
def test_a_journal_cut_off_anywhere_reads_as_the_entries_before(at: int) -> None:
    sealed, tail = cut_torn(WHOLE[:at])
    assert sealed + tail == WHOLE[:at]
    assert all(finding.kind == "unended" for finding in verify(sealed).findings)
    assert WHOLE.startswith(sealed)
    assert not tail or is_torn(tail, len(verify(sealed).links) + 1)


@pytest.mark.parametrize(
    "tail", ["实绩 农村公路养护 2022-07-01\n", "登记", "# 记一笔\n", '\n登记 9 "', "台账 1\n"]
)
def test_what_a_person_typed_at_the_end_is_not_taken_for_ours(tail: str) -> None:
    assert not is_torn(tail.encode(), 4)
    assert kinds(WHOLE + tail.encode()) == ["unsealed"]


def test_a_journal_is_known_by_its_first_line_or_by_a_seal() -> None:
    assert is_journal(WHOLE)
    assert is_journal(b"journal 1\n")
    assert is_journal(WHOLE[3:])
    assert not is_journal('台账 "实绩.sqlite"\n项目 台账 1\n'.encode())
