"""From text to tree and back: grammar, AST, parser, formatter, and the reader of single targets."""
