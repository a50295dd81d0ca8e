package org.wuyou.policy.evaluate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.wuyou.policy.Exact;
import org.wuyou.policy.Unit;
import org.wuyou.policy.facts.Subject;
import org.wuyou.policy.model.Target;

/**
 * How a target stands for a division, or for one of the subjects it speaks of.
 *
 * @param threshold the figure to reach, in {@code unit}
 * @param value the figure found, in {@code unit}, exact
 * @param shown the figure found, as a screen shows it
 * @param tally for a target of each subject, asked of a division: how many stand how
 */
public record TargetOutcome(
    Target target,
    String division,
    Optional<Subject> subject,
    int year,
    LocalDate due,
    Status status,
    Unit unit,
    Optional<Exact> threshold,
    Optional<Exact> value,
    Optional<String> shown,
    Optional<Measured> measured,
    Optional<Tally> tally,
    List<Finding> findings) {
  public TargetOutcome {
    findings = List.copyOf(findings);
  }

  /** How many of the subjects a target speaks of stand how, and who falls short. */
  public record Tally(int met, int notMet, int notAssessed, List<Subject> shortOfIt) {
    public Tally {
      shortOfIt = List.copyOf(shortOfIt);
    }

    public int assessed() {
      return met + notMet;
    }
  }
}
