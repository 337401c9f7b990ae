"""A browser for tests: one that is on the machine; where there is none, tests are left out."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from perfdsl.cli.print_pdf import find_browser
from perfdsl.diagnostic import Diagnostics

BROWSER = find_browser(Diagnostics())
needs_browser = pytest.mark.skipif(
    BROWSER is None, reason="no browser on this machine; on Debian: apt-get install chromium"
)


@contextmanager
def opened(**how: Any) -> Iterator[Any]:
    """Open an empty page in a browser of its own; it reaches no network."""
    playwright = pytest.importorskip("playwright.sync_api")
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    with playwright.sync_playwright() as run:
        browser = run.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"] if root else [])
        context = browser.new_context(offline=True, locale="zh-CN", **how)
        try:
            yield context.new_page()
        finally:
            browser.close()
