"""What every renderer is told about its reader: the language, the width, and whether colours show."""

from __future__ import annotations

from typing import NamedTuple

from perfdsl.diagnostic import Language


class Options(NamedTuple):
    """Wishes of the reader; a renderer takes those that suit its form and ignores the rest.

    ``width`` counts terminal cells; ``omitted`` is how many diagnostics were found but not kept;
    ``bom`` puts a byte order mark before CSV, without which some spreadsheets misread Chinese.
    """

    language: Language = "zh"
    width: int = 80
    colour: bool = False
    omitted: int = 0
    bom: bool = False
