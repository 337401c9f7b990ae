"""Later facts supersede earlier ones, and what is asked as of a day knows nothing of the days after it."""

from __future__ import annotations

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.properties.random_sheets import DAYS, RUBRICS, amounts, facts, projects, sheet
from tests.properties.test_same_score import meanings
from tests.scoring import score_texts

few = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
rubrics = st.sampled_from(RUBRICS)


@st.composite
def histories(draw):
    """A project, and its facts on three days."""
    last = draw(projects(pending=False))
    many = len(last.indicators)
    earlier = []
    for _ in DAYS[:-1]:
        actuals = draw(st.lists(amounts, min_size=many, max_size=many))
        blank = [each.__class__(**{**each.__dict__, "actual": None}) for each in last.indicators]
        then = last.__class__(
            **{**last.__dict__, "indicators": tuple(blank), "spent": None, "finished": None}
        )
        earlier.append(then.completed(actuals, draw(amounts), finished=draw(st.booleans())))
    return [*earlier, last]


@few
@given(rubrics, histories(), st.permutations(range(3)))
def test_the_latest_fact_counts_in_whatever_order_they_stand(rubric, history, order) -> None:
    head = f"采用 {rubric}\n" + sheet(history[-1])
    all_days = [facts(then, day) for then, day in zip(history, DAYS, strict=True)]
    only_last = score_texts(head + all_days[-1])
    assert meanings(score_texts(head + "".join(all_days[at] for at in order))) == meanings(only_last)


@few
@given(rubrics, histories(), st.integers(0, 2))
def test_as_of_a_day_later_facts_are_unknown(rubric, history, asked) -> None:
    head = f"采用 {rubric}\n" + sheet(history[-1])
    all_days = [facts(then, day) for then, day in zip(history, DAYS, strict=True)]
    as_of = date.fromisoformat(DAYS[asked])
    known_then = score_texts(head + "".join(all_days[: asked + 1]))
    assert meanings(score_texts(head + "".join(all_days), as_of=as_of)) == meanings(known_then)


@few
@given(rubrics, histories())
def test_an_earlier_fact_changes_nothing_later(rubric, history) -> None:
    head = f"采用 {rubric}\n" + sheet(history[-1])
    early, _, last = (facts(then, day) for then, day in zip(history, DAYS, strict=True))
    as_of = date.fromisoformat(DAYS[-1])
    assert meanings(score_texts(head + early + last, as_of=as_of)) == meanings(
        score_texts(head + last, as_of=as_of)
    )


@given(rubrics, histories())
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
def test_before_the_first_fact_all_is_open(rubric, history) -> None:
    text = f"采用 {rubric}\n" + sheet(history[-1]) + facts(history[-1])
    (score,) = score_texts(text, as_of=date(2022, 1, 1))
    assert all(line.attainment == "pending" for line in score.indicators)
    assert (score.total.low, score.total.high) == (0, 100)
