"""As many invented people, firms and projects as a batch needs, no two of one name or number."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from random import Random

from scripts.fixturekit.people import Company, Person
from scripts.fixturekit.projects import Works
from scripts.sealkit.names import BRANDS, name_of

SURNAMES = tuple(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜"
    "范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文裘屠郦虞寿章诸俞娄"
)
GIVEN = tuple(
    "伟强磊洋勇军杰娟艳涛明超秀霞平刚桂芳斌宇欣浩然建国志敏晨曦雨泽子轩梓涵思远嘉怡若琳博文俊辉雅婷晓东海波丽萍永康立新振华春燕"
    "秋月冬梅云飞天翔凯旋乐瑶诗颖佳宁景行安启维民承业绍良瑞丰"
)
REGIONS = ("330602", "330603", "330604", "330624", "330681", "330683", "330106", "330205", "330302")
SCHOOLS = (
    ("越州工业大学", "10999"), ("浙东建筑大学", "10998"), ("钱塘理工大学", "10997"), ("四明工程学院", "10996"),
    ("会稽学院", "10995"), ("甬江职业大学", "10994"),
)  # fmt: skip
MAJORS = ("土木工程", "工程管理", "建筑学", "给排水科学与工程", "工程造价", "安全工程")
PLACES = ("越城区", "柯桥区", "上虞区", "诸暨市", "嵊州市", "新昌县", "滨海新区", "镜湖新区", "袍江新区", "高新区")
BUILDINGS = (
    "安置房工程", "人才公寓项目", "实验学校迁建工程", "医院病房楼工程", "科创园一期工程", "地下车库工程", "文化中心工程",
    "污水处理厂扩建工程",
    "标准厂房工程", "幼儿园新建工程", "住宅小区工程", "商务楼工程", "体育馆工程", "养老中心工程", "社区服务中心工程",
)  # fmt: skip


def firms(count: int, roll: Random) -> list[Company]:
    """Builders of different names."""
    names = dict.fromkeys(name_of("施工", roll).text for _ in range(4 * count + 20))
    return [Company(name, roll.choice(REGIONS)) for name in islice(names, count)]


def people(roll: Random) -> Iterator[Person]:
    """People without end; their firm and project are yet to be told."""
    names, numbers = set[str](), set[str]()
    while True:
        person = _person(roll)
        own = {person.diploma_number, person.title_number, person.id_number}
        if person.name not in names and not own & numbers:
            names.add(person.name)
            numbers |= own
            yield person


def _person(roll: Random) -> Person:
    name = roll.choice(SURNAMES) + "".join(roll.sample(GIVEN, 2 if roll.random() < 0.85 else 1))
    born, (school, code) = roll.randint(1978, 1994), roll.choice(SCHOOLS)
    graduated, colleagues = born + 22, tuple(roll.choice(SURNAMES) + "".join(roll.sample(GIVEN, 2)) for _ in range(5))
    return Person(
        name, roll.choice("男女"), f"{born}-{roll.randint(1, 12):02d}-{roll.randint(1, 28):02d}", Company(""),
        f"装配式建筑{roll.choice(('设计', '生产', '施工'))}", f"{graduated}-06-{roll.randint(10, 30)}",
        f"{min(2019, graduated + roll.randint(2, 6))}-{roll.randint(9, 12):02d}-{roll.randint(10, 30)}", "", school, code,
        roll.choice(MAJORS), serial=roll.randint(1, 499), region=roll.choice(REGIONS), colleagues=colleagues,
    )  # fmt: skip


def projects(roll: Random) -> Iterator[Works]:
    """Projects without end, of different names and numbers; their contractor is yet to be told."""
    taken = set[str]()
    while True:
        name = f"{roll.choice(PLACES)}{roll.choice(BRANDS)}{roll.choice(BUILDINGS)}"
        begun = roll.randint(2018, 2021)
        number = f"330602{begun - 2001}{_day(roll)}01{roll.randint(1, 99):02d}"
        if name not in taken and number not in taken:
            taken |= {name, number}
            days = f"{begun}-{roll.randint(2, 11):02d}-15", f"{begun + 2}-{roll.randint(2, 11):02d}-20"
            yield Works(name, number, *days, "项目经理", Company(""), area=roll.randint(8_000, 90_000))


def _day(roll: Random) -> str:
    return f"{roll.randint(1, 12):02d}{roll.randint(1, 28):02d}"
