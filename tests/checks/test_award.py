"""award.not_forged: SX 五（八）."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.checks.build import EMPLOYER, case, document, item, observe, outcomes, page, row, seal
from verify.form import Award
from verify.model import Item, Slot
from verify.page import Page

SUBJECT = "获奖/1"
CAST = "中国科学技术协会"


def award(*pages: Page, **claim: object) -> Item:
    files = [document(f"{SUBJECT}/a.jpg", Slot.AWARD, *pages)] if pages else []
    return item(Slot.AWARD, *files, subject=SUBJECT, claim=Award(**claim))  # type: ignore[arg-type]


def both(first: str, second: str) -> Item:
    """A certificate whose title each reader read in its own way."""
    one = page(first, CAST)
    return award(replace(one, second=(replace(one.words[0], text=second), one.words[1])))


WORN = replace(seal(CAST), candidates=(CAST, "中国共学技术协会"))
HONOUR = ("荣誉证书", "王建国同志曾获国家科技进步奖二等奖", "授予全国优秀科技工作者称号")
CASES = [
    ("forged, printed", award(page("国家科技进步奖证书", "一等奖", CAST)), "fail"),
    ("forged, 成果奖", award(page("国家科技成果奖证书", CAST)), "fail"),
    ("forged, by year", award(page("2019年度国家科技进步奖证书", f"颁发单位：{CAST}")), "fail"),
    ("forged, with the employer's seal", award(page("国家科技进步奖证书", CAST, seals=(seal(EMPLOYER),))), "fail"),
    ("the genuine award's name", award(page("国家科学技术进步奖", "证书", CAST)), "unsure"),
    ("forged, issuer in the seal", award(page("国家科技进步奖证书", seals=(seal(CAST),))), "fail"),
    ("forged, spaced", award(page("国家科技进步奖 证书", "中 国 科 学 技 术 协 会")), "fail"),
    ("a worn seal, its readings differ", award(page("国家科技进步奖证书", seals=(WORN,))), "unsure"),
    ("a worn seal, the issuer printed too", award(page("国家科技进步奖证书", CAST, seals=(WORN,))), "fail"),
    (
        "a seal read without confidence",
        award(page("国家科技进步奖证书", seals=(seal(CAST, confidence=0.9),))),
        "unsure",
    ),
    ("form alone, no page", award(name="国家科技进步奖证书", issuer=CAST), "unsure"),
    ("form alone, the short name", award(name="国家科技进步奖证书", issuer="中国科协"), "unsure"),
    ("the short name", award(page("国家科技进步奖证书", "中国科协")), "unsure"),
    ("another academy", award(page("国家科学技术进步奖", "中国科学院")), "pass"),
    ("title and issuer on two pages", award(page("国家科技进步奖证书"), page(CAST, number=2)), "unsure"),
    ("a past award in a sentence", award(page(*HONOUR, CAST)), "unsure"),
    ("a past award in a sentence, sealed", award(page(*HONOUR, seals=(seal(CAST),))), "unsure"),
    (
        "an award that may recommend",
        award(page("中国土木工程詹天佑奖", f"主管单位：{CAST}", "本奖可推荐国家科学技术进步奖")),
        "unsure",
    ),
    (
        "recommended by",
        award(page("国家科学技术进步奖", f"推荐单位：{CAST}", seals=(seal("", confidence=0.3),))),
        "unsure",
    ),
    ("recommended by, the listed title", award(page("国家科技进步奖证书", f"推荐单位：{CAST}")), "unsure"),
    ("recommended by, side by side", award(page("国家科技进步奖", *row("提名单位", CAST, y=400))), "unsure"),
    ("a nomination's cover", award(page("国家科技进步奖", "提 名 书", CAST)), "unsure"),
    ("nominated by, far above it", award(page("国家科技进步奖", "证书", "提名者：", CAST, step=120)), "unsure"),
    (
        "a list of honours",
        award(page("个人荣誉一览", "国家科技进步奖", "（参与单位，集体）", CAST, "会员证 编号 S0123")),
        "unsure",
    ),
    ("a title above the issuer that is no label", award(page("国家科技进步奖证书", "特此表彰", CAST)), "fail"),
    ("recommended by, one below the other", award(page("国家科技进步奖", "推荐单位", CAST, step=40)), "unsure"),
    (
        "no issuer but a seal nobody can read",
        award(page("国家科技进步奖证书", seals=(seal("中国料学技术务会", confidence=0.68),))),
        "unsure",
    ),
    (
        "no issuer but a seal that is read",
        award(page("国家科技进步奖证书", seals=(seal("浙江省建筑业行业协会"),))),
        "pass",
    ),
    ("a seal nobody can read", award(page("国家科技进步奖证书", CAST, seals=(seal("", confidence=0.3),))), "unsure"),
    ("with other words beside it", award(page("参评国家科技进步奖证书", CAST)), "unsure"),
    (
        "form says so, the page does not",
        award(page("荣誉证书", "浙江省建设厅"), name="国家科技进步奖", issuer=CAST),
        "unsure",
    ),
    ("one slip in the issuer", award(page("国家科技进步奖证书", "中国科学技木协会")), "unsure"),
    ("one slip in the title", award(page("国家科技进歩奖证书", CAST)), "unsure"),
    ("a character lost in the title", award(page("国家科进步奖证书", CAST)), "unsure"),
    ("a character lost in the issuer", award(page("国家科技进步奖证书", "中国科学技协会")), "unsure"),
    ("traditional characters", award(page("國家科技進步獎證書", "中國科學技術協會")), "fail"),
    ("each reader misreads another character", both("国家科技进歩奖证书", "国冢科技进步奖证书"), "fail"),
    ("both readers misread the same one", both("国冢科技进步奖证书", "国冢科技进步奖证书"), "unsure"),
    ("a province's prize and its association", award(page("浙江省科技进步奖证书", "浙江省科学技术协会")), "pass"),
    ("the form alone, with a slip", award(name="国家科技进歩奖", issuer=CAST), "unsure"),
    ("the State Council's, nominated by CAST", award(page("国家科学技术进步奖", "国务院", f"提名：{CAST}")), "unsure"),
    ("badly read", award(page("证书", "一", confidence=0.3)), "unsure"),
    ("issuer alone", award(page("优秀科技工作者证书", CAST)), "pass"),
    ("title alone", award(page("国家科学技术进步奖证书", "中华人民共和国国务院")), "pass"),
    ("a registration", award(page("科技成果登记证书", CAST)), "pass"),
    ("another award", award(page("华夏建设科学技术奖", "二等奖"), name="华夏建设科学技术奖"), "pass"),
]


@pytest.mark.parametrize(("name", "claimed", "outcome"), CASES, ids=[c[0] for c in CASES])
def test_not_forged(name: str, claimed: Item, outcome: str) -> None:
    (seen,) = observe("award.not_forged", case(items=[claimed]))
    assert (seen.outcome.value, seen.subject) == (outcome, SUBJECT), seen.message


def test_what_was_typed_draws_no_conclusion() -> None:
    (seen,) = observe("award.not_forged", case(items=[award(name="国家科技进步奖证书", issuer=CAST)]))
    assert "系统不作真伪结论" in seen.message


def test_another_file_never_accuses() -> None:
    """It may be a CV or a notice; a person looks."""
    other = document("其他/a.jpg", Slot.OTHER, page("国家科技进步奖证书", CAST))
    assert outcomes("award.not_forged", case(other)) == [("unsure", "其他/a.jpg")]
    assert outcomes("award.not_forged", case()) == [("na", "获奖")]


PRIZE = "国家科学技术进步奖"


def national(*lines: str, title: str = PRIZE, issuer: str = "中华人民共和国国务院", **claim: object) -> Item:
    return award(page(f"{title}证书", *lines, issuer), **{"name": title, **claim})


ELEMENTS = [
    ("as it should be", national("奖励等级：二等", "证书号：2019-J-22101-2-01-R03"), "pass"),
    ("of 2020, conferred in 2021", national("一等奖", "2020年度获奖", "2021年11月3日", year=2021), "pass"),
    ("the highest prize has no grade", national("2019年度获奖", title="国家最高科学技术奖"), "pass"),
    ("a third grade", national("三等奖", "证书号：2019-J-22101-3-01-R03"), "fail"),
    ("a third grade of 1998", national("三等奖", "1998年度获奖"), "unsure"),
    ("a third grade of no year", national("三等奖"), "unsure"),
    ("a year without awards, by its number", national("二等", "证书号：2021-J-22101-2-01-R03"), "fail"),
    ("a year without awards, by its title", award(page(f"2022年度{PRIZE}证书", "二等奖", "国务院")), "fail"),
    ("a year without awards, by the form alone", national("二等", year=2021), "unsure"),
    ("a year not known yet", national("二等", "2025年度获奖"), "unsure"),
    ("no such award", award(page("国家科技成果奖证书", "某某委员会")), "fail"),
    ("no such award, hardly read", award(page("国家科技成果奖证书", "某某委员会", confidence=0.8)), "unsure"),
    ("no such award, by the form alone", award(name="国家科技成果奖"), "unsure"),
    ("another issuer", national("二等", issuer="某某科技促进会"), "unsure"),
    ("no grade", national("2019年度获奖"), "unsure"),
    ("the form alone", award(name=PRIZE, year=2019), "unsure"),
    ("a trade's award, of 2022, third", award(page("华夏建设科学技术奖证书", "三等奖"), name="华夏建设科学技术奖", year=2022), "na"),
    ("鲁班奖", award(page("中国建设工程鲁班奖（国家优质工程）证书"), name="中国建设工程鲁班奖（国家优质工程）"), "na"),
    ("钱江杯", award(page("浙江省建设工程钱江杯奖（优质工程）"), name="钱江杯"), "na"),
    ("a registration", award(page("科技成果登记证书"), name="科技成果登记证书", year=2021), "na"),
    ("a province's award", award(page("浙江省科学技术进步奖证书", "三等奖"), name="浙江省科学技术进步奖", year=2021), "na"),
    ("a national award in a sentence", award(page("荣誉证书", "王建国曾获国家科技进步奖三等奖"), name="优秀科技工作者"), "na"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "outcome"), [c[1:] for c in ELEMENTS], ids=[c[0] for c in ELEMENTS])
def test_plausible(one: Item, outcome: str) -> None:
    assert outcomes("award.plausible", case(items=[one])) == [(outcome, SUBJECT)]


TEAM = "获奖者：李明、王建国、赵大海"
SIGNED = ("核对无误", "2024年9月12日")
PEN = (480, 300, 600, 340)
NAMED = [
    ("named", award(page("荣誉证书", "王建国同志：", "被评为先进工作者")), "pass"),
    ("in a team", award(page("获奖证书", TEAM)), "pass"),
    ("named with spaces", award(page("荣誉证书", "王 建 国 同志：")), "pass"),
    ("named on the second page", award(page("表彰决定"), page("附件", TEAM, number=2)), "pass"),
    ("the unit alone", award(page("获奖证书", f"获奖单位：{EMPLOYER}", "项目：某某工程")), "fail"),
    ("others", award(page("获奖证书", "获奖者：李明、王海波", "项目：某某工程")), "fail"),
    ("a longer name", award(page("获奖证书", "获奖者：李明、王建国栋")), "unsure"),
    ("one character apart", award(page("获奖证书", "获奖者：王健国、李明")), "unsure"),
    ("等同志", award(page("获奖证书", "李明等同志：", "项目：某某工程")), "unsure"),
    ("a list on another page", award(page("获奖证书", f"获奖单位：{EMPLOYER}", "主要完成人名单附后")), "unsure"),
    ("a faint line", award(page("获奖证书", ("王健同志", 0.5), "项目：某某工程", ("某某", 0.5))), "unsure"),
    ("a name written by hand", award(page("获奖证书", "授予", "项目：某某工程", marks=((100, 600, 300, 660),))), "unsure"),
    ("a verifier's signature", award(page(*SIGNED, f"获奖单位：{EMPLOYER}", "获奖证书", marks=(PEN,), y=300)), "fail"),
    ("badly read", award(page("获奖证书", "授予", confidence=0.5)), "unsure"),
    ("nothing uploaded", award(name="先进工作者"), "na"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "outcome"), [c[1:] for c in NAMED], ids=[c[0] for c in NAMED])
def test_applicant_named(one: Item, outcome: str) -> None:
    assert outcomes("award.applicant_named", case(items=[one])) == [(outcome, SUBJECT)]


@pytest.mark.parametrize("id", ["award.plausible", "award.applicant_named"])
def test_without_awards_nothing_applies(id: str) -> None:
    assert outcomes(id, case()) == [("na", "获奖")]
