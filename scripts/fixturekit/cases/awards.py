"""award.not_forged: one certificate each."""

from __future__ import annotations

from scripts.fixturekit.cases.case import Build, Case, form
from scripts.fixturekit.folder import Folder
from scripts.fixturekit.honours import award
from scripts.fixturekit.page import Sheet
from scripts.fixturekit.seal import Seal, press

FORGER = "中国科学技术协会"
TEXT = "为表彰在促进科学技术进步工作中作出重大贡献者，特颁发此证书。获奖者：王建。奖励等级：二等。"


def _award(name: str, heading: str, text: str, issuer: str, day: str, number: str = "") -> Build:
    def build(folder: Folder) -> None:
        _write(folder, award(heading, "王建同志", text, issuer, day, number), name, issuer, int(day[:4]))

    return build


def _hidden(folder: Folder) -> None:
    """The forged title under a seal too worn to read, and no issuer in print."""
    sheet = award("国家科技进步奖证书", "王建同志 ", TEXT, "", "2019-11-20")
    press(sheet, Seal(FORGER, worn=0.4, smudged=3), (1010, 545))
    _write(folder, sheet, "国家科技进步奖", "", 2019)


def _write(folder: Folder, sheet: Sheet, name: str, issuer: str, year: int) -> None:
    folder.scan("获奖/1/证书.jpg", sheet)
    claim = {"name": name, "issuer": issuer, "year": year, "folder": "获奖/1"}
    form(folder, awards=[{key: value for key, value in claim.items() if value}])


HONOUR = "为表彰你在工程建设科技工作中作出的突出贡献，特授予“全国优秀科技工作者”称号，颁发此证书。"

CASES = (
    Case(
        "award.not_forged",
        "pass",
        "genuine-honour",
        "全国优秀科技工作者 of 中国科学技术协会: the issuer alone is no fault",
        _award("全国优秀科技工作者", "荣誉证书", HONOUR, FORGER, "2016-12-10"),
    ),
    Case(
        "award.not_forged",
        "pass",
        "state-council",
        "国家科学技术进步奖 of 国务院",
        _award(
            "国家科学技术进步奖",
            "国家科学技术进步奖证书",
            TEXT,
            "中华人民共和国国务院",
            "2019-12-18",
            "2019-J-22101-2-01-R03",
        ),
    ),
    Case(
        "award.not_forged",
        "fail",
        "progress-prize",
        "国家科技进步奖证书 in the name of 中国科学技术协会",
        _award("国家科技进步奖", "国家科技进步奖证书", TEXT, FORGER, "2019-11-20", "KX2019-J-0412"),
    ),
    Case(
        "award.not_forged",
        "fail",
        "achievement-prize",
        "国家科技成果奖证书 in the name of 中国科学技术协会",
        _award("国家科技成果奖", "国家科技成果奖证书", TEXT, FORGER, "2018-10-16", "KX2018-C-1187"),
    ),
    Case("award.not_forged", "unsure", "issuer-illegible", "国家科技进步奖证书, its issuer not to be read", _hidden),
)
