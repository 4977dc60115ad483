"""Is everything there that a run needs? Each failure names its mend."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from errno import ENOTDIR
from pathlib import Path

from verify.errors import ExitCode
from verify.lang import tr

DISK_BYTES = 1_000_000_000
"""Free space below which a large batch may not finish."""

NETWORK = ("nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "ncpfs")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. `code` is the exit code it asks for; OK with a `mend` is advice."""

    name: str
    state: str
    code: ExitCode = ExitCode.OK
    mend: str = ""

    def __str__(self) -> str:
        sign = "✗" if self.code else ("!" if self.mend else "✓")
        mend = f"\n    {tr('解决办法：', 'mend: ')}{self.mend}" if self.mend else ""
        return f"{sign} {self.name}: {self.state}{mend}"


def examine(out: Path, store: Path | None = None) -> list[Finding]:
    """Look at everything; never raises. `store` is the office's store, None for the default one."""
    looks: Sequence[Callable[[], Finding]] = (
        _engine,
        _tesseract,
        lambda: _disk(out),
        lambda: _writable(out),
        lambda: _share(out),
        lambda: _store(store),
        _fonts,
    )
    return [_safely(look) for look in looks]


def worst(findings: Sequence[Finding]) -> ExitCode:
    """The first failure's exit code, else OK."""
    return next((finding.code for finding in findings if finding.code), ExitCode.OK)


def _safely(look: Callable[[], Finding]) -> Finding:
    try:
        return look()
    except Exception as error:
        return Finding(tr("检查本身", "examination"), f"{type(error).__name__}: {error}", ExitCode.MISSING_DEPENDENCY)


def _engine() -> Finding:
    name = tr("识别模型", "models")
    try:
        import numpy as np

        from verify.read.engines import create, identity
        from verify.read.seals.recogniser import recogniser

        recogniser().read([np.full((48, 96, 3), 255, np.uint8)])
        create("rapidocr").read(np.full((64, 320, 3), 255, np.uint8))
    except Exception as error:
        return Finding(
            name, f"{type(error).__name__}: {error}", ExitCode.MISSING_DEPENDENCY, "pip install --force-reinstall hedui"
        )
    runtime = identity("rapidocr")
    slow = (
        ""
        if "openvino" in runtime
        else tr("装上 OpenVINO 约快一倍：pip install openvino", "twice as fast with: pip install openvino")
    )
    return Finding(name, runtime, mend=slow)


def _tesseract() -> Finding:
    from verify.read.tesseract import INSTALL, LANGUAGES, installed

    version = installed()
    state = (
        f"{version}, {'+'.join(LANGUAGES)}"
        if version
        else tr("没有，不能作第二次识读", "absent: there is no second reader")
    )
    return Finding("Tesseract", state, mend="" if version else INSTALL)


def _disk(out: Path) -> Finding:
    free = shutil.disk_usage(_existing(out)).free
    state = f"{free / 1e9:.1f} GB"
    if free < DISK_BYTES:
        return Finding(
            tr("磁盘空间", "disk"),
            state,
            ExitCode.OUTPUT,
            tr("清理磁盘或用 --out 换一个文件夹", "free some, or use --out"),
        )
    return Finding(tr("磁盘空间", "disk"), state)


def _writable(out: Path) -> Finding:
    folder = _existing(out)
    try:
        if out.exists() and not out.is_dir():
            raise NotADirectoryError(ENOTDIR, "不是文件夹")
        with tempfile.TemporaryFile(dir=folder):
            return Finding(tr("写权限", "write access"), str(folder))
    except OSError as error:
        mend = tr("检查权限，或用 --out 换一个文件夹", "mend the permissions, or use --out")
        return Finding(tr("写权限", "write access"), f"{folder}: {error.strerror}", ExitCode.OUTPUT, mend)


def _share(out: Path) -> Finding:
    kind = _file_system(_existing(out).resolve())
    advice = tr(
        "网络共享上 SQLite 的 WAL 不可用，且读写较慢；建议报告写到本机磁盘（--out）",
        "SQLite's WAL does not work on a network share: let reports go to a local disk (--out)",
    )
    return Finding(tr("文件系统", "file system"), kind, mend=advice if kind in NETWORK else "")


def _store(named: Path | None) -> Finding:
    from verify.errors import HeduiError
    from verify.store.database import fault_in, reading
    from verify.store.place import default_store
    from verify.store.secret import key_fault

    name, path = tr("数据库", "store"), (named or default_store()).absolute()
    try:
        with reading(path) as engine, engine.connect() as connection:
            fault, broken = key_fault(connection, path), fault_in(connection)
    except HeduiError as error:
        return Finding(name, str(path), error.code, str(error))
    if fault:
        return Finding(name, str(path), ExitCode.USAGE, fault)
    if broken:
        mend = tr(
            "从备份恢复，或以 --store 另选一个文件新建", "restore it from the backup, or start a new one with --store"
        )
        return Finding(name, tr(f"{path} 已损坏（{broken}）", f"{path} is damaged ({broken})"), ExitCode.OUTPUT, mend)
    if not path.exists():
        return Finding(name, tr(f"{path} 还没有，第一次核对时建立", f"{path} is made by the first run"))
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        mend = tr(
            "检查文件和所在文件夹的权限，或以 --store 另选一个文件",
            "mend the permissions of the file and its folder, or set --store",
        )
        return Finding(name, tr(f"{path} 只读", f"{path} is read-only"), ExitCode.OUTPUT, mend)
    return Finding(name, str(path))


def _fonts() -> Finding:
    from fnmatch import fnmatch

    folders = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
    found = any(fnmatch(path.name, "*CJK*") for folder in folders if folder.is_dir() for path in folder.rglob("*.tt?"))
    state = (
        tr("有", "present")
        if found
        else tr("没有（核对不需要；浏览器显示中文需要）", "absent (a run needs none; a browser does)")
    )
    return Finding(tr("中文字体", "CJK fonts"), state, mend="" if found else "sudo apt-get install fonts-noto-cjk")


def _existing(path: Path) -> Path:
    path = path.resolve()
    return path if path.exists() or path.parent == path else _existing(path.parent)


def _file_system(path: Path) -> str:
    """The type of the file system that holds `path`, from the longest mount point above it; "?" where unknown."""
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return "?"
    rows = [line.split()[1:3] for line in mounts.read_text("utf-8", "replace").splitlines() if len(line.split()) > 2]
    fitting = [(len(point), kind) for point, kind in rows if path.is_relative_to(point.replace("\\040", " "))]
    return max(fitting)[1] if fitting else "?"
