"""What `hedui explain` and `hedui notices` say: checks and notices in words."""

from __future__ import annotations

from collections.abc import Iterator

from checks.check import Check
from checks.table import CHECKS
from verify.errors import UsageError
from verify.model import Stage
from verify.notice import Notice, Rule, load, shipped

STAGES = {
    Stage.PHOTO: "证件照",
    Stage.FORM: "申报表",
    Stage.EVIDENCE: "佐证材料",
    Stage.BLACKLISTS: "名单",
    Stage.ACROSS: "申报人之间",
}

CONSEQUENCES = {
    "note": "提示",
    "void": "不予认可（不影响其他材料）",
    "return": "退回补正",
    "reject": "不通过（拟）",
    "suspect": "疑似弄虚作假（须人工核查）",
}


def overview() -> str:
    """All checks by stage, one a line."""
    lines = []
    for stage, name in STAGES.items():
        lines.append(f"\n【{name}】")
        lines += [
            f"  {c.id:<32} {c.title}{'' if c.built else '（尚未实现）'}" for c in CHECKS.values() if c.stage is stage
        ]
    return "\n".join(lines).strip() + "\n\n用 hedui explain <编号> 查看一项检查。"


def explain(name: str) -> str:
    """One check: what it looks at, when it cannot tell, and each shipped notice's clause and thresholds."""
    check = CHECKS.get(name)
    if check is None:
        raise UsageError(f"没有名为 {name} 的检查；`hedui explain` 列出全部检查")
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
        f"  {head.issuer}，{head.issued}，共 {len(notice.rules)} 项检查",
    ]
    lines += [
        f"    {rule.check.id:<32} {_section(rule):<28} {CONSEQUENCES[rule.consequence]}"
        for rule in notice.rules
        if rule.check.built
    ]
    if notice.not_built:
        lines.append(f"  尚未实现（not built）的 {len(notice.not_built)} 项：")
        lines += [f"    {name}" for name in notice.not_built]
    return "\n".join(lines)


def _looks(check: Check) -> Iterator[str]:
    yield f"  阶段：{STAGES[check.stage]}"
    if not check.built:
        yield "  尚未实现（not built）"
        return
    yield f"  看什么：{check.looks_at}"
    yield f"  何时无法判断：{check.cannot_tell}"


def _in_pack(check: Check, notice: Notice) -> Iterator[str]:
    rule = next((rule for rule in notice.rules if rule.check.id == check.id), None)
    yield f"\n  {notice.head.number}（{notice.head.id}）"
    if rule is None:
        yield "    此通知不要求本项"
        return
    yield f"    条款：{rule.clause.section}：“{rule.clause.quote}”" if rule.clause else "    核验提示（不是通知的条款）"
    yield f"    后果：{CONSEQUENCES[rule.consequence]}"
    yield from (f"    {key} = {value}" for key, value in rule.params.model_dump(mode="json").items())
    if rule.remedy:
        yield f"    补正：{rule.remedy}"


def _section(rule: Rule) -> str:
    return rule.clause.section if rule.clause else "核验提示"
