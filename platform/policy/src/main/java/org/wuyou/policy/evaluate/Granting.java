package org.wuyou.policy.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wuyou.policy.Text;
import org.wuyou.policy.expression.Expression;
import org.wuyou.policy.expression.Frame;
import org.wuyou.policy.expression.Value;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Benefit;
import org.wuyou.policy.model.Item;
import org.wuyou.policy.model.SubjectRule;

/** Judges subjects by rules, and tells what those who meet a benefit's conditions get. */
final class Granting {
  private static final Text ONCE = new Text("只给一次", "given once");
  private static final Text ONCE_SAY =
      new Text("同一事项此前没有获得过", "nothing was granted for the same before");

  private final Session session;
  private final Map<Benefit, Map<List<Value>, Claim>> first = new HashMap<>();

  /** A claim and by what it comes before another of the same. */
  private record Claim(Subject subject, Value order) {}

  Granting(Session session) {
    this.session = session;
  }

  Verdict verdict(SubjectRule rule, Subject subject) {
    if (!rule.head().valid().contains(session.asOf())) {
      return new Verdict.NotInForce(rule.head().valid());
    }
    Optional<String> absent = session.absent(rule.entity());
    if (absent.isPresent()) {
      Value missing = Value.missing(absent.get());
      return new Verdict.Undetermined(List.of(Findings.scope(rule, missing)), Set.of(absent.get()));
    }
    Frame frame = session.frame(subject);
    Value applies = rule.where().map(where -> where.in(frame)).orElse(Value.TRUE);
    if (applies.equals(Value.FALSE)) {
      return new Verdict.OutOfScope(List.of(Findings.scope(rule, applies)));
    }
    List<Finding> findings = new ArrayList<>();
    if (applies instanceof Value.Missing) {
      findings.add(Findings.scope(rule, applies));
    }
    for (Item item : rule.items()) {
      findings.add(Findings.of(rule, item, frame, session.bundle()));
    }
    if (rule instanceof Benefit benefit && benefit.once().isPresent()) {
      findings.add(once(benefit, benefit.once().get(), subject, frame));
    }
    return Verdict.of(findings);
  }

  Entitlement entitlement(Benefit benefit, Subject subject) {
    Verdict verdict = verdict(benefit, subject);
    Frame frame = session.frame(subject);
    return new Entitlement(
        benefit,
        subject,
        recipient(benefit, subject),
        verdict,
        Payments.of(session, benefit.award(), frame, verdict));
  }

  /** Who gets something if the subject meets the rule. */
  Optional<Subject> recipient(SubjectRule rule, Subject subject) {
    if (rule.recipient().isEmpty()) {
      return Optional.of(subject);
    }
    return rule.recipient().get().in(session.frame(subject)) instanceof Value.Item item
        ? Optional.of(item.subject())
        : Optional.empty();
  }

  private Finding once(Benefit benefit, Benefit.Once once, Subject subject, Frame frame) {
    List<Value> key = key(once, frame);
    Value granted =
        key.stream()
            .filter(Value.Missing.class::isInstance)
            .reduce(Value::missing)
            .orElseGet(() -> Value.of(isFirst(benefit, once, subject, key)));
    return Findings.plain("ALREADY_GRANTED", ONCE, ONCE_SAY, benefit, granted);
  }

  private boolean isFirst(Benefit benefit, Benefit.Once once, Subject subject, List<Value> key) {
    Claim claim = first.computeIfAbsent(benefit, b -> firstClaims(b, once)).get(key);
    return claim == null || claim.subject().equals(subject);
  }

  private static List<Value> key(Benefit.Once once, Frame frame) {
    return once.by().stream().map(part -> part.in(frame)).toList();
  }

  /** Of the claims that are the same, the one that comes first of those that meet the clauses. */
  private Map<List<Value>, Claim> firstClaims(Benefit benefit, Benefit.Once once) {
    Map<List<Value>, Claim> claims = new HashMap<>();
    for (Subject subject : session.population(benefit.entity(), session.division())) {
      Frame frame = session.frame(subject);
      if (holds(benefit.where(), frame)
          && benefit.items().stream().allMatch(i -> i.condition().in(frame).equals(Value.TRUE))) {
        Value order = once.first().map(f -> f.in(frame)).orElse(new Value.Words(subject.name()));
        claims.merge(key(once, frame), new Claim(subject, order), Granting::earlier);
      }
    }
    return claims;
  }

  private static boolean holds(Optional<Expression> condition, Frame frame) {
    return condition.map(c -> c.in(frame).equals(Value.TRUE)).orElse(true);
  }

  private static Claim earlier(Claim one, Claim other) {
    int order = Ordering.compare(one.order(), other.order());
    boolean keep =
        order < 0 || order == 0 && one.subject().name().compareTo(other.subject().name()) <= 0;
    return keep ? one : other;
  }
}
