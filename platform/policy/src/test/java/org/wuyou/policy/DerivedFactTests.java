package org.wuyou.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wuyou.policy.evaluate.Session;
import org.wuyou.policy.expression.Value;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.policy.facts.MapFacts;
import org.wuyou.policy.facts.MapSubject;

/** What a derived fact may be made of: whatever does not lead back to it. */
@DisplayName("A derived fact")
class DerivedFactTests {
  private static final FactCatalogue CATALOGUE =
      FactCatalogue.builder()
          .entity(
              "Return",
              "报表",
              FactCatalogue.number("year", "年度"),
              FactCatalogue.number("amount", "金额"),
              FactCatalogue.one("firm", "企业", "Firm"))
          .entity(
              "Firm",
              "企业",
              FactCatalogue.number("staff", "人数"),
              FactCatalogue.one("parent", "上级", "Firm"),
              FactCatalogue.many("returns", "报表", "Return"))
          .build();

  /** Each line {@code Entity.name = expression}, as a bundle writes it. */
  private static Compilation read(String... facts) {
    StringBuilder rules = new StringBuilder("facts:\n");
    for (String fact : facts) {
      String[] sides = fact.split(" = ", 2);
      String[] name = sides[0].split("\\.");
      rules.append(
          "  %s: {of: %s, name: {zh: 事实, en: Fact}, value: \"%s\"}\n"
              .formatted(name[1], name[0], sides[1]));
    }
    return PolicyCompiler.read(
        new BundleSource(
            new TreeMap<>(Map.of("bundle.yaml", Bundles.BUNDLE, "rules.yaml", rules.toString()))),
        CATALOGUE);
  }

  /** Line, column, code and message of all that is wrong. */
  private static List<String> told(String... facts) {
    List<String> told = new ArrayList<>();
    assertInstanceOf(Compilation.Rejected.class, read(facts))
        .problems()
        .forEach(
            problem ->
                told.add(
                    problem.line()
                        + ":"
                        + problem.column()
                        + " "
                        + problem.code()
                        + " "
                        + problem.message().in(Locale.ENGLISH)));
    return told;
  }

  /** The fact of a firm of 20 whose parent has 30 and whose amount was 7 in 2021. */
  private static String of(String name, String... facts) {
    PolicyBundle bundle = assertInstanceOf(Compilation.Compiled.class, read(facts)).bundle();
    MapSubject parent = new MapSubject("Firm", "乙").with("staff", BigDecimal.valueOf(30));
    MapSubject firm =
        new MapSubject("Firm", "甲")
            .with("staff", BigDecimal.valueOf(20))
            .with("parent", parent)
            .with(
                "returns",
                List.of(
                    new MapSubject("Return", "一")
                        .with("year", BigDecimal.valueOf(2021))
                        .with("amount", BigDecimal.valueOf(7))));
    Session session =
        bundle.evaluate(
            new MapFacts().with(firm),
            Evaluation.USUAL.asOf(LocalDate.of(2021, 12, 31)).year(2021));
    Value value =
        bundle.fact("Firm", name).orElseThrow().asTerm().in(session.setting().frame(firm, 2021));
    return assertInstanceOf(Value.Number.class, value).exact().toString();
  }

  @Test
  void may_have_the_name_of_a_field_that_it_reads_of_another_entity() {
    assertEquals("7", of("amount", "Firm.amount = returns.at(year).amount"));
    assertEquals(
        "7", of("amount", "Firm.amount = sum(returns.filter(r, r.amount > 0).map(r, r.amount))"));
  }

  @Test
  void may_have_the_name_of_a_field_at_the_end_of_derived_paths() {
    assertEquals(
        "7",
        of(
            "amount",
            "Firm.amount = latest.amount",
            "Firm.latest = count(returns) > 0 ? present : present",
            "Firm.present = returns.at(year)"));
  }

  @Test
  void may_have_the_name_of_a_variable_and_of_what_is_built_in() {
    assertEquals("1", of("r", "Firm.r = count(returns.filter(r, r.amount > 0))"));
    assertEquals("7", of("year", "Firm.year = returns.at(year).amount"));
  }

  @Test
  void is_refused_if_it_reads_itself() {
    assertEquals(
        List.of("2:3 CYCLE size needs size, which leads back to it"), told("Firm.size = size + 1"));
    assertEquals(
        List.of("2:3 CYCLE size needs size, which leads back to it"),
        told("Firm.size = this.size + 1"));
  }

  @Test
  void is_refused_if_it_reads_itself_of_another_of_the_same_entity() {
    assertEquals(
        List.of("2:3 CYCLE size needs size, which leads back to it"),
        told("Firm.size = staff + parent.size"));
    assertEquals(
        List.of("2:3 CYCLE size needs size, which leads back to it"),
        told("Firm.size = count(returns.map(r, r.firm).filter(f, f.size > 0))"));
  }

  @Test
  void is_refused_if_it_leads_back_through_another_derived_fact() {
    assertEquals(
        List.of(
            "2:3 CYCLE size needs weight, which leads back to it",
            "3:3 CYCLE weight needs size, which leads back to it"),
        told("Firm.size = staff + weight", "Firm.weight = size"));
    assertEquals(
        List.of(
            "2:3 CYCLE size needs Return.weight, which leads back to it",
            "3:3 CYCLE weight needs Firm.size, which leads back to it"),
        told("Firm.size = returns.at(year).weight", "Return.weight = firm.size"));
  }

  @Test
  void that_only_needs_a_cycle_is_not_said_to_be_one() {
    assertEquals(
        List.of("3:3 CYCLE size needs size, which leads back to it"),
        told("Firm.large = size > 0", "Firm.size = size + 1"));
  }

  @Test
  void that_rests_on_a_broken_one_is_not_said_to_be_a_cycle() {
    assertEquals(
        List.of("3:56 UNKNOWN_FACT"),
        told("Firm.amount = latest.amount", "Firm.latest = retuns.at(year)").stream()
            .map(problem -> problem.replaceFirst("(:\\d+ [A-Z_]+).*", "$1"))
            .toList());
  }
}
