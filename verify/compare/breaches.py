"""The integrity archive's entries about one applicant: by ID number for sure, by name alone perhaps."""

from __future__ import annotations

from sqlalchemy import Connection, select

from checks.identity_numbers import compact, resident_fault
from verify.across import Breach
from verify.model import Case
from verify.store.archive import RECORDS, Record, about
from verify.store.secret import Secret


def breaches_for(connection: Connection, secret: Secret, case: Case) -> tuple[Breach, ...] | None:
    """What the archive holds about an applicant, () for nothing; None where the archive has no record at all.

    A namesake whose ID number is known and another is someone else, provided that the applicant's own is well formed.
    """
    if connection.execute(select(RECORDS.c.id).limit(1)).first() is None:
        return None
    number = compact(case.form.id_number or "")
    person = secret.of(number)
    found = about(connection, person, case.name)
    sure = [one for one in found if person and one.person == person]
    whole = bool(number) and not resident_fault(number)
    rest = [one for one in found if one not in sure and not (whole and one.person) and not _told(one, sure)]
    return tuple(_breach(one, one in sure) for one in (*sure, *rest))


def _told(record: Record, sure: list[Record]) -> bool:
    """Whether a record without a number says again what one with the number does."""
    return any((one.decided_on, one.reason) == (record.decided_on, record.reason) for one in sure)


def _breach(record: Record, sure: bool) -> Breach:
    more = [f"认定：{record.decided_by}", record.document, record.employer and f"单位：{record.employer}"]
    return Breach(record.decided_on, record.reason, sure, f"第 {record.id} 条（{'，'.join(filter(None, more))}）")
