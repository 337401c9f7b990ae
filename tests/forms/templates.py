"""Filling templates in tests: a small project, and one call that fills."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from perfdsl.diagnostic import Diagnostics
from perfdsl.forms.field_values import FieldValues
from perfdsl.forms.fill_template import Template, fill_template, prepare_mapping
from perfdsl.forms.form import BLANK, Shown

SAMPLE = [
    ("产出指标", "数量指标", "养护里程"),
    ("产出指标", "数量指标", "整修桥梁"),
    ("产出指标", "质量指标", "合格率"),
    ("效益指标", "质量指标", "知晓度"),
]


def values(rows: int = 4, **single: str) -> FieldValues:
    """An invented project with so many indicators."""
    lines = [
        {
            "序号": Shown(str(at + 1), Decimal(at + 1), "0"),
            "一级指标": Shown(level1),
            "二级指标": Shown(level2),
            "三级指标": Shown(f"{name}{at}"),
            "得分": Shown("12.50", Decimal("12.50"), "0.00"),
        }
        for at, (level1, level2, name) in ((at, SAMPLE[at % 4]) for at in range(rows))
    ]
    known = {name.replace("_", "."): Shown(text) for name, text in single.items()}
    known.setdefault("项目.名称", Shown("甲（虚构）"))
    known["总分"] = Shown("97.81", Decimal("97.81"), "0.00")
    known["执行率"] = Shown("96.00%", Decimal("0.96"), "0.00%")
    goals = [{"序号": Shown("1"), "内容": Shown("目标一")}, {"序号": Shown("2"), "内容": Shown("目标二")}]
    return FieldValues("甲（虚构）", "", known, {"指标": lines, "目标": goals})


def fill(
    data: bytes, kind: str, mapping: str | None = None, said: FieldValues | None = None
) -> tuple[bytes | None, list[str]]:
    """Fill a template; the file and the codes of what was said."""
    diagnostics = Diagnostics()
    template = Template(f"t{kind}", kind, data)
    matched = prepare_mapping(template, mapping and ("m.toml", mapping), (), diagnostics)
    filled = (
        [] if matched is None else list(fill_template(template, matched, [said or values()], diagnostics))
    )
    return (filled[0].data if filled else None), [each.code for each in diagnostics]


def workbook_of(data: bytes | None) -> Any:
    """Open what was filled."""
    assert data is not None
    return load_workbook(BytesIO(data), rich_text=True)


def saved(book: Any) -> bytes:
    """Bytes of a workbook or a document."""
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


__all__ = ["BLANK", "fill", "saved", "values", "workbook_of"]
