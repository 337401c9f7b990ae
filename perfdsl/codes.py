"""The stable codes of diagnostics: a severity and a title in both languages each.

P01 text and statements · P02 names · P03 numbers, dates and units · P04 rubrics, methods and weights ·
P05 a sheet against itself · P06 actuals · P07 evaluation · P08 files and usage.
One mistake has one code wherever it is met: in a sheet, in a fact, or in a single printed target.
"""

from __future__ import annotations

from typing import Literal, NamedTuple


class Code(NamedTuple):
    """A code's severity and titles; its page is ``docs/diagnostics/<code>.md``."""

    severity: Literal["error", "warning", "note"]
    zh: str
    en: str


CODES: dict[str, Code] = {
    # P01: text and statements
    "P0101": Code("error", "这一行读不懂", "a line that cannot be read"),
    "P0102": Code("error", "引号没有配对", "a quotation mark without its partner"),
    "P0107": Code("error", "写错了地方", "a statement out of place"),
    "P0108": Code("error", "式子太深或太长", "an expression that is too deep or too long"),
    "P0110": Code("error", "这里不认识这个词", "a word that is not known here"),
    "P0111": Code("error", "括号没有配对", "a bracket without its partner"),
    "P0114": Code("error", "不可见的控制字符", "an invisible control character"),
    "P0115": Code("error", "太多，其余未读", "too much; the rest was left"),
    "P0120": Code("error", "旧式的换行符", "line ends of an old kind"),
    "P0121": Code("error", "没有加引号", "missing quotation marks"),
    "P0122": Code("error", "方法的一行没有箭头", "a case without its arrow"),
    "P0124": Code("error", "分组没有冒号", "a group without its colon"),
    "P0126": Code("error", "比较词在这里没有意义", "a comparison that means nothing here"),
    "P0127": Code("error", "原因前面没有事实", "a reason without its fact"),
    "P0128": Code("error", "规则缺条件或后果", "a rule without its condition or its consequence"),
    "P0129": Code("error", "算例什么也没有检验", "an example that expects nothing"),
    "P0130": Code("error", "至少要有两个", "two are needed at least"),
    # P02: names
    "P0201": Code("error", "没有这个评分办法", "an unknown rubric"),
    "P0202": Code("error", "没有这个方法", "an unknown method"),
    "P0203": Code("error", "不认识的名字", "an unknown name in an expression"),
    "P0204": Code("error", "定义了两次", "defined twice"),
    "P0205": Code("error", "项目重复", "two projects that are one"),
    "P0206": Code("error", "指标重复", "two indicators of one name in a group"),
    "P0207": Code("error", "一项写了两次", "a part that is written twice"),
    "P0208": Code("warning", "没有这个部门", "an unknown department"),
    "P0209": Code("error", "方法的参数不对", "wrong arguments of a method"),
    "P0210": Code("error", "沿用成圈", "rubrics that extend one another in a circle"),
    "P0211": Code("error", "计算成圈", "computed indicators in a circle"),
    "P0213": Code("error", "没有这条规则", "an unknown rule"),
    "P0212": Code("error", "这种指标没有这个值", "a value that this kind of target does not have"),
    # P03: numbers and units
    "P0301": Code("error", "不能读作数或日期", "neither a number nor a date"),
    "P0302": Code("error", "单位不同，不能比较", "units that cannot be compared"),
    "P0303": Code("error", "不认识的计量单位", "unknown unit"),
    "P0304": Code("error", "指标值没有写明运算符", "a target without an operator"),
    "P0305": Code(
        "error", "指标值是文字，没有写明怎样评判", "a target in words that says not how it is judged"
    ),
    "P0306": Code("error", "有两种读法", "two readings"),
    "P0307": Code("error", "数字不确切", "an inexact number"),
    "P0308": Code("error", "变化没有写明基数", "a change without its baseline"),
    "P0309": Code("error", "一处写了几个值", "several values in one place"),
    "P0310": Code("error", "没有这个日期或月份", "a date or month that does not exist"),
    "P0311": Code("error", "一段时间不是期限", "a period is not a deadline"),
    "P0312": Code("error", "数字过长", "a number with too many digits"),
    "P0313": Code("error", "数字中间有空格", "a blank inside a number"),
    "P0314": Code("error", "计量单位列与数值矛盾", "the unit column contradicts the value"),
    "P0315": Code("error", "运算符互相矛盾", "operators that contradict each other"),
    "P0316": Code("error", "这里不能用这个运算符", "an operator that cannot stand here"),
    "P0317": Code("error", "区间写得不对", "a range that is written wrongly"),
    "P0318": Code("error", "日期没有年份", "a date without a year"),
    "P0319": Code("error", "没有填写指标值", "no target value"),
    "P0320": Code("warning", "复合单位缺少分子", "a compound unit without its first part"),
    "P0321": Code("error", "不可能为负的量写成了负数", "a negative number of what cannot be negative"),
    "P0322": Code("error", "数字前后有多余的文字", "words around a number"),
    "P0323": Code("error", "两种写法的数值不相等", "two writings of different values"),
    "P0324": Code("error", "文字过长", "a text too long to be a value"),
    "P0325": Code("error", "计量单位的定义不对", "a wrong definition of a unit"),
    "P0327": Code("error", "不是确定的金额", "not a definite amount of money"),
    "P0328": Code("error", "条件与数混淆", "a condition for a number, or a number for a condition"),
    "P0329": Code("error", "结果不是得分", "a result that is no score"),
    "P0330": Code("error", "时点不能这样算", "arithmetic that points in time do not have"),
    "P0331": Code("error", "函数用得不对", "a function used wrongly"),
    "P0332": Code("error", "没有说明不足一步怎么算", "a step deduction that does not say what a part counts"),
    # P04: rubrics, methods and weights
    "P0401": Code("error", "评分办法不完整", "an incomplete rubric"),
    "P0402": Code("error", "权重合计不是 100", "weights of a rubric that do not make 100"),
    "P0403": Code("error", "等级有缺口或轮不到", "grades with a gap, or that can never be given"),
    "P0404": Code("error", "不是分数", "not a number of points"),
    "P0405": Code("error", "方法是空的或混用", "a method that is empty or mixed"),
    "P0406": Code("error", "方法的情形不全", "cases of a method that leave a gap"),
    "P0407": Code("error", "档次的定义不对", "a wrong definition of a level"),
    "P0408": Code("error", "没有适用的权重", "no weights for this sheet"),
    "P0409": Code("error", "表中的权重合计不对", "declared weights that do not add up"),
    "P0410": Code("warning", "表中的权重与办法不同", "declared weights that differ from the rubric"),
    "P0411": Code("error", "缺项的分值没有去处", "points of a missing group with nowhere to go"),
    "P0412": Code("error", "分组没有分值", "a group without points"),
    "P0413": Code("error", "没有预算", "no budget"),
    "P0414": Code("error", "没有适用的评分方法", "no method for an indicator"),
    "P0415": Code("error", "方法与指标种类不合", "a method of the wrong kind"),
    "P0416": Code("error", "没有采用评分办法", "no rubric"),
    "P0417": Code("error", "规则是空的", "an empty rule"),
    "P0418": Code("error", "规则的效果写错了地方", "an effect that a rule cannot have"),
    "P0419": Code("error", "规则里的数不是分", "an amount of a rule that is no points"),
    "P0420": Code("error", "评分办法没有这个等级", "a grade that the rubric does not have"),
    "P0421": Code("warning", "规则没有用处", "a rule that nothing is held to"),
    # P05: a sheet against itself
    "P0501": Code("error", "预算与各部分不符", "a budget that is not the sum of its parts"),
    "P0502": Code("error", "支出计划倒退", "a payment plan that goes backwards"),
    "P0503": Code("error", "支出计划与预算不符", "a payment plan that does not end at the budget"),
    "P0504": Code("error", "成本指标值超过预算", "a cost target above the budget"),
    "P0505": Code("warning", "比率要求达到或超过 100%", "a rate of 100 % or more"),
    "P0506": Code("warning", "方向与意思相反", "a target against the sense of its name"),
    "P0507": Code("warning", "写的是别的年度", "another year"),
    # P06: actuals
    "P0601": Code("error", "实绩文件读不出", "a file of actuals that cannot be read"),
    "P0602": Code("error", "工作簿加了密码", "an encrypted workbook"),
    "P0603": Code("error", "没有安装读 Excel 的组件", "what reads Excel is not installed"),
    "P0604": Code("error", "实绩文件超出上限", "a file of actuals beyond the bounds"),
    "P0605": Code("note", "按 GB18030 读", "read as GB18030"),
    "P0606": Code("error", "文件里有空字符", "NUL characters in a file"),
    "P0607": Code("error", "CSV 的引号不配对", "quotes of a CSV that do not pair"),
    "P0608": Code("error", "JSON 写错", "malformed JSON"),
    "P0609": Code("error", "JSON 不是一列实绩", "JSON that is no list of facts"),
    "P0610": Code("error", "JSON 的键重复", "a repeated key in JSON"),
    "P0611": Code("error", "NaN 或 Infinity", "NaN or Infinity"),
    "P0612": Code("error", "Excel 数字失真", "digits lost by Excel"),
    "P0613": Code("error", "公式没有结果", "a formula without its result"),
    "P0614": Code("error", "显示的数不是存的数", "a format that shows another number"),
    "P0615": Code("error", "Excel 错误值", "an Excel error"),
    "P0616": Code("error", "两列同义", "two columns of one meaning"),
    "P0617": Code("error", "缺少必要的列", "a missing column"),
    "P0618": Code("note", "不认识的列", "an unknown column"),
    "P0619": Code("warning", "文件里没有数据", "a file without data"),
    "P0620": Code("error", "实绩里有比较词", "a comparison inside an actual"),
    "P0625": Code("error", "实绩没有写项目", "a fact of no project"),
    "P0626": Code("error", "实绩没有写指标", "an actual of no indicator"),
    "P0629": Code("note", "合计行没有读", "a row of totals passed over"),
    "P0630": Code("error", "一行比表头长", "a row longer than its header"),
    "P0632": Code("note", "工作表没有读", "a sheet passed over"),
    "P0633": Code("error", "单位栏里是数", "a number in the unit column"),
    "P0640": Code("error", "没有这个项目", "a fact about an unknown project"),
    "P0641": Code("error", "没有这个指标", "a fact about an unknown indicator"),
    "P0642": Code("error", "两条实绩分不出先后", "two facts of which neither is later"),
    "P0643": Code("error", "实绩的种类不对", "an actual of the wrong kind"),
    "P0644": Code("error", "档次不对", "a wrong level, or a share outside its band"),
    "P0646": Code("error", "实绩的日期不在本年度", "an actual dated in another year"),
    "P0648": Code("error", "既计算又填报", "both computed and recorded"),
    "P0649": Code("error", "算不出", "a computation that has no result"),
    "P0650": Code("error", "缺报", "a missing fact where none is allowed"),
    # P07: evaluation
    "P0701": Code("warning", "得分算不出", "a score that is undefined"),
    "P0702": Code("warning", "执行数超过预算", "spending above the budget"),
    "P0711": Code("warning", "规则提示", "what a rule points out"),
    "P0712": Code("error", "规则不允许", "what a rule does not allow"),
    "P0713": Code("warning", "规则互相冲突", "rules that conflict"),
    "P0714": Code("warning", "规则算不出", "a rule that could not be judged"),
    # P08: files and usage
    "P0801": Code("error", "没有这个文件", "a file that does not exist"),
    "P0802": Code("error", "文件读不了", "a file that cannot be read"),
    "P0803": Code("error", "没有可以检查的目标表", "nothing to work on"),
    "P0804": Code("error", "不支持的文件格式", "a kind of file that cannot be read"),
    "P0805": Code("error", "文件太大或太多", "a file that is too large, or too many files"),
    "P0806": Code("error", "没有选中任何项目", "no project is selected"),
    "P0807": Code("warning", "文件不是 UTF-8", "a text that is not UTF-8"),
    "P0808": Code("error", "文件写不了", "a file that cannot be written"),
    "P0851": Code("error", "自评表缺少一列", "a table of self-scores that lacks a column"),
    "P0852": Code("warning", "得分或分值不是分数", "a score or a weight that is no number of points"),
    "P0853": Code("error", "自评表没有可以核对的行", "a table of self-scores without a row to compare"),
    "P0871": Code("error", "没有这个旧版本", "no such older state"),
    "P0872": Code("error", "用不了 git", "git cannot be used"),
    "P0881": Code("error", "评分办法没有这个等级", "a grade that the rubric does not have"),
    "P0882": Code("error", "没有这个指标可以放开", "no such line to be opened"),
    "P0883": Code("error", "算出来的指标不能放开", "a computed line that cannot be opened"),
}


def severity_of(code: str) -> Literal["error", "warning", "note"]:
    """Severity of a known code."""
    return CODES[code].severity
