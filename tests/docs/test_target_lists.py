"""The reading of printed targets in documentation."""

from __future__ import annotations

from pathlib import Path

from tests.docs.target_lists import PrintedTarget, diagnose_target, read_target_lists

PAGE = """# A page

```target error=P0304
12次
95 | | %
```

```target
≥12次
95 | ≥ | %
```

```text
12次
```
"""


def test_each_line_is_a_target_with_its_columns(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text(PAGE, encoding="utf-8")
    wrong, mended = read_target_lists(path)
    assert wrong.codes == {"P0304"}
    assert wrong.targets == (PrintedTarget("12次"), PrintedTarget("95", "", "%"))
    assert mended.codes == frozenset()
    assert mended.targets[1] == PrintedTarget("95", "≥", "%")
    assert str(mended) == "page.md:8"


def test_targets_are_diagnosed() -> None:
    assert [each.code for each in diagnose_target(PrintedTarget("12次"))] == ["P0304"]
    assert diagnose_target(PrintedTarget("95", "≥", "%")) == []
