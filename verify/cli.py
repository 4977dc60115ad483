"""The command `hedui`: one place that turns exceptions into exit codes (the command-line contract)."""

from __future__ import annotations

import sys

from verify import lang
from verify.errors import ExitCode, HeduiError


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: list[str]) -> int:
    """Run the command line; returns the exit code."""
    lang.use(lang.from_arguments(arguments))
    from typer.exceptions import Abort, TyperException

    from verify.commands import app

    try:
        code = int(app(arguments, prog_name="hedui", standalone_mode=False) or 0)
    except TyperException as error:
        _say(
            lang.tr("用法错误：", "Usage: ") + error.format_message() + lang.tr("；用 --help 查看用法", "; see --help")
        )
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
    if code == ExitCode.INTERRUPTED:
        _say(lang.tr("已中断；再次运行同一命令会从中断处继续。", "Interrupted; run the same command again to go on."))
    return code


def _say(message: str) -> None:
    print(message.encode("utf-8", "replace").decode(), file=sys.stderr)
