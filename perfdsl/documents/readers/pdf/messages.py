"""The wording of complaints about a PDF."""

from __future__ import annotations

from collections.abc import Sequence

from perfdsl.diagnostic import Diagnostic, Text, complaint
from perfdsl.documents.readers.pdf.bounds import MOST_BYTES, MOST_PAGES
from perfdsl.source import CellPlace

_MEGABYTE = 1024 * 1024
_MOST_NAMED = 12

_FILES = {
    "no_pypdfium2": (
        "P1001", Text("没有安装读 PDF 的部件", "the part that reads PDF is not installed"),
        Text("运行 pip install 'perfdsl[forms]'", "run pip install 'perfdsl[forms]'"),
    ),
    "encrypted": (
        "P1002", Text("这个 PDF 加了密", "this PDF is encrypted"),
        Text("用密码打开，另存为不加密的 PDF", "open it with its password, and save it without one"),
    ),
    "no_pdf": (
        "P1003", Text("这不是 PDF", "this is no PDF"),
        Text("看看扩展名对不对", "see whether the ending of its name is right"),
    ),
    "cut_off": (
        "P1003", Text("这个 PDF 不完整，末尾缺了", "this PDF is cut off; its end is missing"),
        Text("重新下载或复制一份", "download or copy it again"),
    ),
    "damaged": (
        "P1003", Text("这个 PDF 损坏了", "this PDF is damaged"),
        Text("重新下载，或打开后另存为 PDF", "download it again, or open it and save it as PDF anew"),
    ),
    "bomb": (
        "P1008", Text("这个 PDF 有一部分展开后过大", "a part of this PDF becomes too large once unpacked"),
        Text("打开后另存为 PDF；仍然这样的不要用", "open it and save it as PDF anew; if that does not help, do not use it"),
    ),
    "empty": (
        "P1004", Text("这个 PDF 里没有文字", "no text stands in this PDF"),
        Text("看看是不是导出错了", "see whether it was exported rightly"),
    ),
    "scanned": (
        "P1005", Text("这个 PDF 是扫描件，只有图片，没有文字", "this PDF is scanned: pictures, and no text"),
        Text("先做文字识别（OCR）并核对，或使用原来的 Word、Excel 文件；本程序不认图片",
             "have its text recognised (OCR) and checked first, or use the Word or Excel file it came from; this program reads no pictures"),
    ),
}  # fmt: skip


def whole_file(file: str) -> CellPlace:
    """Point at a file that has no lines."""
    return CellPlace(file, 1, "", 1, "", "")


def unreadable_pdf(file: str, reason: str) -> Diagnostic:
    """Complain about a PDF that cannot be read at all; ``reason`` is a key of the table above."""
    code, message, hint = _FILES[reason]
    return complaint(code, whole_file(file), message, Text("没有读出任何内容", "nothing was read"), hint)


def lost_page(file: str, page: int) -> Diagnostic:
    """Complain about a page that the file counts and does not have."""
    return complaint(
        "P1003", whole_file(file), Text(f"第 {page} 页损坏了", f"page {page} is damaged"),
        Text("没有读出任何内容", "nothing was read"),
        Text("重新下载，或打开后另存为 PDF", "download it again, or open it and save it as PDF anew"),
    )  # fmt: skip


def scanned_pages(file: str, pages: Sequence[int]) -> Diagnostic:
    """Warn of pages that are pictures among others that are text."""
    zh, en = _numbers(pages)
    return complaint(
        "P1006", whole_file(file), Text(f"第 {zh} 页是扫描的图片，没有文字", f"{en} scanned: a picture, and no text"),
        Text("这些页没有读", "these pages were not read"),
        Text("先做文字识别（OCR）并核对；本程序不认图片", "have them recognised (OCR) and checked first; this program reads no pictures"),
    )  # fmt: skip


def lost_text(file: str, page: int, count: int) -> Diagnostic:
    """Warn of characters whose shapes are drawn, and whose text the file does not tell."""
    return complaint(
        "P1007", whole_file(file),
        Text(f"第 {page} 页有 {count} 个字只有字形，读不出是什么字",
             f"page {page} has {count} characters whose text the file does not tell"),
        Text("这些字要对着原件补", "fill them in from the original"),
        Text("请制作人重新导出，或使用原来的 Word、Excel 文件", "have it exported again, or use the Word or Excel file it came from"),
    )  # fmt: skip


def file_too_large(file: str, size: int) -> Diagnostic:
    """Complain about the bytes of a file."""
    return complaint(
        "P1008", whole_file(file), Text(f"文件有 {size // _MEGABYTE} MB", f"the file has {size // _MEGABYTE} MB"),
        Text("没有读出任何内容", "nothing was read"),
        Text(f"至多 {MOST_BYTES // _MEGABYTE} MB；分成几个文件", f"at most {MOST_BYTES // _MEGABYTE} MB; split it"),
    )  # fmt: skip


def too_many_pages(file: str, pages: int) -> Diagnostic:
    """Complain about the pages of a file."""
    return complaint(
        "P1008", whole_file(file), Text(f"文件有 {pages} 页", f"the file has {pages} pages"),
        Text("没有读出任何内容", "nothing was read"),
        Text(f"至多 {MOST_PAGES} 页；分成几个文件", f"at most {MOST_PAGES} pages; split it"),
    )  # fmt: skip


def too_much_text(file: str, page: int) -> Diagnostic:
    """Complain about the characters of a file, which are too many from a page on."""
    return complaint(
        "P1008", whole_file(file), Text(f"到第 {page} 页内容已经太多", f"up to page {page} there is too much on it"),
        Text("没有读出任何内容", "nothing was read"), Text("分成几个文件", "split it"),
    )  # fmt: skip


def crowded_page(file: str, page: int) -> Diagnostic:
    """Warn of a page with more text or rules on it than any table has."""
    return complaint(
        "P1009", whole_file(file), Text(f"第 {page} 页的线条或文字太多，不像表格", f"page {page} has more rules or text than a table has"),
        Text("这一页没有读全", "this page was not read in full"),
        Text("核对这一页；是图纸就不用管", "look at this page; if it is a drawing, never mind"),
    )  # fmt: skip


def _numbers(pages: Sequence[int]) -> tuple[str, str]:
    named = [str(page) for page in pages[:_MOST_NAMED]]
    zh = "、".join(named) + (f" 等 {len(pages)}" if len(pages) > len(named) else "")
    more = f" and {len(pages) - len(named)} more" if len(pages) > len(named) else ""
    en = f"page {named[0]} is" if len(pages) == 1 else f"pages {', '.join(named)}{more} are"
    return zh, en
