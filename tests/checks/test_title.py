"""title.appointed and title.outside_confirmed: SX 附件1 一3, 五（六）; YJ 四2. Rules TT-01, TT-02, TT-03."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.build import EMPLOYER, NAME, case, document, observe, outcomes, page, seal
from verify.model import Document, Slot

YJ = "yongjia-2021-23"
ISSUER = "绍兴市人力资源和社会保障局"


def certificate(
    name: str = NAME, title: str = "助理工程师", day: str = "2018年12月28日", issuer: str = ISSUER, **more: Any
) -> Document:
    lines = ("专业技术资格证书", f"姓名：{name}", f"资格名称：{title}", f"取得资格时间：{day}", f"发证单位：{issuer}")
    return document(f"职称证书/{name}{title}.jpg", more.pop("slot", Slot.TITLE), page(*lines, **more))


def said(*files: Document, notice: str = "shaoxing-2024-07", **form: Any) -> str:
    ((outcome, _),) = outcomes("title.appointed", case(*files, **form), notice)
    return outcome


HELD = {"titles": [{"name": "助理工程师", "obtained": "2018-12-28"}]}


SHAOXING: list[tuple[tuple[Document, ...], str]] = [
    ((certificate(),), "pass"),
    ((certificate(slot=Slot.OTHER),), "pass"),
    ((certificate(day="2018-12"),), "pass"),
    ((certificate(day="2019年3月1日"),), "unsure"),  # perhaps the day of issue: a slip, shown side by side
    ((certificate(day="不详"),), "pass"),
    ((certificate(title="高级工程师"),), "unsure"),
    ((certificate(title="技术员"),), "unsure"),
    ((certificate(name="王建囯"),), "unsure"),
    ((certificate(name="李志强"),), "fail"),
    ((certificate(name="李志强", title="高级工程师"), certificate()), "pass"),  # a recommender's beside one's own
    ((certificate(name="李志强", confidence=0.5),), "unsure"),
    ((document("职称证书/a.jpg", Slot.TITLE),), "unsure"),
    ((document("职称证书/a.jpg", Slot.TITLE, page("聘书", f"兹聘任{NAME}同志为助理工程师")),), "pass"),
    ((document("其他/a.jpg", Slot.OTHER, page("情况说明")),), "fail"),
    ((), "fail"),
]


@pytest.mark.parametrize(("files", "outcome"), SHAOXING)
def test_shaoxing_wants_ones_own_certificate(files: tuple[Document, ...], outcome: str) -> None:
    assert said(*files, **HELD) == outcome


def test_nothing_is_asked_of_who_claims_no_title() -> None:
    assert said() == "na"
    assert said(titles=[{"name": "二级建造师"}]) == "na"


def test_both_days_are_shown() -> None:
    (seen,) = observe("title.appointed", case(certificate(day="2019年3月1日"), **HELD))
    assert "2018-12-28" in seen.message
    assert "2019-03-01" in seen.message
    assert seen.evidence[0].box


def letter(term: str, *seals: Any, name: str = NAME) -> Document:
    shown = page("聘书", f"兹聘任{name}同志为建筑施工技术员", f"聘期：{term}", seals=seals or (seal(EMPLOYER),))
    return document(f"职称证书/聘书{term}.jpg", Slot.TITLE, shown)


LONG = "2018年1月1日至2021年12月31日"
FOUR = letter(LONG)
LETTERS: list[tuple[tuple[Document, ...], str]] = [
    ((FOUR,), "pass"),
    ((letter("2016年1月1日至今"),), "pass"),
    ((letter("2015年1月1日至2018年12月31日"), letter("2019年1月1日至2021年12月31日")), "pass"),
    ((letter("2015年1月1日至2018年12月31日"), letter("2019年1月5日至2021年12月31日")), "unsure"),  # four days
    ((letter("2015年1月1日至2018年12月31日"), letter("2019年6月1日至2021年12月31日")), "fail"),
    ((letter("2015年1月1日至2020年12月31日"),), "fail"),  # not in force in 2021
    ((letter("2015年1月1日至2021年6月30日"),), "unsure"),  # ends in the year of applying
    ((letter("2019年6月1日至2021年12月31日"),), "fail"),  # the years before are not covered
    ((letter("2018年1月2日至2021年12月31日"),), "unsure"),
    ((letter("三年"),), "unsure"),
    ((letter("2019年6月1日至2021年12月31日"), letter("未读出")), "unsure"),  # the other may fill the gap
    ((letter("2019年6月1日至2021年12月31日"), document("职称证书/b.jpg", Slot.TITLE)), "unsure"),
    ((letter(LONG, name="李志强"),), "unsure"),
    ((certificate(title="技术员"),), "fail"),  # a certificate is no letter
    ((), "fail"),
]
POST = {
    "applying_for": {"title": "助理工程师"},
    "education": [{"level": "初中", "graduated": "2010-06"}],
    "specialty_years": 5,
    "titles": [{"name": "技术员", "obtained": "2015-12-01", "appointed": "2016-01-01"}],
}


@pytest.mark.parametrize(("files", "outcome"), LETTERS)
def test_yongjia_wants_a_letter_in_force_without_a_gap(files: tuple[Document, ...], outcome: str) -> None:
    assert said(*files, notice=YJ, **POST) == outcome


def test_a_letter_without_a_seal_is_for_a_person() -> None:
    bare = document("职称证书/a.jpg", Slot.TITLE, page("聘书", f"兹聘任{NAME}为技术员", f"聘期：{LONG}"))
    (seen,) = observe("title.appointed", case(bare, **POST), YJ)
    assert seen.outcome.value == "unsure"
    assert "公章" in seen.message


def test_other_routes_need_no_letter() -> None:
    degree = {**POST, "education": [{"level": "本科", "graduated": "2018-06-30"}]}
    assert said(notice=YJ, **degree) == "na"
    assert said(notice=YJ, **{**POST, "titles": []}) == "na"
    assert said(notice=YJ, **{**POST, "applying_for": {"title": "技术员"}}) == "na"
    electrician = {"trade": "电工", "level": "高级工", "obtained": "2015-01-01"}
    assert said(notice=YJ, **{**POST, "skills": [electrician]}) == "unsure"  # that route may do


def issued(*places: str | None) -> list[dict[str, Any]]:
    return [{"name": "助理工程师", "issued_in": place} for place in places]


def confirmation(*lines: str) -> Document:
    return document("其他/确认.jpg", Slot.OTHER, page(*lines))


PLACES: list[tuple[list[dict[str, Any]], tuple[Document, ...], str]] = [
    (issued("浙江省绍兴市"), (), "pass"),
    (issued("绍兴"), (certificate(),), "pass"),
    (issued("诸暨市"), (), "pass"),
    (issued(None), (certificate(),), "pass"),
    (issued("浙江省杭州市"), (), "unsure"),  # 省外 in the heading, 我市以外 in the text
    (issued("浙江省"), (), "unsure"),
    (issued("浙江省"), (certificate(issuer="浙江省住房和城乡建设厅"),), "unsure"),
    (issued("江苏省南京市"), (), "fail"),
    (issued("江苏省南京市"), (certificate(issuer="江苏省人力资源和社会保障厅"),), "fail"),
    (issued("江苏省南京市"), (confirmation("省外专业技术资格确认表"),), "pass"),
    (issued("江苏省南京市"), (document("其他/a.jpg", Slot.OTHER),), "unsure"),
    (issued("浙江省杭州市"), (confirmation("职称确认通知", "予以确认"),), "pass"),
    (issued("浙江省绍兴市"), (certificate(issuer="江苏省人力资源和社会保障厅"),), "unsure"),
    (issued(None), (certificate(issuer="江苏省人力资源和社会保障厅"),), "fail"),
    (issued(None), (certificate(name="李志强", issuer="江苏省人力资源和社会保障厅"),), "na"),  # a recommender's
    (issued("南京市"), (), "unsure"),  # not a place that the list knows
    (issued("中国建筑集团有限公司"), (), "unsure"),
    (issued(None), (), "na"),
    ([{"name": "二级建造师", "issued_in": "江苏省"}], (), "na"),
    ([{"name": "高级工程师", "issued_in": "江苏省"}], (), "na"),
    (issued("浙江省绍兴市", "江苏省南京市"), (), "unsure"),
    ([], (), "na"),
]


@pytest.mark.parametrize(("titles", "files", "outcome"), PLACES)
def test_titles_from_elsewhere(titles: list[dict[str, Any]], files: tuple[Document, ...], outcome: str) -> None:
    ((found, _),) = outcomes("title.outside_confirmed", case(*files, titles=titles))
    assert found == outcome


def test_the_notices_contradiction_is_shown() -> None:
    (seen,) = observe("title.outside_confirmed", case(titles=issued("浙江省杭州市")))
    assert "省外证书" in seen.message
    assert "我市以外" in seen.message
