"""What an export's columns mean, by their headings."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from verify.intake.text import squeezed


class Field(StrEnum):
    PROJECT = "project"
    NUMBER = "number"
    PERSON = "person"
    ROLE = "role"
    UNIT = "unit"
    STARTED = "started"
    COMPLETED = "completed"
    ID_NUMBER = "id_number"
    SIGNED = "signed"  # known, so that its heading is not said to be unused; nothing is compared with it


@dataclass(frozen=True, slots=True)
class Column:
    """`role`: the role whose holder, unit or ID number stands here, None where that is another column's to say."""

    field: Field
    role: str | None = None


_HEADINGS: dict[Field, str] = {
    Field.PROJECT: "项目名称 工程名称 工程项目名称 建设项目名称 单位工程名称 项目工程名称 标段名称 项目 工程 名称",
    Field.NUMBER: "项目编号 省级项目编号 项目代码 工程编号 施工许可证号 施工许可证编号 许可证号 合同编号 合同备案编号 "
    "竣工备案编号 备案编号 编号",
    Field.PERSON: "姓名 人员姓名 人员 人员名称 从业人员 从业人员姓名 责任人 责任人姓名",
    Field.ROLE: "角色 担任角色 项目角色 承担角色 岗位 担任岗位 项目岗位 岗位名称 职务 担任职务 人员类型 岗位类型 人员角色",
    Field.UNIT: "单位 单位名称 企业名称 企业 承包单位 所属企业 所属单位 所在单位 所在企业 人员单位 工作单位 聘用单位 参建单位 承接单位",
    Field.STARTED: "开工日期 开工时间 实际开工日期 实际开工时间 合同开工日期",
    Field.COMPLETED: "竣工日期 竣工时间 实际竣工日期 实际竣工时间 竣工验收日期 竣工验收时间 实际竣工验收日期 完工日期 完工时间",
    Field.ID_NUMBER: "身份证号 身份证号码 身份证 证件号码 证件号 证件编号 公民身份号码 身份证件号码",
    Field.SIGNED: "合同签订日期 合同签订时间 签订日期 签订时间 合同日期",
}
_PEOPLE = (
    "项目经理 施工项目经理 项目负责人 施工负责人 施工项目负责人 总监理工程师 总监 项目总监 设计负责人 设计项目负责人 勘察负责人 "
    "勘察项目负责人 技术负责人 项目技术负责人 专业负责人 结构专业负责人 建筑专业负责人 给排水专业负责人 暖通专业负责人 电气专业负责人 "
    "建设单位项目负责人 施工单位项目负责人 监理单位项目负责人 设计单位项目负责人 勘察单位项目负责人"
)
"""Roles that are columns of their own, with the holder's name in the cell."""

_UNITS = {
    "施工": ("项目经理", "施工"),
    "总承包": ("项目经理", "施工"),
    "监理": ("总监", "监理"),
    "设计": ("设计",),
    "勘察": ("勘察",),
}
"""A unit's column (施工单位) and the beginnings of the roles that its people hold."""

_BRACKETED = re.compile(r"[(\[【（].*?[)\]】）]")
_UNIT = re.compile(r"(施工|总承包|监理|设计|勘察)(?:总承包)?(?:单位|企业)(?:名称)?")
_KNOWN = {heading: Column(field) for field, listed in _HEADINGS.items() for heading in listed.split()}
_OF_ROLE = {"": Field.PERSON, "姓名": Field.PERSON, "名称": Field.PERSON}
_OF_ROLE |= dict.fromkeys(_HEADINGS[Field.ID_NUMBER].split(), Field.ID_NUMBER)
_OF_ROLE |= dict.fromkeys(("单位", "所在单位", "单位名称", "所属企业", "企业名称"), Field.UNIT)
_KNOWN |= {role + what: Column(field, role) for role in _PEOPLE.split() for what, field in _OF_ROLE.items()}

NUMBERS = {heading: at for at, heading in enumerate(_HEADINGS[Field.NUMBER].split())}
"""Of several columns of numbers the first of these counts."""


@lru_cache(maxsize=4096)
def column_of(heading: str) -> Column | None:
    """What a heading means, notes in brackets and asterisks aside ("姓名（必填）*"); None for one we do not know."""
    if len(heading) > 40:
        return None
    plain = squeezed(_BRACKETED.sub("", unicodedata.normalize("NFKC", heading)))
    if found := _UNIT.fullmatch(plain):
        return Column(Field.UNIT, found[1])
    return _KNOWN.get(plain)


def unit_is_of(trade: str, role: str) -> bool:
    """Whether people of a role are of the unit whose column names a trade (施工单位)."""
    return trade == role or (trade in _UNITS and role.startswith(_UNITS[trade]))


def expected() -> tuple[str, str]:
    """What an export must have, in both languages, for messages."""
    return (
        "应有一行标题，含 项目名称（或 工程名称），并有 姓名 和 担任角色，或者 项目经理、总监理工程师、设计负责人 等列",
        "It needs a row of headings with 项目名称 (project), and 姓名 (person) and 担任角色 (role), "
        "or columns such as 项目经理 (manager)",
    )
