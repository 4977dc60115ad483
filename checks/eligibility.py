"""The ways to the title: 绍建盟[2024]07号 附件1 一3、二, 五（一）、五（三）; 永人社〔2021〕23号 一（二）, 二（二）, 五2.

Rules EL-03 … EL-26, TM-04, TM-05. Routes are alternatives: one that is met is enough.
"""

from __future__ import annotations

from collections.abc import Iterable

from checks.check import failed, na, passed, unsure
from checks.eligibility_target import Applied, employer, kind
from checks.levels import fits
from checks.routes import RANK, Standing, State
from checks.rows import plain
from checks.spans import Span
from checks.standing import standings
from checks.unclaimed import unclaimed
from verify.finding import Observation
from verify.model import Case

SUBJECT = "applying_for"

MARKS: dict[State, str] = {
    "met": "符合",
    "confirm": "符合，须人工确认",
    "open": "待核",
    "elsewhere": "另行核对",
    "short": "未满",
    "lacks": "不具备",
}


class Ways(Applied):
    """`majors`: words of the majors that belong to the trade; `registered`: of certificates that make up for one.

    `skill_words` stand on certificates of skills.
    """

    majors: tuple[str, ...] = ()
    registered: tuple[str, ...] = ()
    skill_words: tuple[str, ...] = ()


def route(case: Case, params: Ways) -> Iterable[Observation]:
    """EL-03 … EL-25: at least one route is met, counted in full years to the cut-off; every one's arithmetic shown."""
    found = sorted(standings(case.form, params), key=lambda one: RANK.index(one.state))
    more = (*_major(case, params), *_stated(case, params), *kind(case, params), *employer(case, params))
    return [_routes(case, found, params), *more]


def _routes(case: Case, found: list[Standing], params: Ways) -> Observation:
    if not found:
        return _no_title(case.form.applying_for.title, params)
    best, all_told = found[0], "；".join(map(_told, found))
    form = case.form
    if best.state == "met":
        message = f"符合{_name(best)}：{best.told}。其余各条：{'；'.join(map(_told, found[1:])) or '无'}。"
        return passed(SUBJECT, message, expected=best.route.text or None, found=best.told)
    if not (form.education or form.titles or form.skills or form.in_prefab_since):
        return na(SUBJECT, f"申报信息没有学历、职称、技能等级，无法核对申报条件，请人工核对。各条：{all_told}。")
    if own := next((one for one in found if one.route.own_checks and one.state == "elsewhere"), None):
        return na(SUBJECT, f"{_name(own)}：{own.told}，本项不另作判断。各条：{all_told}。")
    open_to = [
        one.route for one in found if not one.route.applies or fits(form.applying_for.route, one.route.applies) == "yes"
    ]
    if dark := unclaimed(case, open_to, params, params.skill_words):
        message = "有职称、技能等级方面的材料没有读清，或申报信息没有填写，可能符合某一条，请人工查看。"
        return unsure(SUBJECT, f"{message}各条：{all_told}。", *dark)
    if best.state in ("short", "lacks"):
        message = f"填报的学历、职称、技能等级和年限不符合任何一条申报条件。各条：{all_told}。"
        return failed(SUBJECT, message, found=best.told)
    return unsure(SUBJECT, f"{_why(best)}各条：{all_told}。", found=best.told)


def _no_title(title: str | None, params: Ways) -> Observation:
    """Without a title that the notice has, nobody knows which conditions to look at."""
    if not title:
        return na(SUBJECT, "申报信息没有填写申报职称，不能核对申报条件，请人工核对。")
    expected = "、".join(dict.fromkeys(one.title for one in params.routes))
    message = f"申报职称“{title}”不是通知的写法（{expected}），没有核对申报条件；请人工确认所指职称，再逐条核对。"
    return unsure(SUBJECT, message, expected=expected, found=title)


def _why(best: Standing) -> str:
    if best.state == "elsewhere":
        return "按通知所列、能够核对的各条均未符合；是否符合另一文件所列条件请人工判断。"
    if best.state == "confirm":
        return f"{_name(best)}所要求的年限已满，但有一点须人工确认。"
    return f"尚不能确定是否符合，最接近的是{_name(best)}：{best.told}；请人工核对。"


def _name(one: Standing) -> str:
    return one.route.name + (f"“{one.route.text}”" if one.route.text else "")


def _told(one: Standing) -> str:
    return f"{one.route.name}【{MARKS[one.state]}】{one.told}"


def _major(case: Case, params: Ways) -> list[Observation]:
    """EL-25: a major of another field may be relaxed for the holder of a registration; a person decides."""
    majors = [entry.major for entry in case.form.education if entry.major]
    if not params.majors or not majors or any(word in plain(m) for m in majors for word in map(plain, params.majors)):
        return []
    held = [t.name for t in case.form.titles if t.name and any(word in t.name for word in params.registered)]
    more = f"申报人持有{held[0]}，所学专业可适当放宽" if held else "未见国家注册类资格证书，所学专业能否放宽"
    return [unsure("education", f"所学专业为{'、'.join(majors)}，看不出与申报专业相近；{more}，请人工判断。")]


def _stated(case: Case, params: Ways) -> list[Observation]:
    """EL-26: the full years of work that the form states, against those since the first graduation that it gives."""
    stated, days = case.form.specialty_years, [e.graduated for e in case.form.education if e.graduated]
    subject = "specialty_years"
    if stated is None or not days:
        lack = "专业工作年限" if stated is None else "毕业时间"
        return [na(subject, f"申报信息没有填写{lack}，未核对专业工作年限。")]
    span = Span(min(days, key=lambda day: day.first), params.until)
    since = f"最早的毕业时间 {span.start} 至 {span.end} 满 {max(0, span.most)} 年"
    if stated <= max(0, span.most):
        return [passed(subject, f"填报专业工作年限 {stated:g} 年，{since}。", found=f"{stated:g}")]
    message = (
        f"填报专业工作年限 {stated:g} 年，而{since}；毕业前参加工作的也可能如此，请人工核对工作经历（须填实足年限）。"
    )
    return [unsure(subject, message, expected=f"不超过 {max(0, span.most)}", found=f"{stated:g}")]
