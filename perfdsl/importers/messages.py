"""The wording of doubts and notes about what was read in a form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from perfdsl.diagnostic import Text
from perfdsl.documents.document import Flag


def short(text: str) -> str:
    """Cut a text so that it fits a line beside its words."""
    said = " ".join(text.split())
    return said if len(said) <= 30 else said[:29] + "…"  # noqa: PLR2004 (fits a line beside its words)


OF_FLAGS: Mapping[Flag, Text] = {
    "joined_over_page": Text("由两页上的文字拼成", "put together from two pages"),
    "borderless": Text("没有表格线，按位置读出", "read by position: there are no rules"),
    "overlap": Text("与另一格重叠", "another cell claims the same place"),
    "overflow_text": Text("文字印在格外", "printed outside its cell"),
    "digits_lost": Text(
        "数字超过 15 位，末位可能已丢失", "a number of 15 digits or more: its last ones may be lost"
    ),
    "uncalculated": Text("公式没有算出的值", "a formula without its value"),
    "error": Text("公式出错", "a formula in error"),
    "disguised": Text("数字格式显示成另一个数", "its number format shows another number"),
    "hidden": Text("在隐藏的行、列或工作表里", "in a hidden row, column or sheet"),
    "nested_table": Text("格内还有表格", "the cell holds a table"),
    "text_box": Text("格内有文本框", "the cell holds a text box"),
    "cut_off": Text("文件在这里断了，后面可能还有行", "the file was cut off here; rows may be missing"),
}
"""``vertical_text``, ``after_page_break`` and ``carried_over_page`` are no doubts by themselves."""

# ---------------------------------------------------------------- columns and rows


def two_labels(meaning: str, labels: Sequence[str]) -> Text:
    """Two columns that mean the same."""
    said = "”“".join(map(short, labels))
    return Text(
        f"“{said}”是同一项内容，无法确定读哪一列", f"“{said}” mean the same ({meaning}): which column counts?"
    )


def unknown_header(label: str) -> Text:
    """A column whose label is not known."""
    return Text(
        f"不认识表头“{short(label)}”，这一列没有读",
        f"the heading “{short(label)}” is not known; its column was not read",
    )


def no_column(label: str) -> Text:
    """A table without a column that it needs."""
    return Text(f"表里没有认得出的“{label}”列", f"no column of the table could be told to be “{label}”")


def no_rows() -> Text:
    """A header with nothing below it that could be read."""
    return Text("表头下面没有读出一行指标", "no row of indicators could be read below the header")


def covers_columns(count: int) -> Text:
    """A cell that reaches over several columns."""
    return Text(
        f"这一格跨了 {count} 列，可能是相邻单元格并在一起",
        f"the cell reaches over {count} columns: neighbours may have been merged",
    )


def several_cells(texts: Sequence[str]) -> Text:
    """Several cells below one label."""
    said = "｜".join(map(short, texts))
    return Text(f"同一表头下有几格：{said}", f"several cells below one heading: {said}")


def shared_by_rows() -> Text:
    """A name or a target that stands in one cell for several rows."""
    return Text("一格管了几行", "one cell stands for several rows")


def blank_beside_filled(label: str) -> Text:
    """The only blank of a column."""
    return Text(
        f"只有这一行的“{short(label)}”是空白，内容可能并到了旁边的格里",
        f"the only blank of “{short(label)}”: its text may have moved into a neighbour",
    )


def carried_blank() -> Text:
    """A blank level in a form whose levels are merged cells."""
    return Text(
        "空白；表里别处用合并单元格表示“同上”", "blank, where the form has merged cells for “as above”"
    )


def carried_down(value: str) -> Text:
    """A blank level that repeats the one above."""
    return Text(f"空白，沿用上一行的“{short(value)}”", f"blank: “{short(value)}” of the row above is meant")


def joined_rows() -> Text:
    """A row that a page break cut in two."""
    return Text(
        "这一行被分页截断，已把两页的文字接上",
        "a page break cut this row; the parts on both pages were joined",
    )


def may_be_one_row() -> Text:
    """Two rows at a page break that may be one."""
    return Text("分页前后的两行可能原是一行", "the rows on both sides of the page break may be one row")


def filled_from_name(operator: str) -> Text:
    """An operator taken from the name's own template."""
    return Text(
        f"指标值没有运算符，按指标名称里的“{operator}**”读",
        f"the operator is that of “{operator}**” in the indicator's name",
    )


def weight_in_label(label: str) -> Text:
    """Points written inside a label."""
    return Text(f"“{short(label)}”里写有分值", f"“{short(label)}” states points")


def marked_name(mark: str) -> Text:
    """A mark before a name."""
    return Text(f"名称前的标记“{mark}”没有读入", f"the mark “{mark}” before the name was left out")


# ---------------------------------------------------------------- levels and columns of text


def unknown_level(level: str, *, damaged: bool) -> Text:
    """A level that the vocabulary does not have."""
    if damaged:
        return Text(
            f"“{short(level)}”与已知的指标名称相近而不同",
            f"“{short(level)}” is nearly, and not quite, a known level",
        )
    return Text(
        f"“{short(level)}”不在常用的指标分类里", f"“{short(level)}” is not one of the customary levels"
    )


def level_does_not_fit(level2: str, level1: str) -> Text:
    """A second level below the wrong first one."""
    return Text(
        f"“{short(level2)}”通常不在“{short(level1)}”之下",
        f"“{short(level2)}” does not belong below “{short(level1)}”",
    )


def differs_from_column(common: str) -> Text:
    """A basis that nearly repeats all others."""
    return Text(
        f"与其他各行的“{short(common)}”只差一点",
        f"differs a little from all other rows (“{short(common)}”)",
    )


def swapped_columns() -> Text:
    """Names that are longer than descriptions, and right of them."""
    return Text(
        "三级指标与绩效指标描述两列的表头可能对调了",
        "the headings of names and descriptions may have been swapped",
    )


def swapped_levels() -> Text:
    """Names that are second levels, below second levels that are not."""
    return Text(
        "二级指标与三级指标两列的表头可能对调了",
        "the headings of second levels and of names may have been swapped",
    )


def swapped_points() -> Text:
    """Scores that sum to a whole, beside weights that do not."""
    return Text(
        "得分合计是整数 100 或 90，分值合计不是：分值与得分两列的表头可能对调了",
        "the scores sum to 100 or 90 and the weights do not: their headings may have been swapped",
    )


def points_above_whole() -> Text:
    """More points in one row than a form has."""
    return Text("一行的分数超过 100", "more points in one row than the 100 of a form")


def total_not_read(said: str) -> Text:
    """A row of totals whose score could not be read."""
    return Text(
        f"合计行“{short(said)}”里没有读出总得分", f"no total score could be read from the row “{short(said)}”"
    )


def same_name(name: str) -> Text:
    """Two rows of one name."""
    return Text(f"同一类里有两行“{short(name)}”", f"two rows of one group are called “{short(name)}”")


def weights_total(total: str) -> Text:
    """Weights that sum to neither 100 nor 90."""
    return Text(
        f"权重合计 {total}，既不是 100，也不是 90（另有执行率 10 分）",
        f"the weights sum to {total}: neither 100, nor 90 beside 10 of execution",
    )


# ---------------------------------------------------------------- head


def parts_and_total(total: str, parts: str) -> Text:
    """A budget that is not its parts."""
    return Text(
        f"预算数 {total}，财政资金与其他资金合计 {parts}", f"the budget is {total}, its parts sum to {parts}"
    )


def blank_part(total: str, part: str) -> Text:
    """A budget larger than its one printed part."""
    return Text(
        f"预算数 {total}，财政资金 {part}，其他资金空白（空白不等于 0）",
        f"the budget is {total}, 财政资金 {part}; 其他资金 is blank, which is not zero",
    )


def plan_is_money() -> Text:
    """The seed's own trap: a percent header over amounts."""
    return Text(
        "表头是 %，填的是累计金额（12 月底 = 预算数）",
        "the heading says %; filled in are cumulative amounts (the last is the budget)",
    )


def plan_falls(month: int) -> Text:
    """A cumulative plan that goes down."""
    return Text(
        f"{month} 月底的累计数比前一时点还小",
        f"the cumulative amount at the end of month {month} is below the one before",
    )


def plan_ends_elsewhere(last: str, budget: str) -> Text:
    """A plan that ends at neither the budget nor 100."""
    return Text(
        f"最后一个时点是 {last}，既不是预算数 {budget}，也不是 100%",
        f"the plan ends at {last}: neither the budget, {budget}, nor 100 %",
    )


def doubtful_characters(characters: str) -> Text:
    """O and l among digits."""
    return Text(f"数字之间的“{characters}”可能是 0 或 1", f"“{characters}” among digits may be 0 or 1")


def odd_length(length: int, usual: str) -> Text:
    """A code whose length differs."""
    return Text(
        f"编码有 {length} 位，通常是 {usual} 位", f"the code has {length} characters, usual are {usual}"
    )


def odd_characters() -> Text:
    """A code with other characters than digits and capital letters."""
    return Text(
        "编码里有数字和大写字母以外的字符", "the code holds other characters than digits and capitals"
    )


def code_in_name() -> Text:
    """A code that stands before the project's name."""
    return Text("取自项目名称前面的编码", "taken from before the project's name")


def title_differs(title: str, name: str) -> Text:
    """A title that names another project."""
    return Text(
        f"标题里是“{short(title)}”，项目名称是“{short(name)}”",
        f"the title says “{short(title)}”, the name is “{short(name)}”",
    )


def other_unit(unit: str) -> Text:
    """An amount with a unit of its own."""
    return Text(f"金额自带单位“{unit}”，与表头不同", f"the amount has a unit of its own, “{unit}”")


# ---------------------------------------------------------------- what no field took

NO_FIELD = Text("已知的项目，规格里没有对应的字段", "known, but a sheet has no field for it")
NOT_READ = Text("没有认出是什么", "it could not be told what this is")
COLUMN_NOT_READ = Text("所在的列没有读", "its column was not read")
SECOND_VALUE = Text(
    "同名的标签已经读过，或是实施期的数", "its label was read once already, or it is of the whole period"
)
A_LABEL = Text("标签", "a label")
TOTALS_ROW = Text("合计行，不是指标", "a row of totals, no indicator")
EMPTY_ROW = Text("只有指标分类，没有指标", "levels without an indicator")
REPEATED_HEADER = Text("重复的表头", "a repeated header")
A_NOTE = Text("表外的文字", "text outside the table")
NO_FORM = Text("不属于任何一张表", "belongs to no form")
PERIOD_ONLY = Text(
    "只在实施期目标里有，年度目标里没有", "it stands among the targets of the whole period only"
)
TITLE_ONLY = Text("有标题而没有表", "a title without a table")
TOO_WIDE = Text("这一行的格子太多，不会是表单的一行", "more cells than a row of any form has")
TOO_LARGE = Text("表格太大，后面的没有读", "the tables are too large: the rest was not read")
