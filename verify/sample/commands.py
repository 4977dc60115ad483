"""`hedui sample OUT`: draws whom a person should look at from a run's output."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, Optional

import typer

from verify.errors import UsageError
from verify.lang import current, tr

SEED_CHARS = 12
"""Of batch.json's digest, where no seed is given."""


def sample_command(
    out: Annotated[Path, typer.Argument(help=tr("核对结果的文件夹（有 batch.json）", "A run's output"))],
    size: Annotated[
        Optional[int],  # noqa: UP045 - typer reads the annotation at run time
        typer.Option(min=1, help=tr("抽多少人；默认全批的 10%，至少 5 人", "How many; 10 % and at least 5 by default")),
    ] = None,
    share: Annotated[
        Optional[float],  # noqa: UP045
        typer.Option(min=0.001, max=1, help=tr("抽全批的多大比例，如 0.1", "Instead: which share of the batch")),
    ] = None,
    clean: Annotated[
        Optional[float],  # noqa: UP045
        typer.Option(
            min=0, max=1, help=tr("其中在“未见问题”的人里随机抽的比例，默认 0.2", "Share drawn from the clean")
        ),
    ] = None,
    seed: Annotated[
        str, typer.Option(help=tr("随机种子；默认由这批结果得出，同一批每次相同", "Seed; from the output by default"))
    ] = "",
    lang: Annotated[Literal["zh", "en"], typer.Option(help=tr("界面语言", "Interface language"))] = "zh",
) -> None:
    from verify.report.words import Words
    from verify.sample.book import sample_book
    from verify.sample.load import load
    from verify.sample.page import estimate_of, notes_of, parts_of, render_sample
    from verify.sample.rules import rules
    from verify.sample.sample import applicants_of, draw, size_of
    from verify.write import write_atomic

    if size and share:
        raise UsageError(tr("--size 和 --share 只能给一个", "give --size or --share, not both"))
    by, output = rules(), load(out)
    people = applicants_of(output.reports, by)
    if not people:
        raise UsageError(tr(f"{out} 的批次里没有申报人，无从抽查", f"the batch of {out} has no applicants to draw"))
    wanted = size or size_of(len(people), share, by)
    drawn = draw(people, wanted, by.clean if clean is None else clean, seed or output.digest[:SEED_CHARS])
    write_atomic(out / "sample.html", render_sample(drawn, output.batch, current()).encode())
    write_atomic(out / "sample.xlsx", sample_book(drawn, output.batch))
    words = Words(current())
    typer.echo(words("sample_from", len(people), len(drawn.drawn), drawn.seed))
    for line in (*notes_of(drawn, words), *(part.says for part in parts_of(drawn, words)), *estimate_of(drawn, words)):
        typer.echo(line)
    typer.echo(f"{tr('名单', 'List')}: {(out / 'sample.html').resolve()}")
