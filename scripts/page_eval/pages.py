"""Pages of six kinds: a form's print, and what one person's page has of its own. Lines as a reader groups them."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import accumulate

from scripts.fixturekit.prose import DID, WHAT, WHEN

SURNAMES, GIVEN = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗", "伟强磊洋勇军杰娟艳涛明超秀霞平刚桂芳文斌宇欣浩然建国志敏"
PLACES = ("越城", "柯桥", "上虞", "诸暨", "嵊州", "新昌", "镜湖", "袍江", "滨海", "鉴湖")
WORKS = ("安置房", "人才公寓", "实验学校", "医院病房楼", "科创园", "地下车库", "污水处理厂", "文化中心")
COURSES = ("装配式混凝土结构施工技术", "建筑工业化与智能建造", "工程质量通病防治", "绿色建筑与节能", "数字化设计协同")
WORDS = [
    "".join(random.Random(f"word {n}").choices("".join(map(chr, range(0x4E00, 0x4E00 + 1500))), k=2))
    for n in range(20_000)
]
WORDS += [*WHEN, *DID, *WHAT]
RANKS = list(accumulate(1 / (rank + 20) for rank in range(len(WORDS))))
Fill = Callable[[random.Random, str], list[str]]


def name(roll: random.Random) -> str:
    return roll.choice(SURNAMES) + "".join(roll.choices(GIVEN, k=2))


def lines(kind: int, seed: int) -> tuple[str, list[str]]:
    """The name on a page of one of the KINDS, and its lines."""
    roll = random.Random(f"page {seed}")
    who = name(roll)
    return who, KINDS[kind % len(KINDS)](roll, who)


def _day(roll: random.Random) -> str:
    return f"{roll.randint(2016, 2024)}年{roll.randint(1, 12)}月{roll.randint(1, 28)}日"


def _firm(roll: random.Random) -> str:
    return f"浙江{''.join(roll.choices(GIVEN, k=2))}建设集团有限公司"


def _works(roll: random.Random) -> str:
    return f"{roll.choice(PLACES)}区{roll.choice(PLACES)}{roll.choice(WORKS)}工程（{roll.choice('一二三四')}标段）"


def _prose(roll: random.Random, count: int) -> list[str]:
    """Sentences of words drawn by Zipf's law, as often as words of Chinese are, broken into lines of 38 characters."""
    parts = []
    for _ in range(count):
        words = "".join(roll.choices(WORDS, cum_weights=RANKS, k=18))
        parts.append(f"{words[:14]}，{words[14:28]}{roll.randint(3, 99)}{words[28:]}。")
    text = "".join(parts)
    return [text[start : start + 38] for start in range(0, len(text), 38)]


def _assessment(roll: random.Random, who: str) -> list[str]:
    head = [
        "专业技术人员年度考核登记表",
        "姓名",
        who,
        "性别",
        "男",
        "出生年月",
        f"19{roll.randint(75, 95)}.{roll.randint(1, 12):02d}",
    ]
    labels = [
        "政治面貌",
        "现任岗位（职称）及聘任时间",
        f"助理工程师 {_day(roll)}",
        "单位及职务",
        f"{_firm(roll)}工程部",
    ]
    ends = [
        "所在部门考核意见",
        "同意考核为合格等次。",
        _day(roll),
        "单位考核意见",
        "经考核，年度考核等次为合格。",
        _day(roll),
        "本人意见",
    ]
    return [
        *head,
        *labels,
        "从事或分管工作",
        f"{_works(roll)}现场技术管理",
        "个人总结",
        *_prose(roll, 6),
        *ends,
        "备注",
    ]


def _acceptance(roll: random.Random, who: str) -> list[str]:
    facts = [
        "工程名称",
        _works(roll),
        "结构类型",
        "装配整体式",
        "施工单位",
        _firm(roll),
        "建筑面积",
        f"{roll.randint(9000, 99000)}㎡",
    ]
    days = ["开工日期", _day(roll), "竣工日期", _day(roll), "项目负责人", who, "项目技术负责人", name(roll)]
    table = ["分部工程", f"共{roll.randint(8, 10)}分部，经查符合设计及标准规定{roll.randint(8, 10)}分部", "质量控制资料",
             f"共{roll.randint(30, 60)}项，经审查符合要求{roll.randint(30, 60)}项", "安全和主要使用功能核查及抽查结果",
             f"共核查{roll.randint(20, 30)}项，符合要求{roll.randint(20, 30)}项", "观感质量", "综合验收结论", "验收合格，同意交付使用",
             "参加验收单位（盖章）建设单位项目负责人年月日", "监理单位总监理工程师年月日", "施工单位项目负责人年月日"]  # fmt: skip
    return ["单位工程质量竣工验收记录", *facts, *days, *table, "施工许可证号", f"3306{roll.randrange(10**11, 10**12)}"]


def _contract(roll: random.Random, who: str) -> list[str]:
    terms = ["根据《中华人民共和国民法典》《中华人民共和国建筑法》及有关法律规定，遵循平等、自愿、公平和诚实信用的原则，",
             "双方就下列工程施工及有关事项协商一致，共同达成如下协议：", "工期总日历天数与根据前述计划开竣工日期计算的工期天数不一致的，",
             "以工期总日历天数为准。工程质量符合现行国家验收规范合格标准。", "承包人承诺按照法律规定及合同约定组织完成工程施工，",
             "确保工程质量和安全，不进行转包及违法分包，并在缺陷责任期及保修期内承担相应的工程维修责任。"]  # fmt: skip
    facts = [
        f"发包人（全称）：{roll.choice(PLACES)}城市开发有限公司",
        f"承包人（全称）：{_firm(roll)}",
        f"工程名称：{_works(roll)}",
    ]
    facts += [
        f"工程立项批准文号：发改投资{roll.randrange(10**5, 10**6)}号",
        f"计划开工日期：{_day(roll)}",
        f"计划竣工日期：{_day(roll)}",
    ]
    return [
        "建设工程施工合同协议书",
        *facts,
        *terms,
        f"签约合同价：{roll.randrange(10**7, 10**9)}元",
        f"项目经理：{who}",
        f"签订日期：{_day(roll)}",
    ]


def _hours(roll: random.Random, who: str) -> list[str]:
    rows = [
        part
        for year in (2021, 2022, 2023)
        for part in (f"{year}年度", roll.choice(COURSES), f"{roll.randint(40, 72)}学时", _day(roll), "合格")
    ]
    head = [
        "专业技术人员继续教育学时证明",
        f"姓名：{who}",
        f"工作单位：{_firm(roll)}",
        "学习平台：绍兴市专业技术人员继续教育平台",
    ]
    foot = [
        "以上学时已登记，同步至浙江省专业技术人员继续教育学时登记管理系统。",
        f"证明编号：XS{roll.randrange(10**9, 10**10)}",
        f"打印日期：{_day(roll)}",
    ]
    return [*head, *rows, *foot]


def _insurance(roll: random.Random, who: str) -> list[str]:
    unit, base = roll.randrange(10**9, 10**10), roll.randint(4800, 19000)
    rows = [
        part
        for month in range(1, 13)
        for part in (f"2024{month:02d}", f"{unit}", f"{base}", f"{base * 0.08:.2f}", "正常缴费")
    ]
    notes = [
        "说明：本证明数据可能延时1到3个月，以实际到账为准。",
        "本证明已签具电子印章，不再加盖鲜章，可在浙江政务服务网验证真伪。",
    ]
    head = [
        "浙江省社会保险参保证明（个人专用）",
        f"验证码：{roll.randrange(10**15, 10**16)}",
        "姓名",
        who,
        "单位名称",
        _firm(roll),
    ]
    return [*head, "年月", "单位编号", "缴费基数", "个人缴费", "缴费状态", *rows, *notes, f"打印时间：{_day(roll)}"]


def _paper(roll: random.Random, who: str) -> list[str]:
    head = [
        f"{roll.choice(PLACES)}地区{roll.choice(WHAT)}研究",
        who,
        f"收稿日期：{_day(roll)} 文章编号：{roll.randrange(10**12, 10**13)}",
    ]
    return [
        *head,
        *_prose(roll, 14),
        f"[1] {name(roll)}. 装配式住宅施工技术[M]. 北京: 建筑工业出版社, {roll.randint(2001, 2020)}.",
    ]


KINDS: tuple[Fill, ...] = (_assessment, _acceptance, _contract, _hours, _insurance, _paper)
NAMES = ("年度考核登记表", "竣工验收记录", "施工合同", "学时证明", "社保证明", "论文正文")
