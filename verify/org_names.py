"""The anatomy of a Chinese organisation's name: place, deciding characters, everyday words, legal form, department."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

PROVINCES = re.compile(
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海"
    "|内蒙古|广西|西藏|宁夏|新疆"
)
"""The provinces by their usual short names."""

_PLACES = re.compile(
    PROVINCES.pattern
    + "|杭州|宁波|温州|嘉兴|湖州|绍兴|金华|衢州|舟山|台州|丽水|诸暨|上虞|嵊州|新昌|柯桥|越城|中国|全国"
    "|^[一-鿿]{2,3}(?=[省市县区])|(?<=[省市])[一-鿿]{2,3}(?=[市县区])"
)
"""Places that many names of one town share; they decide between names, but do not show whose a fragment is."""

_EVERYDAY = re.compile(
    PROVINCES.pattern
    + "|建筑设计|规划设计|勘察设计|设计研究院|研究院|设计院|设计|研究|规划|勘察|勘测|建设|建筑|建工|工程|监理|咨询|管理"
    "|市政|园林|交通|水利|水电|电力|机电|安装|装饰|装修|幕墙|钢结构|房地产|置业|开发|投资|发展|实业"
    "|科技|技术|信息|网络|服务|检测|审图|施工图|审查|中心|委员会|办公室|住房|城乡|自然资源|人力资源|社会保障"
    "|人民政府|医院|大学|学院|学校|银行|商业"
    "|股份|集团|有限|责任|公司|省|市|县|区|镇|街道|局|厅|院|处|站|所|第|分|总"
)
"""Words of so many names that a slip within one is the reader's. Longer ones stand before their parts."""

_TRADES = re.compile("项目|造价|招标|岩土|地质|测绘")
"""Words that tell two firms of one name apart, as other everyday words do not, but are nobody's brand: 项目监理部 stands on
seals of all firms."""

_ENDING = re.compile(r"(集团)?(股?份|控股)?(集团)?(有?限?责?任?(公司?|司)+|有限责?任?|集团)$")
"""The legal form, whole, cut off, or read with a letter dropped."""

_PURPOSE = (
    r"(出图|技术|合同|业务|财务|发票|人事|档案|公文|审图|资质|文件|资料|投标|施工图)*(设计|审查)?"
    r"(专用章|出图章|技术章|公章|印章|章)"
)
_NUMBER = r"(\(.{1,4}\)|[一二三四五六七八九十\d]{1,3})?"
_SUBUNIT = re.compile(
    r"(?<=公司|集团)[^公]{0,20}?(项目(经理|监理|管理)?部|监理部|工程部|指挥部|办事处|[^公]{0,6}分公司|分院|办公室|[一-鿿]{2,6}部|[一-鿿]{2,4}[处科]|"
    rf"{_PURPOSE}){_NUMBER}$|(?<=[院局厅心站会所处部]){_PURPOSE}{_NUMBER}$"
)
"""What follows an organisation's own name: a branch, a project's department, what a seal is for."""

_WHOLE = re.compile(r"(公司|院|局|厅|中心|站|委员会|集团|大学|学院|学校|协会|学会|人民政府|办事处|研究所|事务所)$")
_AUTHORITY = re.compile(
    r"(?:[局厅]|(?<![民主])委员会|管委会|人民政府|街道办事处|(?:质量|安全|监督|管理|质监|安监)总?站|监督(?:管理)?(?:总队|支队|中心))$"
)
_BUREAU_FIRM = re.compile(r"^中(?:国)?(?:铁|交|建|水|冶|化|电|核)|(?:工程|航道|航务|勘测|水电|电力|地质|邮政)局$")
_NOISE = re.compile(r"[\s·.,、。:;\"'“”‘’\-—_*★☆|/\\]+")
_SIMPLE = str.maketrans(
    "華國學設計業築園東興會處務責廠實術電機業長寧紹衛書鎮縣區",
    "华国学设计业筑园东兴会处务责厂实术电机业长宁绍卫书镇县区",
)
"""Traditional forms that a reader gives for calligraphic seals."""


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """NFKC, without spaces and punctuation, simplified where a seal's lettering is traditional."""
    return simplified(_NOISE.sub("", unicodedata.normalize("NFKC", text)).lower())


def simplified(text: str) -> str:
    """With the traditional forms of common words of names simplified."""
    return text.translate(_SIMPLE)


@lru_cache(maxsize=4096)
def unit(name: str) -> str:
    """A plain name without the project department, branch or purpose that follows the organisation's own name."""
    return _SUBUNIT.sub("", name)


@lru_cache(maxsize=4096)
def core(name: str) -> str:
    """`unit`, without its legal form; the unit itself where nothing would be left."""
    return _ENDING.sub("", unit(name)) or unit(name)


def whole(name: str) -> bool:
    """Whether a plain name is complete: it ends as names of organisations end, and before that tells one from others."""
    stem = _ENDING.sub("", unit(name))
    return len(stem) >= 4 and sum(decisive(stem)) >= 2 and bool(_WHOLE.search(unit(name)))


def is_authority(name: str) -> bool:
    """Whether a plain name is an authority's: 建设局, 质监站, 人民政府; not 中铁四局 nor a residents' committee."""
    own = unit(name)
    return bool(_AUTHORITY.search(own)) and not _BUREAU_FIRM.search(own)


def province(name: str) -> str:
    """The province that a plain name begins with, or ""."""
    match = PROVINCES.match(name)
    return match[0] if match else ""


@lru_cache(maxsize=4096)
def decisive(name: str) -> tuple[bool, ...]:
    """For each character of a core, whether it lies outside everyday words and provinces."""
    return _outside(name, _EVERYDAY)


@lru_cache(maxsize=4096)
def own_letters(name: str) -> tuple[bool, ...]:
    """For each character of a core, whether it is part neither of an everyday word nor of a place."""
    return tuple(a and b for a, b in zip(_outside(name, _EVERYDAY), _outside(name, _PLACES), strict=True))


@lru_cache(maxsize=4096)
def brand(name: str) -> frozenset[str]:
    """Pairs of neighbouring characters of a core that are neither everyday words, places nor trades: 宝业, 中成."""
    free = [a and b for a, b in zip(own_letters(name), _outside(name, _TRADES), strict=True)]
    return frozenset(name[i : i + 2] for i in range(len(name) - 1) if free[i] and free[i + 1])


def _outside(text: str, words: re.Pattern[str]) -> tuple[bool, ...]:
    marks = [True] * len(text)
    for match in words.finditer(text):
        marks[match.start() : match.end()] = [False] * (match.end() - match.start())
    return tuple(marks)
