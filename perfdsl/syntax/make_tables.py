"""Makes ``parse_tables.py`` anew with lark: ``python -m perfdsl.syntax.make_tables`` (``make tables``)."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from perfdsl.packaged import read_packaged
from perfdsl.syntax.grammar import STARTS, build_parser
from perfdsl.syntax.keywords import tables as keyword_table

HEAD = '''"""Parse tables of the grammar. Made by ``make tables``; do not edit."""

# ruff: noqa
'''


def tables_text() -> str:
    """Text of the module of tables."""
    packed = json.dumps(tables(), ensure_ascii=False, separators=(",", ":"))
    return f"{HEAD}\nDIGEST = {grammar_digest()!r}\nTABLES = {packed!r}\n"


def grammar_digest() -> str:
    """Digest of all that the tables are made from."""
    parts = (read_packaged("grammar", "perfdsl.lark"), read_packaged("grammar", "keywords.json"))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def tables() -> dict[str, Any]:
    """What lark made of the grammar, as plain lists; ``run_tables`` says what each means."""
    parser = build_parser(None)
    table = parser.parser.parser._parse_table  # noqa: SLF001 — lark has no other door to its tables
    rules = [rule for rule, _ in parser._parse_tree_builder.rule_builders]  # noqa: SLF001 — the same
    order = {rule: number for number, rule in enumerate(rules)}
    numbers = _numbered(table)
    rows = _distinct([_row(table.states[state], order, numbers) for state in numbers])
    return {
        "terminals": _terminals(parser),
        "silent": sorted({s.name for rule in rules for s in rule.expansion if s.is_term and s.filter_out}),
        "ignored": [
            terminal.pattern.to_regexp()
            for terminal in parser.terminals
            if terminal.name in parser.ignore_tokens
        ],
        "rules": [_rule(rule, wrappers) for rule, wrappers in parser._parse_tree_builder.rule_builders],  # noqa: SLF001 — the same
        "rows": rows[0],
        "states": rows[1],
        "starts": {
            start: [numbers[table.start_states[start]], numbers[table.end_states[start]]] for start in STARTS
        },
    }


def _terminals(parser: Any) -> list[list[str]]:
    """Names and patterns, in the order in which they are tried.

    It is lark's order, but for keywords: no text fits two of them, and those that sheets use come first in
    their table, which saves a twentieth of the time.
    """
    heads, joints = keyword_table()["heads"], keyword_table()["joints"]
    keywords = {name.upper(): at for at, name in enumerate([*heads, *joints])}
    kept = [terminal for terminal in parser.terminals if terminal.name not in parser.ignore_tokens]
    kept.sort(
        key=lambda t: (
            -t.priority,
            keywords.get(t.name, -1),
            -t.pattern.max_width,
            -len(t.pattern.value),
            t.name,
        )
    )
    return [[terminal.name, terminal.pattern.to_regexp()] for terminal in kept]


def _numbered(table: Any) -> dict[int, int]:
    """Number the states in the order in which they are reached: lark's own order changes from run to run."""
    reached = [table.start_states[start] for start in STARTS]
    numbers = {state: number for number, state in enumerate(reached)}
    for state in reached:
        for _, (_, argument) in sorted(table.states[state].items()):
            if isinstance(argument, int) and argument not in numbers:
                numbers[argument] = len(numbers)
                reached.append(argument)
    return numbers


def _row(actions: dict[str, Any], order: dict[Any, int], numbers: dict[int, int]) -> list[dict[str, int]]:
    """Shifts and gotos as a state, reductions as ``-1 - rule``: by terminal, and by rule."""
    row: list[dict[str, int]] = [{}, {}]
    for symbol, (_, argument) in sorted(actions.items()):
        number = numbers[argument] if isinstance(argument, int) else -1 - order[argument]
        row[0 if symbol.isupper() else 1][symbol] = number
    return row


def _rule(rule: Any, wrappers: list[Any]) -> list[Any]:
    """Name, length, whether a single child stands for itself, and the children to pick (None: all)."""
    alone = any(not hasattr(wrapper, "args") for wrapper in wrappers)
    filters = [wrapper.args for wrapper in wrappers if hasattr(wrapper, "args")]
    picks = [_picks(*each) for each in filters]
    return [str(rule.origin.name), len(rule.expansion), int(alone), picks[0] if picks else None]


def _picks(included: list[tuple[Any, ...]], nones_after: int = 0) -> list[Any]:
    """Children by place: ``n`` as it is, ``[n]`` spread out, None for an optional part that is absent."""
    picked: list[Any] = []
    for at, spread, *nones in included:
        picked += [None] * (nones[0] if nones else 0)
        picked.append([at] if spread else at)
    return picked + [None] * nones_after


def _distinct(rows: list[Any]) -> tuple[list[Any], list[int]]:
    """Rows without repetition, and each state's row."""
    numbers: dict[str, int] = {}
    kept: list[Any] = []
    places = []
    for row in rows:
        key = json.dumps(row)
        if key not in numbers:
            numbers[key] = len(kept)
            kept.append(row)
        places.append(numbers[key])
    return kept, places


if __name__ == "__main__":
    Path(__file__).with_name("parse_tables.py").write_text(tables_text(), encoding="utf-8")
