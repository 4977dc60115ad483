"""Whose seal it is by the letters of its readings: what else each may be, and how likely."""

from __future__ import annotations

from dataclasses import replace

import pytest

from verify.org_align import along, between
from verify.org_evidence import rules_out, tells
from verify.org_lattice import contradicts, hints, shows, surely_read, towards
from verify.orgs import SAME, best_similarity, owner
from verify.page import LatticeLine, Seal, SealPurpose
from verify.purposes import KINDS

EMPLOYER = "浙江中成建工集团有限公司"
TWIN = "浙江中誉建工集团有限公司"
FAR = "绍兴市博远勘测设计有限公司"


def line(*letters: str) -> LatticeLine:
    """A line of letters, each its likeliest reading, or several with percents: 成80誉15."""
    return tuple(_letter(letter) for part in letters for letter in (part if part.isalpha() else [part]))


def _letter(text: str) -> tuple[tuple[str, float], ...]:
    if len(text) == 1:
        return ((text, 0.99),)
    return tuple((text[i], int(text[i + 1 : i + 3]) / 100) for i in range(0, len(text), 3))


def seal(*lines: LatticeLine, confidence: float = 0.98) -> Seal:
    titles = tuple("".join(letter[0][0] for letter in line) for line in lines)
    return Seal(titles[0], (), "unit", "circle", "red", (0, 0, 200, 200), confidence, titles, lattice=lines)


def doubtful(letter: str, *, count: int = 2) -> Seal:
    """The employer's seal but for its deciding letter, in `count` readings."""
    return seal(*[line("浙江中", letter, "建工集团有限公司")] * count)


def test_alignment_finds_places_drops_and_letters_between() -> None:
    places = along(line("浙江中", "成80誉15", "建集团有限公司"), EMPLOYER)
    assert [letter[0][0] if letter else "" for letter in places] == [*"浙江中成建", "", *"集团有限公司"]
    assert [letter[0][0] for letter in along(line("集团有限公司浙江中成建工"), EMPLOYER)] == list(EMPLOYER)
    assert [letter[0][0] for letter in between(line("浙江中成德建工集团有限公司"), EMPLOYER, 6)] == ["德"]
    assert between(line("章浙江中成建工集团有限公司第一"), EMPLOYER, 6) == ()
    assert between(line("甲"), EMPLOYER, 6) == ()


@pytest.mark.parametrize(
    ("letter", "told"),
    [("誉99", True), ("誉92成04", False), ("誉70和20", False), ("成99", False), ("元99", False)],
)
def test_a_letter_tells_two_names_apart_where_it_is_sure(letter: str, told: bool) -> None:
    assert tells(doubtful(letter), TWIN, EMPLOYER) is told


def test_one_reading_tells_only_where_it_was_two_equal_ones() -> None:
    once = doubtful("誉99", count=1)
    assert tells(once, TWIN, EMPLOYER)
    assert not tells(replace(once, confidence=0.6), TWIN, EMPLOYER)
    torn = seal(line("浙江中", "誉99", "建工集团有限公司"), line("浙江中", "成60誉30", "建工集团有限公司"))
    assert not tells(torn, TWIN, EMPLOYER)


def test_a_dropped_letter_tells_nothing() -> None:
    dropped = seal(*[line("浙江中建工集团有限公司")] * 2)
    assert not tells(dropped, TWIN, EMPLOYER)
    assert not tells(dropped, EMPLOYER, TWIN)


@pytest.mark.parametrize(
    ("letter", "kind"),
    [
        ("成99", "employer"),
        ("誉99", "other"),
        ("誉55成40", "unreadable"),
        ("成55誉40", "unreadable"),
        ("元99", "unreadable"),
    ],
)
def test_a_twin_that_is_a_party_is_told_by_its_letter_or_left_open(letter: str, kind: str) -> None:
    found = owner(doubtful(letter), EMPLOYER, [TWIN, FAR])
    assert (found.kind, found.name) == (kind, {"employer": EMPLOYER, "other": TWIN}.get(kind))
    assert owner(doubtful(letter), TWIN, [EMPLOYER]).kind != "nobody"


def test_a_twin_that_nobody_names_is_left_open() -> None:
    assert owner(doubtful("誉99"), EMPLOYER, [FAR]).kind == "unreadable"


@pytest.mark.parametrize(
    ("letter", "kind"), [("成60誉30", "employer"), ("誉45成40", "employer"), ("誉74成23", "unreadable")]
)
def test_the_brands_letter_may_be_a_third_as_likely_as_another(letter: str, kind: str) -> None:
    read = doubtful(letter)
    assert best_similarity(read, EMPLOYER) >= SAME
    assert owner(read, EMPLOYER, [FAR]).kind == kind


def test_a_letter_that_only_one_of_many_candidates_has_is_not_borne_out() -> None:
    read = replace(doubtful("元50示30"), candidates=("浙江中元建工集团有限公司", EMPLOYER))
    assert best_similarity(read, EMPLOYER) == 1.0
    assert contradicts(read, EMPLOYER)
    assert owner(read, EMPLOYER, []).kind == "unreadable"


def test_an_illegible_letter_of_a_place_does_not_speak_against_a_name() -> None:
    name = "台州市中成建工集团有限公司"
    for letter, against in (("召40古20", False), ("召95", True)):
        lines = (line(letter, "州市中成建工集团有限公司"),) * 2
        read = replace(seal(*lines), candidates=(name,))
        assert contradicts(read, name) is against
        assert owner(read, name, []).kind == ("unreadable" if against else "employer")


def test_a_letter_more_within_the_name_is_another_name() -> None:
    read = seal(*[line("衢州市九德工程图审有限公司")] * 2)
    assert contradicts(read, "衢州市九工程图审有限公司")
    assert owner(read, "衢州市九工程图审有限公司", []).kind == "unreadable"
    assert contradicts(seal(*[line("衢州市九德勘察测绘有限公司")] * 2), "衢州市九德勘察测有限公司")
    assert not contradicts(seal(*[line("浙江中成建工集团有限公司")] * 2), "浙江中成建工有限公司")
    assert not contradicts(seal(*[line("章衢州市九德工程图审有限公司资料")] * 2), "衢州市九德工程图审有限公司")


def test_a_dropped_deciding_letter_counts_as_changed() -> None:
    read = seal(*[line("浙江省衢州市九工程图审有限公司")] * 2)
    for name in ("浙江省衢州市九洲工程图审有限公司", "浙江省衢州市九德工程图审有限公司"):
        assert owner(read, name, []).kind == "unreadable"


def test_bending_costs_more_where_a_letter_decides() -> None:
    assert towards(line("浙江中成建", "土70工20", "集团有限公司"), EMPLOYER)[1] >= SAME
    assert towards(line("浙江中", "誉70成20", "建工集团有限公司"), EMPLOYER)[1] < SAME
    assert towards(line(EMPLOYER), EMPLOYER) == (EMPLOYER, 1.0)


STRANGER = "绍兴市瑞丰勘察测绘有限公司"


@pytest.mark.parametrize(
    ("letters", "kind"),
    [
        (("绍兴市瑞丰勘察测绘有限公司",), "other"),
        (("绍兴市", "瑞70端25", "丰勘察测绘有限公司"), "other"),  # one of few, and none of the employer's
        (("绍兴市", "瑞40端20", "丰勘察测绘有限公司"), "other"),  # a single one is illegible
        (("绍兴市", "瑞40端20", "丰30车20", "勘察测绘有限公司"), "unreadable"),
        (("绍兴市", "瑞90中07", "丰建设有限公司"), "unreadable"),  # it may be the employer's first
    ],
)
def test_an_unknown_organisation_is_anothers_only_where_its_letters_are(letters: tuple[str, ...], kind: str) -> None:
    read = seal(*[line(*letters)] * 2)
    assert owner(read, "绍兴市中成建工集团有限公司", [FAR]).kind == kind
    assert owner(replace(read, confidence=0.6), "绍兴市中成建工集团有限公司", [FAR]).kind == "unreadable"


def test_a_province_is_no_slip_where_it_was_legibly_another_place() -> None:
    read = seal(*[line("杭州中成建工集团有限公司")] * 2)
    assert contradicts(read, "贵州中成建工集团有限公司")
    assert owner(read, "贵州中成建工集团有限公司", []).kind == "unreadable"
    smudged = seal(*[line("浙30渐20", "江中成建工集团有限公司")] * 2)
    assert owner(smudged, EMPLOYER, []).kind == "employer"


@pytest.mark.parametrize(
    ("brand", "place", "kind"),
    [("成", "招37绍06", "employer"), ("成", "招95绍06", "unreadable"), ("成80誉15", "招37绍06", "unreadable")],
)
def test_an_illegible_letter_of_a_place_is_bent_where_the_brand_is_sure(brand: str, place: str, kind: str) -> None:
    read = seal(*[line(place, "兴市中", brand, "建工集团有限公司")] * 2)
    assert owner(read, "绍兴市中成建工集团有限公司", []).kind == kind


def test_a_province_that_differs_decides() -> None:
    read = seal(*[line("浙江省", "曹30督18", "娥30峨18", "建筑工程设计股份有限公司")] * 2, confidence=0.83)
    assert rules_out(read, read.title, "安徽省雁荡建工有限公司")
    assert not rules_out(read, read.title, "浙江省雁荡建工有限公司")


def test_so_many_foreign_letters_rule_a_name_out() -> None:
    name = "衢州市中成建工集团有限公司"
    read = seal(*[line("绍兴市", "瑞40端20", "丰勘察测绘有限公司")] * 2, confidence=0.83)
    assert rules_out(read, read.title, name)
    assert owner(read, name, []).kind == "other"
    assert owner(replace(read, confidence=0.8), name, []).kind == "unreadable"


@pytest.mark.parametrize(
    ("letters", "name"),
    [
        (("绍兴市瑞丰勘察测绘有限公司",), "绍兴市瑞成勘察测绘有限公司"),  # one letter
        (("建筑工程设计有限公司",), "浙江中成建筑工程设计研究院有限公司"),  # a part
        (("绍60", "兴60", "瑞60", "丰60", "勘60", "察60", "测60", "绘60", "有限公司"), EMPLOYER),  # hardly legible
        (("中成建设咨询投资有限公司",), "中成建工集团有限公司"),  # none of the further letters decides
    ],
)
def test_few_or_doubtful_letters_rule_nothing_out(letters: tuple[str, ...], name: str) -> None:
    read = seal(*[line(*letters)] * 2)
    assert not rules_out(read, read.title, name)


@pytest.mark.parametrize(
    ("letter", "told"), [("誉60和20", True), ("誉40和20", False), ("誉60成03", False), ("和60", False)]
)
def test_one_sure_reading_tells_where_the_others_bear_it_out(letter: str, told: bool) -> None:
    read = seal(line(TWIN), line("浙江中", letter, "建工集团有限公司"))
    assert tells(read, TWIN, EMPLOYER) is told
    assert not tells(doubtful("誉60和20"), TWIN, EMPLOYER)


def test_letters_legible_in_one_of_several_readings_are_not_sure() -> None:
    read = seal(line(STRANGER), line("绍兴市", "瑞30", "丰30", "勘察测绘有限公司"))
    assert not surely_read(read, STRANGER)
    assert hints(read, "绍兴市瑞成勘察测绘有限公司")
    assert not hints(read, "宁波市中成建工集团有限公司")


@pytest.mark.parametrize("reading", ["浙江经兴远勘测设计有限责公司", "浙江经远勘测设计限责任公司"])
def test_a_few_wrong_and_dropped_letters_never_make_it_anothers(reading: str) -> None:
    read = seal(*[line(reading)] * 2, confidence=0.95)
    assert owner(read, "浙江绍兴博远勘测设计有限责任公司", ["温州宏远建筑设计有限公司"]).kind == "unreadable"


def test_a_known_party_needs_not_every_letter_where_the_employer_is_out_of_question() -> None:
    read = seal(*[line("绍兴市", "悖50德20", "远勘测设计有限公司")] * 2)
    assert owner(read, EMPLOYER, [FAR]).name == FAR
    assert owner(read, "绍兴市勘测设计有限公司", [FAR]).kind == "unreadable"


def test_a_firms_name_round_a_completion_seal_is_the_firms() -> None:
    read = replace(seal(line(EMPLOYER)), purpose=SealPurpose.COMPLETION, kind=KINDS[SealPurpose.COMPLETION])
    assert owner(read, EMPLOYER, []).kind == "employer"
    assert owner(replace(read, shape="rectangle"), EMPLOYER, []).kind == "unreadable"


def test_a_group_and_its_firm_are_left_to_a_person() -> None:
    read = seal(*[line("浙江中成建工集团有限公司")] * 2)
    assert owner(read, "浙江中成建工集团有限公司", []).kind == "employer"
    assert owner(read, "浙江中成建工有限公司", []).kind == "unreadable"


def test_on_a_worn_seal_the_brands_letter_must_be_the_likeliest() -> None:
    read = doubtful("誉45成40")
    assert owner(read, EMPLOYER, [FAR]).kind == "employer"
    assert owner(replace(read, confidence=0.8), EMPLOYER, [FAR]).kind == "unreadable"


@pytest.mark.parametrize(
    ("letters", "whose"),
    [
        (("誉20咸14戚9", "咸22载10"), "employer"),  # may be anything, in each reading
        (("誉20咸14戚9", "誉80咸9"), "unreadable"),  # one reading knows what it is
        (("誉40咸14戚9", "誉42载10"), "unreadable"),  # it is likely something else
    ],
)
def test_a_letter_of_the_brand_that_may_be_anything(letters: tuple[str, str], whose: str) -> None:
    read = seal(*[line("浙江中", letter.replace("9", "09"), "建工集团有限公司") for letter in letters])
    assert owner(read, EMPLOYER, []).kind == whose


def test_a_single_reading_does_not_say_that_a_letter_may_be_anything() -> None:
    read = seal(line("浙江中", "誉20咸14", "建工集团有限公司"))
    assert owner(read, EMPLOYER, []).kind == "unreadable"


def test_two_letters_that_may_be_anything_leave_no_name() -> None:
    read = seal(*[line("浙江", "申20史14", "誉20咸14", "建工集团有限公司")] * 2)
    assert owner(read, EMPLOYER, []).kind == "unreadable"


def test_a_place_that_was_dropped_is_made_good_by_a_whole_reading() -> None:
    short = line("中成建工集团有限公司")
    read = seal(short, short)
    assert contradicts(read, EMPLOYER)
    assert not contradicts(replace(read, candidates=(*read.candidates, EMPLOYER)), EMPLOYER)


@pytest.mark.parametrize(
    ("letters", "shown"),
    [
        (("成99", "成99"), True),
        (("成60誉30", "誉50成40"), True),
        (("誉60成30", "成99"), False),
        (("誉20成19", "成99"), False),
    ],
)
def test_the_best_reading_shows_a_name_or_another(letters: tuple[str, str], shown: bool) -> None:
    read = seal(*[line("浙江中", letter, "建工集团有限公司") for letter in letters])
    assert shows(read, EMPLOYER) is shown
    assert not shows(seal(line("中成建工集团有限公司")), EMPLOYER)
