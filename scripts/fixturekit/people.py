"""Invented people and companies, with numbers that are well formed and belong to nobody known."""

from __future__ import annotations

from dataclasses import dataclass, field

from PIL import Image

from scripts.fixturekit.chance import dice
from scripts.fixturekit.portrait import SIZE, WHITE, portrait

USCC = "0123456789ABCDEFGHJKLMNPQRTUWXY"
BASE36 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def id_number(region: str, born: str, male: bool, serial: int) -> str:
    """A resident ID number (GB 11643): region, birthday as YYYYMMDD, serial, check digit."""
    body = f"{region}{born.replace('-', '')}{serial * 2 + male:03d}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return body + "10X98765432"[sum(int(d) * w for d, w in zip(body, weights, strict=True)) % 11]


def uscc(region: str, name: str) -> str:
    """A unified credit code (GB 32100), its organisation code (GB 11714) checked too."""
    organ = "MA" + "".join(dice("uscc", name).choices(USCC, k=6))
    rest = 11 - sum(BASE36.index(c) * w for c, w in zip(organ, (3, 7, 9, 10, 5, 8, 4, 2), strict=True)) % 11
    body = f"91{region}{organ}{'X' if rest == 10 else 0 if rest == 11 else rest}"
    total = sum(USCC.index(c) * pow(3, i, 31) for i, c in enumerate(body))
    return body + USCC[(31 - total % 31) % 31]


def issn(body: str) -> str:
    """An ISSN with its check digit: `body` is seven digits."""
    rest = -sum(int(d) * w for d, w in zip(body, range(8, 1, -1), strict=True)) % 11
    return f"{body[:4]}-{body[4:]}{'X' if rest == 10 else rest}"


def patent_number(body: str) -> str:
    """A Chinese patent number with its check digit: `body` is year, kind and serial, twelve digits."""
    weights = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)
    rest = sum(int(d) * w for d, w in zip(body, weights, strict=True)) % 11
    return f"ZL{body}.{'X' if rest == 10 else rest}"


@dataclass(frozen=True)
class Company:
    """`verifier` signs the company's copies; `code` is the number on its seal."""

    name: str
    region: str = "330602"
    verifier: str = ""
    place: str = "绍兴市越城区"

    @property
    def uscc(self) -> str:
        """The unified credit code."""
        return uscc(self.region, self.name)

    @property
    def code(self) -> str:
        """The 13 digits under the star of its seal."""
        return f"{self.region}10{dice('code', self.name).randrange(10**5):05d}"


NINGZHU = Company("浙江宁筑建设集团有限公司", verifier="钱文斌")
YUELAN = Company("绍兴越澜建筑设计有限公司", verifier="孟雅琴")
LANTUO = Company("浙江岚拓装配建筑科技有限公司", "330603", "施国华", "绍兴市柯桥区")
HUAIYU = Company("绍兴槐屿建设有限公司", "330604", "章立新", "绍兴市上虞区")
YUNPAN = Company("浙江云磐建工有限公司", "330602", "董晓燕")
QINGHE = Company("绍兴青禾市政园林有限公司", "330681", "郦志明", "诸暨市")
NANZHU = Company("永嘉楠筑建设有限公司", "330324", "", "永嘉县")
OUJIAN = Company("永嘉瓯鉴建筑工程有限公司", "330324", "", "永嘉县")
STATION = Company("永嘉瓯鉴建材检测站", "330324", "", "永嘉县")

OWNER = Company("绍兴镜澜城市开发有限公司")
SUPERVISOR = Company("浙江衡信诚工程监理有限公司")
DESIGNER = Company("浙江墨岑建筑设计研究院有限公司")
SURVEYOR = Company("绍兴禹勘岩土工程有限公司")
REVIEWER = Company("浙江明岳施工图审查有限公司")


@dataclass(frozen=True)
class Person:
    """An applicant; dates are YYYY-MM-DD."""

    name: str
    sex: str
    born: str
    employer: Company
    specialty: str
    graduated: str
    titled: str
    project: str
    school: str = "越州工业大学"
    school_code: str = "10999"
    major: str = "土木工程"
    level: str = "本科"
    serial: int = 57
    region: str = "330602"
    verified: str = "2024年9月12日"
    numbered: str = ""
    colleagues: tuple[str, ...] = field(default=("赵明远", "吴海燕", "马骏", "冯雪莲", "褚卫东"))

    def photo(self, size: tuple[int, int] = SIZE, wall: tuple[int, int, int] = WHITE) -> Image.Image:
        """The portrait of this person."""
        return portrait(self.name, size, wall, self.sex == "女")

    @property
    def id_number(self) -> str:
        """The resident ID number."""
        return id_number(self.region, self.born, self.sex == "男", self.serial)

    @property
    def diploma_number(self) -> str:
        """School, type, year, level, serial: 18 digits, 17 of a diploma of 2001 or before; `numbered` is another year."""
        year, level = self.numbered or self.graduated[:4], {"本科": "05", "专科": "06"}[self.level]
        serial = dice("diploma", self.name).randrange(1000, 9999)
        return f"{self.school_code}1{year}{level}{serial:0{5 if year <= '2001' else 6}d}"

    @property
    def title_number(self) -> str:
        """The number of the certificate of the present title."""
        return f"ZC{self.titled[:4]}0602{dice('title', self.name).randrange(10000, 99999)}"
