"""Answers ``test --suggest``: prints examples of boundary cases, each block's under the name of the block."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from perfdsl.cli.speak import (
    BAD_SPEC,
    OK,
    errors_of,
    in_order,
    tell,
)
from perfdsl.diagnostic import Diagnostics, Language, Text
from perfdsl.examples.bench import Bench
from perfdsl.examples.suggest import Suggestion, suggest
from perfdsl.report.cells import one_line
from perfdsl.report.examples_words import SUBJECTS
from perfdsl.report.name_place import name_place

if TYPE_CHECKING:
    from perfdsl.cli.try_examples import Shelf


def suggest_examples(
    shelves: Sequence[Shelf], name: str, language: Language, diagnostics: Diagnostics
) -> int:
    """Print suggestions for all methods and projects, or for those of a name; 2 where a sheet is wrong."""
    sources = [sheet.source for shelf in shelves for sheet in shelf.sheets]
    blocks = []
    for sheets, library in shelves:
        bench = Bench(sheets, library, diagnostics)
        blocks += [_block(each, language) for each in suggest(sheets, bench, language, name)]
    tell(in_order(errors_of(diagnostics), sources), language)
    sys.stdout.write("\n".join(blocks))
    sys.stdout.flush()
    return BAD_SPEC if diagnostics.has_errors else OK


def _block(found: Suggestion, language: Language) -> str:
    return "\n".join([f"# {_head(found).say(language)}\n", *found.examples])


def _head(found: Suggestion) -> Text:
    """Say below which block the examples go; or why there are none."""
    kind, name, place = SUBJECTS[found.kind], one_line(found.name), name_place(found.place)
    if not found.examples:
        zh, en = found.reason
        return Text(f"{kind.zh} {name}（{place}）：{zh}", f"{kind.en} {name} ({place}): {en}")
    return Text(f"接在 {kind.zh} {name} 后面（{place}）", f"to go below {kind.en} {name} ({place})")
