from __future__ import annotations

from pathlib import Path

from verify.form import Form
from verify.model import Case, Document, Item, Slot
from verify.packs import load
from verify.page import Page, Word
from verify.second import not_found


def document(file: str, slot: Slot, *lines: str) -> Document:
    words = tuple(Word(line, (10, 50 * n, 400, 50 * n + 40), 0.99) for n, line in enumerate(lines))
    pages = (Page(1, 1000, 1400, "ocr", words=words),)
    return Document(file, Path(file), "0" * 64, 1, "image/jpeg", slot, pages=pages)


def asked(*documents: Document, notice: str = "yongjia-2021-23") -> list[str]:
    project = tuple(d for d in documents if d.slot is Slot.PROJECT)
    items = (Item(Slot.PROJECT, "工程业绩/1", None, project),) if project else ()
    case = Case("王建", "王建", Form(name="王建"), documents, items)
    return [d.file for d in not_found(case, load(notice))]


def test_a_project_is_read_again_only_where_no_page_of_it_bears_the_name() -> None:
    named, other = document("1.jpg", Slot.PROJECT, "项目经理：王建"), document("2.jpg", Slot.PROJECT, "会议纪要")
    assert asked(named, other) == []
    assert asked(other) == ["2.jpg"]
    assert asked(document("3.jpg", Slot.PROJECT, "项目经理：王建国")) == ["3.jpg"]


def test_promises_and_awards_bear_the_name_each() -> None:
    assert asked(document("承诺.jpg", Slot.COMMITMENT, "真实性保证书"), document("奖.jpg", Slot.AWARD, "王建")) == [
        "承诺.jpg"
    ]


def test_a_missing_sign_off_is_looked_for_twice_where_the_notice_asks_for_one() -> None:
    title = document("证书.jpg", Slot.TITLE, "助理工程师")
    signed = document("学历.jpg", Slot.EDUCATION, "毕业证书", "核对无误")
    assert asked(title, signed, notice="shaoxing-2024-07") == ["证书.jpg"]
    assert asked(title, signed) == []
