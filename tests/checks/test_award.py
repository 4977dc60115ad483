"""award.not_forged: SX 五（八）."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.checks.build import EMPLOYER, case, document, item, observe, outcomes, page, row, seal
from verify.form import Award
from verify.model import Item, Page, Slot

SUBJECT = "获奖/1"
CAST = "中国科学技术协会"


def award(*pages: Page, **claim: object) -> Item:
    files = [document(f"{SUBJECT}/a.jpg", Slot.AWARD, *pages)] if pages else []
    return item(Slot.AWARD, *files, subject=SUBJECT, claim=Award(**claim))  # type: ignore[arg-type]


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
    ("recommended by, one below the other", award(page("国家科技进步奖", "推荐单位", CAST, step=40)), "unsure"),
    ("a seal nobody can read", award(page("国家科技进步奖证书", CAST, seals=(seal("", confidence=0.3),))), "unsure"),
    ("with other words beside it", award(page("参评国家科技进步奖证书", CAST)), "unsure"),
    (
        "form says so, the page does not",
        award(page("荣誉证书", "浙江省建设厅"), name="国家科技进步奖", issuer=CAST),
        "unsure",
    ),
    ("one slip in the issuer", award(page("国家科技进步奖证书", "中国科学技木协会")), "unsure"),
    ("one slip in the title", award(page("国家科技进歩奖证书", CAST)), "unsure"),
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
