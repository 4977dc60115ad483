"""The print that seals are pressed on: sheets of prose, forms and signature blocks; `mm` is pixels a millimetre."""

from __future__ import annotations

import random

import numpy as np
from PIL import Image, ImageDraw

from scripts.sealkit.faces import font, installed
from verify.read.engine import Array

_PHRASES = """
本工程位于规划道路以北 总建筑面积约一万二千平方米 地下一层地上六层 采用钢筋混凝土框架结构 抗震设防烈度六度
经各方共同验收合格 同意交付使用 施工质量符合设计及规范要求 质量保证资料齐全 观感质量评定为好 按图施工
现将有关事项通知如下 请遵照执行 特此证明 以上内容属实 合同金额以审计为准 开工日期 竣工日期 付款方式
技术负责人 项目负责人 专业负责人 审核人 校对 基础采用钻孔灌注桩 桩径八百毫米 持力层为中风化凝灰岩
"""

PHRASES = tuple(_PHRASES.split())
_LABELS = "工程名称 建设单位 设计单位 施工单位 监理单位 勘察单位 建筑面积 结构类型 层数 验收意见 负责人 日期 备注 编号"

LABELS = tuple(_LABELS.split())
PRINT = (34, 33, 36)


class Paper:
    """A sheet being printed. `names` are the organisations that its print mentions."""

    def __init__(
        self, size: tuple[int, int], mm: float, names: tuple[str, ...], roll: random.Random, face: str = ""
    ) -> None:
        self.image = Image.new("RGB", size, "white")
        self.draw = ImageDraw.Draw(self.image)
        self.mm, self.names, self.roll = mm, names, roll
        self.face = face or roll.choice([face for face in installed() if "kai" not in face and "bold" not in face])
        self.size = max(7, round(roll.choice((3.2, 3.7, 4.2, 4.9)) * mm))

    def text(
        self, x: float, y: float, text: str, size: int | None = None, fill: tuple[int, int, int] | None = None
    ) -> None:
        """One line from its upper left corner."""
        self.draw.text((x, y), text, font=font(self.face, size or self.size), fill=fill or PRINT)

    def prose(self, top: float, bottom: float) -> None:
        """Lines of phrases from `top` to `bottom`."""
        margin, y = self.roll.uniform(0, 0.1) * self.image.width, top
        while y < bottom:
            line = "，".join(self.roll.choice(PHRASES) for _ in range(12))
            room = int((self.image.width - 2 * margin) / self.size)
            self.text(margin, y, line[: max(2, room if self.roll.random() < 0.8 else room // 2)])
            y += 1.7 * self.size

    def form(self, top: float, bottom: float) -> None:
        """A ruled table of labels and values."""
        left, right = 0.05 * self.image.width, 0.95 * self.image.width
        columns = [left, *(left + (right - left) * share for share in (0.2, 0.55, 0.72)), right]
        step = self.roll.uniform(2.0, 3.6) * self.size
        rows = max(1, int((bottom - top) / step))
        line = max(1, round(0.25 * self.mm))
        for number in range(rows + 1):
            self.draw.line((left, top + number * step, right, top + number * step), fill=PRINT, width=line)
        for x in columns:
            self.draw.line((x, top, x, top + rows * step), fill=PRINT, width=line)
        for number in range(rows):
            y = top + (number + 0.5) * step - self.size / 2
            for column, end, value in zip(columns[:-1], columns[1:], self._cells(), strict=True):
                room = int((end - column) / self.size - 0.3)
                self.text(column + 0.3 * self.size, y, value[:room])

    def block(self, x: float, y: float, name: str) -> None:
        """A signature block: the organisation's name and the date, one under the other."""
        date = f"{self.roll.randint(2012, 2024)}年{self.roll.randint(1, 12)}月{self.roll.randint(1, 28)}日"
        lines = [name, date] if self.roll.random() < 0.6 else ["（盖章）", "负责人（签字）：", date]
        for number, line in enumerate(lines):
            self.text(x - len(line) * self.size / 2, y + (number - 1) * 1.7 * self.size, line)

    def array(self) -> Array:
        """The sheet, float32, 0..255."""
        return np.asarray(self.image, np.float32).copy()

    def _cells(self) -> tuple[str, str, str, str]:
        value = self.roll.choice((*self.names, self.roll.choice(PHRASES)))
        return self.roll.choice(LABELS), value, self.roll.choice(LABELS), self.roll.choice(PHRASES)
