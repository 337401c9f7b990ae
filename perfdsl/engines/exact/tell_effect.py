"""What an effect of a rule is called, with its amount, for whoever reads the score."""

from __future__ import annotations

from perfdsl.diagnostic import Text
from perfdsl.exact import show_trimmed
from perfdsl.scheme.names import scope_word
from perfdsl.scorecard import Interval
from perfdsl.syntax import ast

_TOTAL = Text("总分", "total")


def tell_effect(effect: ast.Effect, amount: Interval | None) -> Text:
    """``扣 2 分`` · ``总分 至多 69 分``; an amount may be open, or undefined (None)."""
    match effect:
        case ast.Cap(what=what):
            of = _TOTAL if scope_word(what) == "total" else Text(what, what)
            return _with_amount(Text(f"{of.zh} 至多", f"{of.en} at most"), amount, Text("分", ""))
        case ast.Deduct():
            points = (
                "point off" if amount is not None and amount.settled and amount.low == 1 else "points off"
            )
            return _with_amount(Text("扣", ""), amount, Text("分", points))
        case ast.GradeCap(grade=grade):
            return Text(f"等级至多 {grade}", f"grade at most {grade}")
        case ast.Exclude():
            return Text("不计", "left out")
        case ast.Told(text=text):
            return Text(text, text)


def _with_amount(before: Text, amount: Interval | None, after: Text) -> Text:
    if amount is None:
        shown = Text("（算不出）", "(undefined)")
    elif not amount.settled:
        shown = Text("（待定）", "(pending)")
    else:
        shown = Text(number := show_trimmed(amount.low), number)
    return Text(f"{before.zh} {shown.zh} {after.zh}", f"{before.en} {shown.en} {after.en}".strip())
