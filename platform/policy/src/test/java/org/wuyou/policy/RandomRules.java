package org.wuyou.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;

/** Bundles whose derived facts are expressions made up from a seed. */
final class RandomRules {
  private static final String[] AMOUNTS = {
    "returns.at(year).revenue",
    "returns.at(year).rdExpenditure",
    "returns.at(year - 1).rdExpenditure",
    "returns.at(year - 1).revenue",
    "floor",
    "unset"
  };
  private static final String[] TRUTHS = {
    "legalPerson",
    "aboveScale",
    "hasInstitution",
    "rdActive",
    "titles.exists(t, t.kind == 'HNTE' && t.inForce)",
    "(rdProjects.exists(p, p.runningInYear) && rdAccounts.exists(a, a.compliant))",
    "(reading('R-1') == 'YES' ? rdActive : hasInstitution)",
    "techEnterprise",
    "ownership == 'PRIVATE'",
    "ownership in ['FOREIGN', 'OTHER']",
    "industryCode < '30'",
    "industryCode.startsWith('C')",
    "titles.exists(t, t.kind == 'HNTE' && t.issuedOn <= on)",
    "titles.all(t, t.level == 'NATIONAL' || yearOf(t.issuedOn) >= year)",
    "rdInstitutions.exists(i, known(i.closedOn) && i.closedOn > on)",
    "known(returns.at(year).revenue)",
    "titles.exists(t, t.issuedOn <= on && legalPerson)"
  };

  private final Random random;
  private final List<String> truths = new ArrayList<>();
  private final List<String> amounts = new ArrayList<>();

  private RandomRules(long seed) {
    this.random = new Random(seed);
  }

  static PolicyBundle bundle(long seed) {
    RandomRules rules = new RandomRules(seed);
    TreeMap<String, String> files = new TreeMap<>();
    files.put(
        "bundle.yaml",
        """
        bundle: random
        uses: [register]
        region: "140500"
        name: {zh: 随机, en: Random}
        documents: [{name: {zh: 随机, en: Random}, issuer: {zh: 随机, en: Random}, issued: 2020-01-01}]
        valid: {from: 2020-01-01}
        departments: {one: {zh: 甲, en: One}}
        """);
    files.put(
        "parameters.yaml",
        """
        article: 一
        clause: RANDOM
        parameters:
          floor: {name: {zh: 下限, en: Floor}, unit: 元, values: {2020-01-01: 1200.5}}
          unset: {name: {zh: 未定, en: Unset}, unit: 元, values: {2030-01-01: 1}}
          quarter: {name: {zh: 比例, en: Rate}, unit: "%", values: {2020-01-01: 25}}
        """);
    files.put(
        "readings.yaml",
        """
        readings:
          R-1:
            question: {zh: 取哪个, en: Which}
            default: YES
            choices: {YES: {zh: 甲, en: One}, NO: {zh: 乙, en: Other}}
            why: {zh: 随机, en: Random}
        """);
    StringBuilder facts = new StringBuilder("facts:\n");
    for (int i = 0; i < 12; i++) {
      boolean truth = i % 2 == 0;
      String name = (truth ? "truth" : "amount") + i;
      String value = truth ? rules.truth(3) : rules.amount(3);
      (truth ? rules.truths : rules.amounts).add(name);
      facts.append(
          String.format(
              Locale.ROOT,
              "  %s: {of: Enterprise, name: {zh: 事实, en: Fact}, value: \"%s\"}%n",
              name,
              value));
    }
    files.put("facts.yaml", facts.toString());
    return switch (PolicyCompiler.read(new BundleSource(files), RegisterCatalogue.CATALOGUE)) {
      case Compilation.Compiled compiled -> compiled.bundle();
      case Compilation.Rejected rejected ->
          throw new AssertionError(
              String.join(
                  "\n", rejected.problems().stream().map(p -> p.text(Locale.ENGLISH)).toList()));
    };
  }

  private String one(String[] of, List<String> known) {
    int chosen = random.nextInt(of.length + known.size());
    return chosen < of.length ? of[chosen] : known.get(chosen - of.length);
  }

  private String truth(int depth) {
    if (depth == 0) {
      return one(TRUTHS, truths);
    }
    return switch (random.nextInt(7)) {
      case 0 -> "(" + truth(depth - 1) + " && " + truth(depth - 1) + ")";
      case 1 -> "(" + truth(depth - 1) + " || " + truth(depth - 1) + ")";
      case 2 -> "!(" + truth(depth - 1) + ")";
      case 3 -> "(" + truth(depth - 1) + " ? " + truth(depth - 1) + " : " + truth(depth - 1) + ")";
      case 4 -> "(" + amount(depth - 1) + order() + amount(depth - 1) + ")";
      case 5 -> "(" + share(depth - 1) + order() + "quarter)";
      default -> "(" + share(depth - 1) + order() + share(depth - 1) + ")";
    };
  }

  private String order() {
    String[] orders = {" < ", " <= ", " > ", " >= ", " == ", " != "};
    return orders[random.nextInt(orders.length)];
  }

  private String share(int depth) {
    String below = amount(depth);
    return random.nextBoolean()
        ? "(" + below + " > 0 ? " + amount(depth) + " / " + below + " : 0)"
        : "(" + amount(depth) + " / " + below + ")";
  }

  private String amount(int depth) {
    if (depth == 0) {
      return one(AMOUNTS, amounts);
    }
    return switch (random.nextInt(8)) {
      case 0 -> "(" + amount(depth - 1) + " + " + amount(depth - 1) + ")";
      case 1 -> "(" + amount(depth - 1) + " - " + amount(depth - 1) + ")";
      case 2 -> "least(" + amount(depth - 1) + ", " + amount(depth - 1) + ")";
      case 3 -> "greatest(" + amount(depth - 1) + ", " + amount(depth - 1) + ")";
      case 4 -> "(quarter * " + amount(depth - 1) + ")";
      case 5 ->
          "(" + truth(depth - 1) + " ? " + amount(depth - 1) + " : " + amount(depth - 1) + ")";
      case 6 -> "sum(returns.map(r, r.rdExpenditure))";
      default -> "-(" + amount(depth - 1) + ")";
    };
  }
}
