"""paper.journal_not_blacklisted, paper.parts and paper.published_after_title."""

from __future__ import annotations

from dataclasses import replace

from PIL import Image

from scripts.fixturekit.cases.case import Build, Case, form
from scripts.fixturekit.folder import Folder
from scripts.fixturekit.page import Sheet
from scripts.fixturekit.people import issn
from scripts.fixturekit.plan import CITED, WANG
from scripts.fixturekit.writing import FAKE, GENUINE, Article, body, contents, cover

ARTICLE = Article("装配式楼板支撑体系优化", "王建", "建筑结构", "1002-848X", "11-2833/TU", "2022-05", 73)
LISTED = replace(ARTICLE, journal=FAKE, issn=issn("2096801"), cn="10-1899/TU")
SIMILAR = replace(ARTICLE, journal=GENUINE, issn="2097-0145", cn="34-1340/N")
OTHER = replace(LISTED, journal="建筑学研究前沿（中文版）", issn=issn("2096802"), cn="10-1898/TU")
DRAWN = {
    "封": lambda one: cover(one, vector=True),
    "目": lambda one: contents(one, vector=True),
    "正": lambda one: body(one, WANG.employer.name, vector=True),
}
OFF = replace(LISTED, journal="工程管理前线（中文版）", issn=issn("2096803"), cn="10-1897/TU")


def _paper(article: Article, parts: str = "封目", titled: str = WANG.titled, scanned: bool = False) -> Build:
    """The parts named by their first character: 封面, 目录, 正文, or 合 for cover and contents scanned as one page."""

    def build(folder: Folder) -> None:
        if "合" in parts:
            folder.scan("论文/1/封面目录.jpg", _both(article))
        if scanned:
            folder.scan("论文/1/封面.jpg", cover(article))
            folder.scan("论文/1/目录.jpg", contents(article))
        elif sheets := [DRAWN[part](article) for part in parts if part in DRAWN]:
            folder.pdf("论文/1/论文.pdf", sheets)
        titles = [{"name": "助理工程师", "obtained": titled}] if titled else []
        claim = {
            "title": article.title,
            "journal": article.journal,
            "issn": article.issn,
            "cn": article.cn,
            "published": article.published,
            "authors": [article.author],
            "folder": "论文/1",
        }
        form(folder, titles=titles, papers=[claim])

    return build


def _both(article: Article) -> Sheet:
    """Cover and contents copied side by side onto one page."""
    sheet = cover(replace(article, title=article.title + "　"))
    left, right = sheet.image.resize((560, 784)), contents(article).image.resize((560, 713))
    sheet.image = Image.new("RGB", (1160, 820), (252, 251, 249))
    sheet.image.paste(left, (10, 18))
    sheet.image.paste(right, (590, 18))
    return sheet


def _published(month: str, titled: str = WANG.titled) -> Build:
    return _paper(replace(ARTICLE, published=month), "封", titled)


CASES = (
    Case("paper.journal_not_blacklisted", "pass", "genuine", "published in 《建筑结构》", _paper(ARTICLE)),
    Case(
        "paper.journal_not_blacklisted",
        "pass",
        "cited-only",
        "a listed journal in the references only",
        _paper(replace(ARTICLE, references=CITED), "正"),
    ),
    Case(
        "paper.journal_not_blacklisted",
        "pass",
        "similar-genuine",
        "《工程管理科技前沿》, a genuine journal of a like name",
        _paper(SIMILAR, scanned=True),
    ),
    Case(
        "paper.journal_not_blacklisted",
        "fail",
        "engineering-frontier",
        "published in 《工程管理前沿（中文版）》",
        _paper(LISTED, scanned=True),
    ),
    Case(
        "paper.journal_not_blacklisted",
        "fail",
        "architecture-frontier",
        "published in 《建筑学研究前沿（中文版）》",
        _paper(OTHER),
    ),
    Case(
        "paper.journal_not_blacklisted",
        "unsure",
        "one-character-off",
        "《工程管理前线（中文版）》: one character off a listed one",
        _paper(OFF, scanned=True),
    ),
    Case("paper.parts", "pass", "all-three", "cover, contents and body", _paper(ARTICLE, "封目正")),
    Case("paper.parts", "fail", "no-contents", "no 目录", _paper(ARTICLE, "封正")),
    Case("paper.parts", "fail", "cover-only", "the cover only", _paper(ARTICLE, "封")),
    Case(
        "paper.parts", "unsure", "two-on-one-page", "cover and contents copied onto one page", _paper(ARTICLE, "合正")
    ),
    Case("paper.published_after_title", "pass", "after", "2022-05, title of 2018-12-28", _published("2022-05")),
    Case("paper.published_after_title", "fail", "before", "2016-03, title of 2018-12-28", _published("2016-03")),
    Case("paper.published_after_title", "unsure", "same-month", "2018-12, title of 2018-12-28", _published("2018-12")),
    Case(
        "paper.published_after_title",
        "na",
        "no-title-date",
        "the form names no present title",
        _published("2022-05", ""),
    ),
)
