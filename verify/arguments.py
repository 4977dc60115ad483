"""What the commands take on the command line: each argument and option with its help, once."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from verify.lang import tr


class EngineChoice(StrEnum):
    """What --engine takes."""

    rapidocr = "rapidocr"
    tesseract = "tesseract"


class LangChoice(StrEnum):
    """What --lang takes."""

    zh = "zh"
    en = "en"


NoticeOption = Annotated[
    str | None,
    typer.Option(
        help=tr("通知的编号或文件；默认用批次自带的 notice.toml，否则用 shaoxing-2024-07", "Notice id or file")
    ),
]
LangOption = Annotated[LangChoice, typer.Option(help=tr("界面语言", "Interface language"))]
EngineOption = Annotated[EngineChoice, typer.Option(help=tr("文字识别引擎", "OCR engine"))]
StoreOption = Annotated[
    Path | None,
    typer.Option(
        help=tr(
            "办公室的数据库文件：记得以前的批次、平台记录和诚信档案；默认在用户数据文件夹，或由 HEDUI_STORE 指定",
            "The office's store; default: in the user's data folder, or HEDUI_STORE",
        )
    ),
]
BatchArgument = Annotated[Path, typer.Argument(help=tr("批次文件夹：每位申报人一个子文件夹", "The batch's folder"))]
OutOption = Annotated[
    Path | None, typer.Option(help=tr("报告文件夹，默认为批次旁的 <批次>-reports", "Where reports go"))
]
JobsOption = Annotated[
    int, typer.Option(min=0, help=tr("同时工作的进程数；0 表示与处理器数相同", "Workers; 0: one a processor"))
]
BlacklistsOption = Annotated[
    list[Path] | None,
    typer.Option(help=tr("单位自有的名单（CSV、XLSX 或 TOML），可多次给出", "An office's own list; may be repeated")),
]
RegistryOption = Annotated[
    Path | None,
    typer.Option(
        help=tr(
            "平台导出的项目记录（CSV 或 XLSX）；默认用批次根目录下的 registry.xlsx 或 registry.csv",
            "Registry export",
        )
    ),
]
FailOnOption = Annotated[
    str,
    typer.Option(help=tr("出现这些后果时以代码 1 退出，如 return,reject,suspect", "Exit 1 on these consequences")),
]
FreshOption = Annotated[bool, typer.Option("--fresh", help=tr("不用以前的读取结果，全部重做", "Redo everything"))]
