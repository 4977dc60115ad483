"""What a seal is for, by its words and its shape."""

from __future__ import annotations

import re

from verify.model import SealKind, SealShape

REVIEW = re.compile(r"图审|审图|施工图.{0,8}审查|施工图.{0,6}(合格|专用)|设计文件审查|审查(合格|专用)")
"""Words of a drawing reviewer's seal; the registered 图审章 has no prescribed layout."""

REGISTRATION = re.compile(r"注册|建造师|执业|结构工程师|岩土工程师|监理工程师|造价工程师|(?<!规划设计)建筑师|有效期")
"""Words of a registered person's seal."""

OTHER = re.compile(r"^(附件|作废|复印件?|已?核对?|副本|正本|原件|合格|绝密|机密|秘密|样章|监制章)|监制章$|无效")
"""Words of stamps that speak for no unit."""

UNIT = re.compile(
    r"公司|集团|局|院|中心|委员会|大学|学院|学校|厂|站|所|社区|村|处|厅|办公室|协会|学会|银行|项目部|政府"
)


def kind_of(words: tuple[str, ...], shape: SealShape) -> SealKind:
    """The kind of a seal with these `words` (all its readings); an unread round seal is taken for a unit's."""
    text = "|".join(words)
    if REVIEW.search(text):
        return "review"
    if REGISTRATION.search(text):
        return "registration"
    if any(OTHER.search(word) for word in words):
        return "other"
    return "unit" if UNIT.search(text) or shape == "circle" else "other"
