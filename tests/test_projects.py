"""The query by a project's name: over this batch, earlier ones and the export, however the name is written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection, func, select, text

from tests.checks.build import case, document, item
from tests.test_cli import hedui
from verify.errors import UsageError
from verify.form import Project
from verify.model import Case, Slot
from verify.projects.answer import as_text
from verify.projects.search import Hit, search
from verify.registry.registry import Entry, Registry
from verify.store.applicants import Applicant, keep_only, put
from verify.store.database import opened
from verify.store.project_index import NAMES
from verify.store.projects import CLAIMS, RECORDS, put_claims, put_registry

WORK = "绍兴市柯桥区云栖路小学新建工程（二标段）"
ID = "330602199003021150"
READ_ON = date(2026, 3, 1)
NAMES_KNOWN = [
    WORK, WORK.replace("二", "一"), "绍兴市柯桥区平水镇安置房工程", "绍兴市柯桥区钱清街道安置房工程", "绍兴市越城区桥梁改造工程",
    "镜湖装配式住宅一期1#～8#楼", "镜湖装配式住宅二期", *(f"绍兴市柯桥区第{n}号道路改造工程" for n in range(1, 30)),
]  # fmt: skip


def applicant(name: str, *works: str) -> Case:
    items = [
        item(Slot.PROJECT, document(f"工程业绩/{n}/合同.pdf", Slot.PROJECT), claim=Project(name=work, role="项目经理"))
        for n, work in enumerate(works, 1)
    ]
    return case(items=items, name=name)


def claim(connection: Connection, batch: str, case: Case) -> None:
    """Put an applicant and their claims into the store, as a run does."""
    entry = Applicant(batch, Path(batch).name, case.folder, case.name, None, None, "")
    put_claims(connection, put(connection, entry), case)


def export(*names: str, digest: str = "a") -> Registry:
    rows = (
        Entry(name, f"33060221{at:08d}", "裘思远", "项目经理", "宁筑建设", "", "2023-06-30", "", f"第 {at} 行")
        for at, name in enumerate(names, 2)
    )
    return Registry("导出.csv", digest, tuple(rows))


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Connection]:
    with opened(tmp_path / "store.sqlite") as engine, engine.begin() as connection:
        put_registry(connection, export(*NAMES_KNOWN), READ_ON)
        yield connection


def first(held: Connection, query: str) -> str:
    return next((hit.project for hit in search(held, query)), "")


ASKED = [
    (WORK, WORK),
    ("浙江省绍兴市柯桥区云栖路小学新建项目(2标段)", WORK),
    ("云栖路小学新建工程第II标段", WORK),
    ("绍兴市柯桥区云溪路小学新建工程（二标段）", WORK),  # 溪 for 栖
    ("云栖路小学", WORK.replace("二", "一")),  # both sections, in the order of their names
    ("云栖", WORK.replace("二", "一")),
    ("桥梁", "绍兴市越城区桥梁改造工程"),
    ("平水镇安置房", "绍兴市柯桥区平水镇安置房工程"),
    ("镜湖装配式住宅1期1-8幢", "镜湖装配式住宅一期1#～8#楼"),
    ("镜湖装配式住宅二期", "镜湖装配式住宅二期"),
    ("没有的", ""),
    ("水库大坝除险加固", ""),
]


@pytest.mark.parametrize(("query", "name"), ASKED)
def test_the_first_answer(held: Connection, query: str, name: str) -> None:
    assert first(held, query) == name


def test_of_two_sections_the_one_asked_for_comes_first_and_the_other_is_listed(held: Connection) -> None:
    other = WORK.replace("二", "一")
    assert [hit.project for hit in search(held, f"浙江省{WORK}")][:2] == [WORK, other]
    assert [hit.project for hit in search(held, f"浙江省{other}")][:2] == [other, WORK]


@pytest.mark.parametrize("query", ["", "云", "（）", " 工 "])
def test_too_short(held: Connection, query: str) -> None:
    with pytest.raises(UsageError, match="至少输入两个字"):
        search(held, query)


@pytest.mark.parametrize("query", ['云栖" OR "', "云栖'; DROP TABLE project_names", "云栖*", "NOT 云栖"])
def test_a_query_is_text(held: Connection, query: str) -> None:
    search(held, query)
    assert held.execute(select(func.count()).select_from(NAMES)).scalar_one() == len(NAMES_KNOWN)


def test_claims_of_this_and_earlier_batches_beside_the_export(held: Connection) -> None:
    claim(held, "2023", applicant("王建国", WORK))
    claim(held, "2024", applicant("李海燕", WORK, "越城区桥梁改造工程"))
    (hit, *_) = search(held, WORK)
    assert [(one.batch, one.person, one.role, one.files) for one in hit.claims] == [
        ("2024", "李海燕", "项目经理", ("工程业绩/1/合同.pdf",)),
        ("2023", "王建国", "项目经理", ("工程业绩/1/合同.pdf",)),
    ]
    assert [(record.person, record.where) for record in hit.records] == [
        ("裘思远", "导出.csv（2026-03-01 读入） 第 2 行")
    ]
    assert search(held, "越城区桥梁改造工程")[0].claims[0].person == "李海燕"


NUMBER = "3306022103180101"
SPELLINGS = ["镜湖新区云栖小学迁建工程二标段", "绍兴市云栖小学迁建项目（二标）", "云栖小学迁建"]


def numbered(name: str, work: str, number: str | None) -> Case:
    claimed = Project(name=work, role="施工员", registry_number=number)
    return case(items=[item(Slot.PROJECT, subject="projects[0]", claim=claimed)], name=name)


def claimed(held: Connection, numbers: list[str | None]) -> list[list[str]]:
    """Who claims each project found, where each spelling has its number."""
    for at, (work, number) in enumerate(zip(SPELLINGS, numbers, strict=True)):
        claim(held, "2024", numbered("王李周"[at], work, number))
    return [[one.person for one in hit.claims] for hit in search(held, "云栖小学迁建工程") if hit.claims]


def test_one_number_is_one_project_with_its_spellings(held: Connection) -> None:
    (people,) = claimed(held, [NUMBER, f"{NUMBER}-SX-001", " ３３０６０２２１０３１８０１０１"])
    assert sorted(people) == ["周", "李", "王"]
    hits = [hit for hit in search(held, "云栖小学迁建工程") if hit.claims]
    said = as_text(hits, "云栖", "2024", 20)
    assert all(f"“{work}”" in said or f"1. {work}" in said for work in SPELLINGS)
    assert said.count("写作") == 2


@pytest.mark.parametrize(
    "numbers",
    [
        [NUMBER, "3306022103180102", None],
        ["无", "无", "无"],
        [None, None, None],
        ["9906022113450101"] * 3,  # no such province, no such day
        ["20210045"] * 3,  # a serial of each office's own
    ],
)
def test_other_numbers_and_what_is_none_part_projects(held: Connection, numbers: list[str | None]) -> None:
    assert sorted(claimed(held, numbers)) == [["周"], ["李"], ["王"]]


def test_one_name_with_two_numbers_does_not_make_them_one(held: Connection) -> None:
    claim(held, "2024", numbered("甲", "云栖小学食堂", "3306022103180102"))
    claim(held, "2024", numbered("乙", "云栖小学", NUMBER))
    claim(held, "2024", numbered("丙", "云栖小学", "3306022103180199"))
    claim(held, "2024", numbered("丁", "云栖小学操场", NUMBER))
    found = {hit.project: sorted(one.person for one in hit.claims) for hit in search(held, "云栖小学") if hit.claims}
    assert found == {"云栖小学": ["丁", "丙", "乙"], "云栖小学食堂": ["甲"]}


def test_the_rows_of_a_name_go_with_its_claims(held: Connection) -> None:
    put_registry(held, export("绍兴市云栖小学迁建项目（二标）", digest="z"), READ_ON)
    claimed(held, [NUMBER, NUMBER, NUMBER])
    (hit,) = [hit for hit in search(held, "镜湖新区云栖小学迁建工程二标段") if hit.claims]
    assert hit.project == SPELLINGS[0]
    assert [record.project for record in hit.records] == [SPELLINGS[1]]


def test_rows_of_two_exports_say_when_each_was_read_the_later_first(held: Connection) -> None:
    old, new = (Entry(WORK, NUMBER, who, "项目经理", "", "", "", "", "第 2 行") for who in ("裘思远", "孟广宁"))
    put_registry(held, Registry("平台.csv", "o", (old,)), date(2025, 3, 1))
    put_registry(held, Registry("平台.csv", "n", (new,)), date(2026, 3, 2))
    assert [(record.person, record.where) for record in search(held, WORK)[0].records][:2] == [
        ("孟广宁", "平台.csv（2026-03-02 读入） 第 2 行"),
        ("裘思远", "平台.csv（2025-03-01 读入） 第 2 行"),
    ]


def test_an_older_store_does_not_know_when(held: Connection) -> None:
    held.execute(text("DROP TABLE project_sources_read"))
    assert search(held, WORK)[0].records[0].where == "导出.csv 第 2 行"


def test_claims_are_replaced_and_forgotten(held: Connection) -> None:
    claim(held, "2024", applicant("王建国", "甲村文化礼堂", WORK))
    claim(held, "2024", applicant("王建国", WORK))
    assert held.execute(select(func.count()).select_from(CLAIMS)).scalar_one() == 1
    assert search(held, "甲村文化礼堂") == ()
    keep_only(held, "2024", [])
    assert search(held, WORK)[0].claims == ()


def test_an_export_is_taken_once_and_rows_of_two_are_shown_once(held: Connection) -> None:
    rows = held.execute(select(func.count()).select_from(RECORDS)).scalar_one()
    assert put_registry(held, export(*NAMES_KNOWN)) is False
    assert held.execute(select(func.count()).select_from(RECORDS)).scalar_one() == rows
    assert put_registry(held, export(*NAMES_KNOWN, digest="b")) is True
    assert len(search(held, WORK)[0].records) == 1


def test_a_claim_is_not_lost_among_many_names_as_alike(tmp_path: Path) -> None:
    with opened(tmp_path / "many.sqlite") as engine, engine.begin() as connection:
        put_registry(connection, export(*(f"柯桥区第{n}小学" for n in range(3_000))))
        claim(connection, "2024", applicant("王建国", "越城区镜湖中心小学教学楼迁建工程"))
        assert search(connection, "小学")[0].claims
        assert len(search(connection, "小学", limit=300)) == 300
        assert search(connection, "柯桥区第1小学")[0].project == "柯桥区第1小学"


def test_characters_beyond_the_first_plane(held: Connection) -> None:
    put_registry(held, export("𠮷祥𰻝家园工程", digest="c"))
    assert first(held, "𠮷祥") == "𠮷祥𰻝家园工程"
    assert first(held, "𰻝家") == "𠮷祥𰻝家园工程"


def test_the_text_masks_id_numbers() -> None:
    (found,) = [as_text([Hit(f"甲{ID}工程", 80.0)], "甲", "2024", 20)]
    assert ID not in found
    assert "没有人申报" in found


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A run's output and a store beside it."""
    (tmp_path / "第一批-reports").mkdir()
    (tmp_path / "第一批-reports" / "batch.json").write_text("{}")
    with opened(tmp_path / "store.sqlite") as engine, engine.begin() as connection:
        put_registry(connection, export(WORK), READ_ON)
        claim(connection, str(tmp_path / "第一批"), applicant("王建国", WORK))
        claim(connection, "/去年", applicant("李海燕", WORK))
    return tmp_path


def asked(office: Path, name: str, *more: str) -> tuple[int, str, str]:
    done = hedui("projects", office / "第一批-reports", name, *more, HEDUI_STORE=str(office / "store.sqlite"))
    return done.returncode, done.stdout, done.stderr


def test_the_command(office: Path) -> None:
    code, said, _ = asked(office, "云栖路小学")
    assert code == 0
    assert said.splitlines() == [
        "1. 绍兴市柯桥区云栖路小学新建工程（二标段）（相近度 92）",
        "   申报：王建国（项目经理）　[本批 王建国]",
        "      材料：工程业绩/1/合同.pdf",
        "   申报：李海燕（项目经理）　[批次 去年 李海燕]",
        "      材料：工程业绩/1/合同.pdf",
        "   平台导出：裘思远（项目经理），宁筑建设，3306022100000002，? 至 2023-06-30　[导出.csv（2026-03-01 读入） 第 2 行]",
    ]


def test_the_command_as_json(office: Path) -> None:
    code, said, _ = asked(office, WORK, "--json")
    assert code == 0
    (found,) = json.loads(said)["projects"]
    assert (found["project"], found["likeness"]) == (WORK, 100.0)
    assert sorted((claim["this_batch"], claim["person"]) for claim in found["claims"]) == [
        (False, "李海燕"),
        (True, "王建国"),
    ]
    assert found["records"][0]["completed"] == "2023-06-30"


def test_the_run_itself_says_which_batch_it_was(office: Path) -> None:
    (office / "第一批-reports" / "run.json").write_text(json.dumps({"batch": "/去年"}))
    assert "申报：李海燕（项目经理）　[本批 王建国]" not in asked(office, WORK)[1]
    assert "申报：李海燕（项目经理）　[本批 李海燕]" in asked(office, WORK)[1]


def test_nothing_found_is_said_and_is_no_error(office: Path) -> None:
    code, said, _ = asked(office, "水库大坝")
    assert (code, "查不到不说明业绩不实" in said) == (0, True)
    assert json.loads(asked(office, "水库大坝", "--json")[1])["projects"] == []


def test_what_the_command_refuses(office: Path) -> None:
    code, _, why = asked(office, "云")
    assert (code, "至少输入两个字" in why) == (2, True)
    done = hedui("projects", office, "云栖")
    assert (done.returncode, "不是核对结果的文件夹" in done.stderr) == (2, True)
    (office / "第一批-reports" / "run.json").write_text(json.dumps({"store": str(office / "none.sqlite")}))
    assert "还没有数据库" in asked(office, "云栖")[2]
    code, _, why = asked(office, "云栖", "--store", str(office / "none.sqlite"))
    assert (code, "还没有数据库" in why) == (2, True)
    assert not (office / "none.sqlite").exists()
