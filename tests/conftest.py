"""Options of the whole suite, and a cache that is nobody's."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

# One and the same examples on every machine, none of which is too slow on a loaded one;
# `--hypothesis-profile=random` looks for others.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("random", deadline=None)
settings.load_profile("same")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite the output that documentation prints")


@pytest.fixture(scope="session", autouse=True)
def _nothing_is_kept() -> Iterator[None]:
    """Keep no results in the home folder of whoever runs the tests; those about the store name their own."""
    before = os.environ.get("PERFDSL_CACHE")
    os.environ["PERFDSL_CACHE"] = "off"
    yield
    if before is None:
        del os.environ["PERFDSL_CACHE"]
    else:
        os.environ["PERFDSL_CACHE"] = before
