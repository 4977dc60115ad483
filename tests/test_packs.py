"""An office's own notices: found by id beside the batch, listed clause by clause, checked against the notice's text."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.paths import ROOT
from verify import cli
from verify.clauses import by_clause, misquoted, place
from verify.errors import UsageError
from verify.explain import describe, explain, notices
from verify.notice import parse
from verify.packs import for_batch, load, own, shipped

SHARED = Path(os.environ.get("HEDUI_SHARED", ROOT.parent / "shared"))

OWN = """[notice]
id = "ninghu-2025"
number = "宁建〔2025〕3号"
title = "关于开展2025年度宁湖市建筑工程师评审工作的通知"
issuer = "宁湖市建筑业协会"
issued = 2025-03-01
level = "中级"

[checks."photo.aspect"]
section = "二（一）"
quote = "照片宽高比为0.7至0.8"
consequence = "return"
min = 0.7
max = 0.8

[[unchecked]]
section = "二（十二）"
quote = "面试成绩"
reason = "面试由评委会进行。"

[[unclear]]
sections = ["二（一）"]
text = "照片宽高比是否含边框没有说。"
checks = ["photo.aspect"]
"""
TEXT = "二、要求\n（一）照片宽高比为 0.7 至 0.8 。\n（十二）面试成绩另行通知。"


def office(folder: Path, **packs: str) -> Path:
    """A batch with the office's own notices beside it."""
    (folder / "notices").mkdir()
    (folder / "batch" / "王建").mkdir(parents=True)
    for name, text in packs.items():
        (folder / "notices" / f"{name}.toml").write_text(text, "utf-8")
    return folder / "batch"


def test_a_notice_beside_the_batch_is_known_by_its_id(tmp_path: Path) -> None:
    batch = office(tmp_path, a=OWN)
    assert for_batch(batch, "ninghu-2025").head.number == "宁建〔2025〕3号"
    assert for_batch(batch, None).head.id == "shaoxing-2024-07"
    (batch / "notice.toml").write_text('use = "ninghu-2025"\n', "utf-8")
    assert for_batch(batch, None).head.id == "ninghu-2025"


def test_two_notices_of_one_id_are_refused(tmp_path: Path) -> None:
    office(tmp_path, a=OWN, b=OWN)
    with pytest.raises(UsageError, match="ninghu-2025"):
        own(tmp_path)


def test_an_id_that_is_shipped_is_refused(tmp_path: Path) -> None:
    office(tmp_path, a=OWN.replace("ninghu-2025", "shaoxing-2024-07"))
    with pytest.raises(UsageError, match="shaoxing-2024-07"):
        own(tmp_path)


def test_an_unknown_id_is_answered_with_those_that_are_known(tmp_path: Path) -> None:
    batch = office(tmp_path, a=OWN)
    with pytest.raises(UsageError, match="ninghu-2025"):
        for_batch(batch, "ninghu-2026")


def test_the_notices_command_lists_the_offices_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office(tmp_path, a=OWN)
    monkeypatch.chdir(tmp_path)
    assert cli.run(["notices"]) == 0


def test_sections_stand_in_the_order_of_the_notice() -> None:
    said = ["附件2 二3.1", "五（七）2", "二（十二）", "附件1 一4", "三", "二（二）3", "五（十）", "附件2 一1"]
    assert sorted(said, key=place) == [
        "二（二）3",
        "二（十二）",
        "三",
        "五（七）2",
        "五（十）",
        "附件1 一4",
        "附件2 一1",
        "附件2 二3.1",
    ]


def test_a_clause_names_its_check_or_says_why_there_is_none() -> None:
    listed = by_clause(parse(OWN, "own.toml"))
    assert [(section, [(bool(line.rule), line.reason) for line in lines]) for section, lines in listed] == [
        ("二（一）", [(True, "")]),
        ("二（十二）", [(False, "面试由评委会进行。")]),
    ]
    told = describe(parse(OWN, "own.toml"))
    assert told.index("photo.aspect") < told.index("面试由评委会进行") < told.index("是否含边框没有说")


@pytest.mark.parametrize("name", shipped())
def test_every_clause_that_no_check_stands_on_is_quoted_word_for_word(name: str) -> None:
    text = SHARED / "notices" / f"{name}.txt"
    if not text.is_file():
        pytest.skip(f"the notice's text is not here: {text} (set HEDUI_SHARED)")
    assert misquoted(load(name), text.read_text("utf-8")) == []


@pytest.mark.parametrize("name", shipped())
def test_a_pack_says_what_it_does_not_check_and_what_is_unclear(name: str) -> None:
    pack = load(name)
    assert len(pack.unchecked) >= 10
    assert all(one.reason.endswith("。") for one in pack.unchecked)
    assert len(pack.unclear) >= 5


def test_explain_shows_what_the_notice_leaves_unclear() -> None:
    assert "2001年当年毕业的没有说" in explain("education.proof")


def test_validate_compares_the_quotes_with_the_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack, text = tmp_path / "own.toml", tmp_path / "notice.txt"
    pack.write_text(OWN, "utf-8")
    text.write_text(TEXT, "utf-8")
    assert cli.run(["notices", "validate", str(pack), "--text", str(text)]) == 0
    text.write_text(TEXT.replace("面试", "笔试"), "utf-8")
    assert cli.run(["notices", "validate", str(pack), "--text", str(text)]) == 2
    assert "面试成绩" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('reason = "面试由评委会进行。"', "reason = 3", 19),
        ("[[unclear]]", "[unclear]", 21),
        ('checks = ["photo.aspect"]', 'checks = ["photo.aspekt"]', 24),
    ],
)
def test_mistakes_below_the_checks_are_named_too(old: str, new: str, line: int) -> None:
    with pytest.raises(UsageError, match=rf"^own\.toml:{line}:"):
        parse(OWN.replace(old, new), "own.toml")


def test_the_checks_that_ask_for_a_route_know_the_same_words() -> None:
    """A notice inherits nothing: what one check takes for 大专, the others must not take for something unknown."""
    rules = {rule.check.id: rule.params.model_dump() for rule in load("yongjia-2021-23").rules}
    lists = [rules["assessment.years"], rules["assessment.grade"], rules["title.appointed"]["in_force"]]
    for key in ("titles", "unfinished", "no_route", "routes"):
        assert [one[key] for one in lists] == [rules["eligibility.route"][key]] * 3, key


SHIPPED_AGAIN = OWN.replace("ninghu-2025", "shaoxing-2024-07")


def test_a_notice_with_a_shipped_id_is_refused_wherever_it_lies(tmp_path: Path) -> None:
    batch = office(tmp_path, a=SHIPPED_AGAIN)
    file = tmp_path / "notices" / "a.toml"
    with pytest.raises(UsageError, match=rf"^{file}:2: .*请改用另一个 id"):
        load(str(file))
    with pytest.raises(UsageError, match=rf"^{file}:2:"):
        for_batch(batch, "shaoxing-2024-07")  # which of the two is meant?
    with pytest.raises(UsageError, match=rf"^{file}:2:"):
        for_batch(batch, None)  # the default is that id too
    assert cli.run(["notices", "validate", str(file)]) == 2
    (batch / "notice.toml").write_text(SHIPPED_AGAIN, "utf-8")
    with pytest.raises(UsageError, match=r"notice\.toml:2:"):
        for_batch(batch, None)


def test_a_broken_notice_keeps_no_other_from_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    batch = office(tmp_path, a=OWN, b=OWN.replace("ninghu-2025", "ninghu-2026").replace("0.8", "零点八"))
    assert for_batch(batch, "ninghu-2025").head.id == "ninghu-2025"
    assert "b.toml:14" in capsys.readouterr().err
    assert for_batch(batch, "yongjia-2021-23").head.id == "yongjia-2021-23"
    with pytest.raises(UsageError, match=r"b\.toml:14"):
        for_batch(batch, "ninghu-2026")
    assert "不能用的通知" in notices(tmp_path)


WINDOW = """
[checks."form.submitted_in_window"]
consequence = "reject"
opens = 2025-07-19
closes = 2025-10-10

[checks."continuing_education.platform"]
consequence = "return"
platforms = [{ name = "宁湖继续教育网", host = "jxjy.ninghu.gov.cn" }]
labels = ["平台"]
"""


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        ("closes = 2025-10-10", "closes = 2025-06-10", 29, "截止日 2025-06-10 早于开始日 2025-07-19"),
        ("jxjy.ninghu.gov.cn", "宁湖继续教育网", 33, "不是网站主机名"),
        ('id = "ninghu-2025"', 'id = ""', 2, "不能为空"),
        ('id = "ninghu-2025"', 'id = "宁湖 2025"', 2, "英文字母"),
        ('title = "关于开展2025年度宁湖市建筑工程师评审工作的通知"', 'title = " "', 4, "不能为空"),
        ("min = 0.7", "min = -0.7", 13, "不能是负数"),
        ('checks = ["photo.aspect"]', 'checks = ["photo.bytes"]', 24, "本通知没有列 photo.bytes"),
        ('[checks."photo.aspect"]', "[checks.photo.aspect]", 9, '加引号：[checks."photo.aspect"]'),
        ('level = "中级"', "level = “中级”", 7, "中文（全角）的引号"),
        ('level = "中级"', 'level ＝ "中级"', 7, "中文（全角）的等号"),
        ('labels = ["平台"]', 'labels = ["平台"，"网址"]', 34, "中文（全角）的逗号"),
        ("opens = 2025-07-19", "opens = 2025/07/19", 28, "请写成 2025-07-19"),
        ("opens = 2025-07-19", "opens = 2025-7-9", 28, "请写成 2025-07-09"),
        ("opens = 2025-07-19", "opens = 2025.07.19", 28, "请写成 2025-07-19"),
        ("opens = 2025-07-19", "opens = 2025年7月19日", 28, "请写成 2025-07-19"),
        ("opens = 2025-07-19", 'opens = "明天"', 28, "应为日期"),
    ],
)
def test_a_slip_of_an_offices_is_named_with_its_line_and_its_mend(old: str, new: str, line: int, told: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse((OWN + WINDOW).replace(old, new, 1), "own.toml")
    assert str(caught.value).startswith(f"own.toml:{line}: ")
    assert told in str(caught.value)
    assert "Value error" not in str(caught.value)


def test_what_stands_in_quotes_or_after_a_hash_is_no_slip() -> None:
    said = 'remedy = "请重新上传，宽高比：0.7＝。" # 说明：2025/7/1，“见通知”\nmin = 0.7'
    assert parse(OWN.replace("min = 0.7", said), "own.toml").rules[0].remedy == "请重新上传，宽高比：0.7＝。"


def test_a_whole_address_is_taken_for_its_host() -> None:
    pack = parse((OWN + WINDOW).replace("jxjy.ninghu.gov.cn", "https://www.JXJY.ninghu.gov.cn/index.jsp"), "own.toml")
    (params,) = (rule.params for rule in pack.rules if rule.check.id == "continuing_education.platform")
    assert params.model_dump()["platforms"][0]["host"] == "www.jxjy.ninghu.gov.cn"


@pytest.mark.parametrize("check", sorted({rule.check.id for name in shipped() for rule in load(name).rules}))
def test_explain_shows_no_raw_data(check: str) -> None:
    said = [line for line in explain(check).splitlines() if line.startswith("    ") and " = " in line]
    regular = [line for line in said if re.search(r"\(\?[:!<]|\\\\", line)]  # patterns have braces of their own
    assert [line for line in said if line not in regular and re.search(r"[{}]|'[^']*'|None|True|False", line)] == []


LISTED = [
    ("shaoxing-2024-07", "五（一）", "eligibility.route"),
    ("shaoxing-2024-07", "五（三）", "education.proof"),
    ("shaoxing-2024-07", "附件1 一3.3", "self_assessment.score"),
    ("shaoxing-2024-07", "附件1 二", "eligibility.route"),
    ("shaoxing-2024-07", "附件2 二3.2", "self_assessment.score"),
    ("shaoxing-2024-07", "附件2 二5.1", "insurance.outside_proof"),
    ("shaoxing-2024-07", "附件3 4", "form.publicity"),
    ("shaoxing-2024-07", "附件5", "assessment.form"),
    ("yongjia-2021-23", "二（二）1", "eligibility.route"),
    ("yongjia-2021-23", "二（二）2", "eligibility.route"),
    ("yongjia-2021-23", "四4", "insurance.outside_proof"),
    ("yongjia-2021-23", "五1", "form.specialty"),
]


@pytest.mark.parametrize(("name", "section", "check"), LISTED)
def test_a_further_clause_of_a_check_is_listed_with_it(name: str, section: str, check: str) -> None:
    lines = [line for where, found in by_clause(load(name)) if where == section for line in found]
    assert check in {line.rule.check.id for line in lines if line.rule}
    assert f"{section}：“" in explain(check)


SECTIONS = {
    "shaoxing-2024-07": """
        一 三（一） 三（二） 三（三） 三（四） 四（一） 四（二） 四（三） 五（一） 五（二） 五（三） 五（四）
        五（五） 五（六） 五（七）1 五（七）2 五（七）4 五（八） 五（九） 附件1_一1 附件1_一2 附件1_一3
        附件1_一3.2 附件1_一3.3 附件1_一3.4 附件1_一4 附件1_二 附件2_一1 附件2_一2
        附件2_二1 附件2_二2 附件2_二3 附件2_二3.1 附件2_二3.2 附件2_二4 附件2_二5.1
        附件2_二5.2 附件2_二5.3 附件2_二7 附件3_1 附件3_2 附件3_3 附件3_4 附件3_5
        附件4_一 附件4_二（一） 附件4_二（二） 附件4_二（三） 附件4_二4 附件5 附件6
    """,
    "yongjia-2021-23": """
        一（一） 一（二） 二（一） 二（二） 二（二）1 二（二）2 二（二）3 二（三）1 二（三）2 二（三）3
        二（三）4 二（四） 三 四1 四2 四3 四4 四5 五1 五2 五3 六1 六2 六3
    """,
}


@pytest.mark.parametrize("name", shipped())
def test_every_numbered_section_has_a_check_or_a_reason(name: str) -> None:
    """By the numbers of the notice's own text, where it is here: a section that nothing stands on would be forgotten."""
    given = {where for where, _ in by_clause(load(name))}
    sections = [section.replace("_", " ") for section in SECTIONS[name].split()]
    assert [section for section in sections if section not in given] == []
