"""applicant.json as data: every field but the name may be absent. Shape: the input contract, "applicant.json"."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, StringConstraints

from verify.dates import PartialDate

LIST_LIMIT = 500
"""Most entries a list of the form may hold."""


def _date(value: Any) -> Any:
    return PartialDate.parse(value) if isinstance(value, str) else value


Day = Annotated[PartialDate, BeforeValidator(_date), PlainSerializer(str, return_type=str)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=20_000)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="allow", arbitrary_types_allowed=True, strict=False)


class Employer(_Part):
    name: Text | None = None
    uscc: Text | None = None
    kind: Text | None = None


class Target(_Part):
    title: Text | None = None
    specialty: Text | None = None
    category: Text | None = None
    route: Text | None = None
    committee: Text | None = None


class Education(_Part):
    level: Text | None = None
    school: Text | None = None
    major: Text | None = None
    graduated: Day | None = None
    country: Text | None = None


class Title(_Part):
    name: Text | None = None
    specialty: Text | None = None
    obtained: Day | None = None
    appointed: Day | None = None
    issued_in: Text | None = None


class Skill(_Part):
    trade: Text | None = None
    level: Text | None = None
    obtained: Day | None = None


class Assessment(_Part):
    year: int | None = None
    grade: Text | None = None
    employer: Text | None = None


class Training(_Part):
    """Hours (学时) of one year."""

    year: int | None = None
    professional: float | None = None
    general: float | None = None
    industry: float | None = None
    platform: Text | None = None


class Insurance(_Part):
    employer: Text | None = None
    place: Text | None = None
    local_months: int | None = None
    out_of_province_last_year: bool | None = None


class Project(_Part):
    name: Text | None = None
    role: Text | None = None
    employer: Text | None = None
    started: Day | None = None
    completed: Day | None = None
    platform: Text | None = None
    registry_number: Text | None = None
    folder: Text | None = None


class Paper(_Part):
    title: Text | None = None
    journal: Text | None = None
    issn: Text | None = None
    cn: Text | None = None
    published: Day | None = None
    authors: Annotated[tuple[Text, ...], Field(max_length=LIST_LIMIT)] = ()
    folder: Text | None = None


class Patent(_Part):
    number: Text | None = None
    name: Text | None = None
    kind: Text | None = None
    inventors: Annotated[tuple[Text, ...], Field(max_length=LIST_LIMIT)] = ()
    holder: Text | None = None
    granted: Day | None = None
    folder: Text | None = None


class Standard(_Part):
    name: Text | None = None
    number: Text | None = None
    level: Text | None = None
    issuer: Text | None = None
    folder: Text | None = None


class Award(_Part):
    name: Text | None = None
    issuer: Text | None = None
    year: int | None = None
    number: Text | None = None
    folder: Text | None = None


class Recommender(_Part):
    name: Text | None = None
    title: Text | None = None
    specialty: Text | None = None
    in_service: bool | None = None


class SelfAssessment(_Part):
    score: float | None = None
    recommenders: Annotated[tuple[Recommender, ...], Field(max_length=LIST_LIMIT)] = ()


class PreviousApplication(_Part):
    year: int | None = None
    passed: bool | None = None
    deadline: Day | None = None


class Sanction(_Part):
    kind: Text | None = None
    revoked: Day | None = None


class Publicity(_Part):
    started: Day | None = None
    ended: Day | None = None
    objections: Text | None = None


class Form(_Part):
    """The form of one applicant; what is absent is None or ()."""

    application_id: Text | None = None
    name: Text | None = None
    id_number: Text | None = None
    employer: Employer = Employer()
    applying_for: Target = Target()
    submitted_at: Day | None = None
    endorsed_at: Day | None = None
    education: Annotated[tuple[Education, ...], Field(max_length=LIST_LIMIT)] = ()
    titles: Annotated[tuple[Title, ...], Field(max_length=LIST_LIMIT)] = ()
    skills: Annotated[tuple[Skill, ...], Field(max_length=LIST_LIMIT)] = ()
    specialty_years: float | None = None
    in_prefab_since: Day | None = None
    assessments: Annotated[tuple[Assessment, ...], Field(max_length=LIST_LIMIT)] = ()
    continuing_education: Annotated[tuple[Training, ...], Field(max_length=LIST_LIMIT)] = ()
    social_insurance: Insurance = Insurance()
    projects: Annotated[tuple[Project, ...], Field(max_length=LIST_LIMIT)] = ()
    papers: Annotated[tuple[Paper, ...], Field(max_length=LIST_LIMIT)] = ()
    patents: Annotated[tuple[Patent, ...], Field(max_length=LIST_LIMIT)] = ()
    standards: Annotated[tuple[Standard, ...], Field(max_length=LIST_LIMIT)] = ()
    awards: Annotated[tuple[Award, ...], Field(max_length=LIST_LIMIT)] = ()
    self_assessment: SelfAssessment | None = None
    previous_application: PreviousApplication | None = None
    sanctions: Annotated[tuple[Sanction, ...], Field(max_length=LIST_LIMIT)] = ()
    publicity: Publicity | None = None
    statement: Text | None = None
