"""Plug-ins by name, built in or installed."""

from __future__ import annotations

from importlib.metadata import EntryPoint

import pytest

from perfdsl.registry import Registry

BUILT_IN = {"text": "perfdsl.diagnostic:Text"}


def test_what_is_built_in() -> None:
    registry = Registry("perfdsl.nothing", BUILT_IN)
    assert registry.names() == ["text"]
    assert registry.get("text").__name__ == "Text"
    assert "text" in registry
    assert "other" not in registry
    with pytest.raises(KeyError):
        registry.get("other")


def test_what_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint("other", "perfdsl.source:Source", "perfdsl.things")
    monkeypatch.setattr(
        "importlib.metadata.entry_points", lambda group: [point] if group == "perfdsl.things" else []
    )
    registry = Registry("perfdsl.things", BUILT_IN)
    assert registry.names() == ["other", "text"]
    assert "other" in registry
    assert registry.get("other").__name__ == "Source"
