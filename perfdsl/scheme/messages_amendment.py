"""The wording of complaints about amendments in the course of a year (P14)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from perfdsl.diagnostic import Diagnostic, Label, Text, complaint
from perfdsl.scheme.did_you_mean import did_you_mean
from perfdsl.source import Place
from perfdsl.syntax import ast

_MOST = 40
_THINGS = {"budget": Text("预算", "the budget"), "payment_plan": Text("支出计划", "the plan"), "purpose": Text("用途", "the purpose")}  # fmt: skip


def no_citation(place: Place, amendment: ast.Amendment) -> Diagnostic:
    """Complain of an amendment that cites no document."""
    return complaint(
        "P1401", place, Text(f"对“{_short(amendment.project)}”的调整没有引自文件", f"the amendment of “{_short(amendment.project)}” cites no document"),
        Text("依据哪个文件？", "by which document?"), Text('写一行批准调整的文件，例如 引自 "财预〔2022〕33号"', 'name the document that allows it, such as cites "No. 33 of 2022"'),
    )  # fmt: skip


def two_citations(place: Place, first: Place) -> Diagnostic:
    """Complain of a second document."""
    return _two(
        "P1401", place, first, Text("一次调整只引一个文件", "an amendment cites one document"),
        Text("又一个文件", "another document"), Text("由两个文件批准的，分写成两个 调整", "write what two documents allow as two amendments"),
    )  # fmt: skip


def no_date(place: Place, amendment: ast.Amendment) -> Diagnostic:
    """Complain of an amendment without a day."""
    return complaint(
        "P1402", place, Text(f"对“{_short(amendment.project)}”的调整没有日期", f"the amendment of “{_short(amendment.project)}” has no date"),
        Text("从哪天起？", "from which day?"), Text(f"写上生效的日期，例如 调整 {_short(amendment.project)} 2022-08-15", f"write the day from which it holds, such as amend {_short(amendment.project)} 2022-08-15"),
    )  # fmt: skip


def unknown_project(place: Place, name: str, known: Sequence[str], elsewhere: Place | None) -> Diagnostic:
    """Complain of a project that is not in this file; ``elsewhere``: where one called so stands."""
    message = Text(
        f"这个文件里没有项目“{_short(name)}”", f"there is no project “{_short(name)}” in this file"
    )
    at = Text("要调整的项目", "the project to be amended")
    if elsewhere is not None:
        file = elsewhere.file
        labels = Label(place, at), Label(elsewhere, Text("这个项目在这里", "this project stands here"))
        return Diagnostic("P1403", message, labels, (Text(f"调整要与它的项目写在一个文件里：移到 {file}", f"an amendment stands in the file of its project: move it to {file}"),))  # fmt: skip
    near = did_you_mean(name, known)
    hint = Text(f"是不是“{near}”？", f"did you mean “{near}”?") if near else Text(
        "写项目的编码或名称；调整与它的项目写在一个文件里", "name the project by code or name; an amendment stands in the file of its project")  # fmt: skip
    return complaint("P1403", place, message, at, hint)


def one_of_several(place: Place, name: str, projects: Sequence[Place]) -> Diagnostic:
    """Complain of a name that several projects of the file share."""
    labels = [Label(each, Text("一个", "one")) for each in projects[:3]]
    return Diagnostic(
        "P1403", Text(f"这个文件里有几个项目都叫“{_short(name)}”", f"several projects of this file are called “{_short(name)}”"),
        (Label(place, Text("是哪一个？", "which one?")), *labels), (Text("改用项目编码", "use the project's code"),),
    )  # fmt: skip


def outside_year(place: Place, day: date, year: int, written: Place) -> Diagnostic:
    """Complain of a day that is not in the project's year."""
    hint = (
        Text(
            "年度开始以前定下的，直接写进目标表；否则核对日期",
            "what was settled before the year is written in the sheet itself; else check the date",
        )
        if day.year < year
        else Text(
            f"{year} 年的目标到年底为止；核对日期，或写进 {day.year} 年的表",
            f"targets of {year} end with the year; check the date, or write it in the sheet of {day.year}",
        )
    )
    return Diagnostic(
        "P1404", Text(f"调整的日期 {day} 不在 {year} 年度内", f"the amendment's date {day} is not in the year {year}"),
        (Label(place, Text(f"{day.year} 年", f"{day.year}")), Label(written, Text(f"项目的年度是 {year}", f"the project is of {year}"))), (hint,),
    )  # fmt: skip


def drops_unknown(place: Place, name: str, known: Sequence[str]) -> Diagnostic:
    """Complain of an indicator to be dropped that the project does not have."""
    near = did_you_mean(name, known)
    hint = Text(f"是不是“{near}”？", f"did you mean “{near}”?") if near else Text(
        "核对名称；名称要与目标表一致", "check the name; it must be the sheet's")  # fmt: skip
    return complaint(
        "P1405", place, Text(f"要撤销的指标“{_short(name)}”在项目里没有", f"the indicator to be dropped, “{_short(name)}”, is not in the project"),
        Text("不认识的指标", "unknown indicator"), hint,
    )  # fmt: skip


def drops_one_of_several(place: Place, name: str, paths: Sequence[tuple[str, ...]]) -> Diagnostic:
    """Complain of a name that several indicators share."""
    shown = [" / ".join(path[-1:]) for path in paths if path] or [""]
    example = f"{shown[0]} / {name}"
    return complaint(
        "P1406", place, Text(f"有几个指标都叫“{_short(name)}”", f"several indicators are called “{_short(name)}”"),
        Text(f"在 {'、'.join(shown[:4])} 里", f"in {', '.join(shown[:4])}"), Text(f'连分组一起写：撤销 "{example}"', f'name the group too: drop "{example}"'),
    )  # fmt: skip


def dropped_already(place: Place, earlier: Place, name: str) -> Diagnostic:
    """Complain of dropping what an earlier amendment dropped."""
    return Diagnostic(
        "P1407", Text(f"“{_short(name)}”先前已经撤销", f"“{_short(name)}” was dropped before"),
        (Label(place, Text("再次撤销", "dropped again")), Label(earlier, Text("由这次调整撤销", "this amendment dropped it"))),
        (Text("删去这一处，或核对指标名", "delete it here, or check the name"),),
    )  # fmt: skip


def twice_a_day(place: Place, first: Place, day: date, thing: str) -> Diagnostic:
    """Complain of two changes of one thing on one day."""
    what = _THINGS.get(thing, Text(f"“{_short(thing)}”", f"“{_short(thing)}”"))
    return _two(
        "P1408", place, first, Text(f"{what.zh}在 {day} 改了两次，分不出先后", f"{what.en} changes twice on {day}; neither is later"),
        Text("又改一次", "again here"), Text("删去一处；若是更正，写上更晚的日期", "delete one; a correction needs a later date"),
    )  # fmt: skip


def too_many(place: Place, name: str, most: int) -> Diagnostic:
    """Complain of more amendments of one project than are read."""
    return complaint(
        "P1409", place, Text(f"“{_short(name)}”的调整超过 {most} 次，其余没有读", f"“{_short(name)}” has more than {most} amendments; the rest was not read"),
        Text("从这一次起", "from this one on"), Text("一年一张表；把往年的移走", "one sheet for each year: move those of other years away"),
    )  # fmt: skip


def nothing_changes(place: Place, amendment: ast.Amendment) -> Diagnostic:
    """Warn of an amendment after which everything is as before."""
    only_cites = all(isinstance(part, ast.Cite) for part in amendment.parts)
    at = Text("没有写改什么", "it does not say what changes") if only_cites else Text(
        "写的都与先前一样", "all that it says was so before")  # fmt: skip
    return complaint(
        "P1411", place, Text(f"这次调整没有改变“{_short(amendment.project)}”", f"this amendment changes nothing in “{_short(amendment.project)}”"),
        at, Text("写上调整后的预算、支出计划或指标；没有变化就删去", "write the budget, plan or indicators as they are from then on, or delete it"),
    )  # fmt: skip


def in_other_group(
    place: Place, there: Place, name: str, path: tuple[str, ...], other: tuple[str, ...]
) -> Diagnostic:
    """Warn of a new indicator whose name stands in another group."""
    own, known = " / ".join(path), " / ".join(other)
    return Diagnostic(
        "P1412", Text(f"“{_short(name)}”在分组“{known}”里已有；写在“{own}”里，算作新的指标", f"“{_short(name)}” stands in the group “{known}”; in “{own}” it is a new indicator"),
        (Label(place, Text("新的指标", "a new indicator")), Label(there, Text("原有的", "the old one"))),
        (Text(f"要改原来的，写在“{known}”下面；要移过来，再写一行 撤销 {name}", f"to change the old one, write it under “{known}”; to move it, add: drop {name}"),),
    )  # fmt: skip


def taken_up_again(place: Place, earlier: Place, name: str) -> Diagnostic:
    """Warn of an indicator that was dropped and is there again."""
    return Diagnostic(
        "P1413", Text(f"“{_short(name)}”先前已经撤销，这里又列出", f"“{_short(name)}” was dropped before and is taken up again"),
        (Label(place, Text("重新列入", "taken up again")), Label(earlier, Text("由这次调整撤销", "this amendment dropped it"))),
        (Text("若本意如此，不用改：它从这天起又算，原来的从句不再沿用", "if that is meant, leave it: it counts from this day on, without its old clauses"),),
    )  # fmt: skip


def seen_from(told: Diagnostic, place: Place, day: date) -> Diagnostic:
    """Say of a complaint about a sheet from which amendment on it holds."""
    label = Label(place, Text(f"自 {day} 的这次调整起", f"from this amendment of {day} on"))
    return told._replace(labels=(*told.labels, label))


def until(told: Diagnostic, day: date) -> Diagnostic:
    """Say of a complaint that a later amendment mends it."""
    note = Text(f"只在 {day} 的调整以前如此", f"it is so only until the amendment of {day}")
    return told._replace(hints=(*told.hints, note))


def _two(code: str, place: Place, first: Place, message: Text, at: Text, *hints: Text) -> Diagnostic:
    return Diagnostic(
        code, message, (Label(place, at), Label(first, Text("先前在这里", "first here"))), hints
    )


def _short(text: str) -> str:
    return text if len(text) <= _MOST else f"{text[:_MOST]}…"
