package org.wuyou.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.wuyou.policy.evaluate.Session;
import org.wuyou.policy.expression.DerivedFact;
import org.wuyou.policy.facts.Facts;
import org.wuyou.policy.model.Administration;
import org.wuyou.policy.model.Document;
import org.wuyou.policy.model.Indicator;
import org.wuyou.policy.model.Parameter;
import org.wuyou.policy.model.Period;
import org.wuyou.policy.model.PolicyCase;
import org.wuyou.policy.model.Reading;
import org.wuyou.policy.model.Rule;
import org.wuyou.policy.model.RuleBook;
import org.wuyou.policy.model.Scorecard;
import org.wuyou.policy.model.Standard;
import org.wuyou.policy.model.Target;
import org.wuyou.policy.model.Tier;

/**
 * One region's policies, checked and ready to evaluate. Immutable; share it between threads.
 *
 * @param region division code of the region
 * @param valid the days for which the policies were made
 * @param departments names by id
 * @param book its rules
 * @param administration who has to do what: tasks and organisation
 * @param absent entities whose modules are not installed, with what to tell of them
 * @param facts the facts the bundle derives, in the order in which they were named
 * @param digest SHA-256 of its files: which text decided
 */
public record PolicyBundle(
    String id,
    String region,
    Text name,
    List<Document> documents,
    Period valid,
    Map<String, Text> departments,
    Map<String, Parameter> parameters,
    Map<String, Reading> readings,
    Map<String, Indicator> indicators,
    RuleBook book,
    Administration administration,
    List<PolicyCase> cases,
    Map<String, String> absent,
    List<DerivedFact> facts,
    String digest) {

  public PolicyBundle {
    documents = List.copyOf(documents);
    cases = List.copyOf(cases);
    facts = List.copyOf(facts);
  }

  /** How many places its derived facts take in a frame. */
  public int derivedFacts() {
    return DerivedFact.places(facts);
  }

  /** A fact the bundle derives of the entity. */
  public Optional<DerivedFact> fact(String entity, String named) {
    return facts.stream()
        .filter(fact -> fact.entity().equals(entity) && fact.name().equals(named))
        .findFirst();
  }

  /** A session for one question or many about one state of the register. */
  public Session evaluate(Facts facts, Evaluation evaluation) {
    return new Session(this, facts, evaluation);
  }

  public Stream<Rule> rules() {
    return book.all().stream();
  }

  public Optional<Rule> rule(String ruleId) {
    return book.find(ruleId);
  }

  /** All rules of one kind by id, in the order of the files. */
  public <T extends Rule> Map<String, T> rules(Class<T> kind) {
    return book.of(kind);
  }

  public Map<String, Tier> tiers() {
    return book.of(Tier.class);
  }

  public Map<String, Target> targets() {
    return book.of(Target.class);
  }

  public Map<String, Standard> standards() {
    return book.of(Standard.class);
  }

  public Map<String, Scorecard> scorecards() {
    return book.of(Scorecard.class);
  }
}
