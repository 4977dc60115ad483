"""The words by which the purpose of a seal is told."""

from __future__ import annotations

import re

from verify.page import SealPurpose

P = SealPurpose

_UNIT_END = r"(?:协会|学会|委员会|中心|公司|事务所|研究院|设计院)"

WORDS: tuple[tuple[SealPurpose, str], ...] = (
    (P.TAX, r"监制章|发票监制"),
    (P.INVOICE, r"发票专用|发票章"),
    (P.CONTRACT, r"合同专用|合同章|合约专用"),
    (P.FINANCE, r"财务专用|财务章"),
    (P.DRAWING, r"出图专用|出图章|设计出图|出图签章|(?:勘察|设计|图纸)专用章"),
    (P.COMPLETION, r"竣工图"),
    (P.REVIEW, r"图审|审图|施工图.{0,8}审查|施工图.{0,6}合格|设计文件审查|(?<![格质料])审查(?:合格|专用)"),
    (P.TECHNICAL, r"(?:技术|资料|业务)(?:资料|文件|业务)?专用|技术章|资料章"),
    (
        P.REGISTRATION,
        rf"(?:注册(?![局处科登专])|建造师|执业|结构工程师|岩土工程师|监理工程师|造价工程师|(?<!规划设计)建筑师)(?!.*{_UNIT_END}$)"
        r"|执业印章|有效期|[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼川渝贵云藏陕甘青宁新][0-9]{9,}",
    ),
    (P.PROJECT, r"项目(?:经理|监理|管理|工程)?部|监理部(?!门)"),
)
"""The words of each purpose as one pattern, in the order in which they decide: a 出图章 names a 有效期 too, a 图审章
施工图, a 竣工图章 the 监理工程师."""

PHRASES: tuple[tuple[SealPurpose, tuple[str, ...]], ...] = (
    (P.INVOICE, ("发票专用章",)),
    (P.CONTRACT, ("合同专用章",)),
    (P.FINANCE, ("财务专用章",)),
    (P.DRAWING, ("出图专用章", "设计出图章")),
    (P.REVIEW, ("施工图审查",)),
    (P.TECHNICAL, ("技术专用章", "资料专用章", "业务专用章")),
    (P.REGISTRATION, ("注册建造师", "执业印章")),
    (P.PROJECT, ("项目经理部", "项目监理部")),
)
"""Whole phrases in which one character may be wrong; none that is so near an everyday word (监理工程有限公司)."""

_FOR = (
    "合同 发票 财务 出图 技术 资料 业务 投标 招标 人事 行政 档案 设计 勘察 图纸 审图 审查 检测 检验 监理 造价 测绘 证明 "
    "采购 销售 预算 结算 报关 培训 科研 教学 工程 工程技术 工程资料 技术资料 质量检验 检验检测 施工图审查 审查合格"
)

_OFFICES = "项目部 项目经理部 项目监理部 工程项目部 监理部 办公室 人事处 人事部 人力资源部 财务部 财务处 工程部 技术部"

LINES: tuple[str, ...] = (
    *(word + "专用章" for word in _FOR.split()),
    *_OFFICES.split(),
)
"""Lines across seals as they are usually worded: one that is badly read is taken for the one that it must be."""

OTHER_WORDS = re.compile(r"审核|检查")
"""Words of their own, one character from a phrase's."""

REMARK = re.compile(
    r"附件|作废|复印件?|(?:已|经|与原件)?(?:核对|核实|审核|核验)(?:无误|属实|一致)?|与原件一致|副本|正本|原件|合格|绝密|机密|秘密|样章|无效|已阅|受控"
)
"""What a stamp that speaks for no unit says, and nothing else."""

UNIT = re.compile(
    r"公司|集团|局|院|中心|委员会|大学|学院|学校|厂|站|所|社区|村|处|厅|办公室|协会|学会|银行|指挥部|政府|街道|合作社"
)
"""Words of the names of organisations."""

_DESKS = "办公室|人事|劳资|人力资源部?|档案室?|财务[部处科]|工程部|经营部|技术部|质安部|综合部|行政部"

DEPARTMENT = re.compile(
    r"(?:公司|集团|[院局厅站所]|大学|学院|中心|委员会|政府)[^公]{0,12}?"
    r"(?:办公室|(?:人事|档案)(?:专用)?章|[人组教科][事织务研]处|[^公目理]{2,6}部)$"
)
"""A title that ends with a department's name."""

DEPARTMENT_LINE = re.compile(rf"(?:[一-鿿]{{0,6}}(?:{_DESKS})|[一-鿿]{{2,6}}[部处科])(?:专用)?章?")
"""A line inside a seal that is a department's name and nothing else."""

SPECIAL = re.compile(r"专用章|专用$|人事章")

TAX_OFFICE = re.compile(r"税务总?局")
"""On an oval: the 发票监制章 that is printed with an invoice, its title hidden in the invoice's own; offices' are round."""
