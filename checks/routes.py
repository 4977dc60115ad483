"""The ways to a title that a notice lists, and how an applicant stands to each: rules EL-03 … EL-25, TM-04, TM-05."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pydantic import Field

from checks.check import Params
from checks.levels import bare, fits
from verify.form import Form

State = Literal["met", "confirm", "open", "elsewhere", "short", "lacks"]
"""Met; met if a person confirms something; not to be told; in a document that we do not have; too short; not open."""

RANK: tuple[State, ...] = ("met", "confirm", "open", "elsewhere", "short", "lacks")


class Route(Params):
    """A way to a title that asks for `years`, also of assessments: by education, or by a title or skill already held.

    All that a route names must be there; `since` says from when its years run. `name` and `text` are the notice's
    number and words. `perhaps`: levels that may count as `education`. `specialty`: of the held title. `beside`: a
    qualification held as well. `in_prefab`: working in 装配式建筑 now. `applies`: kinds of application it is for.
    `confirm`: what a person must see to where all else is met. `elsewhere`: why the notice alone cannot tell.
    `own_checks`: judged by checks of its own.
    """

    title: str
    years: int = 0
    name: str = ""
    text: str = ""
    education: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()
    held_title: tuple[str, ...] = ()
    held_skill: tuple[str, ...] = ()
    since: Literal["graduated", "obtained", "appointed", "in_prefab"] = "obtained"
    specialty: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    in_prefab: bool = False
    applies: tuple[str, ...] = ()
    confirm: str = ""
    elsewhere: str = ""
    own_checks: bool = False


class Vocabulary(Params):
    """The routes of a notice and its words. `titles`: other ways of writing a title that is applied for.

    `no_route`: words known to open none; `unfinished`: words of a level that say that it was not completed.
    """

    routes: tuple[Route, ...] = ()
    titles: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    no_route: tuple[str, ...] = ()
    unfinished: tuple[str, ...] = ()


class Routes(Vocabulary):
    """Routes that are judged. `until`: the last day that counts; `trades`: those the notice names."""

    until: date
    trades: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One condition of a route: how it stands, and why."""

    state: State
    told: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How an applicant stands to a route: the worst of its conditions, and all of them told."""

    route: Route
    state: State
    told: str


def routes_to(form: Form, params: Vocabulary) -> list[Route]:
    """The routes to the title that is applied for; none where the form does not say which, in words that are known."""
    said = form.applying_for.title
    return [one for one in params.routes if fits(said, (one.title, *params.titles.get(one.title, ()))) == "yes"]


def all_of(parts: Iterable[Part]) -> Part:
    """Several conditions, all of which must hold."""
    given = [part for part in parts if part.told or part.state != "met"]
    states: list[State] = [part.state for part in given]
    worst = max(states, key=RANK.index, default=RANK[0])
    return Part(worst, "，".join(part.told for part in given if part.told))


def best_of(parts: Iterable[Part], otherwise: Part) -> Part:
    """Several entries, one of which must do: the best of them; `otherwise` where there is none."""
    return min(parts, key=lambda part: RANK.index(part.state), default=otherwise)


def strange(said: Iterable[str | None], params: Vocabulary) -> list[str]:
    """What the form says of levels, titles or skills that no route and no list of the notice knows."""
    words = vocabulary(params)
    odd = (text for text in said if text and bare(text) and fits(text, words) == "no")
    return [text for text in odd if not any(word in text for word in params.unfinished)]


def vocabulary(params: Vocabulary) -> list[str]:
    """Every word for a level, title or skill that a notice's routes and lists know."""
    return [*params.no_route, *(word for route in params.routes for word in words_of(route))]


def words_of(route: Route) -> tuple[str, ...]:
    """Every level, title and skill that a route knows."""
    return (*route.education, *route.perhaps, *route.held_title, *route.held_skill, *route.beside)
