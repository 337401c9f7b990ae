"""Checks many sheets: each for itself, over several processes, and not at all where its check is kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from perfdsl.diagnostic import Diagnostic, Diagnostics
from perfdsl.pipeline import Progress, reported
from perfdsl.source import Place, Source
from perfdsl.store.encode import (
    DAMAGED,
    decode_diagnostic,
    decode_place,
    encode_diagnostic,
    encode_place,
    read,
    write,
)
from perfdsl.store.encode_member import decode_member, encode_member
from perfdsl.store.stamp import digest_of, program_stamp

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

    from perfdsl.scheme.check import Checker
    from perfdsl.scheme.scheme import DepartmentScheme, MemberScheme
from perfdsl.store.keep import Store

FEW = 64
"""Sheets below this many are checked in this process: starting others would take longer."""

CHUNK = 100
_DEFINES = re.compile(
    r"^[^\w\n#/]*(?:评分办法|方法|规则|计量单位|(?i:rubric|method|rule|unit)|[Ａ-Ｚａ-ｚ])", re.MULTILINE
)
"""Beginnings of lines that may define something; taking too many for such only costs time."""


class Checked(NamedTuple):
    """What the check of one sheet gives: complaints, how many more, and the names it takes.

    ``strays``: projects of other files that it amends.
    """

    diagnostics: list[Any]
    omitted: int
    projects: list[Any]
    departments: list[Any]
    strays: list[Any]


def check_many(  # noqa: PLR0913 — each has a name, and most are left out
    sources: Sequence[Source],
    library: Sequence[Source],
    diagnostics: Diagnostics,
    *,
    rubric: str = "",
    store: Store | None = None,
    processes: int = 1,
    progress: Progress | None = None,
) -> int:
    """Check all sheets as one workspace; gives the number of those whose check was kept already."""
    defining = [source for source in sources if _DEFINES.search(source.text)]
    context = digest_of(
        program_stamp(), rubric, *(part for s in [*library, *defining] for part in (s.name, s.text))
    )
    keys = {id(source): digest_of(context, source.name, source.text) for source in sources}
    kept = store.get_all(keys.values()) if store else {}
    open_ones = [source for source in sources if keys[id(source)] not in kept]
    work = _Work(defining, library, rubric)
    fresh = dict(_check_all(open_ones, work, processes, progress))
    texts = {keys[id(source)]: write(fresh[at]) for at, source in enumerate(open_ones)}
    if store:
        store.put_all(texts)
    damaged = _tell(
        sources, [texts.get(keys[id(s)]) or kept[keys[id(s)]] for s in sources], work, diagnostics
    )
    return len(sources) - len(open_ones) - damaged


class _Work:
    """What every sheet is checked against; built once in each process."""

    __slots__ = ("_checker", "complaints", "defining", "library", "rubric")

    def __init__(self, defining: Sequence[Source], library: Sequence[Source], rubric: str) -> None:
        """Name the texts that define rubrics, methods, rules and units, and those that are shipped."""
        self.defining, self.library, self.rubric = defining, library, rubric
        self.complaints = Diagnostics()
        self._checker: Checker | None = None

    def checker(self) -> Checker:
        """Give the checker with its definitions; ``complaints`` are about the definitions themselves."""
        if self._checker is None:
            from perfdsl.scheme.check import Checker
            from perfdsl.scheme.parsed import read_source

            # What cannot be read in these texts is told when each is checked as a sheet.
            quiet = Diagnostics()
            shipped, defining = (
                [read_source(each, quiet) for each in sources] for sources in (self.library, self.defining)
            )
            self._checker = Checker(defining, shipped, self.complaints)
        return self._checker

    def check(self, source: Source) -> Checked:
        """Check one sheet."""
        from perfdsl.scheme.amend import find_strays
        from perfdsl.scheme.parsed import read_source
        from perfdsl.scheme.read_department import member_of

        own = Diagnostics()
        checker = self.checker()
        parsed = read_source(source, own)
        checker.listen(own)
        scheme = checker.check([parsed], self.rubric, every=True)
        if any(item.kind == "example" for item in parsed.module.items):
            from perfdsl.examples.find_subjects import complain_of_strays

            complain_of_strays(parsed, own)
        return Checked(
            [encode_diagnostic(diagnostic) for diagnostic in own],
            own.omitted,
            [encode_member(*member_of(project)) for project in scheme.projects],
            [[d.name, d.code, list(d.wants), encode_place(d.place)] for d in scheme.departments],
            [[name, encode_place(place)] for name, place in find_strays(scheme.written)],
        )


def _check_all(
    sources: Sequence[Source], work: _Work, processes: int, progress: Progress | None
) -> Iterable[tuple[int, Checked]]:
    pool = _make_pool(work, processes) if len(sources) >= FEW else None
    if pool is None:
        for at, source in enumerate(reported(sources, progress, CHUNK)):
            yield at, work.check(source)
        return
    chunks = [range(start, min(start + CHUNK, len(sources))) for start in range(0, len(sources), CHUNK)]
    with pool:
        texts = [[(sources[at].name, sources[at].text) for at in chunk] for chunk in chunks]
        for chunk, results in zip(chunks, pool.map(_check_chunk, texts), strict=True):
            if progress:
                progress(chunk.stop, len(sources))
            yield from zip(chunk, results, strict=True)


def _make_pool(work: _Work, processes: int) -> ProcessPoolExecutor | None:
    """Start other processes; None where one is enough, or where the system has no room for more."""
    if processes < 2:  # noqa: PLR2004 — two make it worth while
        return None
    try:
        from concurrent.futures import ProcessPoolExecutor

        return ProcessPoolExecutor(
            processes, initializer=_take_up, initargs=(work.defining, work.library, work.rubric)
        )
    except (ImportError, NotImplementedError, OSError):
        return None


_work: _Work | None = None


def _take_up(defining: Sequence[Source], library: Sequence[Source], rubric: str) -> None:
    global _work  # noqa: PLW0603 — the one thing that a worker process keeps between chunks
    _work = _Work(defining, library, rubric)


def _check_chunk(texts: list[tuple[str, str]]) -> list[Checked]:
    assert _work is not None  # noqa: S101 — the initializer ran
    return [_work.check(Source(name, text)) for name, text in texts]


def _tell(sources: Sequence[Source], kept: Sequence[str], work: _Work, diagnostics: Diagnostics) -> int:
    """Add all complaints, in the order of the sheets; gives the number of kept checks that were damaged."""
    from perfdsl.scheme.amend import check_strays
    from perfdsl.scheme.check import check_names
    from perfdsl.scheme.check_departments import check_departments
    from perfdsl.scheme.read_department import with_members

    known = {source.name: source for source in [*work.library, *sources]}
    projects: list[tuple[str, str, str, Place]] = []
    departments: list[DepartmentScheme] = []
    strays: list[tuple[str, Place]] = []
    members: list[tuple[str, MemberScheme]] = []
    placeless: set[Diagnostic] = set()
    damaged = 0
    for source, text in zip(sources, kept, strict=True):
        try:
            told = _decoded(text, known)
        except DAMAGED:
            damaged += 1
            told = _decoded(write(work.check(source)), known)
        _add(told.diagnostics, diagnostics, placeless)
        projects += told.projects
        departments += told.departments
        strays += told.strays
        members += told.members
    if work.defining:
        work.checker()
        diagnostics.extend(work.complaints)
    check_names(projects, departments, diagnostics)
    check_strays(strays, projects, diagnostics)
    check_departments(with_members(departments, members), diagnostics)
    return damaged


def _add(told: Diagnostics, diagnostics: Diagnostics, placeless: set[Diagnostic]) -> None:
    """Add the complaints of one sheet; those that are about no place in it are told once for all sheets."""
    for each in told:
        if each.labels or each not in placeless:
            diagnostics.add(each)
        if not each.labels:
            placeless.add(each)
    diagnostics.omitted += told.omitted


class _Told(NamedTuple):
    """The check of one sheet, read again. ``members``: its projects, each with its department's code."""

    diagnostics: Diagnostics
    projects: list[tuple[str, str, str, Place]]
    departments: list[DepartmentScheme]
    strays: list[tuple[str, Place]]
    members: list[tuple[str, MemberScheme]]


def _decoded(text: str, known: dict[str, Source]) -> _Told:
    from perfdsl.scheme.scheme import DepartmentScheme

    told, omitted, projects, departments, strays = read(text)
    diagnostics = Diagnostics()
    for each in told:
        diagnostics.add(decode_diagnostic(each, known))
    diagnostics.omitted += int(omitted)
    members = [decode_member(each, known) for each in projects]
    return _Told(
        diagnostics,
        [(member.code, member.name, department, member.place) for department, member in members],
        [
            DepartmentScheme(name, code, decode_place(place, known), wants=tuple(wants))
            for name, code, wants, place in departments
        ],
        [(name, decode_place(place, known)) for name, place in strays],
        members,
    )
