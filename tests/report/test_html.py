"""report.html: self-contained, escaped, ordered, its pages embedded once."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from tests.report import build
from verify.finding import Consequence, Evidence, Outcome, Report, Verdict
from verify.report.html import PageImage, facts_of, pages_to_show, render_report
from verify.report.json_report import as_json

JPEG = b"\xff\xd8\xff demo"
PNG = b"\x89PNG demo"


class Tags(HTMLParser):
    """The tags and attributes of a page, and what stands in style and script."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inside: dict[str, str] = {}
        self._open = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._open = tag

    def handle_data(self, data: str) -> None:
        if self._open in ("style", "script"):
            self.inside[self._open] = self.inside.get(self._open, "") + data

    def handle_endtag(self, tag: str) -> None:
        self._open = ""

    def values(self, attribute: str) -> list[str]:
        return [attrs[attribute] or "" for _, attrs in self.tags if attribute in attrs]


def page(report: Report, lang: str = "zh") -> str:
    images = {
        place: PageImage(JPEG, 1240, 1754, dict.fromkeys(boxes, PNG)) for place, boxes in pages_to_show(report).items()
    }
    return render_report(as_json(report, build.notice()), images, lang, facts_of(report))


@pytest.mark.parametrize("report", build.every(), ids=lambda report: report.verdict.value)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_comes_from_outside(report: Report, lang: str) -> None:
    tags = Tags(page(report, lang))
    assert all(link.startswith(("#", "data:image/")) for link in tags.values("href") + tags.values("src"))
    assert {tag for tag, _ in tags.tags} & {"script", "link", "iframe", "img", "base", "form", "object"} == set()
    assert not [
        name for _, attrs in tags.tags for name in attrs if name.startswith("on") or name in ("style", "srcset")
    ]
    assert not re.search(r"url\(|@import|https?:", tags.inside["style"])


def test_the_policy_allows_the_style_and_nothing_else() -> None:
    tags = Tags(page(build.full()))
    policy = next(a["content"] for _, a in tags.tags if a.get("http-equiv") == "Content-Security-Policy")
    digest = b64encode(hashlib.sha256(tags.inside["style"].encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def test_hostile_text_is_text() -> None:
    html = page(build.hostile())
    html.encode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "{{ 7 * 7 }}" in html
    assert "<img" not in html
    assert build.ID not in html
    assert "\u202e" not in html
    assert len(html) < 100_000


def test_findings_stand_worst_first() -> None:
    tags = Tags(page(build.full()))
    kinds = [
        str(a["class"]).removeprefix("finding k-")
        for t, a in tags.tags
        if t == "section" and "finding" in str(a["class"])
    ]
    assert kinds == ["suspect", "suspect", "reject", "return", "return", "return", "void", "doubt", "doubt", "note"]


def test_the_verdict_comes_first_and_calmly() -> None:
    html = page(build.full())
    assert html.index("疑似弄虚作假（须人工核查）</h1>") < html.index("欧阳建国</p>") < html.index('id="f1"')
    assert "系统不作真伪结论" in html


def test_each_page_is_embedded_once() -> None:
    html = page(build.full())
    pages = pages_to_show(build.full())
    assert html.count(b64encode(JPEG).decode()) == len(pages) == 6
    assert html.count(b64encode(PNG).decode()) == sum(map(len, pages.values()))
    anchors = set(Tags(html).values("id"))
    assert {link[1:] for link in Tags(html).values("href") if link.startswith("#")} <= anchors


def test_boxes_off_the_page_and_missing_pictures_do_no_harm() -> None:
    data = as_json(build.full(), build.notice())
    data["findings"][2]["evidence"][0]["box"] = [5000, 5000, 6000, 6000]
    data["findings"][9]["evidence"][0]["box"] = [-5, 640, 99999, 700]
    images = {place: PageImage(JPEG, 1240, 1754) for place in [("论文/1/封面.jpg", 1), ("继续教育/2022.jpg", 1)]}
    html = render_report(data, images)
    assert 'x="0" y="640" width="1240" height="60"' in html
    assert "没有可显示的图像" in html


def test_the_furniture_is_translated_and_the_findings_are_not() -> None:
    html = page(build.full(), "en")
    assert '<html lang="en">' in html
    assert "Whole page" in html
    assert "2022年度专业科目52学时，低于60学时" in html


def test_the_page_is_the_same_twice() -> None:
    assert page(build.full()) == page(build.full())


def test_facts_come_from_the_form_masked() -> None:
    facts = facts_of(build.full())
    assert facts[:2] == [("工作单位", "浙江宝业建设集团有限公司"), ("申报职称", "装配式建筑施工 工程师")]
    assert facts_of(build.full(), "en")[0][0] == "Employer"
    assert f"<dt>{facts[0][0]}</dt><dd>{facts[0][1]}</dd>" in page(build.full())


def test_what_stood_there_before_is_shown_above_what_stands_there_now() -> None:
    before, box = b"\xff\xd8\xff before", (100, 200, 700, 260)
    seen = build.finding(
        "tamper.pdf_revised", Outcome.FAIL, Consequence.SUSPECT, "证书.pdf", "改动", Evidence("证书.pdf", 1, box)
    )
    report = as_json(build.report("a", "甲", Verdict.SUSPECT, seen), build.notice())
    image = PageImage(JPEG, 1240, 1754, earlier={(box, ""): before})
    shown, bare = (render_report(report, {("证书.pdf", 1): one}) for one in (image, replace(image, earlier={})))
    place = shown.index(f'<img class="earlier" src="data:image/jpeg;base64,{b64encode(before).decode()}"')
    assert place < shown.index('<svg class="crop"')
    assert "<img" not in bare


@pytest.mark.parametrize("check", ["tamper.pdf_revised", "tamper.pdf_overlay", "identity.agrees"])
def test_what_stood_there_earlier_is_not_called_right(check: str) -> None:
    seen = build.finding(
        check, Outcome.FAIL, Consequence.SUSPECT, "证书.pdf", "后来改动", expected="2015年7月1日", found="2010年9月6日"
    )
    shown = page(build.report("a", "甲", Verdict.SUSPECT, seen))
    earlier, later = ("原为", "现为") if check.startswith("tamper") else ("应为", "读到")
    assert f"<dt>{earlier}</dt><dd>2015年7月1日</dd>" in shown
    assert f"<dt>{later}</dt><dd>2010年9月6日</dd>" in shown
