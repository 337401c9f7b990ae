"""Which words of rules an example settles: all others of its line are unknown, and not undefined."""

from __future__ import annotations

from perfdsl.examples.imagine_line import Imagined, Measured
from perfdsl.examples.read_given import Given
from perfdsl.plan.interpret import Known, shortfall_of

OPEN_WHILE_UNREPORTED = frozenset({"met", "ratio", "actual", "shortfall"})
"""Words that nobody can know of a line that is not reported: rules find them open."""


def _known(given: Given, measured: Measured) -> set[str]:
    words = given.words.keys()
    known = {"points", "baseline", "upward", "downward"} & words
    known |= {"full"} if "points" in words else set()
    known |= {"upward", "downward"} if known & {"upward", "downward"} else set()
    known |= {"target", "lower", "upper", "upward", "downward"} if "target" in words else set()
    if measured.fact is not None:
        known |= {"actual", "ratio", "shortfall"} if "target" in words else {"actual"}
    known |= set() if measured.met is None else {"met"}
    known |= set() if measured.ratio is None else {"ratio"}
    return known - OPEN_WHILE_UNREPORTED if measured.unreported else known


def known_words(given: Given, imagined: Imagined) -> dict[str, Known]:
    """Values of the words that an example settles, to find out whether a rule asks for others."""
    aim, line, measured = imagined.plan.aim, imagined.line, imagined.measured
    value = None if measured.fact is None else measured.fact.value
    every: dict[str, Known] = {
        "points": line.weight, "full": line.weight, "target": aim.target, "lower": aim.low, "upper": aim.high,
        "upward": aim.op in {">=", ">"}, "downward": aim.op in {"<=", "<"}, "actual": value,
        "met": measured.met, "ratio": line.ratio,
        "shortfall": None if value is None else shortfall_of(aim, value),
        "baseline": None if measured.baseline is None else measured.baseline.value,
    }  # fmt: skip
    settled = _known(given, measured)
    kept = {word: found for word, found in every.items() if word in settled}
    kept |= {"unreported": measured.unreported}
    kept |= {"self": line.judged.self_score, "review": line.judged.review_score}
    return kept if line.score is None else {**kept, "score": line.score}
