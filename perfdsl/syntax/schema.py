"""The JSON Schema of the tree: what ``perfdsl schema`` prints, and what may be written instead of text."""

from __future__ import annotations

from typing import Any

from perfdsl.syntax import ast


def json_schema() -> dict[str, Any]:
    """Give the schema of ``ast.Module`` (draft 2020-12); the same tree gives the same schema, key by key.

    Numbers are strings (``"10.50"``), as in the output of ``perfdsl eval --format json``.
    """
    schema = ast.Module.model_json_schema(ref_template="#/$defs/{model}", mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_ordered(schema)}


def _ordered(part: Any) -> Any:
    """Sort keys, so that the order of definitions is nothing, and require the kind that tells nodes apart."""
    if isinstance(part, dict):
        if "kind" in part.get("properties", {}):
            part = {**part, "required": sorted({"kind", *part.get("required", ())})}
        return {key: _ordered(part[key]) for key in sorted(part)}
    return [_ordered(each) for each in part] if isinstance(part, list) else part
