"""What kind of document some pages are, by their titles: to place loose files, and to notice misplaced ones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from verify.model import Slot
from verify.page import Page, Word

TITLE_LENGTH = 40
"""A title's line has at most so many characters; longer ones are text that speaks of something else."""

TALLER = 1.25
"""A title that is so much taller than another one's line outweighs it."""

_TITLES: tuple[tuple[Slot, str], ...] = (
    (Slot.COMMITMENT, r"真实性保证书|真实性承诺书|^个人承诺书?$|诚信承诺书"),
    (Slot.SELF_ASSESSMENT, r"任职资格自评表|^自评表$|职称自评表"),
    (Slot.REVIEW_FORM, r"任职资格评审表|专业技术资格评审表|职称评审表"),
    (Slot.RECOMMENDATION, r"^专家推荐(?:表|书|意见|信)$|推荐人?意见表|职称申报推荐(?:表|书)"),
    (Slot.ASSESSMENT, r"年度考核(?!.*(?:汇总|一览)).{0,6}表|考核(?:登记|鉴定|评定)表"),
    (Slot.EDUCATION, r"学历证书电子注册备案表|(?:学历|学位)认证报告|学历学位认证书|毕业生(?:就业)?登记表"),
    (Slot.EDUCATION, r"^(?:普通高等学校|成人高等教育|高等教育自学考试)?毕业证书$|(?:学士|硕士|博士)学位证书"),
    (Slot.TRAINING, r"学时(?:登记)?证明|^(?:专业技术人员)?继续教育(?:合格)?证(?:书|明)$"),
    (Slot.INSURANCE, r"社会保险.{0,8}(?:参保|缴费|缴纳)证明|^(?:个人)?参保证明|^社保(?:缴纳|缴费)?证明"),
    (Slot.PATENT, r"发明专利证书|实用新型专利证书|外观设计专利证书"),
    (Slot.STANDARD, r"^(?:团体|地方|行业|国家)标准$|^中华人民共和国(?:国家|行业)标准$"),
    (Slot.AWARD, r"^(?:荣誉|获奖|奖励)证书$|^奖状$|科学技术(?:进步)?奖.{0,4}证书|科技(?:进步|成果)奖证书"),
    (Slot.TITLE, r"专业技术(?:职务任职)?资格证书|职称证书|^聘(?:任)?书$|专业技术职务聘任书"),
    (Slot.PROJECT, r"图纸会审|竣工验收(?:报告|备案表|证明书)|施工许可证|中标通知书|工程联系单|技术核定单"),
    (Slot.PROJECT, r"开工报告|设计变更|工程洽商|建筑市场监管公共服务系统|勘察设计行业四库一平台"),
    (Slot.PAPER, r"^issn\d{4}|^中国标准连续出版物号|^国内统一(?:连续)?刊号|^参考文献:?$|^[\[【(]?摘要[\]】)]?:?"),
    (Slot.EMPLOYER_NOTE, r"^单位说明$|^情况说明$|岗位信息表"),
)

_PATTERNS = tuple((slot, re.compile(pattern)) for slot, pattern in _TITLES)


def classify(pages: Iterable[Page]) -> Slot | None:
    """The slot that the pages belong in, or None where their titles do not say so clearly.

    Several kinds of titles leave it open, unless one of them is written clearly larger than the others.
    """
    tallest: dict[Slot, int] = {}
    for slot, word in titles(pages):
        tallest[slot] = max(tallest.get(slot, 0), word.box[3] - word.box[1])
    ranked = sorted(tallest.items(), key=lambda one: -one[1])
    if len(ranked) > 1 and ranked[0][1] < TALLER * ranked[1][1]:
        return None
    return ranked[0][0] if ranked else None


def titles(pages: Iterable[Page]) -> Iterator[tuple[Slot, Word]]:
    """Every line that is the title of a known kind of document, with the slot of that kind."""
    for word in (word for page in pages for word in page.words):
        if slot := kind_of(word.text):
            yield slot, word


def kind_of(line: str) -> Slot | None:
    """The slot of the kind of document of which a line is the title."""
    text = "".join(unicodedata.normalize("NFKC", line).split()).lower().strip("《》<>")
    if len(text) > TITLE_LENGTH:
        return None
    return next((slot for slot, pattern in _PATTERNS if pattern.search(text)), None)
