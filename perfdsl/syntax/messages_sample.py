"""How each statement looks: what a person is shown whose own could not be read."""

from __future__ import annotations

from perfdsl.diagnostic import Text

SAMPLES = {
    "purpose": Text('用途 "保障履职"', 'purpose "to keep things running"'),
    "goal": Text('目标 "保障正常运转"', 'goal "to keep things running"'),
    "overall": Text('总体目标 "做好初审工作"', 'overall "to review the budget"'),
    "area": Text('分项目标 人大监督 "听取报告"', 'area oversight "to hear reports"'),
    "safeguard": Text('措施 加强监控 "及时采取措施"', 'safeguard monitoring "to act in time"'),
    "about": Text('说明 "反映活动的次数"', 'about "counts the meetings"'),
    "basis": Text('依据 "2022年工作要点"', 'basis "the plan for 2022"'),
    "reason": Text('原因 "改为线上"', 'reason "moved online"'),
    "evidence": Text('佐证 "签到表.pdf"', 'evidence "sheet.pdf"'),
    "cite": Text('引自 "财预〔2020〕10号"', 'cites "MOF 2020 No. 10"'),
    "use": Text("采用 国家自评2020", "use National2020"),
    "department": Text("部门 临西县人大常委会", 'department "People\'s Congress"'),
    "project": Text("项目 代表之家运行经费", 'project "Meetings"'),
    "rubric": Text("评分办法 湖北2020 沿用 国家自评2020", "rubric Hubei2020 extends National2020"),
    "method": Text("方法 及格门槛(门槛 = 60%)", "method Gate(threshold = 60%)"),
    "actuals": Text("实绩 代表之家运行经费 2022-12-31", "actuals Meetings 2022-12-31"),
    "code": Text("编码 13053522P00958710001D", "code 13053522P00958710001D"),
    "year": Text("年度 2022", "year 2022"),
    "budget": Text("预算 5.00万元 = 财政资金 5.00万元 + 其他资金 0万元", "budget 5.00万元 = fiscal 5.00万元 + other 0万元"),
    "plan": Text("支出计划 3月底 1.00万元，6月底 2.00万元", "plan 3月底 1.00万元, 6月底 2.00万元"),
    "amounts": Text("单位 万元", "amounts 万元"),
    "weight": Text("权重 20（指标下面），或 权重 产出指标 50，效益指标 30（评分办法里）", "weight 20 (of an indicator), or weight output 50, benefit 30 (in a rubric)"),
    "scored": Text("评分 按完成比例（指标下面），或 评分 >=, > 按完成比例；定性 三档（评分办法里）", "scored gate (of an indicator), or scored >=, > proportional; qualitative levels (in a rubric)"),
    "formula": Text("计算 已建档代表数 / 代表总数", "formula filed / total"),
    "baseline": Text("基数 100人", "baseline 100人"),
    "sharing": Text("分摊 平均", "sharing equal"),
    "absent": Text("缺项 满意度指标 归 效益指标", "absent satisfaction to benefit"),
    "grades": Text("等级 优 >= 90，良 80 至不足 90，中 60 至不足 80，差 其他", "grades A >= 90, B 80..<90, C 60..<80, D otherwise"),
    "rounding": Text("舍入 每项 2位 四舍五入", "rounding each 2 half_up"),
    "missing": Text("缺报 待定", "missing pending"),
    "level": Text("档次 部分达成 60%..<80%", "level partly 60%..<80%"),
    "unit": Text("计量单位 打 = 12个", "unit dozen = 12个"),
    "otherwise": Text("其他 -> 实际 / 目标值", "otherwise -> actual / target"),
    "checklist": Text("清单 制度健全、台账齐全、公示到位", "checklist rules, ledgers, notices"),
    "either": Text("择一 论文 >= 3篇；获奖 >= 1项", "either papers >= 3篇; prizes >= 1项"),
    "bands": Text("分段 实际：>= 90% -> 100%，>= 80% -> 80%，其他 -> 0%", "bands actual: >= 90% -> 100%, >= 80% -> 80%, otherwise -> 0%"),
    "interpolation": Text("内插 实际：60% -> 25%，90% -> 100%", "interpolate actual: 60% -> 25%, 90% -> 100%"),
    "applies": Text("适用 偏差须说明，执行率封顶", "applies Explain, Ceiling"),
    "allow": Text('允许 超额扣分 因为 "手册第 3 页"', 'allow not_monotone because "manual, page 3"'),
    "rule": Text("规则 偏差须说明", "rule Explain"),
    "each_indicator": Text("每项 当 得分 < 分值 且 未填 原因", "each when score < points and unfilled reason"),
    "each_project": Text("每项目 当 预算执行率 < 60%", "each_project when execution < 60%"),
    "each_department": Text("每部门 当 总分 < 60", "each_department when total < 60"),
    "then": Text('则 总分 至多 69 因为 "执行率过低"，扣 2分，提示 "请说明原因"', 'then total at_most 69 because "too little was spent", deduct 2分, hint "say why"'),
    "example": Text("算例 “开了 11 次”", "example Eleven"),
    "given": Text('设 集中活动的次数 = 11次，原因 "改为线上"，执行数 4.8万元', 'given meetings = 11次, reason "moved online", spent 4.8万元'),
    "expect": Text("应 集中活动的次数 得 11.46分，等级 优，无 错误", "expect meetings gets 11.46分, grades A, lacks fault"),
    "deducted": Text("扣分 2分", "deducted 2分"),
    "self": Text("自评 11.46分", "self 11.46分"),
    "review": Text("核查 10分", "review 10分"),
    "hole": Text('待填 指标值 "12次" 因为 "没有运算符"', 'hole target "12次" because "no operator is printed"'),
    "doubt": Text('存疑 支出计划 "（%）" 因为 "填的是金额"', 'doubt plan "(%)" because "these are amounts"'),
}  # fmt: skip
"""By the keyword that begins the statement."""

DEDUCTION = Text(
    "其他 -> 扣 0.5分 每 1个百分点（按比例），扣完为止",
    "otherwise -> deduct 0.5分 per 1个百分点 (prorata), to_zero",
)

INDICATOR = Text("集中活动的次数 >= 12次", "meetings >= 12次")
IN_BLOCK = {
    "method": Text("实际 / 目标值 < 60% -> 0%", "actual / target < 60% -> 0%"),
    "rule": SAMPLES["each_indicator"],
    "example": SAMPLES["given"],
    "actuals": Text("集中活动的次数 = 11次，扣分 2分", "meetings = 11次, deducted 2分"),
}
"""By the block that it stands in, where it begins with no keyword."""
