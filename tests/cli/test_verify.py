"""``perfdsl verify`` as a person runs it: forms, exit codes, width, and that it is quick."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from perfdsl.report.cells import cells
from tests.cli.run import ROOT, run

BROKEN = ROOT / "tests" / "proof" / "broken"
SOUND = "方法 试法\n  达标 -> 100%\n  其他 -> 0%\n"


def write(folder: Path, text: str) -> Path:
    path = folder / "试.perf"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_sound_method_is_proved(tmp_path: Path) -> None:
    ran = run("verify", write(tmp_path, SOUND))
    assert (ran.code, ran.err) == (0, "")
    assert "✓ 越好越不低" in ran.out
    assert "1 个方法，0 个评分办法：证明 4" in ran.out


def test_a_refutation_fails_with_place_and_remedy() -> None:
    ran = run("verify", BROKEN / "deduction_at_130.perf")
    assert ran.code == 1
    assert "✗ 越好越不低" in ran.out
    assert "错误[P0903]" in ran.out
    assert "deduction_at_130.perf:15:3" in ran.out
    assert "多的由这里得分" in ran.out
    assert "允许 超额扣分" in "".join(ran.out.split("\n          "))


def test_what_check_refuses_is_told_too(tmp_path: Path) -> None:
    ran = run("verify", write(tmp_path, "方法 试法\n  达标 >> 100%\n"))
    assert ran.code == 2
    assert ran.err


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_line_is_wider_than_the_terminal(lang: str) -> None:
    ran = run("verify", "--lang", lang, *sorted(BROKEN.glob("*.perf"))[:1])
    assert max(map(cells, ran.out.splitlines())) <= 80
    ran = run("verify", "--lang", lang)
    assert max(map(cells, ran.out.splitlines())) <= 80


def test_json_has_the_witness_exactly() -> None:
    ran = run("verify", "--format", "json", BROKEN / "deduction_at_130.perf")
    (method,) = (each for each in ran.json["subjects"] if each["name"] == "试法")
    (finding,) = (each for each in method["findings"] if each["verdict"] == "refuted")
    assert ran.json["schema_version"] == 1
    assert finding["property"] == "monotone"
    assert finding["code"] == "P0903"
    assert finding["witness"]["target"] == "≥12次"
    assert [each["points"] for each in finding["witness"]["actuals"]] == ["10", "8"]
    assert [each["case"] for each in finding["witness"]["actuals"]] == [2, 1]
    assert ran.json["counts"]["refuted"] == len(ran.json["diagnostics"])


def test_markdown_is_a_table(tmp_path: Path) -> None:
    ran = run("verify", "--format", "md", write(tmp_path, SOUND))
    assert "### 方法 试法" in ran.out
    assert "| ✓ 证明 | 越好越不低 |" in ran.out


def test_one_rubric_alone() -> None:
    ran = run("verify", "--rubric", "okr", "--format", "json")
    assert [each["name"] for each in ran.json["subjects"] if each["kind"] == "rubric"] == ["okr"]
    assert "满意度分段" not in {each["name"] for each in ran.json["subjects"]}


def test_an_unknown_rubric_is_told() -> None:
    ran = run("verify", "--rubric", "没有的办法")
    assert ran.code == 2
    assert "P0201" in ran.err


def test_programs_get_their_form_of_what_cannot_be_read(tmp_path: Path) -> None:
    ran = run("verify", "没有的文件.perf", "--format", "json")
    assert ran.code == 3
    assert ran.err == ""
    assert ran.json["subjects"] == []
    assert [each["code"] for each in ran.json["diagnostics"]] == ["P0801"]
    ran = run("verify", "--format", "json", write(tmp_path, "方法 试法\n  达标 >> 100%\n  其他 -> 0%\n"))
    assert ran.code == 2
    assert ran.err == ""
    assert ran.json["diagnostics"][0]["severity"] == "error"


def test_what_depends_on_the_use_is_counted_apart_and_does_not_fail(tmp_path: Path) -> None:
    text = "方法 超两倍不得分\n  实际 > 2 * 目标值 -> 0%\n  达标 -> 100%\n  其他 -> 0%\n"
    ran = run("verify", write(tmp_path, text))
    assert ran.code == 0
    assert "~ 越好越不低：用于 >=、> 时：✗ 目标 ≥12次" in ran.out
    assert "用于 <=、<、= 时：✓" in ran.out.replace("\n" + 16 * " ", "")
    assert ran.out.endswith("证明 3，视用途 1\n")
    counts = run("verify", "--format", "json", tmp_path / "试.perf").json["counts"]
    assert (counts["proved"], counts["refuted"], counts["depends"]) == (3, 0, 1)


def test_wrong_use() -> None:
    assert run("verify", "--format", "pdf").code == 2
    assert run("verify", "没有的文件.perf").code != 0


def test_the_shipped_rubrics_have_sound_grades_and_weights() -> None:
    ran = run("verify", "--format", "json")
    rubrics = [each for each in ran.json["subjects"] if each["kind"] == "rubric"]
    assert len(rubrics) >= 5
    verdicts = {f["verdict"] for each in rubrics for f in each["findings"]}
    assert verdicts <= {"proved", "note", "allowed"}
    json.dumps(ran.json)


def test_it_takes_less_than_ten_times_as_long_as_check() -> None:
    """Processor time of this process, for the same files; the best of a few runs of each."""
    run("verify", "specs/rubrics")
    checked = min(seconds("check", "-j", "1", "specs/rubrics") for _ in range(3))
    assert min(seconds("verify", "specs/rubrics") for _ in range(3)) < 10 * checked


def seconds(*arguments: str) -> float:
    before = time.process_time()
    run(*arguments)
    return time.process_time() - before
