"""Results on the terminal: plain on a pipe, tables on a screen; ID numbers are masked here as everywhere."""

from __future__ import annotations

import json
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from verify.explain import CONSEQUENCES, cited
from verify.finding import Finding, Outcome, Report
from verify.lang import tr
from verify.mask import tidy
from verify.page import Page, Seal, Word
from verify.read.file import Reading
from verify.report.order import subject_name
from verify.run import Result
from verify.seal_table import seal_table, skipped_note

VERDICTS = {
    "suspect": ("疑似弄虚作假（须人工核查）", "suspected fraud, for a person to check"),
    "reject": ("不通过（拟）", "not eligible (proposed)"),
    "return": ("退回补正", "return for correction"),
    "review": ("需人工复核", "a person should look"),
    "pass": ("未见问题", "nothing found"),
}
OUTCOMES = {
    "pass": ("通过", "passed"),
    "fail": ("不符", "failed"),
    "unsure": ("存疑", "unsure"),
    "na": ("不适用", "not applicable"),
    "broken": ("出错", "broken"),
}


def show_result(result: Result) -> None:
    """The applicants of a run with their verdicts, and where the first page is."""
    console = Console()
    table = Table(box=None, pad_edge=False)
    for name in (tr("申报人", "Applicant"), tr("结论", "Verdict"), tr("须处理", "Failed"), tr("存疑", "Unsure")):
        table.add_column(name)
    for row in result.rows:
        outcomes = [finding["outcome"] for finding in row.report["findings"]]
        table.add_row(
            escape(row.report["applicant"]["folder"]),
            tr(*VERDICTS[row.report["verdict"]]),
            str(outcomes.count("fail")),
            str(outcomes.count("unsure") + outcomes.count("broken")),
        )
    console.print(table)
    print(f"{tr('报告', 'Reports')}: {result.index.resolve()}")


def show_report(report: Report) -> None:
    """The findings of one applicant as a table, worst first as they stand in the report."""
    table = Table(show_lines=True, expand=True)
    names = (tr("检查", "Check"), tr("结果", "Outcome"), tr("对象", "Subject"), tr("说明", "Message"))
    for name, ratio in zip(names, (3, 2, 3, 8), strict=True):
        table.add_column(name, overflow="fold", ratio=ratio)
    shown = sorted(
        report.findings, key=lambda f: list(OUTCOMES).index(f.outcome.value) if f.outcome is not Outcome.FAIL else -1
    )
    for finding in shown:
        clause = f"\n{cited(finding.clause)}" if finding.clause and finding.outcome is Outcome.FAIL else ""
        message = escape(tidy(finding.message) + clause)
        table.add_row(finding.check, _outcome(finding), escape(tidy(subject_name(finding.subject))), message)
    console = Console()
    console.print(table)
    console.print(f"{tr('结论', 'Verdict')}: {tr(*VERDICTS[report.verdict])}", markup=False)


def _outcome(finding: Finding) -> str:
    consequence = f"\n{tr(*CONSEQUENCES[finding.consequence])}" if finding.consequence else ""
    return tr(*OUTCOMES[finding.outcome]) + consequence


def show_reading(file: str, reading: Reading) -> None:
    """Words and seals, page by page."""
    console = Console()
    console.print(tidy(file), style="bold", markup=False)
    if reading.message:
        console.print(reading.message, style="red", markup=False)
    for page in reading.pages:
        console.rule(f"{tr(f'第 {page.number} 页', f'page {page.number}')} {page.width}×{page.height} {page.source}")
        for word in page.words:
            console.print(f"{word.confidence:.2f}  {tidy(word.text)}", markup=False)
        if page.seals:
            console.print(seal_table(page.seals))
        if note := skipped_note(page.seals):
            console.print(note, style="red", markup=False)


def reading_json(file: str, reading: Reading) -> dict[str, Any]:
    """The shape of `hedui read --json` (the command-line contract, last paragraph)."""
    return {"file": tidy(file), "pages": [_page(page) for page in reading.pages]} | (
        {"error": reading.message} if reading.message else {}
    )


def print_json(data: dict[str, Any]) -> None:
    """Print JSON as it is, whatever the terminal."""
    print(json.dumps(data, ensure_ascii=False, indent=1))


def _page(page: Page) -> dict[str, Any]:
    """`seals_not_read` stands only where there are such."""
    skipped = sum(seal.skipped for seal in page.seals)
    return {
        "page": page.number,
        "width": page.width,
        "height": page.height,
        "source": page.source,
        "words": [_word(word) for word in page.words],
        "seals": [_seal(seal) for seal in page.seals],
    } | ({"seals_not_read": skipped} if skipped else {})


def _word(word: Word) -> dict[str, Any]:
    return {"text": tidy(word.text), "box": list(word.box), "confidence": word.confidence}


def _seal(seal: Seal) -> dict[str, Any]:
    return {
        "title": tidy(seal.title),
        "texts": [tidy(text) for text in seal.texts],
        "kind": seal.kind,
        "purpose": seal.purpose.value,
        "shape": seal.shape,
        "colour": seal.colour,
        "box": list(seal.box),
        "confidence": seal.confidence,
        "candidates": [tidy(text) for text in seal.candidates],
    }
