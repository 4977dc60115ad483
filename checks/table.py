"""The one table of all checks, in the order in which a report presents them within their stage.

Ids are fixed: other programs read them. A row without a function is not built yet, and is said to be so wherever a
notice asks for it. What `hedui explain` tells of the built ones stands in checks.texts.
"""

from __future__ import annotations

from checks import (
    assessment,
    assessment_whole,
    award,
    award_named,
    award_plausible,
    commitment,
    continuing_education,
    document,
    education,
    eligibility,
    form,
    form_publicity,
    form_target,
    identity,
    identity_seen,
    instructions,
    insurance,
    journal,
    paper,
    paper_authors,
    paper_numbers,
    paper_titles,
    patent,
    patent_filing,
    patent_parts,
    patent_record,
    photo,
    platform_genuine,
    project,
    project_agrees,
    project_list,
    project_platform,
    project_third_party,
    reuse,
    reuse_number,
    reuse_page,
    reuse_role,
    reuse_seal,
    review_form,
    sanction,
    self_assessment,
    self_assessment_recommenders,
    signoff,
    signoff_parts,
    standard,
    standard_body,
    standard_drafters,
    tamper,
    tamper_code,
    tamper_metadata,
    tamper_pdf,
    title,
    training_platform,
    training_proof,
)
from checks.check import Check, Judge, Params
from checks.texts import TEXTS
from verify.finding import Stage


def _row(id: str, stage: Stage, title: str, judge: Judge | None = None, params: type[Params] = Params) -> Check:
    looks_at, cannot_tell = TEXTS.get(id, ("", ""))
    return Check(id, stage, title, judge, params, looks_at, cannot_tell)


_ROWS = (
    _row("photo.present", Stage.PHOTO, "已上传证件照", photo.present),
    _row("photo.format", Stage.PHOTO, "证件照格式", photo.format, photo.Format),
    _row("photo.bytes", Stage.PHOTO, "证件照文件大小", photo.bytes, photo.Bytes),
    _row("photo.pixels", Stage.PHOTO, "证件照像素", photo.pixels, photo.Pixels),
    _row("photo.aspect", Stage.PHOTO, "证件照宽高比", photo.aspect, photo.Aspect),
    _row("photo.background", Stage.PHOTO, "证件照白底", photo.background, photo.Background),
    _row("commitment.signed", Stage.EVIDENCE, "真实性保证书已签署", commitment.signed, commitment.Signed),
    _row("signoff.verified", Stage.EVIDENCE, "佐证材料签署核对无误", signoff.verified, signoff_parts.Verified),
    _row("project.applicant_named", Stage.EVIDENCE, "业绩材料有申报人姓名", project.applicant_named, project.Named),
    _row(
        "project.third_party_seal", Stage.EVIDENCE, "业绩材料有第三方证明", project.third_party_seal,
        project_third_party.ThirdParty,
    ),
    _row(
        "project.platform_record", Stage.EVIDENCE, "平台有记录的业绩附平台截图", project.platform_record,
        project_platform.PlatformRecord,
    ),
    _row(
        "project.record_agrees", Stage.EVIDENCE, "业绩各处记载一致", project.record_agrees, project_agrees.RecordAgrees,
    ),
    _row(
        "project.platform_page_genuine", Stage.EVIDENCE, "平台截图真实", project.platform_page_genuine,
        platform_genuine.PlatformPageGenuine,
    ),
    _row("project.count", Stage.FORM, "业绩突出代表性", project.count, project_list.Count),
    _row(
        "project.new_since_last", Stage.FORM, "再次申报有新增业绩", project.new_since_last, project_list.NewSinceLast,
    ),
    _row(
        "paper.journal_not_blacklisted", Stage.BLACKLISTS, "论文不在冒名或非法期刊", paper.journal_not_blacklisted,
        journal.Blacklist,
    ),
    _row(
        "paper.published_after_title", Stage.FORM, "论文在取得现资格之后发表", paper.published_after_title,
        paper_titles.AfterTitle,
    ),
    _row("paper.parts", Stage.EVIDENCE, "论文封面、目录、正文齐全", paper.parts),
    _row("paper.applicant_named", Stage.EVIDENCE, "申报人是论文作者", paper.applicant_named, paper_authors.Authors),
    _row("paper.numbers_valid", Stage.EVIDENCE, "刊号有效", paper.numbers_valid, paper_numbers.Numbers),
    _row("paper.parts_agree", Stage.EVIDENCE, "论文封面、目录、正文一致", paper.parts_agree),
    _row("award.not_forged", Stage.BLACKLISTS, "不是假冒的获奖证书", award.not_forged, award.NotForged),
    _row("award.plausible", Stage.EVIDENCE, "国家级奖项要素合理", award.plausible, award_plausible.Plausible),
    _row("award.applicant_named", Stage.EVIDENCE, "申报人是获奖人", award.applicant_named, award_named.Named),
    _row(
        "patent.inventor_original", Stage.EVIDENCE, "申报人是原始发明人", patent.inventor_original,
        patent_filing.Original,
    ),
    _row("patent.applicant_named", Stage.EVIDENCE, "申报人在发明人之列", patent.applicant_named, patent_parts.Named),
    _row("patent.number_valid", Stage.EVIDENCE, "专利号有效", patent.number_valid, patent_record.Numbers),
    _row(
        "standard.national_body", Stage.EVIDENCE, "团体标准由国家级社会团体颁布", standard.national_body,
        standard_body.Body,
    ),
    _row(
        "standard.applicant_named", Stage.EVIDENCE, "申报人在标准编制人员之列", standard.applicant_named,
        standard_drafters.Drafters,
    ),
    _row(
        "continuing_education.hours", Stage.FORM, "继续教育学时达到要求", continuing_education.hours,
        continuing_education.Hours,
    ),
    _row(
        "continuing_education.platform", Stage.EVIDENCE, "继续教育平台符合要求", continuing_education.platform,
        training_platform.Platform,
    ),
    _row(
        "continuing_education.proof_agrees", Stage.EVIDENCE, "学时证明与填报一致", continuing_education.proof_agrees,
        training_proof.ProofAgrees,
    ),
    _row("assessment.years", Stage.FORM, "年度考核年份齐全", assessment.years, assessment.Years),
    _row("assessment.grade", Stage.FORM, "年度考核合格（称职）及以上", assessment.grade, assessment.Grade),
    _row("assessment.form", Stage.EVIDENCE, "年度考核一年一表、有业绩阐述", assessment.form, assessment_whole.Form),
    _row("education.proof", Stage.EVIDENCE, "学历证明齐全", education.proof, education.Proof),
    _row(
        "education.record_agrees", Stage.EVIDENCE, "学历备案表与填报一致", education.record_agrees, education.Agrees,
    ),
    _row("title.appointed", Stage.EVIDENCE, "现任资格证书或聘书有效", title.appointed, title.Appointed),
    _row("title.outside_confirmed", Stage.EVIDENCE, "市外证书已确认", title.outside_confirmed, title.Outside),
    _row("eligibility.route", Stage.FORM, "符合一条申报条件", eligibility.route, eligibility.Ways),
    _row(
        "insurance.employer_agrees", Stage.EVIDENCE, "社保与申报单位一致", insurance.employer_agrees,
        insurance.Employer,
    ),
    _row("insurance.local_months", Stage.EVIDENCE, "在本地缴纳社保月数", insurance.local_months, insurance.LocalMonths),
    _row("insurance.outside_proof", Stage.EVIDENCE, "省外社保缴纳证明", insurance.outside_proof, insurance.OutsideProof),
    _row("self_assessment.score", Stage.FORM, "自评分达到要求", self_assessment.score, self_assessment.Score),
    _row(
        "self_assessment.recommenders", Stage.FORM, "自评申报推荐人", self_assessment.recommenders,
        self_assessment_recommenders.Recommenders,
    ),
    _row("form.specialty", Stage.FORM, "申报专业在目录内", form.specialty, form_target.Specialty),
    _row("form.category", Stage.FORM, "申报类别", form.category, form_target.Category),
    _row("form.statement_length", Stage.FORM, "本人述职字数", form.statement_length, form.StatementLength),
    _row("form.submitted_in_window", Stage.FORM, "在申报时间内提交", form.submitted_in_window, form.Window),
    _row("form.endorsed_in_window", Stage.FORM, "单位按时推荐", form.endorsed_in_window, form.Endorsed),
    _row("form.publicity", Stage.FORM, "单位公示时间", form.publicity, form_publicity.Publicity),
    _row("review_form.watermark", Stage.EVIDENCE, "评审表水印", review_form.watermark, review_form.Watermark),
    _row("sanction.deregistered", Stage.BLACKLISTS, "无“挂证”撤销注册", sanction.deregistered, sanction.Deregistered),
    _row(
        "sanction.integrity_archive", Stage.BLACKLISTS, "诚信档案库无记录", sanction.integrity_archive, sanction.Barred,
    ),
    _row("identity.agrees", Stage.ACROSS, "身份信息一致", identity.agrees, identity_seen.Agrees),
    _row("identity.number_valid", Stage.FORM, "身份证号、信用代码格式", identity.number_valid),
    _row("reuse.file", Stage.ACROSS, "文件未与他人重复", reuse.file, reuse_page.File),
    _row("reuse.page", Stage.ACROSS, "页面未与他人重复", reuse.page, reuse_page.Page),
    _row("reuse.seal", Stage.ACROSS, "印章印迹未重复", reuse.seal, reuse_seal.Ink),
    _row(
        "reuse.certificate_number", Stage.ACROSS, "证书编号未与他人重复", reuse.certificate_number,
        reuse_number.CertificateNumber,
    ),
    _row(
        "reuse.project_role", Stage.ACROSS, "项目角色未与他人重复", reuse.project_role, reuse_role.ProjectRole,
    ),
    _row("tamper.metadata", Stage.EVIDENCE, "无编辑软件痕迹", tamper.metadata, tamper_metadata.Metadata),
    _row("tamper.pdf_revised", Stage.EVIDENCE, "PDF 未改动文字", tamper.pdf_revised, tamper_pdf.Revised),
    _row("tamper.pdf_overlay", Stage.EVIDENCE, "PDF 无遮盖改写", tamper.pdf_overlay, tamper_pdf.Covered),
    _row("tamper.qr_agrees", Stage.EVIDENCE, "二维码与页面一致", tamper.qr_agrees, tamper_code.Agrees),
    _row("document.readable", Stage.EVIDENCE, "文件能打开、能辨认", document.readable, document.Readable),
    _row("document.slot", Stage.EVIDENCE, "材料与栏目相符", document.slot, document.Kind),
    _row(
        "document.instructions", Stage.EVIDENCE, "材料中无指令性文字", document.instructions,
        instructions.Instructions,
    ),
)  # fmt: skip

CHECKS: dict[str, Check] = {row.id: row for row in _ROWS}
