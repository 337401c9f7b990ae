"""The wording of complaints about templates and their mapping files (P105)."""

from __future__ import annotations

from collections.abc import Sequence

from perfdsl.diagnostic import Diagnostic, Text, complaint
from perfdsl.scheme.did_you_mean import did_you_mean

_NO_PLACE = Text("", "")
_MOST_NAMES = 12

_UNUSABLE = {
    "damaged": Text("文件损坏，或者不是这种文件", "it is damaged, or of another kind"),
    "encrypted": Text("加了密码，或者是 .xls、.doc 这样的老格式", "it is encrypted, or of an old kind such as .xls or .doc"),
    "unpacks_too_large": Text("解开以后太大", "it unpacks too large"),
    "too_many_marks": Text("内容太多", "there is too much in it"),
    "too_deep": Text("内容嵌套太深", "its parts are nested too deep"),
    "declares_entities": Text("里面声明了实体或文档类型，可能有害", "it declares entities or a document type, which may do harm"),
    "merges_too_large": Text("合并的单元格太大", "its merged cells are too large"),
    "unknown_kind": Text("模板只能是 .xlsx 或 .docx", "a template is .xlsx or .docx"),
}  # fmt: skip


def _about(code: str, message: Text, *hints: Text) -> Diagnostic:
    return complaint(code, None, message, _NO_PLACE, *hints)


def _listed(names: Sequence[str]) -> Text:
    more = len(names) > _MOST_NAMES
    shown = list(names[:_MOST_NAMES])
    return Text("、".join(shown) + ("……" if more else ""), ", ".join(shown) + (", …" if more else ""))


def unusable(name: str, reason: str) -> Diagnostic:
    """Complain of a template that cannot be read."""
    why = _UNUSABLE.get(reason, _UNUSABLE["damaged"])
    return _about(
        "P1050", Text(f"模板 {name} 用不了：{why.zh}", f"the template {name} cannot be used: {why.en}"),
        Text("在 Excel、Word 或 WPS 里打开它，去掉密码，另存为 .xlsx 或 .docx", "open it, clear its password, and save it as .xlsx or .docx"),
    )  # fmt: skip


def not_toml(name: str, said: str, *, bare: bool) -> Diagnostic:
    """Complain of a mapping file that is no TOML; ``bare``: it has Chinese keys without quotes."""
    hint = Text(
        '中文的名字要加引号："项目名称" = "项目.名称"',
        'put Chinese names between quotes: "项目名称" = "项目.名称"',
    )
    plain = Text('它是 TOML：一行一个 锚点 = "字段"', 'it is TOML: lines of anchor = "field"')  # fmt: skip
    return _about(
        "P1051",
        Text(f"映射文件 {name} 读不懂：{said}", f"the mapping file {name} cannot be read: {said}"),
        hint if bare else plain,
    )


def wrong_mapping(name: str, where: str, wanted: Text) -> Diagnostic:
    """Complain of something that a mapping file cannot say."""
    return _about(
        "P1051", Text(f"映射文件 {name} 的 {where} 不对：{wanted.zh}", f"{where} in the mapping file {name}: {wanted.en}"),
        Text("可写 [fields] 和 [[tables]]，后者有 anchor、rows、columns、merge", "it has [fields] and [[tables]], these with anchor, rows, columns and merge"),
    )  # fmt: skip


def unknown_anchor(name: str, anchor: str, known: Sequence[str]) -> Diagnostic:
    """Complain of an anchor that the mapping names and the template lacks."""
    near = did_you_mean(anchor, known)
    listed = _listed(known)
    hint = Text(f"是不是“{near}”？", f"did you mean “{near}”?") if near else Text(
        f"模板里有：{listed.zh or '一个也没有'}", f"the template has: {listed.en or 'none'}")  # fmt: skip
    return _about(
        "P1052",
        Text(f"模板 {name} 里没有锚点“{anchor}”", f"the template {name} has no anchor “{anchor}”"),
        hint,
    )


def empty_mapping(name: str) -> Diagnostic:
    """Complain of a mapping file that maps nothing."""
    return _about(
        "P1051", Text(f"映射文件 {name} 里一个字段也没有", f"the mapping file {name} names no field"),
        Text('写 [fields]，下面一行一个 锚点 = "字段"，如 B3 = "项目.名称"', 'write [fields], and below it lines such as B3 = "项目.名称"'),
    )  # fmt: skip


def no_anchor(name: str) -> Diagnostic:
    """Complain of a template in which nothing says where anything goes."""
    return _about(
        "P1052", Text(f"模板 {name} 里没有一个锚点是字段，不知道往哪里填", f"no anchor in the template {name} names a field"),
        Text("给单元格起名（Excel 名称框）或加书签、内容控件（Word），名字就是字段，如 项目.名称；或用 --mapping 说明",
             "name cells (Excel), bookmarks or content controls (Word) after fields, such as 项目.名称, or give a --mapping"),
    )  # fmt: skip


def unknown_field(name: str, anchor: str, field: str, known: Sequence[str]) -> Diagnostic:
    """Complain of a field that there is not."""
    near = did_you_mean(field, known)
    listed = _listed(known)
    hint = Text(f"是不是“{near}”？", f"did you mean “{near}”?") if near else Text(
        f"字段有：{listed.zh}", f"fields: {listed.en}")  # fmt: skip
    return _about(
        "P1053",
        Text(f"{name} 给“{anchor}”写的“{field}”不是字段", f"{name} gives “{anchor}” the field “{field}”, which there is not"),
        hint,
    )  # fmt: skip


def name_is_no_field(name: str, anchor: str, known: Sequence[str]) -> Diagnostic:
    """Warn of a name in a template, used without a mapping, that is no field."""
    near = did_you_mean(anchor, known)
    hint = Text(f"是不是“{near}”？", f"did you mean “{near}”?") if near else Text(
        "若要填它，用字段的名字，或用 --mapping 说明", "to have it filled, name it after a field, or give a --mapping")  # fmt: skip
    return _about(
        "P1054",
        Text(f"模板 {name} 里的“{anchor}”不是字段，没有填", f"“{anchor}” in the template {name} is no field and was not filled"),
        hint,
    )  # fmt: skip


def would_lose(name: str, what: Sequence[Text]) -> Diagnostic:
    """Refuse a workbook of which filling would lose a part."""
    zh, en = "、".join(each.zh for each in what), ", ".join(each.en for each in what)
    return _about(
        "P1055", Text(f"模板 {name} 里有{zh}，填写时保不住", f"filling the template {name} would lose its {en}"),
        Text("在模板的副本里删去它们，填好以后再放回去", "take them out of a copy of the template, and put them back after filling"),
    )  # fmt: skip


def over_formula(name: str, cell: str, field: str) -> Diagnostic:
    """Refuse a field that would take the place of a formula."""
    return _about(
        "P1055", Text(f"模板 {name} 的 {cell} 里是公式，填“{field}”会盖掉它", f"{cell} of the template {name} holds a formula, which “{field}” would replace"),
        Text("不填这一格（公式会照新的数重算），或在模板里清掉公式", "leave this cell out (the formula is computed anew), or clear it in the template"),
    )  # fmt: skip


def same_cell(name: str, cell: str, first: str, second: str) -> Diagnostic:
    """Complain of two fields that go into one cell."""
    return _about(
        "P1057", Text(f"模板 {name} 的 {cell} 要填两样：“{first}”和“{second}”", f"{cell} of the template {name} is to hold both “{first}” and “{second}”"),
        Text("给其中一个换一格；项目自己的字段不要放在指标的列里", "give one of them another cell; fields of the project do not belong into columns of rows"),
    )  # fmt: skip


def several_projects(out: str, count: int) -> Diagnostic:
    """Complain of one file for several projects."""
    return _about(
        "P1056", Text(f"有 {count} 个项目，一个文件 {out} 装不下", f"{count} projects do not go into one file {out}"),
        Text("文件名里写上 {项目}，如 自评-{项目}.xlsx；或给一个文件夹；或用 --project 只选一个",
             "write {项目} into the name, name a folder, or choose one with --project"),
    )  # fmt: skip


def same_output(out: str) -> Diagnostic:
    """Complain of two projects that would be written into one file, or of a template that would be."""
    return _about(
        "P1056", Text(f"{out} 会被写两次，或者就是模板自己", f"{out} would be written twice, or is the template itself"),
        Text("文件名里写上 {编码}", "write {编码} (the code) into the name"),
    )  # fmt: skip


def wrong_table(name: str, anchor: str, why: Text) -> Diagnostic:
    """Complain of a pattern row that cannot be repeated."""
    return _about(
        "P1057",
        Text(f"模板 {name} 里“{anchor}”这一行不能照样重复：{why.zh}", f"the row of “{anchor}” in {name} cannot be repeated: {why.en}"),
        Text("表里留一行样板，各列的锚点都在这一行", "keep one pattern row, with all anchors of its columns in it"),
    )  # fmt: skip


NOT_ONE_ROW = Text("各列的锚点不在同一行", "the anchors of its columns are not in one row")
NO_ROW = Text("它不在表格的一行里", "it is not in a row of a table")
NO_COLUMN = Text("没有这一列", "there is no such column")
MERGED_DOWN = Text("有字段的格子与上下行合并了", "a cell with a field is merged with rows above or below")
TWO_TABLES = Text("同一行是两张表的样板", "it is the pattern of two tables")
OVER_PARAGRAPHS = Text("书签跨了几段", "the bookmark goes over several paragraphs")
