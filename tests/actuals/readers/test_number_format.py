# ruff: noqa: DTZ001 (a cell holds a calendar day)
from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest

from perfdsl.actuals.readers.number_format import day_of_serial, is_date_format, show_moment, show_number
from perfdsl.actuals.readers.workbook import show_value


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        ("0.9", "General", "0.9"),
        ("1.6", 'General"万人"', "1.6万人"),
        ("12", 'G/通用格式"次"', "12次"),
        ("0", 'General"件"', "0件"),
        ("-5", "General;-General", "-5"),
        ("0.9", "0%", "90%"),
        ("0.925", "0%", "92.5%"),
        ("0.07", "0.00%", "7.00%"),
        ("0.9", '"≥"0%', "≥90%"),
        ("12", '0"次"', "12次"),
        ("5", "0.00", "5.00"),
        ("1234567.5", "#,##0.00", "1,234,567.50"),
        ("50000", "[$¥-804]#,##0.00", "¥50,000.00"),
        ("-5", "#,##0.00", "-5.00"),
        ("-5", "0;(0)", "-5"),
        ("-5", "0;[Red]-0", "-5"),
        ("-0.25", "0%", "-25%"),
        ("0", '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"??_ ;_ @_ ', "0"),
        ("0", '0;-0;"-"', "0"),
        ("0", '0;-0;"无"', "无"),
        ("1", '[=1]"是";[=0]"否"', "是"),
        ("0", '[=1]"是";[=0]"否"', "否"),
        ("7", '[<5]"少";[<=6]"中";[>100]"很多";[>=50]"多";[<>7]"怪";0', "7"),
        ("7", ";;;", "7"),
        ("101001", "0000000000", "0000101001"),
        ("1.50", "@", "1.5"),
        ("1E+3", "0", "1000"),
        ("12345", "0.00E+00", "12345.00"),
        ("3", "G/通用格式", "3"),
        ("3", "0 ", "3"),
        ("3", "0\\次", "3次"),
        ("3", ".00", "3.00"),
    ],
)
def test_a_number_as_its_format_shows_it(value: str, code: str, shown: str) -> None:
    assert show_number(Decimal(value), code)[0] == shown


@pytest.mark.parametrize("code", ["0.0,", "#,##0,", '0!.0,"万"', '0\\.0000"万元"', "# ?/?", "000-0000"])
def test_a_format_that_shows_another_number_is_told(code: str) -> None:
    assert show_number(Decimal(50000), code)[1] == "disguised"


@pytest.mark.parametrize(
    ("code", "is_date"),
    [
        ("yyyy-mm-dd", True),
        ('yyyy"年"m"月"d"日"', True),
        ("[$-804]yyyy/m/d;@", True),
        ("[h]:mm", True),
        ("ss.000", True),
        ("General", False),
        ("0.00", False),
        ('0"days"', False),
        ("[Red]0", False),
        ("#,##0", False),
        ("[DBNum1]0", False),
    ],
)
def test_which_formats_are_dates(code: str, is_date: bool) -> None:
    assert is_date_format(code) is is_date


@pytest.mark.parametrize(
    ("moment", "code", "shown"),
    [
        (datetime(2022, 12, 31), "yyyy/m/d", "2022-12-31"),
        (date(2022, 12, 31), "General", "2022-12-31"),
        (datetime(2022, 12, 1), 'yyyy"年"m"月"', "2022年12月"),
        (datetime(2022, 12, 1), "mmm-yy", "2022年12月"),
        (datetime(2022, 12, 1), 'm"月"', "12月"),
        (datetime(2022, 12, 1), "yyyy", "2022年"),
        (datetime(2022, 12, 31), 'm"月"d"日"', "2022-12-31"),
        (datetime(2022, 12, 31, 8, 5), "yyyy-m-d h:mm", "2022-12-31 08:05:00"),
        (time(8, 5), "h:mm", "08:05:00"),
        (timedelta(hours=30), "[h]:mm", "1 day, 6:00:00"),
    ],
)
def test_a_date_no_finer_than_its_format(moment: datetime, code: str, shown: str) -> None:
    assert show_moment(moment, code)[0] == shown


@pytest.mark.parametrize(
    ("serial", "from_1904", "day"),
    [
        ("44926", False, datetime(2022, 12, 31)),
        ("43464", True, datetime(2022, 12, 31)),
        ("1", False, datetime(1900, 1, 1)),
        ("59", False, datetime(1900, 2, 28)),
        ("61", False, datetime(1900, 3, 1)),
        ("44926.5", False, datetime(2022, 12, 31, 12)),
        ("0.5", False, None),
        ("2958466", False, None),
        ("2958465", True, None),
    ],
)
def test_days_by_number(serial: str, from_1904: bool, day: datetime | None) -> None:
    assert day_of_serial(Decimal(serial), from_1904=from_1904) == day


@pytest.mark.parametrize(
    ("value", "code", "shown", "kind"),
    [
        (0.1 + 0.2, "General", "0.3", "number"),
        (0.29, "0%", "29%", "number"),
        (13052522009588099072, "0", "13052522009588099072", "digits_lost"),
        (1e300, "0", "1" + "0" * 39, "digits_lost"),
        (999999999999999, "0", "999999999999999", "number"),
        (float("inf"), "0", "inf", "not_a_number"),
        (float("nan"), "0", "nan", "not_a_number"),
        (44926, "yyyy-mm-dd", "2022-12-31", "date"),
        (0.5, "h:mm", "0.5", "disguised"),
    ],
)
def test_a_stored_number(value: float, code: str, shown: str, kind: str) -> None:
    assert show_value(value, code) == (shown, kind)
