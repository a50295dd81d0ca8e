package org.wuyou.distribution.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Registration of technical contracts. */
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
  private static final String LATER = "2030-01-01";

  private ContractCases() {}

  private static JsonNode registration(
      OracleCase given, Adapter.Question question, List<Map<String, String>> readings) {
    ObjectNode answer = Figures.object();
    String asOf = given.asOf().map(Object::toString).orElse(LATER);
    for (Map.Entry<String, JsonNode> one : given.given().path("applications").properties()) {
      JsonNode facts = one.getValue();
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("code", one.getKey());
      row.put("title", one.getKey());
      row.put("kind", KINDS.getOrDefault(facts.path("kind").asText(), "DEVELOPMENT"));
      row.put("form", facts.path("form").asText().equals("oral") ? "ORAL" : "WRITTEN");
      row.put("sellerName", "卖方");
      row.put("buyerName", "买方");
      row.put("divisionCode", "211100");
      row.put("amount", "1000000");
      put(row, "acceptedOn", facts.path("accepted"));
      put(row, "decidedOn", facts.path("decided"));
      if (facts.path("decided").isTextual()) {
        row.put("decision", "REGISTERED");
        row.put("certificateNumber", "C-" + one.getKey());
      }
      JsonNode errors =
          question
              .world()
              .ask(
                  "mutation($rows: [TechnicalContractUpsert!]!) { technicalContractUpsert(input:"
                      + " $rows) { userErrors { code } } }",
                  Map.of("rows", List.of(row)))
              .at("/technicalContractUpsert/userErrors");
      answer.set(
          one.getKey(),
          errors.isEmpty()
              ? question
                  .world()
                  .ask(
                      "query($code: String!, $asOf: Date!) { technicalContract(code: $code) {"
                          + " timeliness(asOf: $asOf) } }",
                      Map.of("code", one.getKey(), "asOf", asOf))
                  .at("/technicalContract/timeliness")
              : errors.get(0).path("code"));
    }
    return answer;
  }

  private static void put(Map<String, Object> row, String field, JsonNode value) {
    if (value.isTextual()) {
      row.put(field, value.asText());
    }
  }
}
