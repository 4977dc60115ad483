"""The command `hedui`: one place that turns exceptions into exit codes (the command-line contract)."""

from __future__ import annotations

import sys
from io import TextIOWrapper

from verify import lang
from verify.errors import ExitCode, HeduiError


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: list[str]) -> int:
    """Run the command line; returns the exit code. Nothing that goes wrong is shown as a traceback."""
    lang.use(lang.from_arguments(arguments))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal or pipe that is not UTF-8 costs a character, not the run
    from typer.exceptions import Abort, TyperException

    from verify.commands import app

    try:
        code = int(app(arguments, prog_name="hedui", standalone_mode=False) or 0)
    except TyperException as error:
        if said := error.format_message():
            _say(lang.tr("用法错误：", "Usage error: ") + said + lang.tr("；用 --help 查看用法", "; see --help"))
        return int(ExitCode.USAGE)
    except (KeyboardInterrupt, Abort):
        code = int(ExitCode.INTERRUPTED)
    except HeduiError as error:
        _say(lang.tr("错误：", "Error: ") + str(error))
        return int(error.code)
    except ModuleNotFoundError as error:
        _say(
            lang.tr(
                f"缺少依赖 {error.name}，请执行：pip install hedui", f"{error.name} is missing; run: pip install hedui"
            )
        )
        return int(ExitCode.MISSING_DEPENDENCY)
    except OSError as error:
        _say(lang.tr(f"错误：{error}。请检查磁盘和权限", f"Error: {error}; check the disk and the permissions"))
        return int(ExitCode.OUTPUT)
    except Exception as error:
        _say(
            lang.tr(
                f"程序出错（{type(error).__name__}: {error}）。已写出的报告有效；请再次运行，仍出错时请联系维护者",
                f"Internal error ({type(error).__name__}: {error}). Reports written so far are good; run again",
            )
        )
        return int(ExitCode.INCOMPLETE)
    if code == ExitCode.INTERRUPTED:
        _say(lang.tr("已中断；再次运行同一命令会从中断处继续。", "Interrupted; run the same command again to go on."))
    return code


def _say(message: str) -> None:
    print(message.encode("utf-8", "replace").decode(), file=sys.stderr)
