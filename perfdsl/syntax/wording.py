"""The words and marks of one language, as the formatter writes them."""

from __future__ import annotations

from perfdsl.diagnostic import Language
from perfdsl.syntax.keywords import names_in, spell


class Wording:
    """Keywords, commas and colons of a language."""

    __slots__ = ("colon", "comma", "language", "semicolon")

    def __init__(self, language: Language) -> None:
        """Choose the marks: full-width in Chinese."""
        chinese = language == "zh"
        self.language: Language = language
        self.comma, self.semicolon, self.colon = ("，", "；", "：") if chinese else (", ", "; ", ":")

    def head(self, name: str) -> str:
        """Write the keyword that begins a statement."""
        return spell("heads", name, self.language)

    def joint(self, name: str) -> str:
        """Write a keyword inside a statement."""
        return spell("joints", name, self.language)

    def word(self, name: str) -> str:
        """Write a word of a fixed list."""
        return spell("words", name, self.language)

    def translate(self, name: str, among: tuple[str, ...]) -> str:
        """Write a name that means the same in both languages in this one; any other as it is."""
        word = names_in("words").get(name)
        return self.word(word) if word in among else name
