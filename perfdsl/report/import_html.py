"""The report of an import as one HTML page to read beside the paper: counts, doubts, then every field."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from perfdsl.diagnostic import Diagnostic, Text
from perfdsl.report import words as common
from perfdsl.report.import_document_page import document_page
from perfdsl.report.import_pictures import Pictures, gather_pictures
from perfdsl.report.import_report import ImportReport
from perfdsl.report.import_room import Room, pages_shown
from perfdsl.report.import_style import STYLE
from perfdsl.report.markup import Markup, css, joined, tag
from perfdsl.report.options import Options

_MOST_DIAGNOSTICS = 200
_TITLE = Text("导入核对", "Import, to be checked")
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def render(reports: Sequence[ImportReport], diagnostics: Iterable[Diagnostic], options: Options) -> str:
    """Write one page that needs no network and no script.

    Its pictures are inside, each once. Time and length are linear in the fields, within the bounds of
    ``import_room`` and ``import_pictures``; what goes beyond them is counted and said.
    """
    language, room = options.language, Room()
    pictures = _gather(reports)
    pages = [
        document_page(number, report, shown, language, room)
        for number, (report, shown) in enumerate(zip(reports, pictures, strict=True), start=1)
    ]
    title = _TITLE.say(language)
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", " · ".join([title, *(report.imported.file for report in reports[:3])])),
        css(STYLE + "".join(shown.rules for shown in pictures)),
    )
    body = tag("body", tag("h1", title), _findings(list(diagnostics), options), joined(pages))
    page = tag("html", head, body, lang="zh-CN" if language == "zh" else "en")
    return f"<!DOCTYPE html>\n{page}\n"


def _gather(reports: Sequence[ImportReport]) -> list[Pictures]:
    found: list[Pictures] = []
    taken = 0
    for number, report in enumerate(reports, start=1):
        wanted = pages_shown(report.imported)
        found.append(gather_pictures(report.pictures, report.dots_per_inch, wanted, number, taken))
        taken = found[-1].bytes
    return found


def _findings(diagnostics: Sequence[Diagnostic], options: Options) -> Markup:
    if not diagnostics and not options.omitted:
        return Markup("")
    language = options.language
    listed = [
        tag(
            "li",
            f"{common.SEVERITIES[each.severity].say(language)} {each.code}: {each.message.say(language)}",
        )
        for each in diagnostics[:_MOST_DIAGNOSTICS]
    ]
    omitted = options.omitted + max(len(diagnostics) - _MOST_DIAGNOSTICS, 0)
    counted = common.count([each.severity for each in diagnostics[:_MOST_DIAGNOSTICS]], omitted)
    return joined((tag("ul", joined(listed)), tag("p", counted.say(language))))
