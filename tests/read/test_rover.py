"""Readings of one line put to the vote: what most bear out wins, and nothing is invented."""

from __future__ import annotations

from verify.read.seals.readings import Reading, Readings
from verify.read.seals.recogniser import Letter
from verify.read.seals.rover import joined


def reading(text: str, score: float = 0.9, **doubts: tuple[str, float]) -> Reading:
    """A reading whose letters are certain, but for those named: letter=(the other, its chance)."""
    letters = []
    for place, letter in enumerate(text):
        other = doubts.get(letter)
        sure = ((letter, score),) if other is None else ((letter, 1 - other[1]), other)
        letters.append(Letter(tuple(sorted(sure, key=lambda pair: -pair[1])), place / len(text)))
    return Reading(text, score, tuple(letters))


def test_most_readings_win_over_a_slip() -> None:
    pivot = reading("恒光地产集团")
    assert joined(pivot, [pivot, reading("恒大地产集团"), reading("恒大地产集团")]).text == "恒大地产集团"


def test_what_a_doubtful_letter_may_be_counts() -> None:
    pivot = reading("恒光地产集团", 光=("大", 0.45))
    others = [reading("恒头地产集团", 头=("大", 0.45)), reading("恒木地产集团", 木=("大", 0.45))]
    best = joined(pivot, [pivot, *others])
    assert best.text == "恒大地产集团"
    assert dict(best.letters[1].readings)["光"] > 0


def test_a_letter_that_most_do_not_see_is_dropped_and_one_that_most_see_is_added() -> None:
    pivot = reading("上双敏电网络")
    rest = [reading("双敏电子网络"), reading("双敏电子网络")]
    assert joined(pivot, [pivot, *rest]).text == "双敏电子网络"


def test_a_letter_that_most_see_stays_though_they_do_not_agree_on_it() -> None:
    pivot = reading("鼎歌信息网络")
    others = [reading("昂歌信息网络"), reading("易歌信息网络"), reading("歌信息网络")]
    best = joined(pivot, [pivot, *others])
    assert best.text.endswith("歌信息网络")
    assert len(best.text) == 6
    assert {text for text, _ in best.letters[0].readings} == set("鼎昂易")


def test_a_reading_that_was_cut_short_says_nothing_of_the_end() -> None:
    pivot = reading("易动力信息有限公司")
    short = [reading("易动力信息有限"), reading("易动力信息有限")]
    assert joined(pivot, [pivot, *short]).text == "易动力信息有限公司"


def test_two_readings_are_no_vote_and_other_lines_have_none() -> None:
    pivot = reading("恒光地产集团")
    assert joined(pivot, [pivot, reading("恒大地产集团")]) is pivot
    assert joined(pivot, [pivot, reading("施工图审查专用章"), reading("施工图审查专用章")]) is pivot


def test_the_elected_reading_comes_first_and_its_doubts_are_kept() -> None:
    titles = Readings()
    for one in (reading("恒光地产集团有限公司"), *[reading("恒大地产集团有限公司")] * 2):
        titles.add(one.text, one.score, one.letters)
    titles.elect(joined(titles.ranked()[0], titles.all))
    assert titles.ranked()[0].text == "恒大地产集团有限公司"
    assert [letter[0][0] for letter in titles.lattice()[0]] == list("恒大地产集团有限公司")
