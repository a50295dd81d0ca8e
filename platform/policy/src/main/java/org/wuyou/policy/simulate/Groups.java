package org.wuyou.policy.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.wuyou.policy.PolicyBundle;
import org.wuyou.policy.expression.Term;
import org.wuyou.policy.facts.FactCatalogue;
import org.wuyou.policy.facts.Facts;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Tier;
import org.wuyou.policy.plan.Answer;
import org.wuyou.policy.plan.Columns;

/** Puts subjects together by where they are, what they do, and on which rung they stand. */
final class Groups {
  private static final String NONE = "";

  private final Facts facts;
  private final FactCatalogue catalogue;
  private final PolicyBundle bundle;
  private final Judging judging;
  private final String entity;
  private final Columns columns;

  Groups(
      Facts facts,
      FactCatalogue catalogue,
      PolicyBundle bundle,
      Judging judging,
      String entity,
      Columns columns) {
    this.facts = facts;
    this.catalogue = catalogue;
    this.bundle = bundle;
    this.judging = judging;
    this.entity = entity;
    this.columns = columns;
  }

  private boolean declares(String of, String fact) {
    return catalogue.entity(of).facts().containsKey(fact);
  }

  IntFunction<String> keys(Simulation.Grouping grouping) {
    return switch (grouping) {
      case DIVISION -> row -> text(columns.subject(row), "divisionCode");
      case INDUSTRY -> row -> industry(text(columns.subject(row), "industryCode"));
      case TIER -> tiers();
    };
  }

  /** Of the subject itself, or of the enterprise it belongs to. */
  private String text(Subject subject, String fact) {
    boolean own = declares(entity, fact);
    Subject of = own || !declares(entity, "enterprise") ? subject : subject.one("enterprise");
    return of != null && declares(of.entity(), fact) && of.value(fact) instanceof String text
        ? text
        : NONE;
  }

  /** The two digits of the industry division. */
  private static String industry(String code) {
    String digits = code.replaceAll("[A-Z]", "");
    return digits.length() >= 2 ? digits.substring(0, 2) : code;
  }

  private IntFunction<String> tiers() {
    Optional<Tier> tier =
        bundle.tiers().values().stream().filter(t -> t.entity().equals(entity)).findFirst();
    if (tier.isEmpty()) {
      return row -> NONE;
    }
    List<Term> terms = new ArrayList<>();
    tier.get().when().ifPresent(when -> terms.add(when.term()));
    tier.get().bands().forEach(band -> terms.add(band.condition().term()));
    List<Answer> answers = judging.plan().answers(terms);
    boolean placed = tier.get().when().isPresent();
    return row -> band(tier.get(), answers, placed ? 1 : 0, row);
  }

  private static String band(Tier tier, List<Answer> answers, int first, int row) {
    for (int i = 0; i < answers.size(); i++) {
      Answer.Truths truths = answers.get(i).truths();
      boolean holds = truths.missing(row) == 0 && truths.holds()[row];
      if (i < first && !holds || truths.missing(row) != 0) {
        return NONE;
      }
      if (i >= first && holds) {
        return tier.bands().get(i - first).id();
      }
    }
    return NONE;
  }

  String name(Simulation.Grouping grouping, String key) {
    if (key.isEmpty()) {
      return key;
    }
    return switch (grouping) {
      case DIVISION -> facts.divisionName(key).zh();
      case INDUSTRY -> key;
      case TIER ->
          bundle.tiers().values().stream()
              .flatMap(tier -> tier.bands().stream())
              .filter(band -> band.id().equals(key))
              .map(band -> band.name().zh())
              .findFirst()
              .orElse(key);
    };
  }
}
