"""Where each kind of statement belongs, and the complaint about one that stands elsewhere (P0107)."""

from __future__ import annotations

from perfdsl.diagnostic import Diagnostic, Text, complaint
from perfdsl.source import Place
from perfdsl.syntax import ast
from perfdsl.syntax.statement import Then, When

_BLOCKS: dict[type[ast.Node], Text] = {
    ast.Department: Text("部门", "a department"),
    ast.Project: Text("项目", "a project"),
    ast.Rubric: Text("评分办法", "a rubric"),
    ast.Method: Text("方法", "a method"),
    ast.Rule: Text("规则", "a rule"),
    ast.Example: Text("算例", "an example"),
    ast.Monitoring: Text("监控办法", "a monitoring scheme"),
    ast.Amendment: Text("调整", "an amendment"),
    ast.Action: Text("整改", "an action"),
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
_MONITORING = Text("它写在 监控办法 里", "it belongs in a monitoring scheme")
_AMENDMENT = Text("它写在 调整 里", "it belongs in an amendment")
_ACTION = Text("它写在 整改 里", "it belongs in an action")
_ENTRY = Text("指标写在 项目 的分组下面，事实写在 实绩 下面",
              "an indicator belongs in a group of a project, a fact under actuals")  # fmt: skip
_HELD: tuple[tuple[Text, tuple[type, ...]], ...] = (
    (_SHEET, (ast.Code, ast.Year, ast.Goal, ast.Unsettled, ast.MoneyUnit, ast.Reporters)),
    (_PROJECT, (ast.BelongsTo, ast.Budget, ast.PaymentPlan, ast.Purpose, ast.Group)),
    (
        _CLAUSE,
        (
            ast.Weight,
            ast.Scored,
            ast.Formula,
            ast.Baseline,
            ast.Remark,
            ast.Checklist,
            ast.Either,
            ast.Aggregated,
            ast.Serves,
        ),
    ),
    (_NOTE, (ast.FactNote, ast.FactPoints, ast.Foreseen)),
    (_MONITORING, (ast.Lights, ast.Pace, ast.Worst, ast.Progress)),
    (_AMENDMENT, (ast.Dropped,)),
    (_ACTION, (ast.Requirement, ast.Owner, ast.Due, ast.Result)),
    (
        _RUBRIC,
        (
            ast.Weights,
            ast.Absent,
            ast.Sharing,
            ast.Scoring,
            ast.Grades,
            ast.Rounding,
            ast.Missing,
            ast.Applies,
            ast.MonitoredBy,
            ast.Rollup,
        ),
    ),
    (_METHOD, (ast.Case, ast.Level, ast.Bands, ast.Interpolation)),
    (_RULE, (When, Then)),
    (_EXAMPLE, (ast.Given, ast.Expect)),
    (_ENTRY, (ast.Indicator,)),
    (Text("它写在 评分办法 或 方法 里", "it belongs in a rubric or a method"), (ast.Allow,)),
    (
        Text(
            "它写在 评分办法、方法、规则、算例、监控办法 或 调整 里",
            "it belongs in a rubric, a method, a rule, an example, a monitoring scheme or an amendment",
        ),
        (ast.Cite,),
    ),
)
HOMES: dict[type, Text] = {kind: home for home, kinds in _HELD for kind in kinds}
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
    _MONITORING: Text("在它上面写一行 监控办法，例如：监控办法 四色灯",
                      "write a line above it that opens a monitoring scheme, such as: monitoring FourLights"),
    _AMENDMENT: Text("在它上面写一行 调整，例如：调整 代表之家运行经费 2022-08-15",
                     "write a line above it that opens an amendment, such as: amend Meetings 2022-08-15"),
    _ACTION: Text("在它上面写一行 整改，例如：整改 代表之家运行经费 2022-08-05",
                  "write a line above it that opens an action, such as: action Meetings 2022-08-05"),
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
    if inside in {ast.Rule, ast.Example} and home not in {_RULE, _EXAMPLE}:
        hint = Text(
            "规则和算例写在项目、方法、评分办法的后面：把这一行移到它前面",
            "rules and examples come after the whole project, method or rubric: move this line above it",
        )
    return complaint("P0107", place, what, home, hint)  # fmt: skip
