"""paper.applicant_named, paper.numbers_valid and paper.parts_agree: on the form alone, or as PDF with a text layer."""

from __future__ import annotations

from dataclasses import replace

from scripts.fixturekit.cases.case import Build, Case, form
from scripts.fixturekit.folder import Folder
from scripts.fixturekit.people import issn
from scripts.fixturekit.plan import WANG
from scripts.fixturekit.writing import GENUINE, Article, body, contents, cover

ARTICLE = Article("装配式楼板支撑体系优化", "王建", "建筑结构", "1002-848X", "11-2833/TU", "2022-05", 73)
OTHERS = replace(ARTICLE, author="骆思源，王海波")
DRAWN = {"封": cover, "目": contents, "正": lambda one, vector: body(one, WANG.employer.name, vector=vector)}


def _paper(pages: dict[str, Article], claimed: Article = ARTICLE, *authors: str, **more: object) -> Build:
    """Each page drawn from an article of its own: 封面, 目录, 正文 by their first character."""

    def build(folder: Folder) -> None:
        if pages:
            folder.pdf("论文/1/论文.pdf", [DRAWN[part](one, vector=True) for part, one in pages.items()])
        claim = {
            "title": claimed.title,
            "journal": claimed.journal,
            "issn": claimed.issn,
            "cn": claimed.cn,
            "published": claimed.published,
            "authors": list(authors or ("王建",)),
            "folder": "论文/1" if pages else None,
        }
        form(folder, papers=[{key: value for key, value in (claim | more).items() if value}])

    return build


def _scanned_pages(contents_page: int, body_page: int) -> Build:
    """目录 and 正文 as scans, each with a page number of its own."""

    def build(folder: Folder) -> None:
        folder.scan("论文/1/目录.jpg", contents(replace(ARTICLE, page=contents_page)))
        folder.scan("论文/1/正文.jpg", body(replace(ARTICLE, page=body_page), WANG.employer.name))
        form(folder, papers=[{"title": ARTICLE.title, "journal": ARTICLE.journal, "folder": "论文/1"}])

    return build


def _body(author: str, *authors: str) -> Build:
    return _paper({"正": replace(ARTICLE, author=author)}, ARTICLE, *authors)


def _numbers(issn: str, cn: str, journal: str = "建筑结构") -> Build:
    return _paper({}, replace(ARTICLE, issn=issn, cn=cn, journal=journal))


NAMED, NUMBERS, AGREE = "paper.applicant_named", "paper.numbers_valid", "paper.parts_agree"
CASES = (
    Case(NAMED, "pass", "second-spaced", "王 建, the second author", _body("骆思源，王 建", "骆思源", "王建")),
    Case(NAMED, "fail", "others", "王海波 has the applicant's surname", _body("骆思源，王海波")),
    Case(NAMED, "unsure", "english-byline", "Wang Jian, Luo Siyuan", _body("Wang Jian, Luo Siyuan")),
    Case(NAMED, "unsure", "not-on-form", "on the page, and not on the form", _body("骆思源，王建", "骆思源")),
    Case(NUMBERS, "pass", "valid", "on form and cover", _paper({"封": ARTICLE})),
    Case(NUMBERS, "pass", "similar-genuine", "《工程管理科技前沿》", _numbers("2097-0145", "34-1340/N", GENUINE)),
    Case(NUMBERS, "fail", "check-digit", "an ISSN whose check digit is wrong", _numbers("1002-8481", "11-2833/TU")),
    Case(NUMBERS, "fail", "hong-kong", "CN 44-1234(HK)", _numbers(issn("1009123"), "CN44-1234(HK)")),
    Case(NUMBERS, "unsure", "no-cn", "ISSN only", _numbers("1002-848X", "")),
    Case(
        NUMBERS, "unsure", "serial-7772", "43-7772/R: hardly a printed journal", _numbers(issn("1009124"), "43-7772/R")
    ),
    Case(
        NUMBERS,
        "unsure",
        "mistyped",
        "another CN on form and cover",
        _paper({"封": ARTICLE}, replace(ARTICLE, cn="11-2838/TU")),
    ),
    Case(AGREE, "pass", "all-agree", "cover, contents and body", _paper({"封": ARTICLE, "目": ARTICLE, "正": ARTICLE})),
    Case(
        AGREE,
        "fail",
        "other-issue",
        "the cover of July around a paper of May",
        _paper({"封": replace(ARTICLE, published="2022-07"), "目": ARTICLE, "正": ARTICLE}),
    ),
    Case(
        AGREE,
        "fail",
        "other-page",
        "page 52 by the contents, 86 by the body",
        _paper({"目": replace(ARTICLE, page=52), "正": replace(ARTICLE, page=86)}),
    ),
    Case(
        AGREE,
        "unsure",
        "page-one-digit",
        "page 73 by the contents, 78 by the body: a digit may be misread",
        _scanned_pages(73, 78),
    ),
    Case(AGREE, "na", "body-only", "the body alone", _paper({"正": ARTICLE})),
)
