"""A form in which a web page was cut off is marked, even where the last row had nothing to read yet."""

from __future__ import annotations

import pytest

from perfdsl.diagnostic import Diagnostics
from perfdsl.documents.readers import READERS
from perfdsl.importers.import_document import import_document

PAGE = """<table>
<tr><td>项目名称</td><td colspan=3>虚构养护</td></tr>
<tr><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>指标值</td></tr>
<tr><td>产出指标</td><td>数量指标</td><td>养护里程</td><td>≥118公里</td></tr>
<tr><td>效益指标</td><td>社会效益指标</td><td>出行便利度</td><td>≥90%</td></tr>
</table>"""


@pytest.mark.parametrize(
    "end", ["</td></tr>\n</table>", "≥90%", "出行便利度</td>", "社会效", "<tr><td>效益指"]
)
def test_a_cut_form_is_marked(end: str) -> None:
    page = PAGE[: PAGE.rindex(end) + len(end)] if end != "</td></tr>\n</table>" else PAGE
    document = READERS.get(".html")("a.html", page.encode(), Diagnostics())
    assert document is not None
    (form,) = import_document(document).forms
    assert any("断" in reason.zh for reason in form.reasons) == (page != PAGE)
