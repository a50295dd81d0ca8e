package org.wuyou.distribution.bench;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.policy.facts.FactType;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.plan.Column;
import org.wuyou.policy.plan.Columns;

/** The benchmark's population as the policy engine reads it: amounts in yuan, whole. */
final class BenchColumns implements Columns {
  static final String SELECTED = "starSelected";
  private static final Set<String> COUNTS =
      Set.of("id", "employees", "rdStaff", "inventionPatents");
  private static final List<String> AMOUNTS =
      List.of("revenuePrev", "revenue", "rdPrev", "rd", "supportRequested", "programFund");
  private static final List<String> TRUTHS =
      List.of(
          "aboveScale",
          "highTech",
          "sciSme",
          "hasInstitution",
          "hasProject",
          "hasAccount",
          "platformNew",
          "incubatorNew");
  private static final List<String> TEXTS =
      List.of(
          "district", "zone", "industry", "field", "ownership", "platformLevel", "incubatorLevel");

  private final int size;
  private final Map<String, Column> columns = new HashMap<>();
  private final boolean[] selected;

  BenchColumns(Baseline.Population population) {
    this.size = population.size();
    for (String name : COUNTS) {
      columns.put(name, new Column.Numbers(population.numbers(snake(name)), 0, true, null));
    }
    for (String name : AMOUNTS) {
      columns.put(name, new Column.Numbers(yuan(population.numbers(snake(name))), 0, true, null));
    }
    for (String name : TRUTHS) {
      columns.put(name, new Column.Truths(population.truths(snake(name)), null));
    }
    for (String name : TEXTS) {
      columns.put(
          name,
          new Column.Texts(
              population.codes(snake(name)), population.dictionary(snake(name)), null));
    }
    this.selected = new boolean[size];
    columns.put(SELECTED, new Column.Truths(selected, null));
  }

  /** Two decimals of ten thousand yuan are whole hundreds of yuan. */
  private static double[] yuan(double[] tenThousands) {
    double[] yuan = new double[tenThousands.length];
    for (int row = 0; row < yuan.length; row++) {
      yuan[row] = Math.rint(tenThousands[row] * 100) * 100;
    }
    return yuan;
  }

  private static String snake(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
  }

  static FactCatalogue catalogue() {
    FactCatalogue.Builder catalogue = FactCatalogue.builder();
    List<FactCatalogue.Fact> facts = new java.util.ArrayList<>();
    COUNTS.forEach(name -> facts.add(FactCatalogue.number(name, name)));
    AMOUNTS.forEach(name -> facts.add(FactCatalogue.money(name, name)));
    TRUTHS.forEach(name -> facts.add(FactCatalogue.truth(name, name)));
    TEXTS.forEach(name -> facts.add(FactCatalogue.text(name, name)));
    facts.add(FactCatalogue.truth(SELECTED, SELECTED));
    return catalogue.entity("Enterprise", "企业", facts.toArray(FactCatalogue.Fact[]::new)).build();
  }

  /** Who is selected: filled between the rules before the selection and those after. */
  boolean[] selected() {
    return selected;
  }

  double number(String fact, int row) {
    return ((Column.Numbers) columns.get(fact)).values()[row];
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Subject subject(int row) {
    return new BenchSubject(row);
  }

  @Override
  public boolean @Nullable [] absent() {
    return null;
  }

  @Override
  public Column column(String fact, FactType type) {
    return columns.get(fact);
  }

  @Override
  public Columns one(String fact) {
    throw new IllegalArgumentException("the benchmark has one entity, without " + fact);
  }

  @Override
  public Columns at(String many, int year) {
    return one(many);
  }

  @Override
  public Members many(String fact) {
    throw new IllegalArgumentException("the benchmark has one entity, without " + fact);
  }

  private final class BenchSubject implements Subject {
    private final int row;

    BenchSubject(int row) {
      this.row = row;
    }

    @Override
    public String entity() {
      return "Enterprise";
    }

    @Override
    public String name() {
      return "" + (long) number("id", row);
    }

    @Override
    public Object value(String fact) {
      return switch (columns.get(fact)) {
        case Column.Numbers numbers -> BigDecimal.valueOf((long) numbers.values()[row]);
        case Column.Truths truths -> truths.values()[row];
        case Column.Texts texts -> texts.dictionary().get(texts.codes()[row]);
      };
    }

    @Override
    public @Nullable Subject one(String fact) {
      return null;
    }

    @Override
    public List<Subject> many(String fact) {
      return List.of();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof BenchSubject same && same.row == row;
    }

    @Override
    public int hashCode() {
      return row;
    }
  }
}
