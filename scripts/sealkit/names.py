"""Invented organisations of building projects: parts of names, put together by dice. No list here trains a model."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import Literal

Role = Literal["建设", "勘察", "设计", "施工", "监理", "审图"]

ROLES: tuple[Role, ...] = ("建设", "勘察", "设计", "施工", "监理", "审图")

PLACES = (
    *(
        "浙江",
        "浙江省",
        "绍兴市",
        "绍兴",
        "杭州",
        "宁波市",
        "温州",
        "台州市",
        "嘉兴",
        "湖州市",
        "金华",
        "衢州市",
        "丽水",
    ),
    *(
        "诸暨市",
        "嵊州",
        "新昌县",
        "上虞",
        "江苏",
        "安徽省",
        "江西",
        "福建省",
        "上海",
        "永嘉县",
        "浙江绍兴",
        "浙江省衢州市",
    ),
    *("绍兴市柯桥区", "绍兴市越城区", "宁波市鄞州区", "杭州市萧山区", "温州市鹿城区"),
)

_BRANDS = """
恒昌 华睿 中成 天工 鼎盛 宏远 瑞丰 金盾 明达 博远 禾城 越州 稽山 鉴湖 曹娥 四明 东瓯 括苍 雁荡 富春 钱江 甬诚
正泽 嘉木 环宇 永固 九洲 新纪 海纳 同济源 三立 大衍 德信 伟业 求是 经纬 方圆 长弓 铭泰 宝晟 凯旋 万邦 云栖
青田石 八达 高磊 尚城 联创 泰隆 顺天 国力 振越 舜江 剡溪 兰亭 会稽 镜水 龙山 双溪 梅岭 石梁 临海潮 百丈
"""

BRANDS = tuple(_BRANDS.split())

CONFUSABLE = "誉诚晟盛城昌源元远圆达大泰太越月恒衡鼎顶明铭华桦瑞睿禾和中仲天添宏弘永勇新欣德得伟玮高皋江姜"
"""Characters that a deciding one is changed into: alike in sound or shape, and as usual in names."""

BUSINESSES: dict[Role, tuple[str, ...]] = {
    "建设": ("房地产开发", "城市建设投资", "置业", "交通投资", "水务", "旅游开发", "新农村建设", "实业", "产业园开发"),
    "勘察": ("岩土工程勘察", "勘测设计", "工程勘察院", "地质工程勘察院", "岩土工程", "勘察测绘"),
    "设计": ("建筑设计研究院", "规划设计", "建筑设计", "市政工程设计院", "城乡规划设计研究院", "建筑工程设计"),
    "施工": (
        "建设",
        "建筑工程",
        "市政园林工程",
        "建工",
        "路桥工程",
        "水利建设",
        "幕墙装饰工程",
        "建设工程",
        "基础工程",
    ),
    "监理": ("工程监理", "建设监理", "项目管理", "工程管理咨询", "建设咨询监理", "工程咨询"),
    "审图": ("施工图审查", "建筑设计审查咨询", "审图咨询", "工程图审", "建设工程施工图审查"),
}

FORMS: dict[Role, tuple[str, ...]] = {
    "建设": ("有限公司", "有限公司", "集团有限公司", "有限责任公司", "股份有限公司", "管理委员会"),
    "勘察": ("有限公司", "有限公司", "", "有限责任公司"),
    "设计": ("有限公司", "有限公司", "", "股份有限公司"),
    "施工": ("有限公司", "有限公司", "集团有限公司", "集团股份有限公司", "有限责任公司"),
    "监理": ("有限公司", "有限公司", "有限责任公司"),
    "审图": ("有限公司", "中心", "有限公司", "事务所"),
}

SHORTEST, LONGEST = 8, 22
"""Characters of a title."""


@dataclass(frozen=True)
class Name:
    """An organisation's name by its parts, and its role in the project."""

    role: Role
    place: str
    brand: str
    business: str
    form: str

    @property
    def text(self) -> str:
        """The whole name."""
        return self.place + self.brand + self.business + self.form

    def twin(self, roll: random.Random) -> Name:
        """The same name but for one character of its brand."""
        spot = roll.randrange(len(self.brand))
        other = roll.choice([character for character in CONFUSABLE if character not in self.text])
        return replace(self, brand=self.brand[:spot] + other + self.brand[spot + 1 :])


def name_of(role: Role, roll: random.Random) -> Name:
    """A name of SHORTEST to LONGEST characters."""
    while True:
        business, form = roll.choice(BUSINESSES[role]), roll.choice(FORMS[role])
        if not form and not business.endswith("院"):
            continue
        name = Name(role, roll.choice(PLACES), roll.choice(BRANDS), business, form)
        if SHORTEST <= len(name.text) <= LONGEST:
            return name


def parties_of(roll: random.Random) -> tuple[Name, ...]:
    """One organisation for each role, no two of one brand."""
    while True:
        names = tuple(name_of(role, roll) for role in ROLES)
        if len({name.brand for name in names}) == len(names):
            return names
