"""`hedui archive`: the commands of the integrity archive. Only a person adds, and says so; no run ever does."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, Optional

import typer

from verify.errors import ExitCode, UsageError
from verify.lang import listed, tr

app = typer.Typer(
    help=tr(
        "诚信档案库：查实并已作出决定的弄虚作假记录；只由人录入，核对批次时只读取。",
        "The integrity archive: confirmed and decided cases, entered by people only.",
    ),
    no_args_is_help=True,
)

_Lang = Annotated[Literal["zh", "en"], typer.Option(help=tr("界面语言", "Interface language"))]
_Store = Annotated[
    Optional[Path],  # noqa: UP045 - typer reads the annotation at run time
    typer.Option(help=tr("数据库文件；默认用本机的（或环境变量 HEDUI_STORE 所指的）", "The store's file")),
]
_Notice = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(help=tr("记录期限按哪个通知；默认 shaoxing-2024-07", "Whose years count")),
]
_Yes = Annotated[bool, typer.Option("--yes", help=tr("不再询问，直接写入", "Do not ask"))]
_Maybe = Optional[str]  # noqa: UP045


@app.command("add", help=tr("录入一条已作出决定的记录", "Enter a decided case"))
def add_command(
    name: Annotated[str, typer.Option(help=tr("姓名", "Name"))],
    reason: Annotated[str, typer.Option(help=tr("事由", "What was found"))],
    by: Annotated[str, typer.Option(help=tr("作出认定并录入的人（姓名）", "Who decided"))],
    on: Annotated[str, typer.Option(help=tr("认定日期，如 2024-03-01；期限从这一天起算", "The day it counts from"))],
    id_number: Annotated[
        _Maybe,
        typer.Option(
            "--id", help=tr("身份证号；不写则询问（不回显），不留在命令记录里", "ID number; asked for if absent")
        ),
    ] = None,
    employer: Annotated[_Maybe, typer.Option(help=tr("工作单位", "Employer"))] = None,
    kind: Annotated[_Maybe, typer.Option(help=tr("类别", "Kind"))] = None,
    clause: Annotated[_Maybe, typer.Option(help=tr("依据的条款，如 五（八）", "The notice's clause"))] = None,
    document: Annotated[_Maybe, typer.Option(help=tr("决定的文号", "The decision's number"))] = None,
    yes: _Yes = False,
    store: _Store = None,
    lang: _Lang = "zh",
) -> None:
    from verify.archive.entry import checked
    from verify.archive.keep import archive, keep

    given = {"employer": employer, "kind": kind, "clause": clause, "document": document}
    asked = _asked_number() if id_number is None else id_number
    entry = checked({"name": name, "reason": reason, "by": by, "on": on, "id": asked, **given}, date.today())
    _confirm(
        f"{entry.name} {entry.number_shown or tr('（无身份证号）', '(no ID number)')} {entry.decided_on} {entry.reason}",
        yes,
    )
    with archive(store) as (connection, secret):
        added = keep(connection, secret, [entry], entry.decided_by)
    if added.known:
        typer.echo(
            tr("档案库中已有这条记录（同一人、同日、同事由），没有重复录入", "The archive has this record already")
        )
    else:
        typer.echo(tr(f"已录入第 {added.ids[0]} 条", f"Entered as record {added.ids[0]}"))


@app.command("list", help=tr("列出记录和届满日期", "The records, and when each is over"))
def list_command(
    name: Annotated[str, typer.Option(help=tr("只列姓名含有这些字的", "Only names with this in them"))] = "",
    in_force: Annotated[
        bool, typer.Option("--in-force/--all", help=tr("只列期内的，或全部（默认）", "Those in force, or all"))
    ] = False,
    notice: _Notice = None,
    store: _Store = None,
    lang: _Lang = "zh",
) -> None:
    from verify.archive.export import in_force_on
    from verify.archive.keep import archive_read, years_of
    from verify.archive.shown import show_records
    from verify.store.archive import is_intact, records
    from verify.store.archive_log import last_digest

    years, today = years_of(notice), date.today()
    _say_absent(store)
    with archive_read(store) as connection:
        kept, intact, last = records(connection), is_intact(connection), last_digest(connection)
    shown = [one for one in kept if name in one.name and (not in_force or in_force_on(one, years, today))]
    show_records(shown, len(kept), years, today, last)
    if not intact:
        typer.echo(
            tr(
                "警告：档案库的记录与变更记录不符，可能有人直接改动过数据库文件。请与以前的导出或备份对照",
                "Warning: the records do not agree with the log; the file may have been altered. Compare with a backup",
            ),
            err=True,
        )
        raise typer.Exit(int(ExitCode.INCOMPLETE))


@app.command("export", help=tr("导出为 CSV 或 XLSX（不含身份证号）", "Export as CSV or XLSX, without ID numbers"))
def export_command(
    file: Annotated[Path, typer.Argument(help=tr("要写的文件：.csv 或 .xlsx", "The file: .csv or .xlsx"))],
    notice: _Notice = None,
    store: _Store = None,
    lang: _Lang = "zh",
) -> None:
    from verify.archive.export import export, table_of
    from verify.archive.keep import archive_read, years_of
    from verify.store.archive import records
    from verify.write import write_atomic

    _say_absent(store)
    with archive_read(store) as connection:
        rows = table_of(records(connection), years_of(notice), date.today())
    write_atomic(file, export(file, rows))
    typer.echo(tr(f"已导出 {len(rows)} 条：{file.resolve()}", f"Exported {len(rows)}: {file.resolve()}"))


@app.command("import", help=tr("导入单位已有的名单（CSV 或 XLSX，按标题认列）", "Import an existing list"))
def import_command(
    file: Annotated[Path, typer.Argument(help=tr("名单文件：.csv（UTF-8 或 GBK）或 .xlsx", "The list"))],
    by: Annotated[str, typer.Option(help=tr("导入的人（姓名）；名单没有写认定单位的，也以此人为准", "Who imports"))],
    skip_bad: Annotated[
        bool, typer.Option("--skip-bad", help=tr("有不能导入的行时，先导入其余各行", "Take the good rows"))
    ] = False,
    yes: _Yes = False,
    store: _Store = None,
    lang: _Lang = "zh",
) -> None:
    from verify.archive.entry import named
    from verify.archive.keep import all_or_nothing, archive, keep, told
    from verify.archive.listed import read_list

    who = named(by)
    read = read_list(file, who, date.today())
    if read.unused:
        typer.echo(tr(f"没有用到的列：{listed(read.unused)}", f"Columns not used: {listed(read.unused)}"), err=True)
    if not skip_bad:
        all_or_nothing(read)
    _confirm(tr(f"{file.name}：{len(read.entries)} 条", f"{file.name}: {len(read.entries)} records"), yes)
    with archive(store) as (connection, secret):
        added = keep(connection, secret, read.entries, who)
    unsure = sum(entry.id_number is None for entry in read.entries)
    typer.echo(
        tr(
            f"已导入 {len(added.ids)} 条；已有而略过 {len(added.known)} 条；没有身份证号、只能按姓名比对 {unsure} 条",
            f"{len(added.ids)} imported, {len(added.known)} known already; {unsure} without an ID number",
        )
    )
    if read.refused:
        head = tr(f"没有导入的 {len(read.refused)} 行：", f"{len(read.refused)} rows not imported:")
        typer.echo(f"{head}\n{told(read.refused)}", err=True)
        raise typer.Exit(int(ExitCode.INCOMPLETE))


@app.command("withdraw", help=tr("撤回一条录错的记录（留有痕迹，不删除）", "Take back a record entered wrongly"))
def withdraw_command(
    record: Annotated[int, typer.Argument(help=tr("记录的编号，见 list", "The record's number"))],
    by: Annotated[str, typer.Option(help=tr("撤回的人（姓名）", "Who takes it back"))],
    why: Annotated[str, typer.Option(help=tr("缘由", "Why"))],
    yes: _Yes = False,
    store: _Store = None,
    lang: _Lang = "zh",
) -> None:
    from verify.archive.entry import named
    from verify.archive.keep import archive, take_back

    who, reason = named(by), named(why)
    _confirm(tr(f"撤回第 {record} 条：{reason}", f"take back record {record}: {reason}"), yes)
    with archive(store) as (connection, _):
        take_back(connection, record, who, reason)
    typer.echo(tr(f"已撤回第 {record} 条", f"Record {record} is taken back"))


def _say_absent(store: Path | None) -> None:
    """An empty archive may only be a mistyped path."""
    from verify.store.place import default_store

    path = store or default_store()
    if not path.exists():
        typer.echo(tr(f"还没有数据库 {path}，档案库是空的", f"There is no store {path} yet: no records"), err=True)


def _asked_number() -> str | None:
    if not sys.stdin.isatty():
        return None
    asked = tr("身份证号（不回显；没有就直接回车）", "ID number (not shown; Enter for none)")
    return str(typer.prompt(asked, default="", hide_input=True, show_default=False))


def _confirm(what: str, yes: bool) -> None:
    """Have a person confirm what is going to be written."""
    if yes:
        return
    if not sys.stdin.isatty():
        raise UsageError(
            tr("没有终端可供确认；已由人核实的，请加 --yes", "no terminal to confirm on; if a person has, add --yes")
        )
    typer.confirm(tr(f"确认写入诚信档案库？{what}", f"Write to the archive? {what}"), abort=True)
