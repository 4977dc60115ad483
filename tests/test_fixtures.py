"""The committed fixtures: named by the contract, listed in their README, and what they claim to be."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import numpy as np
import openpyxl
import pypdfium2
import pytest
from PIL import Image

from checks.table import CHECKS
from verify.intake.form_fields import settle
from verify.packs import load

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "fixtures"
NOTICES = {"sample-batch": "shaoxing-2024-07", "sample-batch-yongjia": "yongjia-2021-23"}
BATCHES = tuple(NOTICES)
NEVER_FAILS = {"sample-batch": {"eligibility.route"}}
"""By design: one of the routes that the Shaoxing notice names stands in a document that it does not quote."""
OUTCOMES = ("pass-", "fail-", "unsure-", "na-")
LIMIT = 21_000_000

REQUIRED = tuple(check.id for check in CHECKS.values() if check.built)
"""The checks that have cases here."""

NO_UNSURE = {"photo.present", "photo.aspect", "photo.format", "document.slot", "project.count"}
"""Checks that can always tell."""

CASES = sorted(p for p in FIXTURES.glob("*/*/*") if p.is_dir() and not p.parts[-3].startswith("sample-batch"))

FILES = [p for p in FIXTURES.rglob("*") if p.is_file() and not p.relative_to(FIXTURES).parts[0].endswith("-reports")]
"""Not the reports that a run on a sample batch leaves beside it."""

FORMS = sorted(path for path in FILES if path.name == "applicant.json")


def check_of(case: Path) -> str:
    return ".".join(case.parts[-3:-1])


def read(path: str) -> Image.Image:
    return Image.open(FIXTURES / path)


def border(path: str) -> np.ndarray:
    """Mean colour of the top edge."""
    return np.asarray(read(path).convert("RGB"), float)[:10].mean(axis=(0, 1))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.relative_to(FIXTURES).as_posix())
def test_case_is_named_by_the_contract_and_listed(case: Path) -> None:
    assert check_of(case) in REQUIRED
    assert case.name.startswith(OUTCOMES)
    assert (case / "applicant.json").is_file() or len(list(case.glob("*/applicant.json"))) > 0
    assert f"`{case.relative_to(FIXTURES).as_posix()}/`" in (FIXTURES / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("check", REQUIRED)
def test_check_has_its_outcomes(check: str) -> None:
    outcomes = {case.name.split("-")[0] for case in CASES if check_of(case) == check}
    assert {"pass", "fail"} <= outcomes
    assert "unsure" in outcomes or check in NO_UNSURE


@pytest.mark.parametrize("batch", BATCHES)
def test_expected_applicants_exist_and_are_listed(batch: str) -> None:
    expected = json.loads((FIXTURES / f"{batch}.expected.json").read_text(encoding="utf-8"))
    readme = (FIXTURES / "README.md").read_text(encoding="utf-8")
    assert set(expected) == {path.name for path in (FIXTURES / batch).iterdir() if path.is_dir()}
    for folder, entry in expected.items():
        assert f"`{batch}/{folder}/`" in readme
        assert entry["clean"] is not bool(entry["planted"])


@pytest.mark.parametrize("batch", BATCHES)
def test_every_built_check_of_the_notice_fails_somewhere_in_its_batch(batch: str) -> None:
    expected = json.loads((FIXTURES / f"{batch}.expected.json").read_text(encoding="utf-8"))
    planted = {check for entry in expected.values() for check in entry["planted"]}
    built = {rule.check.id for rule in load(NOTICES[batch]).rules if rule.check.built}
    assert built - planted == NEVER_FAILS.get(batch, set())


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.parent.relative_to(FIXTURES).as_posix())
def test_form_is_well_formed(path: Path) -> None:
    form = settle(json.loads(path.read_text(encoding="utf-8"))).form
    assert form.name
    none_held = path.parent.parent.name == "count"
    for claim in (*form.projects, *form.papers, *form.patents, *form.standards, *form.awards):
        # Where the form decides, a claim has no files, and names no folder.
        assert claim.folder is None or none_held or (path.parent / claim.folder).is_dir()
    for part in (form, *form.projects, *form.papers, *form.assessments, *form.continuing_education):
        assert not part.model_extra


def test_the_tree_is_small() -> None:
    sizes = [path.stat().st_size for path in FILES]
    assert sum(sizes) < LIMIT
    assert max(sizes) <= 600_000


def test_roster_names_every_applicant_folder() -> None:
    sheet = openpyxl.load_workbook(FIXTURES / "sample-batch/roster.xlsx").active
    heads, *rows = sheet.iter_rows(values_only=True)
    folders = {row[heads.index("文件夹")] for row in rows}
    assert folders == {path.name for path in (FIXTURES / "sample-batch").iterdir() if path.is_dir()}


def test_clean_applicant_sits_on_the_edges() -> None:
    form = json.loads((FIXTURES / "sample-batch/001_王建/applicant.json").read_text(encoding="utf-8"))
    assert len("".join(form["statement"].split())) == 1000
    assert form["submitted_at"] == "2024-10-10"
    assert {(row["professional"], row["general"], row["industry"]) for row in form["continuing_education"]} == {
        (60, 18, 12)
    }
    width, height = read("sample-batch/001_王建/01_证件照/王建.jpg").size
    assert width / height == 0.8


def test_backgrounds_are_what_they_are_called() -> None:
    red, _, blue = border("photo/background/fail-blue/证件照/证件照.jpg")
    assert blue > red + 80
    assert border("photo/background/pass-white/证件照/证件照.jpg").min() > 245
    assert 200 < border("photo/background/unsure-grey/证件照/证件照.jpg").mean() < 225


def test_photo_bytes_are_what_they_are_called() -> None:
    def size(case: str) -> int:
        return (FIXTURES / f"photo/bytes/{case}/证件照/证件照.jpg").stat().st_size

    assert size("fail-22000") < 30_000 < size("unsure-30500") < 30_720 < size("pass-48000")


def test_only_the_planted_portrait_is_too_light() -> None:
    expected = json.loads((FIXTURES / "sample-batch.expected.json").read_text(encoding="utf-8"))
    for folder, entry in expected.items():
        for photo in (FIXTURES / "sample-batch" / folder).glob("*照*/*.jpg"):
            assert (photo.stat().st_size < 30_000) is ("photo.bytes" in entry["planted"])


def test_disguised_and_spoilt_files() -> None:
    assert read("sample-batch/003_陈翀/照片/陈翀.jpg").format == "PNG"
    with pytest.raises(OSError, match="truncated"):
        read("document/readable/fail-truncated/职称证书/证书.jpg").load()
    with pytest.raises(pypdfium2.PdfiumError, match="password"):
        pypdfium2.PdfDocument(FIXTURES / "document/readable/fail-encrypted/职称证书/证书.pdf")


def test_archive_has_gbk_names() -> None:
    path = FIXTURES / "sample-batch/003_陈翀/考核/年度考核.zip"
    with zipfile.ZipFile(path, metadata_encoding="gbk") as archive:
        assert archive.namelist() == ["年度考核/2021年度考核表.jpg", "年度考核/2023年度考核表.jpg"]
        assert not any(member.flag_bits & 0x800 for member in archive.infolist())


def test_text_layer_says_what_the_page_shows() -> None:
    document = pypdfium2.PdfDocument(FIXTURES / "sample-batch/003_陈翀/学历/备案表.pdf")
    text = document[0].get_textpage().get_text_range()
    assert "教育部学历证书电子注册备案表" in text
    assert "陈翀" in text


def test_rendering_is_deterministic(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT))
    fonts = pytest.importorskip("scripts.fixturekit.fonts")
    try:
        fonts.path_of("serif")
    except fonts.MissingError as missing:
        pytest.skip(str(missing))
    assert _certificate() == _certificate()


def _certificate() -> bytes:
    from scripts.fixturekit.plan import WANG
    from scripts.fixturekit.scan import jpeg, scan
    from scripts.fixturekit.schooling import title_certificate

    data = jpeg(scan(title_certificate(WANG)))
    assert Image.open(io.BytesIO(data)).size == (1240, 1000)
    return data
