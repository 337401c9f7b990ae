"""JSON text that is safe to print: nothing in it controls a terminal, and any encoder can write it."""

from __future__ import annotations

import json
import re

# json.dumps escapes only what is below U+0020. Outside its strings JSON is ASCII, so an escape is legal
# wherever one of these is found: C1 controls, line separators, bidi and other invisible formats, surrogates.
_UNSAFE = re.compile(
    "[\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\uffff\U000110bd\U000e0001-\U000e007f]"
)


def write_json(value: object) -> str:
    """Write dicts, lists, strings, whole numbers, booleans and None; Chinese stays readable."""
    return _UNSAFE.sub(_escape, json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def write_json_row(value: object) -> str:
    """Write the same on one line, without a line feed behind it."""
    return _UNSAFE.sub(_escape, json.dumps(value, ensure_ascii=False))


def _escape(found: re.Match[str]) -> str:
    return json.dumps(found.group())[1:-1]
