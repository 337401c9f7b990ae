"""Which indicator an amendment drops: by its name, or by its group and name where a name stands twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from perfdsl.diagnostic import Diagnostics
from perfdsl.scheme import messages_amendment as messages
from perfdsl.scheme.did_you_mean import MOST_HINTS
from perfdsl.scheme.names import group_key, key
from perfdsl.source import Place

if TYPE_CHECKING:
    from perfdsl.scheme.apply_amendment import Slot


def find_dropped(
    name: str, known: Mapping[str, Sequence[Slot]], place: Place, diagnostics: Diagnostics
) -> Slot | None:
    """Find the indicator of a name, or of ``数量指标 / 培训次数``; None after a complaint.

    One that is dropped already is given only where no other is meant.
    """
    found = known.get(key(name)) or _in_group(name, known)
    there = [slot for slot in found if slot.gone is None]
    if len(there) > 1:
        diagnostics.add(messages.drops_one_of_several(place, name, [slot.path for slot in there]))
        return None
    if found:
        return (there or list(found))[0]
    full = len(diagnostics) >= MOST_HINTS
    names = [slot.node.name for slots in known.values() for slot in slots if slot.gone is None]
    diagnostics.add(messages.drops_unknown(place, name, [] if full else names))
    return None


def _in_group(name: str, known: Mapping[str, Sequence[Slot]]) -> list[Slot]:
    *path, last = [part.strip() for part in name.replace("／", "/").split("/")]
    if not path:
        return []
    wanted = tuple(map(group_key, path))
    return [slot for slot in known.get(key(last), ()) if slot.thing[:-1][-len(wanted) :] == wanted]
