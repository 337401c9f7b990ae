"""How the page of an import looks, on a screen and on A4 paper; no script, and nothing is fetched."""

from __future__ import annotations

from typing import Final

STYLE: Final = """\
:root { --line: #c9ced6; --faint: #5c6570; --check: #8a5a00; --conflict: #a3161a; --ok: #1d6b3a; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 24px; max-width: 1320px; background: #fff; color: #1b1f24;
  font: 15px/1.55 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
h1 { font-size: 22px; margin: 0 0 4px; }
h2 { font-size: 19px; margin: 32px 0 4px; padding-top: 12px; border-top: 2px solid #39424e; }
h3 { font-size: 16px; margin: 28px 0 4px; }
h1, h2, h3, td, th, li, p { overflow-wrap: anywhere; }
p { margin: 4px 0; }
.faint, .place { color: var(--faint); }
.place { font-size: 12px; display: inline-block; margin-left: 4px; }
.compare { border-left: 4px solid #2b5f9e; background: #eef4fb; padding: 8px 12px; margin: 12px 0; }
.attention { font-weight: 600; }
.attention.check { color: var(--check); }
.attention.ok { color: var(--ok); }
table { border-collapse: collapse; width: 100%; margin: 8px 0; }
th, td { border: 1px solid var(--line); padding: 4px 8px; text-align: left; vertical-align: top; }
thead th { background: #eef0f3; font-weight: 600; }
td.number, th.number { text-align: right; white-space: nowrap; }
table.fields { table-layout: fixed; }
col.label { width: 130px; } col.status { width: 80px; } col.source { width: 328px; }
table.fields tbody th { font-weight: 400; }
tr.part th { background: #f5f6f8; font-weight: 600 !important; }
tr.part.marked th { background: #ffe9b8; }
td.raw, td.value { white-space: pre-line; }
tr.ok td.why, tr.missing td { color: var(--faint); }
tr.check > * { background: #fff7e0; }
tr.conflict > * { background: #fdecea; }
tr.check > :first-child { border-left: 4px solid #e09b00; }
tr.conflict > :first-child { border-left: 4px solid #c62828; }
.status { font-weight: 600; white-space: nowrap; }
.status.ok { color: var(--ok); font-weight: 400; } .status.check { color: var(--check); }
.status.missing { color: var(--faint); font-weight: 400; } .status.conflict { color: var(--conflict); }
td.why ul, ul.plain { margin: 0; padding-left: 18px; }
.badge { display: inline-block; font-size: 12px; color: var(--faint); border: 1px dashed var(--faint);
  border-radius: 3px; padding: 0 4px; }
.row { font-size: 12px; color: var(--faint); }
.row mark { background: #ffe08a; color: #1b1f24; }
.crop { position: relative; overflow: hidden; background-repeat: no-repeat; background-color: #fff;
  border: 1px solid var(--line); display: inline-block; vertical-align: middle; max-width: 100%;
  -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.crop i { position: absolute; border: 2px solid #1668c4; border-radius: 2px; }
tr.check .crop i { border-color: #e09b00; } tr.conflict .crop i { border-color: #c62828; }
tr.wide td { border-top: none; }
a { color: #14528f; }
@page { size: A4 landscape; margin: 11mm; }
@media print {
  body { padding: 0; max-width: none; font-size: 12px; }
  h2.form { break-before: page; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  th, td { padding: 2px 6px; }
  tr.part { break-after: avoid; }
  tr.wide { break-before: avoid; }
  tr > *, .compare { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
"""
