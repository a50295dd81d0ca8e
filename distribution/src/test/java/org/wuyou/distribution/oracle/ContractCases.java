package org.wuyou.distribution.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wuyou.distribution.oracle.Adapter.Question;

/** Registration of technical contracts: the thirty days, and what is refused at once. */
final class ContractCases {
  static final Map<String, Adapter> ADAPTERS =
      Map.of("common/technical-contract", ContractCases::registration);

  private static final Map<String, String> KINDS =
      Map.of(
          "技术开发", "DEVELOPMENT",
          "技术转让", "TRANSFER",
          "技术许可", "LICENCE",
          "技术咨询", "CONSULTING",
          "技术服务", "SERVICE");

  private ContractCases() {}

  private static JsonNode registration(
      OracleCase given, Question question, List<Map<String, String>> readings) {
    ObjectNode answer = Figures.object();
    for (Map.Entry<String, JsonNode> one : given.given().path("applications").properties()) {
      String code = one.getKey();
      JsonNode refusals =
          question
              .world()
              .ask(
                  "mutation($row: TechnicalContractCreate!) { technicalContractCreate(input:"
                      + " $row) { userErrors { code } } }",
                  Map.of("row", row(code, one.getValue())))
              .at("/technicalContractCreate/userErrors");
      answer.put(
          code,
          refusals.isEmpty()
              ? question
                  .world()
                  .ask(
                      "query($code: String!) { technicalContract(code: $code) { timeliness } }",
                      Map.of("code", code))
                  .at("/technicalContract/timeliness")
                  .asText()
              : refusals.at("/0/code").asText());
    }
    return answer;
  }

  private static Map<String, Object> row(String code, JsonNode facts) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("code", code);
    row.put("title", code);
    row.put("kind", KINDS.getOrDefault(facts.path("kind").asText(), "SERVICE"));
    row.put("form", facts.path("form").asText().equals("oral") ? "ORAL" : "WRITTEN");
    row.put("sellerName", "卖方");
    row.put("buyerName", "买方");
    row.put("divisionCode", "211100");
    row.put("amount", "100万元");
    if (facts.path("accepted").isTextual()) {
      row.put("acceptedOn", facts.path("accepted").asText());
    }
    if (facts.path("decided").isTextual()) {
      row.put("decidedOn", facts.path("decided").asText());
      row.put("decision", "REGISTERED");
      row.put("certificateNumber", "certificate of " + code);
    }
    return row;
  }
}
