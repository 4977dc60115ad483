"""A QR code against the page it stands on: the host, the number, the name. Ours, no clause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pydantic import BaseModel, ConfigDict
from rapidfuzz.distance import OSA

from checks.check import Params, failed, na, passed, unsure
from checks.fields import on_page
from checks.hosts import Address, Host, address, belongs, resembles
from checks.masks import fits, is_masked
from checks.pages import read_well
from checks.rows import plain
from verify.finding import Evidence, Observation, Outcome
from verify.model import Case, Document
from verify.page import Page
from verify.traces import Code

ALL = "全部材料"
SEEN = 80
"""Characters of a code's text that a message shows."""

_NUMBER = re.compile(r"(?<![0-9A-Za-z*])[0-9A-Za-z*]{6,40}(?![0-9A-Za-z*])")
_SLIPS = str.maketrans("OILQ", "0110")


class Expected(BaseModel):
    """Pages that bear one of `words` have codes of these `hosts`; the number in them stands after one of `labels`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: tuple[str, ...]
    hosts: tuple[Host, ...]
    labels: tuple[str, ...] = ()


class Agrees(Params):
    """`official`: further hosts that others are made to look like; `reserved`: endings that none can register at will;
    `innocent`: hosts of apps that put their own code on what they scan.

    `numbers`, `names`: labels in a code's text that the page may bear too. A number that differs from the page's in no
    more than `near` letters may be misread, one of a line read with less than `sure` confidence too.
    """

    expected: tuple[Expected, ...]
    official: tuple[str, ...] = ()
    reserved: tuple[str, ...] = ()
    innocent: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    near: int
    sure: float


def judged(case: Case, params: Agrees) -> Iterable[Observation]:
    """One observation a code."""
    seen = [one for document in case.documents for one in _document(document, params)]
    return seen or [na(ALL, "没有见到二维码。")]


def _document(document: Document, params: Agrees) -> Iterator[Observation]:
    pages = {page.number: page for page in document.pages}
    for code in document.traces.codes if document.traces else ():
        if page := pages.get(code.page):
            yield _code(document, page, code, params)


def _code(document: Document, page: Page, code: Code, params: Agrees) -> Observation:
    if not code.text:
        return na(document.file, f"第 {code.page} 页的二维码未能解出，未作比较，可用手机扫码核对。")
    leads = address(code.text)
    return _Look(document, page, code, params).address(leads) if leads else _Look(document, page, code, params).text()


class _Look:
    """One code on its page."""

    def __init__(self, document: Document, page: Page, code: Code, params: Agrees) -> None:
        self.document, self.page, self.code, self.params = document, page, code, params
        self.shown = Evidence(document.file, code.page, code.box, code.text[:SEEN])
        self.said = plain("".join(word.text for word in (*page.words, *page.second)))
        self.letters = _letters(self.said)

    def address(self, leads: Address) -> Observation:
        """A code with a web address: is it the host that such a page's codes have, and the page's number?"""
        rule = next((e for e in self.params.expected if any(plain(w) in self.said for w in e.words)), None)
        known = [host for one in self.params.expected for host in one.hosts]
        alike = resembles(leads, (*known, *self.params.official), self.params.reserved)
        if alike:
            message = (
                f"第 {self.code.page} 页二维码的网址是“{leads.whole[:SEEN]}”，与官方网址“{alike}”相像而不是，"
                "不要打开，请到官网重新查询。"
            )
            return self._observed(Outcome.FAIL, message, alike, leads.whole)
        if rule and belongs(leads.host, rule.hosts):
            return self._number(leads, rule)
        if rule and not belongs(leads.host, self.params.innocent):
            return self._elsewhere(leads, rule)
        if self._has(leads.values):
            return self._pass(f"网址“{leads.host[:SEEN]}”中的号码与页面一致")
        return na(
            self.document.file,
            f"第 {self.code.page} 页二维码是网址“{leads.host[:SEEN]}”，其中没有页面上的号码，未作比较。",
        )

    def _elsewhere(self, leads: Address, rule: Expected) -> Observation:
        """A host that such a page's codes do not have; the page's number in the address speaks for nothing."""
        hosts = "、".join(rule.hosts)
        held = "；网址中虽有页面上的号码，不能说明网站真实" if self._has(leads.values) else ""
        message = (
            f"第 {self.code.page} 页二维码的网址是“{leads.host[:SEEN]}”，这类材料应为“{hosts}”{held}，请人工扫码核对。"
        )
        return self._observed(Outcome.UNSURE, message, hosts, leads.host)

    def _number(self, leads: Address, rule: Expected) -> Observation:
        """The number in an address of the right host against the one after its label."""
        if self._has(leads.values):
            return self._pass(f"网址“{leads.host}”和其中的号码与页面一致")
        printed = [field for field in on_page(self.document, self.page, rule.labels) if len(_letters(field.text)) >= 6]
        pairs = [(value, field) for value in leads.values for field in printed if _comparable(value, field.text)]
        if not pairs:
            message = f"第 {self.code.page} 页二维码的网址是“{leads.host}”，页面上没有读到相应的号码，请人工扫码核对。"
            return self._observed(Outcome.UNSURE, message, None, self.code.text)
        value, field = min(pairs, key=lambda pair: _apart(pair[0], pair[1].text))
        return self._compared(value, field.text, field.sure, "在线验证码", near=Outcome.PASS)

    def text(self) -> Observation:
        """A code with plain text: the numbers and names in it against the page's."""
        for label, values in self._labelled(self.params.numbers):
            printed = [field for field in on_page(self.document, self.page, (label,)) if _letters(field.text)]
            if printed and not any(_same(value, field.text) for value in values for field in printed):
                field = min(printed, key=lambda one: _apart(values[0], one.text))
                return self._compared(values[0], field.text, field.sure, label, near=Outcome.UNSURE)
        for label, values in self._labelled(self.params.names):
            if not any(plain(value) in self.said for value in values) and self._printed(label):
                return self._compared(values[0], self._printed(label), self._well, label, near=Outcome.UNSURE)
        if self._has(_NUMBER.findall(self.code.text)):
            return self._pass(f"内容“{self.code.text[:SEEN]}”中的号码与页面一致")
        message = f"第 {self.code.page} 页二维码的内容是“{self.code.text[:SEEN]}”，页面上没有可以对照的号码，未作比较。"
        return na(self.document.file, message)

    @property
    def _well(self) -> bool:
        return read_well(self.page, self.params.sure)

    def _labelled(self, labels: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
        """Each label that the code's text holds, with the values after it."""
        for label in labels:
            found = re.findall(rf"{re.escape(label)}\s{{0,3}}[:：=]\s{{0,3}}([^\s,，;；|&]{{2,40}})", self.code.text)
            if found:
                yield label, found

    def _printed(self, label: str) -> str:
        found = [field.text for field in on_page(self.document, self.page, (label,)) if field.sure]
        return found[0] if found else ""

    def _has(self, values: Iterable[str]) -> bool:
        """Whether the page shows one of the values; short ones and mere words say nothing."""
        wanted = [_letters(value) for value in values if any(c.isdigit() for c in value)]
        return any(len(value) >= 6 and value in self.letters for value in wanted)

    def _compared(self, value: str, printed: str, sure: bool, label: str, near: Outcome) -> Observation:
        """A value of the code's that differs from the page's: `near` where the page may have been misread."""
        text = self.page.source == "text"
        close = _apart(value, printed) <= self.params.near
        masked = is_masked(value) or is_masked(printed)
        sides = f"第 {self.code.page} 页二维码中的{label}是“{value[:SEEN]}”，页面上读到“{printed[:SEEN]}”"
        if not text and close and near is Outcome.PASS:
            return self._pass(f"{sides}，只差一两个字符，应是识别误差")
        if (text or (sure and not close)) and not masked:
            return self._observed(Outcome.FAIL, f"{sides}，两者不同，请扫码核对是否为同一份材料。", value, printed)
        return self._observed(Outcome.UNSURE, f"{sides}，可能是识别误差，请人工扫码核对。", value, printed)

    def _pass(self, what: str) -> Observation:
        return passed(
            self.document.file, f"第 {self.code.page} 页二维码：{what}。二维码也可以伪造，须打开官网核对。", self.shown
        )

    def _observed(self, outcome: Outcome, message: str, expected: str | None, found: str) -> Observation:
        make = failed if outcome is Outcome.FAIL else unsure
        expected = expected[:SEEN] if expected else None
        return make(self.document.file, message, self.shown, expected=expected, found=found[:SEEN])


def _letters(text: str) -> str:
    """Letters and digits in capitals, those that readers mistake for one another made one."""
    return "".join(c for c in plain(text).upper() if c.isalnum()).translate(_SLIPS)


def _same(value: str, printed: str) -> bool:
    masked = fits(value, printed) or fits(printed, value)
    return _letters(value) in _letters(printed) or masked


def _comparable(value: str, printed: str) -> bool:
    return len(_letters(value)) >= 6 and abs(len(_letters(value)) - len(_letters(printed))) <= 2


def _apart(value: str, printed: str) -> int:
    return int(OSA.distance(_letters(value), _letters(printed)))
