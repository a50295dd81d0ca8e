package org.wuyou.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Expressions made up from a seed, each as a bundle writes it and as the standard of the expression
 * language does.
 */
final class FirmRules {
  private static final String[] ORDERS = {" < ", " <= ", " > ", " >= ", " == ", " != "};

  private final Random random;
  private final boolean gaps;
  private final List<Both> truths = new ArrayList<>();
  private final List<Both> numbers = new ArrayList<>();

  /** One expression in both spellings. */
  record Both(String ours, String standard) {
    private static Both of(String pattern, Both... parts) {
      return new Both(
          pattern.formatted(Stream.of(parts).map(part -> part.ours).toArray()),
          pattern.formatted(Stream.of(parts).map(part -> part.standard).toArray()));
    }
  }

  /**
   * @param gaps whether facts are keys of a map that may lack them; else they are variables that
   *     may be unknown
   */
  FirmRules(long seed, boolean gaps) {
    this.random = new Random(seed);
    this.gaps = gaps;
  }

  /** Facts in an order in which each may use those before it; every other one is a truth. */
  List<Both> facts(int count) {
    List<Both> facts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean truth = i % 2 == 0;
      Both made = truth ? truth(3) : number(3);
      facts.add(made);
      (truth ? truths : numbers).add(new Both("fact" + i, "(" + made.standard() + ")"));
    }
    return facts;
  }

  static String bundle(List<Both> facts) {
    StringBuilder text =
        new StringBuilder(
            """
            article: 一
            clause: RANDOM
            parameters:
              p0: {name: {zh: 一, en: One}, unit: 个, values: {2020-01-01: 1.25}}
              p1: {name: {zh: 二, en: Two}, unit: 个, values: {2020-01-01: -2}}
              open: {name: {zh: 未定, en: Open}, unit: 个, values: {2030-01-01: 1}}
              power: {name: {zh: 幂, en: Power}, unit: 比值, values: {2020-01-01: 2}}
            readings:
              R-1:
                question: {zh: 取哪个, en: Which}
                default: YES
                choices: {YES: {zh: 甲, en: One}, NO: {zh: 乙, en: Other}}
                why: {zh: 随机, en: Random}
            facts:
              used: {of: Firm, name: {zh: 用到, en: Used}, value: "reading('R-1') == 'YES' ? p0 + p1 : open / power"}
            """);
    for (int i = 0; i < facts.size(); i++) {
      text.append(
          "  fact%d: {of: Firm, name: {zh: 事实, en: Fact}, value: \"%s\"}%n"
              .formatted(i, facts.get(i).ours()));
    }
    return text.toString();
  }

  private Both same(String text) {
    return new Both(text, text);
  }

  private Both fact(String name) {
    return new Both(name, gaps ? "e." + name : name);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private Both order(Both left, Both right) {
    return Both.of("(%s" + ORDERS[random.nextInt(ORDERS.length)] + "%s)", left, right);
  }

  private Both truth(int depth) {
    if (depth == 0) {
      return !truths.isEmpty() && random.nextInt(4) == 0 ? one(truths) : plainTruth();
    }
    return switch (random.nextInt(8)) {
      case 0 -> Both.of("(%s && %s)", truth(depth - 1), truth(depth - 1));
      case 1 -> Both.of("(%s || %s)", truth(depth - 1), truth(depth - 1));
      case 2 -> Both.of("!(%s)", truth(depth - 1));
      case 3 -> Both.of("(%s ? %s : %s)", truth(depth - 1), truth(depth - 1), truth(depth - 1));
      case 4 -> Both.of("(%s == %s)", truth(depth - 1), truth(depth - 1));
      default -> order(number(depth - 1), number(depth - 1));
    };
  }

  private Both plainTruth() {
    Both titles = fact("titles");
    return switch (random.nextInt(12)) {
      case 0 -> Both.of("(%s == '" + one(FirmRegister.WORDS) + "')", fact(one(FirmRegister.TEXTS)));
      case 1 -> Both.of("(%s in ['A', 'B'])", fact(one(FirmRegister.TEXTS)));
      case 2 -> Both.of("%s.startsWith('A')", fact(one(FirmRegister.TEXTS)));
      case 3 -> Both.of("%s.contains('B')", fact(one(FirmRegister.TEXTS)));
      case 4 -> order(fact(one(FirmRegister.DAYS)), random.nextBoolean() ? same("on") : fact("d0"));
      case 5 -> Both.of("(%s in [p0, p1])", fact(one(FirmRegister.NUMBERS)));
      case 6 -> Both.of("%s.exists(t, t.level > %s)", titles, fact(one(FirmRegister.NUMBERS)));
      case 7 -> Both.of("%s.all(t, t.inForce || t.kind == 'A')", titles);
      case 8 -> Both.of("%s.exists(t, t.inForce && %s)", titles, fact(one(FirmRegister.TRUTHS)));
      case 9 -> new Both("(reading('R-1') == 'YES')", "(reading == 'YES')");
      case 10 -> gaps ? Both.of("has(%s.size)", fact("owner")) : Both.of("%s.local", fact("owner"));
      default -> fact(one(FirmRegister.TRUTHS));
    };
  }

  private Both number(int depth) {
    if (depth == 0) {
      return !numbers.isEmpty() && random.nextInt(4) == 0 ? one(numbers) : plainNumber();
    }
    return switch (random.nextInt(7)) {
      case 0 -> Both.of("(%s + %s)", number(depth - 1), number(depth - 1));
      case 1 -> Both.of("(%s - %s)", number(depth - 1), number(depth - 1));
      case 2 -> Both.of("(%s * %s)", plainNumber(), number(depth - 1));
      case 3 -> Both.of("(%s / power)", number(depth - 1));
      case 4 -> Both.of("-(%s)", number(depth - 1));
      default -> Both.of("(%s ? %s : %s)", truth(depth - 1), number(depth - 1), number(depth - 1));
    };
  }

  private Both plainNumber() {
    return switch (random.nextInt(8)) {
      case 0 -> same("p0");
      case 1 -> same("p1");
      case 2 -> gaps ? new Both("0", "0.0") : same("open");
      case 3 -> new Both("1", "1.0");
      case 4 -> Both.of("%s.size", fact("owner"));
      case 5 ->
          new Both(
              "count(titles.filter(t, t.inForce))",
              "double(" + fact("titles").standard() + ".filter(t, t.inForce).size())");
      default -> fact(one(FirmRegister.NUMBERS));
    };
  }
}
