"""Makes sheets of the size of a county's (about 1.5 KB), each different; all numbers in them are invented."""

from __future__ import annotations

import random

_NAMES = ["培训人次", "检查次数", "工作完成率", "验收合格率", "及时率", "覆盖率", "满意率", "采纳率"]


def make_sheet(number: int) -> str:
    """Give the text of one project with seven indicators."""
    rng = random.Random(number)  # noqa: S311 — invented numbers, not secrets
    budget = rng.randint(5, 900)
    third = budget // 3
    rate = [rng.randint(70, 99) for _ in range(5)]
    return f"""采用 国家自评2020

项目 第{number}号项目经费{rng.choice(_NAMES)}
  编码 1305{number:04}P{number:010}0X
  部门 101001
  年度 2022
  单位 万元
  预算 {budget}.00万元 = 财政资金 {budget}.00万元
  支出计划 3月底 {third // 2}.00万元，6月底 {third}.00万元，10月底 {2 * third}.00万元，12月底 {budget}.00万元
  用途 "用于第{number}号项目的组织、培训、视察和其他日常工作，保障各项任务按计划完成，并按规定使用资金。"
  目标 "完成年度工作计划，保障各项活动正常开展，提高服务质量和水平。"
  目标 "保障人员履职，接受监督，及时公开有关信息，群众满意。"

  产出指标 / 数量指标：
    {_NAMES[number % 2]} >= {rng.randint(3, 300)}次
      说明 "反映全年组织开展活动的次数，以签到表和台账为准"
      依据 "年度工作要点和有关文件规定的任务数量"
  产出指标 / 质量指标：
    工作完成率 >= {rate[0]}%
      说明 "反映按计划完成的工作占计划数量的比率"
      依据 "年度工作要点和有关文件规定的任务数量"
  产出指标 / 时效指标：
    项目完成时限 <= 12月份
      说明 "反映项目完成的时间"
  产出指标 / 成本指标：
    项目成本 <= {budget}万元
      说明 "反映项目的总成本不超过预算"
  效益指标 / 社会效益指标：
    覆盖率 >= {rate[1]}%
      说明 "反映受益人数占应受益人数的比率"
      依据 "年度工作要点和有关文件规定的任务数量"
  效益指标 / 可持续影响指标：
    采纳率 >= {rate[2]}%
      说明 "反映采纳的建议占提出建议的比率"
  满意度指标 / 服务对象满意度指标：
    群众满意率 >= {rate[3]}%
      说明 "反映接受问卷的群众中表示满意的比率"
      依据 "问卷调查"
"""
