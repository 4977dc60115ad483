"""standard.*: on the form alone, and covers and forewords as PDF with a text layer."""

from __future__ import annotations

from collections.abc import Sequence

from scripts.fixturekit.cases.case import Build, Case, form
from scripts.fixturekit.folder import Folder
from scripts.fixturekit.plan import WANG
from scripts.fixturekit.standards import cover, foreword

NAME = "装配式混凝土楼梯应用技术规程"
NATIONAL, LOCAL = "中国装配建造标准化协会", "浙江省装配建造行业协会"
PEOPLE = ("骆思源", "裘一鸣", "章可欣", "王海波", "王 建", "陶远帆")
UNITS = (WANG.employer.name, "越州工业大学")


def _standard(number: str, level: str, issuer: str, printed: Sequence[str] = ()) -> Build:
    """The form's entry, with a cover where `printed` names who issued it."""

    def build(folder: Folder) -> None:
        if printed:
            folder.pdf("标准/1/封面.pdf", [cover(number, NAME, printed)])
        claim = {
            "name": NAME,
            "number": number,
            "level": level,
            "issuer": issuer,
            "folder": "标准/1" if printed else "",
        }
        form(folder, standards=[{key: value for key, value in claim.items() if value}])

    return build


def _drafted(people: Sequence[str], reviewers: Sequence[str] = (), only_cover: bool = False) -> Build:
    def build(folder: Folder) -> None:
        sheets = [cover("T/ZPJ 018-2022", NAME, [NATIONAL])] if only_cover else [foreword(UNITS, people, reviewers)]
        folder.pdf("标准/1/标准.pdf", sheets)
        form(folder, standards=[{"name": NAME, "number": "T/ZPJ 018-2022", "level": "团体标准", "folder": "标准/1"}])

    return build


BODY, NAMED = "standard.national_body", "standard.applicant_named"
GROUP = ("T/ZPJ 018-2022", "团体标准")
CASES = (
    Case(BODY, "pass", "national", "issued by 中国…协会, by its cover", _standard(*GROUP, NATIONAL, [NATIONAL])),
    Case(BODY, "fail", "provincial", "issued by 浙江省…协会, by its cover", _standard(*GROUP, LOCAL, [LOCAL])),
    Case(BODY, "fail", "municipal-form", "issued by 绍兴市…协会, by the form", _standard(*GROUP, "绍兴市装配建造协会")),
    Case(BODY, "unsure", "jointly", "a national and a provincial body", _standard(*GROUP, "", [LOCAL, NATIONAL])),
    Case(
        BODY, "unsure", "alliance", "an alliance whose name tells no level", _standard(*GROUP, "装配建造产业技术联盟")
    ),
    Case(
        BODY,
        "na",
        "provincial-standard",
        "a 地方标准 of the province",
        _standard("DB33/T 1298-2023", "地方标准", "浙江省市场监督管理局"),
    ),
    Case(NAMED, "pass", "second-line", "王 建, on the second line of the drafters", _drafted(PEOPLE)),
    Case(NAMED, "fail", "units-only", "a foreword with the drafting units alone", _drafted(())),
    Case(NAMED, "fail", "others", "six drafters, one of the same surname", _drafted((*PEOPLE[:4], "陶远帆", "任知秋"))),
    Case(NAMED, "unsure", "reviewer", "among the reviewers only", _drafted(PEOPLE[:4], ("王建", "陶远帆"))),
    Case(NAMED, "unsure", "no-foreword", "the cover alone", _drafted((), only_cover=True)),
)
