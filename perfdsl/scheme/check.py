"""From trees to the scheme: definitions first, then each sheet, then the sheets held against one another."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from perfdsl.diagnostic import Diagnostics
from perfdsl.scheme import messages, messages_rollup
from perfdsl.scheme.amend import check_strays, find_strays, read_amendments
from perfdsl.scheme.arrange_scoring import ScoringArranger
from perfdsl.scheme.check_cycles import check_cycles
from perfdsl.scheme.check_departments import check_departments
from perfdsl.scheme.check_method import check_methods
from perfdsl.scheme.check_rule import RuleChecker, warn_of_unused
from perfdsl.scheme.check_sheet import check_sheet
from perfdsl.scheme.check_unsettled import check_unsettled
from perfdsl.scheme.check_versions import Read, check_versions
from perfdsl.scheme.definitions import Definitions, define, rules_of_sheet
from perfdsl.scheme.names import key
from perfdsl.scheme.parsed import Parsed
from perfdsl.scheme.read_department import as_project, has_indicators, member_of, wants_of, with_members
from perfdsl.scheme.read_project import ProjectReader
from perfdsl.scheme.read_rubric import RubricReader
from perfdsl.scheme.rubric_scheme import RubricScheme, RuleScheme
from perfdsl.scheme.scheme import DepartmentScheme, ProjectScheme, Scheme
from perfdsl.scheme.version import Amended, Version
from perfdsl.source import Place, Source
from perfdsl.syntax import ast


class Checker:
    """Checks sheets against one set of definitions; the definitions themselves are checked once."""

    __slots__ = ("definitions", "diagnostics", "monitorings", "rubrics", "rules", "scoring")

    def __init__(
        self, defining: Sequence[Parsed], shipped: Sequence[Parsed], diagnostics: Diagnostics
    ) -> None:
        """Take the files that define rubrics, methods and units, and those that are shipped."""
        self.diagnostics = diagnostics
        library = define(shipped, diagnostics)
        self.definitions: Definitions = define(defining, diagnostics, library)
        torn = frozenset[int]().union(*(each.torn for each in defining))
        self.rubrics = RubricReader(self.definitions, diagnostics, torn)
        self.scoring = ScoringArranger(diagnostics, check_methods(self.definitions, diagnostics, torn))
        self.rules = RuleChecker()
        self.rules.check_rules(self.definitions, diagnostics, torn)
        for defined in self.definitions.rubrics.values():
            self.rubrics.read(defined, self.definitions)
        self.monitorings = self.rubrics.monitorings.read_all(self.definitions)

    def listen(self, diagnostics: Diagnostics) -> None:
        """Let complaints of the sheets to come go elsewhere."""
        self.diagnostics = self.rubrics.diagnostics = self.scoring.diagnostics = diagnostics

    def check(
        self, sheets: Sequence[Parsed], rubric: str = "", as_of: date | None = None, *, every: bool = False
    ) -> Scheme:
        """Check sheets; ``rubric`` is used for all projects in place of what they name themselves.

        Projects are read as their amendments leave them on a day; with ``every``, what is wrong with them on
        any other day is told as well.
        """
        projects: list[ProjectScheme] = []
        departments: list[DepartmentScheme] = []
        actuals: list[tuple[Source, ast.Actuals]] = []
        chosen = self._chosen(rubric) if rubric else None
        for source, module, torn in sheets:
            used = chosen
            reader = ProjectReader(source, self.definitions, self.diagnostics)
            own = rules_of_sheet(source, module, self.definitions)
            histories = read_amendments(source, module, self.diagnostics)
            warn_of_unused(module, own, self.definitions, self.diagnostics)
            for item in module.items:
                match item:
                    case ast.Use() if not rubric:
                        used = self._use(source, item)
                    case ast.Project() if id(item) in histories:
                        history = histories[id(item)]
                        read = self._reader(source, history, used, own, torn=torn)
                        projects.append(check_versions(read, history, as_of, self.diagnostics, every=every))
                    case ast.Project():
                        project = self._project(reader, item, used, torn=id(item) in torn)
                        projects.append(self._with_rules(project, own))
                    case ast.Department():
                        departments.append(self._department(reader, item, used, own, torn=id(item) in torn))
                    case ast.Actuals():
                        actuals.append((source, item))
        written = tuple((source, item) for source, module, _ in sheets for item in module.items)
        units, monitorings = self.definitions.units, self.monitorings
        whole = with_members(departments, map(member_of, projects))
        return Scheme(tuple(projects), whole, tuple(actuals), units, written, monitorings)

    def _project(
        self,
        reader: ProjectReader,
        node: ast.Project,
        rubric: RubricScheme | None,
        *,
        torn: bool,
        whole: bool = True,
    ) -> ProjectScheme:
        """Read and check a project; not ``whole``: a department, whose budget is that of its projects."""
        project = reader.read(node, rubric)
        check_unsettled(reader.source, node, self.diagnostics)
        check_sheet(project, reader, self.diagnostics)
        check_cycles(project, self.diagnostics)
        if rubric is None or not rubric.weight_sets or torn:
            return project
        scoring = self.scoring.arrange(project, rubric, budget_to_come=not whole)
        return project._replace(scoring=scoring)

    def _reader(
        self,
        source: Source,
        history: Amended,
        rubric: RubricScheme | None,
        own: tuple[RuleScheme, ...],
        *,
        torn: frozenset[int],
    ) -> Read:
        """Give what reads a version of a project and tells its complaints elsewhere."""
        is_torn = any(id(node) in torn for node in (history.written, *history.amendments))

        def read(version: Version, told: Diagnostics) -> ProjectScheme:
            before = self.diagnostics
            self.listen(told)
            reader = ProjectReader(source, self.definitions, told)
            project = self._with_rules(self._project(reader, version.node, rubric, torn=is_torn), own)
            self.listen(before)
            return project

        return read

    def _with_rules(self, project: ProjectScheme, own: tuple[RuleScheme, ...]) -> ProjectScheme:
        """Hold a project to its rubric's rules and to those of its own file."""
        rules = (*(project.rubric.rules if project.rubric else ()), *own)
        if not rules:
            return project
        self.rules.check_project(project, rules, self.diagnostics)
        return project._replace(rules=rules)

    def _chosen(self, rubric: str) -> RubricScheme | None:
        found = self.definitions.find_rubric(rubric)
        if found is None:
            self.diagnostics.add(messages.unknown_rubric(None, rubric, self.definitions.rubric_names()))
            return None
        return self.rubrics.read(*found)

    def _use(self, source: Source, node: ast.Use) -> RubricScheme | None:
        found = self.definitions.find_rubric(node.rubric)
        if found is None:
            place = source.place(node.span)
            self.diagnostics.add(messages.unknown_rubric(place, node.rubric, self.definitions.rubric_names()))
            return None
        return self.rubrics.read(*found)

    def _department(
        self,
        reader: ProjectReader,
        node: ast.Department,
        rubric: RubricScheme | None,
        file_rules: tuple[RuleScheme, ...],
        *,
        torn: bool,
    ) -> DepartmentScheme:
        """Read a department; one with indicators of its own is read like a project."""
        place = reader.source.place(node.span)
        codes = [part.text for part in node.parts if isinstance(part, ast.Code)]
        own: ProjectScheme | None = None
        if has_indicators(node):
            as_one = as_project(reader.source, node)
            own = self._with_rules(self._project(reader, as_one, rubric, torn=torn, whole=False), file_rules)
        else:
            check_unsettled(reader.source, node, self.diagnostics)
            rollup = None if rubric is None else rubric.rollup
            if rollup is not None and rollup.own and not torn:
                self.diagnostics.add(messages_rollup.no_own_indicators(place, node.name, rollup.place))
        rules = (*(rubric.rules if rubric else ()), *file_rules)
        code = codes[0] if codes else ""
        wants = wants_of(own, rubric)
        return DepartmentScheme(node.name, code, place, node, own, rubric, rules, wants=wants)


def check_together(scheme: Scheme, diagnostics: Diagnostics) -> None:
    """Complain of two projects with one code, or one name and no codes, and of unknown departments."""
    projects = [(p.code, p.name, p.department, p.place) for p in scheme.projects]
    check_names(projects, scheme.departments, diagnostics)
    check_strays(find_strays(scheme.written), projects, diagnostics)
    check_departments(scheme.departments, diagnostics)


def check_names(
    projects: Sequence[tuple[str, str, str, Place]],
    departments: Sequence[DepartmentScheme],
    diagnostics: Diagnostics,
) -> None:
    """Check the codes, names and departments of all projects, however many files they stand in."""
    by_code: dict[str, Place] = {}
    by_name: dict[str, tuple[str, Place]] = {}
    declared = {d.code for d in departments if d.code}
    for code, name, department, place in projects:
        first_code, first = by_name.setdefault(key(name), (code, place))
        if code and by_code.setdefault(key(code), place) is not place:
            diagnostics.add(messages.project_twice(place, by_code[key(code)], code))
        elif first is not place and not (code and first_code):
            diagnostics.add(messages.project_twice(place, first, name))
        if declared and department and department not in declared:
            diagnostics.add(messages.unknown_department(place, department, sorted(declared)))
