package org.wuyou.gateway.files.mapping;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a published table, one row per region or industry and one column per indicator, becomes rows
 * of one figure each.
 *
 * @param title text that the Chinese title of the table holds
 * @param rowHeader header of the column that names the rows
 * @param codes from the name of a row to its code
 * @param byIndustry whether the rows are industries of the whole country rather than regions: their
 *     code then follows the indicator after a colon
 * @param columns the indicators by the Chinese header of their column
 */
record TableMapping(
    String name,
    String title,
    String rowHeader,
    Map<String, String> codes,
    boolean byIndustry,
    Map<String, Indicator> columns) {
  /** What a column's figures are, and in which unit. */
  record Indicator(String code, String unit) {}

  /** The region of tables whose rows are industries. */
  static final String WHOLE_COUNTRY = "100000";

  TableMapping {
    codes = Map.copyOf(codes);
    columns = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  String region(String rowCode) {
    return byIndustry ? WHOLE_COUNTRY : rowCode;
  }

  String indicator(String rowCode, Indicator column) {
    return byIndustry && !rowCode.isEmpty() ? column.code() + ":" + rowCode : column.code();
  }
}
