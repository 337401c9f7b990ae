"""Says which amendment (调整) a target or a budget stems from, and what stood there before."""

from __future__ import annotations

from perfdsl.diagnostic import Text
from perfdsl.report.place_fields import Json, place_fields
from perfdsl.scorecard import AmendedBy


def say_amended(amended: AmendedBy) -> Text:
    """``2022-08-15 调整：原为 >= 12次（财预〔2022〕33号）``."""
    was = Text(f"原为 {amended.was}", f"was {amended.was}") if amended.was else Text("新增", "added")
    cites = amended.cites
    return Text(
        f"{amended.day} 调整：{was.zh}" + (f"（{cites}）" if cites else ""),
        f"amended {amended.day}: {was.en}" + (f" ({cites})" if cites else ""),
    )


def amended_fields(amended: AmendedBy | None) -> dict[str, Json] | None:
    """Give the fields of an amendment in JSON."""
    if amended is None:
        return None
    return {
        "date": amended.day,
        "cites": amended.cites,
        "was": amended.was,
        "source": place_fields(amended.place),
    }
