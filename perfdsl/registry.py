"""Plug-ins by name: built-in ones and those of installed packages, imported only when asked for."""

from __future__ import annotations

from importlib import import_module
from typing import Any


class Registry:
    """Names to ``module:attribute``; entry points of ``group`` add to the built-in ones."""

    __slots__ = ("_builtin", "group")

    def __init__(self, group: str, builtin: dict[str, str]) -> None:
        """Remember where things are; nothing is imported yet."""
        self.group = group
        self._builtin = builtin

    def names(self) -> list[str]:
        """All names, sorted."""
        return sorted({*self._builtin, *self._installed()})

    def __contains__(self, name: str) -> bool:
        """Whether there is a plug-in of that name, built in or installed."""
        return name in self._builtin or name in self._installed()

    def get(self, name: str) -> Any:
        """Import and return the plug-in; KeyError where there is none of that name."""
        where = self._builtin.get(name) or self._installed()[name]
        module, _, attribute = where.partition(":")
        return getattr(import_module(module), attribute)

    def _installed(self) -> dict[str, str]:
        from importlib.metadata import entry_points

        return {point.name: point.value for point in entry_points(group=self.group)}
