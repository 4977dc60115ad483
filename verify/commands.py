"""The commands of hedui: arguments in, exit code out. Each does one thing and leaves the work to its module."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from verify import __version__
from verify.archive.commands import app as archive_app
from verify.arguments import (
    BatchArgument,
    BlacklistsOption,
    EngineChoice,
    EngineOption,
    FailOnOption,
    FreshOption,
    JobsOption,
    LangChoice,
    LangOption,
    NoticeOption,
    OutOption,
    RegistryOption,
    StoreOption,
)
from verify.errors import ExitCode, UsageError
from verify.finding import Consequence
from verify.lang import Lang, current, listed, tr
from verify.options import Options
from verify.sample.commands import sample_command

app = typer.Typer(
    name="hedui",
    help=tr(
        "核对职称申报材料：逐件读取、逐条对照评审通知，给每位申报人出一份报告。",
        "Checks applicants' evidence against the notice.",
    ),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
notices_app = typer.Typer(
    help=tr("随程序提供的评审通知；检验单位自写的通知。", "The notices shipped; validates an office's own.")
)
app.add_typer(notices_app, name="notices", invoke_without_command=True)
app.add_typer(archive_app, name="archive")
app.command("sample", help=tr("按风险抽取一份抽查名单，同一种子抽到的人相同", "Draw a sample for spot checks"))(
    sample_command
)


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"hedui {__version__}")
        raise typer.Exit()


@app.callback()
def _language(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help=tr("显示版本", "Show the version"))
    ] = False,
    lang: Annotated[LangChoice, typer.Option(help=tr("界面语言：zh 或 en", "Interface language"))] = LangChoice.zh,
) -> None:
    """--lang is read before the commands are built; it stands here for the help."""


@app.command("run", help=tr("核对一个批次", "Verify a batch"))
def run_command(
    batch: BatchArgument,
    notice: NoticeOption = None,
    out: OutOption = None,
    jobs: JobsOption = 0,
    engine: EngineOption = EngineChoice.rapidocr,
    blacklist: BlacklistsOption = None,
    registry: RegistryOption = None,
    store: StoreOption = None,
    fail_on: FailOnOption = "",
    fresh: FreshOption = False,
    lang: LangOption = LangChoice.zh,
) -> None:
    from verify.pool import default_workers
    from verify.run import run
    from verify.terminal import show_result

    options = Options(
        batch=batch,
        out=out or Path(f"{batch.resolve()}-reports"),
        notice=notice,
        jobs=jobs or default_workers(),
        engine=engine.value,
        blacklists=tuple(blacklist or ()),
        registry=registry,
        store=store,
        fail_on=_consequences(fail_on),
        fresh=fresh,
        lang=_lang(lang),
    )
    result = run(options)
    show_result(result)
    raise typer.Exit(int(result.code))


@app.command("check", help=tr("核对一位申报人，在终端上列出结果", "Verify one applicant, findings on the terminal"))
def check_command(
    folder: Annotated[Path, typer.Argument(help=tr("一位申报人的文件夹", "An applicant's folder"))],
    notice: NoticeOption = None,
    engine: EngineOption = EngineChoice.rapidocr,
    lang: LangOption = LangChoice.zh,
) -> None:
    from verify.single import check
    from verify.terminal import show_report

    report = check(folder, notice, engine.value)
    show_report(report)
    unread = any(document.problem for document in report.case.documents)
    raise typer.Exit(int(ExitCode.INCOMPLETE if unread else ExitCode.OK))


@app.command("read", help=tr("显示从一个文件的每一页上读到的文字和印章", "What the reader sees on each page of a file"))
def read_command(
    file: Annotated[Path, typer.Argument(help=tr("图片或 PDF 文件", "An image or PDF"))],
    as_json: Annotated[bool, typer.Option("--json", help=tr("输出 JSON", "Print JSON"))] = False,
    engine: EngineOption = EngineChoice.rapidocr,
    lang: LangOption = LangChoice.zh,
) -> None:
    from verify.single import read_one
    from verify.terminal import print_json, reading_json, show_reading

    reading = read_one(file, engine.value)
    if as_json:
        print_json(reading_json(str(file), reading))
    else:
        show_reading(str(file), reading)
    raise typer.Exit(int(ExitCode.INCOMPLETE if reading.trouble else ExitCode.OK))


@app.command(
    "explain", help=tr("说明一项检查看什么、何时无法判断、依据哪一条款", "What a check looks at, and its clause")
)
def explain_command(
    check: Annotated[
        str | None, typer.Argument(help=tr("检查的编号，如 photo.aspect；不写则列出全部", "A check's id"))
    ] = None,
    lang: LangOption = LangChoice.zh,
) -> None:
    from verify.explain import explain, overview

    typer.echo(explain(check) if check else overview())


@notices_app.callback()
def notices_command(context: typer.Context, lang: LangOption = LangChoice.zh) -> None:
    from verify.explain import notices

    if context.invoked_subcommand is None:
        typer.echo(notices(Path()))


@notices_app.command(
    "validate", help=tr("检验单位自写的通知文件，指出文件、行号和问题", "Validate an office's own notice")
)
def validate_command(
    file: Annotated[Path, typer.Argument(help=tr("通知文件（TOML）", "The notice's file"))],
    text: Annotated[
        Path | None,
        typer.Option(help=tr("通知全文（文本文件）：逐字核对引文", "The notice's text, to check the quotes")),
    ] = None,
    lang: LangOption = LangChoice.zh,
) -> None:
    from verify.explain import validated

    typer.echo(validated(file, text))


@app.command(
    "doctor", help=tr("检查运行条件：模型、Tesseract、磁盘、写权限；每个问题附解决办法", "Check the installation")
)
def doctor_command(
    out: Annotated[Path, typer.Option(help=tr("要检查能否写入的文件夹", "Folder to be written to"))] = Path(),
    store: StoreOption = None,
    lang: LangOption = LangChoice.zh,
) -> None:
    from verify.doctor import examine, worst

    findings = examine(out, store)
    for finding in findings:
        typer.echo(str(finding))
    raise typer.Exit(int(worst(findings)))


@app.command(
    "projects",
    help=tr(
        "按项目名称查询谁申报过它、附了什么材料、平台导出怎么说", "Who claims a project of that name, and with what"
    ),
)
def projects_command(
    out: Annotated[Path, typer.Argument(help=tr("hedui run 的报告文件夹", "The folder that hedui run wrote"))],
    name: Annotated[str, typer.Argument(help=tr("项目名称，或其中两个字以上", "The name, or two characters of it"))],
    store: StoreOption = None,
    limit: Annotated[int, typer.Option(min=1, max=400, help=tr("最多列出多少个名称", "Most names shown"))] = 20,
    as_json: Annotated[bool, typer.Option("--json", help=tr("输出 JSON", "Print JSON"))] = False,
    lang: LangOption = LangChoice.zh,
) -> None:
    from verify.projects import answer

    this = answer.batch_of(out)
    hits = answer.answer(out, name, store or answer.store_of(out), limit)
    if as_json:
        from verify.terminal import print_json

        print_json(answer.as_json(hits, name, this))
    else:
        typer.echo(answer.as_text(hits, name, this, limit))


def _consequences(text: str) -> frozenset[Consequence]:
    known = {consequence.value for consequence in Consequence}
    names = [name.strip() for name in text.split(",") if name.strip()]
    wrong = [name for name in names if name not in known]
    if wrong:
        raise UsageError(
            tr(
                f"--fail-on 不认识 {listed(wrong)}；可用：{listed(sorted(known))}",
                f"--fail-on does not know {listed(wrong)}; it takes {listed(sorted(known))}",
            )
        )
    return frozenset(Consequence(name) for name in names)


def _lang(chosen: LangChoice) -> Lang:
    return "en" if chosen is LangChoice.en or current() == "en" else "zh"
