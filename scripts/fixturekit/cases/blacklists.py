"""paper.journal_not_blacklisted and paper.numbers_valid: names written another way, and an English journal's numbers.

The covers are PDF with a text layer; what a scan would add is tested elsewhere.
"""

from __future__ import annotations

from scripts.fixturekit.cases.case import Build, Case, form
from scripts.fixturekit.folder import Folder
from scripts.fixturekit.people import issn
from scripts.fixturekit.writing import FAKE, Article, cover

ENGLISH = "Frontiers of Engineering Management"
CHINESE = "工程管理前沿"
OWN = ("2095-7513", "10-1205/N")
"""The numbers of the genuine journal in English."""


def _paper(
    journal: str, numbers: tuple[str, str], typed: str | None = None, title: str = "装配式楼板支撑体系优化"
) -> Build:
    """A cover with this title and these numbers, and a form that names the same journal or another."""

    def build(folder: Folder) -> None:
        article = Article(title, "王建", journal, *numbers, "2022-05")
        folder.pdf("论文/1/封面.pdf", [cover(article, vector=True)])
        claim = {"title": title, "journal": typed or journal, "published": "2022-05", "authors": ["王建"]}
        form(folder, papers=[{**claim, "issn": numbers[0], "cn": numbers[1], "folder": "论文/1"}])

    return build


JOURNAL, NUMBERS = "paper.journal_not_blacklisted", "paper.numbers_valid"
FORGED = (issn("2096804"), "10-1896/TU")
CASES = (
    Case(JOURNAL, "fail", "without-brackets", "《工程管理前沿 中文版》", _paper("工程管理前沿 中文版", FORGED, FAKE)),
    Case(JOURNAL, "fail", "traditional", "建築學研究前沿（中文版）", _paper("建築學研究前沿（中文版）", FORGED)),
    Case(
        JOURNAL, "pass", "english-original", "a paper in English in the journal in English, under its Chinese name",
        _paper(CHINESE, OWN, ENGLISH, "Safety of Prefabricated Joints"),
    ),
    Case(JOURNAL, "unsure", "without-edition", "《工程管理前沿》, which is the English one's", _paper(CHINESE, OWN)),
    Case(
        NUMBERS, "unsure", "english-numbers", "a listed journal with the English one's numbers",
        _paper(FAKE, OWN),
    ),
)  # fmt: skip
