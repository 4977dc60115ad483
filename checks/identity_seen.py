"""What is looked for on the applicant's own documents, and what was seen there. Rules XC-01, XC-03."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checks.check import Params
from verify.finding import Evidence
from verify.model import Slot


class Agrees(Params):
    """The slots of the applicant's own documents, and the labels of what says who it is on them.

    `employer_slots` are those where the employer is today's or that of a year which the form tells: a diploma or an old
    certificate may well name an earlier one. `former`: words that tell of a former name.
    """

    slots: tuple[Slot, ...]
    employer_slots: tuple[Slot, ...] = ()
    name_labels: tuple[str, ...]
    number_labels: tuple[str, ...]
    employer_labels: tuple[str, ...] = ()
    birth_labels: tuple[str, ...] = ()
    sex_labels: tuple[str, ...] = ()
    former: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """What a document says of one thing: "same", "near" (a person must look) or "differs", and where."""

    what: str
    level: Literal["same", "near", "differs"]
    message: str = ""
    evidence: tuple[Evidence, ...] = ()
