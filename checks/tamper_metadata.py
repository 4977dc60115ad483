"""What a file's metadata says of its making: rule XC-08, a hint and never proof. Ours, no clause."""

from __future__ import annotations

from collections.abc import Iterable

from checks.check import Params, failed, na, passed, unsure
from checks.rows import plain
from verify.finding import Evidence, Observation
from verify.model import Case, Document, Slot
from verify.traces import METADATA, Tag, Traces

ALL = "全部材料"

SEEN = 90
"""Characters of a text from metadata that a message shows."""


class Metadata(Params):
    """`editors`: names of software that edits pictures or PDFs; `innocent`: names that hold one of them and do not.

    `generators`: software that makes pictures. Names are compared plain. `exempt`: slots where editing is usual.
    """

    editors: tuple[str, ...]
    innocent: tuple[str, ...] = ()
    generators: tuple[str, ...] = ()
    exempt: tuple[Slot, ...] = ()


def judged(case: Case, params: Metadata) -> Iterable[Observation]:
    """One observation a file that names an editor, a generator or content credentials, else one for all."""
    files = [(document, document.traces) for document in case.documents if document.traces]
    if not files:
        return [na(ALL, "没有可以查看文件信息的材料。")]
    found = [one for document, traces in files if (one := _file(document, traces, params))]
    named = sum(bool(traces.tags) for _, traces in files)
    told = (
        f"{len(files)} 份文件的信息中没有见到编辑软件或生成内容标识（{named} 份写有制作软件或设备）。"
        "文件信息可以被清除，没有见到不等于没有编辑过。"
    )
    unread = [
        na(d.file, f"{note}，未作判断。") for d, traces in files for note in traces.incomplete if note in METADATA
    ]
    return [*(found or [passed(ALL, told)]), *unread]


def _file(document: Document, traces: Traces, params: Metadata) -> Observation | None:
    shown = Evidence(document.file)
    if label := _generated(traces, params):
        message = f"文件信息标明内容由人工智能生成或合成：{label}。只是线索，请人工查看原件。"
        return failed(document.file, message, shown, found=label)
    edited = [] if document.slot in params.exempt else [tag for tag in traces.tags if _edits(tag, params)]
    if edited:
        names = "、".join(dict.fromkeys(f"{tag.where}：{tag.text[:SEEN]}" for tag in edited[:3]))
        message = f"文件信息写有编辑软件（{names}）。裁剪、压缩、合并也会留下同样的信息，只是线索，请结合原件看。"
        return failed(document.file, message, shown, found=names)
    if traces.c2pa:
        message = "文件带有内容凭证（C2PA），此处不能核验；新的相机、手机和图片生成工具都会写入，请用专门工具查看。"
        return unsure(document.file, message, shown, found="C2PA")
    return None


def _generated(traces: Traces, params: Metadata) -> str:
    """What says that the content was generated; "" where nothing does."""
    if traces.aigc:
        return f"AIGC 标识 {traces.aigc[:SEEN]}"
    made = [tag for tag in traces.tags if _names(tag, params.generators)]
    if made:
        return f"{made[0].where}：{made[0].text[:SEEN]}"
    return "内容凭证（C2PA）写明由算法生成" if traces.generated else ""


def _edits(tag: Tag, params: Metadata) -> bool:
    return _names(tag, params.editors) and not _names(tag, params.innocent)


def _names(tag: Tag, names: Iterable[str]) -> bool:
    text = plain(tag.text)
    return any(plain(name) in text for name in names)
