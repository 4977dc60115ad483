"""index.html: who is flagged and why, with links that lead somewhere."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import cache
from urllib.parse import unquote

from tests.report import build
from tests.report.test_html import Tags
from verify.report.batch_json import Unreadable, batch_json
from verify.report.index_page import render_index
from verify.report.json_report import as_json

REPORTS = [as_json(report, build.notice()) for report in build.every()]
BATCH = batch_json(REPORTS, build.notice(), "0.1.0", ["photo.format"], [Unreadable("坏的", "", "打不开")])


@cache
def html() -> str:
    return render_index(BATCH, REPORTS)


def test_every_applicant_is_linked_worst_first() -> None:
    names = [link for tag, attrs in Tags(html()).tags if tag == "a" and (link := str(attrs["href"]))]
    rows = [attrs["data-verdict"] for tag, attrs in Tags(html()).tags if tag == "tr" and "data-verdict" in attrs]
    assert rows == ["suspect", "reject", "return", "return", "review", "pass"]
    assert {unquote(name) for name in names} == {f"{r['applicant']['folder']}/report.html" for r in REPORTS}
    assert not [name for name in names if ":" in name or "#" in name or name.startswith("/")]


def test_the_row_says_why() -> None:
    assert "平台页面所载项目经理为“陈国强”，与申报表所填本人不一致" in html()
    assert "另有 6 项" in html()


def test_what_was_not_done_is_said() -> None:
    assert "证件照格式 <code>photo.format</code>" in html()
    assert "未能读取的文件（6）" in html()
    assert "（整个文件夹）" in html()


def test_only_its_own_script_may_run() -> None:
    digest = b64encode(hashlib.sha256(Tags(html()).inside["script"].encode()).digest()).decode()
    policy = next(str(a["content"]) for _, a in Tags(html()).tags if a.get("http-equiv") == "Content-Security-Policy")
    assert f"script-src 'sha256-{digest}'" in policy
    assert [tag for tag, _ in Tags(html()).tags].count("script") == 1


def test_the_tools_are_hidden_until_the_script_runs() -> None:
    assert next(attrs for _, attrs in Tags(html()).tags if attrs.get("id") == "tools").keys() >= {"hidden"}


def test_no_id_and_nothing_live() -> None:
    assert build.ID not in html()
    assert "<img" not in html()
    assert render_index(BATCH, REPORTS) == html()
