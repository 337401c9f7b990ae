"""The wording of complaints about facts that units report, and about facts of departments (P130, P132)."""

from __future__ import annotations

from collections.abc import Sequence

from perfdsl.actuals.fact import Fact
from perfdsl.diagnostic import Diagnostic, Label, Text
from perfdsl.plan.plan import DepartmentPlan, IndicatorPlan
from perfdsl.scheme.did_you_mean import did_you_mean


def _about(fact: Fact) -> tuple[str, str]:
    own = {"spent": ("执行数", "the amount spent"), "finished": ("已完成", "“finished”")}
    return own.get(fact.own, (f"“{fact.indicator}”", f"“{fact.indicator}”"))


def undeclared_unit(fact: Fact, known: Sequence[str]) -> Diagnostic:
    """Complain of a unit that the project does not have."""
    near = did_you_mean(fact.reporter, known)
    hint = (
        Text(f"是不是“{near}”？", f"did you mean “{near}”?")
        if near
        else Text(f"可写：{'、'.join(known)}；或在项目的 填报单位 里加上它", f"one of: {', '.join(known)}; or name it in the project's reported_by")
    )  # fmt: skip
    return Diagnostic(
        "P1301", Text(f"项目“{fact.project}”没有填报单位“{fact.reporter}”", f"the project “{fact.project}” has no reporting unit “{fact.reporter}”"),
        (Label(fact.place, Text("它填报的", "reported by it")),), (hint,),
    )  # fmt: skip


def whole_beside_units(fact: Fact, part: Fact) -> Diagnostic:
    """Complain of a fact without a unit beside facts of units about the same thing."""
    zh, en = _about(fact)
    return Diagnostic(
        "P1302", Text(f"{zh}有的实绩写了填报单位，有的没有写", f"some facts about {en} name their reporting unit, and one does not"),
        (Label(fact.place, Text("没有填报单位：是哪一家，还是全部？", "no unit: whose is it, or is it all?")),
         Label(part.place, Text(f"{part.reporter}填报", f"reported by {part.reporter}"))),
        (Text("写上填报单位；若它是全部的旧数，各家都要有更晚的实绩", "name its unit; if it is an old figure of the whole, every unit needs a later fact"),),
    )  # fmt: skip


def unit_missing(fact: Fact, line: IndicatorPlan) -> Diagnostic:
    """Complain of a fact without a unit about what is aggregated over several."""
    return Diagnostic(
        "P1302", Text(f"“{line.name}”由几家汇总，这条实绩没有写填报单位", f"“{line.name}” is aggregated over several units, and this fact names none"),
        (Label(fact.place, Text("是哪一家的？", "whose is it?")), Label(line.place, Text("这里写了汇总", "aggregated here"))),
        (Text(f"写成 实绩 {fact.project} … 填报单位 某单位；表格里填“填报单位”一列", f"write actuals {fact.project} … reported_by UNIT, or fill in the column reporter"),),
    )  # fmt: skip


def no_aggregation(fact: Fact, line: IndicatorPlan, *, amount: bool) -> Diagnostic:
    """Complain of facts of several units about an indicator that does not say how they become one."""
    hint = (
        Text("在指标后写 汇总 求和（绝对数）、汇总 按资金 或 汇总 平均（比率）", "write rollup sum (amounts), rollup by_money or rollup equal (rates) behind the indicator")
        if amount
        else Text("档次、状态和日期不能汇总：由部门填报一条不写填报单位的实绩，或给每家单位各写一个指标",
                  "levels, states and dates cannot be aggregated: record one fact without a unit, or give each unit an indicator of its own")
    )  # fmt: skip
    return Diagnostic(
        "P1303", Text(f"“{line.name}”由几家单位填报，没有写怎么汇总", f"several units report “{line.name}”, and it is not said how their facts become one"),
        (Label(fact.place, Text(f"{fact.reporter}填报", f"reported by {fact.reporter}")), Label(line.place, Text("这个指标", "this indicator"))), (hint,),
    )  # fmt: skip


def does_not_add_up(fact: Fact, first: Fact) -> Diagnostic:
    """Complain of numbers in a computation that several units report and that have no sum."""
    zh, en = _about(fact)
    labels = [Label(fact.place, Text("这个数", "this number"))]
    labels += [] if first is fact else [Label(first.place, Text("另一家的", "another unit's"))]
    return Diagnostic(
        "P1304", Text(f"{zh}由几家填报，但加不起来", f"several units report {en}, but the numbers do not add up"), tuple(labels),
        (Text("用于计算的数要是同一单位的绝对数；比率请写成有 汇总 的指标，或只填一条不写填报单位的",
              "numbers of a computation are amounts of one unit; make a rate an indicator with rollup, or record one fact without a unit"),),
    )  # fmt: skip


def nothing_to_weigh_by(fact: Fact, line: IndicatorPlan) -> Diagnostic:
    """Warn of a mean by money while no unit has spent any."""
    return Diagnostic(
        "P1306", Text(f"“{line.name}”按资金加权，各家的执行数都是零", f"“{line.name}” is weighed by money, and no unit has spent any"),
        (Label(fact.place, Text("待定", "pending")), Label(line.place, Text("这个指标", "this indicator"))),
        (Text("核对各家的执行数；没有支出的项目写 汇总 平均", "check what the units have spent; without spending, write rollup equal"),),
    )  # fmt: skip


def points_of_unit(fact: Fact) -> Diagnostic:
    """Complain of points that belong to one unit's fact."""
    return Diagnostic(
        "P1307", Text(f"“{fact.indicator}”汇总后才评分，一家单位的实绩上不能写分", f"“{fact.indicator}” is scored once aggregated; the fact of one unit has no points"),
        (Label(fact.place, Text(f"{fact.reporter}填报", f"reported by {fact.reporter}")),),
        (Text("把扣分、自评、核查写在不写填报单位的 实绩 里，只写名字和分", "put the points into actuals without a unit: the name and the points alone"),),
    )  # fmt: skip


def spent_of_department(fact: Fact, department: DepartmentPlan) -> Diagnostic:
    """Complain of money recorded for a department, which is the sum of its projects'."""
    return Diagnostic(
        "P1326", Text(f"部门“{department.name}”的执行数是各项目之和，不另填", f"what the department “{department.name}” has spent is the sum over its projects, and is not recorded"),
        (Label(fact.place, Text("这里填了执行数", "an amount spent")),),
        (Text("把执行数填在各项目下", "record it under the projects"),),
    )  # fmt: skip


def fact_of_bare_department(fact: Fact, department: DepartmentPlan) -> Diagnostic:
    """Complain of a fact about a department that has no indicators."""
    return Diagnostic(
        "P1322", Text(f"部门“{department.name}”没有自己的指标，不能填报实绩", f"the department “{department.name}” has no indicators of its own; no fact can be about it"),
        (Label(fact.project_place, Text("这个部门", "this department")), Label(department.place, Text("没有指标", "no indicators"))),
        (Text("在部门下写指标，或把实绩填在项目下", "give the department indicators, or record the fact under a project"),),
    )  # fmt: skip
