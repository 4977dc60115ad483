"""Are a paper's parts there: 绍建盟[2024]07号 三（五）规范工程业绩佐证材料; rule PP-02."""

from __future__ import annotations

from dataclasses import dataclass

from checks.check import failed, passed, unsure
from checks.pages import at, read_well
from checks.paper_parts import PART_NAMES, Part, Sign, signs
from verify.finding import Evidence, Observation
from verify.form import Paper
from verify.model import Document, Item
from verify.page import Page

WHOLE = "封面、目录、正文"


@dataclass(frozen=True, slots=True)
class _Seen:
    """A page that is not blank, and what it is or may be."""

    document: Document
    page: Page
    signs: tuple[Sign, ...]

    @property
    def shown(self) -> Evidence:
        return at(self.document, self.page, self.signs[0][1] if self.signs else None)


def complete(item: Item) -> Observation:
    """Which parts a paper's pages surely are, and which they may be."""
    if not item.documents:
        return failed(item.subject, f"申报了这篇论文，但没有上传{WHOLE}，请上传。", found="没有文件")
    title = item.claim.title if isinstance(item.claim, Paper) else None
    seen = [_Seen(d, p, signs(p, title)) for d in item.documents for p in d.pages if not p.blank]
    sure = [one.signs[0][0] for one in seen if one.signs]
    missing = [part for part in Part if part not in sure]
    if not missing:
        return passed(item.subject, f"{WHOLE}齐全。", *_shown(seen), found="、".join(PART_NAMES.values()))
    maybe = {part for one in seen for part, _ in one.signs}
    if all(part in maybe for part in missing):
        message = f"有一页似乎兼作{_named(missing)}，请人工确认{WHOLE}是否齐全。"
        return unsure(item.subject, message, *_shown(seen))
    if Part.CONTENTS in missing and sure.count(Part.COVER) > 1:
        covers = [one for one in seen if one.signs and one.signs[0][0] is Part.COVER]
        message = f"没有认出{_named(missing)}，但有两页都像封面，其中一页可能是目录，请人工查看。"
        return unsure(item.subject, message, *_shown(covers), expected=WHOLE, found=f"缺{_named(missing)}？")
    return _incomplete(item, _named([part for part in missing if part not in maybe]), seen)


def _incomplete(item: Item, missing: str, seen: list[_Seen]) -> Observation:
    unknown = [one for one in seen if not one.signs]
    poor = not all(d.readable for d in item.documents) or not all(read_well(one.page) for one in seen)
    if unknown or poor:
        message = f"没有认出{missing}，但有页面未能辨认，请人工查看。"
        return unsure(
            item.subject, message, *(one.shown for one in unknown[:6]), expected=WHOLE, found=f"缺{missing}？"
        )
    return failed(item.subject, f"缺少{missing}，请补充上传。", *_shown(seen), expected=WHOLE, found=f"缺{missing}")


def _named(missing: list[Part]) -> str:
    return "、".join(PART_NAMES[part] for part in missing)


def _shown(seen: list[_Seen]) -> list[Evidence]:
    return [one.shown for one in seen if one.signs][:6]
