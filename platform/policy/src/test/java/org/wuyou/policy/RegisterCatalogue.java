package org.wuyou.policy;

import static org.wuyou.policy.facts.FactCatalogue.choice;
import static org.wuyou.policy.facts.FactCatalogue.day;
import static org.wuyou.policy.facts.FactCatalogue.many;
import static org.wuyou.policy.facts.FactCatalogue.moment;
import static org.wuyou.policy.facts.FactCatalogue.money;
import static org.wuyou.policy.facts.FactCatalogue.number;
import static org.wuyou.policy.facts.FactCatalogue.one;
import static org.wuyou.policy.facts.FactCatalogue.text;
import static org.wuyou.policy.facts.FactCatalogue.texts;
import static org.wuyou.policy.facts.FactCatalogue.truth;

import org.wuyou.policy.facts.FactCatalogue;

/** The part of the register that the regions' bundles speak of, for tests without a register. */
final class RegisterCatalogue {
  static final FactCatalogue CATALOGUE = register().build();

  /** The register, and what people claim by: recognitions, requests, scores and plans. */
  static final FactCatalogue WITH_CLAIMS = units(claims(register())).build();

  private static FactCatalogue.Builder claims(FactCatalogue.Builder register) {
    return register
        .enumeration("PlatformType", "KEY_LABORATORY", "TECHNOLOGY_INNOVATION_CENTRE", "OTHER")
        .entity(
            "PlatformRecognition",
            "平台认定",
            one("platform", "平台", "Platform"),
            choice("level", "级别", "TitleLevel"),
            day("recognisedOn", "认定日"))
        .entity(
            "Platform",
            "平台",
            text("name", "名称"),
            choice("type", "类型", "PlatformType"),
            one("enterprise", "企业", "Enterprise"))
        .entity(
            "LandRequest",
            "用地申请",
            number("investmentIntensity", "投资强度"),
            one("enterprise", "企业", "Enterprise"))
        .entity("SelectionScore", "评分", number("year", "年度"), number("score", "分数"))
        .entity("YearlyPlan", "年度计划", number("year", "年度"), money("rdExpenditure", "研发经费计划"))
        .more(
            "Enterprise",
            many("selectionScores", "评分", "SelectionScore"),
            many("plans", "计划", "YearlyPlan"));
  }

  private static FactCatalogue.Builder units(FactCatalogue.Builder register) {
    return register
        .enumeration("OfficialRank", "BUREAU", "DIVISION", "SECTION")
        .entity("WorkGroup", "工作组", many("members", "成员", "WorkGroupMember"))
        .entity(
            "WorkGroupMember",
            "工作组成员",
            choice("rank", "职级", "OfficialRank"),
            truth("technicalProfessional", "专业技术人员"))
        .entity(
            "PeriodicReport",
            "定期报告",
            text("unit", "单位"),
            text("period", "报告期"),
            moment("submittedAt", "报送时刻"))
        .entity(
            "SupervisedMatter",
            "督办事项",
            day("assignedOn", "交办"),
            day("deployedOn", "部署"),
            day("fedBackOn", "反馈"),
            day("solvedOn", "办结"));
  }

  private static FactCatalogue.Builder register() {
    return FactCatalogue.builder()
        .enumeration(
            "Ownership",
            "CENTRAL_STATE",
            "PROVINCIAL_STATE",
            "MUNICIPAL_STATE",
            "COUNTY_STATE",
            "COLLECTIVE",
            "PRIVATE",
            "FOREIGN",
            "OTHER")
        .enumeration("ZoneManagement", "CITY", "COUNTY")
        .enumeration(
            "TitleKind",
            "HNTE",
            "TSME",
            "PANJIN_LITTLE_GIANT",
            "LEADING_ENTERPRISE",
            "SPECIALISED_SME",
            "INNOVATION_DEMONSTRATION",
            "OTHER")
        .enumeration("TitleLevel", "NATIONAL", "PROVINCIAL", "MUNICIPAL", "COUNTY")
        .enumeration("InstitutionMode", "OWN", "JOINT")
        .entity(
            "Enterprise",
            "企业",
            text("uscc", "统一社会信用代码"),
            text("divisionCode", "区划代码"),
            text("industryCode", "行业代码"),
            truth("legalPerson", "法人"),
            choice("ownership", "所有制", "Ownership"),
            truth("techEnterprise", "科技型"),
            one("zone", "开发区", "DevelopmentZone"),
            many("returns", "年度报表", "YearlyReturn"),
            many("aboveScaleMemberships", "规上名录", "AboveScaleMembership"),
            many("titles", "称号", "Title"),
            many("rdInstitutions", "研发机构", "RdInstitution"),
            many("rdProjects", "研发项目", "RdProject"),
            many("rdAccounts", "研发账户", "RdAccount"),
            many("hnteProfiles", "高企自评", "HnteProfile"))
        .entity(
            "YearlyReturn",
            "年度报表",
            one("enterprise", "企业", "Enterprise"),
            number("year", "年度"),
            money("revenue", "营业收入"),
            money("mainBusinessRevenue", "主营业务收入"),
            number("employees", "从业人员"),
            money("output", "产值"),
            money("newProductOutput", "新产品产值"),
            money("rdExpenditure", "研发经费"),
            money("rdExpense", "研发费用"),
            number("rdPersonnel", "研发人员"))
        .entity("AboveScaleMembership", "规上名录", number("year", "年度"), truth("listed", "在库"))
        .entity(
            "Title",
            "称号",
            choice("kind", "类别", "TitleKind"),
            choice("level", "级别", "TitleLevel"),
            day("issuedOn", "发证日期"),
            day("validUntil", "届满日"),
            day("revokedOn", "撤销日"))
        .entity(
            "RdInstitution",
            "研发机构",
            choice("mode", "建设方式", "InstitutionMode"),
            text("type", "类型"),
            choice("level", "级别", "TitleLevel"),
            day("establishedOn", "成立日"),
            day("closedOn", "撤销日"),
            texts("directions", "研发方向"),
            text("premises", "场地"),
            money("equipmentValue", "设备原值"),
            many("years", "年度情况", "RdInstitutionYear"))
        .entity(
            "RdInstitutionYear",
            "机构年度情况",
            number("year", "年度"),
            number("staff", "人员"),
            money("funds", "经费"),
            number("projects", "项目"))
        .entity("RdProject", "研发项目", day("startedOn", "开始"), day("endedOn", "结束"))
        .entity("RdAccount", "研发账户", number("year", "年度"), truth("compliant", "合规"))
        .entity(
            "DevelopmentZone",
            "开发区",
            choice("managedBy", "管理层级", "ZoneManagement"),
            many("enterprises", "企业", "Enterprise"))
        .entity("HnteProfile", "高企自评", number("year", "年度"));
  }

  private RegisterCatalogue() {}
}
