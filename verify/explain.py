"""What `hedui explain` and `hedui notices` say: checks and notices in words."""

from __future__ import annotations

from collections.abc import Iterator

from checks.check import Check
from checks.table import CHECKS
from verify.errors import UsageError
from verify.lang import tr
from verify.model import Clause, Stage
from verify.notice import Notice, Rule, load, shipped

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


def notices() -> str:
    """Every pack shipped: its checks, and which of them are not built."""
    return "\n\n".join(describe(load(pack)) for pack in shipped())


def describe(notice: Notice) -> str:
    """One notice: what it is, its checks with their sections, and what is not built."""
    head = notice.head
    lines = [
        f"{head.id}  {head.number}",
        f"  {head.title}",
        tr(
            f"  {head.issuer}，{head.issued}，共 {len(notice.rules)} 项检查",
            f"  {head.issuer}, {head.issued}, {len(notice.rules)} checks",
        ),
    ]
    lines += [
        f"    {rule.check.id:<32} {_section(rule):<28} {tr(*CONSEQUENCES[rule.consequence])}"
        for rule in notice.rules
        if rule.check.built
    ]
    if notice.not_built:
        count = len(notice.not_built)
        lines.append(tr(f"  尚未实现（not built）的 {count} 项：", f"  {count} not built:"))
        lines += [f"    {name}" for name in notice.not_built]
    return "\n".join(lines)


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
    yield tr("    条款：", "    Clause: ") + cited(rule.clause) if rule.clause else own
    yield tr("    后果：", "    Consequence: ") + tr(*CONSEQUENCES[rule.consequence])
    yield from (f"    {key} = {value}" for key, value in rule.params.model_dump(mode="json").items())
    if rule.remedy:
        yield tr("    补正：", "    Remedy: ") + rule.remedy


def _section(rule: Rule) -> str:
    return rule.clause.section if rule.clause else tr("核验提示", "our own check")
