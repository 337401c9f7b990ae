"""The wording of complaints about statements that can be read and stand where they mean nothing (P0107 …)."""

from __future__ import annotations

from perfdsl.diagnostic import Diagnostic, Text, complaint
from perfdsl.source import Place
from perfdsl.syntax import ast
from perfdsl.syntax.messages import short
from perfdsl.syntax.statement import Bare, Entry, Then, When

_BLOCKS: dict[type[ast.Node], Text] = {
    ast.Department: Text("部门", "a department"),
    ast.Project: Text("项目", "a project"),
    ast.Rubric: Text("评分办法", "a rubric"),
    ast.Method: Text("方法", "a method"),
    ast.Rule: Text("规则", "a rule"),
    ast.Example: Text("算例", "an example"),
    ast.Actuals: Text("实绩", "actuals"),
}

_SHEET = Text("它写在 部门 或 项目 里", "it belongs in a department or a project")
_PROJECT = Text("它写在 项目 里", "it belongs in a project")
_CLAUSE = Text("它写在一个指标下面", "it belongs under an indicator")
_NOTE = Text("它写在 实绩 的一条事实下面", "it belongs under a fact of actuals")
_RUBRIC = Text("它写在 评分办法 里", "it belongs in a rubric")
_METHOD = Text("它写在 方法 里", "it belongs in a method")
_RULE = Text("它写在 规则 里", "it belongs in a rule")
_EXAMPLE = Text("它写在 算例 里", "it belongs in an example")
_ENTRY = Text("指标写在 项目 的分组下面，事实写在 实绩 下面",
              "an indicator belongs in a group of a project, a fact under actuals")  # fmt: skip
HOMES: dict[type, Text] = {
    **dict.fromkeys((ast.Code, ast.Year, ast.Goal), _SHEET),
    **dict.fromkeys(
        (ast.BelongsTo, ast.Budget, ast.PaymentPlan, ast.Purpose, ast.MoneyUnit, ast.Group), _PROJECT
    ),
    **dict.fromkeys(
        (
            ast.Weight,
            ast.Scored,
            ast.Formula,
            ast.Baseline,
            ast.Remark,
            ast.Checklist,
            ast.Either,
        ),
        _CLAUSE,
    ),  # fmt: skip
    **dict.fromkeys((ast.FactNote, ast.FactPoints), _NOTE),
    **dict.fromkeys(
        (ast.Weights, ast.Absent, ast.Sharing, ast.Scoring, ast.Grades, ast.Rounding, ast.Missing), _RUBRIC
    ),
    ast.Applies: _RUBRIC,
    ast.Allow: Text("它写在 评分办法 或 方法 里", "it belongs in a rubric or a method"),
    ast.Cite: Text(
        "它写在 评分办法、方法、规则 或 算例 里", "it belongs in a rubric, a method, a rule or an example"
    ),
    **dict.fromkeys((ast.Case, ast.Level, ast.Bands, ast.Interpolation), _METHOD),
    **dict.fromkeys((When, Then), _RULE),
    **dict.fromkeys((ast.Given, ast.Expect), _EXAMPLE),
    ast.Indicator: _ENTRY,
}
"""Where each kind of statement belongs."""

_OPENINGS: dict[Text, Text] = {
    _SHEET: Text("在它上面写一行 项目 或 部门，例如：项目 代表之家运行经费",
                 'write a line above it that opens a project or a department, such as: project "Meetings"'),
    _PROJECT: Text("在它上面写一行 项目，例如：项目 代表之家运行经费",
                   'write a line above it that opens a project, such as: project "Meetings"'),
    _ENTRY: Text("在它上面写 项目 和分组两行，例如：项目 代表之家运行经费，产出指标 / 数量指标：",
                 'write a project and a group above it, such as: project "Meetings", output / quantity:'),
    _RUBRIC: Text("在它上面写一行 评分办法，例如：评分办法 本县2022",
                  "write a line above it that opens a rubric, such as: rubric Ours2022"),
    _METHOD: Text("在它上面写一行 方法，例如：方法 及格门槛", "write a line above it that opens a method, such as: method Gate"),
    _RULE: Text("在它上面写一行 规则，例如：规则 偏差须说明", "write a line above it that opens a rule, such as: rule Explain"),
    _EXAMPLE: Text("在它上面写一行 算例，例如：算例 “开了 11 次”", "write a line above it that opens an example, such as: example Eleven"),
    _CLAUSE: Text("在它上面先写指标，例如：集中活动的次数 >= 12次", "write the indicator above it, such as: meetings >= 12次"),
    _NOTE: Text("在它上面先写事实，例如：集中活动的次数 = 11次", "write the fact above it, such as: meetings = 11次"),
}  # fmt: skip


def misplaced(place: Place, node: type, inside: type[ast.Node] | None) -> Diagnostic:
    """Complain about a statement in a block where it means nothing."""
    what = Text(
        "这一行不在任何 项目、评分办法 或 实绩 里", "this line stands in no project, rubric or actuals"
    )
    if inside is not None:
        what = Text(
            f"这一行不能写在{_BLOCKS[inside].zh}里", f"this line cannot stand in {_BLOCKS[inside].en}"
        )
    home = HOMES[node]
    hint = _OPENINGS.get(
        home, Text("移到那里，或在上面补一行开头", "move it there, or open such a block above it")
    )
    return complaint("P0107", place, what, home, hint)


def department_in_project(place: Place, name: str) -> Diagnostic:
    """Complain about a department's name inside a project, where its code belongs."""
    return complaint(
        "P0107", place,
        Text(f"项目里的 部门 后面写编码，不写名称“{short(name)}”", f"inside a project 部门 takes the code of the department, not the name “{short(name)}”"),
        Text("写成名称，就成了另起一个部门", "with a name it would open a new block"),
        Text("改为部门的编码，例如：部门 101001；要另写一个部门，就放到另一个文件", "write its code, such as: department 101001; a department of its own goes into another file"),
    )  # fmt: skip


def no_group(place: Place, name: str) -> Diagnostic:
    """Complain about an indicator above the first group."""
    return complaint(
        "P0107", place, Text(f"指标“{short(name)}”不在任何分组里", f"the indicator “{short(name)}” is in no group"),
        Text("分组决定它占哪一类的分值", "the group decides whose points it shares"),
        Text("在它上面写一行分组，例如 产出指标 / 数量指标：", "write a group above it, such as output / quantity:"),
    )  # fmt: skip


def lacks_selector(place: Place, clause: ast.Node) -> Diagnostic:
    """Complain about a rubric's 权重 or 评分 that does not say for which indicators."""
    weight = isinstance(clause, ast.Weight)
    zh = "权重 产出指标 50，效益指标 30" if weight else "评分 >=, > 按完成比例；定性 三档"
    en = "weight output 50, benefit 30" if weight else "scored >=, > proportional; qualitative levels"
    return complaint(
        "P0107", place, Text("没有说明用于哪些指标", "it does not say for which indicators"),
        Text("评分办法里要先写类别或运算符", "a rubric names a group or an operator first"),
        Text(f"例如：{zh}", f"for example: {en}"),
    )  # fmt: skip


def no_arrow(place: Place, entry: Entry) -> Diagnostic:
    """Complain about a line of a method that is not a case."""
    shown = short(entry.name)
    result = (
        entry.shape.value.text
        if isinstance(entry.shape, Bare) and isinstance(entry.shape.value, ast.Number)
        else "100%"
    )
    return complaint(
        "P0122", place, Text("方法里的这一行没有 ->", "this line of a method has no ->"),
        Text("左边是条件，右边是得分，中间要有 ->", "a condition, then ->, then the score"),
        Text(f"例如：{shown} -> {result}", f"for example: {shown} -> {result}"),
    )  # fmt: skip
