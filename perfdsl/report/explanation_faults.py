"""What rules call an error in an explained project, and that its score is therefore not given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from perfdsl.diagnostic import Language, Text
from perfdsl.explain.explanation import Explanation
from perfdsl.report import explanation_words as words
from perfdsl.report.explanation_item import Item
from perfdsl.report.place_fields import Json
from perfdsl.report.say_effects import say_flag
from perfdsl.scorecard import Flag

SIGN = "✗"


def outline_faults(told: Explanation, language: Language) -> Iterator[Item]:
    """Arrange the faults; where one line is asked for, those of other lines are only named."""
    asked = None if told.asked is None else told.lines[told.asked].score.name
    others = []
    for flag in told.faults:
        if asked is None or flag.indicator in {"", asked}:
            yield Item(say_flag(flag).say(language), words.show_place(flag.place), SIGN)
        else:
            others.append(flag.indicator)
    if others:
        names = list(dict.fromkeys(others))
        said = Text(f"别的指标：{'、'.join(names)}", f"other lines: {', '.join(names)}")
        yield Item(said.say(language), mark=SIGN)


def say_withheld(told: Explanation, shown: Text) -> Text:
    """Say a total, or why it is not given."""
    match told.withheld:
        case "facts":
            return Text("不给分：别的实绩有错", "withheld: other facts of this project are wrong")
        case "faults":
            return Text(
                f"不给分：有规则不允许的；照算 {shown.zh}",
                f"withheld: rules do not allow it; it would be {shown.en}",
            )
        case _:
            return shown


def fault_fields(faults: Iterable[Flag], language: Language) -> list[Json]:
    """Fields of faults."""
    return [
        {"indicator": flag.indicator, "rule": flag.rule, "text": flag.text.say(language)} for flag in faults
    ]
