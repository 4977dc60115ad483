"""How fast a project is looked up by name among a million, and whether it is found: `hedui projects`.

    python -m scripts.bench_projects [--names 1000000] [--claims 20000] [--store FILE]

Names are invented and as alike as real ones: most begin with one of a few districts, and share kinds, 工程 and parts.
Prints load time, sizes, and for each way of asking median and 95th percentile in ms (wall clock, and processor time,
which other work on the machine does not lengthen), and how often the name asked for is among the first LIMIT. The
system's file cache is warm: every query is asked once before.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlalchemy import Connection, text

from verify.form import Form, Project
from verify.model import Case, Item, Slot
from verify.projects.search import LIMIT, search
from verify.registry.registry import Entry, Registry
from verify.store import applicants
from verify.store.applicants import Applicant
from verify.store.database import opened
from verify.store.projects import put_claims, put_registry

ASKED = 60
"""Names asked for, in each way."""

_PLACES = (
    ("绍兴市柯桥区",) * 4 + ("绍兴市越城区",) * 3 + ("绍兴市上虞区", "诸暨市", "嵊州市", "新昌县", "浙江省绍兴市柯桥区")
)
_TOWNS = [
    "平水镇",
    "钱清街道",
    "安昌街道",
    "柯岩街道",
    "马鞍街道",
    "齐贤街道",
    "福全街道",
    "兰亭街道",
    "漓渚镇",
    "夏履镇",
    "王坛镇",
    "稽东镇",
    "滨海新城",
    "镜湖新区",
]
_SIGNS = (
    "云栖明湖镜山水柳岸东浦鉴会稽兰亭越风禹陵古纤道若耶溪秋瑾望海锦绣华"
    "庭金柯玉兰翠苑丽景和润御府阳光城悦江南里安康泰宁永福祥瑞星辰"
)
_ENDS = ["路", "小区", "村", "社区", "大道", "地块", "家园", "园区", "河", "桥"]
_KINDS = [
    "安置房", "小学教学楼", "中学扩建", "污水管网改造", "道路改造提升", "标准厂房", "装配式住宅", "商业综合体", "幼儿园", "老旧小区改造",
    "人行天桥", "农贸市场", "科创大楼", "文化礼堂", "综合整治", "地下停车库", "医院门诊楼", "敬老院", "绿化景观", "强弱电改造",
]  # fmt: skip
_ENDINGS = ("工程", "工程", "建设工程", "项目", "建设项目", "施工")
_PARTS = ("", "", "", "（一期）", "（二期）", "（一标段）", "（二标段）", "（三标段）", "1#～8#楼", "（EPC）")


def names(count: int, seed: int = 7) -> Iterator[str]:
    """So many names, few of them twice."""
    dice = random.Random(seed)
    for _ in range(count):
        own = "".join(dice.choices(_SIGNS, k=dice.choice((2, 2, 3)))) + dice.choice(_ENDS)
        town = dice.choice(_TOWNS) if dice.random() < 0.4 else ""
        yield f"{dice.choice(_PLACES)}{town}{own}{dice.choice(_KINDS)}{dice.choice(_ENDINGS)}{dice.choice(_PARTS)}"


def load(connection: Connection, count: int, claims: int) -> list[str]:
    """An export of `count` rows and `claims` claims of the same and other projects; all names."""
    known = list(names(count))
    entries = (
        Entry(
            name, f"33060221{at:08d}", "裘思远", "项目经理", "浙江宁筑建设集团有限公司", "", "2023-06-30", "", "第 2 行"
        )
        for at, name in enumerate(known)
    )
    put_registry(connection, Registry("平台导出.csv", "bench", tuple(entries)))
    dice = random.Random(8)
    for at, name in enumerate((*dice.sample(known, claims // 2), *names(claims - claims // 2, seed=9))):
        item = Item(Slot.PROJECT, "工程业绩/1", Project(name=name, role="项目经理"))
        applicant = applicants.put(connection, Applicant(f"批次{at % 20}", "批次", str(at), "王建国", None, None, ""))
        put_claims(connection, applicant, Case("王建国", "王建国", Form(name="王建国"), items=(item,)))
    return known


def _slip(name: str, dice: random.Random) -> str:
    at = dice.randrange(len(name) // 3, 2 * len(name) // 3)
    return name[:at] + dice.choice(_SIGNS) + name[at + 1 :]


def _without_place(name: str, _: random.Random) -> str:
    return (
        name.rpartition("区")[2] if name.count("区") == 1 and not name.endswith("区") else name.removeprefix("绍兴市")
    )


def _written_otherwise(name: str, _: random.Random) -> str:
    parts = {"（一": "(1", "（二": "(2", "（三": "(3", "标段）": "标)", "期）": "期)", "～": "-"}
    for one, other in parts.items():
        name = name.replace(one, other)
    return "浙江省" + name.removeprefix("浙江省")


WAYS: dict[str, Callable[[str, random.Random], str]] = {
    "as it is": lambda name, _: name,
    "one slip": _slip,
    "without its place": _without_place,
    "parts and brackets otherwise": _written_otherwise,
    "its first half": lambda name, _: name[: len(name) // 2 + 2],
    "two common characters": lambda name, dice: dice.choice(["小学", "道路", "工程", "绍兴", "医院", "改造"]),
    "two rare characters": lambda name, dice: dice.choice(["秋瑾", "若耶", "禹陵", "瑾府", "纤道", "祥瑞"]),
    "common words alone": lambda name, dice: f"柯桥区{dice.choice(_KINDS)}工程",
}


def measured(connection: Connection, known: list[str]) -> None:
    """Print a line for each way of asking, and one for all."""
    every: list[tuple[float, float]] = []
    for way, change in WAYS.items():
        dice = random.Random(way)
        times, found = [], 0
        for name in dice.sample(known, ASKED):
            query = change(name, dice)
            search(connection, query)
            wall, own = time.perf_counter(), time.process_time()
            hits = search(connection, query)
            times.append((1_000 * (time.perf_counter() - wall), 1_000 * (time.process_time() - own)))
            found += any(hit.project == name for hit in hits)
        every += times
        print(f"{way:30} {_told(times)}  found {found}/{ASKED}")
    print(f"{'all':30} {_told(every)}  first {LIMIT} names, {len(every)} queries")


def _told(times: list[tuple[float, float]]) -> str:
    return "  ".join(
        f"{what}: median {statistics.median(ms):5.1f} ms, p95 {statistics.quantiles(ms, n=20)[-1]:5.1f} ms, most {max(ms):5.1f} ms"
        for what, ms in zip(("wall", "cpu"), map(list, zip(*times, strict=True)), strict=True)
    )


def _sizes(connection: Connection, store: Path) -> str:
    page = connection.execute(text("PRAGMA page_size")).scalar_one()
    index = connection.execute(text("SELECT sum(length(block)) FROM project_records_index_data")).scalar_one()
    rows = connection.execute(text("SELECT count(*) FROM project_names")).scalar_one()
    pages = connection.execute(text("PRAGMA page_count")).scalar_one()
    return f"store {page * pages / 1e6:.0f} MB, of it index {index / 1e6:.0f} MB; {rows:,} names ({store})"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names", type=int, default=1_000_000)
    parser.add_argument("--claims", type=int, default=20_000)
    parser.add_argument("--store", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = asked.store or Path(folder) / "store.sqlite"
        fresh = not store.exists()
        with opened(store) as engine, engine.begin() as connection:
            started = time.perf_counter()
            known = load(connection, asked.names, asked.claims) if fresh else list(names(asked.names))
            print(f"loaded in {time.perf_counter() - started:.0f} s" if fresh else "loaded before")
        with opened(store) as engine, engine.connect() as connection:
            print(_sizes(connection, store))
            print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
            measured(connection, known)


if __name__ == "__main__":
    main()
