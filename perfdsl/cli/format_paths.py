"""Answers ``fmt``: lays sheets out, and writes, shows or only counts the changes."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from perfdsl.cli.arguments import WrongUseError
from perfdsl.cli.messages_record import journal_stays
from perfdsl.cli.put_file import put_file
from perfdsl.cli.speak import FAILED, choose_language, exit_code, in_order, known_language, tell
from perfdsl.diagnostic import Diagnostics, Language, Text
from perfdsl.report.cells import one_line
from perfdsl.source import Source
from perfdsl.syntax.layout import format_source
from perfdsl.workspace import STDIN, open_workspace


def format_paths(paths: Sequence[str], *, check: bool, diff: bool, expand: bool, lang: str) -> int:
    """Lay out all that the paths name, but for what has errors; WrongUseError where the options cannot be."""
    known_language(lang)
    if check and expand:
        raise WrongUseError("--check", "--expand 只打印，不能与 --check 合用 · --expand only prints")
    diagnostics = Diagnostics()
    workspace = open_workspace(paths, (), diagnostics, facts=False, journals=False)
    for name, _ in workspace.journals:
        diagnostics.add(journal_stays(one_line(name)))
    wanted: Language | None = None if not lang else "zh" if lang == "zh" else "en"
    changed: list[str] = []
    for source in workspace.sources:
        laid_out = format_source(source, diagnostics, language=wanted, expanded=expand)
        if laid_out is None:
            continue
        changed += [source.name] if laid_out != source.text else []
        if expand and not diff:
            sys.stdout.write(_titled(source, laid_out, alone=len(workspace.sources) == 1))
        else:
            _deliver(source, laid_out, diagnostics, check=check, diff=diff)
    language = choose_language("", workspace.sources)
    sys.stdout.flush()
    tell(in_order(diagnostics, workspace.sources), language)
    if check and changed:
        sys.stderr.write(_say_changed(changed).say(language))
    return exit_code(diagnostics) or (FAILED if check and changed else 0)


def _say_changed(names: Sequence[str]) -> Text:
    """Name the files, one a line, below how many they are."""
    count = len(names)
    files = "1 file" if count == 1 else f"{count} files"
    listed = "".join(f"  {one_line(name)}\n" for name in names)
    return Text(
        f"{count} 个文件需要排版：perfdsl fmt\n{listed}", f"{files} would change: perfdsl fmt\n{listed}"
    )


def _deliver(source: Source, laid_out: str, diagnostics: Diagnostics, *, check: bool, diff: bool) -> None:
    if diff:
        sys.stdout.write(_difference(source, laid_out))
    elif check:
        return
    elif source.name == STDIN:
        sys.stdout.write(laid_out)
    elif laid_out != source.text:
        put_file(Path(source.name), laid_out.encode(), diagnostics)


def _titled(source: Source, text: str, *, alone: bool) -> str:
    """Give a text that is printed; one of several is told apart by a comment with its name."""
    return text if alone else f"# {source.name}\n{text}\n"


def _difference(source: Source, laid_out: str) -> str:
    import difflib

    before, after = source.text.split("\n"), laid_out.split("\n")
    lines = list(difflib.unified_diff(before, after, source.name, source.name, lineterm=""))
    return "".join(f"{line}\n" for line in lines)
