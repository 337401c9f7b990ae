"""Says fixed words in the language of a report."""

from __future__ import annotations

from typing import NamedTuple

from perfdsl.diagnostic import Language, Text
from perfdsl.report.explanation_words import bracketed, colon


class Say(NamedTuple):
    """Says words in one language."""

    language: Language

    def __call__(self, text: Text) -> str:
        """Give the wording."""
        return text.say(self.language)

    @property
    def colon(self) -> str:
        """Between a label and what it labels."""
        return colon(self.language)

    @property
    def between(self) -> str:
        """Between things said one after another."""
        return "；" if self.language == "zh" else "; "

    def labelled(self, label: Text, text: str) -> str:
        """``预算：5.00万元``."""
        return f"{self(label)}{self.colon}{text}"

    def bracketed(self, text: str) -> str:
        """``（虚构）``; nothing for nothing."""
        return bracketed(text, self.language)
