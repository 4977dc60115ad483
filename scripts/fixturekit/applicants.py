"""The ten applicants of the sample batches: who they are, what they built, and which defects are planted."""

from __future__ import annotations

from dataclasses import dataclass, field

from scripts.fixturekit.people import (
    HUAIYU,
    LANTUO,
    NANZHU,
    NINGZHU,
    OUJIAN,
    QINGHE,
    YUELAN,
    YUNPAN,
    Company,
    Person,
    issn,
)
from scripts.fixturekit.projects import Works
from scripts.fixturekit.writing import FAKE, GENUINE, Article

SLOTS = (
    "证件照",
    "学历学位",
    "职称证书",
    "年度考核",
    "继续教育",
    "社保",
    "工程业绩",
    "论文",
    "专利",
    "获奖",
    "承诺书",
    "自评表",
    "推荐",
)


@dataclass(frozen=True)
class Plan:
    """One applicant to make. `aliases` rename slot folders; `planted` maps check ids to the outcome they must have."""

    number: int
    folder: str
    person: Person
    submitted: str
    works: tuple[Works, ...] = ()
    article: Article | None = None
    aliases: dict[str, str] = field(default_factory=dict)
    planted: dict[str, str] = field(default_factory=dict)
    knock_on: tuple[str, ...] = ()
    category: str = "施工与监理类"
    route: str = "正常申报"
    statement: int = 860

    def slot(self, name: str) -> str:
        return self.aliases.get(name, name)

    def plants(self, check: str) -> bool:
        return check in self.planted


def _numbered(style: str) -> dict[str, str]:
    return {slot: style.format(number, slot) for number, slot in enumerate(SLOTS, 1)}


def _works(
    person: Person, number: str, days: tuple[str, str], role: str = "项目经理", area: int = 48260
) -> tuple[Works, ...]:
    return (Works(person.project, number, *days, role, person.employer, area=area),)


def _person(name: str, sex: str, born: str, employer: Company, *rest: str, **more: object) -> Person:
    return Person(name, sex, born, employer, *rest, **more)  # type: ignore[arg-type]


WANG = _person(
    "王建",
    "男",
    "1990-03-02",
    NINGZHU,
    "装配式建筑施工",
    "2012-06-30",
    "2018-12-28",
    "绍兴市镜澜新区装配式住宅工程（二标段）",
)
SHEN = _person(
    "沈丽萍",
    "女",
    "1988-11-19",
    YUELAN,
    "装配式建筑设计",
    "2011-06-30",
    "2015-12-25",
    "柯桥区云栖路九年一贯制学校工程",
    serial=31,
    colleagues=("骆思源", "夏映雪", "丁鹤鸣", "葛培元", "林知夏"),
)
CHEN = _person(
    "陈翀",
    "男",
    "1991-07-23",
    LANTUO,
    "装配式建筑生产",
    "2013-06-28",
    "2017-12-29",
    "袍江装配式构件产业园二期厂房工程",
    serial=44,
    region="330603",
    colleagues=("柳承志", "贝晓岚", "毛振东", "安如月", "田野"),
)
OUYANG = _person(
    "欧阳㛃",
    "女",
    "1992-01-15",
    HUAIYU,
    "装配式建筑施工",
    "2014-06-30",
    "2018-12-30",
    "上虞区滨江安置房工程（一标段）",
    serial=18,
    region="330604",
    colleagues=("费明轩", "洪依依", "阮启东", "滕云", "麻文辉"),
)
ZHOU = _person(
    "周晓峰",
    "男",
    "1986-05-30",
    YUNPAN,
    "装配式建筑施工",
    "2009-07-01",
    "2017-12-20",
    "越城区迪荡东单元人才公寓工程",
    serial=72,
    level="专科",
    major="建筑工程技术",
    school="东瓯建筑职业技术学院",
    school_code="10998",
    colleagues=("包立人", "纪秋水", "项东升", "池长青", "庄小蝶"),
)
LIN = _person(
    "林国栋",
    "男",
    "1989-09-08",
    NINGZHU,
    "装配式建筑施工",
    "2012-06-30",
    "2016-12-22",
    "绍兴滨海新城科创中心工程",
    serial=23,
    colleagues=("常思明", "郝佳", "凌志远", "鲍文清", "俞小满"),
    school="会稽理工学院",
    school_code="10997",
)
XU = _person(
    "徐敏",
    "女",
    "1993-04-11",
    QINGHE,
    "装配式建筑施工",
    "2015-06-30",
    "2019-12-26",
    "诸暨市城西社区服务中心工程",
    serial=66,
    region="330681",
    colleagues=("水清源", "裴永安", "谈笑", "宣海棠", "鲁班生"),
)
HE = _person(
    "何志强",
    "男",
    "1987-12-05",
    LANTUO,
    "装配式建筑生产",
    "2010-06-30",
    "2016-12-30",
    "柯桥区轻纺城会展中心配套工程",
    serial=85,
    region="330603",
    colleagues=("霍启明", "娄雨桐", "尤千里", "舒望", "牧远"),
    school="会稽理工学院",
    school_code="10997",
)
XIE = _person(
    "谢楠溪",
    "男",
    "1995-08-17",
    NANZHU,
    "建筑施工",
    "2018-06-30",
    "",
    "永嘉县瓯北街道安置小区工程",
    serial=12,
    region="330324",
    colleagues=("胡大川", "木子青", "夏侯明", "巫山云", "金铭"),
)
PAN = _person(
    "潘永乐",
    "男",
    "1996-02-28",
    OUJIAN,
    "建筑施工",
    "2017-06-30",
    "",
    "永嘉县上塘镇中心小学扩建工程",
    serial=39,
    region="330324",
    level="专科",
    major="建筑工程技术",
    school="东瓯建筑职业技术学院",
    school_code="10998",
    colleagues=("厉行之", "苍南星", "戈壁舟", "岳小川", "齐家治"),
)

CITED = (
    "李沐阳. 装配式建筑协同设计[J]. 建筑学研究前沿（中文版）, 2019(7): 45-47.",
    "张弛. 装配式住宅施工技术[M]. 杭州: 之江出版社, 2018.",
)

SHAOXING = (
    Plan(
        1,
        "001_王建",
        WANG,
        "2024-10-10",
        _works(WANG, "3306022103180101", ("2021-04-12", "2023-06-30")),
        Article("装配式住宅施工协同管理研究", "王建", GENUINE, "2097-0145", "34-1340/N", "2022-05", references=CITED),
        _numbered("{:02d}_{}"),
        statement=1000,
    ),
    Plan(
        2,
        "沈丽萍",
        SHEN,
        "2024-09-18",
        _works(SHEN, "3306032005110102", ("2020-06-01", "2022-08-20"), "结构专业负责人"),
        Article("叠合板拼缝构造的设计优化", "沈丽萍", "建筑结构", "1002-848X", "11-2833/TU", "2021-08", 62),
        category="规划与设计类",
    ),
    Plan(
        3,
        "003_陈翀",
        CHEN,
        "2024-09-20",
        _works(CHEN, "3306022004220103", ("2020-05-18", "2022-03-30"), area=36100),
        aliases={
            "证件照": "照片",
            "学历学位": "学历",
            "职称证书": "资格证",
            "年度考核": "考核",
            "继续教育": "继教",
            "社保": "参保",
            "工程业绩": "项目业绩",
            "承诺书": "承诺",
        },
        planted={"photo.format": "fail", "signoff.verified": "fail", "assessment.years": "fail"},
    ),
    Plan(
        4,
        "欧阳㛃_SX2024-00004",
        OUYANG,
        "2024-09-25",
        _works(OUYANG, "3306041909160101", ("2019-11-01", "2022-01-15"), "技术负责人"),
        Article("装配整体式剪力墙节点施工要点", "欧阳㛃", "建筑结构", "1002-848X", "11-2833/TU", "2023-03", 41),
        planted={"photo.bytes": "fail", "photo.pixels": "fail", "commitment.signed": "fail", "paper.parts": "fail"},
        knock_on=("paper.parts_agree",),
    ),
    Plan(
        5,
        "005_周晓峰",
        ZHOU,
        "2024-09-28",
        _works(ZHOU, "3306021806250101", ("2018-08-01", "2020-12-18"), "施工员"),
        Article("预制楼梯吊装工艺改进", "周晓峰", "建筑结构", "1002-848X", "11-2833/TU", "2016-03", 77),
        _numbered("（{}）{}"),
        route="自评申报",
        planted={"photo.aspect": "fail", "project.applicant_named": "fail", "paper.published_after_title": "fail"},
    ),
    Plan(
        6,
        "林国栋",
        LIN,
        "2024-09-29",
        _works(LIN, "3306021907080101", ("2019-09-01", "2021-11-30"), "技术负责人"),
        aliases=_numbered("{}.{}"),
        planted={"photo.background": "fail", "project.third_party_seal": "fail", "assessment.grade": "fail"},
    ),
    Plan(
        7,
        "007_徐敏",
        XU,
        "2024-09-30",
        _works(XU, "3306812010190101", ("2020-12-01", "2022-12-20"), "质量负责人"),
        aliases={"继续教育": "学时", "工程业绩": "业绩"},
        planted={
            "photo.present": "fail",
            "commitment.signed": "fail",
            "continuing_education.hours": "fail",
            "document.slot": "fail",
        },
        knock_on=("assessment.form",),
    ),
    Plan(
        8,
        "何志强",
        HE,
        "2024-10-11",
        _works(HE, "3306032103050101", ("2021-04-20", "2023-05-12"), "生产技术负责人"),
        Article("预制构件蒸养温度控制探讨", "何志强", FAKE, issn("2096801"), "10-1899/TU", "2021-11", 123),
        statement=1100,
        category="技术管理类",
        planted={
            "paper.journal_not_blacklisted": "fail",
            "award.not_forged": "fail",
            "form.statement_length": "fail",
            "form.submitted_in_window": "fail",
            "document.readable": "fail",
        },
        knock_on=("award.plausible",),
    ),
)

YONGJIA = (
    Plan(1, "谢楠溪", XIE, "2021-08-16", category="", statement=500),
    Plan(
        2,
        "02潘永乐",
        PAN,
        "2021-09-02",
        category="",
        statement=520,
        planted={"continuing_education.hours": "fail", "form.submitted_in_window": "fail"},
    ),
)
