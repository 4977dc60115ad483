"""What fixtures/seals shows: each named difficulty once, and what only looks like a seal."""

from __future__ import annotations

from scripts.fixturekit.seals import BLACK, FACE, NAVY, RED, Picture, form, line, press, prose, ring, rules
from scripts.sealkit.paper import Paper
from scripts.sealkit.scan import Camera
from scripts.sealkit.stamp import Stamp

MIDDLE = (210.0, 180.0)

BROWN, RULE_RED = (150, 84, 40), (196, 52, 52)

DULL = Camera(paper=(246, 245, 242), blur=0.5, noise=1.2, quality=68)

TAX = Stamp(
    *("oval", "全国统一票据监制章", ("永宁省税务局",)),
    bottom="云溪市税务局",
    star=False,
    width=46,
    height=31,
    face="noto-serif-bold",
    rim=1.0,
    inner=0.35,
    tall=4.0,
    inset=0.6,
    sweep=150,
    line_tall=3.8,
)

BUILDER = Stamp(
    *("oval", "中华人民共和国一级注册建造师执业印章", ("方闻舟", "浙133060712345(00)", "有效期至2027.06.30")),
    bottom="云溪建工集团有限公司",
    star=False,
    width=62,
    height=42,
    face="noto-sans-medium",
    rim=0.8,
    inner=0.4,
    tall=4.4,
    inset=0.7,
    sweep=200,
    line_tall=4.0,
)

REVIEW = Stamp(
    *("plate", "云溪市正衡施工图审查中心", ("云溪市正衡施工图审查中心", "施工图审查合格专用章", "证书编号:A330607123")),
    width=62,
    height=27,
    face=FACE,
    rim=0.8,
    line_tall=5.2,
)

ENGINEER = Stamp(
    *(
        "plate",
        "一级注册结构工程师",
        ("一级注册结构工程师", "姓名:方闻舟", "注册号:3306071-S012", "有效期:至2027年12月"),
    ),
    width=48,
    height=30,
    face="noto-serif-bold",
    rim=0.9,
    line_tall=4.6,
)


def _qr(paper: Paper) -> None:
    """A red square of modules with its three finders."""
    for x in range(29):
        for y in range(29):
            corner = min(x, 28 - x) < 7 and min(y, 28 - y) < 7 and not (x > 21 and y > 21)
            ring_of = max(abs((x if x < 14 else x - 22) - 3), abs((y if y < 14 else y - 22) - 3))
            if ring_of in (0, 1, 3) if corner else paper.roll.random() < 0.5:
                left, top = 94 + 8 * x, 64 + 8 * y
                paper.draw.rectangle((left, top, left + 7, top + 7), fill=RED)


def _logo(paper: Paper) -> None:
    """A filled disc with white waves and a word under it."""
    paper.draw.ellipse((130, 60, 290, 220), fill=RED)
    for y in (110, 140, 170):
        paper.draw.arc((120, y - 30, 300, y + 30), 20, 160, fill="white", width=9)
    paper.text(138, 240, "云溪水务", 36, RED)


def _frame(paper: Paper) -> None:
    """A double red frame around text."""
    paper.draw.rectangle((30, 30, 390, 330), outline=RED, width=4)
    paper.draw.rectangle((38, 38, 382, 322), outline=RED, width=1)
    for y in range(70, 300, 44):
        paper.text(70, y, "本证书由发证机关统一监制并负责解释", 16)


PICTURES = (
    Picture(
        "worn-rim",
        "a rim worn away on one side",
        (press(ring("云溪华岳建筑设计有限公司", rim=0.8, sweep=200), MIDDLE, worn=0.5, tilt=2.2, towards=-1.57),),
        camera=DULL,
    ),
    Picture("thin-rim", "a hairline rim", (press(ring("云溪市恒基勘测院", rim=0.3), MIDDLE, turn=70.0),), (form,)),
    Picture(
        "black-on-print",
        "black ink over black print",
        (press(ring("永宁创维网络有限公司"), MIDDLE, "black"),),
        (prose,),
    ),
    Picture(
        "grey-page",
        "a whole page scanned in grey",
        (press(ring("云溪市城乡规划设计院"), (540, 880), "grey", size=158.0),),
        (lambda paper: paper.prose(110, 200), line(440, 860, "云溪市城乡规划设计院", 18)),
        size=(744, 1052),
        mm=3.6,
        camera=Camera(paper=(244, 244, 244), blur=0.4, noise=0.3, quality=45, grey=True),
    ),
    Picture(
        "red-rules",
        "red table rules joined to the rim",
        (press(ring("永宁长虹房地产开发有限公司"), MIDDLE),),
        (rules(RULE_RED),),
    ),
    Picture(
        "full-ring",
        "a title all round, without a gap where it begins",
        (press(ring("浙江省云溪市第一人民医院", sweep=350, star=False), MIDDLE, turn=130.0),),
    ),
    Picture(
        "centre-leak",
        "lines in the middle that reach up to the letters of the title",
        (
            press(
                ring("云溪市联合监理有限公司", lines=("合同专用章", "第二分部"), star=False, line_tall=6.4, sweep=300),
                MIDDLE,
            ),
        ),
    ),
    Picture(
        "tax-oval",
        "an oval of two rims over the coloured heading of an invoice",
        (press(TAX, (210, 120), kind="other"),),
        (line(20, 76, "永宁省增值税普通发票", 38, BROWN), rules(RULE_RED)),
        size=(420, 260),
    ),
    Picture(
        "px98",
        "a seal 98 pixels wide",
        (press(ring("云溪建工有限公司", tall=6.2), (120, 100), size=98.0),),
        size=(240, 200),
        mm=2.33,
    ),
    Picture(
        "touching",
        "two seals that touch",
        (press(ring("云溪市教师进修学校"), (150, 160)), press(ring("永宁行政干部学院"), (403, 164))),
        (line(150, 150, "2023年10月20日", 26),),
        size=(560, 330),
    ),
    Picture(
        "overlapping",
        "two seals one over the other",
        (press(ring("云溪宏泰建设有限公司"), (150, 160)), press(ring("永宁天衡监理有限公司"), (372, 185), turn=-8.0)),
        size=(520, 350),
    ),
    Picture(
        "half-off",
        "half a seal at the lower edge",
        (press(ring("云溪锦绣置业有限公司"), (210, 350), titled=False),),
        (prose,),
    ),
    Picture(
        "straddling",
        "a third of a seal pressed across the edges of pages",
        (press(ring("永宁路桥建设有限公司"), (462, 180), titled=False),),
        (prose,),
    ),
    Picture(
        "review-plate",
        "a drawing reviewer's rectangle",
        (press(REVIEW, MIDDLE, kind="review", turn=-3.0),),
        (line(60, 190, "审查机构（盖章）：", 26),),
    ),
    Picture(
        "builder-oval",
        "a constructor's dark blue oval",
        (press(BUILDER, MIDDLE, "blue", kind="registration", ink=NAVY, turn=0.0),),
    ),
    Picture(
        "engineer-plate", "a structural engineer's rectangle", (press(ENGINEER, MIDDLE, kind="registration", turn=2.0),)
    ),
    Picture(
        "blue-round",
        "a blue unit seal",
        (press(ring("永宁岩土工程勘察有限公司", code="3306071234567"), MIDDLE, "blue"),),
        (form,),
    ),
    Picture(
        "name-under",
        "the unit's name and a date printed under the seal",
        (press(ring("云溪测绘科技有限公司"), MIDDLE),),
        (line(90, 165, "云溪测绘科技有限公司", 24), line(130, 205, "2022年6月8日", 24)),
    ),
    Picture("no-frame", "no seal: a red frame", (), (_frame,)),
    Picture("no-qr", "no seal: a red QR code", (), (_qr,)),
    Picture("no-logo", "no seal: a red logo", (), (_logo,)),
    Picture(
        "no-letterhead",
        "no seal: a red letterhead",
        (),
        (
            line(24, 60, "云溪市建设局文件", 46, RED),
            lambda paper: paper.draw.line((20, 150, 400, 150), fill=RED, width=4),
        ),
    ),
    Picture("no-rules", "no seal: red table rules", (), (rules(RULE_RED),)),
    Picture("no-print", "no seal: black print and rules", (), (form, line(40, 300, "（公章）", 24, BLACK))),
)
