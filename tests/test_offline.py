"""Nothing opens a network connection in a run: every Python process of it reports the sockets that it uses."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.paths import ROOT, SAMPLE

SPY = """
import os, socket, sys
LOG = os.environ["HEDUI_TEST_LOG"]
def note(line):
    descriptor = os.open(LOG, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.write(descriptor, (line + chr(10)).encode())
    os.close(descriptor)
def hook(event, arguments):
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        if arguments[0].family != socket.AF_UNIX:
            note(f"{event} {arguments[1:]}")
    elif event in ("socket.getaddrinfo", "socket.gethostbyname", "urllib.Request", "http.client.connect"):
        note(f"{event} {arguments}")
sys.addaudithook(hook)
note("watching")
"""


def watched(tmp_path: Path, *command: str) -> list[str]:
    (tmp_path / "spy").mkdir(exist_ok=True)
    (tmp_path / "spy" / "sitecustomize.py").write_text(SPY, "utf-8")
    log = tmp_path / "log"
    path = os.pathsep.join([str(tmp_path / "spy"), str(ROOT)])
    subprocess.run(
        [sys.executable, *command], env={**os.environ, "PYTHONPATH": path, "HEDUI_TEST_LOG": str(log)}, check=True
    )
    return log.read_text("utf-8").splitlines()


def test_a_run_opens_no_connection(tmp_path: Path) -> None:
    batch = tmp_path / "batch"
    shutil.copytree(SAMPLE / "林国栋", batch / "林国栋")
    seen = watched(tmp_path, "-m", "verify", "run", str(batch), "--jobs", "2", "--out", str(tmp_path / "out"))
    assert (tmp_path / "out" / "林国栋" / "report.html").is_file()
    assert seen.count("watching") >= 3, "the run and both of its workers were to be watched"
    assert set(seen) == {"watching"}


def test_the_spy_would_see_one(tmp_path: Path) -> None:
    seen = watched(
        tmp_path, "-c", "import socket; s = socket.socket(); s.settimeout(1); s.connect_ex(('127.0.0.1', 9))"
    )
    assert any(line.startswith("socket.connect") for line in seen)
