"""Applies amendments to a project, one day after another; each version is a tree of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from perfdsl.diagnostic import Diagnostics
from perfdsl.scheme import messages_amendment as messages
from perfdsl.scheme.find_dropped import find_dropped
from perfdsl.scheme.merge_indicator import merge_indicator
from perfdsl.scheme.names import group_key
from perfdsl.scheme.version import Stem, Thing, Version, thing_of
from perfdsl.source import Source, Span, TextPlace
from perfdsl.syntax import ast
from perfdsl.syntax.node import make, with_fields
from perfdsl.syntax.same_words import same_words


@dataclass(slots=True)
class Slot:
    """An indicator's place in its group, which it keeps when it is dropped; ``gone``: what dropped it."""

    thing: Thing
    path: tuple[str, ...]
    node: ast.Indicator
    gone: ast.Amendment | None = None


@dataclass(slots=True)
class Draft:
    """A project while amendments are applied to it; each of ``parts`` is a part, or the slots of a group."""

    source: Source
    project: ast.Project
    diagnostics: Diagnostics
    parts: list[ast.Part | tuple[ast.Group, list[Slot]]] = field(default_factory=list)
    slots: dict[Thing, Slot] = field(default_factory=dict)
    names: dict[str, list[Slot]] = field(default_factory=dict)
    stems: dict[int, Stem] = field(default_factory=dict)
    _touched: dict[Thing, tuple[date, Span]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Lay out the parts."""
        for part in self.project.parts:
            self.parts.append((part, self._slots(part)) if isinstance(part, ast.Group) else part)

    def version(self, since: date) -> Version:
        """Give the project as it stands now."""
        parts = tuple(self._parts())
        gone = {thing: slot.gone for thing, slot in self.slots.items() if slot.gone is not None}
        return Version(with_fields(self.project, parts=parts), since, dict(self.stems), gone)

    def apply(self, amendment: ast.Amendment, day: date) -> None:
        """Apply an amendment: what it drops first, so that the order of its lines says nothing."""
        changes = 0
        for part in sorted(amendment.parts, key=lambda each: not isinstance(each, ast.Dropped)):
            match part:
                case ast.Cite():
                    pass
                case ast.Dropped():
                    changes += self._drop(part, amendment, day)
                case ast.Group():
                    changes += sum([self._put(part.path, each, amendment, day) for each in part.indicators])
                case ast.Budget() | ast.PaymentPlan() | ast.Purpose():
                    changes += self._replace(part, amendment, day)
        if not changes:
            self.diagnostics.add(messages.nothing_changes(self._place(amendment.project_span), amendment))

    def _slots(self, group: ast.Group) -> list[Slot]:
        found = [Slot(thing_of(group.path, node.name), group.path, node) for node in group.indicators]
        for slot in found:
            self._know(slot)
        return found

    def _know(self, slot: Slot) -> None:
        self.slots.setdefault(slot.thing, slot)
        self.names.setdefault(slot.thing[-1], []).append(slot)

    def _parts(self) -> Iterator[ast.Part]:
        for part in self.parts:
            if not isinstance(part, tuple):
                yield part
                continue
            group, slots = part
            indicators = tuple(slot.node for slot in slots if slot.gone is None)
            if list(map(id, indicators)) == list(map(id, group.indicators)):
                yield group
            elif indicators:
                yield with_fields(group, indicators=indicators)

    def _replace(
        self, new: ast.Budget | ast.PaymentPlan | ast.Purpose, amendment: ast.Amendment, day: date
    ) -> bool:
        if not self._touch((new.kind,), new.span, day):
            return True
        at = next((at for at, each in enumerate(self.parts) if isinstance(each, type(new))), None)
        was = None if at is None else self.parts[at]
        assert not isinstance(was, tuple)  # noqa: S101 — a group is none of these
        if at is None:
            self.parts.insert(self._before_groups(), new)
        else:
            self.parts[at] = new
        self.stems[id(new)] = Stem(amendment, was)
        return not same_words(was, new)

    def _before_groups(self) -> int:
        return next((at for at, each in enumerate(self.parts) if isinstance(each, tuple)), len(self.parts))

    def _put(self, path: tuple[str, ...], new: ast.Indicator, amendment: ast.Amendment, day: date) -> bool:
        thing = thing_of(path, new.name)
        if not self._touch(thing, new.name_span, day):
            return True
        slot = self.slots.get(thing)
        if slot is None:
            self._add(Slot(thing, path, new), amendment)
            return True
        if slot.gone is not None:
            earlier = self._place(slot.gone.project_span)
            self.diagnostics.add(messages.taken_up_again(self._place(new.name_span), earlier, new.name))
            slot.node, slot.gone = new, None
            self.stems[id(new)] = Stem(amendment)
            return True
        old, slot.node = slot.node, merge_indicator(slot.node, new)
        self.stems[id(slot.node)] = Stem(amendment, old, slot.node)
        return not same_words(old, slot.node)

    def _add(self, slot: Slot, amendment: ast.Amendment) -> None:
        """Put a new indicator at the end of its group, or of the sheet where there is no such group."""
        beside = [each for each in self.names.get(slot.thing[-1], []) if each.gone is None]
        if beside:
            places = self._place(slot.node.name_span), self._place(beside[0].node.name_span)
            self.diagnostics.add(messages.in_other_group(*places, slot.node.name, slot.path, beside[0].path))
        self._know(slot)
        self.stems[id(slot.node)] = Stem(amendment)
        wanted = slot.thing[:-1]
        for part in self.parts:
            if isinstance(part, tuple) and tuple(map(group_key, part[0].path)) == wanted:
                part[1].append(slot)
                return
        self.parts.append((make(ast.Group, slot.node.span, path=slot.path), [slot]))

    def _drop(self, part: ast.Dropped, amendment: ast.Amendment, day: date) -> int:
        changes = 0
        for name in part.names:
            slot = find_dropped(name, self.names, self._place(part.span), self.diagnostics)
            changes += 1  # a name that is not found was complained of
            if slot is None:
                continue
            if slot.gone is not None and not self._is_touched(slot.thing, day):
                earlier = self._place(slot.gone.project_span)
                self.diagnostics.add(messages.dropped_already(self._place(part.span), earlier, name))
            elif self._touch(slot.thing, part.span, day):
                slot.gone = amendment
        return changes

    def _is_touched(self, thing: Thing, day: date) -> bool:
        return thing in self._touched and self._touched[thing][0] == day

    def _touch(self, thing: Thing, span: Span, day: date) -> bool:
        """Note that a thing changes on a day; False, after a complaint, where it did so already that day."""
        if self._is_touched(thing, day):
            places = self._place(span), self._place(self._touched[thing][1])
            self.diagnostics.add(messages.twice_a_day(*places, day, thing[-1]))
            return False
        self._touched[thing] = day, span
        return True

    def _place(self, span: Span) -> TextPlace:
        return self.source.place(span)


def days_of(amendments: Sequence[tuple[date, ast.Amendment]]) -> list[tuple[date, list[ast.Amendment]]]:
    """Put amendments in the order of their days, those of a day by what they say and not where they stand."""
    found: dict[date, list[ast.Amendment]] = {}
    for day, amendment in sorted(amendments, key=lambda pair: (pair[0], *_order(pair[1]))):
        found.setdefault(day, []).append(amendment)
    return list(found.items())


def _order(amendment: ast.Amendment) -> tuple[list[str], list[Thing]]:
    """Two amendments of a day change different things, so that these put them in order."""
    cites = sorted(part.text for part in amendment.parts if isinstance(part, ast.Cite))
    groups = [part for part in amendment.parts if isinstance(part, ast.Group)]
    things = [thing_of(group.path, each.name) for group in groups for each in group.indicators]
    return cites, sorted(things)
