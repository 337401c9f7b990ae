"""Complaints, gathered and bounded."""

from __future__ import annotations

from perfdsl.diagnostic import MOST_DIAGNOSTICS, Diagnostic, Diagnostics, Text

T = Text("中", "en")


def test_texts_speak_both_languages() -> None:
    assert (T.say("zh"), T.say("en")) == ("中", "en")


def test_severity_comes_with_the_code() -> None:
    assert [Diagnostic(code, T).severity for code in ("P0101", "P0505", "P0618")] == [
        "error",
        "warning",
        "note",
    ]


def test_only_errors_stop_a_run() -> None:
    found = Diagnostics()
    found.add(Diagnostic("P0505", T))
    assert not found.has_errors
    found.add(Diagnostic("P0101", T))
    assert found.has_errors


def test_a_hostile_text_does_not_fill_the_memory() -> None:
    found = Diagnostics()
    for _ in range(MOST_DIAGNOSTICS + 5):
        found.add(Diagnostic("P0505", T))
    assert (len(found), found.omitted, found.has_errors) == (MOST_DIAGNOSTICS, 5, True)
    more = Diagnostics()
    more.extend(found)
    more.extend(found)
    assert (len(more), more.omitted) == (MOST_DIAGNOSTICS, MOST_DIAGNOSTICS + 10)
    assert len(list(more)) == MOST_DIAGNOSTICS
