package org.wuyou.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wuyou.policy.evaluate.Session;
import org.wuyou.policy.expression.DerivedFact;
import org.wuyou.policy.expression.Term;
import org.wuyou.policy.expression.Value;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.policy.facts.MapFacts;
import org.wuyou.policy.facts.MapSubject;
import org.wuyou.policy.plan.Answer;
import org.wuyou.policy.plan.Answering;
import org.wuyou.policy.plan.Kernels;
import org.wuyou.policy.plan.Plan;
import org.wuyou.policy.plan.SubjectColumns;

/** What is the same in every row, what can be missing in some, and what is done with either. */
@DisplayName("An operator over columns")
class OperatorTests {
  private static final FactCatalogue CATALOGUE =
      FactCatalogue.builder()
          .entity(
              "Owner", "所有者", FactCatalogue.number("size", "规模"), FactCatalogue.day("since", "起"))
          .entity(
              "Firm",
              "企业",
              FactCatalogue.number("n", "数"),
              FactCatalogue.number("m", "数"),
              FactCatalogue.number("gap", "或缺"),
              FactCatalogue.truth("yes", "是"),
              FactCatalogue.truth("odd", "单数"),
              FactCatalogue.one("owner", "所有者", "Owner"),
              FactCatalogue.one("heir", "或缺", "Owner"))
          .build()
          .with(
              "reports",
              FactCatalogue.builder()
                  .entity(
                      "Report",
                      "报表",
                      FactCatalogue.number("year", "年度"),
                      FactCatalogue.number("amount", "金额"))
                  .entity(
                      "Firm",
                      "企业",
                      FactCatalogue.many("reports", "报表", "Report"),
                      FactCatalogue.one("report", "报表", "Report"))
                  .build());

  private static final String DECLARED =
      """
      article: 一
      clause: PLAN
      parameters:
        zero: {name: {zh: 零, en: Zero}, unit: 个, carries: [P-zero], values: {2020-01-01: 0}}
        three: {name: {zh: 三, en: Three}, unit: 个, carries: [P-three], values: {2020-01-01: 3}}
        owed: {name: {zh: 负三, en: Minus three}, unit: 个, carries: [P-owed], values: {2020-01-01: -3}}
        open: {name: {zh: 未定, en: Open}, unit: 个, carries: [P-open], values: {2030-01-01: 1}}
      facts:
        always: {of: Owner, name: {zh: 恒是, en: Always}, value: three > 1}
        figure: {of: Owner, name: {zh: 恒数, en: Figure}, value: three + 1}
        spring: {of: Owner, name: {zh: 春, en: Spring}, value: monthOf(since) <= three}
        double: {of: Owner, name: {zh: 加倍, en: Double}, value: size + size}
      """;

  private static final List<MapSubject> FIRMS =
      IntStream.range(1, 6).mapToObj(OperatorTests::firm).toList();

  /** The second has neither gap nor heir. */
  private static MapSubject firm(int n) {
    MapSubject owner =
        new MapSubject("Owner", "owner " + n)
            .with("size", BigDecimal.valueOf(n - 3))
            .with("since", LocalDate.of(2020, n, 1));
    MapSubject firm =
        new MapSubject("Firm", "firm " + n)
            .with("n", BigDecimal.valueOf(n))
            .with("m", BigDecimal.valueOf(n - 3))
            .with("yes", true)
            .with("odd", n % 2 == 1)
            .with("owner", owner);
    return n == 2 ? firm : firm.with("gap", BigDecimal.valueOf(n)).with("heir", owner);
  }

  private static PolicyBundle bundle(String... expressions) {
    StringBuilder rules = new StringBuilder(DECLARED);
    for (int i = 0; i < expressions.length; i++) {
      rules.append(
          "  asked%d: {of: Firm, name: {zh: 问, en: Asked}, value: \"%s\"}%n"
              .formatted(i, expressions[i]));
    }
    return Bundles.of(rules.toString(), CATALOGUE);
  }

  private static Term asked(PolicyBundle bundle, int i) {
    return bundle.fact("Firm", "asked" + i).map(DerivedFact::asTerm).orElseThrow();
  }

  private static Session session(PolicyBundle bundle) {
    return new Session(bundle, new MapFacts(), Evaluation.USUAL.year(2021));
  }

  /** Each answers what it answers subject by subject, and has a mask of what is missing or none. */
  private static void answers(boolean missing, String... expressions) {
    PolicyBundle bundle = bundle(expressions);
    Session session = session(bundle);
    List<Term> terms =
        IntStream.range(0, expressions.length).mapToObj(i -> asked(bundle, i)).toList();
    PlanTests.compare(new Kernels(), session, FIRMS, terms);
    Plan plan = new Plan(new Kernels(), session.setting(), 2021, SubjectColumns.of(FIRMS), 1);
    List<Answer> answers = plan.answers(terms);
    List<String> unlike = new ArrayList<>();
    for (int i = 0; i < expressions.length; i++) {
      if ((answers.get(i).masks() != null) != missing) {
        unlike.add(expressions[i]);
      }
    }
    assertEquals(List.of(), unlike, missing ? "cannot be missing" : "can be missing");
  }

  @Test
  void compares_truths_with_each_other_where_none_is_missing() {
    answers(false, "yes == odd", "yes != odd", "odd == (n > three)", "odd == true", "odd != false");
  }

  @Test
  void folds_what_is_the_same_in_every_row() {
    answers(
        false,
        "odd && three > 1",
        "three > 1 && odd",
        "odd || three < 1",
        "odd && three < 1",
        "three > 1 ? odd : yes",
        "three < 1 ? odd : n > three",
        "odd ? three > 1 : yes",
        "known(three) && odd",
        "known(open) || odd");
  }

  @Test
  void chooses_between_a_truth_and_what_is_missing_everywhere() {
    answers(true, "odd ? yes : open > 1", "odd ? open > 1 : yes", "odd ? n : open");
  }

  @Test
  void divides_by_what_cannot_be_zero_without_missing_anything() {
    answers(
        false,
        "n / three",
        "n / owed",
        "m > 0 ? n / m : 0",
        "0 < m ? n / m : 0",
        "odd && m > 0 ? n / m : 1");
  }

  @Test
  void misses_a_quotient_where_the_divisor_is_zero() {
    answers(true, "n / m", "n / zero", "m > 0 ? 1 : n / m", "m >= 0 ? n / m : 0");
  }

  /** A choice between subjects is given up and made row by row, also in the midst of another. */
  @Test
  void takes_a_divisor_for_safe_only_where_its_condition_holds() {
    answers(
        true,
        "(m > 0 ? (odd ? owner : heir) : owner).size + n / m",
        "(m > 0 ? n / m : 0) + n / m",
        "m > 0 ? 1 : (m > 1 ? 1 : n / m)");
  }

  @Test
  void reads_what_is_derived_of_another_subject() {
    answers(false, "owner.always", "owner.figure", "owner.double", "owner.spring", "known(owner)");
    answers(true, "heir.always", "heir.figure", "heir.double", "heir.spring", "gap + 1");
    answers(false, "known(heir)", "known(heir.double)", "known(gap)");
  }

  @Test
  void misses_in_every_row_what_an_absent_module_keeps() {
    answers(true, "reports.at(year).amount + n", "report.amount + n", "count(reports) > n");
  }

  /** Beyond 63 facts that can be missing, a mask has no bits left: the names are found anew. */
  @Test
  void names_what_is_missing_however_many_facts_can_be() {
    int many = 70;
    FactCatalogue wide =
        FactCatalogue.builder()
            .entity(
                "Firm",
                "企业",
                IntStream.range(0, many)
                    .mapToObj(i -> FactCatalogue.number("f" + i, "数"))
                    .toArray(FactCatalogue.Fact[]::new))
            .build();
    String sum = IntStream.range(0, many).mapToObj(i -> "f" + i).collect(Collectors.joining(" + "));
    PolicyBundle bundle =
        Bundles.of("facts: {asked0: {of: Firm, name: {zh: 和, en: Sum}, value: " + sum + "}}", wide);
    List<MapSubject> firms = new ArrayList<>(List.of(lacking(many, Set.of())));
    IntStream.range(0, many).forEach(i -> firms.add(lacking(many, Set.of(i))));
    firms.add(lacking(many, Set.of(1, 69)));
    Session session = session(bundle);
    Term term = asked(bundle, 0);
    PlanTests.compare(new Kernels(), session, firms, List.of(term));

    Answering answering =
        new Answering(new Kernels(), session.setting(), 2021, SubjectColumns.of(firms));
    assertEquals(Value.of(Exact.of(many)), answering.value(term, 0));
    assertEquals(new Value.Missing(Set.of("f0")), answering.value(term, 1));
    assertEquals(new Value.Missing(Set.of("f62")), answering.value(term, 63));
    assertNull(answering.value(term, 64), "left to be asked of the subject itself");
    assertNull(answering.value(term, many + 1), "although one of the two has a bit");
  }

  private static MapSubject lacking(int many, Set<Integer> which) {
    MapSubject firm = new MapSubject("Firm", "lacks " + which);
    IntStream.range(0, many)
        .filter(i -> !which.contains(i))
        .forEach(i -> firm.with("f" + i, BigDecimal.ONE));
    return firm;
  }
}
