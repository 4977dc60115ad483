"""Does a page that claims to be a platform's contradict itself? 绍建盟[2024]07号 五（八）; rules SS-05 … SS-08, TM-10.

Pixels prove no page: a browser's own tools change its text and leave no trace. What is found is a contradiction for a
person to look at, and what is not found proves nothing; the page is to be queried again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from checks.check import failed, na, passed, unsure
from checks.fields import day_of
from checks.pages import at
from checks.platform_address import Address, addresses
from checks.platform_content import of_days, of_numbers, of_type
from checks.platform_hosts import Hosts
from checks.platform_numbers import decode, given_on
from checks.platform_pages import Record, records
from checks.platform_signs import PageRules, Sign, bar, of_address, of_head, of_tools
from verify.finding import Evidence, Observation
from verify.form import Project
from verify.model import Case, Document, Item, Slot

PIXELS = "截图像素不能证明页面真实；请"


class PlatformPageGenuine(Hosts):
    """`system`: hosts of the application system, on whatever was printed from it. `screens`: how a platform's page is
    read, and what on it counts.
    """

    system: tuple[str, ...] = ()
    screens: PageRules


def judge(case: Case, params: PlatformPageGenuine) -> Iterable[Observation]:
    """One observation for each project, and one for each other file that shows a look-alike of the system's host."""
    rules = params.screens
    items = [_item(case, item, rules, params) for item in case.items_in(Slot.PROJECT)]
    found = [*items, *_printed(case, params)]
    return found or [na("工程业绩", "没有申报工程业绩，本项不适用。")]


def _item(case: Case, item: Item, rules: PageRules, params: PlatformPageGenuine) -> Observation:
    found = records(item, rules)
    if not found:
        return na(item.subject, "没有认出平台页面截图，本项没有核对。")
    claim = item.claim if isinstance(item.claim, Project) else Project()
    signs = list(_signs(case, found, claim, rules, params))
    again = _again(found, claim, rules, bool(signs))
    if not signs:
        return _nothing(item, found, rules, params, again)
    told = "；".join(dict.fromkeys(sign.told for sign in sorted(signs, key=lambda sign: sign.level)))
    shown = tuple(dict.fromkeys(evidence for sign in signs for evidence in sign.shown))
    if any(sign.level == "fail" for sign in signs):
        return failed(item.subject, f"平台页面有矛盾：{told}。请人工核查，不据此定论。{again}", *shown, found=told)
    return unsure(item.subject, f"平台页面有待人工查看之处：{told}。{again}", *shown, found=told)


def _signs(
    case: Case, found: list[Record], claim: Project, rules: PageRules, params: PlatformPageGenuine
) -> Iterator[Sign]:
    submitted = case.form.submitted_at.last if case.form.submitted_at else None
    latest = submitted + timedelta(days=rules.grace) if submitted else None
    for record in found:
        seen = bar(record, rules, params)
        yield from of_address(record, seen)
        if record.platform:
            yield from of_head(record, rules, seen)
            yield from of_tools(record, rules)
            yield from of_type(record, rules)
            yield from of_numbers(record, rules, claim.registry_number or "", latest)
    yield from _of_days([record for record in found if record.platform], rules, submitted)


def _of_days(found: list[Record], rules: PageRules, submitted: date | None) -> Iterator[Sign]:
    """Pages of one number together; where there is one number only, those without any belong to it."""
    numbers = {record.number.text if record.number else None for record in found}
    if len(numbers - {None}) <= 1:
        yield from of_days(found, rules, submitted)
        return
    for number in sorted(one for one in numbers if one):
        yield from of_days([r for r in found if r.number and r.number.text == number], rules, submitted)


def _again(found: list[Record], claim: Project, rules: PageRules, listed: bool) -> str:
    """The next step, with what to look for and where: where nothing speaks against another authority's page, there."""
    number = next((record.number.text for record in found if record.number), claim.registry_number)
    name = claim.name or next((field.text for record in found for field in record.names), None)
    key = f"项目编号 {number} " if number else f"项目名称“{name}”" if name else "项目名称"
    platform = next((record.platform for record in found if record.platform), None)
    where = f"在 {'、'.join(rules.hosts_of(platform))} " if platform or listed else "到该项目所在地主管部门的平台"
    return f"{PIXELS}以{key}{where}重新查询。"


def _nothing(item: Item, found: list[Record], rules: PageRules, params: PlatformPageGenuine, again: str) -> Observation:
    """Nothing speaks against the pages: what was looked at, and that it proves nothing."""
    ours = [record for record in found if record.platform]
    if not ours:
        return na(
            item.subject, f"似有平台页面，但不是通知所列平台的，或不完整（全国平台、外省平台不在核对之列）。{again}"
        )
    seen = [one for record in ours for one in bar(record, rules, params) if one.kind == "official"]
    misread = f"（读作“{seen[0].text}”，按识别误差看作同一网址）" if seen and seen[0].text != seen[0].like else ""
    host = f"地址栏为 {seen[0].like}{misread}" if seen else "截图没有地址栏或没有读到（属正常）"
    numbers = [record.number for record in ours if record.number]
    coded = f"项目编号 {numbers[0].text}：{decode(numbers[0].text, None).told}" if numbers else "没有读到项目编号"
    done = [day for record in ours for field in record.completed if (day := day_of(field))]
    given = given_on(numbers[0].text) if numbers else None
    if given and done and given > max(day.last for day in done):
        coded += "，编号日期晚于竣工日期（历史补录的项目如此，请一并查看）"
    dated = done and any(day_of(field) for record in ours for field in record.started)
    said = "；".join([host, coded, "开工竣工日期先后无矛盾" if dated else "没有读到可比较的开工竣工日期"])
    shown: list[Evidence] = [one.shown for one in seen[:1]] + [field.shown for field in numbers[:1]]
    where = shown or [at(ours[0].document, ours[0].page)]
    return passed(item.subject, f"没有发现页面自相矛盾（不等于页面真实）：{said}。{again}", *where)


def _printed(case: Case, params: PlatformPageGenuine) -> Iterator[Observation]:
    """Files that show an address like the application system's, and not its own (TM-10)."""
    for document in case.documents:
        wrong = [one for one in _addresses(document, params) if one.kind in ("look-alike", "near")]
        if not wrong:
            continue
        told = f"页面上的网址“{wrong[0].text}”与申报系统的“{wrong[0].like}”相似而不是它。"
        message = f"{told}请看原图是否识别有误，并在 {wrong[0].like} 重新查询。"
        plain_sight = any(one.kind == "look-alike" and one.sure for one in wrong)
        yield (failed if plain_sight else unsure)(
            document.file, message, *(one.shown for one in wrong), expected=wrong[0].like, found=wrong[0].text
        )


def _addresses(document: Document, params: PlatformPageGenuine) -> list[Address]:
    return [one for page in document.pages for one in addresses(document, page, params.system, params)]
