"""Answers ``journal verify``, ``journal show`` and ``journal head``."""

from __future__ import annotations

import re
import sys

from perfdsl.cli.arguments import WrongUseError
from perfdsl.cli.open_ledger import open_ledger
from perfdsl.cli.speak import (
    FAILED,
    exit_code,
    known_form,
    known_language,
    options_for,
    tell,
    write_report,
)
from perfdsl.diagnostic import Diagnostics, Text
from perfdsl.journal.cut_torn import cut_torn
from perfdsl.journal.find_recorded import read_entries
from perfdsl.journal.messages import other_head
from perfdsl.journal.verify import holds_head
from perfdsl.journal.verify import verify as verify_bytes
from perfdsl.ledger.compare_evidence import compare_evidence
from perfdsl.ledger.read_journal import read_journal
from perfdsl.report import JOURNALS
from perfdsl.report.cells import one_line

_EXPECTED = re.compile(r"([0-9]{1,12})[:：]([0-9a-fA-F]{6,64})")


def verify_ledger(path: str, expect: str, lang: str) -> int:
    """Tell every change and gap; exit code 3 for one, 1 for a half-written last entry or changed evidence."""
    known_language(lang)
    wanted = _EXPECTED.fullmatch(expect) if expect else None
    if expect and wanted is None:
        raise WrongUseError("--expect", f"{expect!r}：写成 7:2c26b46b68ff · write it like 7:2c26b46b68ff")
    diagnostics = Diagnostics()
    read = open_ledger(path, lang, diagnostics)
    if read is None:
        return exit_code(diagnostics)
    name = str(read.ledger.path)
    for each, data in ((name, read.data), *read.others):
        read_journal(each, data, diagnostics)
        if not diagnostics.has_errors:  # the digests of a journal that was changed say nothing
            compare_evidence(data, read.folder, diagnostics)
    verified = verify_bytes(read.data)
    if wanted is not None and not holds_head(verified, int(wanted[1]), wanted[2].lower()):
        diagnostics.add(other_head(one_line(name), expect, *verified.head))
    tell(diagnostics, read.language)
    number, seal = verified.head
    code = exit_code(diagnostics) or (FAILED if any(each.severity != "note" for each in diagnostics) else 0)
    if not code:
        sys.stdout.write(_say_sound(one_line(name), number, seal).say(read.language))
        for each, data in read.others:
            sys.stdout.write(_say_other(one_line(each), *verify_bytes(data).head).say(read.language))
    return code


def show_ledger(path: str, form: str, lang: str) -> int:
    """List the entries, after complaints of what is wrong with them."""
    known_language(lang)
    if form != "perf":
        known_form(form, JOURNALS)
    diagnostics = Diagnostics()
    read = open_ledger(path, lang, diagnostics)
    if read is None:
        return exit_code(diagnostics)
    read_journal(str(read.ledger.path), read.data, diagnostics)
    tell(diagnostics, read.language)
    sealed, _ = cut_torn(read.data)
    if form == "perf":
        _write_bytes(sealed)
    else:
        found = list(read_entries(sealed))
        write_report(JOURNALS.get(form)(found, options_for(read.language, "out")), form)
    return exit_code(diagnostics)


def print_head(path: str, _: str, lang: str) -> int:
    """Print ``7:2c26…``: what ``--expect`` takes."""
    known_language(lang)
    diagnostics = Diagnostics()
    read = open_ledger(path, lang, diagnostics)
    if read is None:
        return exit_code(diagnostics)
    number, seal = verify_bytes(read.data).head
    sys.stdout.write(f"{number}:{seal}\n")
    return 0


def _write_bytes(data: bytes) -> None:
    """Print the exact bytes: they can be verified like the ledger itself."""
    sys.stdout.flush()
    raw = getattr(sys.stdout, "buffer", None)
    if raw is None:
        sys.stdout.write(data.decode())
    else:
        raw.write(data)
        raw.flush()


def _say_sound(name: str, number: int, seal: str) -> Text:
    return Text(
        f"{name}：{number} 笔，封存相接，没有改动\n末尾 {number}:{seal}\n"
        "末尾若被整笔删去，从文件本身看不出：把上一行另存，以后用 --expect 核对\n",
        f"{name}: {number} entries, nothing changed\nhead {number}:{seal}\n"
        "entries taken off the end leave no trace in the file:\n"
        "keep the line above elsewhere, for --expect\n",
    )


def _say_other(name: str, number: int, seal: str) -> Text:
    return Text(
        f"另有台账 {name}：{number} 笔，封存相接，没有改动；末尾 {number}:{seal}\n",
        f"another journal, {name}: {number} entries, nothing changed; head {number}:{seal}\n",
    )
