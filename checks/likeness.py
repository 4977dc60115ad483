"""How like a listed name what a page says is: without marks and spaces, in simplified characters, but for a few slips.

Thresholds stand in the notice: `slips` says from how many characters on a name may be read with how many slips.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from rapidfuzz.distance import OSA, Levenshtein

from checks.rows import plain

SHORT = 4
"""Names of so few characters are told by nothing but all of them, however many slips a notice allows."""

_MARKS = re.compile(r"[\W_]")

_TRADITIONAL = (
    "築學師術報級劃計設構環與節規衛標準樣勞動機電氣實驗現場產業經濟論傳統華國際發創資訊區農鄉縣鎮東車軌鐵橋樑樓園藝"
    "綠凈淨護檢測監責質優組織協會聯雜誌專題進獎證書頒單優榮譽員頭長門問開關間閱寶綜總結線維網緒約紀級紅絲"
    "測繪號觀現見視覽設訊記許語誠試詢該談調論講議識變讓費資賓購贊賽贏邏還過運達違遠適選郵鄰釋鑒針鋼錄錢鍵鎖鏡鑄"
    "預領題類顯飛養館馬驗體魚鳥麗點黨齊龍歷曆盡廣廠應廳慶庫廢張強彈歸後從復徵徹態慣懷戰戶擇擊擔據損換揚"
)
_SIMPLIFIED = (
    "筑学师术报级划计设构环与节规卫标准样劳动机电气实验现场产业经济论传统华国际发创资讯区农乡县镇东车轨铁桥梁楼园艺"
    "绿净净护检测监责质优组织协会联杂志专题进奖证书颁单优荣誉员头长门问开关间阅宝综总结线维网绪约纪级红丝"
    "测绘号观现见视览设讯记许语诚试询该谈调论讲议识变让费资宾购赞赛赢逻还过运达违远适选邮邻释鉴针钢录钱键锁镜铸"
    "预领题类显飞养馆马验体鱼鸟丽点党齐龙历历尽广厂应厅庆库废张强弹归后从复征彻态惯怀战户择击担据损换扬"
)
_TO_SIMPLIFIED = str.maketrans(_TRADITIONAL, _SIMPLIFIED)
"""Traditional characters of titles, awards and organisations; what is not here counts as a slip."""


@lru_cache(maxsize=1 << 16)
def bare(text: str) -> str:
    """Text for comparing names: NFKC, lower case, simplified, without spaces, brackets, title marks and other marks."""
    return _MARKS.sub("", plain(text).translate(_TO_SIMPLIFIED))


def allowed(name: str, slips: Mapping[int, int]) -> int:
    """How many slips a bare name of this length may be read with; none where it is short."""
    return 0 if len(name) <= SHORT else max((most for size, most in slips.items() if len(name) >= size), default=0)


def apart(name: str, text: str, most: int) -> int | None:
    """How many slips (a character changed, lost, added, or two swapped) two bare texts are apart; None above `most`."""
    found = OSA.distance(name, text, score_cutoff=most)
    return found if found <= most else None


def within(name: str, text: str, most: int) -> int | None:
    """The fewest slips with which a bare name stands somewhere in a bare text; None above `most`."""
    if name in text:
        return 0
    if not most or sum(char not in text for char in name) > most:
        return None
    sizes = range(max(1, len(name) - most), min(len(text), len(name) + most) + 1)
    parts = {text[start : start + size] for size in sizes for start in range(len(text) - size + 1)}
    return min((d for part in parts if (d := apart(name, part, most)) is not None), default=None)


def missed(name: str, text: str) -> frozenset[int]:
    """Which characters of a bare name a reading of it has wrong or lacks; two readings that share none make it up."""
    return frozenset(min(op.src_pos, len(name) - 1) for op in Levenshtein.editops(name, text))
