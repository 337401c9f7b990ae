"""The one way in which a reader of documents gives up."""

from __future__ import annotations


class UnreadableDocumentError(Exception):
    """A document that cannot be read; ``reason`` is a key of ``messages.unreadable_document``."""

    def __init__(self, reason: str) -> None:
        """Keep the key."""
        super().__init__(reason)
        self.reason = reason
