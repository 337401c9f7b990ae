"""The wording of complaints about what methods and indicators say in the words of Chinese rules."""

from __future__ import annotations

from perfdsl.diagnostic import Diagnostic, Text, complaint
from perfdsl.source import Place
from perfdsl.syntax.keywords import tables
from perfdsl.syntax.messages import short
from perfdsl.syntax.messages_sample import SAMPLES


def measure_sign(place: Place, sign: str) -> Diagnostic:
    """Complain about a measure to choose from whose target is neither at least nor at most."""
    return complaint(
        "P0126", place, Text(f"择一 的每一项要写 >= 或 <=，不能写“{short(sign)}”", f"a measure of either takes >= or <=, not “{short(sign)}”"),
        Text("由它才能算完成比例", "only these have a ratio to compare by"),
        Text("例如：择一 论文 >= 3篇；获奖 >= 1项", "for example: either papers >= 3篇; prizes >= 1项"),
    )  # fmt: skip


def one_knot(place: Place) -> Diagnostic:
    """Complain about an interpolation with a single point."""
    return complaint(
        "P0130", place, Text("内插 只写了一个点", "interpolate has a single point"),
        Text("两点之间才能连成线", "a line needs two"),
        Text("至少写两个点，例如：内插 实际：60% -> 25%，90% -> 100%", "write two at least, for example: interpolate actual: 60% -> 25%, 90% -> 100%"),
    )  # fmt: skip


def one_measure(place: Place) -> Diagnostic:
    """Complain about a choice from a single measure."""
    return complaint(
        "P0130", place, Text("择一 只写了一项", "either has a single measure"), Text("没有可选的", "there is nothing to choose from"),
        Text("至少写两项，例如：择一 论文 >= 3篇；获奖 >= 1项", "write two at least, for example: either papers >= 3篇; prizes >= 1项"),
    )  # fmt: skip


def deduct_first(place: Place) -> Diagnostic:
    """Complain about ``每 1次 扣 2分``."""
    return complaint(
        "P0101", place, Text("先写扣多少，再写每多少", "what is deducted comes first, then for each what"), Text("次序反了", "the other way round"),
        Text("例如：扣 0.5分 每 1个百分点（按比例）", "for example: deduct 0.5分 per 1个百分点 (prorata)"),
    )  # fmt: skip


def nothing_to_exhaust(place: Place) -> Diagnostic:
    """Complain about ``扣完为止`` where no method deducts."""
    return complaint(
        "P0101", place, Text("这里不能写“扣完为止”", "“to_zero” cannot stand here"), Text("它只接在方法里 -> 扣 … 的后面", "it only follows -> deduct … in a method"),
        Text("例如：其他 -> 扣 0.5分 每 1个百分点（按比例），扣完为止", "for example: otherwise -> deduct 0.5分 per 1个百分点 (prorata), to_zero"),
    )  # fmt: skip


def needs_measure(place: Place, head: str) -> Diagnostic:
    """Complain about bands or an interpolation without the colon after what is measured."""
    zh, en = tables()["heads"][head]
    sample = SAMPLES[head]
    return complaint(
        "P0101", place, Text(f"“{zh}”后面先写量，再写冒号", f"after “{en}” stands what is measured, then a colon"), Text("这里之前少了冒号", "a colon is missing before this"),
        Text(f"例如：{sample.zh}", f"for example: {sample.en}"),
    )  # fmt: skip


def sign_of_knot(place: Place) -> Diagnostic:
    """Complain about an operator before a knot."""
    return complaint(
        "P0126", place, Text("内插 的点不写比较词", "a point of interpolate has no operator"), Text("它是一个点，不是一段", "it is a point, not a range"),
        Text("例如：内插 实际：60% -> 25%，90% -> 100%；一段一段的，写 分段", "for example: interpolate actual: 60% -> 25%, 90% -> 100%; ranges belong to bands"),
    )  # fmt: skip


def band_without_sign(place: Place) -> Diagnostic:
    """Complain about a band that has no operator."""
    return complaint(
        "P0101", place, Text("分段 的每一段要写 >= 或别的比较词", "each band needs an operator such as >="), Text("不知道是哪一段", "it does not say which range"),
        Text("例如：分段 实际：>= 90% -> 100%，其他 -> 0%；两点之间连线的，写 内插", "for example: bands actual: >= 90% -> 100%, otherwise -> 0%; lines between points belong to interpolate"),
    )  # fmt: skip


def unit_apart(place: Place, joined: str) -> Diagnostic:
    """Complain about a blank between a number and its unit in a formula."""
    shown = short(joined)
    return complaint(
        "P0101", place, Text("式子里单位要紧跟在数后面", "in a formula the unit follows the number at once"), Text("中间不空格", "no blank between them"),
        Text(f"写成 {shown}", f"write {shown}"),
    )  # fmt: skip
