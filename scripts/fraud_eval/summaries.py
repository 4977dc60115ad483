"""What somebody did in a year, in words of one's own: no two people write the same half page."""

from __future__ import annotations

from random import Random

from scripts.fixturekit.chance import dice
from scripts.fixturekit.people import Person

WORKS = (
    "编制{part}吊装方案，{people}交底{count}次", "复核{part}{thing}{count}处，{done}", "配合{people}完成{part}验收，{done}",
    "统计{part}{thing}用量，比计划节约{count}%", "处理{part}{thing}问题{count}处，{done}", "带领{people}改进{thing}安装，{done}",
    "整理{part}{thing}资料{count}册，{done}", "组织{people}学习{thing}规程{count}次，{done}",
)  # fmt: skip
PARTS = (
    "地下室外墙", "东侧裙房", "二十层以上标准层", "屋面女儿墙", "核心筒", "转换层", "北区车库顶板", "连廊", "设备夹层", "南楼梯间",
    "首层大堂", "塔楼避难层", "西侧基坑", "人防口部", "电梯机房", "幕墙埋件区", "后浇带", "配电间", "采光井", "展厅夹层",
)  # fmt: skip
THINGS = (
    "叠合板", "预制楼梯", "灌浆套筒", "防水卷材", "钢梁节点", "轻质隔墙", "斜撑", "预埋线盒", "外挂墙板", "铝模", "空调板",
    "飘窗", "阳台栏板", "密封胶", "保温板", "脚手架连墙件", "植筋", "止水钢板", "预应力筋", "雨水立管",
)  # fmt: skip
PEOPLE = (
    "劳务班组",
    "监理人员",
    "新进员工",
    "设计驻场人员",
    "构件厂",
    "检测单位",
    "资料员",
    "塔吊司机",
    "业主代表",
    "质检小组",
)
DONE = (
    "一次验收合格", "工期提前两天", "得到建设单位书面表扬", "形成工法初稿", "未再返工", "比上年减少一半", "列入公司样板",
    "全部按期关闭", "纳入项目台账", "成本下降明显", "数据齐全可查", "获市级观摩", "无一漏项",
)  # fmt: skip


def summary(person: Person, year: int) -> str:
    """A year's summary, the same for one person and year."""
    roll = dice("summary", person.id_number, year)
    works = roll.sample(WORKS, 5)
    return f"{year}年度本人在{person.project}从事技术工作。" + "".join(f"{_told(work, roll)}。" for work in works)


def _told(work: str, roll: Random) -> str:
    words = {"part": PARTS, "thing": THINGS, "people": PEOPLE, "done": DONE}
    return work.format(count=roll.randint(2, 38), **{slot: roll.choice(choice) for slot, choice in words.items()})
