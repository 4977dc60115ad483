"""Papers of a person, a project or a firm as text sheets."""

from __future__ import annotations

from collections.abc import Mapping

from scripts.fixturekit.chance import dice
from scripts.fixturekit.dates import digits
from scripts.fixturekit.page import Sheet
from scripts.fixturekit.people import OWNER, SUPERVISOR, Company, Person
from scripts.fixturekit.projects import Works
from scripts.fixturekit.prose import sentences


def lined(key: str, title: str, *lines: str, height: int = 1000) -> Sheet:
    """A title and paragraphs below it."""
    sheet = Sheet(key, (1240, height), vector=True)
    sheet.centre(80, title, 42)
    y = 190.0
    for line in lines:
        y = sheet.para((110, y), 1020, line, 25, indent=0) + 16
    return sheet


def proof(works: Works, name: str, role: str) -> Sheet:
    """The owner's letter on who held which role and what was done in a project."""
    return lined(
        f"proof/{works.number}/{name}", "工程业绩证明",
        f"工程名称：{works.name}", f"合同编号：{works.number}，建筑面积{works.area}平方米，施工单位{works.contractor.name}。",
        f"本工程于{digits(works.started)}开工，{digits(works.completed)}竣工验收合格。",
        f"兹证明{name}同志在本工程中担任{role}。" + sentences(3, works.name, name, "proof"),
        f"证明单位：{works.owner.name}　　日期：{digits(works.completed)}",
    )  # fmt: skip


def acceptance(works: Works, people: Mapping[str, str]) -> Sheet:
    """单位工程质量竣工验收记录; `people` by their roles."""
    roll = dice("acceptance", works.number)
    share = [f"{roll.randint(20, 60)}" for _ in range(3)]
    return lined(
        f"acceptance/{works.number}", "单位工程质量竣工验收记录",
        f"工程名称：{works.name}　建筑面积：{works.area}㎡", f"施工单位：{works.contractor.name}　建设单位：{works.owner.name}",
        f"开工日期：{digits(works.started)}　竣工日期：{digits(works.completed)}",
        "　".join(f"{role}：{name}" for role, name in people.items()),
        f"分部工程：共10分部，经查10分部符合设计及标准规定。质量控制资料：共{share[0]}项，经审查符合要求{share[0]}项。",
        f"安全和主要使用功能：共核查{share[1]}项，符合要求{share[1]}项。观感质量：共抽查{share[2]}项，好。",
        "综合验收结论：验收合格，同意交付使用。", f"参加验收单位：{OWNER.name}、{SUPERVISOR.name}、{works.contractor.name}",
    )  # fmt: skip


def notice(firm: Company) -> Sheet:
    """A firm's notice that its applicants' materials were on display; it names nobody."""
    roll = dice("notice", firm.name)
    return lined(
        f"notice/{firm.name}", "申报材料公示情况说明",
        f"{firm.name}于2024年9月{roll.randint(2, 6)}日至9月{roll.randint(11, 14)}日，在公司公告栏对本年度申报人员的材料进行了公示。",
        f"公示期间设意见箱{roll.randint(1, 4)}处，收到来信来访0件，未收到异议。公示材料共{roll.randint(30, 220)}页，存公司档案室备查。",
        f"联系人：{roll.choice('赵钱孙李')}工　电话：0575-8{roll.randrange(10**6, 10**7)}", "特此说明。",
    )  # fmt: skip


def employed(person: Person) -> Sheet:
    """A firm's certificate that somebody works there: one text for all its people."""
    roll = dice("employed", person.name)
    return lined(
        f"employed/{person.name}", "在职证明",
        f"兹证明{person.name}，{person.sex}，身份证号{person.id_number}，"
        f"于{roll.randint(2012, 2019)}年{roll.randint(1, 12)}月起在我公司工作，"
        f"现从事{person.specialty}技术工作，系我公司正式在册职工，劳动合同和社会保险均由我公司办理。",
        "该同志在工作中遵守公司各项规章制度，服从安排，能独立承担本专业技术工作，申报材料经我公司审核属实，同意其申报职称。",
        "特此证明。", f"{person.employer.name}　2024年9月6日",
    )  # fmt: skip
