"""The wording of complaints about the files in which facts are recorded (P1104–P1108, P1116, P1117)."""

from __future__ import annotations

from collections.abc import Sequence

from perfdsl.diagnostic import Diagnostic, Text
from perfdsl.messages_files import cause_of

_MOST_SHOWN = 5


def _about(code: str, message: Text, *hints: Text) -> Diagnostic:
    return Diagnostic(code, message, (), hints)


def not_recorded(name: str, problem: OSError | ValueError) -> Diagnostic:
    """Say that the system did not take the entry, and that the ledger is what it was."""
    why = cause_of(problem)
    return _about(
        "P1104", Text(f"没有登记：{name} 写不进去：{why.zh}；原有的登记都在", f"nothing was recorded: {name} cannot be written: {why.en}; all earlier entries are there"),
        Text("核对权限和磁盘空间，再登记一次", "check the permissions and the space on the disk, and record it again"),
    )  # fmt: skip


def in_use(name: str, seconds: int) -> Diagnostic:
    """Say that another program kept the ledger to itself."""
    return _about(
        "P1104", Text(f"没有登记：{name} 正被别的程序使用，等了 {seconds} 秒", f"nothing was recorded: {name} is in use, after waiting for {seconds} seconds"),
        Text("等它做完，再登记一次", "wait until it is done, and record it again"),
    )  # fmt: skip


def no_locks(name: str) -> Diagnostic:
    """Say that this disk cannot keep two writers apart."""
    return _about(
        "P1104", Text(f"没有登记：{name} 所在的磁盘不能加锁，两个人同时登记会弄乱", f"nothing was recorded: the disk of {name} has no locks, so that two writers could not be kept apart"),
        Text("把工作区放到本机磁盘上", "keep the workspace on a local disk"),
    )  # fmt: skip


def ledger_full(name: str) -> Diagnostic:
    """Say that a ledger is as large as one that can be read."""
    return _about(
        "P1104", Text(f"没有登记：{name} 已满，再大就读不了了", f"nothing was recorded: {name} is full; a larger one could not be read"),
        Text("分几次登记；新的年度用新的文件夹，或在目标表里写：台账 “实绩.sqlite”", "record less at once; begin another year in another folder, or name a database in a sheet: journal “facts.sqlite”"),
    )  # fmt: skip


def not_a_ledger(name: str) -> Diagnostic:
    """Say that a file is there, but is no ledger."""
    return _about(
        "P1105", Text(f"{name} 不是台账，没有动它", f"{name} is no ledger, and was left as it is"),
        Text("给它另起名字，再登记；数据库坏了的，从备份恢复", "give it another name and record again; restore a damaged database from a copy"),
    )  # fmt: skip


def not_our_end(name: str, number: int) -> Diagnostic:
    """Refuse to go on after an end that is not what was sealed: somebody may have typed there."""
    where = (
        Text(f"第 {number} 笔或它的后面", f"at or after entry {number}")
        if number
        else Text("开头", "at its beginning")
    )
    return _about(
        "P1105", Text(f"没有登记：{name} 的末尾不是登记进来的（{where.zh}），没有动它", f"nothing was recorded: the end of {name} is not what was recorded ({where.en}); it was left as it is"),
        Text("perfdsl journal verify 会指出地方；手工写的移到别的文件，改过的从备份恢复", "perfdsl journal verify shows the place; move what was typed there to another file, restore what was changed"),
    )  # fmt: skip


def several_ledgers(names: Sequence[str]) -> Diagnostic:
    """Ask which ledger is meant."""
    return _about(
        "P1107", Text(f"有几个台账：{'、'.join(names)}", f"there are several ledgers: {', '.join(names)}"),
        Text("用 --in 指明文件夹，或只留一个", "name the folder with --in, or keep one of them"),
    )  # fmt: skip


def outside(name: str) -> Diagnostic:
    """Refuse a database outside the folder of the sheet that names it."""
    return _about(
        "P1107", Text(f"台账“{name}”不在目标表的文件夹里", f"the ledger {name} is not in the folder of its sheet"),
        Text("只写文件名，例如：台账 “实绩.sqlite”", 'write a plain file name, such as: journal "facts.sqlite"'),
    )  # fmt: skip


def no_ledger(name: str) -> Diagnostic:
    """Say that nothing was recorded there yet."""
    return _about(
        "P1107", Text(f"{name} 里还没有台账", f"there is no ledger in {name} yet"),
        Text("用 perfdsl record 登记第一笔；或给出台账文件", "record a first fact with perfdsl record, or name the ledger"),
    )  # fmt: skip


def evidence_changed(name: str, number: int) -> Diagnostic:
    """Warn that a file is not the one whose digest was recorded."""
    return _about(
        "P1116", Text(f"佐证 {name} 登记以后被改过（第 {number} 笔）", f"the evidence {name} was changed since entry {number}"),
        Text("从备份恢复当时的文件；若是更换佐证，再登记一次，附上新文件", "restore the file of that day; to put another in its place, record the fact again with it"),
    )  # fmt: skip


def evidence_missing(names: Sequence[str]) -> Diagnostic:
    """Tell which files are no longer where they were recorded, so that they were not compared."""
    shown = names[:_MOST_SHOWN]
    zh, en = (
        (f" 等 {len(names)} 个", f" and {len(names) - len(shown)} more")
        if len(names) > len(shown)
        else ("", "")
    )
    return _about(
        "P1117", Text(f"佐证不在原处，没有核对：{'、'.join(shown)}{zh}", f"evidence that is not where it was, and was not compared: {', '.join(shown)}{en}"),
        Text("放回工作区的文件夹，再核对", "put it back into the folder of the sheets, and verify again"),
    )  # fmt: skip


def no_evidence(name: str, why: Text) -> Diagnostic:
    """Complain of evidence whose digest cannot be taken."""
    return _about(
        "P1108", Text(f"佐证 {name} 读不出：{why.zh}；没有登记", f"the evidence {name} cannot be read: {why.en}; nothing was recorded"),
        Text("核对文件名；佐证要登记它的摘要，所以要读得到", "check the name; the digest of evidence is recorded, so it must be readable"),
    )  # fmt: skip
