"""The wording of complaints about files of facts and what they hold before any row is read."""

from __future__ import annotations

from perfdsl.actuals.table import whole_file
from perfdsl.diagnostic import Diagnostic, Text, complaint
from perfdsl.source import CellPlace

_MEGABYTE = 1024 * 1024

_WORKBOOKS: dict[str, tuple[str, Text, Text]] = {
    "damaged": (
        "P0601",
        Text("工作簿已损坏或不完整，读不出来", "the workbook is damaged or incomplete and cannot be read"),
        Text("在 Excel 或 WPS 里打开它，另存为 .xlsx 或 CSV", "open it in Excel or WPS and save it again as .xlsx or CSV"),
    ),
    "no_workbook": (
        "P0601",
        Text("这不是 Excel 工作簿", "this is no Excel workbook"),
        Text("改正文件的扩展名，或另存为 .xlsx", "correct the ending of its name, or save it as .xlsx"),
    ),
    "too_old": (
        "P0601",
        Text("Excel 97 以前的 .xls 读不了", "an .xls older than Excel 97 cannot be read"),
        Text("在 Excel 或 WPS 里另存为 .xlsx", "save it as .xlsx in Excel or WPS"),
    ),
    "encrypted": (
        "P0602",
        Text("工作簿加了密码，读不出来", "the workbook is encrypted and cannot be read"),
        Text("去掉打开密码后另存一份", "save a copy without the password"),
    ),
    "no_openpyxl": (
        "P0603",
        Text("没有安装读 .xlsx 的组件", "what reads .xlsx is not installed"),
        Text("安装 perfdsl[excel]，或把表另存为 CSV", "install perfdsl[excel], or save the sheet as CSV"),
    ),
    "unpacks_too_large": (
        "P0604",
        Text("工作簿解压后太大", "the workbook is too large once unpacked"),
        Text("只留实绩一张表，或另存为 CSV", "keep only the sheet of actuals, or save it as CSV"),
    ),
}  # fmt: skip

_JSON_PROBLEMS = {
    "Expecting property name": "这里应是一个用英文双引号括起来的键",
    "Expecting value": "这里应是一个值",
    "Expecting ',' delimiter": "这里应有英文逗号，或者结束的括号",
    "Expecting ':' delimiter": "键的后面应有英文冒号",
    "Illegal trailing comma": "最后一项后面多了逗号",
    "Unterminated string": "从这里开始的文字没有结束的引号",
    "Invalid control character": "文字里有换行或制表符",
    "Invalid \\": "反斜线后面写得不对",
    "Extra data": "结束以后还有别的内容",
    "Duplicate key": "facts 或 实绩 写了两次",
}


def unreadable_workbook(file: str, reason: str) -> Diagnostic:
    """Complain about a workbook that cannot be read at all; ``reason`` is a key of the table above."""
    code, message, hint = _WORKBOOKS[reason]
    return complaint(code, whole_file(file), message, Text("没有读出任何实绩", "no fact was read"), hint)


def workbook_under_another_name(file: str) -> Diagnostic:
    """Complain about an Excel file whose name says CSV or JSON."""
    return complaint(
        "P0601", whole_file(file), Text("这是一个 Excel 工作簿，不是文本", "this is an Excel workbook, not text"),
        Text("没有读出任何实绩", "no fact was read"),
        Text("把扩展名改为 .xlsx，或另存为 CSV", "rename it to .xlsx, or save it as CSV"),
    )  # fmt: skip


def not_text(file: str, line: int) -> Diagnostic:
    """Complain about bytes that are no text in any encoding that we read."""
    return complaint(
        "P0601", CellPlace(file, line, "", 1, "", ""),
        Text("文件不是 UTF-8、UTF-16 或 GB18030 文本", "the file is no text in UTF-8, UTF-16 or GB18030"),
        Text(f"第 {line} 行起读不出", f"line {line} cannot be read"),
        Text("另存为 UTF-8", "save it as UTF-8"),
    )  # fmt: skip


def file_too_large(file: str, size: int, most: int) -> Diagnostic:
    """Complain about the bytes of a file."""
    return _bound(
        whole_file(file), Text(f"文件有 {size // _MEGABYTE} MB", f"the file has {size // _MEGABYTE} MB"),
        Text(f"至多 {most // _MEGABYTE} MB；分成几个文件", f"at most {most // _MEGABYTE} MB; split it"),
    )  # fmt: skip


def too_many_rows(place: CellPlace, most: int) -> Diagnostic:
    """Complain about rows; those below the bound are not read."""
    return _bound(
        place, Text("行数太多，其余的没有读", "too many rows; the rest was not read"),
        Text(f"至多 {most} 行；分成几个文件", f"at most {most} rows; split the file"),
    )  # fmt: skip


def too_many_columns(place: CellPlace, most: int) -> Diagnostic:
    """Complain about cells in a row; those beyond the bound are not read."""
    return _bound(
        place, Text("列数太多，其余的没有读", "too many columns; the rest was not read"),
        Text(f"至多 {most} 列；删去空列，检查分隔符和引号", f"at most {most} columns; delete blank ones, check delimiters and quotes"),
    )  # fmt: skip


def cell_too_long(place: CellPlace, most: int) -> Diagnostic:
    """Complain about the length of a cell, which is cut."""
    return _bound(
        place, Text("单元格的文字太长", "a cell is too long"),
        Text(f"至多 {most} 个字符；检查引号是否配对", f"at most {most} characters; check that quotes pair"),
    )  # fmt: skip


def too_many_sheets(file: str, most: int) -> Diagnostic:
    """Complain about the sheets of a workbook; those beyond the bound are not read."""
    return _bound(
        whole_file(file), Text("工作表太多，其余的没有读", "too many sheets; the rest was not read"),
        Text(f"至多 {most} 张；把实绩放进单独的工作簿", f"at most {most}; put the actuals into a workbook of their own"),
    )  # fmt: skip


def nested_too_deeply(file: str) -> Diagnostic:
    """Complain about JSON whose brackets go too deep to be read."""
    return _bound(
        whole_file(file), Text("JSON 嵌套太深", "the JSON is nested too deeply"),
        Text("写成一列对象：[{…}, {…}]", "write one list of objects: [{…}, {…}]"),
    )  # fmt: skip


def _bound(place: CellPlace, message: Text, hint: Text) -> Diagnostic:
    return complaint("P0604", place, message, Text("超出上限", "beyond the bounds"), hint)


def read_as_gb18030(file: str) -> Diagnostic:
    """Note that a file is not UTF-8."""
    return complaint(
        "P0605", whole_file(file), Text("文件不是 UTF-8，按 GB18030 读", "the file is not UTF-8 and was read as GB18030"),
        Text("若文字显示不对，请另存为 UTF-8", "if words look wrong, save it as UTF-8"),
    )  # fmt: skip


def nul_characters(file: str, line: int) -> Diagnostic:
    """Complain about NUL characters, which no text has."""
    return complaint(
        "P0606", CellPlace(file, line, "", 1, "", ""), Text("文件里有空字符（NUL）", "the file holds NUL characters"),
        Text(f"第 {line} 行是第一处", f"line {line} has the first"),
        Text("它也许是没有标记的 UTF-16，或已损坏；另存为 UTF-8",
             "it may be UTF-16 without a mark, or damaged; save it as UTF-8"),
    )  # fmt: skip


def quotes_do_not_pair(place: CellPlace) -> Diagnostic:
    """Complain about a CSV row whose quotes do not pair; reading goes on below it."""
    return complaint(
        "P0607", place, Text("引号不配对，这一行没有读", "quotes do not pair; this row was not read"),
        Text("这一行里的引号有头无尾，或后面紧跟着文字", "a quote here has no end, or text right behind it"),
        Text('含逗号或换行的格子用 "…" 括起来，里面的引号写两遍 ""',
             'put a cell with commas or line breaks between "…", and double the quotes inside it'),
    )  # fmt: skip


def reading_stopped(place: CellPlace) -> Diagnostic:
    """Complain that a file has so many broken rows that the rest was left unread."""
    return complaint(
        "P0607", place, Text("引号不配对的行太多，其余的没有读", "too many rows whose quotes do not pair; the rest was not read"),
        Text("从这一行起没有读", "nothing from here on was read"),
    )  # fmt: skip


def malformed_json(place: CellPlace, problem: str) -> Diagnostic:
    """Complain about the place where a text stops being JSON; ``problem`` is told by Python's own reader."""
    return complaint(
        "P0608", place, Text(f"JSON 写错了：{_say_problem(problem)}", f"malformed JSON: {problem}"),
        Text("读到这里为止", "read up to here"),
        Text("键和文字用英文双引号，各项之间用英文逗号，最后一项后面不加逗号",
             'keys and words stand between ", items are divided by commas, and none follows the last'),
    )  # fmt: skip


def _say_problem(problem: str) -> str:
    """Say in Chinese what Python's reader of JSON says in English; in its words where they are new."""
    return next((zh for start, zh in _JSON_PROBLEMS.items() if problem.startswith(start)), problem)


def no_list_of_facts(place: CellPlace) -> Diagnostic:
    """Complain about JSON that is neither a list of objects nor an object with one."""
    return complaint(
        "P0609", place, Text("这份 JSON 不是一列实绩", "this JSON is no list of facts"),
        Text("这里应是一列对象", "a list of objects belongs here"),
        Text('写成 [{"项目": "…", "指标": "…", "实际完成值": "11次"}]，或 {"facts": […]}',
             'write [{"project": "…", "indicator": "…", "actual": "11次"}], or {"facts": […]}'),
    )  # fmt: skip


def not_an_object(place: CellPlace) -> Diagnostic:
    """Complain about an element of the list that has no keys."""
    return complaint(
        "P0609", place, Text("这一项不是对象", "this element is no object"),
        Text("一条实绩是一个 {…}", "a fact is an object {…}"),
        Text('写成 {"项目": "…", "指标": "…", "实际完成值": "11次"}',
             'write {"project": "…", "indicator": "…", "actual": "11次"}'),
    )  # fmt: skip


def repeated_key(place: CellPlace, key: str) -> Diagnostic:
    """Complain about a key that an object has twice; the first is kept."""
    shown = key[:40]
    return complaint(
        "P0610", place, Text(f"键“{shown}”重复", f"the key “{shown}” is repeated"),
        Text("同一个对象里它出现了两次", "it stands twice in one object"), Text("删去其中一个", "remove one of them"),
    )  # fmt: skip


def nothing_in_file(file: str) -> Diagnostic:
    """Warn of a file without a single row."""
    return complaint(
        "P0619", whole_file(file), Text("文件里没有数据", "the file holds no data"),
        Text("没有读出任何实绩", "no fact was read"),
    )  # fmt: skip


def sheet_passed_over(file: str, sheet: str, *, hidden: bool) -> Diagnostic:
    """Note that a sheet of a workbook was not read."""
    why = (
        Text("它是隐藏的", "it is hidden")
        if hidden
        else Text("它没有实绩的表头", "it has no header of facts")
    )
    return complaint(
        "P0632", whole_file(file, sheet), Text(f"工作表“{sheet[:40]}”没有读", f"the sheet “{sheet[:40]}” was not read"), why
    )  # fmt: skip
