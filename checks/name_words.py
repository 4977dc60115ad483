"""Words by which to tell where a Chinese person's name begins and ends: surnames, and what stands before and after."""

from __future__ import annotations

from verify.surnames import COMPOUND as COMPOUND
from verify.surnames import SINGLE as SINGLE

_AFTER = """
同志 先生 女士 老师 担任 任职 作为 负责 主持 参与 参加 承担 完成 签字 签名 签章 签到 身份证 性别 职务 职称
单位 电话 联系 日期 年龄 出生 工程师 项目 经理 技术员 监理 总监 技术负责 注册 证书 岗位 专业 高级工 助理工程
"""

_BEFORE = """
姓名 名字 负责人 经理 总监 总工 代表 人 员 者 工程师 设计 审核 审定 审查 校对 校核 复核 制图 绘图 编制 签字
签名 签章 署名 同志 先生 女士 由 任 聘 派 和 与 及 兹有 系 命 委托 单位 公司 项目 本人 师 长 工 主持 参加
主任 授予 证明 名单 作者 是 为
"""

_NEVER = """
单位 项目 施工 公章 印章 盖章 经理 工程 安全 时间 日期 审核 验证 核对 核实 签名 签字 公司 部门 相关 高级 成果
成绩 计划 计算 方案 方法 应当 支付 国家 平方 都市 广场 路线 水利 容量 车间 查询 向上 常用 安装 石材 金额 管理
顾客 支护
"""

AFTER = tuple(_AFTER.split())
"""Words that end a name before them."""

BEFORE = tuple(_BEFORE.split())
"""Words that a name may follow."""

LINKS = tuple("等任为的是在于和与及、系男女")
"""Single characters that end a name before them, unless they may be its last one."""

NEVER = tuple(_NEVER.split())
"""Words of forms that begin like a surname and are in no name."""
