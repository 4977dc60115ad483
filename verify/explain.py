"""What `hedui explain` and `hedui notices` say: checks and notices in words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from checks.check import Check
from checks.table import CHECKS
from verify.clauses import by_clause, misquoted
from verify.errors import UsageError
from verify.explain_params import told
from verify.finding import Clause, Stage
from verify.lang import tr
from verify.notice import Notice, Rule
from verify.packs import Office, load, office, shipped
from verify.toml_source import plain_text

STAGES = {
    Stage.PHOTO: ("证件照", "Photo"),
    Stage.FORM: ("申报表", "Form"),
    Stage.EVIDENCE: ("佐证材料", "Evidence"),
    Stage.BLACKLISTS: ("名单", "Lists"),
    Stage.ACROSS: ("申报人之间", "Across applicants"),
}

CONSEQUENCES = {
    "note": ("提示", "note"),
    "void": ("不予认可（不影响其他材料）", "does not count (the rest stands)"),
    "return": ("退回补正", "return for correction"),
    "reject": ("不通过（拟）", "not eligible (proposed)"),
    "suspect": ("疑似弄虚作假（须人工核查）", "suspected fraud, for a person to check"),
}


def overview() -> str:
    """All checks by stage, one a line."""
    lines = []
    for stage, name in STAGES.items():
        lines.append("\n" + tr(f"【{name[0]}】", f"[{name[1]}]"))
        lines += [f"  {c.id:<32} {c.title}{_unbuilt(c)}" for c in CHECKS.values() if c.stage is stage]
    return "\n".join(lines).strip() + tr(
        "\n\n用 hedui explain <编号> 查看一项检查。", "\n\nhedui explain <id> shows one check."
    )


def explain(name: str) -> str:
    """One check: what it looks at, when it cannot tell, and each shipped notice's clause and thresholds."""
    check = CHECKS.get(name)
    if check is None:
        raise UsageError(
            tr(
                f"没有名为 {name} 的检查；`hedui explain` 列出全部检查",
                f"No check {name}; `hedui explain` lists them all",
            )
        )
    return "\n".join(
        [
            f"{check.id}  {check.title}",
            *_looks(check),
            *(line for pack in shipped() for line in _in_pack(check, load(pack))),
        ]
    )


def notices(beside: Path | None = None) -> str:
    """Every pack shipped, and those of the folder `notices` in `beside`, clause by clause."""
    ours = office(beside) if beside else Office({})
    packs: list[str | Path] = [*shipped(), *ours.notices.values()]
    broken = [tr(f"不能用的通知：{fault}", f"A notice that cannot be used: {fault}") for _, fault in ours.faults]
    return "\n\n".join([*(describe(load(pack)) for pack in packs), *broken])


def validated(file: Path, text: Path | None) -> str:
    """What an office's notice says, where it is in order; UsageError with file, line and what is wrong, or with the
    quotes that do not stand in the notice's `text`."""
    if not file.is_file():
        raise UsageError(tr(f"没有这个文件：{file}", f"No such file: {file}; check the path"))
    notice = load(file)
    if text and (wrong := misquoted(notice, plain_text(text))):
        told = "\n".join(f"  {section}{tr('：', ': ')}“{quote}”" for section, quote in wrong)
        raise UsageError(
            tr(
                f"{file}: 以下 {len(wrong)} 处引文与 {text} 不一致，请逐字改正：\n{told}",
                f"{file}: {len(wrong)} quotes do not stand in {text}, mend them word for word:\n{told}",
            )
        )
    return describe(notice) + tr(f"\n\n{file}: 没有发现问题。", f"\n\n{file}: in order.")


def describe(notice: Notice) -> str:
    """One notice: what it is, clause by clause the check that stands on it or why there is none, and what is open."""
    return "\n".join([*_head(notice), *_clauses(notice), *_ours(notice), *_not_built(notice), *_unclear(notice)])


def _head(notice: Notice) -> Iterator[str]:
    head, built = notice.head, sum(rule.check.built for rule in notice.rules)
    yield f"{head.id}  {head.number}"
    yield f"  {head.title}"
    yield tr(
        f"  {head.issuer}，{head.issued}，共 {len(notice.rules)} 项检查，已实现 {built} 项",
        f"  {head.issuer}, {head.issued}, {len(notice.rules)} checks, {built} of them built",
    )


def _clauses(notice: Notice) -> Iterator[str]:
    for section, lines in by_clause(notice):
        yield f"\n  {section}"
        for quote, group in groupby(lines, key=lambda line: line.quote):
            yield f"    “{quote}”"
            for line in group:
                yield f"      {_rule(line.rule)}" if line.rule else _why_not(line.reason)


def _ours(notice: Notice) -> Iterator[str]:
    if rules := [rule for rule in notice.rules if not rule.clause]:
        yield tr("\n  核验提示（不是通知的条款）", "\n  Our own checks (no clause of the notice)")
        yield from (f"      {_rule(rule)}" for rule in rules)


def _not_built(notice: Notice) -> Iterator[str]:
    if count := len(notice.not_built):
        yield tr(f"\n  尚未实现（not built）的 {count} 项：", f"\n  {count} not built:")
        yield from (f"    {name}" for name in notice.not_built)


def _unclear(notice: Notice) -> Iterator[str]:
    if notice.unclear:
        yield tr("\n  通知不明之处（如实列出，由人决定）", "\n  What the notice leaves unclear, for people to decide")
    for one in notice.unclear:
        yield f"    {tr('、', ', ').join(one.sections)}{tr('：', ': ')}{one.text}"


def _rule(rule: Rule) -> str:
    return f"{rule.check.id:<34} {tr(*CONSEQUENCES[rule.consequence])}{_unbuilt(rule.check)}"


def _why_not(reason: str) -> str:
    return f"      — {tr('机器不核对：', 'no check: ')}{reason}"


def cited(clause: Clause) -> str:
    """A clause as it is shown: its section and its words, both the notice's own."""
    return f"{clause.section}{tr('：', ': ')}“{clause.quote}”"


def _unbuilt(check: Check) -> str:
    return "" if check.built else tr("（尚未实现）", " (not built)")


def _looks(check: Check) -> Iterator[str]:
    yield tr("  阶段：", "  Stage: ") + tr(*STAGES[check.stage])
    if not check.built:
        yield tr("  尚未实现（not built）", "  Not built")
        return
    yield tr("  看什么：", "  Looks at: ") + check.looks_at
    yield tr("  何时无法判断：", "  Cannot tell: ") + check.cannot_tell


def _in_pack(check: Check, notice: Notice) -> Iterator[str]:
    rule = next((rule for rule in notice.rules if rule.check.id == check.id), None)
    yield "\n" + tr(f"  {notice.head.number}（{notice.head.id}）", f"  {notice.head.number} ({notice.head.id})")
    if rule is None:
        yield tr("    此通知不要求本项", "    This notice does not ask for it")
        return
    own = tr("    核验提示（不是通知的条款）", "    Our own check (no clause of the notice)")
    yield from (tr("    条款：", "    Clause: ") + cited(clause) for clause in rule.clauses)
    if not rule.clause:
        yield own
    yield tr("    后果：", "    Consequence: ") + tr(*CONSEQUENCES[rule.consequence])
    yield from told(rule.params)
    if rule.remedy:
        yield tr("    补正：", "    Remedy: ") + rule.remedy
    for unclear in notice.unclear:
        if check.id in unclear.checks:
            yield tr("    通知不明：", "    Unclear: ") + unclear.text
