"""The wording of complaints about statements that can be read and lack something around them."""

from __future__ import annotations

from perfdsl.diagnostic import Diagnostic, Text, complaint
from perfdsl.source import Place
from perfdsl.syntax import ast
from perfdsl.syntax.messages import short
from perfdsl.syntax.statement import Bare, Entry


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
