"""Examples (算例): tests of projects, methods, rules and rubrics, written in their own files."""
