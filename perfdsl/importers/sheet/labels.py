"""What the fields of forms are called in sheets, where a hole or a doubt names one."""

from __future__ import annotations

from typing import Final

from perfdsl.importers.draft import HeadName, RowName

HEAD: Final[dict[HeadName, str]] = {
    "code": "编码",
    "name": "项目名称",
    "unit_code": "部门编码",
    "department": "部门",
    "implementer": "实施单位",
    "money_unit": "单位",
    "year": "年度",
    "budget": "预算",
    "fiscal": "财政资金",
    "other": "其他资金",
    "purpose": "用途",
    "plan_header": "支出计划",
    "expected_goal": "目标",
    "actual_goal": "总体目标实际完成情况",
    "total": "总分",
    "period": "监控期间",
    "period_goal": "实施期目标",
    "period_budget": "实施期资金总额",
}
ROW: Final[dict[RowName, str]] = {
    "level1": "一级指标",
    "level2": "二级指标",
    "name": "三级指标",
    "description": "说明",
    "target": "指标值",
    "operator": "运算符",
    "unit": "计量单位",
    "weight": "权重",
    "direction": "指标方向",
    "basis": "依据",
    "actual": "实际完成值",
    "score": "得分",
    "reason": "偏差原因",
    "forecast": "全年预计完成情况",
    "likelihood": "完成目标可能性",
    "period_target": "实施期指标值",
    "cause_money": "经费保障",
    "cause_rules": "制度保障",
    "cause_people": "人员保障",
    "cause_equipment": "硬件条件保障",
    "cause_other": "其他原因",
}
EXECUTED: Final = "执行数"
