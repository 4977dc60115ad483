"""Diploma, its registration form, and the certificate of the present title."""

from __future__ import annotations

import cv2
import numpy as np
from PIL import Image

from scripts.fixturekit.chance import dice
from scripts.fixturekit.dates import chinese, digits, month
from scripts.fixturekit.page import Sheet
from scripts.fixturekit.people import Person
from scripts.fixturekit.portrait import portrait
from scripts.fixturekit.seal import Seal, press

COPY = (1240, 1000)
"""A certificate photocopied onto the upper half of a page: room below for the sign-off."""

YEARS = {"本科": 4, "专科": 3}
PLACES = {"330602": "绍兴市人力资源和社会保障局", "330324": "永嘉县人力资源和社会保障局"}


def diploma(person: Person, vector: bool = False) -> Sheet:
    """毕业证书, with photo, school seal and an 18-digit number."""
    sheet = Sheet(f"diploma/{person.name}", COPY, vector=vector)
    sheet.box((60, 50, 1180, 690), 4, (150, 60, 60))
    sheet.centre(90, "普通高等学校", 36, face="serif-bold")
    sheet.centre(140, "毕　业　证　书", 58, face="serif-bold", fill=(150, 30, 34))
    sheet.image.paste(person.photo((150, 200)), (120, 300))
    start = f"{int(person.graduated[:4]) - YEARS[person.level]}-09-01"
    text = (
        f"学生 {person.name} 性别 {person.sex}，{chinese(person.born)}生，于{month(start)}至"
        f"{month(person.graduated)}在本校{person.major}专业{'四' if person.level == '本科' else '三'}年制"
        f"{person.level}学习，修完教学计划规定的全部课程，成绩合格，准予毕业。"
    )
    sheet.para((310, 270), 810, text, 28, leading=1.75)
    sheet.text((120, 560), f"证书编号：{person.diploma_number}", 24)
    sheet.text((120, 610), "校　　名：" + person.school, 24)
    sheet.text((760, 590), chinese(person.graduated), 25)
    press(sheet, Seal(person.school, star=True), (880, 580))
    return sheet


def registration(person: Person, vector: bool = False) -> Sheet:
    """教育部学历证书电子注册备案表, with a code and a QR code that says the same."""
    sheet = Sheet(f"registration/{person.name}", vector=vector)
    roll = dice("code", person.name)
    code = "".join(roll.choice("ABCDEFGHJKLMNPQRSTUVWXYZ123456789") for _ in range(16))
    sheet.centre(110, "教育部学历证书电子注册备案表", 44, face="serif-bold")
    sheet.text((1120, 190), "更新日期：2024年8月6日", 22, anchor="ra")
    start = f"{int(person.graduated[:4]) - YEARS[person.level]}-09-01"
    rows = [
        ("姓名", person.name, "性别", person.sex),
        ("出生日期", digits(person.born), "证件号码", person.id_number[:6] + "********" + person.id_number[-4:]),
        ("入学日期", digits(start), "毕（结）业日期", digits(person.graduated)),
        ("学校名称", person.school, "专业", person.major),
        ("学制", f"{YEARS[person.level]}年", "层次", person.level),
        ("学历类别", "普通高等教育", "学习形式", "普通全日制"),
        ("毕（结）业", "毕业", "校（院）长姓名", roll.choice(("严启明", "卢怀德", "潘世安"))),
        ("证书编号", person.diploma_number, "在线验证码", " ".join(code[n : n + 4] for n in range(0, 16, 4))),
    ]
    y = sheet.table((110, 240), (180, 350, 200, 290), rows, height=74, size=23)
    sheet.image.paste(person.photo((165, 220)), (150, int(y) + 40))
    sheet.image.paste(_qr(f"https://www.chsi.com.cn/xlcx/bg.do?vcode={code}"), (400, int(y) + 40))
    notes = (
        "备注：1. 本备案表可在学信网（www.chsi.com.cn）在线验证，扫描二维码或输入在线验证码。\n"
        "2. 在线验证有效期至2025年2月2日，逾期可由本人重新申请。"
    )
    sheet.para((110, y + 300), 1000, notes, 22)
    return sheet


def title_certificate(
    person: Person,
    name: str = "",
    title: str = "助理工程师",
    day: str = "",
    key: str = "",
    vector: bool = False,
    city: str = "",
) -> Sheet:
    """专业技术资格证书 of `name` (the applicant, with the present title, by default)."""
    sheet = Sheet(f"title/{person.name}/{name}{key}", COPY, vector=vector)
    sheet.box((60, 50, 1180, 690), 4, (60, 80, 140))
    sheet.centre(90, "浙江省专业技术职务任职资格证书", 46, face="serif-bold")
    sheet.image.paste(portrait(name, (150, 200)) if name else person.photo((150, 200)), (940, 190))
    number = person.title_number if not name else f"ZG20150602{dice('senior', name).randrange(10000, 99999)}"
    rows = [
        ("姓　　名", name or person.name),
        ("身份证号", person.id_number if not name else "33060219710614****"),
        ("资格名称", title),
        ("专业名称", "建筑设计" if "设计" in person.specialty else "建筑施工"),
        ("取得资格时间", digits(day or person.titled)),
        (
            "评审组织",
            f"{city or '绍兴市'}建设工程专业初级评审委员会" if not name else "浙江省建设工程专业高级评审委员会",
        ),
        ("证书编号", number),
    ]
    for row, (label, value) in enumerate(rows):
        sheet.text((130, 190 + row * 62), f"{label}：{value}", 28)
    office = f"{city}人力资源和社会保障局" if city else PLACES.get(person.region, PLACES["330602"])
    sheet.text((760, 640), f"发证单位：{office}", 20)
    press(sheet, Seal(office), (920, 540))
    return sheet


def _qr(text: str) -> Image.Image:
    code = np.asarray(cv2.QRCodeEncoder.create().encode(text))
    return Image.fromarray(code).convert("RGB").resize((code.shape[1] * 5, code.shape[0] * 5), Image.Resampling.NEAREST)
