"""Reads the head of a form: title, unit line, and each label with what stands before the next one."""

from __future__ import annotations

import re
from typing import Final

from perfdsl.diagnostic import Text
from perfdsl.importers.draft import Field, FormDraft, HeadName
from perfdsl.importers.flat import messages
from perfdsl.importers.flat.cells import Stretch, amount_at, marked, nothing_after, words_at
from perfdsl.importers.flat.cut_forms import Region
from perfdsl.importers.flat.doubt_prose import doubts_of_prose
from perfdsl.importers.flat.find_labels import Labels, find_labels
from perfdsl.importers.flat.flow import Flow
from perfdsl.importers.flat.read_unit_line import Head, read_unit_line
from perfdsl.importers.flat.vocabulary import any_of, words

_SEQ = re.compile(r"(?P<seq>[0-9]{1,3})[.、．](?=\D)")
_YEAR = re.compile(r"[（(](?P<year>20[0-9]{2})年度?[)）]")
_CODE = re.compile(r"[0-9A-Za-z-]{4,40}")
_AMOUNT = re.compile(r"-?[0-9][0-9,，]{0,20}(?:\.[0-9]{1,6})?")
_BEGINNING = 5
_BESIDE_GROUP: Final = frozenset({"budget", "fiscal", "other", "purpose"})
_MONEY: Final = frozenset({"budget", "fiscal", "other"})


def read_head(flow: Flow, region: Region, end: int) -> Head:
    """Read all fields of a head, between the title and ``end`` (the plan, the goals or the table)."""
    labels, stops = find_labels(flow, region.title_end, end)
    beside = _last_of_money(labels) if _has_purpose(flow, labels, region.title_end, end) else None
    head: Head = {}
    for name, places in labels.items():
        label = places[0]
        stop = next((at for at in stops if at >= label[1]), end)
        flow.take(*label)
        fields = _fields_of(flow, name, label, stop, has_purpose=name == beside)
        if len(places) > 1:
            fields = {each: marked(field, messages.label_twice()) for each, field in fields.items()}
        head |= fields
    broken = _broken_group(flow, region.title_end, end)
    if broken:
        doubt = messages.foreign_text(broken)
        head = {
            name: marked(field, doubt) if name in _BESIDE_GROUP else field for name, field in head.items()
        }
    above = stops[0] if stops else end
    year = _YEAR.search(flow.text, region.start, above)
    if year is not None and "year" not in head:
        flow.take(*year.span())
        head["year"] = words_at(flow, year.span("year"))._replace(value=int(year["year"]))
    top = year.end() if year is not None and year.end() > region.title_end else region.title_end
    units = {label[0] for label in labels.get("money_unit", ())}
    below = next((at for at in stops if at not in units), end)
    head |= read_unit_line(flow, top, below, head)
    return _title(flow, region, head)


def _has_purpose(flow: Flow, labels: Labels, start: int, end: int) -> bool:
    """Whether the purpose stands under a label that it shares with the money, and has none of its own."""
    shared = (flow.text.find(label[:_BEGINNING], start, end) >= 0 for label in words("purpose_groups"))
    return "purpose" not in labels and any(shared)


def _last_of_money(labels: Labels) -> HeadName | None:
    places = {places[0]: name for name, places in labels.items() if name in _MONEY}
    return places[max(places)] if places else None


def _broken_group(flow: Flow, start: int, end: int) -> str:
    """Give the label beside money and purpose where only its beginning stands in one piece, or nothing."""
    for label in words("purpose_groups"):
        if flow.text.find(label, start, end) < 0 <= flow.text.find(label[:_BEGINNING], start, end):
            return label[:_BEGINNING]
    return ""


def _fields_of(flow: Flow, name: HeadName, label: Stretch, stop: int, *, has_purpose: bool) -> Head:
    """Read what stands behind a label; ``has_purpose``: behind the amount stands the purpose."""
    if name == "code":
        return {name: _code(flow, label, stop)}
    if name == "purpose" and stop > label[1]:
        return {name: _purpose(flow, (label[1], stop))}
    if name not in _MONEY:
        return {name: words_at(flow, (label[1], stop)) if stop > label[1] else nothing_after(flow, label)}
    amount_end = _end_of_amount(flow, label[1], stop)
    amount = (label[1], amount_end)
    fields: Head = {name: amount_at(flow, amount) if amount_end > label[1] else nothing_after(flow, label)}
    if stop > amount_end and has_purpose:
        fields["purpose"] = _purpose(flow, (amount_end, stop))
        if amount_end > label[1] and "." not in flow.text[label[1] : amount_end]:
            doubt = messages.amount_or_words(flow.text[label[1] : amount_end])
            fields = {each: field.doubted(doubt) for each, field in fields.items()}
    return fields


def _purpose(flow: Flow, stretch: Stretch) -> Field:
    field = words_at(flow, stretch)
    for doubt in doubts_of_prose(flow, [stretch]):
        field = field.doubted(doubt)
    return field


def _end_of_amount(flow: Flow, start: int, stop: int) -> int:
    found = _AMOUNT.match(flow.text, start, stop)
    return found.end() if found and flow.is_soft(found.end()) else start


def _code(flow: Flow, label: Stretch, stop: int) -> Field:
    if stop <= label[1]:
        return nothing_after(flow, label)
    field = words_at(flow, (label[1], stop))
    return field if _CODE.fullmatch(str(field.value)) else field.doubted(messages.odd_code(field.raw))


def _title(flow: Flow, region: Region, head: Head) -> Head:
    """Add the title and its number, and hold the name against it."""
    if not region.has_title:
        return head
    found = _SEQ.match(flow.text, region.start, region.title_end)
    start = found.end() if found else region.start
    flow.take(region.start, region.title_end)
    head["title"] = words_at(flow, (start, region.title_end))
    if found:
        head["seq"] = words_at(flow, found.span("seq"))._replace(value=int(found["seq"]))
    return _hold_to_title(head, str(head["title"].value))


def _hold_to_title(head: Head, title: str) -> Head:
    """Doubt name and code where the name is not the title's, or may end with the rest of the code."""
    name = head.get("name")
    if name is None or not isinstance(name.value, str):
        return head
    doubt = None if name.value in title or _is_generic(title) else messages.other_name(title)
    last = name.raw.rpartition("\n")[2] if "\n" in name.raw else ""
    if doubt is None and re.fullmatch(r"[0-9A-Za-z]{1,20}", last):
        doubt = messages.odd_code(last)
    doubted: tuple[HeadName, ...] = ("name", "code") if doubt else ()
    return head | {each: head[each].doubted(doubt) for each in doubted if doubt and each in head}


def doubt_head(form: FormDraft, doubt: Text) -> FormDraft:
    """Doubt all that stands above the table, but the title."""
    titled = {"title", "seq"}
    return form._replace(
        head={name: field if name in titled else marked(field, doubt) for name, field in form.head.items()},
        plan=tuple(point._replace(amount=marked(point.amount, doubt)) for point in form.plan),
        goals=tuple(marked(goal, doubt) for goal in form.goals),
    )


def _is_generic(title: str) -> bool:
    """Whether a title names no project: 项目支出绩效目标表（2023年度）."""
    title = re.sub(r"[（(][^（）()]*[)）]$", "", title)
    return (
        re.fullmatch(f"(?:[0-9]{{4}}年度?)?{any_of(words('title_generic'))}*(?:申报|批复|公开)?表?", title)
        is not None
    )
