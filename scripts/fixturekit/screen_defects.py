"""Random pages of a platform, and such with one defect: seeded, so that every run draws the same ones.

`render(None, seed)` is an innocent page in some browser, at some zoom, saved somehow, perhaps photographed.
"""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
from PIL import Image, ImageFilter

from scripts.fixturekit.chance import dice
from scripts.fixturekit.people import uscc
from scripts.fixturekit.screens import Look, Odd, Shown, window

SUBMITTED = date(2024, 9, 20)
"""The day of the application in every drawn case."""

PLACES = (
    ("330602", "浙江省-绍兴市-越城区"), ("330603", "浙江省-绍兴市-柯桥区"), ("330681", "浙江省-绍兴市-诸暨市"),
    ("330624", "浙江省-绍兴市-新昌县"), ("330109", "浙江省-杭州市-萧山区"), ("330110", "浙江省-杭州市-余杭区"),
    ("330212", "浙江省-宁波市-鄞州区"), ("330324", "浙江省-温州市-永嘉县"), ("330402", "浙江省-嘉兴市-南湖区"),
    ("331002", "浙江省-台州市-椒江区"),
)  # fmt: skip
BRANDS = ("云岫", "禾澜", "屿川", "砚池", "青岚", "漱石", "栖云", "澄湖", "越溪", "望舒")
KINDS = ("装配式住宅工程", "中学迁建工程", "人才公寓项目", "产业园二期工程", "安置小区（三标段）", "医院门诊楼工程")
SURNAMES, GIVEN = "裘虞屠郦卓孟钱施章董赵吴冯褚", "思远建平绍辉立群文斌雅琴国华晓燕明海雪莲卫东志强"
HOSTS = ("jzsc.jst.zj.gov.cn", "kcsj.jst.zj.gov.cn")
HEADS = ("浙江省建筑市场监管公共服务系统", "浙江省勘察设计行业四库一平台信息系统")
FOREIGN = ("全国建筑市场监管公共服务平台", "天眼查·工程业绩查询", "企查查建筑业绩", "建设通业绩查询")
FAKES = (
    "{0}.web-query.com", "{0}.zjcx.top", "{1}-jst-zj.com", "{1}.jst-zj-gov.cn", "www.{1}jst.com.cn", "{0}.cx-login.net",
    "{1}.jst.zj.gov.cn.vip",
)  # fmt: skip
SWAPS = (("gov", "g0v"), ("zj.gov", "zj.qov"), (".cn", ".cm"), ("jst", "j5t"))
LOCAL = (
    "file:///C:/Users/Administrator/Desktop/{}.html", "文件 | C:/Users/lenovo/Desktop/{}.html", "D:/申报材料/{}.html",
    "localhost:8080/PublicWeb/index.html#/project/detail", "http://127.0.0.1:5500/index.html", "file:///E:/业绩/{}.htm",
)  # fmt: skip
EDITORS = (
    "https://codepen.io/pen/",
    "https://modao.cc/app/design/",
    "https://www.axshare.com/home",
    "jsbin.com/output",
)


TABS = (
    "百度一下，你就知道 ×　浙江省建筑市场监管公共服务系统 ×",
    "全国建筑市场监管公共服务平台 ×　工程业绩.html ×　项目查询 ×",
    "天眼查 ×　平台 ×",
)
MARKS = ("百度　hao123.com　浙江住建厅　www.163.com", "应用　职称申报 zcps.rlsbt.zj.gov.cn　企查查")
OTHERS = (
    ("https://jzsc.mohurd.gov.cn/data/project/detail", "全国建筑市场监管公共服务平台（四库一平台）"),
    ("https://jzjg.jst.sc.gov.cn/project", "四川省建筑市场监管公共服务平台"),
    ("", "江苏省建筑市场监管与诚信信息一体化平台"),
)
MENUS = (
    "文件(F) 编辑(E) 图像(I) 图层(L) 文字(Y) 选择(S) 滤镜(T) 视图(V)",
    "Elements  Console  Sources  Network  Performance",
)


def facts(seed: int) -> tuple[Shown, str]:
    """A random page that is in order, and its project's number."""
    roll = dice("screen", seed)
    code, place = roll.choice(PLACES)
    started = date(2018, 1, 1) + timedelta(roll.randrange(1500))
    signed, permitted = started - timedelta(roll.randint(20, 60)), started - timedelta(roll.randint(1, 15))
    completed = started + timedelta(roll.randint(200, 620))
    filed = started - timedelta(roll.randint(30, 400))
    number = f"{code}{filed:%y%m%d}{roll.choice(('00', '01', '01', '02', '99'))}{roll.randint(1, 9):02d}"
    brand, firm = roll.sample(BRANDS, 2)
    name = f"{place[4:7]}{brand}{roll.choice(KINDS)}"
    builder = f"浙江{firm}建设集团有限公司"
    pairs = [
        ("项目编号", number), ("所在区划", place), ("建设单位", f"{place[4:6]}{brand}开发有限公司"),
        ("统一社会信用代码", uscc(code, name)), ("项目分类", "房屋建筑工程"), ("建设性质", roll.choice(("新建", "扩建"))),
    ]  # fmt: skip
    stage = [
        ("竣工备案编号", f"{number}-JX-001"), ("实际面积（平方米）", f"{roll.randint(8000, 90000)}"),
        ("合同签订日期", f"{signed}"), ("施工许可发证日期", f"{permitted}"),
        ("实际开工日期", f"{started}"), ("实际竣工验收日期", f"{completed}"),
    ]  # fmt: skip
    roles = ["项目经理", "总监理工程师", "项目负责人", "技术负责人"][: roll.randint(2, 4)]
    firms = [builder, f"浙江{brand}工程监理有限公司", f"{place[4:6]}{firm}建筑设计有限公司", builder]
    people = [(role, _name(roll), _mask(roll, code), firms[n]) for n, role in enumerate(roles)]
    which = roll.random() < 0.25
    page = roll.choice(("project/detail", f"xmDetail?id={number}", ""))
    before = roll.choice(("https://", "https://", "", "不安全 | ", "http://"))
    address = "" if roll.random() < 0.25 else f"{before}{HOSTS[which]}/PublicWeb/index.html#/{page}"
    return Shown(name, pairs, stage, people, address, HEADS[which]), number


def _innocent(shown: Shown, roll: random.Random) -> Shown:
    """Tabs, bookmarks, a printed address, a cut bar, no head, another authority's platform: all of them usual."""
    host = shown.address.partition("//")[2] or f"{HOSTS[0]}/PublicWeb/"
    address, head = roll.choice(OTHERS)
    return roll.choice((
        shown, shown, shown, replace(shown, above=roll.choice(TABS)), replace(shown, below=roll.choice(MARKS)),
        replace(shown, above=roll.choice(TABS), below=roll.choice(MARKS)),
        replace(shown, address="", printed=f"https://{host}　1/1", above="2024/9/12 10:33　项目详情"),
        replace(shown, address=host[roll.randint(1, 9) :]), replace(shown, head=""),
        replace(shown, address=address, head=head),
    ))  # fmt: skip


def _name(roll: random.Random) -> str:
    return roll.choice(SURNAMES) + "".join(roll.sample(GIVEN, roll.choice((1, 2, 2, 2))))


def _mask(roll: random.Random, code: str) -> str:
    return f"{code[:4]}{'*' * 12}{roll.randint(10, 99)}"


def _with(pairs: list[tuple[str, str]], label: str, value: str) -> list[tuple[str, str]]:
    return [(one, value if one == label else said) for one, said in pairs]


def _host(shown: Shown, fake: str) -> Shown:
    host = next((one for one in HOSTS if one in shown.address), HOSTS[0])
    return replace(
        shown, address=f"https://{fake.format(host, host.split('.')[0])}/PublicWeb/index.html#/project/detail"
    )


def _look_alike(shown: Shown, number: str, roll: random.Random) -> Shown:
    return _host(shown, roll.choice(FAKES))


def _swapped(shown: Shown, number: str, roll: random.Random) -> Shown:
    one, other = roll.choice(SWAPS)
    return _host(shown, HOSTS[0].replace(one, other))


def _local(shown: Shown, number: str, roll: random.Random) -> Shown:
    return replace(shown, address=roll.choice(LOCAL).format(roll.choice(("平台", "业绩截图", "jzsc"))))


def _editor(shown: Shown, number: str, roll: random.Random) -> Shown:
    return replace(shown, address=roll.choice(EDITORS) + f"{roll.randrange(10**6)}")


def _head(shown: Shown, number: str, roll: random.Random) -> Shown:
    return replace(shown, address=shown.address or f"https://{HOSTS[0]}/PublicWeb/", head=roll.choice(FOREIGN))


def _number(shown: Shown, number: str, roll: random.Random) -> Shown:
    day = roll.choice(
        (f"{number[6:8]}{roll.randint(13, 19)}{roll.randint(10, 28)}", f"{number[6:8]}02{roll.randint(30, 39)}")
    )
    other = roll.choice((f"{number[:6]}{day}{number[12:]}", f"{roll.choice(('93', '99', '78', '05'))}{number[2:]}"))
    pairs = _with(list(shown.pairs), "项目编号", other)
    address = shown.address.replace(number, other)
    return replace(
        shown, pairs=pairs, stage=_with(list(shown.stage), "竣工备案编号", f"{other}-JX-001"), address=address
    )


def _dated(label: str, days: int) -> Callable[[Shown, str, random.Random], Shown]:
    """One day moved to `days` after the completion."""

    def plant(shown: Shown, number: str, roll: random.Random) -> Shown:
        done = date.fromisoformat(dict(shown.stage)["实际竣工验收日期"])
        return replace(shown, stage=_with(list(shown.stage), label, f"{done + timedelta(days + roll.randrange(200))}"))

    return plant


def _future(shown: Shown, number: str, roll: random.Random) -> Shown:
    day = SUBMITTED + timedelta(90 + roll.randrange(300))
    return replace(shown, stage=_with(list(shown.stage), "实际竣工验收日期", f"{day}"))


def _cell(shown: Shown, roll: random.Random) -> str:
    """Whose cell a forger would set anew: the person in charge, or a day."""
    stage = dict(shown.stage)
    return roll.choice((shown.people[0][1], shown.people[0][3], stage["实际竣工验收日期"], stage["实际开工日期"]))


def _size(shown: Shown, number: str, roll: random.Random) -> Shown:
    return replace(
        shown, odd=Odd(_cell(shown, roll), roll.choice((0.65, 0.7, 1.35, 1.45)), 0, roll.choice(("sans", "serif")))
    )


def _line(shown: Shown, number: str, roll: random.Random) -> Shown:
    return replace(shown, odd=Odd(_cell(shown, roll), 1, roll.choice((-0.55, -0.45, 0.45, 0.55))))


def _menu(shown: Shown, number: str, roll: random.Random) -> Shown:
    return replace(shown, above=roll.choice(MENUS))


DEFECTS: dict[str, Callable[[Shown, str, random.Random], Shown]] = {
    "look-alike-host": _look_alike, "swapped-host": _swapped, "local-file": _local, "editor": _editor,
    "foreign-head": _head, "number": _number, "completed-before-start": _dated("实际开工日期", 5),
    "contract-after": _dated("合同签订日期", 5), "permit-after": _dated("施工许可发证日期", 5), "future": _future,
    "odd-size": _size, "odd-line": _line,
    "tool-menu": _menu,
}  # fmt: skip


def planted(defect: str | None, seed: int) -> Shown:
    """What the page of `render` says."""
    shown, number = facts(seed)
    roll = dice("plant", defect, seed)
    return DEFECTS[defect](shown, number, roll) if defect else _innocent(shown, roll)


def render(defect: str | None, seed: int) -> Image.Image:
    """A page with `defect` (a key of DEFECTS), or an innocent one, as it reaches an office."""
    shown, roll = planted(defect, seed), dice("look", defect, seed)
    widths = roll.choice(((190, 450, 210, 436), (220, 420, 230, 416)))
    look = Look(
        roll.choice((18, 20, 22)), roll.choice(("sans", "sans", "serif")),
        roll.choice(((24, 98, 186), (178, 34, 40), (16, 120, 100), (40, 60, 90))), roll.choice(("centre", "left")),
        roll.random() < 0.3, widths,
    )  # fmt: skip
    return _sent(window(shown, look, f"{defect}/{seed}").image, roll)


def _sent(image: Image.Image, roll: random.Random) -> Image.Image:
    """What becomes of a screenshot: zoomed, saved as PNG or JPEG, printed, or a photo of the screen."""
    zoom = roll.choice((0.8, 0.9, 1.0, 1.0, 1.1, 1.25, 1.5))
    image = image.resize((round(image.width * zoom), round(image.height * zoom)), Image.Resampling.BICUBIC)
    way = roll.random()
    if way < 0.15:
        return _jpeg(_photographed(image, roll), 70)
    return _jpeg(image, roll.choice((45, 60, 75, 90))) if way < 0.6 else image


def _photographed(image: Image.Image, roll: random.Random) -> Image.Image:
    """Aslant, soft, with the screen's own grid."""
    w, h = image.size
    bend = [roll.uniform(-0.012, 0.012) * w for _ in range(8)]
    corners = (bend[0], bend[1], bend[2], h + bend[3], w + bend[4], h + bend[5], w + bend[6], bend[7])
    image = image.transform((w, h), Image.Transform.QUAD, corners, Image.Resampling.BICUBIC, fillcolor=(40, 40, 44))
    image = image.filter(ImageFilter.GaussianBlur(roll.uniform(0.3, 0.8)))
    grid = 1 + 0.03 * np.sin(np.arange(w) * roll.uniform(0.8, 1.4))[None, :, None]
    return Image.fromarray(np.clip(np.asarray(image, np.float32) * grid, 0, 255).astype(np.uint8))


def _jpeg(image: Image.Image, quality: int) -> Image.Image:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality)
    return Image.open(io.BytesIO(out.getvalue())).convert("RGB")
