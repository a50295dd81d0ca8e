package org.wuyou.distribution.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.wuyou.distribution.oracle.Adapter.Question;

/** Linyi's one-off awards for platforms and carriers. */
final class LinyiAwards {
  private static final Map<String, String> KINDS =
      Map.of(
          "重点实验室", "KEY_LABORATORY",
          "技术创新中心", "TECHNOLOGY_INNOVATION_CENTRE",
          "制造业创新中心", "MANUFACTURING_INNOVATION_CENTRE",
          "工程研究中心", "ENGINEERING_RESEARCH_CENTRE",
          "企业技术中心", "ENTERPRISE_TECHNOLOGY_CENTRE",
          "产业技术研究院", "INDUSTRY_INSTITUTE",
          "科技企业孵化器", "INCUBATOR",
          "众创空间", "MAKER_SPACE",
          "加速器", "ACCELERATOR");
  private static final Set<String> CARRIERS = Set.of("INCUBATOR", "MAKER_SPACE", "ACCELERATOR");
  private static final Map<String, String> LEVELS =
      Map.of("国家级", "NATIONAL", "省级", "PROVINCIAL", "市级", "MUNICIPAL", "县级", "COUNTY");
  private static final LocalDate AFTER_THE_START = LocalDate.of(2022, 12, 1);
  private static final LocalDate BEFORE_THE_START = LocalDate.of(2020, 12, 1);

  private LinyiAwards() {}

  /** A claim as entered: the key of its recognition, and the rule that judges it. */
  private record Claim(String key, String rule) {}

  static JsonNode award(OracleCase given, Question question, List<Map<String, String>> readings) {
    World world = question.world();
    String owner = world.enterprise("申报企业", "371302", Map.of());
    Map<String, Claim> claims = new LinkedHashMap<>();
    Set<String> entered = new HashSet<>();
    int year = LocalDate.now().getYear();
    for (Map.Entry<String, JsonNode> claim : given.given().path("claims").properties()) {
      JsonNode facts = claim.getValue();
      String kind = KINDS.getOrDefault(facts.path("type").asText(), "OTHER");
      String platform = platform(claim.getKey(), facts);
      LocalDate day = day(facts);
      // The same platform, level and day a second time is a second claim, made later.
      String level = LEVELS.get(facts.path("level").asText());
      while (!entered.add(platform + " " + level + " " + day)) {
        day = day.plusDays(1);
      }
      world.enter(
          "Platform",
          Map.of("code", platform, "name", platform, "kind", kind, "owner", Map.of("uscc", owner)));
      world.enter(
          "PlatformRecognition",
          Map.of(
              "platform",
              Map.of("code", platform),
              "level",
              level,
              "recognisedOn",
              day.toString()));
      claims.put(
          claim.getKey(),
          new Claim(platform + " " + level + " " + day, rule(given.clauses(), kind)));
    }
    return answer(claims, RuleAnswers.of(world, LinyiCases.LINYI, Math.min(year, 2025), readings));
  }

  private static JsonNode answer(Map<String, Claim> claims, RuleAnswers answers) {
    Map<String, Map<String, JsonNode>> byRule = new LinkedHashMap<>();
    claims
        .values()
        .forEach(
            claim -> byRule.computeIfAbsent(claim.rule(), rule -> answers.claims(rule, Map.of())));
    ObjectNode answer = Figures.object();
    BigDecimal total = BigDecimal.ZERO;
    for (Map.Entry<String, Claim> claim : claims.entrySet()) {
      JsonNode outcome = byRule.get(claim.getValue().rule()).get(claim.getValue().key());
      String amount = outcome.path("payment").path("amount").asText("0");
      total = total.add(new BigDecimal(amount));
      ObjectNode row =
          answer
              .putObject(claim.getKey())
              .put("amount", amount)
              .put("entitled", outcome.path("verdict").asText().equals("ELIGIBLE"));
      outcome.path("reasons").forEach(reason -> row.put("reason", reason.asText()));
    }
    return answer.put("total", total.toPlainString());
  }

  private static String rule(JsonNode clauses, String kind) {
    boolean platforms = clauses.toString().contains("LY-3c");
    boolean carriers = clauses.toString().contains("LY-6a");
    return carriers && (!platforms || CARRIERS.contains(kind)) ? "carrierAward" : "platformAward";
  }

  private static String platform(String claim, JsonNode facts) {
    return Stream.of("platform", "name", "owner", "enterprise")
        .filter(facts::has)
        .map(field -> facts.path(field).asText() + " " + facts.path("type").asText())
        .findFirst()
        .orElse("platform of " + claim);
  }

  private static LocalDate day(JsonNode facts) {
    JsonNode newly = facts.path("newly_recognised");
    if (newly.isBoolean()) {
      return newly.asBoolean() ? AFTER_THE_START : BEFORE_THE_START;
    }
    return Stream.of("newly_recognised", "recognised", "recognised_on", "date")
        .filter(field -> facts.path(field).isTextual())
        .map(field -> LocalDate.parse(facts.path(field).asText()))
        .findFirst()
        .orElse(AFTER_THE_START);
  }
}
