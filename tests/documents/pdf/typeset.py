"""Typesets tables as PDF, in several ways, so that the reader meets pages that it was not written for."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any, Literal, NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.documents.pdf.box_font import NAME, box_font

FONT = NAME
"""Embedded, so that no font of the machine plays a part."""
pdfmetrics.registerFont(TTFont(FONT, box_font()))

PAD = 4
Style = Literal["lines", "boxes", "fills", "pieces", "double", "form", "one_path", "none", "across"]
STYLES: tuple[Style, ...] = ("lines", "boxes", "fills", "pieces", "double", "form", "one_path")


class Box(NamedTuple):
    """A cell of a table that is to be typeset."""

    row: int
    column: int
    rows: int
    columns: int
    text: str


def canvas_of(size: tuple[int, int], *, turn: int = 0) -> tuple[Canvas, BytesIO]:
    """Open a file with pages of that size, turned so many quarters clockwise when they are shown."""
    out = BytesIO()
    shown = size if turn % 2 == 0 else size[::-1]  # the library wants the size of the page as it is shown
    canvas = Canvas(out, pagesize=shown, pageCompression=1)
    canvas.setPageRotation(90 * turn)
    return canvas, out


def draw_table(  # noqa: PLR0913, PLR0917 (what a table is made of)
    canvas: Any,
    boxes: Sequence[Box],
    xs: Sequence[int],
    ys: Sequence[int],
    style: Style,
    size: int = 10,
) -> None:
    """Draw a table whose rules stand at ``xs`` and, from top to bottom, ``ys`` (in points)."""
    for number, box in enumerate(boxes):
        left, right = xs[box.column], xs[box.column + box.columns]
        top, bottom = ys[box.row], ys[box.row + box.rows]
        draw_rules(canvas, (left, bottom, right, top), style, f"cell{number}-{top}")
        write_lines(canvas, wrap(box.text, right - left - 2 * PAD, size), left + PAD, top - PAD, size)


def write_lines(canvas: Any, lines: Sequence[str], left: int, top: int, size: int) -> None:
    canvas.setFont(FONT, size)
    for number, line in enumerate(lines):
        canvas.drawString(left, top - size - number * (size + 3), line)


def wrap(text: str, width: int, size: int) -> list[str]:
    lines = [""]
    for character in text:
        if pdfmetrics.stringWidth(lines[-1] + character, FONT, size) > width and lines[-1]:
            lines.append("")
        lines[-1] += character
    return lines


def draw_rules(canvas: Any, sides: tuple[int, int, int, int], style: Style, name: str) -> None:  # noqa: C901
    left, bottom, right, top = sides
    edges = [(left, top, right, top), (left, bottom, right, bottom),
             (left, bottom, left, top), (right, bottom, right, top)]  # fmt: skip
    match style:
        case "none":
            return
        case "across":
            canvas.lines(edges[:2])
        case "lines":
            canvas.lines(edges)
        case "boxes":
            canvas.rect(left, bottom, right - left, top - bottom)
        case "fills":
            for x1, y1, x2, y2 in edges:
                canvas.rect(x1, y1, max(x2 - x1, 1), max(y2 - y1, 1), stroke=0, fill=1)
        case "pieces":
            for x1, y1, x2, y2 in edges:
                middle = ((x1 + x2) / 2, (y1 + y2) / 2)
                canvas.line(x1, y1, *middle)
                canvas.line(middle[0] + (x2 > x1), middle[1] + (y2 > y1), x2, y2)
        case "double":
            canvas.lines(edges)
            canvas.lines([(x1 + 1.2, y1 - 1.2, x2 + 1.2, y2 - 1.2) for x1, y1, x2, y2 in edges])
        case "form":
            canvas.beginForm(name, 0, 0, 2000, 2000)
            canvas.lines([tuple(each / 2 for each in edge) for edge in edges])
            canvas.endForm()
            canvas.saveState()
            canvas.scale(2, 2)
            canvas.doForm(name)
            canvas.restoreState()
        case "one_path":
            path = canvas.beginPath()
            for x1, y1, x2, y2 in edges:
                path.moveTo(x1, y1)
                path.lineTo(x2, y2)
            canvas.drawPath(path)


def finish(canvas: Any, out: BytesIO) -> bytes:
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def form_boxes(project: dict[str, Any]) -> list[Box]:
    """Give the cells of a form of targets; ``project`` as in linxi-2022.json."""
    plan = project["spending_plan"]
    boxes = [
        Box(0, 0, 1, 1, "项目编码"), Box(0, 1, 1, 2, project["code"]),
        Box(0, 3, 1, 1, "项目名称"), Box(0, 4, 1, 2, project["name"]),
        Box(1, 0, 1, 1, "预算数"), Box(1, 1, 1, 1, project["budget"]), Box(1, 2, 1, 1, "财政资金"),
        Box(1, 3, 1, 1, project["fiscal"]), Box(1, 4, 1, 1, "其他资金"), Box(1, 5, 1, 1, ""),
        Box(2, 0, 2, 1, project["spending_plan_header"]),
        *(Box(2, 1 + index, 1, 1 + index // 3, point["label"]) for index, point in enumerate(plan)),
        *(Box(3, 1 + index, 1, 1 + index // 3, point["cumulative"]) for index, point in enumerate(plan)),
    ]  # fmt: skip
    headers = ("一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "指标值确定依据")
    boxes += [Box(4, column, 1, 1, header) for column, header in enumerate(headers)]
    rows = project["indicators"]
    for number, row in enumerate(rows):
        if number == 0 or rows[number - 1]["level1"] != row["level1"]:
            boxes.append(Box(5 + number, 0, span_of(rows, number), 1, row["level1"]))
        texts = (row["level2"], row["name"], row["description"], row["target_text"], row["basis"])
        boxes += [Box(5 + number, 1 + column, 1, 1, text) for column, text in enumerate(texts)]
    return sorted(boxes)


def span_of(rows: Sequence[dict[str, Any]], number: int) -> int:
    after = number
    while after < len(rows) and rows[after]["level1"] == rows[number]["level1"]:
        after += 1
    return after - number


def heights_of(boxes: Sequence[Box], xs: Sequence[int], size: int) -> list[int]:
    """Give the heights of rows that all cells of one row have room in."""
    heights = [0] * (1 + max(box.row for box in boxes))
    for box in boxes:
        if box.rows == 1:
            width = xs[box.column + box.columns] - xs[box.column] - 2 * PAD
            needed = len(wrap(box.text, width, size)) * (size + 3) + 2 * PAD
            heights[box.row] = max(heights[box.row], needed)
    return heights


def typeset_form(  # noqa: PLR0913 (each has a usual value)
    project: dict[str, Any], *, xs: Sequence[int], size: int = 9, style: Style = "lines",
    page: tuple[int, int] = (595, 842), turn: int = 0,
) -> bytes:  # fmt: skip
    """Typeset one form on one page."""
    boxes = form_boxes(project)
    canvas, out = canvas_of(page, turn=turn)
    ys = [page[1] - 70]
    for height in heights_of(boxes, xs, size):
        ys.append(ys[-1] - height)
    write_lines(canvas, [project["title"], "单位：万元"], xs[0], page[1] - 30, size)
    draw_table(canvas, boxes, xs, ys, style, size)
    return finish(canvas, out)
