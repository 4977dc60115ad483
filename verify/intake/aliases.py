"""The names that people give to upload folders and files, by slot. Extends the input contract's list."""

from __future__ import annotations

from verify.model import SLOT_NAMES, Slot

_ALIASES: dict[Slot, str] = {
    Slot.PHOTO: "证件照 照片 寸照 一寸照 两寸照 二寸照 免冠照 登记照 电子照 白底照 蓝底照 大头照 标准照",
    Slot.EDUCATION: (
        "学历学位 学历 学位 毕业证 毕业证书 学历证书 学位证书 学信网 学历认证 认证报告 学历备案表 备案表 "
        "电子注册备案表 学历证明 文凭"
    ),
    Slot.TITLE: (
        "职称证书 职称 职称证 聘书 聘任 聘任书 聘任文件 聘用文件 资格证 资格证书 任职资格 任职资格证书 现职称 现资格 "
        "助工 助工证 助理工程师 工程师证 中级证书 初级证书 技术员证 任职文件 职称文件"
    ),
    Slot.ASSESSMENT: "年度考核 考核 考核表 年度考核表 考核登记表 年度考核登记表 年度考核情况",
    Slot.TRAINING: "继续教育 继教 学时 公需 公需课 公需科目 专业科目 继续教育学时 学时证明 学时登记 培训证明 培训证书",
    Slot.INSURANCE: "社保 社会保险 参保 参保证明 社保证明 养老保险 缴费证明 社保缴费 社保缴纳 五险",
    Slot.PROJECT: (
        "工程业绩 业绩 项目业绩 业绩材料 业绩证明 代表性业绩 项目 工程项目 项目材料 现场照片 工程照片 项目照片 "
        "施工照片 图纸会审 竣工验收 施工许可 中标通知 平台截图"
    ),
    Slot.PAPER: "论文 论著 期刊 著作 学术论文 发表论文 论文发表 专著 论文封面 检索页 检索证明",
    Slot.PATENT: "专利 发明 专利证书 发明专利 实用新型 外观设计 实用新型专利 外观设计专利",
    Slot.STANDARD: "标准 规范 标准规范 团体标准 行业标准 地方标准 国家标准 企业标准 团标",
    Slot.AWARD: (
        "获奖 奖励 荣誉 奖项 奖 获奖证书 荣誉证书 获奖材料 奖状 表彰 荣誉称号 科技进步奖 获奖荣誉 奖励荣誉 获奖情况 "
        "获奖照片 论文获奖 特等奖 一等奖 二等奖 三等奖 专利奖 标准化工地"
    ),
    Slot.COMMITMENT: (
        "承诺书 承诺 诚信承诺 诚信承诺书 个人承诺书 个人承诺 真实性 保证书 真实性保证书 真实性承诺书 真实性保证"
    ),
    Slot.SELF_ASSESSMENT: (
        "自评表 自评 自评分 自评打分 自我评价 自评申报 自评打分表 自评申报表 自评量化 量化评分表 量化赋分"
    ),
    Slot.RECOMMENDATION: "推荐 推荐人 推荐表 推荐信 推荐意见 专家推荐 推荐书 推荐函 推荐材料 专家推荐表 同行推荐",
    Slot.REVIEW_FORM: (
        "评审表 申报表 评审申报表 职称评审表 职称申报表 申报评审表 资格评审表 任职资格评审表 任职资格申报表 "
        "职务任职资格评审表 评审简表 一览表"
    ),
    Slot.EMPLOYER_NOTE: (
        "单位说明 单位证明 情况说明 工作经历证明 工作证明 在职证明 从业证明 岗位信息表 单位情况说明 公示 公示材料"
    ),
    # Known, and of no slot: listed so that a part of the name ("著作", "工程师证") does not decide.
    Slot.OTHER: (
        "身份证 户口本 户口簿 软件著作权 软著 建造师证 注册工程师证 造价工程师证 监理工程师证 执业资格 标准化"
    ),
}

_OTHER_FOLDERS = "其他 其它 其他材料 其它材料 杂项 other others"

ALIASES: dict[str, Slot] = {alias: slot for slot, listed in _ALIASES.items() for alias in listed.split()}
"""Looked for anywhere in a name."""

EXACT: dict[str, Slot] = {
    **ALIASES,
    **{name: slot for slot, name in SLOT_NAMES.items()},
    **{slot.value: slot for slot in Slot},
    **dict.fromkeys(_OTHER_FOLDERS.split(), Slot.OTHER),
    "工程": Slot.PROJECT,
}
"""Looked for as the whole of a name."""
