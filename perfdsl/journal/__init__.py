"""The journal of facts (台账): what was recorded, by whom and when, chained by hashes; no files."""
