"""Forms as LibreOffice prints them: every name and every target is on the page, whole."""

from __future__ import annotations

import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from perfdsl.diagnostic import Diagnostics
from perfdsl.forms import WRITERS
from perfdsl.forms.lay_out_form import lay_out_form
from tests.forms.test_gather_contents import FACTS, SHEET, gathered

OFFICE = shutil.which("soffice")
LONG = "农村公路日常养护里程与水毁路段修复里程合计完成情况（含桥梁、隧道及其附属设施的保养和维修）"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        OFFICE is None, reason="LibreOffice (soffice) is not installed: forms cannot be printed"
    ),
]


Printed = list[tuple[str, float, float]]
"""Characters without blanks, each with its bottom and top on the page, in points from below."""


def printed(data: bytes, ending: str, folder: Path) -> Printed:
    """Print a form of one page."""
    from pypdfium2 import PdfDocument

    (folder / f"form{ending}").write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [OFFICE, profile, "--headless", "--convert-to", "pdf", f"form{ending}"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)
    with PdfDocument(folder / "form.pdf") as pdf:
        assert len(pdf) == 1, "a form of five lines fits on a page"
        page = pdf[0].get_textpage()
        found = []
        for at in range(page.count_chars()):
            character = page.get_text_range(at, 1)
            if character.strip():
                _, bottom, _, top = page.get_charbox(at)
                found.append((character, bottom, top))
        return found


def extent(page: Printed, text: str) -> tuple[float, float]:
    """Bottom and top of a text on the page."""
    at = "".join(character for character, _, _ in page).index(text)
    boxes = page[at : at + len(text)]
    return min(bottom for _, bottom, _ in boxes), max(top for _, _, top in boxes)


@pytest.mark.parametrize(("ending", "kind"), [(".xlsx", "self_evaluation"), (".docx", "monitoring")])
def test_names_and_targets_appear_whole(ending: str, kind: str, tmp_path: Path) -> None:
    said = gathered((SHEET + FACTS).replace("养护里程", f'"{LONG}"'))
    data = WRITERS.get(ending)([lay_out_form(kind, said, 12)], Diagnostics())
    page = printed(data, ending, tmp_path)
    text = "".join(character for character, _, _ in page)
    for line in said.lines:
        assert line.name in text
        assert line.target in text
        assert line.actual.text in text
    assert "80.00%" in text, "the execution rate"
    extents = [extent(page, line.name) for line in said.lines]
    for (bottom, _), (_, top) in pairwise(extents):
        assert bottom > top, "a name reaches into the row below: its own is too low"
