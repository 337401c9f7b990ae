"""The four forms of an audit of filled forms: the same rows, mistakes and doubts in each."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import get_args

import pytest

from perfdsl.audit.form_audit import FormAudit
from perfdsl.audit.mistake import Gravity, MistakeKind
from perfdsl.documents.document import InSheet, InTable, OnLines, OnPage
from perfdsl.report import mistake_words
from perfdsl.report.audit_forms import AUDITS, FORM_AUDITS
from perfdsl.report.cells import cells
from perfdsl.report.form_audit_csv import COLUMNS
from perfdsl.report.options import Options
from perfdsl.report.spot_fields import spot_fields
from tests.audit.forms import DOUBT, audited, draft_of, with_money, with_row

LANGUAGES = ("zh", "en")


def forms() -> list[FormAudit]:
    """A form in which much does not fit, with a doubt in it, and a clean one."""
    draft = draft_of(
        with_row(1, name="逾期完工率", target="≥100%", actual=""), with_money("total", rate="99.50%"), "0"
    )
    first, *others = draft.rows
    fields = {**first.fields, "weight": first.fields["weight"].doubted(DOUBT)}
    return [audited(draft._replace(rows=(first._replace(fields=fields), *others))), audited(draft_of())]


def render(form: str, options: Options | None = None) -> str:
    written = FORM_AUDITS.get(form)(forms(), [], options or Options())
    assert isinstance(written, str)
    return written


def test_forms_have_the_names_of_the_audits_of_tables() -> None:
    assert FORM_AUDITS.names() == AUDITS.names()


def test_every_kind_has_its_words() -> None:
    assert set(mistake_words.TITLES) == set(get_args(MistakeKind))
    assert set(mistake_words.GRAVITIES) == set(mistake_words.SIGNS) == set(get_args(Gravity))
    for words in zip(*(mistake_words.TITLES.values()), strict=True):
        assert len(set(words)) == len(words)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_too_wide(language: str, width: int) -> None:
    text = render("text", Options(language, width))  # type: ignore[arg-type]
    assert [line for line in text.splitlines() if cells(line) > max(width, 60)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["text", "md"])
def test_what_does_not_fit_is_said(form: str, language: str) -> None:
    text = render(form, Options(language, 200))  # type: ignore[arg-type]
    for mistake in forms()[0].mistakes:
        assert mistake_words.TITLES[mistake.kind].say(language) in text  # type: ignore[arg-type]
        assert mistake_words.say_mistake(mistake).say(language) in text  # type: ignore[arg-type]
    assert DOUBT.say(language) in text  # type: ignore[arg-type]
    assert mistake_words.NONE.say(language) in text  # type: ignore[arg-type]


def test_contradictions_come_first() -> None:
    signs = [line[2] for line in render("text").splitlines() if line.startswith(("  ≠", "  □", "  ?"))]
    assert signs == sorted(signs, key="≠□?".index)
    assert set(signs) == set("≠□?")


def test_json_holds_all() -> None:
    told = json.loads(render("json"))
    first, clean = told["forms"]
    assert clean["mistakes"] == clean["unsure"] == []
    assert [each["kind"] for each in first["mistakes"]] == [each.kind for each in forms()[0].mistakes]
    assert first["mistake_counts"]["zero_total"] == 1
    assert first["unsure"][0]["field"] == "weight"
    assert first["unsure"][0]["sources"] == [{"file": "自评表.xlsx", "sheet": "自评表", "cell": "G10"}]
    assert first["recomputed"]["execution"] == "9.85"
    assert [row["class"] for row in clean["rows"]].count("equal") == 4
    assert (clean["project"], clean["year"]) == ("农村公路养护（虚构）", 2022)


def test_csv_has_a_line_for_each() -> None:
    header, *lines = csv.reader(StringIO(render("csv")))
    assert header == [each.zh for each in COLUMNS.values()]
    one, clean = forms()
    kinds = [line[1] for line in lines]
    assert kinds.count("row") == len(one.form.rows) + len(clean.form.rows)
    assert kinds.count("mistake") == len(one.mistakes)
    assert kinds.count("unsure") == 1
    assert render("csv", Options(bom=True)).startswith("\ufeff")


def test_nothing_in_a_form_is_run_or_obeyed() -> None:
    hostile = draft_of(with_row(0, name="=cmd|' /C calc'!A0", actual="≥120公里"), total="0")
    found = audited(hostile._replace(head={**hostile.head, "name": hostile.rows[0].fields["name"]}))
    lines = list(csv.reader(StringIO(FORM_AUDITS.get("csv")([found], [], Options()))))
    assert not [cell for line in lines for cell in line if cell.startswith(("=", "+", "@"))]
    marked = draft_of(with_row(0, name="<b>a|b</b>", actual="≥120公里"))
    text = FORM_AUDITS.get("md")([audited(marked)], [], Options())
    assert "<b>" not in text
    assert "\x1b" not in FORM_AUDITS.get("text")(
        [audited(draft_of(with_row(0, name="a\x1b[31m")))], [], Options()
    )


def test_without_forms_there_is_nothing_to_say() -> None:
    assert FORM_AUDITS.get("text")([], [], Options()) == ""
    assert json.loads(FORM_AUDITS.get("json")([], [], Options()))["forms"] == []


@pytest.mark.parametrize(
    ("spot", "fields"),
    [
        (OnPage(2, 1, 3, 4, 5), {"page": 2, "box": [1, 3, 4, 5]}),
        (InSheet("表", "B5:G5"), {"sheet": "表", "cell": "B5:G5"}),
        (InTable(1, 2, 3), {"table": 1, "row": 2, "cell": 3}),
        (OnLines(4, 6), {"line": 4, "last_line": 6}),
    ],
)
def test_places_of_all_kinds(spot: OnPage | InSheet | InTable | OnLines, fields: dict[str, object]) -> None:
    assert spot_fields("a", spot) == {"file": "a", **fields}
