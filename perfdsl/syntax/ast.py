"""The whole tree of a ``.perf`` file, each node with its surface form.

Nodes are frozen and keep the order of the text; a span counts code points of the source.
Numbers are ``Decimal`` exactly as printed (``10.50`` keeps its zero); meaning is given later, by
``perfdsl.scheme``. Keywords are stored by their English name, whichever language they were written in.
"""

# No postponed annotations here: evaluating them again would double the time that the classes take to make.

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from perfdsl.source import Span

Operator = Literal[">=", "<=", ">", "<", "="]


class Node(BaseModel):
    """A piece of the text."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    span: Span


# ---------------------------------------------------------------- literals


class Number(Node):
    """``23万元`` · ``1,234.5`` · ``二十三万`` · ``80%``: a numeral and the unit as written."""

    kind: Literal["number"] = "number"
    value: Decimal
    unit: str = ""
    text: str


class DateLiteral(Node):
    """``2022-12-31`` · ``2022年12月31日`` · ``2022年12月`` · ``2022年底``: the last day that it names."""

    kind: Literal["date"] = "date"
    year: int
    month: int
    day: int
    text: str


class Word(Node):
    """``健全`` · ``部分达成 70%``: a state or a level, with the share a person gave inside its band."""

    kind: Literal["word"] = "word"
    word: str
    share: Number | None = None


Value = Annotated[Number | DateLiteral | Word, Field(discriminator="kind")]


# ---------------------------------------------------------------- expressions


class Name(Node):
    """``实际`` · ``目标值`` · another indicator."""

    kind: Literal["name"] = "name"
    name: str


class Unary(Node):
    """``-x`` · ``非 x``."""

    kind: Literal["unary"] = "unary"
    op: Literal["-", "not"]
    operand: "Expr"


class Binary(Node):
    """``a / b`` · ``a >= b`` · ``a 且 b``."""

    kind: Literal["binary"] = "binary"
    op: Literal["+", "-", "*", "/", ">=", "<=", ">", "<", "=", "and", "or"]
    left: "Expr"
    right: "Expr"


class Call(Node):
    """``min(a, b)`` · ``得分(集中活动的次数)``; ``function`` is the English name.

    ``有 成本指标``, ``属于 产出指标`` and ``未填 原因`` are calls with one name: has, lacks, within, filled,
    unfilled.
    """

    kind: Literal["call"] = "call"
    function: str
    arguments: "tuple[Expr, ...]"


class Per(Node):
    """``0.5分 每 1个百分点 超出 按比例``: so much for each step; the part of a step is said, not assumed."""

    kind: Literal["per"] = "per"
    amount: "Expr"
    step: "Expr"
    measured: "Expr"
    part: Literal["prorata", "floor", "ceil"] | None = None


Expr = Annotated[Number | Name | Unary | Binary | Call | Per, Field(discriminator="kind")]


# ---------------------------------------------------------------- targets


class Bound(Node):
    """``>= 12次`` · ``不超过 23万元`` · ``<= 12月份``."""

    kind: Literal["bound"] = "bound"
    op: Operator
    value: Number


class Range(Node):
    """``in 90%..100%`` · ``介于 90% 至 100%``: both ends belong to it."""

    kind: Literal["range"] = "range"
    low: Number
    high: Number


class Deadline(Node):
    """``<= 2022-12-31`` · ``2022年底前``."""

    kind: Literal["deadline"] = "deadline"
    op: Operator
    date: DateLiteral


class State(Node):
    """``是 健全``: met by exactly this word."""

    kind: Literal["state"] = "state"
    word: str


class Qualitative(Node):
    """``定性 "显著提升"``: judged by the levels of the rubric."""

    kind: Literal["qualitative"] = "qualitative"
    text: str = ""


Target = Annotated[Bound | Range | Deadline | State | Qualitative, Field(discriminator="kind")]


# ---------------------------------------------------------------- a target sheet


class Argument(Node):
    """``60%`` or ``低 = 60%`` in ``评分 内插(低 = 60%, 高 = 90%)``."""

    kind: Literal["argument"] = "argument"
    name: str = ""
    value: Expr


class Weight(Node):
    """``权重 20``: points of this indicator."""

    kind: Literal["weight"] = "weight"
    points: Number


class Scored(Node):
    """``评分 及格门槛``: the method for this indicator alone."""

    kind: Literal["scored"] = "scored"
    method: str
    arguments: tuple[Argument, ...] = ()


class Formula(Node):
    """``计算 已建档代表数 / 代表总数``: the actual comes from recorded facts."""

    kind: Literal["formula"] = "formula"
    expression: Expr


class Baseline(Node):
    """``基数 100人``: what improvements are measured from."""

    kind: Literal["baseline"] = "baseline"
    value: Number


class Remark(Node):
    """``说明 "…"`` (about) · ``依据 "…"`` (basis)."""

    kind: Literal["remark"] = "remark"
    about: Literal["about", "basis"]
    text: str


class Checklist(Node):
    """``清单 制度健全、台账齐全、公示到位``: the actual is how many of these yes/no facts hold."""

    kind: Literal["checklist"] = "checklist"
    items: tuple[str, ...]


class Measure(Node):
    """``论文 >= 3篇`` inside ``择一``."""

    kind: Literal["measure"] = "measure"
    name: str
    op: Literal[">=", "<="]
    bound: Number


class Either(Node):
    """``择一 论文 >= 3篇；获奖 >= 1项``: the better of several measures, as shares of their own targets."""

    kind: Literal["either"] = "either"
    measures: tuple[Measure, ...]


class Unsettled(Node):
    """``待填 指标值 "12次" 因为 "没有运算符"`` (hole) · ``存疑 支出计划 "（%）" 因为 "填的是金额"`` (doubt).

    What an imported form does not say surely: a hole is an error until a person fills it, a doubt a warning
    until one has looked. ``field`` is the form's own label, ``printed`` what stands there.
    """

    kind: Literal["unsettled"] = "unsettled"
    how: Literal["hole", "doubt"]
    field: str
    printed: str = ""
    reason: str = ""


class Aggregated(Node):
    """``汇总 求和`` · ``汇总 按资金``: how the facts of several reporting units (填报单位) become one."""

    kind: Literal["aggregated"] = "aggregated"
    how: Literal["sum", "equal", "by_money"]


class Serves(Node):
    """``对应 一``: the goal of the sheet that the indicator serves, by the goal's name."""

    kind: Literal["serves"] = "serves"
    goal: str


Clause = Annotated[
    Weight | Scored | Formula | Baseline | Remark | Checklist | Either | Aggregated | Serves | Unsettled,
    Field(discriminator="kind"),
]


class Indicator(Node):
    """``集中活动的次数 >= 12次，权重 12.5`` and its clauses; no target where it could not be read."""

    kind: Literal["indicator"] = "indicator"
    name: str
    name_span: Span
    target: Target | None = None
    clauses: tuple[Clause, ...] = ()


class Group(Node):
    """``产出指标 / 数量指标：`` and the indicators under it."""

    kind: Literal["group"] = "group"
    path: tuple[str, ...]
    indicators: tuple[Indicator, ...] = ()


class Code(Node):
    """``编码 13053522P00958710001D``: opaque."""

    kind: Literal["code"] = "code"
    text: str


class Year(Node):
    """``年度 2022``."""

    kind: Literal["year"] = "year"
    year: int


class BudgetPart(Node):
    """``财政资金 5.00万元``."""

    kind: Literal["budget_part"] = "budget_part"
    name: str
    amount: Number


class Budget(Node):
    """``预算 5.00万元 = 财政资金 5.00万元 + 其他资金 0万元``."""

    kind: Literal["budget"] = "budget"
    total: Number
    parts: tuple[BudgetPart, ...] = ()


class PaymentPoint(Node):
    """``3月底 1.00万元``: spent by the end of that month, cumulatively."""

    kind: Literal["payment_point"] = "payment_point"
    month: int
    amount: Number


class PaymentPlan(Node):
    """``支出计划 3月底 1.00万元，6月底 2.00万元，…``."""

    kind: Literal["payment_plan"] = "payment_plan"
    points: tuple[PaymentPoint, ...]


class Purpose(Node):
    """``用途 "…"``."""

    kind: Literal["purpose"] = "purpose"
    text: str


class Goal(Node):
    """``目标 "…"`` · ``总体目标 "…"`` · ``分项目标 人大监督 "…"`` · ``目标 一 "…"，权重 60``."""

    kind: Literal["goal"] = "goal"
    role: Literal["goal", "overall", "area", "safeguard"]
    name: str = ""
    text: str
    weight: Weight | None = None


class MoneyUnit(Node):
    """``单位 万元``: the unit of bare amounts in this project."""

    kind: Literal["money_unit"] = "money_unit"
    unit: str


class BelongsTo(Node):
    """``部门 101001`` · ``部门 101001，权重 30``: the code of its department, and its weight there."""

    kind: Literal["belongs_to"] = "belongs_to"
    code: str
    weight: Weight | None = None


class Reporters(Node):
    """``填报单位 河西镇、尖冢镇`` inside a project: the units that each record facts of it."""

    kind: Literal["reporters"] = "reporters"
    names: tuple[str, ...]


Part = Annotated[
    Code
    | Year
    | Budget
    | PaymentPlan
    | Purpose
    | Goal
    | MoneyUnit
    | BelongsTo
    | Reporters
    | Unsettled
    | Group,
    Field(discriminator="kind"),
]


class Department(Node):
    """``部门 临西县人民代表大会常务委员会本级`` and its parts."""

    kind: Literal["department"] = "department"
    name: str
    parts: tuple[Part, ...] = ()


class Project(Node):
    """``项目 代表之家运行经费`` and its parts."""

    kind: Literal["project"] = "project"
    name: str
    name_span: Span
    parts: tuple[Part, ...] = ()


class Use(Node):
    """``采用 国家自评2020``: the rubric of the projects that follow in this file."""

    kind: Literal["use"] = "use"
    rubric: str


class UnitDefinition(Node):
    """``计量单位 标箱`` (counts of its own) · ``计量单位 打 = 12个``."""

    kind: Literal["unit_definition"] = "unit_definition"
    name: str
    equals: Number | None = None


class Cite(Node):
    """``引自 "财预〔2020〕10号"`` · ``引自 "…" 未核对原文``."""

    kind: Literal["cite"] = "cite"
    text: str
    unchecked: bool = False


class Dropped(Node):
    """``撤销 集中活动的次数、使用者满意率``: indicators that an amendment takes out of the sheet."""

    kind: Literal["dropped"] = "dropped"
    names: tuple[str, ...]


AmendmentPart = Annotated[
    Cite | Budget | PaymentPlan | Purpose | Dropped | Group,
    Field(discriminator="kind"),
]


class Amendment(Node):
    """``调整 代表之家运行经费 2022-08-15``: what a document changes in a project of this file, from that day.

    An indicator in it takes the place of the one of the same name; another name is a new indicator.
    """

    kind: Literal["amendment"] = "amendment"
    project: str
    project_span: Span
    date: DateLiteral | None = None
    parts: tuple[AmendmentPart, ...] = ()


# ---------------------------------------------------------------- rubrics and methods


class GroupWeight(Node):
    """``产出指标 50`` inside ``权重``; the name ``全部`` stands for every indicator."""

    kind: Literal["group_weight"] = "group_weight"
    group: str
    points: Number


class GroupCondition(Node):
    """``当 无 成本指标``: whether a sheet has a group of level 1."""

    kind: Literal["group_condition"] = "group_condition"
    has: bool
    group: str


class Weights(Node):
    """``权重 产出指标 50，效益指标 30，… 当 无 成本指标``."""

    kind: Literal["weights"] = "weights"
    groups: tuple[GroupWeight, ...]
    condition: GroupCondition | None = None


class Absent(Node):
    """``缺项 满意度指标 归 效益指标`` · ``缺项 满意度指标 按比例``: where its points go.

    Without an heir they go to all others.
    """

    kind: Literal["absent"] = "absent"
    group: str
    heir: str = ""


class Sharing(Node):
    """``分摊 平均``: indicators without a weight share what is left of their group."""

    kind: Literal["sharing"] = "sharing"
    how: Literal["equal"]


class Selector(Node):
    """``>=`` · ``定性`` · ``期限`` · ``满意度指标`` · ``预算执行率``: which indicators a method is for."""

    kind: Literal["selector"] = "selector"
    text: str


class ScoringCase(Node):
    """``>=, > 按完成比例``."""

    kind: Literal["scoring_case"] = "scoring_case"
    selectors: tuple[Selector, ...]
    method: str
    arguments: tuple[Argument, ...] = ()


class Scoring(Node):
    """``评分 >=, > 按完成比例；= 相等``."""

    kind: Literal["scoring"] = "scoring"
    cases: tuple[ScoringCase, ...]


class GradeBand(Node):
    """``优 >= 90`` · ``良 80 至不足 90`` · ``差 其他`` (no operator)."""

    kind: Literal["grade_band"] = "grade_band"
    name: str
    op: Operator | None = None
    bound: Number | None = None
    high: Number | None = None
    high_open: bool = False


class Grades(Node):
    """``等级 优 >= 90，良 >= 80，中 >= 60，差 其他``: read from the left."""

    kind: Literal["grades"] = "grades"
    bands: tuple[GradeBand, ...]


class RoundingRule(Node):
    """``每项 2位 四舍五入`` · ``总分 2位 截断``."""

    kind: Literal["rounding_rule"] = "rounding_rule"
    what: Literal["each", "total"]
    places: int
    mode: Literal["half_up", "half_even", "truncate"]


class Rounding(Node):
    """``舍入 每项 2位 四舍五入``."""

    kind: Literal["rounding"] = "rounding"
    rules: tuple[RoundingRule, ...]


class Missing(Node):
    """``缺报 待定``."""

    kind: Literal["missing"] = "missing"
    how: Literal["pending", "zero", "excluded", "error"]


class Applies(Node):
    """``适用 偏差须说明，执行率封顶``: rules of this rubric that are written elsewhere."""

    kind: Literal["applies"] = "applies"
    rules: tuple[str, ...]


class Allow(Node):
    """``允许 超额扣分 因为 "…"``: what a proof would refute, and why it is meant."""

    kind: Literal["allow"] = "allow"
    what: Literal["beyond_range", "not_monotone", "gap", "overlap", "jump", "unreachable", "weights"]
    reason: str


class MonitoredBy(Node):
    """``监控 四色灯``: the monitoring scheme of the projects that are scored under this rubric."""

    kind: Literal["monitored_by"] = "monitored_by"
    scheme: str


class RollupPart(Node):
    """``自身 60%`` · ``各项目 40% 按预算`` inside ``汇总``."""

    kind: Literal["rollup_part"] = "rollup_part"
    of: Literal["own", "projects"]
    share: Number
    how: Literal["equal", "by_budget", "by_weight"] | None = None


class Rollup(Node):
    """``汇总 自身 60%，各项目 40% 按预算``: of what a department's score is made."""

    kind: Literal["rollup"] = "rollup"
    parts: tuple[RollupPart, ...]


RubricPart = Annotated[
    Cite
    | Weights
    | Absent
    | Sharing
    | Scoring
    | Grades
    | Rounding
    | Missing
    | Applies
    | MonitoredBy
    | Rollup
    | Allow,
    Field(discriminator="kind"),
]


class Rubric(Node):
    """``评分办法 湖北2020 沿用 国家自评2020`` and its parts."""

    kind: Literal["rubric"] = "rubric"
    name: str
    name_span: Span
    extends: str = ""
    parts: tuple[RubricPart, ...] = ()


class Parameter(Node):
    """``门槛 = 60%`` in ``方法 及格门槛(门槛 = 60%)``."""

    kind: Literal["parameter"] = "parameter"
    name: str
    default: Expr | None = None


class Deduction(Node):
    """``扣 0.5分 每 1个百分点 超出 按比例，扣完为止``: off the full points; ``to_zero``: not below zero.

    Without a step the amount is taken off once; without a measure it is taken off for what the target lacks.
    """

    kind: Literal["deduction"] = "deduction"
    amount: Expr
    step: Expr | None = None
    measured: Expr | None = None
    part: Literal["prorata", "floor", "ceil"] | None = None
    to_zero: bool = False


class Case(Node):
    """``实际 / 目标值 < 60% -> 0%`` · ``其他 -> 100%`` (no condition) · ``其他 -> 扣 1分 每 1次 超出``."""

    kind: Literal["case"] = "case"
    condition: Expr | None = None
    result: Annotated[Number | Name | Unary | Binary | Call | Per | Deduction, Field(discriminator="kind")]


class Band(Node):
    """``>= 90% -> 100%`` · ``其他 -> 0%`` (no operator) inside ``分段``."""

    kind: Literal["band"] = "band"
    op: Operator | None = None
    bound: Expr | None = None
    result: Expr


class Bands(Node):
    """``分段 实际：>= 90% -> 100%，>= 80% -> 80%，其他 -> 0%``: cases that all ask the same."""

    kind: Literal["bands"] = "bands"
    measured: Expr
    bands: tuple[Band, ...]


class Knot(Node):
    """``60% -> 25%`` inside ``内插``."""

    kind: Literal["knot"] = "knot"
    at: Expr
    result: Expr


class Interpolation(Node):
    """``内插 实际：60% -> 25%，90% -> 100%``: straight lines between knots in rising order.

    Above the last knot the result stays as it is there. Below the first nothing is said: another case must.
    """

    kind: Literal["interpolation"] = "interpolation"
    measured: Expr
    knots: tuple[Knot, ...]


class Level(Node):
    """``档次 部分达成 60%..<80%``: the band of shares that a level allows."""

    kind: Literal["level"] = "level"
    name: str
    low: Number
    high: Number
    high_open: bool = False


MethodPart = Annotated[Cite | Case | Level | Bands | Interpolation | Allow, Field(discriminator="kind")]


class Method(Node):
    """``方法 按完成比例`` and its cases, read top-down."""

    kind: Literal["method"] = "method"
    name: str
    name_span: Span
    parameters: tuple[Parameter, ...] = ()
    parts: tuple[MethodPart, ...] = ()


# ---------------------------------------------------------------- monitoring

Light = Literal["red", "yellow", "green", "blue"]
LightSubject = Literal["money", "upward", "downward", "qualitative", "gap"]


class LightBand(Node):
    """``红 < 60%`` · ``绿 达标`` (``met``) · ``红 其他`` (neither operator nor ``met``) inside ``预警``."""

    kind: Literal["light_band"] = "light_band"
    light: Light
    op: Operator | None = None
    bound: Number | None = None
    met: bool = False


class Lights(Node):
    """``预警 资金 红 < 60%，黄 < 80%，绿 其他``: read from the left."""

    kind: Literal["lights"] = "lights"
    subject: LightSubject
    bands: tuple[LightBand, ...]


class Pace(Node):
    """``序时 红 4月底 25%，6月底 40%``: the execution rate that must be reached by the end of a month."""

    kind: Literal["pace"] = "pace"
    light: Light
    points: tuple[PaymentPoint, ...]


class Worst(Node):
    """``取最差 红，黄，蓝，绿``: which light a goal or project takes, the worst first."""

    kind: Literal["worst"] = "worst"
    lights: tuple[Light, ...]


class Progress(Node):
    """``进度 按比例`` · ``进度 按节点``: what is due between two points of a payment plan."""

    kind: Literal["progress"] = "progress"
    how: Literal["prorata", "by_node"]


class Monitoring(Node):
    """``监控办法 四色灯`` and its parts: the bands of lights in the course of a year."""

    kind: Literal["monitoring"] = "monitoring"
    name: str
    name_span: Span
    parts: tuple[Annotated[Cite | Lights | Pace | Worst | Progress, Field(discriminator="kind")], ...] = ()


# ---------------------------------------------------------------- rules


class Told(Node):
    """``提示 "…"`` · ``错误 "…"``: what a rule says; an error keeps the score from being given."""

    kind: Literal["told"] = "told"
    severity: Literal["hint", "fault"]
    text: str


class Cap(Node):
    """``总分 至多 69`` · ``得分 至多 5分`` · ``产出指标 至多 40分``: the total, this line, or one by name."""

    kind: Literal["cap"] = "cap"
    what: str
    most: Expr
    because: str = ""


class GradeCap(Node):
    """``等级 至多 中``."""

    kind: Literal["grade_cap"] = "grade_cap"
    grade: str
    because: str = ""


class Deduct(Node):
    """``扣 2分``: off this line's points, or off the total."""

    kind: Literal["deduct"] = "deduct"
    amount: Expr
    because: str = ""


class Exclude(Node):
    """``不计``: this line is left out and the rest rescaled."""

    kind: Literal["exclude"] = "exclude"
    because: str = ""


Effect = Annotated[Told | Cap | GradeCap | Deduct | Exclude, Field(discriminator="kind")]


class RuleCase(Node):
    """``每项 当 得分 < 分值 且 未填 原因`` and, under it, ``则 提示 "…"``; no condition: always."""

    kind: Literal["rule_case"] = "rule_case"
    each: Literal["indicator", "project", "department"]
    condition: Expr | None = None
    effects: tuple[Effect, ...]


class Rule(Node):
    """``规则 执行率封顶`` and its cases."""

    kind: Literal["rule"] = "rule"
    name: str
    name_span: Span
    parts: tuple[Annotated[Cite | RuleCase, Field(discriminator="kind")], ...] = ()


# ---------------------------------------------------------------- facts


class FactPoints(Node):
    """``扣分 2分`` · ``自评 11.46分`` · ``核查 10分``: what a person took off, or gave."""

    kind: Literal["fact_points"] = "fact_points"
    about: Literal["deducted", "self", "review"]
    points: Number


DeviationCause = Literal["funding", "rules", "staff", "equipment", "other"]


class FactNote(Node):
    """``原因 "…"`` (reason) · ``原因 人员保障 "…"`` (its cause) · ``佐证 "…"`` (evidence)."""

    kind: Literal["fact_note"] = "fact_note"
    about: Literal["reason", "evidence"]
    cause: DeviationCause | None = None
    text: str


class Foreseen(Node):
    """``预计 12次``: what its author expects by the end of the year (全年预计完成)."""

    kind: Literal["foreseen"] = "foreseen"
    value: Value


class FactLine(Node):
    """``集中活动的次数 = 11次，原因 "…"`` · ``执行数 4.80万元`` · ``已完成`` (no value: yes)."""

    kind: Literal["fact_line"] = "fact_line"
    name: str
    name_span: Span
    value: Value | None = None
    notes: tuple[FactNote, ...] = ()
    points: tuple[FactPoints, ...] = ()
    foreseen: Foreseen | None = None


class Actuals(Node):
    """``实绩 代表之家运行经费 2022-12-31`` · ``实绩 农村公路 2022-12-31 填报单位 河西镇`` and its facts."""

    kind: Literal["actuals"] = "actuals"
    project: str
    project_span: Span
    date: DateLiteral | None = None
    reporter: str = ""
    facts: tuple[FactLine, ...] = ()


class Requirement(Node):
    """``要求 "补开两次集中活动"``: what is to be put right; an action is known by its project and this."""

    kind: Literal["requirement"] = "requirement"
    text: str


class Owner(Node):
    """``责任人 张三``."""

    kind: Literal["owner"] = "owner"
    name: str


class Due(Node):
    """``限期 2022-09-30``."""

    kind: Literal["due"] = "due"
    date: DateLiteral


class Result(Node):
    """``结果 "已补开" 2022-09-20``: what was done, and when."""

    kind: Literal["result"] = "result"
    text: str
    date: DateLiteral | None = None


class Action(Node):
    """``整改 代表之家运行经费 2022-08-05`` and its parts; closed by a result with evidence (佐证).

    A later block with the same project and requirement says what became of it.
    """

    kind: Literal["action"] = "action"
    project: str
    project_span: Span
    date: DateLiteral | None = None
    parts: tuple[
        Annotated[Requirement | Owner | Due | Result | FactNote, Field(discriminator="kind")], ...
    ] = ()


# ---------------------------------------------------------------- the journal of facts


class Journal(Node):
    """``台账 1`` (a journal, of that format) · ``台账 "实绩.sqlite"`` (facts are recorded there)."""

    kind: Literal["journal"] = "journal"
    format: int = 0
    file: str = ""


class Recorded(Node):
    """``登记 7 "2022-07-01T09:30:12+08:00" "张三" "手工填报"``: an entry: number, time, who, source."""

    kind: Literal["recorded"] = "recorded"
    number: int
    time: str
    who: str
    source: str


class Digest(Node):
    """``摘要 "签到表.pdf" "9f86d0…"``: SHA-256 of a file that is evidence."""

    kind: Literal["digest"] = "digest"
    file: str
    sha256: str


class Sealed(Node):
    """``封存 "9f86d0…" "2c26b4…"``: an entry ends: the seal of the entry before it, and its own."""

    kind: Literal["sealed"] = "sealed"
    before: str
    own: str


# ---------------------------------------------------------------- examples


class GivenFact(Node):
    """``集中活动的次数 = 11次`` · ``目标 >= 12次`` · ``已完成`` (no value: yes) inside ``设``."""

    kind: Literal["given_fact"] = "given_fact"
    name: str
    name_span: Span
    op: Operator | None = None
    value: Value | None = None
    target: Annotated[Range | State | Qualitative, Field(discriminator="kind")] | None = None
    notes: tuple[FactNote, ...] = ()
    points: tuple[FactPoints, ...] = ()


class Given(Node):
    """``设 集中活动的次数 = 11次，执行数 4.8万元`` · ``设 填报单位 河西镇，优良率 = 90%``."""

    kind: Literal["given"] = "given"
    reporter: str = ""
    facts: tuple[GivenFact, ...]


class ExpectPoints(Node):
    """``集中活动的次数 得 11.46分`` · ``得 9分..<12分`` · ``总分 97.81分``."""

    kind: Literal["expect_points"] = "expect_points"
    name: str = ""
    low: Number
    high: Number | None = None
    high_open: bool = False


class ExpectState(Node):
    """``集中活动的次数 未达标`` · ``总分 待定`` · ``未达标`` (no name: the line under test)."""

    kind: Literal["expect_state"] = "expect_state"
    name: str = ""
    state: Literal["met", "missed", "pending", "excluded"]


class ExpectGrade(Node):
    """``等级 优``."""

    kind: Literal["expect_grade"] = "expect_grade"
    grade: str


class ExpectTold(Node):
    """``提示 偏差须说明`` · ``无 错误``: that a rule speaks, or that none does."""

    kind: Literal["expect_told"] = "expect_told"
    severity: Literal["hint", "fault"]
    rule: str = ""
    absent: bool = False


class ExpectLight(Node):
    """``集中活动的次数 黄`` · ``资金 红`` · ``绿`` (no name: the line or project under test)."""

    kind: Literal["expect_light"] = "expect_light"
    name: str = ""
    light: Light


Expectation = Annotated[
    ExpectPoints | ExpectState | ExpectGrade | ExpectTold | ExpectLight, Field(discriminator="kind")
]


class Expect(Node):
    """``应 集中活动的次数 得 11.46分，等级 优``."""

    kind: Literal["expect"] = "expect"
    expectations: tuple[Expectation, ...]


class Example(Node):
    """``算例 "开了 11 次"``: a test of the project, method, rule or rubric above it.

    ``rubric``: that the example is scored under, where it is not the one in use.
    """

    kind: Literal["example"] = "example"
    name: str
    name_span: Span
    rubric: str = ""
    parts: tuple[Annotated[Cite | Given | Expect, Field(discriminator="kind")], ...] = ()


Item = Annotated[
    Use
    | Department
    | Project
    | UnitDefinition
    | Rubric
    | Method
    | Monitoring
    | Rule
    | Example
    | Amendment
    | Actuals
    | Action
    | Journal
    | Recorded
    | Digest
    | Sealed,
    Field(discriminator="kind"),
]


class Module(Node):
    """A whole file."""

    kind: Literal["module"] = "module"
    items: tuple[Item, ...] = ()
