"""Expected outputs, kept beside the tests, and codes of severities that only these tests use."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from perfdsl.codes import CODES, Code

GOLDEN = Path(__file__).parent / "golden"

Golden = Callable[[str, str], None]


@pytest.fixture(scope="module", autouse=True)
def _codes_of_each_severity() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(CODES, "P0302", Code("error", "单位不同，不能比较", "units that cannot be compared"))
        patch.setitem(CODES, "P9901", Code("warning", "试作的警告", "a warning for trial"))
        patch.setitem(CODES, "P9902", Code("note", "试作的提示", "a note for trial"))
        yield


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare an output with the file that holds it; ``pytest --update`` writes the file instead."""

    def compare(name: str, output: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update"):
            path.write_bytes(output.encode())
        assert output == path.read_bytes().decode()

    return compare
