from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from perfdsl.cli import print_pdf
from perfdsl.cli.print_pdf import BROWSER, find_browser
from perfdsl.diagnostic import Diagnostics

PAGE = b"<!doctype html><title>t</title><p>x"


def program(folder: Path, body: str) -> str:
    """Make a program that stands for a browser; it is handed the words that a browser would be."""
    path = folder / "browser"
    path.write_text(f"#!{sys.executable}\nimport sys\nwords = sys.argv[1:]\n{body}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


TO = "out = next(w for w in words if w.startswith('--print-to-pdf=')).split('=', 1)[1]\n"


def printed(browser: str) -> tuple[bytes | None, list[str]]:
    diagnostics = Diagnostics()
    data = print_pdf.print_pdf(PAGE, diagnostics, browser)
    return data, [each.code for each in diagnostics]


def test_what_the_browser_prints_is_given(tmp_path: Path) -> None:
    body = f"{TO}open(out, 'wb').write(b'%PDF-1.4 ' + repr(words).encode() + b' %%EOF')"
    data, codes = printed(program(tmp_path, body))
    assert codes == []
    assert data is not None
    words = data.decode()
    assert "--user-data-dir=" in words
    assert "--host-resolver-rules=MAP * ~NOTFOUND" in words
    assert "file:///" in words


def test_no_folder_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    printed(program(tmp_path, "sys.exit(3)"))
    assert [each.name for each in tmp_path.iterdir()] == ["browser"]


@pytest.mark.parametrize(
    "body",
    [
        "",
        "print('no display', file=sys.stderr); sys.exit(1)",
        f"{TO}open(out, 'wb').write(b'<html>')",
        f"{TO}open(out, 'wb').write(b'%PDF-1.4 cut off')",
        f"{TO}open(out, 'wb').write(b'%PDF-1.4 %%EOF'); sys.exit(9)",
    ],
    ids=["nothing", "failure", "no PDF", "cut off", "failure with a PDF"],
)
def test_a_browser_that_prints_nothing_whole_is_told(tmp_path: Path, body: str) -> None:
    assert printed(program(tmp_path, body)) == (None, ["P1516"])


def test_a_browser_that_does_not_end_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(print_pdf, "SECONDS", 1)
    assert printed(program(tmp_path, "import time; time.sleep(60)")) == (None, ["P1516"])


def test_the_environment_names_a_browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = program(tmp_path, "")
    monkeypatch.setenv(BROWSER, browser)
    assert find_browser(Diagnostics()) == browser
    monkeypatch.setenv(BROWSER, str(tmp_path / "none"))
    diagnostics = Diagnostics()
    assert find_browser(diagnostics) is None
    assert [each.code for each in diagnostics] == ["P1515"]


def test_without_a_browser_the_page_is_advised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(BROWSER, raising=False)
    monkeypatch.setattr(print_pdf, "which", lambda _: None)
    diagnostics = Diagnostics()
    assert find_browser(diagnostics) is None
    told = next(iter(diagnostics))
    assert told.code == "P1515"
    assert any(".html" in hint.zh for hint in told.hints)


@pytest.mark.parametrize("system", ["darwin", "win32", "linux"])
def test_well_known_places_are_looked_in(system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(print_pdf.sys, "platform", system)
    monkeypatch.setattr(print_pdf, "which", asked.append)
    monkeypatch.delenv(BROWSER, raising=False)
    monkeypatch.setenv("PROGRAMFILES", r"C:\Program Files")
    find_browser(Diagnostics())
    assert "chromium" in asked
    assert any("Microsoft Edge.app" in each for each in asked) == (system == "darwin")
    assert any("msedge.exe" in each for each in asked) == (system == "win32")


@pytest.mark.parametrize("user", [0, 1000])
def test_the_sandbox_is_left_out_only_for_root(user: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: user)
    assert print_pdf._sandbox() == (("--no-sandbox",) if user == 0 else ())
