"""What a case is judged with beyond its folder."""

from __future__ import annotations

from pathlib import Path

from tests.checks.build import case, document, page
from tests.compare.build import NOTICE
from verify.compare.comparison import Comparison
from verify.compare.elsewhere import Elsewhere
from verify.compare.gather import across_of
from verify.compare.survey import Survey
from verify.model import Evidence, Slot
from verify.store.open import store_at

PROSE = "全年完成预制叠合板安装一千二百六十块，一次验收合格率百分之九十八，套筒灌浆检测四十五组全部合格，节约工期十二天"


def test_pages_that_could_not_be_compared_are_told(tmp_path: Path) -> None:
    mine = case(
        document("年度考核/a.jpg", Slot.ASSESSMENT, page(PROSE)),
        document("学历学位/a.jpg", Slot.EDUCATION, page("毕业证书")),
    )
    with store_at(tmp_path / "store.sqlite") as store:
        survey = Survey(store.engine, store.secret, tmp_path / "批次", NOTICE)
        survey.put(mine, "", {})
        across = across_of(mine, Comparison(survey, Elsewhere({}, lambda _: None)))
    assert (across.compared, across.thin) == (0, (Evidence("学历学位/a.jpg", 1),))
