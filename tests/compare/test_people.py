"""Who is who in the store: the groups answer as asking everyone would."""

from __future__ import annotations

from itertools import product

from verify.compare.people import People
from verify.store.applicants import Applicant, same_person

HERE, BEFORE = "/批次/2024", "/批次/2023"
EVERYONE = {
    number: Applicant(batch, batch[-4:], f"{number % 36}_{name}", name, employer, person, "")
    for number, (batch, name, employer, person) in enumerate(
        product((HERE, BEFORE), ("王建国", "李沛然", "裘一鸣"), (None, "甲公司", "乙公司"), (None, "a", "b", "?c"))
    )
}


def test_the_groups_say_what_asking_everyone_says() -> None:
    people = People(EVERYONE, HERE)
    for me, mine in EVERYONE.items():
        selves = [one for one in EVERYONE.values() if same_person(mine, one)]
        others = [one for one in EVERYONE.values() if not same_person(mine, one)]
        assert people.selves(me) == {one.whose(HERE) for one in selves}
        assert people.others(me) == len(others)
        assert people.others(me, earlier=True) == len([one for one in others if one.batch != mine.batch])
        assert {people.whose(me, number) for number in EVERYONE} - {None} == {one.whose(HERE) for one in others}


def test_one_is_found_by_folder() -> None:
    people = People(EVERYONE, HERE)
    here = {number: one for number, one in EVERYONE.items() if one.batch == HERE}
    assert {number: people.id_of(one.folder) for number, one in here.items()} == {number: number for number in here}
    assert [people.named(number).batch for number in (0, len(EVERYONE) - 1)] == [None, "2023"]


def test_a_doubtful_number_tells_nobody_apart() -> None:
    people = People(EVERYONE, HERE)
    by_number = {one.person: number for number, one in EVERYONE.items() if one.batch == HERE and one.name == "王建国"}
    a = by_number["a"]
    apart = {person: people.apart(a, people.named(number)) for person, number in by_number.items()}
    assert apart == {None: False, "a": False, "b": True, "?c": False}


def entry(batch: str, folder: str, name: str, person: str | None = None) -> Applicant:
    return Applicant(batch, batch[-4:], folder, name, f"{folder}的单位", person, "")


def test_entries_of_one_person_are_one_group() -> None:
    me, lan, again = entry(HERE, "1", "柳敬亭", "a"), entry(HERE, "2", "蓝天宇"), entry(BEFORE, "3", "蓝天宇", "b")
    typed, right = entry(HERE, "4", "危晓龙", "c"), entry(BEFORE, "5", "危小龙", "c")
    namesake, unseen = entry(HERE, "6", "柳敬亭", "d"), entry(HERE, "7", "荆楚", "e")
    known = (me, lan, again, typed, right, namesake, unseen)
    people = People(dict(enumerate(known)), HERE)
    groups = people.persons(0, [one.whose(HERE) for one in known[1:6]])
    assert {frozenset(one.folder for one in group) for group in groups} == {
        frozenset(folders) for folders in ("1", "23", "45", "6")
    }
    assert people.key_of(again.whose(HERE)) == 2
    assert people.key_of(again.whose(BEFORE)) is None
