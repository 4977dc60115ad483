"""Places that names begin with: which letters of them were misread, as no other place has all the rest."""

from __future__ import annotations

import pytest

from tests.test_org_lattice import line, seal
from verify.org_lattice import contradicts, towards
from verify.org_places import is_the_only_one, misread, place_of
from verify.orgs import SAME, owner

REST = "中成建工集团有限公司"
NAME = "宁波市鄞州区" + REST


@pytest.mark.parametrize(
    ("name", "place"),
    [
        (NAME, "宁波市鄞州区"),
        ("浙江省衢州市" + REST, "浙江省衢州市"),
        ("浙江衢州市" + REST, "浙江衢州市"),
        ("浙江省" + REST, "浙江省"),
        ("浙江" + REST, ""),  # without its rank
        ("丽水市青田石建设有限公司", "丽水市"),  # 青田 is a county, and here of the brand
        (REST, ""),
    ],
)
def test_a_place_ends_in_its_rank_before_the_brand(name: str, place: str) -> None:
    assert place_of(name) == place


@pytest.mark.parametrize(
    ("place", "off", "alone"),
    [
        ("宁波市鄞州区", {3}, True),
        ("宁波市鄞州区", {0, 3}, True),
        ("宁波市鄞州区", {3, 4}, False),
        ("鄞州区", {0}, False),  # 通州区, 赣州区
        ("台州市", {0}, False),
        ("浙江省衢州市", {3}, False),  # 温州, 湖州
        ("浙江省", {0}, True),
    ],
)
def test_a_place_is_the_only_one_with_the_rest_of_its_letters(place: str, off: set[int], alone: bool) -> None:
    assert is_the_only_one(place, frozenset(off)) is alone


@pytest.mark.parametrize(
    ("letters", "name", "kind"),
    [
        (("宁波市", "赣97", "州区", REST), NAME, "employer"),  # no such district
        (("宝20宋18", "波市", "即15郸09", "州区", REST), NAME, "employer"),  # two, and hardly legible
        (("宝97", "波市", "赣97", "州区", REST), NAME, "unreadable"),  # two surely read otherwise
        (("广97", "州市", REST), "台州市" + REST, "unreadable"),  # another city
        (("召97", "州市", REST), "台州市" + REST, "unreadable"),  # none, but any of many
        (("宁波市", "海97", "曙97", "区", REST), NAME, "unreadable"),  # another district of the city
        (("宝20", "披20", "市", "即15", "州区", REST), NAME, "unreadable"),  # three letters
        (("宁波市", "赣97", "州区中", "成80誉15", "建工集团有限公司"), NAME, "unreadable"),  # an unsure brand
        (("宁波市", "赣97", "州区成建工集团有限公司"), "宁波市鄞州区成建工集团有限公司", "unreadable"),  # of one letter
        (("宁波市", "赣97", "州区中", "誉97", "建工集团有限公司"), NAME, "unreadable"),  # another brand
        (("鹿97", "江", REST), "浙江" + REST, "unreadable"),  # 鹿江 may be a brand
    ],
)
def test_a_misread_letter_of_a_place_says_nothing_where_it_can_be_no_other(
    letters: tuple[str, ...], name: str, kind: str
) -> None:
    assert owner(seal(*[line(*letters)] * 2), name, []).kind == kind


def test_a_misread_letter_of_a_place_is_bent_at_a_cost_and_does_not_contradict() -> None:
    read = line("宁波市", "赣97", "州区", REST)
    text, worth = towards(read, NAME)
    assert text == NAME
    assert SAME <= worth < towards(line("宁波市", "赣60鄞30", "州区", REST), NAME)[1]
    assert not contradicts(seal(read, read), NAME)
    assert contradicts(seal(read, read), "宁波市海曙区" + REST)


def test_a_dropped_letter_of_a_place_was_not_misread() -> None:
    letters = line(NAME)
    assert misread(letters, NAME) == frozenset()
    assert misread((letters[0], (), *letters[2:]), NAME) == frozenset()
    assert misread((*letters[:3], (("赣", 0.9),), *letters[4:]), NAME) == {3}
    assert misread((*letters[:5], (("汉", 0.9),), *letters[6:]), NAME) == frozenset()  # no rank


@pytest.mark.parametrize(("letters", "off"), [("鹿江省招兴市柯桥区", {0, 3}), ("鹿江省招兴市何桥区", set())])
def test_of_a_place_two_letters_may_be_misread(letters: str, off: set[int]) -> None:
    place = "浙江省绍兴市柯桥区"
    assert is_the_only_one(place, frozenset({0, 3, 6}))
    assert misread(line(letters, REST), place + REST) == off
