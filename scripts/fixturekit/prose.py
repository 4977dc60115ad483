"""Invented prose about building work: each call, seeded by its key, says something else."""

from __future__ import annotations

from scripts.fixturekit.chance import dice

WHEN = (
    "年初",
    "一季度",
    "开春后",
    "进场以来",
    "雨季前",
    "三月起",
    "上半年",
    "入夏以来",
    "七月起",
    "下半年",
    "九月份",
    "四季度",
    "年底前",
)
DID = (
    "牵头编制",
    "参与审定",
    "组织实施",
    "复核优化",
    "具体负责",
    "协助完成",
    "现场指导",
    "跟踪落实",
    "独立承担",
    "重新梳理",
)
WHAT = (
    "预制叠合板的深化设计图",
    "构件进场验收方案",
    "套筒灌浆饱满度检测计划",
    "塔吊附着与吊装次序",
    "预制楼梯的安装交底",
    "外墙拼缝防水节点做法",
    "铝模与叠合板协同支撑方案",
    "钢筋桁架楼承板排版",
    "构件堆场周转计划",
    "安全专项方案的专家论证",
    "现浇节点钢筋避让详图",
    "装配率计算书",
    "三维模型碰撞检查",
    "灌浆料同条件试块留置表",
    "预制剪力墙斜撑布置图",
)
HOW = (
    "逐层记录偏差{a}处并当日整改",
    "与设计单位往返核对{b}次",
    "先做样板间再全面铺开",
    "把工序时间压缩了{a}小时",
    "累计交底{b}场次",
    "对{b}个班组逐一考核上岗",
    "建立了含{a}项内容的检查清单",
    "采用二维码逐件追溯",
    "引入激光扫描复核垂直度",
    "组织劳务队伍实操演练{b}次",
)
RESULT = (
    "一次验收合格率达到百分之{c}",
    "节约工期{b}天",
    "减少返工费用约{b}万元",
    "得到监理单位书面肯定",
    "未发生一起质量投诉",
    "为后续标段积累了资料",
    "现场安全零事故",
    "缝隙渗漏较往年明显下降",
    "相关做法被公司推广",
    "顺利通过主体结构验收",
)


def sentences(count: int, *key: object) -> str:
    """That many sentences of work report."""
    return "".join(_sentence(number, key) for number in range(count))


def exactly(length: int, opening: str, *key: object) -> str:
    """A text of exactly `length` characters, punctuation included, that begins with `opening`."""
    text, number = opening, 0
    while len(text) < length:
        text += _sentence(number, key)
        number += 1
    return text[: length - 1].rstrip("，。").ljust(length - 1, "好") + "。"


def _sentence(number: int, key: tuple[object, ...]) -> str:
    roll = dice("prose", *key, number)
    parts = [roll.choice(WHEN), roll.choice(DID) + roll.choice(WHAT), roll.choice(HOW), roll.choice(RESULT)]
    return "，".join(parts).format(a=roll.randint(11, 58), b=roll.randint(3, 29), c=roll.randint(93, 99)) + "。"
