"""The wording of complaints about browsers that print (P1515, P1516)."""

from __future__ import annotations

from perfdsl.diagnostic import Diagnostic, Text, complaint
from perfdsl.report.cells import one_line

_NO_PLACE = Text("", "")
_BY_HAND = Text(
    "或者写成 .html，用任何浏览器打开，打印成 PDF",
    "or write it as .html, open that in any browser, and print it to a PDF",
)
_LONGEST = 200


def no_browser(variable: str) -> Diagnostic:
    """Complain that no browser was found."""
    return complaint(
        "P1515", None, Text("没有找到能打印 PDF 的浏览器", "no browser was found that can print a PDF"),
        _NO_PLACE,
        Text(f"安装 Chromium、Chrome 或 Edge；装在别处的，用 --browser 或环境变量 {variable} 写明程序",
             f"install Chromium, Chrome or Edge; if it is somewhere unusual, name it with --browser or in {variable}"),
        _BY_HAND,
    )  # fmt: skip


def unknown_browser(named: str) -> Diagnostic:
    """Complain of a browser that was named and is not there."""
    return complaint(
        "P1515", None, Text(f"{named} 不是可以运行的程序", f"{named} is no program that can be run"),
        _NO_PLACE, Text("写程序的完整路径，或不写，让 perfdsl 自己找", "give its whole path, or name none"),
        _BY_HAND,
    )  # fmt: skip


def not_printed(browser: str, said: str) -> Diagnostic:
    """Complain of a browser that printed nothing."""
    last = one_line(said[-_LONGEST:])
    why = Text(f"：{last}" if last else "", f": {last}" if last else "")
    return complaint(
        "P1516", None, Text(f"{browser} 没有打印出 PDF{why.zh}", f"{browser} printed no PDF{why.en}"),
        _NO_PLACE,
        Text("再试一次，或换一个浏览器", "try again, or another browser"), _BY_HAND,
    )  # fmt: skip
