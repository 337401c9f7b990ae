"""Writes a fill-in sheet as CSV that Excel opens as meant: a byte order mark, no formulas, no lost digits."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Sequence
from io import StringIO

from perfdsl.diagnostic import Language
from perfdsl.forms import messages_fill_in as messages
from perfdsl.forms.fill_in_rows import GIVEN, given_cells, headings
from perfdsl.forms.wanted_fact import WantedFact
from perfdsl.scheme.names import key

FORMULA_SIGNS = tuple("=+-@\t\r＝＋－＠")
_LIKE_A_NUMBER = re.compile(r"[0-9]{12,}|[0-9]+[Ee][0-9]+")
"""Codes that Excel would turn into another number on opening."""


def write_fill_in_csv(facts: Sequence[WantedFact], language: Language) -> bytes:
    """Write the rows; the last column says what is to be typed."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([*headings(language), messages.REMARK.say(language)])
    projects = Counter(key(name) for _, name in {(fact.code, fact.project) for fact in facts})
    for fact in facts:
        cells = given_cells(fact, language)
        if projects[key(fact.project)] == 1 and _LIKE_A_NUMBER.fullmatch(fact.code):
            cells[0] = ""  # the name is enough
        blanks = [""] * (len(messages.HEADINGS) - GIVEN)
        said = messages.asked(fact).say(language).replace("\n", " ")
        writer.writerow([harmless(cell) for cell in [*cells, *blanks, said]])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def harmless(text: str) -> str:
    """Keep a spreadsheet from running a text as a formula; the reader of facts drops the mark again."""
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text
