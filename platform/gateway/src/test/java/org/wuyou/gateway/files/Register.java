package org.wuyou.gateway.files;

import java.util.List;
import java.util.Map;
import org.wuyou.gateway.Composition;
import org.wuyou.gateway.Generation;
import org.wuyou.gateway.SchemaComposer;
import org.wuyou.spi.Contribution;
import org.wuyou.spi.model.Model;

/** A small register for the tests: enterprises, their returns, statistics. */
final class Register {
  private static final String SDL =
      """
      "所有制 | Ownership"
      enum Ownership {
        "国有 | State"
        STATE @spelling(aliases: ["国企"])
        "民营 | Private"
        PRIVATE
      }
      "企业 | Enterprise"
      type Enterprise @entity(key: ["uscc"], scope: "divisionCode") {
        "统一社会信用代码 | Unified social credit code"
        uscc: Uscc! @column(aliases: ["credit_code"])
        "企业名称 | Name"
        name: String! @search
        "曾用名 | Former names"
        formerNames: [String!]
        "经营地区划代码（以经营地为准） | Division code (of the place of business)"
        divisionCode: DivisionCode @index
        "登记机关区划代码（信用代码第 3 至 8 位） | Division of the registering authority (digits 3 to 8 of the code)"
        registryDivision: DivisionCode @column(aliases: ["registry_division"])
        "行业代码 | Industry code"
        industryCode: IndustryCode
        "所有制 | Ownership"
        ownership: Ownership
        "成立日期 | Registered on"
        registeredOn: Date @column(aliases: ["registered_on"])
        "注册资本 | Registered capital"
        registeredCapital: Money @column(aliases: ["registered_capital"])
        "经营范围 | Business scope"
        businessScope: String @column(aliases: ["scope"])
        "地址 | Address"
        address: String
        "是否出口 | Exports"
        exporter: Boolean
        "联系电话 | Telephone"
        telephone: String @role(read: ["officer"])
      }
      "年度报表 | Yearly return"
      type YearlyReturn @entity(key: ["enterprise", "year"], scope: "enterprise.divisionCode") {
        "企业 | Enterprise"
        enterprise: Enterprise!
        "年度 | Year"
        year: Int!
        "营业收入 | Revenue"
        revenue: Money
        "研发人员 | R&D personnel"
        rdPersonnel: Int @unit(name: "人")
        "研发占比 | R&D share"
        rdShare: Percent @unit(name: "%")
      }
      "佐证 | Evidence"
      type Evidence @entity(key: ["code"], plural: "evidenceItems") {
        "编号 | Code"
        code: String!
        "年度报表 | Yearly return"
        return: YearlyReturn
      }
      "区域统计 | Region statistic"
      type RegionStatistic @entity(key: ["region", "year", "indicator"], scope: "region") {
        "区域代码 | Region code"
        region: DivisionCode!
        "年度 | Year"
        year: Int!
        "指标代码 | Indicator"
        indicator: String!
        "数值 | Value"
        value: Decimal! @decimals(scale: 6)
        "单位 | Unit"
        unit: String!
        "数据来源 | Source"
        source: String!
      }
      "平台记录 | Platform record"
      type PlatformRecord @entity(key: ["code"], access: PLATFORM) {
        "编号 | Code"
        code: String!
      }
      """;

  static final Generation GENERATION = compose();
  static final Model MODEL = GENERATION.model();

  private Register() {}

  private static Generation compose() {
    Contribution module =
        new Contribution("test", "1.0.0", Map.of("test.graphqls", SDL), Map.of(), Map.of());
    return switch (SchemaComposer.compose(List.of(module))) {
      case Composition.Composed composed -> composed.generation();
      case Composition.Rejected rejected -> throw new AssertionError(rejected.faults().toString());
    };
  }
}
