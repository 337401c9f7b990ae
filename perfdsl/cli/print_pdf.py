"""Prints a page as PDF with a browser that is on the machine, as a process of its own without a shell.

The page is our own file and needs no network; the browser gets a private profile that is thrown away.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from shutil import which

from perfdsl.cli import messages_print as messages
from perfdsl.diagnostic import Diagnostics

BROWSER = "PERFDSL_BROWSER"
"""Variable of the environment that names the browser: a program on the path, or a whole path."""

SECONDS = 120

_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
    "headless_shell",
)
_MAC = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_WINDOWS = (
    r"Google\Chrome\Application\chrome.exe",
    r"Microsoft\Edge\Application\msedge.exe",
    r"Chromium\Application\chrome.exe",
)
_WINDOWS_ROOTS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")

_FLAGS = (
    "--headless=new",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-extensions",
    "--disable-sync",
    "--disable-default-apps",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-client-side-phishing-detection",
    "--metrics-recording-only",
    "--mute-audio",
    "--password-store=basic",
    "--use-mock-keychain",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=127.0.0.1:9",
    "--no-pdf-header-footer",
)
"""No window, nothing fetched (every name resolves to nothing), and no header of the browser's own."""


def print_pdf(page: bytes, diagnostics: Diagnostics, named: str = "") -> bytes | None:
    """Print a page (HTML) as PDF; None after a complaint: no browser, or it gave none.

    ``named``: the browser that the caller wants, a program on the path or a whole path.
    """
    browser = find_browser(diagnostics, named)
    if browser is None:
        return None
    with tempfile.TemporaryDirectory(prefix="perfdsl-", ignore_cleanup_errors=True) as folder:
        here = Path(folder)
        written, printed = here / "report.html", here / "report.pdf"
        written.write_bytes(page)
        said = _run(browser, here, written, printed)
        data = printed.read_bytes() if printed.is_file() else b""
    if said is None and data.startswith(b"%PDF-") and b"%%EOF" in data[-64:]:
        return data
    diagnostics.add(messages.not_printed(named or browser, said or ""))
    return None


def find_browser(diagnostics: Diagnostics, named: str = "") -> str | None:
    """Give the browser that is named, here or in the environment, or one in a well-known place.

    None after a complaint.
    """
    named = named or os.environ.get(BROWSER, "").strip()
    if named:
        found = which(named)
        if found is None:
            diagnostics.add(messages.unknown_browser(named))
        return found
    found = next((each for each in _known_places() if each is not None), None)
    if found is None:
        diagnostics.add(messages.no_browser(BROWSER))
    return found


def _known_places() -> Iterator[str | None]:
    yield from map(which, _NAMES)
    if sys.platform == "darwin":
        for root in (Path("/Applications"), Path.home() / "Applications"):
            yield from (which(str(root / each)) for each in _MAC)
    roots = [os.environ[name] for name in _WINDOWS_ROOTS if os.environ.get(name)]
    for root_name in roots if sys.platform == "win32" else ():
        yield from (which(str(Path(root_name) / each)) for each in _WINDOWS)


def _run(browser: str, folder: Path, page: Path, printed: Path) -> str | None:
    """Run the browser; None where it ended well, else what it said."""
    command = [
        browser,
        *_FLAGS,
        *_sandbox(),
        f"--user-data-dir={folder / 'profile'}",
        f"--print-to-pdf={printed}",
        page.as_uri(),
    ]
    # Files, not pipes: helpers of a browser may outlive it, and would keep a pipe open.
    with (folder / "said.txt").open("w+b") as said:
        try:
            ran = subprocess.run(  # noqa: S603 — a list of arguments, no shell; the page is our own file
                command,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
                timeout=SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return f"timeout, {SECONDS} s"
        except (OSError, ValueError) as problem:
            return str(problem)
        said.seek(0)
        words = said.read(4000).decode("utf-8", "replace").strip()
    return None if ran.returncode == 0 else words or f"exit {ran.returncode}"


def _sandbox() -> tuple[str, ...]:
    """Chromium refuses to run as root (in a container) with its sandbox; elsewhere it is kept."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return ("--no-sandbox",) if is_root else ()
