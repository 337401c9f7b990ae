"""The wording of complaints about documents that are no PDF: files that cannot be read, or not in full."""

from __future__ import annotations

from perfdsl.actuals.table import whole_file
from perfdsl.diagnostic import Diagnostic, Text, complaint

_MEGABYTE = 1024 * 1024

_NAMES = {
    "pdf": Text("PDF", "a PDF"),
    "docx": Text("Word 文档（.docx）", "a Word document (.docx)"),
    "html": Text("网页（HTML）", "a web page (HTML)"),
    "xlsx": Text("Excel 工作簿（.xlsx）", "an Excel workbook (.xlsx)"),
    "xls": Text("Excel 97–2003 工作簿（.xls）", "an Excel 97–2003 workbook (.xls)"),
    "csv": Text("用逗号或制表符分隔的文本", "a text divided by commas or tabs"),
    "text": Text("纯文本", "plain text"),
}

_AS_DOCX = Text("在 Word 或 WPS 里打开它，另存为 .docx", "open it in Word or WPS and save it as .docx")
_AS_XLSX = Text("在 Excel 或 WPS 里打开它，另存为 .xlsx", "open it in Excel or WPS and save it as .xlsx")
_AGAIN = Text("重新下载，或打开它另存一份", "download it again, or open it and save a copy")
_SPLIT = Text("分成几个文件，或只留要导入的表", "split the file, or keep only the forms to import")
_TYPED = Text(
    "只有图片的文件先识别成文字（OCR），再核对", "pictures must be turned into text first (OCR), and compared"
)

_REASONS: dict[str, tuple[str, Text, Text]] = {
    "damaged": ("P1010", Text("文件已损坏或不完整，读不出来", "the file is damaged or incomplete and cannot be read"), _AGAIN),
    "empty": ("P1010", Text("文件是空的", "the file is empty"), _AGAIN),
    "unknown": (
        "P1010", Text("文件的内容不是能读的文档", "the file's content is no document that can be read"),
        Text("另存为 .docx、.xlsx、.pdf、.html、.csv 或 .txt", "save it as .docx, .xlsx, .pdf, .html, .csv or .txt"),
    ),
    "no_document": (
        "P1010", Text("这个压缩包不是 Word 文档或 Excel 工作簿", "this archive is neither a Word document nor an Excel workbook"),
        Text("把里面的文件解压出来，一份一份导入", "unpack it, and import the files in it one by one"),
    ),
    "slides": ("P1010", Text("这是演示文稿，读不了", "these are slides, which cannot be read"), _AS_DOCX),
    "open_document": ("P1010", Text("这是 OpenDocument 文件（.odt .ods），读不了", "this is an OpenDocument file (.odt, .ods), which cannot be read"), Text("另存为 .docx 或 .xlsx", "save it as .docx or .xlsx")),
    "binary_sheet": ("P1010", Text("这是二进制工作簿（.xlsb），读不了", "this is a binary workbook (.xlsb), which cannot be read"), _AS_XLSX),
    "old_word": ("P1010", Text("这是 Word 97–2003 的 .doc 文档，读不了", "this is a Word 97–2003 document (.doc), which cannot be read"), _AS_DOCX),
    "rich_text": ("P1010", Text("这是 RTF 文档，读不了", "this is a rich text file (RTF), which cannot be read"), _AS_DOCX),
    "xml_document": ("P1010", Text("这是 Word 的 XML 文档，读不了", "this is Word's XML, which cannot be read"), _AS_DOCX),
    "xml_workbook": ("P1010", Text("这是“XML 表格 2003”，读不了", "this is an XML spreadsheet 2003, which cannot be read"), _AS_XLSX),
    "web_archive": ("P1010", Text("这是单个文件网页（.mht），读不了", "this is a web archive (.mht), which cannot be read"), Text("在 Word 或 Excel 里另存为 .docx、.xlsx，或在浏览器里另存为 .html", "save it as .docx or .xlsx in Word or Excel, or as .html in a browser")),
    "picture": ("P1010", Text("这是图片，里面没有文字", "this is a picture, which holds no text"), _TYPED),
    "too_old": ("P1010", Text("Excel 97 以前的 .xls 读不了", "an .xls older than Excel 97 cannot be read"), _AS_XLSX),
    "no_workbook": ("P1010", Text("文件里没有工作簿", "there is no workbook in the file"), _AS_XLSX),
    "not_text": (
        "P1010", Text("文件不是 UTF-8、UTF-16 或 GB18030 文本", "the file is no text in UTF-8, UTF-16 or GB18030"),
        Text("另存为 UTF-8", "save it as UTF-8"),
    ),
    "declares_entities": (
        "P1010", Text("文件里有 XML 文档类型声明（DTD），办公软件不会写它，因此不读", "the file declares a document type (DTD), as no office program does; it is not read"),
        _AGAIN,
    ),
    "encrypted": (
        "P1011", Text("文件加了打开密码，读不出来", "the file has a password for opening and cannot be read"),
        Text("去掉打开密码后另存一份", "save a copy without the password"),
    ),
    "no_lxml": (
        "P1012", Text("没有安装读 Word、Excel 和网页的组件", "what reads Word, Excel and web pages is not installed"),
        Text("安装：pip install 'perfdsl[forms]'", "install it: pip install 'perfdsl[forms]'"),
    ),
    "unpacks_too_large": ("P1013", Text("文件解压后太大", "the file is too large once unpacked"), _SPLIT),
    "too_many_marks": ("P1013", Text("文件里的标记太多", "there are too many tags in the file"), _SPLIT),
    "too_deep": (
        "P1013", Text("文件里的内容嵌套太深", "the content of the file is nested too deeply"),
        Text("在 Word、Excel 或浏览器里打开它，另存为 .docx 或 .xlsx", "open it in Word, Excel or a browser, and save it as .docx or .xlsx"),
    ),
    "too_many_cells": ("P1013", Text("单元格或段落太多", "there are too many cells or paragraphs"), _SPLIT),
    "too_wide": ("P1013", Text("表格的列或合并格太多", "a table has too many columns or merged cells"), Text("删去空列", "delete blank columns")),
}  # fmt: skip


def unreadable_document(file: str, reason: str) -> Diagnostic:
    """Complain about a document that cannot be read at all; ``reason`` is a key of the table above."""
    code, message, hint = _REASONS[reason]
    return complaint(code, whole_file(file), message, Text("没有读出任何内容", "nothing was read"), hint)


def document_too_large(file: str, size: int, most: int) -> Diagnostic:
    """Complain about the bytes of a file."""
    return complaint(
        "P1013", whole_file(file),
        Text(f"文件有 {size // _MEGABYTE} MB", f"the file has {size // _MEGABYTE} MB"),
        Text(f"至多 {most // _MEGABYTE} MB", f"at most {most // _MEGABYTE} MB"), _SPLIT,
    )  # fmt: skip


def too_many_sheets(file: str, most: int) -> Diagnostic:
    """Complain about the sheets of a workbook; those beyond the bound are not read."""
    return complaint(
        "P1013", whole_file(file), Text("工作表太多，其余的没有读", "too many sheets; the rest was not read"),
        Text(f"至多 {most} 张", f"at most {most}"), _SPLIT,
    )  # fmt: skip


def text_cut(file: str, count: int, most: int) -> Diagnostic:
    """Complain about cells and paragraphs that are too long, and were cut."""
    return complaint(
        "P1013", whole_file(file),
        Text(f"有 {count} 处文字太长，后面的没有读", f"{count} cells or paragraphs are too long and were cut"),
        Text(f"一处至多 {most} 个字符", f"at most {most} characters each"), _SPLIT,
    )  # fmt: skip


def read_by_content(file: str, found: str) -> Diagnostic:
    """Note that the ending of a file's name is not that of its content; it was read as what it is."""
    what = _NAMES[found]
    return complaint(
        "P1014", whole_file(file),
        Text(f"文件的内容其实是{what.zh}，按它读", f"the file is really {what.en}, and was read as such"),
        Text("扩展名与内容不符", "the ending of its name says otherwise"),
        Text("若内容不对，请打开它另存一份", "if what was read looks wrong, open it and save a copy"),
    )  # fmt: skip


def nothing_in_document(file: str) -> Diagnostic:
    """Warn of a document without a word."""
    return complaint(
        "P1015", whole_file(file), Text("文件里没有文字", "there is no text in the file"),
        Text("没有读出任何内容", "nothing was read"), _TYPED,
    )  # fmt: skip


def page_cut_off(file: str, where: str) -> Diagnostic:
    """Warn of a web page that ends before its end; ``where``: ``table`` or ``page``."""
    inside = {
        "table": Text(
            "最后一张表没有结束，后面可能还有行", "the last table does not end; rows may be missing"
        ),
        "page": Text("网页没有结束，后面可能还有表", "the page does not end; tables may be missing"),
    }
    return complaint(
        "P1017", whole_file(file), Text("网页不完整，像是被截断了", "the web page is incomplete, as if cut off"),
        inside[where], _AGAIN,
    )  # fmt: skip


_LEFT_OUT: dict[str, tuple[Text, Text]] = {
    "numbering": (
        Text("自动编号", "automatic numbers"),
        Text("Word 的自动编号不是文字；要用到编号时，选中后“转换为文本”", "numbers that Word makes are no text; turn them into text if they matter"),
    ),
    "deleted": (Text("修订中删去的文字", "words deleted in tracked changes"), Text("按“接受修订”读；先定稿更稳妥", "read as if the changes were accepted; settle them first")),
    "hidden": (Text("隐藏的文字", "hidden words"), Text("打印时看不到的不读；要读就取消隐藏", "what is not printed is not read; unhide it if it matters")),
    "placeholder": (Text("没有填写的填空提示", "prompts of fields that nobody filled in"), Text("这些填空按空白读", "these fields were read as blank")),
    "covered": (Text("被合并格盖住的文字", "words under merged cells"), Text("取消合并就能看到；不要的请删去", "unmerge the cells to see them, and delete what is not wanted")),
    "inserted_file": (Text("插入的文件", "inserted files"), Text("在 Word 里打开文档再存一次", "open the document in Word and save it again")),
}  # fmt: skip


def left_out(file: str, what: str, count: int) -> Diagnostic:
    """Note what a document holds that was not read; ``what`` is a key of the table above."""
    name, hint = _LEFT_OUT[what]
    return complaint(
        "P1016", whole_file(file), Text(f"{name.zh}没有读", f"{name.en} were not read"),
        Text(f"{count} 处", f"{count} of them"), hint,
    )  # fmt: skip
