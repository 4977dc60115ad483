"""An office's own lists of journals, awards and issuers, merged into a notice's parameters.

The notices say 等 (and the like): the list is the office's to lengthen. verify/blacklist_file.py reads the files,
verify/blacklist_guard.py refuses names that would accuse the innocent.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from checks.journal_names import titled
from checks.likeness import bare
from verify.blacklist_file import Entry, entries
from verify.blacklist_guard import refuse_broad
from verify.errors import UsageError
from verify.lang import tr
from verify.notice import Notice, Rule, with_params

SHORTEST = 2
"""A name of fewer characters would accuse half the world."""

MOST = 5_000
"""Names of one file: each is tried on the genuine ones, which takes milliseconds."""

_FIELDS = {
    "journals": ("paper.journal_not_blacklisted", "journals"),
    "innocent": ("paper.journal_not_blacklisted", "innocent"),
    "awards": ("award.not_forged", "titles"),
    "issuers": ("award.not_forged", "issuers"),
}
"""A list's name in TOML: the check and the parameter that it lengthens."""

_AGAINST = {"journals": ("innocent",), "innocent": ("journals",), "awards": ("innocent",), "issuers": ("genuine",)}
"""A list's name, and the parameters of its check in which no name of it may stand."""


def extend(notice: Notice, files: Iterable[Path]) -> Notice:
    """The notice with the files' names added to its lists; raises UsageError with file, line and what is wrong."""
    shipped = notice
    for path in files:
        found, untrusted_bytes = entries(path)
        _refuse_number(path, len(found))
        digest = hashlib.sha256(untrusted_bytes).hexdigest()
        for entry in found:
            _refuse_short(entry)
        for entry in found:
            refuse_broad(entry, _rule(shipped, entry).params)
        _refuse_both(found)
        for key in dict.fromkeys(entry.list for entry in found):
            notice = _merged(notice, key, [entry for entry in found if entry.list == key], digest)
    return notice


def guard(notice: Notice, where: str) -> None:
    """UsageError where a name in a notice's own lists would match too many genuine ones; `where` is its file."""
    rules = {rule.check.id: rule for rule in notice.rules}
    for key, (check, field) in _FIELDS.items():
        if key == "innocent" or check not in rules:
            continue
        for name in getattr(rules[check].params, field):
            entry = Entry(key, name, f"{where}: checks.{check}.{field}")
            _refuse_short(entry)
            refuse_broad(entry, rules[check].params)


def _merged(notice: Notice, key: str, found: list[Entry], digest: str) -> Notice:
    check, field = _FIELDS[key]
    params = _rule(notice, found[0]).params
    against = {_same(key, name): name for other in _AGAINST[key] for name in getattr(params, other)}
    for entry in found:
        if name := against.get(_same(key, entry.name)):
            raise UsageError(
                _contradiction(entry, tr(f"通知或另一名单中的“{name}”", f'"{name}" of the notice or another list'))
            )
    names = dict.fromkeys((*getattr(params, field), *(entry.name for entry in found)))
    return with_params(notice, check, params.model_copy(update={field: tuple(names)}), f"{key}:{digest}")


def _rule(notice: Notice, entry: Entry) -> Rule:
    check = _FIELDS[entry.list][0]
    for rule in notice.rules:
        if rule.check.id == check:
            return rule
    raise UsageError(
        tr(
            f"{entry.where}: 通知 {notice.head.id} 没有 {check} 这项检查，名单无处可用",
            f"{entry.where}: the notice {notice.head.id} does not ask for {check}; leave this list out",
        )
    )


def _refuse_both(found: list[Entry]) -> None:
    """A name that one file has both among the listed journals and among the innocent ones."""
    listed = {_same(entry.list, entry.name): entry for entry in found if entry.list == "journals"}
    for entry in found:
        if entry.list == "innocent" and (other := listed.get(_same(entry.list, entry.name))):
            raise UsageError(_contradiction(entry, other.where))


def _contradiction(entry: Entry, other: str) -> str:
    return tr(
        f"{entry.where}: “{entry.name}”与 {other} 互相矛盾：同一名称不能既列为违规又列为正规，请删去一处",
        f'{entry.where}: "{entry.name}" contradicts {other}: a name is either listed or genuine; delete one of the two',
    )


def _same(key: str, name: str) -> str:
    return titled(name) if key in ("journals", "innocent") else bare(name)


def _refuse_number(path: Path, count: int) -> None:
    if not count:
        raise UsageError(
            tr(
                f"{path}: 没有任何名称；CSV 应有“类别,名称”两列，TOML 应有 journals、awards 或 issuers 列表",
                f'{path}: no names; a CSV file needs the columns "类别,名称" (kind and name), '
                "a TOML file the lists journals, awards or issuers",
            )
        )
    if count > MOST:
        raise UsageError(
            tr(
                f"{path}: 名称超过 {MOST} 个，请删去无关的",
                f"{path}: more than {MOST} names; leave out what is not needed",
            )
        )


def _refuse_short(entry: Entry) -> None:
    size = len(_same(entry.list, entry.name))
    if not size:
        raise UsageError(_nothing(entry))
    if size < SHORTEST:
        raise UsageError(
            tr(
                f"{entry.where}: 名称“{entry.name}”只有一个字，会误伤无辜，请填写完整名称",
                f'{entry.where}: the name "{entry.name}" has one character and would hit many; write the full name',
            )
        )


def _nothing(entry: Entry) -> str:
    """What is wrong with a name in which nothing is left to compare."""
    mend = tr("请填写完整名称或删去这一行", "write the full name or delete the line")
    if not entry.name.strip():
        return tr(f"{entry.where}: 名称是空的，{mend}", f"{entry.where}: the name is empty; {mend}")
    if not bare(entry.name):
        return tr(
            f"{entry.where}: 名称“{entry.name}”中没有一个字或字母（不支持通配符），{mend}",
            f'{entry.where}: the name "{entry.name}" has no letter or word in it (there are no wildcards); {mend}',
        )
    return tr(
        f"{entry.where}: 名称“{entry.name}”只有“杂志”“期刊”字样，没有刊名，{mend}",
        f'{entry.where}: the name "{entry.name}" says journal and no title; {mend}',
    )
