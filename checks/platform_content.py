"""What on a platform's page contradicts itself: its numbers, the order of its days, its letters. Rule SS-07."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rapidfuzz.distance import Hamming

from checks.fields import Field
from checks.pages import at, find
from checks.platform_numbers import NODE, SIXTEEN, SLIPS, bare, decode, place_of
from checks.platform_order import disorders, no_days
from checks.platform_pages import Record
from checks.platform_signs import Level, PageRules, Sign
from checks.platform_type import odd_cells
from checks.rows import plain
from checks.tables import labelled

DESIGN = 3
"""So many odd cells are a page's design, and no odd ones."""


def of_numbers(record: Record, rules: PageRules, claimed: str, latest: date | None) -> Iterator[Sign]:
    """A project's number that does not decode, is another one's than its stages', or another region's than the page's."""
    field = next(iter(labelled(record.document, record.page, rules.coded)), None)
    if field is None:
        return
    number = bare(field.text if record.page.source == "text" else field.text.translate(SLIPS))
    decoded = decode(number, latest)
    if decoded.level in ("fail", "unsure"):
        level: Level = "fail" if decoded.level == "fail" and _read_twice(record, field, claimed, latest) else "unsure"
        told = f"项目编号 {number} 解不开：{decoded.told}（也可能是录入或识别有误）"
        yield Sign(level, told, (field.shown,))
    if decoded.level == "good":
        yield from _of_region(record, rules, number)
        yield from _of_nodes(record, rules, number)


def _read_twice(record: Record, field: Field, claimed: str, latest: date | None) -> bool:
    """Whether a number that does not decode stands so in a text layer or twice, and nowhere almost so but decoding."""
    said = [word.text for word in record.page.words if word.box != field.shown.box] + [claimed]
    others = [found for text in said for found in SIXTEEN.findall(plain(text))]
    close = [other for other in others if other != field.text and Hamming.distance(other, field.text) <= 2]
    if not field.sure or any(decode(other, latest).level == "good" for other in close):
        return False
    return record.page.source == "text" or field.text in others


def _of_region(record: Record, rules: PageRules, number: str) -> Iterator[Sign]:
    city = place_of(number[:6])[1]
    for field in labelled(record.document, record.page, rules.regions):
        if field.sure and city.endswith("市") and "市" in field.text and city not in field.text:
            told = f"项目编号的区划是{city}，页面所在区划是“{field.text}”（也可能在上级或另一地登记）"
            yield Sign("unsure", told, (field.shown,))


def _of_nodes(record: Record, rules: PageRules, number: str) -> Iterator[Sign]:
    for letters, labels in rules.nodes.items():
        for field in labelled(record.document, record.page, labels):
            found = NODE.search(field.text)
            if found and found[2] != letters and field.sure:
                told = f"编号 {field.text} 的类别字母应为 {letters.upper()}（也可能是录入有误）"
                yield Sign("unsure", told, (field.shown,))
            elif found and Hamming.distance(found[1], number) > 2 and field.sure:
                told = f"编号 {field.text} 不属于项目编号 {number}（也可能是另一项目的记录）"
                yield Sign("unsure", told, (field.shown,))


def of_days(group: list[Record], rules: PageRules, latest: date | None) -> Iterator[Sign]:
    """Days that cannot follow each other so, on the pages of one project; and such as no calendar has."""
    for record in group:
        for field in no_days(record, rules):
            told = f"“{field.text}”不是日历上的日期（也可能是录入或识别有误）"
            yield Sign("unsure", told, (field.shown,))
    late = any(find(record.page, rules.late) for record in group)
    for one in disorders(group, rules, latest, late):
        told = f"{one.told}（也可能是分期、补充合同、补录、补办或录入有误）"
        yield Sign(one.level, told, tuple(field.shown for field in one.shown))


def of_type(record: Record, rules: PageRules) -> Iterator[Sign]:
    """Cells in other letters: three or more are a page's design."""
    odd = odd_cells(record.page, rules)
    for one in odd if len(odd) < DESIGN else ():
        told = f"“{one.word.text}”{one.off}（也可能是缩放、链接样式或识别框偏差），请放大原图查看"
        yield Sign("unsure", told, (at(record.document, record.page, one.word),))
