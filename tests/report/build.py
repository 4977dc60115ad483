"""Reports made in memory: one applicant of each verdict, and one whose every text is hostile."""

from __future__ import annotations

from pathlib import Path

from checks.check import Check
from verify.finding import Clause, Consequence, Evidence, Finding, Outcome, Report, Stage, Verdict
from verify.form import Form
from verify.model import Case, Document, Problem, Slot, Trouble
from verify.notice import Notice
from verify.packs import load
from verify.page import Box, Page

ID = "330602198504121232"
MASKED = "330602********1232"
HOSTILE = (
    "<script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    '"><img src=x onerror=alert(1)>',
    "lone \udcff surrogate",
    "right\u202eto left",
    "nul\x00 bell\x07",
    f"身份证 {ID}",
    "{{ 7 * 7 }}{% raw %}",
    "https://example.invalid/ //example.invalid",
    "</style></pre></svg>",
)
LONG = "长" * 40_000

TITLES = (
    Check("photo.format", Stage.PHOTO, "证件照格式"),
    Check("identity.agrees", Stage.FORM, "身份信息一致"),
    Check("continuing_education.hours", Stage.FORM, "继续教育学时"),
    Check("insurance.outside_proof", Stage.FORM, "省外参保证明"),
    Check("document.readable", Stage.EVIDENCE, "文件可读"),
    Check("signoff.verified", Stage.EVIDENCE, "核对无误签章"),
    Check("project.third_party_seal", Stage.EVIDENCE, "第三方证明"),
    Check("project.record_agrees", Stage.EVIDENCE, "业绩与平台记录一致"),
    Check("paper.journal_not_blacklisted", Stage.BLACKLISTS, "论文期刊不在名录中"),
    Check("paper.numbers_valid", Stage.EVIDENCE, "刊号规范"),
    Check("reuse.page", Stage.ACROSS, "页面未被他人使用"),
)
"""Rows that the table of checks has or will have; tests of titles put them there."""

_SIGNOFF = Clause("三（五）", "所有佐证材料须由单位审核人员签署“核对无误”意见、签名、日期并加盖单位公章。")
_HOURS = Clause("三（三）", "2021至2023年每年继续教育不少于90学时，其中专业科目不少于60学时。")
_SEAL = Clause("三（五）", "仅有本单位证明不属于有效完整佐证材料。")
_JOURNAL = Clause("五（八）", "凡是发现申报材料中有《建筑学研究前沿（中文版）》等冒名或非法期刊的，按弄虚作假处理。")
_PROJECT = "工程业绩/01镜湖"
_COVER = "论文/1/封面.jpg"
_PLATFORM = f"{_PROJECT}/平台截图.png"
_DRAWING = f"{_PROJECT}/施工图.pdf"


def notice() -> Notice:
    """The notice that the reports were judged by."""
    return load("shaoxing-2024-07")


def evidence(file: str, box: Box, text: str, confidence: float, page: int = 1) -> Evidence:
    return Evidence(file, page, box, text, confidence)


def finding(
    check: str,
    outcome: Outcome,
    consequence: Consequence | None,
    subject: str,
    message: str,
    *seen: Evidence,
    clause: Clause | None = None,
    remedy: str | None = None,
    expected: str | None = None,
    found: str | None = None,
    stage: Stage = Stage.EVIDENCE,
) -> Finding:
    return Finding(check, stage, outcome, consequence, subject, message, clause, remedy, seen, expected, found)


PASS = finding("photo.format", Outcome.PASS, None, "证件照.jpg", "内容为 JPEG 图像")
NA = finding("insurance.outside_proof", Outcome.NA, None, "社保", "不属于省外参保人员，本项不适用")
BROKEN = finding("reuse.page", Outcome.BROKEN, None, "页面未被他人使用", "检查程序出错（ValueError），请人工核对")
NOTE = finding(
    "paper.numbers_valid",
    Outcome.FAIL,
    Consequence.NOTE,
    "论文/1",
    "ISSN 1002-8481 的校验位不符，可能是识别或填写差错",
    evidence(_COVER, (150, 1500, 520, 1560), "ISSN 1002-8481", 0.91),
    expected="ISSN 校验位正确",
    found="1002-8481",
)
UNSURE = finding(
    "identity.agrees",
    Outcome.UNSURE,
    Consequence.NOTE,
    "id_number",
    f"表中为 {ID}，学历证书上的号码有一位看不清，请人工比对",
    Evidence("学历学位/毕业证.jpg", 1),
    clause=Clause("二", "申报人应当如实填报。"),
)
VOID = finding(
    "project.third_party_seal",
    Outcome.FAIL,
    Consequence.VOID,
    _PROJECT,
    "《绍兴市镜湖新区装配式住宅工程（二标段）》的图纸仅见本单位出图章，未见第三方证明",
    evidence(_DRAWING, (760, 1180, 1120, 1380), "浙江宝业建设集团有限公司 出图专用章", 0.96, 2),
    clause=_SEAL,
    remedy="请补充图审章或其他参建单位盖章的材料。",
    expected="至少一处申报单位以外的单位印章",
    found="仅浙江宝业建设集团有限公司",
)
RETURNS = (
    finding(
        "signoff.verified",
        Outcome.FAIL,
        Consequence.RETURN,
        "论文/1",
        "各页均未见“核对无误”意见",
        Evidence(_COVER, 1),
        clause=_SIGNOFF,
        remedy="请由单位审核人签署意见、签名、注明日期并加盖公章后重新上传。",
    ),
    finding(
        "signoff.verified",
        Outcome.FAIL,
        Consequence.RETURN,
        _PROJECT,
        "有“核对无误”字样，未见日期",
        evidence(_DRAWING, (130, 1260, 470, 1330), "核对无误", 0.99, 2),
        evidence(_DRAWING, (480, 1270, 640, 1330), "王建", 0.72, 2),
        clause=_SIGNOFF,
        remedy="请由单位审核人签署意见、签名、注明日期并加盖公章后重新上传。",
    ),
    finding(
        "document.readable",
        Outcome.FAIL,
        Consequence.RETURN,
        "学历学位/学位证.pdf",
        "文件已加密，无法打开",
        Evidence("学历学位/学位证.pdf"),
        remedy="请去除密码后重新上传。",
    ),
)
REJECT = finding(
    "continuing_education.hours",
    Outcome.FAIL,
    Consequence.REJECT,
    "continuing_education[2022]",
    "2022年度专业科目52学时，低于60学时",
    evidence("继续教育/2022.jpg", (420, 640, 900, 700), "专业科目 52 学时", 0.98),
    clause=_HOURS,
    expected="专业科目不少于 60 学时",
    found="52 学时",
    stage=Stage.FORM,
)
SUSPECTS = (
    finding(
        "project.record_agrees",
        Outcome.FAIL,
        Consequence.SUSPECT,
        _PROJECT,
        "平台页面所载项目经理为“陈国强”，与申报表所填本人不一致",
        evidence(_PLATFORM, (180, 520, 760, 580), "项目经理 陈国强", 0.97),
        evidence(_PLATFORM, (180, 300, 900, 356), "绍兴市镜湖新区装配式住宅工程（二标段）", 0.99),
        clause=Clause("五（七）1", "业绩材料应与平台记录一致。"),
        expected="欧阳建国",
        found="陈国强",
    ),
    finding(
        "paper.journal_not_blacklisted",
        Outcome.FAIL,
        Consequence.SUSPECT,
        "论文/1",
        "论文所载期刊《建筑学研究前沿（中文版）》列于通知所指冒名或非法期刊，请评委会核实",
        evidence(_COVER, (180, 210, 1060, 330), "建筑学研究前沿（中文版）", 0.98),
        clause=_JOURNAL,
        stage=Stage.BLACKLISTS,
        expected="不在通知所列期刊中",
        found="建筑学研究前沿（中文版）",
    ),
)

_FORM = {
    "application_id": "SX2024-00017",
    "id_number": ID,
    "employer": {"name": "浙江宝业建设集团有限公司"},
    "applying_for": {"title": "工程师", "specialty": "装配式建筑施工", "category": "施工与监理类", "route": "正常申报"},
    "education": [{"level": "本科", "school": "浙江大学", "major": "土木工程"}],
    "titles": [{"name": "助理工程师"}],
}


def document(file: str, slot: Slot, pages: int = 1, trouble: Trouble | None = None) -> Document:
    """A document of blank pages, or one that could not be read."""
    problem = Problem(trouble, file, "文件已加密，无法打开，请去除密码后重新上传") if trouble else None
    made = tuple(Page(number, 1240, 1754, "ocr") for number in range(1, pages + 1)) if not trouble else ()
    return Document(file, Path("/nowhere"), "ab" * 32, 1000, "image/jpeg", slot, pages=made, problem=problem)


DOCUMENTS = (
    document(_COVER, Slot.PAPER),
    document(_DRAWING, Slot.PROJECT, 3),
    document(_PLATFORM, Slot.PROJECT),
    document("继续教育/2022.jpg", Slot.TRAINING),
    document("学历学位/毕业证.jpg", Slot.EDUCATION),
    document("学历学位/学位证.pdf", Slot.EDUCATION, trouble=Trouble.ENCRYPTED),
    document("证件照.jpg", Slot.PHOTO),
)


def report(folder: str, name: str, verdict: Verdict, *findings: Finding, number: str | None = "SX2024-00017") -> Report:
    form = Form.model_validate({**_FORM, "application_id": number})
    return Report(Case(folder, name, form, DOCUMENTS), verdict, findings)


def full() -> Report:
    """One finding or more of every kind, in an order that is not the page's."""
    rows = (PASS, NA, NOTE, BROKEN, UNSURE, *RETURNS, VOID, REJECT, *SUSPECTS)
    return report("欧阳建国_SX2024-00017", "欧阳建国", Verdict.SUSPECT, *rows)


def hostile() -> Report:
    """Every text from outside is an attack."""
    text = " ".join(HOSTILE)
    attack = finding(
        "identity.agrees",
        Outcome.FAIL,
        Consequence.RETURN,
        text,
        text + LONG,
        Evidence(text, 1, (0, 0, 10, 10), text, 0.5),
        clause=Clause("一", text),
        remedy=text,
        expected=text,
        found=text,
    )
    case = Case(
        f"敌 意#1?&100% {ID}",
        text,
        Form(application_id=text.replace("\udcff", ""), id_number=ID),
        (document(text, Slot.OTHER),),
    )
    return Report(case, Verdict.RETURN, (attack,))


def every() -> list[Report]:
    """One report of each verdict, and the hostile one."""
    return [
        full(),
        report("李敏", "李敏", Verdict.REJECT, PASS, REJECT, number=None),
        report("003_王芳", "王芳", Verdict.RETURN, PASS, *RETURNS, VOID, number="SX2024-00003"),
        report("赵 强", "赵强", Verdict.REVIEW, PASS, UNSURE, BROKEN, number="SX2024-00021"),
        report("孙丽", "孙丽", Verdict.PASS, PASS, NA, NOTE, number="SX2024-00022"),
        hostile(),
    ]
