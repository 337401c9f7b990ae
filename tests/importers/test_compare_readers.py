"""Two readings of one document: the same, differing, one of them doubtful or absent."""

from __future__ import annotations

from perfdsl.diagnostic import Text
from perfdsl.importers import messages_pages
from perfdsl.importers.compare_readers import compare_forms
from perfdsl.importers.draft import DraftRow, Field, FormDraft, Unused
from perfdsl.importers.flat.read_stream import read_stream
from tests.importers.flat.say_forms import seed_lines

FORMS, _ = read_stream(seed_lines())
DOUBT = Text("虚构的疑问", "an invented doubt")


def with_name(form: FormDraft, at: int, raw: str, *, sure: bool = True) -> FormDraft:
    fields = dict(form.rows[at].fields)
    fields["name"] = fields["name"]._replace(raw=raw, value=raw)
    if not sure:
        fields["name"] = fields["name"].doubted(DOUBT)
    rows = list(form.rows)
    rows[at] = DraftRow(fields)
    return form._replace(rows=tuple(rows))


def marked(forms: tuple[FormDraft, ...]) -> list[tuple[int, int]]:
    rows = [(at, row, each) for at, form in enumerate(forms) for row, each in enumerate(form.rows)]
    return [(at, row) for at, row, each in rows if each.is_marked]


def test_two_readings_that_agree_mark_nothing() -> None:
    held, said = compare_forms(FORMS, FORMS)
    assert held == FORMS
    assert "0 个不同" in said[1].zh


def test_a_difference_marks_the_field_and_shows_the_other_reading() -> None:
    second = (FORMS[0], with_name(FORMS[1], 2, "别的名称"), *FORMS[2:])
    held, said = compare_forms(FORMS, second)
    assert marked(held) == [(1, 2)]
    field = held[1].rows[2].fields["name"]
    assert field.status == "check"
    assert "别的名称" in field.reasons[-1].zh
    assert field.value == FORMS[1].rows[2].fields["name"].value
    assert "1 个不同" in said[1].zh


def test_a_doubtful_second_reading_is_no_evidence() -> None:
    second = (with_name(FORMS[0], 0, "别的名称", sure=False), *FORMS[1:])
    held, said = compare_forms(FORMS, second)
    assert held == FORMS
    assert "1 个第二种读法没有把握" in said[1].zh


def test_an_absent_second_reading_is_no_evidence() -> None:
    held, said = compare_forms(FORMS, ())
    assert held == FORMS
    assert len(said) == 1


def test_another_number_of_rows_marks_the_form() -> None:
    second = (FORMS[0]._replace(rows=FORMS[0].rows[:-1]), *FORMS[1:])
    held, said = compare_forms(FORMS, second)
    assert held[0].reasons
    assert marked(held) == []
    assert "7 行" in said[-1].zh
    assert "6 行" in said[-1].zh


def test_a_count_that_the_second_reading_doubts_is_only_summed_up() -> None:
    second = (FORMS[0]._replace(rows=FORMS[0].rows[:-1], reasons=(DOUBT,)), *FORMS[1:])
    held, said = compare_forms(FORMS, second)
    assert held == FORMS
    assert "没有把握" in said[-1].zh
    left = Unused("虚构的一格", (), messages_pages.ROW_LEFT)
    held, _ = compare_forms((FORMS[0]._replace(unused=(left,)), *FORMS[1:]), second)
    assert "没有把握" in held[0].reasons[-1].zh


def test_a_row_of_totals_in_the_second_reading_is_not_counted() -> None:
    total = DraftRow({"level1": Field("合 计", "合计", ()), "weight": Field("100", None, ())})
    held, said = compare_forms(FORMS, (FORMS[0]._replace(rows=(*FORMS[0].rows, total)), *FORMS[1:]))
    assert held == FORMS
    assert len(said) == 2


def test_one_value_printed_in_two_ways_is_no_difference() -> None:
    year = Field("2024年度", 2024, ())
    first = FORMS[0]._replace(head={**FORMS[0].head, "year": year})
    second = first._replace(head={**first.head, "year": year._replace(raw="2024")})
    held, _ = compare_forms((first,), (second,))
    assert held == (first,)


def test_forms_are_paired_by_code_and_a_lost_one_is_told() -> None:
    held, said = compare_forms(FORMS, FORMS[1:])
    assert held == FORMS
    assert any("1 张表第二种读法没有读出" in each.zh for each in said)
    held, _ = compare_forms(FORMS, tuple(reversed(FORMS)))
    assert held == FORMS


def test_a_blank_that_the_other_reads_is_marked() -> None:
    other = FORMS[0].head["budget"]
    second = (FORMS[0]._replace(head={**FORMS[0].head, "other": other}), *FORMS[1:])
    held, _ = compare_forms(FORMS, second)
    assert held[0].head["other"].status == "check"
