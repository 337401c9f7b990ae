"""``perfdsl fmt``: one layout for all sheets."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from perfdsl.diagnostic import Diagnostics
    from perfdsl.source import Source


def fmt(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="目标表或文件夹，- 为标准输入到标准输出 · sheets or folders, - from stdin to stdout")],
    check: Annotated[bool, typer.Option("--check", help="只检查，不改；有要改的退出码为 1 · only check; exit 1 if anything would change")] = False,  # noqa: FBT002 — typer's shape
    diff: Annotated[bool, typer.Option("--diff", help="显示会怎样改，不写文件 · show the changes, write nothing")] = False,  # noqa: FBT002
    lang: Annotated[str, typer.Option("--lang", metavar="zh|en", help="把关键字换成这种语言 · write keywords in this language")] = "",
) -> None:
    """统一目标表的排版，保留注释 · lay sheets out, keeping comments."""
    from perfdsl.cli.speak import choose_language, exit_code, tell
    from perfdsl.diagnostic import Diagnostics
    from perfdsl.syntax.layout import format_source
    from perfdsl.workspace import open_workspace

    if lang not in {"", "zh", "en"}:
        raise typer.BadParameter("zh 或 en · zh or en", param_hint="--lang")
    diagnostics = Diagnostics()
    workspace = open_workspace(paths, (), diagnostics, facts=False)
    changed = 0
    for source in workspace.sources:
        laid_out = format_source(source, diagnostics, language=lang or None)  # type: ignore[arg-type]
        if laid_out is not None:
            changed += _deliver(source, laid_out, diagnostics, check=check, diff=diff)
    language = choose_language("", workspace.sources)
    tell(diagnostics, language)
    if check and changed:
        sys.stderr.write(f"{changed} 个文件需要排版\n" if language == "zh" else f"{changed} files would change\n")
    raise typer.Exit(exit_code(diagnostics) or int(check and changed > 0))


def _deliver(source: Source, laid_out: str, diagnostics: Diagnostics, *, check: bool, diff: bool) -> int:
    """Write, show or only count a change; 1 where there is one."""
    changed = int(laid_out != source.text)
    if diff and changed:
        import difflib

        before, after = source.text.splitlines(keepends=True), laid_out.splitlines(keepends=True)
        sys.stdout.writelines(difflib.unified_diff(before, after, source.name, source.name))
    elif source.name == "-" and not check:
        sys.stdout.write(laid_out)
    elif changed and not check and not diff:
        _write(source.name, laid_out, diagnostics)
    return changed


def _write(name: str, text: str, diagnostics: Diagnostics) -> None:
    """Replace a file in one step: a full disk or a crash leaves the old one whole."""
    import os
    from pathlib import Path

    from perfdsl import messages_files as messages

    path, beside = Path(name), Path(f"{name}.new")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.chmod(path.stat().st_mode)
        os.replace(beside, path)  # noqa: PTH105 — atomic on every system
    except OSError as problem:
        beside.unlink(missing_ok=True)
        diagnostics.add(messages.unreadable(name, problem.strerror or str(problem)))
