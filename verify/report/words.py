"""The words of the page furniture, Chinese and English. Findings stay in Chinese, as the law that they quote."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from verify.model import SLOT_NAMES

Lang = Literal["zh", "en"]

_WORDS: dict[str, tuple[str, str]] = {
    "lang": ("zh-CN", "en"),
    "report_title": ("申报材料核对报告", "Evidence check"),
    "batch_title": ("申报材料核对总表", "Evidence check of a batch"),
    "verdict": ("结论", "Verdict"),
    "verdict.suspect": ("疑似弄虚作假（须人工核查）", "Suspected, needs a person's inquiry"),
    "verdict.reject": ("不通过（拟）", "Not passed (proposed)"),
    "verdict.return": ("退回补正", "Returned for correction"),
    "verdict.review": ("需人工复核", "Needs a person's look"),
    "verdict.pass": ("未见问题", "Nothing found"),
    "says.suspect": ("以下迹象须由人工核查后认定，系统不作真伪结论。", "A person must look into the signs below; the program decides nothing."),
    "says.reject": ("材料显示有硬性条件未达到，由审核人确认。", "A hard condition appears unmet; the reviewer confirms."),
    "says.return": ("有材料需要补正，已一次列全。", "Some evidence needs correction; all of it is listed."),
    "says.review": ("没有确定的问题，有几处机器不能判断，请人工查看。", "Nothing certain; some points the machine cannot tell."),
    "says.pass": ("通知要求的已核对项目中没有发现问题。", "No problem in what was checked."),
    "bucket.suspect": ("疑似弄虚作假（须人工核查）", "Suspected (needs inquiry)"),
    "bucket.reject": ("不通过（拟）", "Not passed (proposed)"),
    "bucket.return": ("退回补正", "Return"),
    "bucket.void": ("不予认可", "Does not count"),
    "bucket.doubt": ("人工查看", "Needs a look"),
    "bucket.note": ("提示", "Note"),
    "bucket.pass": ("通过", "Passed"),
    "bucket.na": ("不适用", "Not applicable"),
    "short.suspect": ("疑似", "Suspect"),
    "short.reject": ("不通过", "Reject"),
    "short.return": ("退回", "Return"),
    "short.void": ("不认可", "Void"),
    "short.doubt": ("待查看", "To look at"),
    "short.note": ("提示", "Note"),
    "short.pass": ("通过", "Pass"),
    "short.na": ("不适用", "N/A"),
    "effect.suspect": ("须人工核查后认定，系统不作真伪结论", "A person decides after inquiry"),
    "effect.reject": ("拟不通过，由审核人确认", "Proposed not to pass; the reviewer confirms"),
    "effect.return": ("退回补正", "Return for correction"),
    "effect.void": ("本项不予认可，不影响其他材料", "This item does not count; the rest goes on"),
    "effect.doubt": ("机器不能判断，请人工查看", "The machine cannot tell; please look"),
    "effect.note": ("提示，不影响结论", "A note; the verdict stands"),
    "outcome.broken": ("检查程序出错", "The check failed to run"),
    "outcome.unsure": ("机器不能判断", "Cannot tell"),
    "stage.photo": ("证件照", "Photo"),
    "stage.form": ("申报表与资格条件", "Form and eligibility"),
    "stage.evidence": ("佐证材料", "Evidence"),
    "stage.blacklists": ("名录核对", "Lists"),
    "stage.across": ("跨申报人比对", "Across applicants"),
    "applicant": ("申报人", "Applicant"),
    "application_id": ("申报编号", "Application"),
    "id_number": ("身份证号", "ID number"),
    "folder": ("文件夹", "Folder"),
    "notice": ("依据", "Notice"),
    "findings": ("问题", "Findings"),
    "contents": ("问题一览", "Overview"),
    "nothing": ("没有需要处理的问题。", "Nothing to act on."),
    "expected": ("应为", "Expected"),
    "found": ("读到", "Found"),
    "clause": ("条款", "Clause"),
    "own_check": ("核验提示", "Own check"),
    "own_check_says": ("本项为系统核验提示，不是通知条款。", "This check is the program's, not the notice's."),
    "remedy": ("补正办法", "Remedy"),
    "consequence": ("处理", "Consequence"),
    "evidence": ("证据", "Evidence"),
    "page": ("第 {} 页", "page {}"),
    "confidence": ("识别把握 {}", "confidence {}"),
    "whole_page": ("看整页", "Whole page"),
    "more_evidence": ("另有 {} 处，见 report.json", "{} more in report.json"),
    "no_image": ("没有可显示的图像", "No picture to show"),
    "cut": ("（下略，共 {} 字，全文见 report.json）", " (cut; {} characters, in full in report.json)"),
    "opinion": ("退回意见", "Opinion"),
    "opinion_hint": ("点一下即可全选，复制后粘贴到平台。", "One click selects all."),
    "internal": ("内部核查事项", "For the office only"),
    "internal_hint": ("仅供内部，不发给申报人。", "Not sent to the applicant."),
    "pages": ("证据原页", "Pages in evidence"),
    "back": ("回到问题", "Back to finding"),
    "looked_at": ("已核对、未见问题的项目", "Looked at, nothing found"),
    "not_applicable": ("不适用的项目", "Not applicable"),
    "documents": ("材料清单", "Documents"),
    "file": ("文件", "File"),
    "kind": ("类别", "Kind"),
    "page_count": ("页数", "Pages"),
    "digest": ("SHA-256", "SHA-256"),
    "readable": ("可读", "Readable"),
    "yes": ("是", "yes"),
    "no": ("否", "no"),
    "footer": ("本报告由程序自动生成，供审核人参考；结论由人作出。", "Made by a program for the reviewer; a person decides."),
    "why": ("主要问题", "Why"),
    "all_verdicts": ("全部结论", "All verdicts"),
    "all_checks": ("全部检查", "All checks"),
    "search": ("姓名、编号、文件夹", "Name, number, folder"),
    "shown": ("显示 {} / {} 人", "{} of {} shown"),
    "applicants": ("申报人 {} 名", "{} applicants"),
    "people": ("人", ""),
    "unreadable": ("未能读取的文件", "Files that could not be read"),
    "not_built": ("通知要求、程序尚未实现的检查", "Checks that the notice asks for and the program does not have"),
    "not_built_says": ("以下各项没有核对，请人工审核。", "None of these was checked; a person must."),
    "version": ("版本", "Version"),
    "engine": ("识别引擎", "Reader"),
    "reason": ("原因", "Reason"),
    "none": ("无", "None"),
    "count": ("项", ""),
    "whole_folder": ("（整个文件夹）", "(whole folder)"),
}  # fmt: skip


class Words:
    """The furniture in one language: `words("page", 2)` fills in what the text has room for."""

    def __init__(self, lang: str) -> None:
        self.lang: Lang = "en" if lang == "en" else "zh"
        self._index = ("zh", "en").index(self.lang)

    def __call__(self, key: str, *values: object) -> str:
        text = _WORDS[key][self._index]
        return text.format(*values) if values else text

    def kind(self, slot: str) -> str:
        """A document kind's name."""
        return slot if self.lang == "en" else _KINDS.get(slot, slot)


_KINDS: Mapping[str, str] = {slot.value: name for slot, name in SLOT_NAMES.items()}
