"""What each purpose of a seal is called, and the kind of seal that it makes."""

from __future__ import annotations

from verify.page import SealKind, SealPurpose

P = SealPurpose

KINDS: dict[SealPurpose, SealKind] = {
    P.OFFICIAL: "unit",
    P.CONTRACT: "unit",
    P.FINANCE: "unit",
    P.PROJECT: "unit",
    P.DRAWING: "unit",
    P.TECHNICAL: "unit",
    P.INVOICE: "unit",
    P.DEPARTMENT: "unit",
    P.SPECIAL: "unit",
    P.UNKNOWN: "unit",
    P.REVIEW: "review",
    P.REGISTRATION: "registration",
    P.COMPLETION: "other",
    P.PERSONAL: "other",
    P.TAX: "other",
    P.REMARK: "other",
    P.OTHER: "other",
}
"""The kind of each purpose; a round seal that nobody can read is taken for a unit's."""

NAMES: dict[SealPurpose, tuple[str, str]] = {
    P.OFFICIAL: ("公章", "official seal"),
    P.CONTRACT: ("合同专用章", "contract seal"),
    P.FINANCE: ("财务专用章", "finance seal"),
    P.PROJECT: ("项目部章", "project department's seal"),
    P.DRAWING: ("出图专用章", "drawing issue seal"),
    P.TECHNICAL: ("技术（资料、业务）专用章", "technical seal"),
    P.INVOICE: ("发票专用章", "invoice seal"),
    P.DEPARTMENT: ("部门章", "department's seal"),
    P.SPECIAL: ("其他专用章", "other special seal"),
    P.REVIEW: ("审图章", "drawing review seal"),
    P.REGISTRATION: ("注册执业印章", "registered person's seal"),
    P.COMPLETION: ("竣工图章", "as-built drawing stamp"),
    P.PERSONAL: ("人名章", "personal name seal"),
    P.TAX: ("发票监制章", "invoice supervision seal"),
    P.REMARK: ("文字戳", "remark stamp"),
    P.OTHER: ("其他印章", "other seal"),
    P.UNKNOWN: ("用途未读清", "purpose not legible"),
}
"""Chinese and English."""
