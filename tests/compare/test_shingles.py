"""Hashed shingles: what goes in, what stays out."""

from __future__ import annotations

import numpy as np

from verify.compare import shingles


def test_white_space_punctuation_and_width_do_not_count() -> None:
    one, other = "合同编号：ＳＸ－２０２１ ０４１２，竣工", "合同编号SX20210412竣工。"
    assert shingles.bare(one) == shingles.bare(other) == "合同编号sx20210412竣工"


def test_a_date_is_its_digits_however_written() -> None:
    assert shingles.bare("2021年4月12日") == shingles.bare("2021.4.12日") == "2021412日"


def test_an_id_number_leaves_nothing() -> None:
    assert shingles.bare("身份证号：330602198504121232") == "身份证号"


def test_labels_are_kept_apart() -> None:
    kinds = {
        text: set((shingles.of_line(text) & np.uint32(3)).tolist()) for text in ("姓名", "编号20210412", "年" * 12)
    }
    assert kinds == {"姓名": {0}, "编号20210412": {1, 3}, "年" * 12: {1}}


def test_hashes_are_the_same_on_every_machine() -> None:
    assert shingles.of_line("编号20210412").tolist() == [2651346385, 778904409, 247864227]


def test_what_is_packed_is_unpacked() -> None:
    hashes = shingles.of_lines(["预制叠合板安装一千二百六十块", "预制叠合板安装一千二百六十块"])
    assert shingles.unpacked(shingles.packed(hashes)).tolist() == sorted(set(hashes.tolist()))
    assert shingles.unpacked(b"abc").tolist() == []


def test_a_page_of_endless_text_is_cut_off() -> None:
    assert len(shingles.of_lines(str(number) for number in range(10_000_000, 10_100_000))) < shingles.MOST_CHARS
