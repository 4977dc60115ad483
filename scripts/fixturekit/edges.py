"""What is nearly wrong and must pass: the edges of the rules, by the names that applicants.toml gives them."""

from __future__ import annotations

from dataclasses import replace

from scripts.fixturekit import certificates, claims, defects_pages, defects_works, filled, honours, hours, schooling
from scripts.fixturekit.assessment import assessment
from scripts.fixturekit.cases.titles import appointment
from scripts.fixturekit.dossier import Change, Dossier
from scripts.fixturekit.page import Sheet
from scripts.fixturekit.people import Company, patent_number

OTHER_PLATFORM = ("浙江省建设人才远程继续教育平台", "www.zjjsrc.cn")


def _renamed(told: Dossier) -> None:
    """The proof of hours bears the firm's former name, and a note tells of the change."""
    firm = told.person.employer
    old = Company("绍兴青禾园林工程公司", firm.region, firm.verifier, firm.place)
    person = replace(told.person, employer=old)
    told.put("继续教育", "学时证明", hours.hours(person, filled.hours(told.plan), vector=True))
    sheet = Sheet(f"renamed/{person.name}", (1240, 900), vector=True)
    sheet.centre(90, "单位说明", 40)
    sheet.para((130, 220), 980, f"{old.name}于2023年3月更名为{firm.name}，特此说明。", 26)
    told.put("单位说明", "更名说明", sheet)


def _other_platform(told: Dossier) -> None:
    """Another listed platform, studied on in June 2024."""
    name, host = OTHER_PLATFORM
    sheet = hours.hours(told.person, filled.hours(told.plan), True, name, host)
    sheet.text((110, 305), "学习时间：2024年6月3日至2024年7月30日", 21)
    told.put("继续教育", "学时证明", sheet)
    for entry in told.form["continuing_education"]:
        entry["platform"] = name


def _holiday(told: Dossier) -> None:
    told.form["publicity"] = {"started": "2024-09-27", "ended": "2024-10-10", "objections": "无"}


def _again(told: Dossier) -> None:
    told.form["previous_application"] = {"year": 2023, "passed": False, "deadline": "2023-10-10"}


def _lower_case(told: Dossier) -> None:
    assert told.form["id_number"].endswith("X")
    told.form["id_number"] = told.form["id_number"].lower()


def _sanctions(told: Dossier) -> None:
    """Three years to the day before the application, and a registration given up by its holder."""
    day = told.plan.submitted.replace("2024", "2021")
    told.form["sanctions"] = [{"kind": "挂证", "revoked": day}, {"kind": "注销注册", "revoked": "2024-03-01"}]


def _senior(told: Dossier) -> None:
    """Exactly a hundred points, and a 正高级工程师 as one of the recommenders."""
    defects_pages.scored(told, (("学历资历", 24), ("工程业绩", 54), ("论文著作", 8), ("继续教育", 14)))
    for name, title in zip(claims.RECOMMENDERS, ("正高级工程师", "高级工程师"), strict=True):
        sheet = schooling.title_certificate(told.person, name, title, "2015-12-20", vector=True)
        told.put("推荐", f"{name}{title}证书", sheet)
    told.form["self_assessment"]["recommenders"][0]["title"] = "正高级工程师"


def _drafter(told: Dossier) -> None:
    name = told.person.name
    spaced = f"{name[0]} {name[1]}" if len(name) == 2 else name
    defects_works.standard(told, defects_works.NATIONAL, ("骆思源", "裘一鸣", "章可欣", "王海波", spaced, "陶远帆"))


def _inventor(told: Dossier) -> None:
    number = patent_number("202121862047")
    firm = told.person.employer.name
    one = certificates.Patent(("裘一鸣", told.person.name), firm, name="一种预制阳台支撑架", number=number)
    defects_works.patent(told, replace(one, filed="2021-08-10", granted="2022-01-28"), 1)


def _provincial(told: Dossier) -> None:
    """An award of the province, third grade, of a year without national awards."""
    lines = ("获奖项目：装配式住宅成套技术", "奖励等级：三等奖", f"获奖者：骆思源、{told.person.name}、陶远帆")
    defects_works.award(told, "浙江省科学技术进步奖", "浙江省人民政府", lines, "2021-12-28", 1)


def _posted(told: Dossier) -> None:
    """Two letters of appointment as 技术员, one after the other, to the end of 2021, and four assessments."""
    told.form["education"] = [{"level": "初中", "school": "永嘉碧莲中学", "graduated": "2008-06-30"}]
    told.form["titles"] = [{"name": "技术员", "obtained": "2017-11-20", "appointed": "2017-12-01"}]
    told.form["specialty_years"] = 8
    _middle_school(told, "永嘉碧莲中学", "二〇〇八年六月")
    terms = ("2017年12月1日至2019年11月30日", "2019年12月1日至2021年12月31日")
    for number, term in enumerate(terms, 1):
        told.put("职称证书", f"聘书{number}", appointment(told.person, term))
    _assessed(told, (2017, 2018, 2019, 2020))


def _skilled(told: Dossier) -> None:
    """初中, and 高级工 since two years: route ⑦."""
    told.form["education"] = [{"level": "初中", "school": "永嘉沙头中学", "graduated": "2010-06-30"}]
    told.form["skills"] = [{"trade": "钢筋工", "level": "高级工", "obtained": "2019-05-01"}]
    told.form["specialty_years"] = 9
    _middle_school(told, "永嘉沙头中学", "二〇一〇年六月")
    _assessed(told, (2019, 2020))


def _middle_school(told: Dossier, school: str, month: str) -> None:
    sheet = Sheet(f"school/{told.person.name}", (1000, 640), vector=True)
    sheet.centre(60, "毕业证书", 44)
    text = f"学生{told.person.name}，{told.person.sex}，在本校学习期满，考试成绩合格，准予毕业。"
    sheet.para((100, 180), 800, text, 26)
    sheet.text((100, 400), f"学校：{school}", 24)
    sheet.text((600, 480), month, 24)
    told.put("学历学位", "毕业证书", sheet)


def _assessed(told: Dossier, years: tuple[int, ...]) -> None:
    firm = told.person.employer.name
    told.form["assessments"] = [{"year": year, "grade": "合格", "employer": firm} for year in years]
    told.put("年度考核", "年度考核", assessment(told.person, years[-1], "称职", vector=True))
    told.form["assessments"][-1]["grade"] = "称职"


def _institution(told: Dossier) -> None:
    told.form["employer"]["kind"] = "事业单位"
    told.form["applying_for"]["specialty"] = "建筑材料"


def _three_months(told: Dossier) -> None:
    told.form["social_insurance"] |= {"local_months": 3, "out_of_province_last_year": True}


def _week(told: Dossier) -> None:
    told.form["publicity"] = {"started": "二〇二一年八月三日", "ended": "2021.8.10", "objections": "无异议"}


def _self_assessed(told: Dossier) -> None:
    """The papers of 自评申报."""
    told.put("自评表", "自评表", honours.self_assessment(told.person, claims.SCORES, claims.RECOMMENDERS, vector=True))


CHANGES: dict[str, Change] = {
    "renamed employer": _renamed, "another listed platform": _other_platform, "publicity over the holiday": _holiday,
    "re-applicant": _again, "lower-case x": _lower_case, "sanctions that are over": _sanctions,
    "100 points and a 正高": _senior, "drafter": _drafter, "inventor on the back": _inventor,
    "provincial award": _provincial, "技术员 by two letters": _posted, "高级工 since two years": _skilled,
    "建筑材料 of an institution": _institution, "three months": _three_months, "a week": _week,
    "self-assessed": _self_assessed,
}  # fmt: skip
