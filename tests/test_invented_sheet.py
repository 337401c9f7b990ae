from __future__ import annotations

from tests.invented_sheet import RUBRIC, SHEET, spoilt, told
from tests.scoring import score_one


def test_the_sheet_itself_is_sound_and_fully_scored() -> None:
    assert told(SHEET) == []
    assert score_one(SHEET).total.low == 100
    assert told(spoilt(("采用 国家自评2020", "采用 自定"), before=RUBRIC)) == []
