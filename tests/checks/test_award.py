"""award.not_forged: SX 五（八）."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.checks.build import case, document, item, observe, outcomes, page, seal
from verify.form import Award
from verify.model import Item, Page, Slot

SUBJECT = "获奖/1"
CAST = "中国科学技术协会"


def award(*pages: Page, **claim: object) -> Item:
    files = [document(f"{SUBJECT}/a.jpg", Slot.AWARD, *pages)] if pages else []
    return item(Slot.AWARD, *files, subject=SUBJECT, claim=Award(**claim))  # type: ignore[arg-type]


WORN = replace(seal(CAST), candidates=(CAST, "中国共学技术协会"))
CASES = [
    ("forged, printed", award(page("国家科技进步奖证书", "一等奖", CAST)), "fail"),
    ("forged, 成果奖", award(page("国家科技成果奖证书", CAST)), "fail"),
    ("forged, long title", award(page("国家科学技术进步奖", "证书", CAST)), "fail"),
    ("forged, issuer in the seal", award(page("国家科技进步奖证书", seals=(seal(CAST),))), "fail"),
    ("forged, spaced", award(page("国家科技进步奖 证书", "中 国 科 学 技 术 协 会")), "fail"),
    ("a worn seal, its readings differ", award(page("国家科技进步奖证书", seals=(WORN,))), "unsure"),
    ("a worn seal, the issuer printed too", award(page("国家科技进步奖证书", CAST, seals=(WORN,))), "fail"),
    (
        "a seal read without confidence",
        award(page("国家科技进步奖证书", seals=(seal(CAST, confidence=0.9),))),
        "unsure",
    ),
    ("form alone, no page", award(name="国家科技进步奖", issuer=CAST), "fail"),
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


def test_a_forged_certificate_among_other_files() -> None:
    other = document("其他/a.jpg", Slot.OTHER, page("国家科技进步奖证书", CAST))
    assert outcomes("award.not_forged", case(other)) == [("fail", "其他/a.jpg")]
    assert outcomes("award.not_forged", case()) == [("na", "获奖")]
