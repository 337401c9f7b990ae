"""Which projects are sound although something else in the texts is not."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from perfdsl.diagnostic import Diagnostic, Diagnostics
from perfdsl.scheme import messages_rollup
from perfdsl.scheme import messages_weights as messages
from perfdsl.scheme.names import key, project_keys
from perfdsl.scheme.parsed import first_word
from perfdsl.scheme.scheme import DepartmentScheme, ProjectScheme, Scheme
from perfdsl.source import TextPlace
from perfdsl.syntax import ast
from perfdsl.syntax.keywords import tables


def complain_of_rubrics(scheme: Scheme, diagnostics: Diagnostics) -> None:
    """Complain of projects that name no rubric: they can be checked but not scored."""
    unknown = [d for d in diagnostics if d.code == "P0201"]
    known = {id(place.source) for d in unknown for place in _places(d)}
    told_of_all = any(not d.labels for d in unknown)
    for project in scheme.projects:
        if project.rubric is None and not told_of_all and id(project.source) not in known:
            diagnostics.add(messages.no_rubric(project.place, project.name))
    for department in scheme.departments:
        own = department.own
        if own is not None and own.rubric is None and not told_of_all and id(own.source) not in known:
            diagnostics.add(messages_rollup.no_rubric(own.place, own.name))


def keep_sound(scheme: Scheme, diagnostics: Diagnostics) -> Scheme:
    """Leave out every project that an error may reach: in itself, its rubric, its methods or its facts."""
    damage = _Damage(scheme)
    for diagnostic in diagnostics:
        if diagnostic.severity == "error":
            damage.take(diagnostic)
    return scheme._replace(
        projects=tuple(each for each in scheme.projects if damage.spares(each)),
        departments=tuple(each for each in scheme.departments if damage.spares_department(each)),
    )


_SHEETS = (ast.Project, ast.Amendment, ast.Department)


@dataclass(slots=True)
class _Damage:
    """What errors lie in: ids of nodes and of sources, and names of projects whose facts are not all read."""

    scheme: Scheme
    nodes: set[int] = field(default_factory=set)
    sources: set[int] = field(default_factory=set)
    projects: set[str] = field(default_factory=set)
    _items: dict[int, list[ast.Item]] = field(init=False)
    _starts: dict[int, list[int]] = field(init=False)

    def __post_init__(self) -> None:
        """Put the items of each source in order."""
        self._items, self._starts = {}, {}
        for source, item in self.scheme.written:
            self._items.setdefault(id(source), []).append(item)
            self._starts.setdefault(id(source), []).append(item.span[0])

    def take(self, diagnostic: Diagnostic) -> None:
        """Note what an error damages. Of one that shows a sheet and a definition, the sheet is to blame."""
        found = [(place, self._item_at(place)) for place in _places(diagnostic)]
        blamed = [pair for pair in found if isinstance(pair[1], _SHEETS)] or found
        for place, item in blamed:
            if isinstance(item, ast.Actuals | ast.Amendment):
                self.projects.add(key(item.project))
            elif item is not None:
                self.nodes.add(id(item))
            elif id(place.source) not in self._items:
                self.sources.add(id(place.source))
            if _is_use(place):
                self._loses_rubric(place)

    def spares(self, project: ProjectScheme) -> bool:
        """Whether nothing that a project's score depends on is damaged."""
        rubric, scoring = project.rubric, project.scoring
        if rubric is None or scoring is None or id(project.written or project.node) in self.nodes:
            return False
        if project_keys(project) & self.projects:
            return False
        if isinstance(rubric.place, TextPlace) and id(rubric.place.source) in self.sources:
            return False
        calls = [*scoring.methods, *([scoring.execution_method] if scoring.execution_weight else [])]
        rules = [rule.node for rule in (*rubric.rules, *project.rules)]
        nodes = [*rubric.nodes, *rules, *(call.method.node for call in calls if call is not None)]
        return None not in calls and not any(id(node) in self.nodes for node in nodes)

    def spares_department(self, department: DepartmentScheme) -> bool:
        """Whether nothing that a department's score depends on is damaged, its projects aside."""
        nodes: list[ast.Node] = [rule.node for rule in department.rules]
        nodes += [] if department.node is None else [department.node]
        nodes += () if department.rubric is None else department.rubric.nodes
        if any(id(node) in self.nodes for node in nodes):
            return False
        return department.own is None or self.spares(department.own)

    def _item_at(self, place: TextPlace) -> ast.Item | None:
        """Give the item whose text an offset is in: all from its start to the next one's."""
        starts = self._starts.get(id(place.source), [])
        at = bisect_right(starts, place.start) - 1
        return self._items[id(place.source)][at] if at >= 0 else None

    def _loses_rubric(self, place: TextPlace) -> None:
        """After a line that ought to choose a rubric and could not be read, none is sure."""
        for item in self._items.get(id(place.source), []):
            if item.span[0] > place.start and isinstance(item, ast.Use):
                return
            if item.span[0] > place.start and isinstance(item, ast.Project | ast.Department):
                self.nodes.add(id(item))


def _is_use(place: TextPlace) -> bool:
    return first_word(place.source, place.start) in tables()["heads"]["use"]


def _places(diagnostic: Diagnostic) -> list[TextPlace]:
    return [label.place for label in diagnostic.labels if isinstance(label.place, TextPlace)]
