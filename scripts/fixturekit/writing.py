"""A paper's cover, contents and first and last body page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scripts.fixturekit.chance import dice
from scripts.fixturekit.page import Sheet
from scripts.fixturekit.prose import sentences

FAKE = "工程管理前沿（中文版）"
GENUINE = "工程管理科技前沿"
LATIN = {
    GENUINE: "FRONTIERS OF SCIENCE AND TECHNOLOGY OF ENGINEERING MANAGEMENT",
    FAKE: "FRONTIERS OF ENGINEERING MANAGEMENT",
    "建筑结构": "BUILDING STRUCTURE",
}
OTHERS = (
    "高层装配式住宅外墙渗漏成因分析",
    "叠合板裂缝控制措施研究",
    "灌浆套筒连接质量检测方法",
    "钢结构住宅围护体系探讨",
    "城市更新项目的造价管理",
    "基坑监测数据的统计分析",
    "预应力空心板的挠度试验",
    "老旧小区改造中的管线综合",
)
NAMES = ("郑一鸣", "方若琳", "许振华", "陆可心", "金泽宇", "余海波", "苗青", "石佳怡", "汤国平")


@dataclass(frozen=True)
class Article:
    """A published paper; `published` is YYYY-MM, `page` where it begins."""

    title: str
    author: str
    journal: str
    issn: str
    cn: str
    published: str
    page: int = 86
    references: tuple[str, ...] = ()

    @property
    def issue(self) -> str:
        """2022年第5期."""
        year, month = self.published.split("-")
        return f"{year}年第{int(month)}期"


def cover(article: Article, vector: bool = False) -> Sheet:
    """The journal's cover, with its numbers and issue."""
    sheet = Sheet(f"cover/{article.journal}/{article.title}", (1000, 1400), (236, 240, 244), vector)
    colour = dice("cover", article.title).choice([(30, 70, 120), (120, 40, 44), (28, 92, 80)])
    sheet.patch((0, 0, 1000, 110), colour)
    sheet.text((50, 36), f"ISSN {article.issn}", 28, face="sans", fill=(255, 255, 255))
    sheet.text((950, 36), f"CN {article.cn}", 28, face="sans", fill=(255, 255, 255), anchor="ra")
    size = min(110, 860 // len(article.journal))
    sheet.centre(200, article.journal, size, face="serif-bold", fill=colour)
    sheet.centre(220 + size * 1.3, LATIN.get(article.journal, "JOURNAL"), 22, face="sans")
    sheet.centre(460, article.issue, 44, face="sans-bold")
    for number in range(7):
        x = 140 + number * 105
        sheet.patch((x, 1000 - number % 3 * 110, x + 70, 1060), (206, 214, 222))
    return sheet


def contents(article: Article, vector: bool = False) -> Sheet:
    """目录: the paper among others, each with its first page."""
    sheet = Sheet(f"contents/{article.title}", (1100, 1400), vector=vector)
    sheet.text((90, 60), article.journal, 28, face="serif-bold")
    sheet.text((1010, 60), article.issue, 26, anchor="ra")
    sheet.centre(130, "目　录", 46, face="serif-bold")
    roll = dice("contents", article.title)
    lines = [(title, roll.choice(NAMES), 3 + number * 13) for number, title in enumerate(roll.sample(OTHERS, 6))]
    lines = sorted([*lines, (article.title, article.author, article.page)], key=lambda line: line[2])
    for row, (title, author, page) in enumerate(lines):
        y = 250 + row * 100
        sheet.text((90, y), title, 26)
        sheet.text((1010, y + 38), f"{author}（{page}）", 25, anchor="ra")
    return sheet


def body(article: Article, employer: str, references: Sequence[str] = (), vector: bool = False) -> Sheet:
    """The first page of the text, with the list of references at its foot."""
    sheet = Sheet(f"body/{article.title}", vector=vector)
    sheet.text((100, 60), f"{article.issue}　　　{article.journal}", 22)
    sheet.text((1140, 60), f"· {article.page} ·", 22, anchor="ra")
    sheet.rule((100, 96), (1140, 96))
    sheet.centre(130, article.title, 40, face="serif-bold")
    sheet.centre(200, article.author, 28)
    sheet.centre(245, f"（{employer}，浙江 绍兴 312000）", 22)
    y = sheet.para((140, 300), 960, "摘要：" + sentences(2, article.title, "abstract"), 22)
    y = sheet.para((140, y), 960, "关键词：装配式建筑；预制构件；施工质量", 22)
    for number, heading in enumerate(("1　引言", "2　工程概况", "3　质量控制要点")):
        sheet.text((100, y + 20), heading, 27, face="serif-bold")
        y = sheet.para((100, y + 66), 1040, sentences(3, article.title, number), 24, leading=1.5)
    cited = references or article.references or ("张弛. 装配式住宅施工技术[M]. 杭州: 之江出版社, 2018.",)
    sheet.text((100, y + 16), "参考文献", 25, face="serif-bold")
    for number, work in enumerate(cited, 1):
        y = sheet.para((100, y + (56 if number == 1 else 0)), 1040, f"[{number}] {work}", 21, indent=0)
    return sheet
