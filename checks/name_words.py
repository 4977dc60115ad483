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

_VARIANTS = """
峰锋丰烽 俞余于愈 伟偉炜玮 国國 建健 华華桦 东東 红紅虹 军軍君 明铭 志智致誌 强強 刚剛钢 杰傑 云雲 飞飛 龙龍 凤鳳 张張 陈陳 刘劉 杨楊
黄黃 赵趙 吴吳 孙孫 马馬 郑鄭 谢謝 许許 韩韓 冯馮 邓鄧 叶葉 苏蘇 卢盧 蒋蔣 钟鍾 谭譚 陆陸 贾賈 韦韋 邹鄒 阎閻闫 顾顧 贺賀 钱錢 严嚴 汤湯
万萬 齐齊 庄莊 鲁魯 兰蘭 宁寧 纪紀 单單 迟遲 庞龐 颜顏 聂聶 关關 娄婁 吕呂 晓曉 亚亞 义義 荣榮 庆慶 洁潔 丽麗 兴興 学學 业業 长長 广廣 宝寶
莲蓮 燕艳艷 娟涓 静靖 俊骏峻 涛濤 海 辉輝晖 磊 泽澤 鹏鵬 凯凱 维維 继繼 贤賢 财財 维唯 兴新欣鑫 勇永 平萍 文雯 林琳霖 青清 章璋彰 肖萧蕭
"""

_HALVES = {
    "喆": "吉吉",
    "翀": "羽中",
    "堃": "方方土",
    "昉": "日方",
    "珺": "王君",
    "玥": "王月",
    "赟": "斌贝",
    "烜": "火宣",
}

AFTER = tuple(_AFTER.split())
"""Words that end a name before them."""

BEFORE = tuple(_BEFORE.split())
"""Words that a name may follow."""

TASKS = ("校对", "审定", "审核", "审批", "设计", "施工", "复核", "制图", "出席", "地点", "签发", "编制", "校核", "审查")
"""Words of forms that end a full name before them; of a name of two characters they may be a part (王建设 计)."""

HOUSES = ("设计院", "设计研", "设计公", "设计有", "设计事", "施工有", "施工公")
"""Beginnings of firms' names, which may be called after a person."""

LINKS = tuple("等任为的是在于和与及、系男女")
"""Single characters that end a name before them, unless they may be its last one."""

NEVER = tuple(_NEVER.split())
"""Words of forms that begin like a surname and are in no name."""

_WORDS = """
市 宁波 温州 绍兴 杭州 嘉兴 湖州 金华 衢州 舟山 台州 丽水 永嘉 上虞 诸暨 柯桥 越城 嵊州 新昌 余姚 余杭 浙江 江苏 江西 安徽 福建
上海 北京 云南 甘肃 武汉 成都 沈阳 郑州 兰州 范围 季度 封面 封底 章程 程序 程度 钟点 方面 方式 单元 单价 单项 单体 金属 石料
石方 全部 全国 全称 成立 成员 成本 时段 时期 农村 农业 路段 路面 路灯 车辆 车库 卫生 支座 支架 连接 连续 相应 相符 顾问 严格
严禁 应急 应力 党委 党员 简介 简图 简历 包装 包含 包括 常规 常州 康复 苗木 花园 房屋 房建 蓝图 景观 费用 官方 储备 原件 原图
原始 班组 强度 强制 权利 权属 盖板 练习 井盖 井道 计量 计入 计价 平面 平均 平台 索引 宣传 晋升 初步 初审 初级 门窗 门卫 容积
来源 来自 银行 公示 公告 公开 公路 公共 公园 公安 信息 信用 展示 植物 边坡 边界 和平 仪器 商务 商业 商品 宗地 从业 孔径 孔洞
白色 高度 高速 高程 高层 高校 安排 安置 常务 任命 任务 任意 夏季 温度 齐全 文件 文字 文号 关于 关键 关系 左侧 左右 祝贺 尚未
纪录 纪要 司法 解决 解释 阳台 管道 管线 管廊 管网 符合 林业 许可 余量 余额 陆地 付款 毛坯 申请 申报 图纸 会审 图号 目录 附件 名称
内容 数量 备注 编号 序号 页码 证书 学历 学位 学校 资格 职称 记录 会议 签到 参加 人员 评审 意见 结论 规格 型号 比例 版本 建设
监理 勘察 业主 总包 分包 竣工 开工 验收 报告 说明 清单 合同 协议 通知 决定 批复 复印件 有限 集团 浙 年 月 日 页 第 共
"""

VARIANTS = str.maketrans({char: group[0] for group in reversed(_VARIANTS.split()) for char in group})
"""Traditional forms, and characters of given names that sound alike and are mistaken for each other, to one of them."""

HALVES = str.maketrans(_HALVES)
"""Characters that a reader may take for the two or three of which they are made."""

WORDS = tuple(_WORDS.split())
"""Words of forms and places that no line of a person's name begins with (within a name they may stand: 李文明)."""
