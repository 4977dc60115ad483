"""The applicant's name out of a folder's name: 张三, 张三_SX2024-00017, 001_姓名, 施工类_张三, 张三_装配式建筑施工."""

from __future__ import annotations

import re

from verify.surnames import COMPOUND, SINGLE

_SEPARATOR = re.compile(r"[\s_\-—－+,，、()（）\[\]【】0-9]+")
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]{2,4}")
_DOTTED = re.compile(r"[\u3400-\u9fff]{1,12}(?:[·•][\u3400-\u9fff]{1,12})+")
_WORD = re.compile(
    r"类$|组$|批$|部$|号$|材料|申报|评审|职称|工程|施工|设计|监理|管理|生产|规划|建筑|建设|装配|项目|单位|公司|集团|资料"
    r"|附件|证明|证书|专业|技术|人员|年度|档案|初级|中级|高级|正常|破格|自评|推荐|学历|业绩|论文|文件|扫描|市政|安装|造价|装饰"
)


def name_of(folder: str) -> str:
    """The part of the folder's name that looks like a person's, else the whole: a number or a kind is nobody's name."""
    parts = [part for part in _SEPARATOR.split(folder) if part]
    people = [part for part in parts if _is_person(part)]
    han = [part for part in parts if not part.isascii()]
    if not people and len(han) == 1 and len(han[0]) <= 3 and _may_be_person(han[0]):
        people = han  # a rare surname, with nothing but a number beside it
    return people[0] if people else folder


def _is_person(part: str) -> bool:
    return bool(_DOTTED.fullmatch(part)) or (_may_be_person(part) and (part[0] in SINGLE or part[:2] in COMPOUND))


def _may_be_person(part: str) -> bool:
    return bool(_HAN.fullmatch(part)) and not _WORD.search(part)
