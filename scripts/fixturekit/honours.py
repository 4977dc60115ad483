"""Patents, awards, and the declarations that an applicant signs."""

from __future__ import annotations

from collections.abc import Sequence

from scripts.fixturekit.dates import digits
from scripts.fixturekit.hand import BLUE_PEN, scribble, write
from scripts.fixturekit.page import Sheet
from scripts.fixturekit.people import Person
from scripts.fixturekit.schooling import COPY
from scripts.fixturekit.seal import Seal, press


def patent(
    name: str,
    number: str,
    inventors: Sequence[str],
    holder: str,
    days: tuple[str, str],
    key: str = "",
    vector: bool = False,
) -> Sheet:
    """发明专利证书; days: filed, granted."""
    sheet = Sheet(f"patent/{number}/{key}", vector=vector)
    sheet.text((110, 90), "证书号第6" + number[-7:-2] + "1号", 25)
    sheet.centre(170, "发明专利证书", 62, face="serif-bold", fill=(150, 40, 40))
    rows = [
        ("发 明 名 称", name),
        ("发　明　人", "；".join(inventors)),
        ("专　利　号", number.replace("ZL", "ZL ")),
        ("专利申请日", digits(days[0])),
        ("专 利 权 人", holder),
        ("授权公告日", digits(days[1])),
    ]
    for row, (label, value) in enumerate(rows):
        sheet.text((130, 340 + row * 78), f"{label}：{value}", 29)
    text = (
        "国家知识产权局依照中华人民共和国专利法进行审查，决定授予专利权，颁发发明专利证书并在专利登记簿上予以登记。"
        "专利权自授权公告之日起生效。专利权期限为二十年，自申请日起算。"
    )
    sheet.para((130, 840), 980, text, 26)
    sheet.text((150, 1110), "局长", 30)
    write(sheet, (250, 1095), "季长风", 52)
    press(sheet, Seal("国家知识产权局", ("专利证书专用章",)), (880, 1130))
    sheet.text((780, 1270), digits(days[1]), 25)
    return sheet


def award(name: str, to: str, text: str, issuer: str, day: str, number: str = "") -> Sheet:
    """A certificate of honour, in its issuer's name and under its seal."""
    sheet = Sheet(f"award/{name}/{to}", COPY, (253, 249, 238))
    sheet.box((40, 40, 1200, 690), 8, (196, 150, 60))
    sheet.centre(80, name, 56 if len(name) < 14 else 44, face="serif-bold", fill=(180, 30, 30))
    sheet.text((130, 210), f"{to}：", 34, face="serif-bold")
    sheet.para((130, 280), 980, text, 31, leading=1.7)
    if number:
        sheet.text((130, 640), f"证书号：{number}", 25)
    sheet.text((740, 510), issuer, 29, anchor="ma")
    sheet.text((740, 570), digits(day), 27, anchor="ma")
    if issuer:
        press(sheet, Seal(issuer), (1010, 545))
    return sheet


def commitment(person: Person, day: str, signature: str | None = "", crop: bool = False, vector: bool = False) -> Sheet:
    """《专业技术资格申报材料真实性保证书》; signature: "" the applicant's, None an empty line, "?" a scribble."""
    sheet = Sheet(f"commitment/{person.name}/{signature}", (1240, 1000) if crop else (1240, 1300), vector=vector)
    sheet.centre(90, "专业技术资格申报材料真实性保证书", 42, face="serif-bold")
    text = (
        f"本人{person.name}，身份证号{person.id_number}，现在{person.employer.name}工作，"
        f"申报{person.specialty}专业技术资格。\n"
        "本人郑重保证：本次申报所填写的信息和提交的学历、资历、业绩、论文等全部材料均真实、准确、有效，"
        "不存在伪造、变造、抄袭、冒名等弄虚作假行为。\n"
        "如有不实，本人愿意接受取消申报资格、撤销已取得的专业技术资格、记入诚信档案等处理，并承担由此产生的一切后果。"
    )
    y = sheet.para((130, 190), 980, text, 28, leading=1.8)
    sheet.text((600, y + 60), "保证人（签名）：", 28)
    sheet.rule((815, y + 100), (1100, y + 100))
    if signature == "?":
        scribble(sheet, (850, y + 70))
    elif signature is not None:
        write(sheet, (850, y + 36), signature or person.name, 56, BLUE_PEN if len(person.name) == 2 else (34, 34, 44))
    sheet.text((700, y + 140), digits(day), 28)
    return sheet


def self_assessment(
    person: Person, scores: Sequence[tuple[str, int]], recommenders: Sequence[str], vector: bool = False
) -> Sheet:
    """浙江省建设工程专业工程师职务任职资格自评表, signed, with the total."""
    sheet = Sheet(f"self/{person.name}", vector=vector)
    sheet.centre(80, "浙江省建设工程专业工程师职务任职资格自评表", 38, face="serif-bold")
    y = sheet.table((100, 160), (140, 300, 140, 460), [("姓名", person.name, "单位", person.employer.name)], size=24)
    rows = [("序号", "评价项目", "自评分")]
    rows += [(str(n), item, str(score)) for n, (item, score) in enumerate(scores, 1)]
    rows += [("", "自评总分", str(sum(score for _, score in scores)))]
    y = sheet.table((100, y), (120, 680, 240), rows, height=62, size=24)
    text = "推荐人（在职副高级工程师）：" + "、".join(recommenders)
    sheet.text((100, y + 40), text, 26)
    write(sheet, (240, y + 90), recommenders[0], 46)
    write(sheet, (540, y + 90), recommenders[1], 46)
    sheet.text((100, y + 190), "申报人签名：", 26)
    write(sheet, (270, y + 172), person.name, 48)
    sheet.text((620, y + 190), "2024年9月2日", 26)
    return sheet
