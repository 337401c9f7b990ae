"""Names of worksheets."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from perfdsl.forms.name_sheets import LONGEST, name_sheets


@given(
    st.lists(
        st.text(max_size=40) | st.sampled_from(["A/B", "a:b", "History", "'x'", "", "很长" * 30]), max_size=12
    )
)
def test_names_are_legal_and_differ(wanted: list[str]) -> None:
    named = name_sheets(wanted)
    assert len(named) == len(wanted)
    assert len({name.casefold() for name in named}) == len(named)
    for name in named:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= LONGEST
        assert re.search(r"[\[\]:*?/\\\x00-\x1f]", name) is None
        assert not name.startswith("'")
        assert not name.endswith("'")
        assert name.casefold() != "history"


def test_a_plain_name_is_kept_and_its_twin_counted() -> None:
    assert name_sheets(["会议经费", "会议经费", "会议/经费"]) == ["会议经费", "会议经费(2)", "会议_经费"]
    assert name_sheets(["长" * 40, "长" * 40]) == ["长" * 31, "长" * 28 + "(2)"]
