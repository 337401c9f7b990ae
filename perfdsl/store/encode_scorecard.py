"""Scorecards as JSON and back, exactly; one of another shape than this is taken for damaged."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from perfdsl.diagnostic import Text
from perfdsl.scorecard import (
    DepartmentScore,
    GoalScore,
    IndicatorScore,
    Judged,
    ProjectScore,
    Scorecard,
    Unshown,
)
from perfdsl.store.encode import Sources, decode_place, encode_place
from perfdsl.store.encode_parts import (
    decode_amended,
    decode_applied,
    decode_fact,
    decode_flag,
    decode_interval,
    decode_interval_or_none,
    decode_number,
    decode_step,
    encode_amended,
    encode_applied,
    encode_fact,
    encode_flag,
    encode_interval,
    encode_interval_or_none,
    encode_number,
    encode_step,
)


def encode_scorecard(scorecard: Scorecard) -> list[Any]:
    """Give a scorecard as lists and texts."""
    flags = [encode_flag(flag) for flag in scorecard.flags]
    departments = [_encode_department(department) for department in scorecard.departments]
    projects = [_encode_project(project) for project in scorecard.projects]
    unshown = [_encode_unshown(each) for each in scorecard.unshown]
    return [scorecard.as_of, projects, flags, departments, unshown, list(scorecard.left_out)]


def decode_scorecard(kept: list[Any], sources: Sources) -> Scorecard:
    """Give the scorecard back."""
    as_of, projects, flags, departments, unshown, left_out = kept
    return Scorecard(
        tuple(_decode_project(project, sources) for project in projects),
        as_of,
        tuple(decode_flag(flag, sources) for flag in flags),
        tuple(_decode_department(department, sources) for department in departments),
        tuple(_decode_unshown(each) for each in unshown),
        tuple(left_out),
    )


def _encode_department(department: DepartmentScore) -> list[Any]:
    return [
        [department.code, department.name, department.rubric, department.mean_by],
        list(department.members),
        None if department.own is None else _encode_project(department.own),
        [
            encode_interval_or_none(department.mean),
            encode_interval_or_none(department.total),
            encode_interval_or_none(department.before),
        ],
        [department.grade, list(department.possible_grades)],
        [encode_number(each) for each in (department.own_share, department.budget, department.spent)],
        department.places,
        encode_place(department.place),
        [encode_flag(flag) for flag in department.flags],
        [encode_applied(each) for each in department.applied],
        [_encode_unshown(each) for each in department.unshown],
    ]


def _decode_department(kept: list[Any], sources: Sources) -> DepartmentScore:
    names, members, own, points, (grade, possible), amounts, places, place, flags, applied, unshown = kept
    code, name, rubric, mean_by = names
    mean, total, before = map(decode_interval_or_none, points)
    own_share, budget, spent = map(decode_number, amounts)
    return DepartmentScore(
        code=code,
        name=name,
        rubric=rubric,
        members=tuple(members),
        own=None if own is None else _decode_project(own, sources),
        mean=mean,
        mean_by=mean_by,
        own_share=own_share,
        total=total,
        grade=grade,
        possible_grades=tuple(possible),
        budget=budget,
        spent=spent,
        places=places,
        place=decode_place(place, sources),
        flags=tuple(decode_flag(flag, sources) for flag in flags),
        before=before,
        applied=tuple(decode_applied(each, sources) for each in applied),
        unshown=tuple(_decode_unshown(each) for each in unshown),
    )


def _encode_unshown(unshown: Unshown) -> list[Any]:
    return [unshown.name, encode_interval(unshown.total), unshown.scored]


def _decode_unshown(kept: Sequence[Any]) -> Unshown:
    name, total, scored = kept
    return Unshown(name, decode_interval(total), scored)


def _encode_goal(goal: GoalScore) -> list[Any]:
    points = encode_interval(goal.points)
    return [goal.name, goal.text, encode_number(goal.share), str(goal.weight), points]


def _decode_goal(kept: Sequence[Any]) -> GoalScore:
    name, text, share, weight, points = kept
    return GoalScore(name, text, decode_number(share), Fraction(weight), decode_interval(points))


def _encode_project(project: ProjectScore) -> list[Any]:
    return [
        [project.code, project.name, project.department, project.rubric],
        [_encode_line(line) for line in project.indicators],
        encode_interval(project.total),
        [project.grade, list(project.possible_grades), list(project.grades)],
        [encode_flag(flag) for flag in project.flags],
        project.places,
        encode_place(project.place),
        [encode_interval_or_none(project.before), [encode_applied(each) for each in project.applied]],
        [_encode_goal(goal) for goal in project.goals],
    ]


def _decode_project(kept: list[Any], sources: Sources) -> ProjectScore:
    names, lines, total, (grade, possible, grades), flags, places, place, (before, applied), goals = kept
    code, name, department, rubric = names
    return ProjectScore(
        code=code,
        name=name,
        department=department,
        rubric=rubric,
        indicators=tuple(_decode_line(line, sources) for line in lines),
        total=decode_interval(total),
        grade=grade,
        possible_grades=tuple(possible),
        flags=tuple(decode_flag(flag, sources) for flag in flags),
        places=places,
        place=decode_place(place, sources),
        grades=tuple(grades),
        before=decode_interval_or_none(before),
        applied=tuple(decode_applied(each, sources) for each in applied),
        goals=tuple(_decode_goal(goal) for goal in goals),
    )


def _encode_line(line: IndicatorScore) -> list[Any]:
    return [
        list(line.group),
        [line.name, line.target, line.actual, line.attainment, line.method],
        encode_number(line.ratio),
        str(line.weight),
        encode_interval(line.points),
        list(line.why),
        encode_place(line.place),
        None if line.fact is None else encode_fact(line.fact),
        None if line.step is None else encode_step(line.step),
        line.excluded,
        encode_interval_or_none(line.before),
        [encode_applied(each) for each in line.applied],
        [encode_number(number) for number in line.judged],
        None if line.amended_by is None else encode_amended(line.amended_by),
    ]


def _decode_line(kept: list[Any], sources: Sources) -> IndicatorScore:
    group, words, ratio, weight, points, why, place, fact, step, excluded, *rest = kept
    before, applied, judged, amended = rest
    name, target, actual, attainment, method = words
    return IndicatorScore(
        group=tuple(group),
        name=name,
        target=target,
        actual=actual,
        attainment=attainment,
        ratio=decode_number(ratio),
        weight=Fraction(weight),
        points=decode_interval(points),
        method=method,
        why=Text(*why),
        place=decode_place(place, sources),
        fact=None if fact is None else decode_fact(fact, sources),
        step=None if step is None else decode_step(step, sources),
        excluded=excluded,
        before=decode_interval_or_none(before),
        applied=tuple(decode_applied(each, sources) for each in applied),
        judged=Judged(*map(decode_number, judged)),
        amended_by=None if amended is None else decode_amended(amended, sources),
    )
