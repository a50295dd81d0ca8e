package org.wuyou.policy.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wuyou.policy.Text;
import org.wuyou.policy.expression.Value;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Benefit;
import org.wuyou.policy.model.Rule;
import org.wuyou.policy.model.SubjectRule;

/** All that a bundle holds for one enterprise. */
final class Menu {
  private static final Text CLAIM = new Text("申报事项", "something to claim by");
  private static final Text CLAIM_SAY =
      new Text("登记有可据以申报的事项", "something is registered by which it can be claimed");

  private Menu() {}

  /** Rules of those it meets first, in the order of the files; the rest after them. */
  static List<MenuEntry> of(Session session, Subject enterprise) {
    List<MenuEntry> entries = new ArrayList<>();
    for (Rule rule : session.bundle().book().all()) {
      if (rule instanceof SubjectRule judged) {
        entries.addAll(entries(session, judged, enterprise));
      }
    }
    session.outcomes(enterprise).forEach(outcome -> entries.add(MenuEntry.of(outcome)));
    return entries.stream()
        .filter(entry -> entry.verdict() != Verdict.Kind.OUT_OF_SCOPE)
        .sorted(java.util.Comparator.comparing(MenuEntry::verdict))
        .toList();
  }

  private static List<MenuEntry> entries(Session session, SubjectRule rule, Subject enterprise) {
    if (rule.entity().equals(enterprise.entity())) {
      return List.of(entry(session, rule, enterprise));
    }
    if (rule.recipient().isEmpty()) {
      return List.of();
    }
    Optional<String> absent = session.absent(rule.entity());
    if (absent.isPresent()) {
      return List.of(without(rule, Value.missing(absent.get())));
    }
    List<MenuEntry> claims =
        session.population(rule.entity(), session.division()).stream()
            .filter(claim -> session.recipient(rule, claim).equals(Optional.of(enterprise)))
            .map(claim -> entry(session, rule, claim))
            .toList();
    return claims.isEmpty() ? List.of(without(rule, Value.FALSE)) : claims;
  }

  private static MenuEntry entry(Session session, SubjectRule rule, Subject subject) {
    return rule instanceof Benefit benefit
        ? MenuEntry.of(session.entitlement(benefit, subject))
        : MenuEntry.of(rule, Optional.of(subject), session.verdict(rule, subject));
  }

  private static MenuEntry without(SubjectRule rule, Value claim) {
    Finding finding = Findings.plain("NO_CLAIM", CLAIM, CLAIM_SAY, rule, claim);
    return MenuEntry.of(rule, Optional.empty(), Verdict.of(List.of(finding)));
  }
}
