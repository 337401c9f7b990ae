"""Speed of parse and check: against bare lark, as sheets grow in number, and with what is kept."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from measure import compare, machine, seconds
from sheets import make_sheet

from perfdsl.check_many import check_many
from perfdsl.diagnostic import Diagnostics
from perfdsl.library import shipped_all
from perfdsl.source import Source
from perfdsl.store.keep import Store
from perfdsl.syntax.grammar import build_parser
from perfdsl.syntax.normalise import TWINS

SAMPLE = 300


def main() -> None:
    """Print the ratios."""
    texts = [make_sheet(number) for number in range(10_000)]
    sources = [Source(f"{number}.perf", text) for number, text in enumerate(texts)]
    print(f"sheets of {sum(len(t.encode()) for t in texts[:SAMPLE]) // SAMPLE} bytes; {machine()}")
    against_lark(texts[:SAMPLE], sources[:SAMPLE])
    growth(sources)
    kept(sources)


def against_lark(texts: list[str], sources: list[Source]) -> None:
    """Parse and check, against bare lark LALR that only builds trees of the same texts."""
    parser = build_parser(None)
    twins = {code: twin for code, twin in TWINS.items() if twin != '"'}
    plain = [text.translate(twins) for text in texts]
    ours, lark, ratio = compare(
        lambda: fresh(sources), lambda: [parser.parse(text, start="module") for text in plain]
    )
    count = len(texts)
    print(f"parse + check {count / ours:,.0f} sheets/s; bare lark trees {count / lark:,.0f} sheets/s")
    print(f"  rate against bare lark: {1 / ratio:.2f} (at least 0.5 is wanted)")


def growth(sources: list[Source]) -> None:
    """Ten times as many sheets ought to cost ten times as much."""
    small = seconds(lambda: fresh(sources[:1000]))
    large = seconds(lambda: fresh(sources))
    print(
        f"1,000 sheets {small:.2f} s, 10,000 sheets {large:.2f} s: {large / small:.1f} times (10 is linear)"
    )


def kept(sources: list[Source]) -> None:
    """A second run over unchanged sheets, and the first over several processes."""
    processes = os.cpu_count() or 1
    with tempfile.TemporaryDirectory() as folder:
        single = seconds(lambda: fresh(sources))
        store = Store(Path(folder) / "kept.sqlite")
        first = seconds(lambda: fresh(sources, store, processes))
        second = seconds(lambda: fresh(sources, store, processes))
    print(f"10,000 sheets: 1 process {single:.2f} s, {processes} processes {first:.2f} s")
    print(f"  again, unchanged: {second:.2f} s")
    print(f"  second run {first / second:.0f} times faster than the first (at least 10 is wanted)")


def fresh(sources: list[Source], store: Store | None = None, processes: int = 1) -> None:
    """Check all sheets; every one of them must be sound."""
    diagnostics = Diagnostics()
    again = [Source(source.name, source.text) for source in sources]
    check_many(again, shipped_all(), diagnostics, store=store, processes=processes)
    if len(diagnostics):
        raise SystemExit(next(iter(diagnostics)).message.en)


if __name__ == "__main__":
    main()
