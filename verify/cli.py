"""The command `hedui`: one place that turns exceptions into exit codes (the command-line contract)."""

from __future__ import annotations

import sys
from io import TextIOWrapper

from verify import lang
from verify.errors import ExitCode, HeduiError
from verify.lang import tr
from verify.usage import told


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: list[str]) -> int:
    """Run the command line; returns the exit code. Nothing that goes wrong is shown as a traceback."""
    lang.use(lang.from_arguments(arguments))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal or pipe that is not UTF-8 costs a character, not the run
    code, said = _called(arguments)
    if said:
        print(said.encode("utf-8", "replace").decode(), file=sys.stderr)
    return code


def _called(arguments: list[str]) -> tuple[int, str]:
    """The exit code, and what to say beside what the command said itself."""
    try:
        from verify.commands import app

        code = int(app(arguments, prog_name="hedui", standalone_mode=False) or 0)
    except (Exception, KeyboardInterrupt) as error:
        return _failed(error)
    return (code, _interrupted()) if code == ExitCode.INTERRUPTED else (code, "")


def _failed(error: BaseException) -> tuple[int, str]:
    from typer.exceptions import Abort, TyperException

    match error:
        case KeyboardInterrupt() | Abort():
            return ExitCode.INTERRUPTED, _interrupted()
        case TyperException():
            said = told(error.format_message())
            see = tr("；用 --help 查看用法", "; see --help")
            return ExitCode.USAGE, tr("用法错误：", "Usage error: ") + said + see if said else ""
        case HeduiError():
            return error.code, tr("错误：", "Error: ") + str(error)
        case ImportError():
            return ExitCode.MISSING_DEPENDENCY, _missing(error)
        case OSError():
            return ExitCode.OUTPUT, tr(
                f"错误：{error}。请检查磁盘和权限", f"Error: {error}; check disk and permissions"
            )
        case _:
            return ExitCode.INCOMPLETE, _unexpected(error)


def _missing(error: ImportError) -> str:
    """What to install; the full opencv-python wants libGL, which a bare server has not."""
    mend = "sudo apt-get install libgl1 libglib2.0-0" if ".so" in str(error) else "pip install --force-reinstall hedui"
    return tr(f"缺少依赖（{error}），请执行：{mend}", f"A dependency is missing ({error}); run: {mend}")


def _unexpected(error: BaseException) -> str:
    what = f"{type(error).__name__}: {error}"
    return tr(
        f"程序出错（{what}）。已写出的报告有效；请再次运行，仍出错时请联系维护者",
        f"Internal error ({what}). Reports written so far are good; run again, and report it if it comes back",
    )


def _interrupted() -> str:
    return tr("已中断；再次运行同一命令会从中断处继续。", "Interrupted; run the same command again to go on.")
