"""project.applicant_named and project.third_party_seal: one claimed project, one page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PIL import Image, ImageChops

from scripts.fixturekit.cases.case import Build, Case, form
from scripts.fixturekit.drawings import drawing
from scripts.fixturekit.folder import Folder
from scripts.fixturekit.page import Sheet
from scripts.fixturekit.people import DESIGNER, NINGZHU, OWNER, SUPERVISOR, Company
from scripts.fixturekit.plan import SHAOXING
from scripts.fixturekit.projects import letter, own_letter, sign_in
from scripts.fixturekit.seal import Seal, press

WORKS = SHAOXING[0].works
assert WORKS
PARTIES = (NINGZHU, OWNER, SUPERVISOR, DESIGNER)
DAY = "2021-05-08"


def _tinted(sheet: Sheet) -> Sheet:
    """On cream paper: a page without any colour could be a black-and-white copy, on which no seal can be missed."""
    sheet.image = ImageChops.multiply(sheet.image, Image.new("RGB", sheet.image.size, (255, 251, 238)))
    return sheet


def _project(draw: Callable[[], Sheet]) -> Build:
    def build(folder: Folder) -> None:
        folder.scan("工程业绩/1/扫描件.jpg", draw())
        form(
            folder,
            projects=[
                {
                    "name": WORKS.name,
                    "role": WORKS.role,
                    "employer": NINGZHU.name,
                    "started": WORKS.started,
                    "completed": WORKS.completed,
                    "platform": "无",
                    "folder": "工程业绩/1",
                }
            ],
        )

    return build


def _named(*names: str) -> Build:
    return _project(lambda: sign_in(WORKS, names, PARTIES, DAY, "/".join(names)))


def _sealed(*firms: Company) -> Build:
    return _project(lambda: letter(WORKS, "王建", firms, DAY, "case" + str(len(firms))))


def _with(seals: Sequence[Seal], key: str) -> Build:
    """The contractor's letter, with other seals below it."""

    def draw() -> Sheet:
        sheet = letter(WORKS, "王建", (NINGZHU,), DAY, key)
        sheet.text((100, 800), "监理单位意见：同意。", 24)
        for number, seal in enumerate(seals):
            press(sheet, seal, (400 + number * 300, 960))
        return sheet

    return _project(draw)


WORN = Seal(SUPERVISOR.name, worn=0.4, smudged=3)
SMALL = replace(Seal(SUPERVISOR.name), width=16.5, height=16.5)

CASES = (
    Case("project.applicant_named", "pass", "on-the-sheet", "王建 signed in", _named("王建", "李强")),
    Case(
        "project.applicant_named",
        "pass",
        "spaced-name",
        "printed 王　建 with an ideographic space",
        _named("王　建", "王建国"),
    ),
    Case("project.applicant_named", "fail", "other-names", "other names only", _named("赵明远", "李强")),
    Case(
        "project.applicant_named",
        "fail",
        "longer-name",
        "王建国 only: another person, whose name begins alike",
        _named("王建国", "李强"),
    ),
    Case("project.applicant_named", "unsure", "one-character-off", "王健 for 王建", _named("王健", "李强")),
    Case(
        "project.third_party_seal",
        "pass",
        "parties",
        "owner, supervisor and designer",
        _sealed(NINGZHU, OWNER, SUPERVISOR, DESIGNER),
    ),
    Case(
        "project.third_party_seal",
        "pass",
        "drawing-review",
        "图审章 on a drawing",
        _project(lambda: drawing(WORKS, {"设　　计": "王建", "校　　对": "李强"}, "case")),
    ),
    Case(
        "project.third_party_seal",
        "fail",
        "own-seals",
        "the employer's seal and its project office's",
        _project(lambda: own_letter(WORKS, "王建", DAY)),
    ),
    Case(
        "project.third_party_seal",
        "fail",
        "no-seal",
        "no seal at all",
        _project(lambda: _tinted(letter(WORKS, "王建", (), DAY, "none"))),
    ),
    Case(
        "project.third_party_seal",
        "unsure",
        "worn",
        "the other seal is too worn and smudged to read",
        _with([WORN], "worn"),
    ),
    Case("project.third_party_seal", "unsure", "small", "the other seal is too small to read", _with([SMALL], "small")),
)
