"""What examples are tried on: the checked sheets, their projects by node, and what an error lies in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from perfdsl.diagnostic import Diagnostic, Diagnostics
from perfdsl.examples import messages
from perfdsl.examples.example import Posed
from perfdsl.plan.compile_plan import PlanCompiler
from perfdsl.plan.plan import ProjectPlan
from perfdsl.plan.plan_method import MethodPlanner
from perfdsl.scheme.check import Checker, check_together
from perfdsl.scheme.keep_sound import keep_sound
from perfdsl.scheme.parsed import Parsed
from perfdsl.scheme.rubric_scheme import RubricScheme
from perfdsl.scheme.scheme import ProjectScheme
from perfdsl.source import Source, TextPlace
from perfdsl.syntax import ast
from perfdsl.syntax.node import with_fields


class Bench:
    """Sheets checked once, with the complaints of that check."""

    __slots__ = ("_others", "_plans", "_projects", "_sound", "_wrong", "checker", "planner", "sheets")

    def __init__(self, sheets: Sequence[Parsed], shipped: Sequence[Parsed], diagnostics: Diagnostics) -> None:
        """Check the sheets against the definitions of all of them and those that are shipped."""
        self.sheets = {id(sheet.source): sheet for sheet in sheets}
        self.checker = Checker(sheets, shipped, diagnostics)
        scheme = self.checker.check(sheets)
        check_together(scheme, diagnostics)
        self.planner = MethodPlanner()
        self._projects = {id(each.written or each.node): each for each in scheme.projects}
        sound = keep_sound(scheme, diagnostics).projects
        self._sound = {id(each.written or each.node) for each in sound}
        self._wrong = [(id(place.source), place.start) for each in diagnostics for place in _blamed(each)]
        self._plans: dict[int, ProjectPlan] = {}
        self._others: dict[tuple[int, str], ProjectScheme | None] = {}

    def is_damaged(self, posed: Posed) -> bool:
        """Whether an error, told before, lies in an example or in what it is of."""
        if posed.torn:
            return True
        return any(self.has_error(posed.source, node) for node in (posed.node, posed.subject))

    def rubric(self, name: str) -> RubricScheme | None:
        """Give a rubric by name; None where there is none, or where an error lies in it."""
        found = self.checker.definitions.find_rubric(name)
        if found is None or self.has_error(found[0].source, found[0].node):
            return None
        return self.checker.rubrics.read(*found)

    def has_error(self, source: Source, node: ast.Node) -> bool:
        """Whether an error lies in a node of a source."""
        low, high = node.span
        return any(each == id(source) and low <= start <= high for each, start in self._wrong)

    def project(self, posed: Posed, diagnostics: Diagnostics) -> ProjectScheme | None:
        """Give the project that an example is of, under the rubric that it names; None after a complaint."""
        node, rubric = posed.subject, posed.node.rubric
        if rubric:
            identity = id(node), rubric
            if identity not in self._others:
                self._others[identity] = self._under(posed, rubric, diagnostics)
            return self._others[identity]
        found = self._projects.get(id(node))
        if found is not None and found.rubric is None:
            diagnostics.add(messages.no_rubric(posed.place, posed.subject.name))
        return found if id(node) in self._sound else None

    def sound_project(self, node: ast.Project) -> ProjectScheme | None:
        """Give a project that can be scored under its own rubric."""
        return self._projects[id(node)] if id(node) in self._sound else None

    def sound_projects(self) -> Iterator[ProjectScheme]:
        """Give the projects that can be scored under their own rubrics, in the order of the sheets."""
        yield from (project for node, project in self._projects.items() if node in self._sound)

    def plan(self, project: ProjectScheme) -> ProjectPlan:
        """Give the plan of a project, compiled once; a missing fact is never more than pending."""
        found = self._plans.get(id(project))
        if found is None:
            found = PlanCompiler().project(project)
            if found.missing == "error":
                found = found._replace(missing="pending")
            self._plans[id(project)] = found
        return found

    def _under(self, posed: Posed, rubric: str, diagnostics: Diagnostics) -> ProjectScheme | None:
        """Check a project anew under another rubric, alone in its sheet."""
        sheet = self.sheets[id(posed.source)]
        left_out = (ast.Project, ast.Use, ast.Department, ast.Actuals, ast.Example)
        items = tuple(i for i in sheet.module.items if i is posed.subject or not isinstance(i, left_out))
        found = Diagnostics()
        heard = self.checker.diagnostics
        self.checker.listen(found)
        scheme = self.checker.check([sheet._replace(module=with_fields(sheet.module, items=items))], rubric)
        self.checker.listen(heard)
        diagnostics.extend(_errors(found))
        sound = keep_sound(scheme, found).projects if found.has_errors else scheme.projects
        return next(iter(sound), None)


def _errors(diagnostics: Diagnostics) -> Diagnostics:
    """What a project's other rubric makes of it; warnings were told under its own."""
    errors = Diagnostics()
    for each in diagnostics:
        if each.severity == "error":
            errors.add(each)
    return errors


def _blamed(diagnostic: Diagnostic) -> list[TextPlace]:
    if diagnostic.severity != "error":
        return []
    return [label.place for label in diagnostic.labels if isinstance(label.place, TextPlace)]
